using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Adapters.Conformance;

/// <summary>A made-up platform that a careful adapter can serve well and a careless one cannot: whatever is posted becomes an entry, and nothing is checked for being there already.</summary>
internal sealed class PlainHost : PlatformDouble
{
    public const string Token = "plain-host-token";
    private readonly ConcurrentDictionary<string, Entry> entries = new();

    public override IReadOnlyList<Shown> Shown => [.. entries.Values.Select(entry => new Shown(entry.Record, entry.Version))];

    public override IEnumerable<string> Secrets => [Token];

    public override Task<bool> Occupy(SignedRecord record)
    {
        entries["taken"] = new("taken", record.Id, 99);
        return Task.FromResult(true);
    }

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/entries", (HttpContext http, Guid? record) =>
            May(http) ?? Results.Json(entries.Values.Where(entry => record is null || entry.Record == record).ToList()));
        routes.MapPost("/entries", (HttpContext http, Entry sent) => May(http) ?? Add(sent));
        routes.MapDelete("/entries/{id}", (HttpContext http, string id) => May(http) ?? (entries.TryRemove(id, out _) ? Results.NoContent() : Results.NotFound()));
    }

    private IResult Add(Entry sent)
    {
        if (entries.Values.Any(entry => entry.Record == sent.Record && entry.Version == 99))
            return Results.Conflict();
        var entry = sent with { Id = $"entry-{entries.Count + 1}-{Guid.NewGuid():N}" };
        entries[entry.Id] = entry;
        return Results.Json(entry, statusCode: 201);
    }

    private static IResult? May(HttpContext http) => http.Request.Headers.Authorization == "Bearer " + Token ? null : Results.Unauthorized();

    internal sealed record Entry(string Id, Guid Record, int Version)
    {
        public static Entry? Read(JsonElement? json)
        {
            try
            {
                return json?.Deserialize<Entry>(JsonSerializerOptions.Web) is { Id.Length: > 0 } entry && entry.Record != Guid.Empty ? entry : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
