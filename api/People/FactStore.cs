using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>What is true of a person from one day to another.</summary>
internal static class FactStore
{
    private sealed record SupervisionRow(Guid Id, Guid SupervisorId, string Kind, DateOnly From, DateOnly? Until);

    private sealed record AppointmentRow(Guid Id, Guid PersonId, string Office, string? Site, DateOnly From, DateOnly? Until);

    /// <param name="sites">The sites that a placement may be at; nothing means every site.</param>
    public static async Task<Answer<Made>> AddPlacement(Work work, Guid person, NewPlacement body, IReadOnlySet<Guid>? sites, Creation creation)
    {
        const string Insert = """
            insert into placement (programme_id, id, person_id, site_id, role, grade, whole_time, working_days, from_on, until_on,
                                   grade_expected_to, review_on, evidence_cut_off, made_by, made_from)
            values (@Programme, @Id, @person, @site, @Role, @Grade, @WholeTime, @days, @From, @Until,
                    @GradeExpectedTo, @ReviewOn, @EvidenceCutOff, @By, @Hash)
            """;
        if ((await SiteStore.Named(work, body.Site, sites)).Refused(out var problem, out var named))
            return problem;
        var site = named.Id;
        return await work.Once("placement", Insert, new
        {
            work.Programme, creation.Id, person, site, body.Role, body.Grade, body.WholeTime, days = body.WorkingDays.ToArray(), body.From, body.Until,
            body.GradeExpectedTo, body.ReviewOn, body.EvidenceCutOff, creation.By, creation.Hash,
        }, creation);
    }

    public static Task<Answer<Made>> AddClockStop(Work work, Guid person, NewClockStop body, Creation creation)
    {
        const string Insert = """
            insert into clock_stop (programme_id, id, person_id, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @person, @From, @Until, @By, @Hash)
            """;
        return work.Once("clock_stop", Insert, new { work.Programme, creation.Id, person, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Answer<Made>> AddSupervision(Work work, Guid trainee, NewSupervision body, Creation creation)
    {
        const string Insert = """
            insert into supervision (programme_id, id, trainee_id, supervisor_id, kind, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @trainee, @SupervisorId, @Kind, @From, @Until, @By, @Hash)
            """;
        return work.Once("supervision", Insert,
            new { work.Programme, creation.Id, trainee, body.SupervisorId, body.Kind, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static async Task<Answer<Made>> AddAppointment(Work work, NewAppointment body, Creation creation)
    {
        const string Insert = """
            insert into appointment (programme_id, id, person_id, office, site_id, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @PersonId, @Office, @site, @From, @Until, @By, @Hash)
            """;
        var site = body.Site is { } name ? (await SiteStore.Named(work, name, among: null)).Value?.Id : null;
        return await work.Once("appointment", Insert,
            new { work.Programme, creation.Id, body.PersonId, body.Office, site, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Problem?> EndSupervision(Work work, Guid trainee, Guid id, DateOnly until) => End(work, "supervision", "and trainee_id = @of", trainee, id, until);

    public static Task<Problem?> EndAppointment(Work work, Guid id, DateOnly until) => End(work, "appointment", "", default, id, until);

    public static async Task<IReadOnlyList<SupervisionBody>> Supervisions(Work work, PersonStore people, Guid trainee)
    {
        const string Sql = """
            select id, supervisor_id, kind, from_on as "from", until_on as until from supervision
            where programme_id = @Programme and trainee_id = @trainee order by from_on, id
            """;
        var rows = await work.Rows<SupervisionRow>(Sql, new { work.Programme, trainee });
        var names = await people.Names(work, rows.Select(row => row.SupervisorId));
        return [.. rows.Select(row => new SupervisionBody(row.Id, row.SupervisorId, names.GetValueOrDefault(row.SupervisorId, ""), row.Kind, row.From, row.Until))];
    }

    public static async Task<IReadOnlyList<AppointmentBody>> Appointments(Work work, PersonStore people)
    {
        const string Sql = """
            select a.id, a.person_id, a.office, s.name as site, a.from_on as "from", a.until_on as until
            from appointment a left join site s on s.programme_id = a.programme_id and s.id = a.site_id
            where a.programme_id = @Programme order by a.from_on, a.id
            """;
        var rows = await work.Rows<AppointmentRow>(Sql, new { work.Programme });
        var names = await people.Names(work, rows.Select(row => row.PersonId));
        return [.. rows.Select(row => new AppointmentBody(row.Id, row.PersonId, names.GetValueOrDefault(row.PersonId, ""), row.Office, row.Site, row.From, row.Until))];
    }

    private static async Task<Problem?> End(Work work, string table, string which, Guid of, Guid id, DateOnly until)
    {
        var values = new { work.Programme, of, id, until };
        if (await work.Row<DateOnly?>($"select from_on from {table} where programme_id = @Programme and id = @id {which}", values) is not { } from)
            return Problems.NotFound;
        if (until < from)
            return Problems.DatesReversed.At(new FieldError("$.until", $"Write {from:yyyy-MM-dd}, the first day, or a later one."));
        await work.Run($"update {table} set until_on = @until where programme_id = @Programme and id = @id {which}", values);
        return null;
    }
}
