using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>The ledger as the worker writes it.</summary>
internal static class DeliveryStore
{
    /// <summary>All versions, at this place, of the record that is next due there; none where nothing is.</summary>
    public static Task<List<Delivery>> NextDue(Work work, Claim claim, DateTimeOffset now) => work.Rows<Delivery>("""
        select d.id, d.record_id, d.number, r.kind, d.wanted, d.state, d.doubt, d.receipt, d.steps, d.tries::int, d.since
        from delivery d join record r on r.programme_id = d.programme_id and r.id = d.record_id
        where d.programme_id = @Programme and d.platform_id = @Platform and d.person_id = @Person and d.record_id = (
            select n.record_id from delivery n
            where n.programme_id = @Programme and n.platform_id = @Platform and n.person_id = @Person and n.state in ('due', 'sending') and n.due_at <= @now
            order by n.log_position limit 1)
        order by d.number
        """, new { work.Programme, claim.Platform, claim.Person, now });

    /// <summary>What is about to be sent is written down first: from now on it is in doubt, until an answer says otherwise.</summary>
    /// <returns>The attempt's number.</returns>
    public static Task<int> Intend(Work work, Turn.Send sent, DateTimeOffset now) => work.Row<int>("""
        with sending as (
            update delivery set state = 'sending', due_at = coalesce(due_at, @now), doubt = doubt or @writes, tries = tries + 1 where programme_id = @Programme and id = @Id
        )
        insert into delivery_attempt (programme_id, delivery_id, number, act, started_at)
        select @Programme, @Id, coalesce(max(number), 0) + 1, @act, @now from delivery_attempt where programme_id = @Programme and delivery_id = @Id
        returning number::int
        """, new { work.Programme, sent.Of.Id, act = Code(sent.Act), writes = sent.Act != Act.Find, now });

    /// <summary>How an attempt ended.</summary>
    public static Task<int> End(Work work, Guid delivery, int attempt, Outcome outcome, DateTimeOffset now) => work.Run("""
        update delivery_attempt set ended_at = @now, outcome = @outcome, code = @code, said = @said
        where programme_id = @Programme and delivery_id = @delivery and number = @attempt
        """, new { work.Programme, delivery, attempt, outcome = Code(outcome), code = Why(outcome), said = Cut(outcome.Said, 200), now });

    /// <summary>How a line stands. Where it came to be wanted otherwise meanwhile, it is due again; where the person said meanwhile what they see, that stays.</summary>
    public static Task<int> Settle(Work work, Delivery of, Settled settled, byte[]? receipt, DateTimeOffset now) => work.Run("""
        update delivery set
            state = case when @State in ('accepted', 'withdrawn') and wanted <> @Wanted then 'due' else @State end,
            due_at = case when @State in ('accepted', 'withdrawn') and wanted <> @Wanted then @now when @State = 'due' then coalesce(@DueAt, @now) end,
            reason = case when @State in ('refused', 'unknown', 'parked') then @Reason end,
            doubt = @Doubt,
            receipt = case when @Gone then null else coalesce(@receipt, receipt) end,
            steps = case when @State = 'withdrawn' and wanted = @Wanted then null else steps end,
            accepted_at = case when @receipt is not null then coalesce(accepted_at, @now) when @Gone then null else accepted_at end,
            withdrawn_at = case when @State = 'withdrawn' and wanted = @Wanted then @now end
        where programme_id = @Programme and id = @Id and state in ('due', 'sending')
        """, new { work.Programme, of.Id, of.Wanted, settled.State, settled.Reason, settled.Doubt, settled.Gone, settled.DueAt, receipt, now });

    /// <summary>A newer version is there in the place of the older ones that had to go.</summary>
    public static Task<int> Replaced(Work work, Delivery by, Claim claim, DateTimeOffset now) => work.Run("""
        update delivery set state = 'withdrawn', withdrawn_at = @now, due_at = null, reason = null, doubt = false, receipt = null, steps = null
        where programme_id = @Programme and platform_id = @Platform and person_id = @Person and record_id = @RecordId and number < @Number
          and wanted = 'gone' and state <> 'withdrawn'
        """, new { work.Programme, claim.Platform, claim.Person, by.RecordId, by.Number, now });

    /// <summary>The place waits for a person.</summary>
    public static Task<int> Wait(Work work, Claim claim, string needs, DateTimeOffset now) => work.Run("""
        update outward_place set needs = @needs, needs_since = @now where programme_id = @Programme and platform_id = @Platform and person_id = @Person and needs is null
        """, new { work.Programme, claim.Platform, claim.Person, needs, now });

    /// <summary>The platform rests: to be said before anything at a place is held, as whoever brings and claims holds the platform first.</summary>
    public static Task<int> Rest(Work work, Claim claim, DateTimeOffset until) => work.Run(
        "update outward_platform set rests_until = greatest(rests_until, @until) where programme_id = @Programme and platform_id = @Platform",
        new { work.Programme, claim.Platform, until });

    /// <summary>Where nobody permits anything any more and nothing is left to take back, what opens the place is destroyed.</summary>
    public static Task<int> Forget(Work work, Claim claim) => work.Run("""
        update outward_place p set settings = null, notes = null
        where p.programme_id = @Programme and p.platform_id = @Platform and p.person_id = @Person and p.brought_for is null and (p.settings is not null or p.notes is not null)
          and not exists (select 1 from delivery d where d.programme_id = p.programme_id and d.platform_id = p.platform_id and d.person_id = p.person_id
                            and d.state in ('due', 'sending'))
        """, new { work.Programme, claim.Platform, claim.Person });

    public static string Code(Act act) => act switch { Act.Deliver => "deliver", Act.Replace => "replace", Act.Withdraw => "withdraw", _ => "find" };

    public static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Accepted => "accepted",
        Outcome.AlreadyThere => "already-there",
        Outcome.NotThere => "not-there",
        Outcome.TryLater => "try-later",
        Outcome.Refused => "refused",
        Outcome.NeedsPerson => "needs-person",
        _ => "no-answer",
    };

    private static string? Why(Outcome outcome) => outcome switch
    {
        Outcome.TryLater later => Cut(later.Code, 60),
        Outcome.Refused refused => Cut(refused.Code, 60),
        Outcome.NeedsPerson needs => Cut(needs.Code, 60),
        Outcome.NoAnswer none => Cut(none.Code, 60),
        _ => null,
    };

    private static string? Cut(string? text, int most) => text is { } long_ && long_.Length > most ? long_[..most] : text;
}
