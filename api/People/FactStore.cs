using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>What is true of a person from one day to another.</summary>
internal static class FactStore
{
    /// <summary>The site of that name, made when it is missing.</summary>
    public static async Task<Guid> Site(Work work, string name)
    {
        const string Sql = """
            insert into site (programme_id, id, name) values (@Programme, @id, @name) on conflict (programme_id, name) do nothing;
            select id from site where programme_id = @Programme and name = @name
            """;
        return await work.Row<Guid>(Sql, new { work.Programme, id = Guid.CreateVersion7(), name });
    }

    public static async Task<Answer<Made>> AddPlacement(Work work, Guid person, NewPlacement body, Creation creation)
    {
        const string Insert = """
            insert into placement (programme_id, id, person_id, site_id, role, grade, whole_time, working_days, from_on, until_on,
                                   grade_expected_to, review_on, evidence_cut_off, made_by, made_from)
            values (@Programme, @Id, @person, @site, @Role, @Grade, @WholeTime, @days, @From, @Until,
                    @GradeExpectedTo, @ReviewOn, @EvidenceCutOff, @By, @Hash)
            """;
        var site = await Site(work, body.Site);
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
            insert into supervision (programme_id, id, trainee_id, supervisor_id, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @trainee, @SupervisorId, @From, @Until, @By, @Hash)
            """;
        return work.Once("supervision", Insert,
            new { work.Programme, creation.Id, trainee, body.SupervisorId, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static Task<Answer<Made>> AddAppointment(Work work, NewAppointment body, Creation creation)
    {
        const string Insert = """
            insert into appointment (programme_id, id, person_id, office, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @PersonId, @Office, @From, @Until, @By, @Hash)
            """;
        return work.Once("appointment", Insert,
            new { work.Programme, creation.Id, body.PersonId, body.Office, body.From, body.Until, creation.By, creation.Hash }, creation);
    }
}
