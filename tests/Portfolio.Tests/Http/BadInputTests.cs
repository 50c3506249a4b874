using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Whatever is sent to whatever takes a JSON body: a refusal with a name, never a 500, and nothing is stored.</summary>
public sealed class BadInputTests(ExampleHost examples) : IClassFixture<ExampleHost>
{
    public static TheoryData<string> Endpoints { get; } = [.. Examples.Names];

    [Fact]
    public void Every_endpoint_that_takes_a_body_is_tried_with_every_member_of_it()
    {
        Assert.Equal(Taking().Select(NameOf).Except(Examples.NotJson.Keys).Order(), Examples.Names);
        Assert.Equal(Examples.Names, examples.Examples.Keys.Order());
        Assert.Empty(Examples.NotJson.Keys.Except(Taking().Select(NameOf)));
        Assert.Empty(Examples.Names.SelectMany(name => BodyMutations.Missing(examples.Examples[name].Body, TypeOf(name))));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Nothing_wrong_is_taken_and_what_is_right_is_taken_afterwards(string endpoint)
    {
        var example = examples.Examples[endpoint];
        var (before, faults, tried) = (await Stored(), new List<string>(), 0);
        foreach (var (what, content) in BodyMutations.Of(example.Body, TypeOf(endpoint)))
        {
            tried++;
            using var answer = await example.Send(content);
            if (await Fault(answer) is { } fault)
                faults.Add($"{what}: {fault}");
        }

        Assert.True(tried > 30, $"Only {tried} bodies were tried.");
        Assert.Empty(faults);
        Assert.Equal(before, await Stored());
        using var right = await example.Send(example.Body);
        Assert.True(right.IsSuccessStatusCode, $"{(int)right.StatusCode}: {await right.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    [Fact]
    public async Task A_body_larger_than_any_that_is_taken_is_refused()
    {
        using var answer = await examples.Host.Anybody().PostAsync("/v1/programmes", BodyMutations.Json($"\"{new string('x', 1 << 20)}\""), TestContext.Current.CancellationToken);
        Assert.Equal("413 body-too-large", await answer.Refusal());
    }

    private static async Task<string?> Fault(HttpResponseMessage answer)
    {
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        if (status is < 400 or > 499)
            return $"{status} {text}";
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"{status} {answer.Content.Headers.ContentType}";
        var problem = JsonSerializer.Deserialize<ProblemBody>(text, JsonSerializerOptions.Web)!;
        return problem.Status == status && problem.Type == "/problems/" + problem.Code && text.Length < 4000 ? null : text;
    }

    private IEnumerable<RouteEndpoint> Taking() => examples.Host.Endpoints.Where(endpoint =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is "POST" or "PUT" or "PATCH") == true);

    private Type TypeOf(string endpoint) =>
        Taking().Single(of => NameOf(of) == endpoint).Metadata.GetMetadata<IAcceptsMetadata>()!.RequestType!;

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    // Signing in leaves a token, and what is read an entry of the audit a moment later; everything else that is kept stands in what this reads.
    private async Task<List<string>> Stored()
    {
        await using var connection = new NpgsqlConnection(await examples.Host.Superuser());
        var stored = new List<string>();
        foreach (var table in await connection.QueryAsync<string>("""
            select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('access_token', 'audit_head') order by 1
            """))
            stored.Add(table + await connection.ExecuteScalarAsync<string>(table switch
            {
                // Letters that were posted are sent in their own time, and a wrong code for an address counts as a try.
                "letter" or "address" => $"select count(*)::text from {table}",
                "audit_entry" => $"{Digest(table)} where kind = 'change' and action not like 'worker %' and action <> 'ConfirmAddress'",
                _ => Digest(table),
            }));
        return stored;

        static string Digest(string table) => $"select count(*) || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from {table} t";
    }
}
