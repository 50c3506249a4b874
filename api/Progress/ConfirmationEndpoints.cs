using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class ConfirmationEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/confirmations";

    public static void MapConfirmations(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Confirmation").May(Rights.ReadConfirmations, new TraineeInPath("traineeId"));
        readers.MapGet("/", Read).WithName("ReadConfirmations").WithSummary("What was confirmed of a requirement and what waits: what stands out first, then the numbers, then every record")
            .Refuses(Problems.PackUnknown, Problems.NoRequirement, Problems.NotYoursToConfirm);
        readers.MapGet("/{confirmationId:guid}", ReadOne).WithName("ReadConfirmation").WithSummary("One confirmation, with the evidence as it was frozen")
            .Refuses(Problems.NotYoursToConfirm);

        var confirmers = routes.MapGroup(Path).WithTags("Confirmation").May(Rights.Confirm, new TraineeInPath("traineeId"));
        confirmers.MapPost("/", Confirm).WithName("Confirm").WithSummary("See what a step would confirm, or progress as of a day, then confirm it")
            .Refuses(Problems.PackUnknown, Problems.NoRequirement, Problems.StepUnknown, Problems.OwnRequirement, Problems.NotYoursToConfirm, Problems.NotIndependent,
                Problems.StepOutOfOrder, Problems.QuestionOpen, Problems.RequirementNotMet, Problems.ListChanged, Problems.InvalidRequest, Problems.NothingRealUnsigned, Problems.Conflict);
        confirmers.MapPost("/questions", Ask).WithName("AskBack").WithSummary("Send a step back with a question")
            .Refuses(Problems.PackUnknown, Problems.StepUnknown, Problems.OwnRequirement, Problems.NotYoursToConfirm, Problems.StepOutOfOrder, Problems.QuestionOpen, Problems.IdTaken);
        confirmers.MapPost("/declines", Decline).WithName("DeclineStep").WithSummary("Decline a step: the passage ends, and the next begins at the first step")
            .Refuses(Problems.PackUnknown, Problems.StepUnknown, Problems.OwnRequirement, Problems.NotYoursToConfirm, Problems.StepOutOfOrder);
        confirmers.MapPost("/{confirmationId:guid}/reversal", Reverse).WithName("ReverseConfirmation").WithSummary("Reverse a confirmation: its record is withdrawn, what was frozen stays")
            .Refuses(Problems.OwnRequirement, Problems.NotYoursToConfirm, Problems.ReversedAlready);

        var anybody = routes.MapGroup("/v1/programmes/{programmeId:guid}/confirmations").WithTags("Confirmation").May(Rights.SeeWaiting, new PartOfProgramme());
        anybody.MapGet("/waiting", Waiting).WithName("ListWaiting").WithSummary("What waits on whoever asks: steps of requirements that are met, and questions that came back");
        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/trainees/{traineeId:guid}/periods").WithTags("Confirmation").May(Rights.ReadPeriods, new TraineeInPath("traineeId"));
        people.MapGet("/", Periods).WithName("ListPeriods").WithSummary("The periods that accounts can be of, over all groups of a person").Refuses(Problems.InvalidRequest);

        var asked = routes.MapGroup(Path + "/questions/{questionId:guid}").WithTags("Confirmation").May(Rights.AnswerQuestion, new TraineeInPath("traineeId"));
        asked.MapPost("/answer", Answer).WithName("AnswerQuestion").WithSummary("Answer a question that came back").Refuses(Problems.NotYoursToAnswer, Problems.AnsweredAlready);
    }

    private static async Task<Results<Ok<ConfirmationsBody>, Refused>> Read(
        Guid programmeId, Guid traineeId, string? pack, int? version, HttpContext http, PortfolioDatabase database, PersonStore people, ConfirmationOverview overview,
        TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var today = programme.LocalDate(clock.GetUtcNow());
        if ((await ConfirmationPack.Find(work, traineeId, today, pack, version)).Refused(out var problem, out var asked))
            return problem.ToResult();
        if (OnlyLeads(http) && !ConfirmationSteps.Of(asked.Pack).Any(step => step.By.Value.Contains(Confirmer.Leader)))
            return Problems.NotYoursToConfirm.ToResult();
        if (await people.Find(work, traineeId) is not { } person)
            return Problems.NotFound.ToResult();
        var evidence = await Evidence.Of(work, programme, person, asked, today);
        return TypedResults.Ok(await overview.Of(work, programme, asked, evidence));
    }

    private static async Task<Results<Ok<FrozenConfirmation>, Refused>> ReadOne(
        Guid programmeId, Guid traineeId, Guid confirmationId, HttpContext http, PortfolioDatabase database, ConfirmationOverview overview, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await overview.Frozen(work, traineeId, confirmationId) is not { } frozen)
            return Problems.NotFound.ToResult();
        return OnlyLeads(http) && frozen.Confirmation.By != http.Person() ? Problems.NotYoursToConfirm.ToResult() : TypedResults.Ok(frozen);
    }

    // A leader sees their own groups; what somebody did in all of them is for a leader whom the requirement asks.
    internal static bool OnlyLeads(HttpContext http) => !Rights.ReadConfirmations.Roles.Except([Role.Leader]).Any(http.Granted().Roles.Contains);

    private static async Task<Results<Ok<ConfirmationSeen>, Refused>> Confirm(
        Guid programmeId, Guid traineeId, NewConfirmation body, HttpContext http, PortfolioDatabase database, Confirmations confirmations, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await confirmations.SeeOrConfirm(work, traineeId, body, http.Person(), http.Granted().Roles)).Refused(out var problem, out var seen))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(seen);
    }

    private static async Task<Results<Created<QuestionBody>, Ok<QuestionBody>, Refused>> Ask(
        Guid programmeId, Guid traineeId, NewQuestion body, HttpContext http, PortfolioDatabase database, ConfirmationQuestions questions, TimeProvider clock,
        CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await Pack(work, traineeId, clock, body.Pack, body.Version)).Refused(out var problem, out var asked))
            return problem.ToResult();
        var creation = Creation.Of(http, body.Id, body);
        if ((await questions.Ask(work, Course.Of(traineeId, asked.Pack), asked.Pack, body, Asks(http), creation)).Refused(out problem, out var made))
            return problem.ToResult();
        var question = await questions.Read(work, traineeId, creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", question);
    }

    private static async Task<Results<Ok<QuestionBody>, Refused>> Answer(
        Guid programmeId, Guid traineeId, Guid questionId, NewAnswer body, HttpContext http, PortfolioDatabase database, ConfirmationQuestions questions, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await questions.Answer(work, traineeId, questionId, http.Person(), body.Answer) is { } problem)
            return problem.ToResult();
        var answered = await questions.Read(work, traineeId, questionId);
        await work.Commit();
        return TypedResults.Ok(answered);
    }

    private static async Task<Results<NoContent, Refused>> Decline(
        Guid programmeId, Guid traineeId, NewDecline body, HttpContext http, PortfolioDatabase database, ConfirmationEnds ends, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await Pack(work, traineeId, clock, body.Pack, body.Version)).Refused(out var problem, out var asked))
            return problem.ToResult();
        var (refused, isNew) = await ends.Decline(work, Course.Of(traineeId, asked.Pack), asked.Pack, body, Asks(http));
        if (refused is not null)
            return refused.ToResult();
        if (isNew)
            await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Refused>> Reverse(
        Guid programmeId, Guid traineeId, Guid confirmationId, NewReversal body, HttpContext http, PortfolioDatabase database, ConfirmationEnds ends, TimeProvider clock,
        CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await ConfirmationStore.Find(work, traineeId, confirmationId) is not { } given)
            return Problems.NotFound.ToResult();
        if ((await Pack(work, traineeId, clock, given.Pack, given.PackVersion)).Refused(out var problem, out var asked))
            return problem.ToResult();
        if (await ends.Reverse(work, given, asked.Pack, body.Reason, Asks(http)) is { } refused)
            return refused.ToResult();
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<WaitingList>> Waiting(
        Guid programmeId, HttpContext http, PortfolioDatabase database, ConfirmationWaiting waiting, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new WaitingList(await waiting.On(work, http.Person())));
    }

    private static async Task<Results<Ok<PeriodList>, Refused>> Periods(
        Guid programmeId, Guid traineeId, DateOnly? appraisalYear, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        if (appraisalYear < Fences.FirstDay || appraisalYear > Fences.LastDay)
            return Problems.InvalidRequest.At(new FieldError("appraisalYear", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} to {Fences.LastDay:yyyy-MM-dd}.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var today = programme.LocalDate(clock.GetUtcNow());
        var placements = (await ProgressStore.Find(work, traineeId)).Placements;
        var periods = new List<PeriodBody>();
        foreach (var period in EvidencePeriods.Of(placements, appraisalYear, today))
            periods.Add(await EvidencePeriods.Filled(work, traineeId, period, today, OnlyLeads(http) ? http.Person() : null));
        IReadOnlyList<ItemOfFramework> items = (await Assignments.Find(work, traineeId, today))?.Pack is { } pack ? await Confirmations.Proposed(work, programme, pack, today) : [];
        return TypedResults.Ok(new PeriodList(traineeId, items, periods));
    }

    private static async Task<Answer<ConfirmationPack>> Pack(Work work, Guid trainee, TimeProvider clock, string? pack, int? version) => await ConfirmationPack.Find(
        work, trainee, (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow()), pack, version);

    private static Asker Asks(HttpContext http) => new(http.Person(), http.Granted().Roles, LedOne: false);
}
