using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

internal static class ElsewhereRecordEndpoints
{
    public static void MapElsewhereRecords(this IEndpointRouteBuilder routes)
    {
        var tellers = routes.MapGroup(ElsewhereEndpoints.Path + "/records").WithTags("Assessments").May(Rights.StateElsewhere, new MemberInPath("personId"));
        tellers.MapPost("/", HandIn).WithName("HandInRecord").WithSummary("Hand in another programme's signed record, which our verifier checks; nothing in it is fetched")
            .Refuses(Problems.RecordNotAccepted, Problems.RecordNotTheirs, Problems.RecordNotTaken, Problems.ElsewhereExists, Problems.PersonErased, Problems.IdTaken, Problems.InvalidRequest);
        var others = routes.MapGroup(ElsewhereEndpoints.Path + "/{elsewhereId:guid}").WithTags("Assessments").May(Rights.ConfirmElsewhere, new MemberInPath("personId"));
        others.MapPost("/confirmation", Confirm).WithName("ConfirmElsewhere").WithSummary("Confirm what somebody else stated: it becomes a record that says imported")
            .Refuses(Problems.ElsewhereDecided, Problems.OwnStatement, Problems.NothingRealUnsigned, Problems.PersonErased);
        others.MapPost("/end", End).WithName("EndElsewhere").WithSummary("Withdraw what was confirmed, with its record")
            .Refuses(Problems.ElsewhereDecided, Problems.OwnRecord, Problems.NothingRealUnsigned);
    }

    private static Task<Results<Created<ElsewhereBody>, Ok<ElsewhereBody>, Refused>> HandIn(
        Guid programmeId, Guid personId, HandedInRecord body, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries, PersonStore people, TimeProvider clock) =>
        ElsewhereEndpoints.Keep(programmeId, personId, http, database, entries, Creation.Of(http, body.Id, body), async work =>
            await people.Find(work, personId) is { } holder
                ? await ElsewhereRecords.Read(database, (await ProgrammeStore.Find(work, work.Programme))!, holder, body.Record, clock.GetUtcNow(), http.RequestAborted)
                : Problems.PersonErased);

    private static Task<Results<NoContent, Refused>> Confirm(
        Guid programmeId, Guid personId, Guid elsewhereId, HttpContext http, PortfolioDatabase database, ElsewhereConfirming confirming) =>
        Do(programmeId, http, database, work => confirming.Confirm(work, personId, elsewhereId, http.Person()));

    private static Task<Results<NoContent, Refused>> End(
        Guid programmeId, Guid personId, Guid elsewhereId, ElsewhereReason body, HttpContext http, PortfolioDatabase database, ElsewhereConfirming confirming) =>
        Do(programmeId, http, database, work => confirming.Withdraw(work, personId, elsewhereId, http.Person(), body.Reason));

    private static async Task<Results<NoContent, Refused>> Do(Guid programmeId, HttpContext http, PortfolioDatabase database, Func<Work, Task<Problem?>> act)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await act(work) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }
}
