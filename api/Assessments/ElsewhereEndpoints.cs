using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

/// <summary>What was recorded elsewhere, until it is confirmed. Confirming makes a record, and is told where records are.</summary>
internal static class ElsewhereEndpoints
{
    /// <summary>What was recorded elsewhere about somebody.</summary>
    public const string Path = "/v1/programmes/{programmeId:guid}/people/{personId:guid}/elsewhere";

    public static void MapElsewhere(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Assessments").May(Rights.SeeElsewhere, new MemberInPath("personId"));
        readers.MapGet("/", All).WithName("ListElsewhere").WithSummary("What was recorded elsewhere about somebody, with who confirmed it");
        var tellers = routes.MapGroup(Path).WithTags("Assessments").May(Rights.StateElsewhere, new MemberInPath("personId"));
        tellers.MapPost("/", State).WithName("StateElsewhere").WithSummary("State what a portfolio or paper holds; somebody else confirms it")
            .Refuses(Problems.DatesReversed, Problems.InvalidRequest, Problems.ElsewhereExists, Problems.PersonErased, Problems.IdTaken);
        tellers.MapPost("/{elsewhereId:guid}/withdrawal", Withdraw).WithName("WithdrawElsewhere").WithSummary("Take back what one stated, before it is confirmed")
            .Refuses(Problems.ElsewhereDecided);
        var others = routes.MapGroup(Path).WithTags("Assessments").May(Rights.ConfirmElsewhere, new MemberInPath("personId"));
        others.MapPost("/{elsewhereId:guid}/refusal", Decline).WithName("DeclineElsewhere").WithSummary("Decline what somebody stated, with a reason")
            .Refuses(Problems.ElsewhereDecided, Problems.OwnStatement);
    }

    private static async Task<Ok<ElsewhereList>> All(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        return TypedResults.Ok(new ElsewhereList(await entries.Show(work, personId, await ElsewhereStore.Of(work, personId))));
    }

    private static Task<Results<Created<ElsewhereBody>, Ok<ElsewhereBody>, Refused>> State(
        Guid programmeId, Guid personId, NewElsewhere body, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries) =>
        Keep(programmeId, personId, http, database, entries, Creation.Of(http, body.Id, body), _ => Task.FromResult<Answer<ElsewhereToState>>(new ElsewhereToState(
            body.Type, body.From, body.Until, body.Sessions, body.Minutes, body.Outcome, body.Keeper, body.Original,
            body.Sha256 is { } copy ? Convert.FromHexString(copy) : null)));

    /// <summary>Keeps an entry, however it was told.</summary>
    public static async Task<Results<Created<ElsewhereBody>, Ok<ElsewhereBody>, Refused>> Keep(
        Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries, Creation creation, Func<Work, Task<Answer<ElsewhereToState>>> tell)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        // The same request again is not judged again: what it told may be here already because of it.
        if (await work.MadeBefore("recorded_elsewhere", creation) is not { } answer)
            answer = (await tell(work)).Refused(out var why, out var entry) ? why : await entries.State(work, personId, entry, creation);
        if (answer.Refused(out var problem, out var made))
            return problem.ToResult();
        if (await ElsewhereStore.Find(work, personId, creation.Id) is not { } row)
            return Problems.NotFound.ToResult();
        var shown = (await entries.Show(work, personId, [row]))[0];
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", shown);
    }

    private static Task<Results<NoContent, Refused>> Withdraw(
        Guid programmeId, Guid personId, Guid elsewhereId, ElsewhereReason body, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries) =>
        Do(programmeId, http, database, work => entries.TakeBack(work, personId, elsewhereId, http.Person(), body.Reason));

    private static Task<Results<NoContent, Refused>> Decline(
        Guid programmeId, Guid personId, Guid elsewhereId, ElsewhereReason body, HttpContext http, PortfolioDatabase database, ElsewhereEntries entries) =>
        Do(programmeId, http, database, work => entries.Decline(work, personId, elsewhereId, http.Person(), body.Reason));

    private static async Task<Results<NoContent, Refused>> Do(Guid programmeId, HttpContext http, PortfolioDatabase database, Func<Work, Task<Problem?>> act)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if (await act(work) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }
}
