using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class PanelEndpoints
{
    private const string Pack = "/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/evidence-packs/{evidencePackId:guid}";

    public static void MapPanel(this IEndpointRouteBuilder routes)
    {
        var panels = routes.MapGroup("/v1/programmes/{programmeId:guid}/panel").WithTags("Confirmation").May(Rights.SeePanel, new PartOfProgramme());
        panels.MapGet("/", Read).WithName("ReadPanel").WithSummary("The trainees before a panel, as their newest frozen evidence shows them");

        var readers = routes.MapGroup(Pack + "/notes").WithTags("Confirmation").May(Rights.ReadEvidence, new TraineeInPath("traineeId"));
        readers.MapGet("/", List).WithName("ListPanelNotes").WithSummary("What a panel ticked and asked, rule by rule, and what was answered");
        var members = routes.MapGroup(Pack + "/notes").WithTags("Confirmation").May(Rights.NotePanel, new TraineeInPath("traineeId"));
        members.MapPost("/", Note).WithName("AddPanelNote").WithSummary("Tick a rule of an evidence pack, or ask about it")
            .Refuses(Problems.InvalidBody, Problems.TickedAlready, Problems.PersonErased, Problems.IdTaken);
        var others = routes.MapGroup(Pack + "/answers").WithTags("Confirmation").May(Rights.AnswerPanel, new TraineeInPath("traineeId"));
        others.MapPost("/", Answer).WithName("AnswerPanel").WithSummary("Answer what a panel asked about a rule")
            .Refuses(Problems.InvalidBody, Problems.NothingAsked, Problems.PersonErased, Problems.IdTaken);
    }

    private static async Task<Ok<PanelBody>> Read(Guid programmeId, HttpContext http, PortfolioDatabase database, Panel panel, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        return TypedResults.Ok(await panel.Of(work, programme, programme.LocalDate(clock.GetUtcNow()), await http.Sites(work, clock)));
    }

    private static async Task<Results<Ok<PanelNoteList>, Refused>> List(
        Guid programmeId, Guid traineeId, Guid evidencePackId, PortfolioDatabase database, PanelNotes notes, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await EvidencePackStore.Find(work, traineeId, evidencePackId) is null
            ? Problems.NotFound.ToResult()
            : TypedResults.Ok(new PanelNoteList(await notes.Of(work, [evidencePackId])));
    }

    private static Task<Results<Created<PanelNoteBody>, Ok<PanelNoteBody>, Refused>> Note(
        Guid programmeId, Guid traineeId, Guid evidencePackId, NewPanelNote body, HttpContext http, PortfolioDatabase database, PanelNotes notes, CancellationToken cancellation) =>
        Add(programmeId, traineeId, evidencePackId, Creation.Of(http, body.Id, body), http, database, notes, (work, pack, creation) => notes.Note(work, pack, body, creation), cancellation);

    private static Task<Results<Created<PanelNoteBody>, Ok<PanelNoteBody>, Refused>> Answer(
        Guid programmeId, Guid traineeId, Guid evidencePackId, NewPanelAnswer body, HttpContext http, PortfolioDatabase database, PanelNotes notes, CancellationToken cancellation) =>
        Add(programmeId, traineeId, evidencePackId, Creation.Of(http, body.Id, body), http, database, notes, (work, pack, creation) => notes.Answer(work, pack, body, creation), cancellation);

    private static async Task<Results<Created<PanelNoteBody>, Ok<PanelNoteBody>, Refused>> Add(
        Guid programme, Guid trainee, Guid pack, Creation creation, HttpContext http, PortfolioDatabase database, PanelNotes notes,
        Func<Work, KeptEvidence, Creation, Task<Answer<Made>>> add, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await EvidencePackStore.Find(work, trainee, pack) is not { } kept)
            return Problems.NotFound.ToResult();
        if ((await add(work, kept, creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var note = await notes.Read(work, creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", note);
    }
}
