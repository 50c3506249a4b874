using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes)
    {
        const string Path = "/v1/programmes/{programmeId:guid}/retention";
        var everybody = routes.MapGroup(Path).WithTags("Privacy").May(Rights.SeeRetention, new WholeProgramme());
        everybody.MapGet("/", Read).WithName("ReadRetention").WithSummary("How long the programme keeps what");
        var setters = routes.MapGroup(Path).WithTags("Privacy").May(Rights.Set, new WholeProgramme());
        setters.MapPut("/", Keep).WithName("SetRetention").WithSummary("Say how long the programme keeps what, as a whole").Refuses(Problems.InvalidRequest);
    }

    private static async Task<Ok<RetentionBody>> Read(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new RetentionBody(await RetentionStore.Periods(work)));
    }

    private static async Task<Results<Ok<RetentionBody>, Refused>> Keep(
        Guid programmeId, RetentionBody body, PortfolioDatabase database, CancellationToken cancellation)
    {
        if (body.Periods.Index().GroupBy(period => period.Item.Kind).SelectMany(kind => kind.Skip(1)).ToList() is [var twice, ..])
            return Problems.InvalidRequest.At(new FieldError($"$.periods[{twice.Index}].kind", "This kind stands twice; keep one.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        await RetentionStore.Keep(work, body.Periods);
        var kept = new RetentionBody(await RetentionStore.Periods(work));
        await work.Commit();
        return TypedResults.Ok(kept);
    }
}
