using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Paper;

internal static class PaperEndpoints
{
    /// <summary>A term on paper, as a file.</summary>
    public const string Example = """
        name,2025-05-14,2025-05-21,2025-05-28
        start,15:00,,
        minutes,60,,
        mode,in-person,,online
        leader,L. Leader,,
        co-leader,C. Coleader,,C. Coleader
        cancelled,,holiday,
        Tara T.,P*,,45
        Otto O.,A,,?

        """;

    private const string Path = "/v1/programmes/{programmeId:guid}/groups/{groupId:guid}";

    public static void MapPaperSheets(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path + "/paper-sheets").WithTags("Imports").May(Rights.StageSheets, new GroupInPath("groupId"));
        tutors.MapPost("/", Stage).WithName("StagePaperSheet").WithSummary("Hand in one sheet of a group's paper register, to be matched, checked and confirmed")
            .WithMetadata(new RequestSizeLimitAttribute(ImportEndpoints.LargestBody), new TakesBytes(
                "A month or a term as it looks on paper: UTF-8, comma-separated, a column for each day and a row for each name, with `P`, minutes, `A`, `N` or `0`, `*` for whoever "
                + "presented and `+` for whoever followed up. What is none of these is unknown, and counts for nothing.", "text/csv") { Example = Example })
            .Refuses(Problems.SheetRefused, Problems.BodyTooLarge, Problems.UnsupportedMediaType);
        tutors.MapPut("/{sheetId:guid}/names", Match).WithName("MatchPaperNames").WithSummary("Say whom the names on a sheet mean; the programme remembers it")
            .Refuses(Problems.PersonUnknown, Problems.PaperSheetConfirmed);
        tutors.MapPost("/{sheetId:guid}/drop", Drop).WithName("DropPaperSheet").WithSummary("Take a sheet back that is not confirmed").Refuses(Problems.PaperSheetConfirmed);

        var readers = routes.MapGroup(Path + "/paper-sheets").WithTags("Imports").May(Rights.CheckSheets, new GroupInPath("groupId"));
        readers.MapGet("/", List).WithName("ListPaperSheets").WithSummary("The sheets of a group's paper register, and how far each is");
        readers.MapGet("/{sheetId:guid}", Read).WithName("ReadPaperSheet").WithSummary("One sheet, cell by cell");
        readers.MapPost("/{sheetId:guid}/check", Check).WithName("CheckPaperSheet").WithSummary("Say that a sheet agrees with the paper, where somebody else transcribed it")
            .Refuses(Problems.PaperSheetOwnCheck, Problems.PaperSheetUnfinished, Problems.PaperSheetConfirmed);

        var leaders = routes.MapGroup(Path + "/paper-confirmation").WithTags("Imports").May(Rights.ConfirmSheets, new GroupInPath("groupId"));
        leaders.MapGet("/", See).WithName("SeePaperConfirmation").WithSummary("Exactly what one signature under the checked sheets would bring in").RefusesConfirming();
        leaders.MapPost("/", Confirm).WithName("ConfirmPaperSheets").WithSummary("Bring all checked sheets in with one signature, as imported, or nothing").RefusesConfirming(Problems.ListChanged);
    }

    private static void RefusesConfirming(this RouteHandlerBuilder endpoint, params Problem[] more) =>
        endpoint.Refuses([Problems.NoSheetWaits, Problems.PaperSheetUnfinished, Problems.OwnRecord, Problems.NothingRealUnsigned, .. more]);

    private static async Task<Results<Ok<PaperSheetBody>, Refused>> Stage(Guid programmeId, Guid groupId, HttpContext http, PortfolioDatabase database, PaperSheets sheets)
    {
        if (ImportEndpoints.NotASheet(http) is { } not)
            return not.ToResult();
        var findings = new Findings();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (await sheets.Stage(work, programme, groupId, new("paper.csv", http.Request.Body), http.Person(), findings) is not { } id)
            return ImportEndpoints.Refuse(findings);
        var sheet = (await sheets.See(work, programme, groupId, id, http.Granted()))!;
        await work.Commit();
        return TypedResults.Ok(sheet);
    }

    private static async Task<Results<Ok<PaperSheetBody>, Refused>> Match(
        Guid programmeId, Guid groupId, Guid sheetId, PaperMatches body, HttpContext http, PortfolioDatabase database, PaperSheets sheets) =>
        await Change(programmeId, groupId, sheetId, http, database, sheets, (work, _) => sheets.Match(work, groupId, sheetId, body, http.Person()));

    private static async Task<Results<Ok<PaperSheetBody>, Refused>> Check(
        Guid programmeId, Guid groupId, Guid sheetId, HttpContext http, PortfolioDatabase database, PaperSheets sheets) =>
        await Change(programmeId, groupId, sheetId, http, database, sheets, (work, programme) => sheets.Check(work, programme, groupId, sheetId, http.Person()));

    private static async Task<Results<NoContent, Refused>> Drop(
        Guid programmeId, Guid groupId, Guid sheetId, PortfolioDatabase database, PaperSheets sheets, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await sheets.Drop(work, groupId, sheetId) is { } problem)
            return problem.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PaperSheetList>> List(Guid programmeId, Guid groupId, PortfolioDatabase database, PaperSheets sheets, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await sheets.List(work, groupId));
    }

    private static async Task<Results<Ok<PaperSheetBody>, Refused>> Read(
        Guid programmeId, Guid groupId, Guid sheetId, HttpContext http, PortfolioDatabase database, PaperSheets sheets)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        return await sheets.See(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, sheetId, http.Granted()) is { } sheet ? TypedResults.Ok(sheet) : Problems.NotFound.ToResult();
    }

    private static async Task<Results<Ok<PaperConfirmation>, Refused>> See(Guid programmeId, Guid groupId, HttpContext http, PortfolioDatabase database, PaperConfirming confirming)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        return (await confirming.See(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, http.Person())).Refused(out var problem, out var list)
            ? problem.ToResult() : TypedResults.Ok(list);
    }

    private static async Task<Results<Ok<PaperConfirmed>, Refused>> Confirm(
        Guid programmeId, Guid groupId, NewPaperConfirmation body, HttpContext http, PortfolioDatabase database, PaperConfirming confirming)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if ((await confirming.Confirm(work, (await ProgrammeStore.Find(work, programmeId))!, groupId, http.Person(), body.ListHash)).Refused(out var problem, out var done))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(done);
    }

    private static async Task<Results<Ok<PaperSheetBody>, Refused>> Change(
        Guid programmeId, Guid group, Guid id, HttpContext http, PortfolioDatabase database, PaperSheets sheets, Func<Work, Programme, Task<Problem?>> change)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (await change(work, programme) is { } problem)
            return problem.ToResult();
        var sheet = (await sheets.See(work, programme, group, id, http.Granted()))!;
        await work.Commit();
        return TypedResults.Ok(sheet);
    }
}
