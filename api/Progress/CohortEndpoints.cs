using System.ComponentModel;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What whoever looks after trainees sees of all of them at once, for their sites.</summary>
internal static class CohortEndpoints
{
    private const string Json = "application/json";

    public static void MapCohort(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/cohort").WithTags("Cohort").May(Rights.SeeCohort, new PartOfProgramme());
        tutors.MapGet("/", Read).WithName("ReadCohort").WithSummary("Every trainee of one's sites: where they stand, by when, and what is waited for; as JSON or as a sheet")
            .Produces<CohortBody>(200, Json, SheetFile.Type).Refuses(Problems.NotAcceptable, Problems.InvalidRequest);
        tutors.MapGet("/registers", Registers).WithName("ListUnsignedRegisters").WithSummary("Registers of past sessions that nobody has signed, by leader");
        tutors.MapGet("/groups", Groups).WithName("ListCohortGroups").WithSummary("How the groups of one's sites go: size, held of planned, cancelled, and leaders ahead");
    }

    private static async Task<IResult> Read(
        Guid programmeId, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation,
        string? site = null, Guid? group = null, [Code("met", "on-track", "behind", "not-possible", "none")] string? state = null,
        [Description("Those who follow this pack; `none` for those whom nobody gave one.")] string? pack = null,
        [Code("name", "grade", "site", "state", "deadline", "changes")] string sort = "name", DateOnly? asOf = null)
    {
        http.Response.Headers.Vary = "Accept";
        if (http.Request.Form(Json, SheetFile.Type) is not { } form)
            return Problems.NotAcceptable.Because($"Ask for {Json} or {SheetFile.Type}.").ToResult();
        if (asOf < Fences.FirstDay || asOf > Fences.LastDay)
            return ProgressEndpoints.NoSuchDay.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        var day = asOf ?? await Today(work, clock);
        var trainees = await Trainees(work, people, day, await http.Sites(work, clock));
        var cohort = new CohortBody(day, new CohortQuestion(site, group, state, pack, sort).Of(trainees));
        return form == Json ? TypedResults.Ok(cohort) : TypedResults.File(CohortSheet.Write(cohort), $"{SheetFile.Type}; charset=utf-8", $"cohort-{day:yyyy-MM-dd}.csv");
    }

    /// <summary>Every trainee who is in a placement on the day, of these sites.</summary>
    internal static async Task<IReadOnlyList<CohortTrainee>> Trainees(Work work, PersonStore people, DateOnly day, IReadOnlySet<Guid>? sites) =>
        [.. (await Seen(work, people, day, sites)).Select(seen => seen.Trainee)];

    /// <summary>The same, each with all that is known towards their requirement.</summary>
    internal static async Task<IReadOnlyList<CohortSeen>> Seen(Work work, PersonStore people, DateOnly day, IReadOnlySet<Guid>? sites)
    {
        var placed = (await CohortStore.Trainees(work, day, sites)).DistinctBy(row => row.PersonId).ToDictionary(row => row.PersonId);
        var groups = (await CohortStore.Memberships(work, day)).ToLookup(row => row.PersonId);
        var names = await people.Names(work, placed.Keys);
        var members = await Cohort.Of(work, day, among: placed.Keys.ToHashSet());
        var waits = await CohortWaits.Read(work, day);
        return
        [
            .. members.Select(member => new CohortSeen(
                Trainee(member, placed[member.Person], names.GetValueOrDefault(member.Person, ""), [.. groups[member.Person]], waits), member.Progress)),
        ];
    }

    private static CohortTrainee Trainee(CohortMember member, PlacedRow placed, string name, IReadOnlyList<InGroupRow> groups, CohortWaits waits)
    {
        var (pack, progress) = (member.Pack, member.Progress);
        var met = progress?.State is ProgressState.Met;
        IReadOnlyList<CohortWait> waitsOn = met ? waits.Of(member.Person, pack!, placed.SiteId, groups) : [];
        return new(
            member.Person, name, placed.Grade, placed.Site, [.. groups.Select(group => new CohortGroup(group.GroupId, group.Name))], pack?.Id, pack?.Version, progress?.State,
            [.. (progress?.Rules ?? []).Select(rule => new CohortRule(rule.Id, rule.Have, rule.Need, rule.State))], progress?.Deadline,
            progress?.DeadlineEstimated ?? false, progress?.ChangesOn, waitsOn, met && waitsOn.Count == 0 ? pack!.Unlocks?.Value.In(pack.Language) : null);
    }

    private static async Task<Ok<UnsignedRegisters>> Registers(
        Guid programmeId, HttpContext http, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var today = await Today(work, clock);
        var unsigned = await CohortStore.Unsigned(work, today, await http.Sites(work, clock));
        var names = await people.Names(work, unsigned.Select(register => register.LeaderId).OfType<Guid>());
        return TypedResults.Ok(new UnsignedRegisters(today, CohortCover.ByLeader(unsigned, names, today)));
    }

    private static async Task<Ok<CohortGroups>> Groups(Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var today = await Today(work, clock);
        var from = today.AddYears(-1).AddDays(1);
        var groups = await CohortStore.Groups(work, from, today, await http.Sites(work, clock));
        var mandates = (await CohortStore.Mandates(work, today)).ToLookup(mandate => mandate.GroupId);
        return TypedResults.Ok(new CohortGroups(today, from, [.. groups.Select(group => CohortCover.Of(group, mandates[group.Id], today))]));
    }

    private static async Task<DateOnly> Today(Work work, TimeProvider clock) => (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());
}
