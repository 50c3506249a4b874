using System.Text;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;

namespace Portfolio.Tests.Access;

/// <summary>The table of rights as a reader wants it: what may be done, by whom, and at which endpoints.</summary>
internal static class RightsTable
{
    public static string Write(IEnumerable<RouteEndpoint> endpoints)
    {
        var of = endpoints.ToLookup(endpoint => Matrix.RelationOf(endpoint)!.Value.Right, endpoint => $"{Matrix.NameOf(endpoint)} ({Matrix.RelationOf(endpoint)!.Value.Kind})");
        var table = new StringBuilder("| Right | May | Who | Endpoints, and what they are asked about |\n|---|---|---|---|\n");
        foreach (var (name, right) in Rights.All)
            table.Append($"| {name} | {right.What} | {string.Join(", ", right.Roles)} | {string.Join(", ", of[right].Order(StringComparer.Ordinal))} |\n");
        return table.ToString();
    }
}
