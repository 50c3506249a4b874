using Npgsql;
using Portfolio.Api.Access;

namespace Portfolio.Api.Database;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work, so the database does too.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    internal static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").ExcludeFromDescription()
            .Public("Whoever runs the service has to see whether it works; it answers about nobody.").DisableRateLimiting();
        health.MapGet("/live", () => Results.Text("live"));
        health.MapGet("/ready", Ready);
        return routes;
    }

    private static async Task<IResult> Ready(PortfolioDatabase database, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await using var work = await database.BeginWithoutProgramme(limit.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is DatabaseUnavailableException or NpgsqlException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
