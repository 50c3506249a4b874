using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>How an endpoint is described: the refusals it can give, from the one catalogue, and what a signature does not show.</summary>
internal static class Describing
{
    public const string ProblemJson = "application/problem+json";

    /// <summary>The refusals of this endpoint. What every endpoint can answer is added where the description is made.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params Problem[] problems)
    {
        foreach (var status in problems.Select(problem => problem.Status).Distinct())
            endpoint.Produces<ProblemBody>(status, ProblemJson);
        return endpoint.WithMetadata(new RefusalsOfEndpoint(problems));
    }

    /// <summary>Its successes carry the version in `ETag`.</summary>
    public static RouteHandlerBuilder TellsVersion(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new VersionInETag());

    /// <summary>What was made: 201 with its address the first time, 200 when the same request comes again.</summary>
    public static Results<Created<TBody>, Ok<TBody>, Refused> Made<TBody>(bool now, string address, TBody body) =>
        now ? TypedResults.Created(address, body) : TypedResults.Ok(body);
}

internal sealed record RefusalsOfEndpoint(IReadOnlyList<Problem> Problems);

internal sealed record VersionInETag;
