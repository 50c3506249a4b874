using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A trainee's year on one page, for themselves and for whoever may see how far they are. When they presented is shown to themselves alone.</summary>
internal sealed class TraineeModel(PortfolioDatabase database, PersonStore people, PersonKeys keys, AssessmentReading assessments, DeliverySeal seal, TimeProvider clock)
    : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadProgress, new PersonInPath("traineeId"));

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Whether it is whoever looks.</summary>
    public bool Own { get; private set; }

    public Programme Programme { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public TraineeYear Year { get; private set; } = null!;

    /// <summary>Nothing where no requirement is theirs today.</summary>
    public TraineeProgress? Progress { get; private set; }

    public IReadOnlyList<LeftOut> LeftOut { get; private set; } = [];

    public MemberAttendance? Summary { get; private set; }

    /// <summary>Nothing where whoever looks may not have it.</summary>
    public IReadOnlyList<ShownRecord>? Records { get; private set; }

    public IReadOnlyList<ShownAssessment>? Assessments { get; private set; }

    public IReadOnlyList<ConnectionBody> Connections { get; private set; } = [];

    public IReadOnlyList<DeliveryBody> Deliveries { get; private set; } = [];

    public IReadOnlyList<KeptEvidence>? EvidencePacks { get; private set; }

    public bool MayFreeze => HttpContext.Granted().Also(Rights.FreezeEvidence);

    public string Address => $"/programmes/{Programme.Id}";

    public DateOnly Day(DateTimeOffset at) => Programme.LocalDate(at);

    public async Task<IActionResult> OnGet(Guid programmeId, Guid traineeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await people.Find(work, traineeId) is not { } person)
            return NotFound();
        (Id, Name, Own, Programme) = (traineeId, person.Identity.Name, HttpContext.Person() == traineeId, PageFrame.Of(HttpContext).Programme!);
        Today = Programme.LocalDate(clock.GetUtcNow());
        var facts = await ProgressStore.Find(work, traineeId);
        var sessions = await OwnSessions.Of(work, traineeId);
        Year = TraineeYear.Of(sessions, facts, Today, Own);
        await HowFar(work, facts);
        await WhatThereIs(work, sessions);
        return Page();
    }

    private async Task HowFar(Work work, TraineeFacts facts)
    {
        if (await Assignments.Find(work, Id, Today) is { Pack: var pack })
        {
            Progress = Evaluation.Of(pack, facts, Today).For(HttpContext.Person(), Id, facts);
            LeftOut = Pages.LeftOut.Of(Progress, facts);
        }
        else
            Summary = MemberSummary.Of(facts, Today.AddYears(-1).AddDays(1), Today);
    }

    private async Task WhatThereIs(Work work, IReadOnlyList<OwnSession> sessions)
    {
        var may = HttpContext.Granted();
        if (may.Also(Rights.ListRecords))
            Records = await ShownRecord.Of(work, keys, Programme, Id, sessions, may.Roles);
        if (may.Also(Rights.ListAssessments))
            Assessments = await ShownAssessment.About(work, assessments, Id, Own, may.Roles);
        if (may.Also(Rights.ReadEvidence))
            EvidencePacks = await EvidencePackStore.Of(work, Id);
        if (!Own)
            return;
        Connections = [.. (await ConnectionStore.Of(work, Id)).Where(one => one.EndedAt is null)];
        Deliveries = (await DeliveryQueries.Page(work, seal, new(Id, Id, null, null, null, null, null, 200))).Deliveries;
    }
}
