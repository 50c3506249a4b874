using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

internal static class LinkedDeviceEndpoints
{
    public static void MapLinkedDevices(this IEndpointRouteBuilder routes)
    {
        var holders = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/devices").WithTags("Links").May(Rights.KeepDevices, new PersonInPath("personId"));
        holders.MapGet("/", List).WithName("ListDevices").WithSummary("The devices on which a leader's links need no code");
        holders.MapPost("/{deviceId:guid}/end", End).WithName("ForgetDevice").WithSummary("Forget a device: the next link on it needs a code again");
    }

    private static async Task<Ok<DeviceList>> List(Guid programmeId, Guid personId, PortfolioDatabase database, LinkedDevices devices, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new DeviceList([.. (await devices.Of(work, personId)).Select(ToBody)]));
    }

    private static async Task<Results<Ok<DeviceBody>, Refused>> End(
        Guid programmeId, Guid personId, Guid deviceId, PortfolioDatabase database, LinkedDevices devices, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await LinkedDevices.Forget(work, personId, deviceId, clock.GetUtcNow()))
            return Problems.NotFound.ToResult();
        var forgotten = (await devices.Of(work, personId)).Single(device => device.Id == deviceId);
        await work.Commit();
        return TypedResults.Ok(ToBody(forgotten));
    }

    private static DeviceBody ToBody(LinkedDevice device) => new(device.Id, device.Label, device.MadeAt, device.UsedAt, device.UntilAt, device.EndedAt);
}
