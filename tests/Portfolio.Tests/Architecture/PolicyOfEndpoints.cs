using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Portfolio.Api.Access;

namespace Portfolio.Tests.Architecture;

/// <summary>Every endpoint says for whom it is: one relation or more, or everybody and why.</summary>
internal static class PolicyOfEndpoints
{
    public static IEnumerable<string> Faults(IEnumerable<RouteEndpoint> endpoints) =>
        from endpoint in endpoints
        let fault = Fault(endpoint)
        where fault is not null
        select $"{endpoint.DisplayName}: {fault}";

    private static string? Fault(RouteEndpoint endpoint)
    {
        var relations = endpoint.Metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<Relation>().Any();
        var open = endpoint.Metadata.GetMetadata<OpenToAll>();
        var anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        return (relations, open, anonymous) switch
        {
            (false, null, _) => "it has no relation, and no reason to be open",
            (true, _, true) or (true, not null, _) => "it has a relation, and is open all the same",
            (_, { Why: var why }, _) when why.Length < 20 => "it is open without a reason",
            (_, not null, false) => "it says that it is open, and is closed",
            (true, _, _) when !endpoint.RoutePattern.Parameters.Any(parameter => parameter.Name == "programmeId") => "its path names no programme",
            _ => null,
        };
    }
}
