using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;
using Portfolio.Api.People;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Architecture;

public sealed class PolicyOfEndpointsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public void Every_endpoint_of_the_house_says_for_whom_it_is()
    {
        Assert.Contains(host.Endpoints, endpoint => endpoint.RoutePattern.RawText!.EndsWith("/sign-off", StringComparison.Ordinal));
        Assert.Empty(PolicyOfEndpoints.Faults(host.Endpoints));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_say_so_is_caught()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        app.MapGet("/forgotten", () => "anything");
        app.MapGroup("/signed-in-only").RequireAuthorization(policy => policy.RequireAuthenticatedUser()).MapGet("/", () => "anything");
        app.MapGroup("/quietly-open").AllowAnonymous().MapGet("/", () => "anything");
        app.MapGroup("/no-reason").Public("because").MapGet("/", () => "anything");
        app.MapGroup("/{programmeId:guid}/both").May(Rights.KeepPeople, new PartOfProgramme()).AllowAnonymous().MapGet("/", () => "anything");
        app.MapGroup("/no-programme").May(Rights.KeepPeople, new PartOfProgramme()).MapGet("/", () => "anything");
        app.MapGroup("/{programmeId:guid}/right").May(Rights.KeepPeople, new PartOfProgramme()).MapGet("/", () => "anything");
        app.MapGroup("/open").Public("Public keys: without them nobody could check a record.").MapGet("/", () => "anything");

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        var caught = PolicyOfEndpoints.Faults(endpoints).ToList();

        Assert.Equal(6, caught.Count);
        Assert.DoesNotContain(caught, fault => fault.Contains("right", StringComparison.Ordinal) || fault.Contains("/open/", StringComparison.Ordinal));
    }
}
