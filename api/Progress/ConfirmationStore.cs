using Portfolio.Api.Database;

namespace Portfolio.Api.Progress;

/// <summary>One person under one version of a pack.</summary>
internal sealed record Course(Guid Person, string Pack, int Version)
{
    public static Course Of(Guid person, RequirementPack pack) => new(person, pack.Id, pack.Version);
}

/// <summary>A confirmation as it is kept, still sealed.</summary>
internal sealed record KeptConfirmation(
    Guid Id, Guid PersonId, string Pack, int PackVersion, string Scope, int? Round, int? Step, string StepId, string Act, DateOnly AsOf, byte[] Evidence, string Hash, Guid? RecordId,
    Guid ConfirmedBy, DateTimeOffset ConfirmedAt, DateTimeOffset? ReversedAt, byte[]? Reversal)
{
    public Course Course => new(PersonId, Pack, PackVersion);

    public TakenStep Taken => new(Id, Step!.Value, StepId, ConfirmedBy, ConfirmedAt, RecordId);
}

/// <summary>A confirmation to keep.</summary>
internal sealed record NewConfirmed(
    Guid Id, Course Course, byte[] PackHash, string Scope, int? Round, int? Step, string StepId, string Act, DateOnly AsOf, byte[] Evidence, byte[] Hash, Guid? RecordId, Guid By,
    DateTimeOffset At);

internal sealed record KeptRound(int Number, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, string? EndedFor, string? EndedStep, Guid? EndedBy, byte[]? Reason);

internal static class ConfirmationStore
{
    private const string OfCourse = "programme_id = @Programme and person_id = @Person and pack = @Pack and pack_version = @Version";

    private const string Columns = """
        select id, person_id, pack, pack_version, scope, round, step, step_id, act, as_of, evidence, encode(evidence_hash, 'hex') as hash, record_id,
               confirmed_by, confirmed_at, reversed_at, reversal
        from confirmation
        """;

    /// <summary>Everything that was ever confirmed of this, newest first.</summary>
    public static Task<List<KeptConfirmation>> Given(Work work, Course course) =>
        work.Rows<KeptConfirmation>($"{Columns} where {OfCourse} order by confirmed_at desc, id desc", Values(work, course));

    public static Task<KeptConfirmation?> Find(Work work, Guid person, Guid id) =>
        work.Row<KeptConfirmation>($"{Columns} where programme_id = @Programme and person_id = @person and id = @id", new { work.Programme, person, id });

    public static Task<List<KeptRound>> Rounds(Work work, Course course) => work.Rows<KeptRound>(
        $"select number, begun_at, ended_at, ended_for, ended_step, ended_by, reason from confirmation_round where {OfCourse} order by number", Values(work, course));

    /// <summary>The number of the passage that is open, or of the one that would be begun.</summary>
    public static async Task<int> Current(Work work, Course course) => NumberOf(await Rounds(work, course));

    public static int NumberOf(IReadOnlyList<KeptRound> rounds) => rounds is [.., { EndedAt: null, Number: var open }] ? open : rounds.Count + 1;

    /// <summary>The open passage, begun where there is none, and held until the transaction ends: who takes a step and who ends the passage wait for each other.</summary>
    public static async Task<int> Hold(Work work, Course course, DateTimeOffset now)
    {
        const string Begin = """
            insert into confirmation_round (programme_id, person_id, pack, pack_version, number, begun_at)
            values (@Programme, @Person, @Pack, @Version, @number, @now) on conflict do nothing
            """;
        var sql = $"select number from confirmation_round where {OfCourse} and ended_at is null for update";
        if (await work.Row<int?>(sql, Values(work, course)) is { } open)
            return open;
        await work.Run(Begin, new { work.Programme, course.Person, course.Pack, course.Version, number = await Current(work, course), now });
        return (await work.Row<int?>(sql, Values(work, course)))!.Value;
    }

    /// <summary>The steps that stand in a passage, in order.</summary>
    public static async Task<IReadOnlyList<TakenStep>> Taken(Work work, Course course, int round) =>
        [.. (await Given(work, course)).Where(given => given.Round == round).Select(given => given.Taken).OrderBy(taken => taken.Step)];

    public static Task<int> Add(Work work, NewConfirmed given) => work.Run("""
        insert into confirmation (programme_id, id, person_id, pack, pack_version, pack_hash, scope, round, step, step_id, act, as_of, evidence, evidence_hash,
                                  record_id, confirmed_by, confirmed_at)
        values (@Programme, @Id, @Person, @Pack, @Version, @PackHash, @Scope, @Round, @Step, @StepId, @Act, @AsOf, @Evidence, @Hash, @RecordId, @By, @At)
        """, new
    {
        work.Programme, given.Id, given.Course.Person, given.Course.Pack, given.Course.Version, given.PackHash, given.Scope, given.Round, given.Step, given.StepId,
        given.Act, given.AsOf, given.Evidence, given.Hash, given.RecordId, given.By, given.At,
    });

    public static Task<int> EndRound(Work work, Course course, int round, string why, string step, Guid by, byte[] reason, DateTimeOffset now) => work.Run($"""
        update confirmation_round set ended_at = greatest(@now, begun_at), ended_for = @why, ended_step = @step, ended_by = @by, reason = @reason
        where {OfCourse} and number = @round and ended_at is null
        """, new { work.Programme, course.Person, course.Pack, course.Version, round, why, step, by, reason, now });

    public static Task<int> Reverse(Work work, Guid id, Guid by, byte[] reason, DateTimeOffset now) => work.Run("""
        update confirmation set reversed_at = greatest(@now, confirmed_at), reversed_by = @by, reversal = @reason
        where programme_id = @Programme and id = @id and reversed_at is null
        """, new { work.Programme, id, by, reason, now });

    private static object Values(Work work, Course course) => new { work.Programme, course.Person, course.Pack, course.Version };
}
