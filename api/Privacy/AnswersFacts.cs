using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>What an answer is made of: the programme, what it says of itself, and what is held, counted at one moment.</summary>
/// <param name="Person">Whom it is about, where it is about one person of the programme.</param>
internal sealed record AnswerFacts(Programme Programme, Settings Settings, IReadOnlyList<HeldCount> Held, Guid? Person, DateTimeOffset MadeAt);

internal static class AnswersFacts
{
    /// <summary>Of the whole programme: what a patient's request, or a court's for no one person, would be answered from.</summary>
    public static async Task<AnswerFacts> Of(Work work, DateTimeOffset now)
    {
        const string Sql = """
            select 'people' as what, count(*) as count from person where programme_id = @Programme
            union all select 'groups', count(*) from discussion_group where programme_id = @Programme
            union all select 'sessions', count(*) from session where programme_id = @Programme
            union all select 'lines on registers', count(*) from register_line where programme_id = @Programme
            union all select 'of these, lines that say that somebody presented a case', count(*) from register_line where programme_id = @Programme and presented
            union all select 'of these, lines that say that somebody followed one up', count(*) from register_line where programme_id = @Programme and followed_up
            union all select 'reasons written for corrections', count(*) from register_version where programme_id = @Programme and reason is not null
            union all select 'assessments', count(*) from assessment where programme_id = @Programme
            union all select 'of these, with words written beside', count(*) from assessment where programme_id = @Programme and (feedback is not null or comment is not null)
            union all select 'entries of what was recorded elsewhere', count(*) from recorded_elsewhere where programme_id = @Programme
            union all select 'signed records', count(*) from record where programme_id = @Programme
            """;
        await work.Run("set transaction isolation level repeatable read");
        var counts = await work.Rows<HeldCount>(Sql, new { work.Programme });
        return new((await ProgrammeStore.Find(work, work.Programme))!, await SettingsStore.Find(work), counts, null, now);
    }

    /// <summary>Of one person: how many entries each part of their export has.</summary>
    /// <returns>Nothing where there is no such person.</returns>
    public static async Task<AnswerFacts?> Of(Work work, Guid person, DateTimeOffset now)
    {
        await work.Run("set transaction isolation level repeatable read");
        if (!await work.Any("select 1 from person where programme_id = @Programme and id = @person", new { work.Programme, person }))
            return null;
        var counts = new List<HeldCount>();
        foreach (var part in PersonExportParts.All)
            counts.Add(new(part.Name, await work.Row<long>($"select count(*) from ({part.Sql}) as part", new { work.Programme, person, now })));
        return new((await ProgrammeStore.Find(work, work.Programme))!, await SettingsStore.Find(work), counts, person, now);
    }
}
