using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One person's requirement and its steps: what is known, shown exactly, to confirm, to ask about, to decline; and the questions that came back, to answer.</summary>
internal sealed class ConfirmModel(
    PortfolioDatabase database, PersonStore people, ConfirmationOverview overview, Confirmations confirmations, ConfirmationQuestions questions, ConfirmationEnds ends,
    TimeProvider clock) : PageModel, IPageFor
{
    // Whoever may read, confirm or answer may also answer: what else they may, each part asks the table for.
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.AnswerQuestion, new TraineeInPath("traineeId"));

    public Guid TraineeId { get; private set; }

    public Guid Me { get; private set; }

    public string Name { get; private set; } = "";

    public Programme Programme { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public bool HasRequirement { get; private set; }

    /// <summary>What was confirmed and what waits; nothing for whoever may not read it.</summary>
    public ConfirmationsBody? Body { get; private set; }

    /// <summary>What they would confirm now; nothing where there is nothing of theirs to confirm.</summary>
    public ConfirmationSeen? Seen { get; private set; }

    public IReadOnlyList<string> Items { get; private set; } = [];

    /// <summary>Questions that wait for whoever looks.</summary>
    public IReadOnlyList<QuestionBody> ToAnswer { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Who can be asked, the person themselves first.</summary>
    public IReadOnlyList<Guid> MayAnswer { get; private set; } = [];

    /// <summary>What they confirmed last, for their report.</summary>
    public string? Paragraph { get; private set; }

    /// <summary>Why there is nothing for them to confirm, where they could confirm at all.</summary>
    public string? WhyNot { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public Dictionary<string, string> Typed { get; } = [];

    public string? Done { get; private set; }

    public bool MayConfirm => HttpContext.Granted().Also(Rights.Confirm);

    public bool MaySeeYear => HttpContext.Granted().Also(Rights.ReadProgress);

    public string Step => Seen is { Confirms.Scope: "requirement" } seen ? seen.Confirms.Step : "progress";

    /// <summary>Whether they supervise, and can so verify at any time how far somebody is.</summary>
    public bool Supervises => HttpContext.Granted().Roles.Contains(Role.EducationalSupervisor);

    public async Task<IActionResult> OnGet(Guid programmeId, Guid traineeId, string? step, string? done, CancellationToken cancellation)
    {
        Done = done is "confirmed" or "asked" or "declined" or "answered" ? done : null;
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work, traineeId, step);
    }

    public Task<IActionResult> OnPostConfirm(Guid programmeId, Guid traineeId, string step, string hash, DateOnly asOf, CancellationToken cancellation) =>
        Change(programmeId, traineeId, step, "confirmed", Rights.Confirm, async (work, _) => (await confirmations.SeeOrConfirm(
            work, traineeId, new NewConfirmation(step == "progress" ? null : step, AsOf: asOf, ListHash: hash), HttpContext.Person(), HttpContext.Granted().Roles)).Problem, cancellation);

    public Task<IActionResult> OnPostAsk(Guid programmeId, Guid traineeId, string step, string? question, Guid answers, CancellationToken cancellation) =>
        Change(programmeId, traineeId, step, "asked", Rights.Confirm, async (work, pack) =>
        {
            if (Take("question", question, "Write what you want to know.") is not { } text)
                return Problems.InvalidBody;
            var body = new NewQuestion(step, text, answers);
            return (await questions.Ask(work, Course.Of(traineeId, pack), pack, body, Asks, Creation.Of(HttpContext, null, body))).Problem;
        }, cancellation);

    public Task<IActionResult> OnPostDecline(Guid programmeId, Guid traineeId, string step, string? reason, CancellationToken cancellation) =>
        Change(programmeId, traineeId, step, "declined", Rights.Confirm, async (work, pack) => Take("reason", reason, "Write why you decline.") is { } text
            ? (await ends.Decline(work, Course.Of(traineeId, pack), pack, new NewDecline(step, text), Asks)).Refused : Problems.InvalidBody, cancellation);

    public Task<IActionResult> OnPostAnswer(Guid programmeId, Guid traineeId, Guid question, string? answer, CancellationToken cancellation) =>
        Change(programmeId, traineeId, null, "answered", Rights.AnswerQuestion, async (work, _) => Take($"answer-{question}", answer, "Write an answer.") is { } text
            ? await questions.Answer(work, traineeId, question, HttpContext.Person(), text) : Problems.InvalidBody, cancellation);

    private Asker Asks => new(HttpContext.Person(), HttpContext.Granted().Roles, LedOne: false);

    private string? Take(string field, string? typed, string asked)
    {
        var (text, wrong) = TypedText.Reason(typed, asked);
        Typed[field] = typed ?? "";
        if (wrong is not null)
            Wrong[field] = wrong;
        return wrong is null ? text : null;
    }

    private async Task<IActionResult> Change(
        Guid programme, Guid trainee, string? step, string done, Right right, Func<Work, RequirementPack, Task<Problem?>> change, CancellationToken cancellation)
    {
        if (!HttpContext.Granted().Also(right))
            return NotFound();
        await using (var work = await database.Begin(programme, cancellation))
        {
            var day = (await ProgrammeStore.Find(work, programme))!.LocalDate(clock.GetUtcNow());
            if ((await ConfirmationPack.Find(work, trainee, day, null, null)).Refused(out var problem, out var asked))
                return NotFound();
            if (await change(work, asked.Pack) is { } refused)
                problem = refused;
            else
            {
                await work.Commit();
                return Redirect($"{Request.Path}?done={done}");
            }
            Response.StatusCode = problem.Status;
            if (Wrong.Count == 0)
                Wrong[""] = problem.Code == Problems.ListChanged.Code
                    ? "Nothing was confirmed, because something changed after you looked. This is what you would confirm now."
                    : $"{problem.Title} {problem.Detail}".Trim();
        }
        await using var again = await database.Begin(programme, cancellation);
        return await Show(again, trainee, step);
    }

    private async Task<IActionResult> Show(Work work, Guid trainee, string? step)
    {
        (TraineeId, Me, Programme) = (trainee, HttpContext.Person(), (await ProgrammeStore.Find(work, work.Programme))!);
        if (await people.Find(work, trainee) is not { } person)
            return NotFound();
        (Name, Day) = (person.Identity.Name, Programme.LocalDate(clock.GetUtcNow()));
        if ((await ConfirmationPack.Find(work, trainee, Day, null, null)).Refused(out _, out var asked))
            return Page();
        HasRequirement = true;
        var course = Course.Of(trainee, asked.Pack);
        ToAnswer = [.. (await questions.Of(work, course)).Where(each => each.AnsweredAt is null && each.Answers == Me)];
        var reads = HttpContext.Granted().Also(Rights.ReadConfirmations)
            && !(ConfirmationEndpoints.OnlyLeads(HttpContext) && !ConfirmationSteps.Of(asked.Pack).Any(each => each.By.Value.Contains(Confirmer.Leader)));
        if (reads)
            Body = await overview.Of(work, Programme, asked, await Evidence.Of(work, Programme, person, asked, Day));
        if (MayConfirm && Me != trainee)
            await Look(work, asked, course, step);
        await Named(work, trainee);
        Paragraph = await Confirmed(work);
        return Page();
    }

    // The next step where it is theirs; what a supervisor may verify at any time only where they ask for it.
    private async Task Look(Work work, ConfirmationPack asked, Course course, string? step)
    {
        var taken = await ConfirmationStore.Taken(work, course, await ConfirmationStore.Current(work, course));
        var wanted = step == "progress" ? null : ConfirmationSteps.Of(asked.Pack).ElementAtOrDefault(taken.Count)?.Id;
        if (wanted is null && step != "progress")
            return;
        if ((await confirmations.SeeOrConfirm(work, TraineeId, new NewConfirmation(wanted), Me, HttpContext.Granted().Roles)).Refused(out var problem, out var seen))
        {
            WhyNot = problem.Code == Problems.NotYoursToConfirm.Code && step is null ? null : problem.Title;
            return;
        }
        Seen = seen;
        if (!(await Accounts.Aligned(work, Programme, seen.Confirms.Alignments, seen.Confirms.Evidence.AsOf)).Refused(out _, out var items))
            Items = [.. items.Select(item => $"{item.Name} ({item.Framework})")];
        MayAnswer = [TraineeId, .. taken.Select(before => before.By).Concat(await Leaders(work)).Where(who => who != Me && who != TraineeId).Distinct()];
    }

    private async Task<IEnumerable<Guid>> Leaders(Work work)
    {
        var groups = (await CohortStore.Memberships(work, Day)).Where(row => row.PersonId == TraineeId).Select(row => row.GroupId).ToHashSet();
        return (await CohortStore.Mandates(work, Day)).Where(mandate => groups.Contains(mandate.GroupId) && mandate.FromOn <= Day).Select(mandate => mandate.PersonId);
    }

    private async Task Named(Work work, Guid trainee) => Names = await people.Names(work,
    [
        trainee, .. MayAnswer, .. (Body?.Given ?? []).Select(given => given.By), .. (Body?.Ended ?? []).Select(ended => ended.By),
        .. (Body?.Questions ?? []).Concat(ToAnswer).SelectMany(each => new[] { each.AskedBy, each.Answers, each.AnsweredBy }).OfType<Guid>(),
    ]);

    private async Task<string?> Confirmed(Work work)
    {
        if (Body?.Given.FirstOrDefault(each => each.By == Me && each.ReversedAt is null) is not { } given || await overview.Frozen(work, TraineeId, given.Id) is not { } frozen)
            return null;
        var confirms = Evidence.Read<ConfirmationToSign>(JsonSerializer.SerializeToUtf8Bytes(frozen.Confirms));
        return ReportParagraph.Of(confirms, Programme.LocalDate(given.At), given.RecordId is { } record ? Addresses.Record(Programme, record) : null);
    }
}
