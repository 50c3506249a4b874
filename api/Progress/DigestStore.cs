using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class DigestStore
{
    private sealed record LeaderRow(Guid GroupId, Guid PersonId);

    private sealed record StateRow(Guid PersonId, string State);

    public static async Task<WeeklyLetters> Setting(Work work, Guid person) => new(
        await work.Row<bool?>("select weekly from digest_setting where programme_id = @Programme and person_id = @person", new { work.Programme, person }) ?? true);

    public static Task Set(Work work, Guid person, bool weekly, DateTimeOffset now) => work.Run("""
        insert into digest_setting (programme_id, person_id, weekly, set_at) values (@Programme, @person, @weekly, @now)
        on conflict (programme_id, person_id) do update set weekly = @weekly, set_at = @now where digest_setting.weekly <> @weekly
        """, new { work.Programme, person, weekly, now });

    /// <summary>Takes a week to be written: once, whichever host comes first. Another waits here until that one is done.</summary>
    public static async Task<bool> Take(Work work, DateOnly week, DateTimeOffset now) => await work.Run(
        "insert into digest_week (programme_id, week, written_at) values (@Programme, @week, @now) on conflict (programme_id, week) do nothing",
        new { work.Programme, week, now }) == 1;

    /// <summary>Those who are left in peace: they switched the letters off, or their clock is stopped.</summary>
    public static async Task<IReadOnlySet<Guid>> Quiet(Work work, DateOnly today) => (await work.Rows<Guid>("""
        select person_id from digest_setting where programme_id = @Programme and not weekly
        union select person_id from clock_stop where programme_id = @Programme and in_force(from_on, until_on, @today)
        """, new { work.Programme, today })).ToHashSet();

    /// <summary>Who leads each group on that day: its leader, and only where there is none a co-leader or a deputy.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Leaders(Work work, DateOnly today) => (await work.Rows<LeaderRow>("""
        select distinct on (group_id) group_id, person_id from mandate
        where programme_id = @Programme and in_force(from_on, until_on, @today)
        order by group_id, array_position(array['leader', 'co-leader', 'deputy'], kind), from_on, person_id
        """, new { work.Programme, today })).ToDictionary(row => row.GroupId, row => row.PersonId);

    public static async Task<IReadOnlyDictionary<Guid, ProgressState>> States(Work work) => (await work.Rows<StateRow>("""
        select distinct on (person_id) person_id, state from digest where programme_id = @Programme and about = 'progress' order by person_id, week desc
        """, new { work.Programme })).ToDictionary(row => row.PersonId, row => Code<ProgressState>.Read(row.State));

    public static Task Note(Work work, Guid person, DateOnly week, ProgressState? state, bool told, DateTimeOffset now) => work.Run("""
        insert into digest (programme_id, person_id, about, week, state, told, noted_at) values (@Programme, @person, @about, @week, @code, @told, @now)
        """, new { work.Programme, person, about = state is null ? "leading" : "progress", week, code = state is { } known ? Code.Of(known) : null, told, now });
}
