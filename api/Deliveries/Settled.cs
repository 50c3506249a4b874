using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>What an attempt leaves behind: how its line stands, and whether the place or the platform waits.</summary>
/// <param name="State">Where the line goes: `due` again, or settled.</param>
/// <param name="Arrived">What the platform has now, where that is known.</param>
/// <param name="Gone">It is known not to be there.</param>
/// <param name="DueAt">When it is tried again.</param>
/// <param name="Needs">What a person must do before anything goes on at this place.</param>
/// <param name="RestsUntil">The platform is busy until then.</param>
internal sealed record Settled(
    string State, string? Reason = null, bool Doubt = false, Receipt? Arrived = null, bool Gone = false, DateTimeOffset? DueAt = null, string? Needs = null,
    DateTimeOffset? RestsUntil = null)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15), LongestWait = TimeSpan.FromHours(6), LongestAsked = TimeSpan.FromDays(1);

    // What was sent may still be on its way: looked for too soon, it would be sent twice; sent again and taken back meanwhile, it would come back.
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(2);

    /// <summary>How a line stands of which nothing was asked.</summary>
    public static Settled Without(Turn.Settle settle) => new(settle.State, settle.Reason, settle.State != "withdrawn" && settle.Of.Doubt, Gone: settle.State == "withdrawn");

    public static Settled After(Turn.Send sent, Outcome outcome, DateTimeOffset now) => (sent.Act, outcome) switch
    {
        (Act.Withdraw, Outcome.Accepted or Outcome.AlreadyThere or Outcome.NotThere) => new("withdrawn", Gone: true),
        (Act.Find, Outcome.NotThere) => sent.Of.IsWanted ? new("due", Gone: true, DueAt: now) : new("withdrawn", Gone: true),
        (Act.Find, Outcome.AlreadyThere { Receipt: var receipt }) => There(sent, receipt, now),
        (Act.Find, Outcome.Accepted { Receipt: var receipt }) => There(sent, receipt, now),
        (_, Outcome.Accepted { Receipt: var receipt }) => There(sent, receipt, now),
        (_, Outcome.AlreadyThere { Receipt: var receipt }) => There(sent, receipt, now),
        (_, Outcome.TryLater { After: var after } later) => new(
            "due", Doubt: sent.Of.Doubt, DueAt: now + Wait(sent.Of, after), RestsUntil: later.Code == "busy" && after is { } rest ? now + Least(rest, LongestAsked) : null),
        (_, Outcome.NoAnswer { After: var after }) => new(
            "due", Doubt: true, DueAt: now + Most(Wait(sent.Of, after), OnItsWay)),
        (_, Outcome.NeedsPerson { Everything: true, Code: var code }) => new("due", Doubt: sent.Of.Doubt, DueAt: now, Needs: code),
        (_, Outcome.NeedsPerson { Code: var code }) => new("parked", code, sent.Of.Doubt),
        (_, Outcome.Refused { Code: var code }) => new("refused", code, sent.Of.Doubt),
        // An answer that this act cannot have.
        _ => new("due", Doubt: true, DueAt: now + Wait(sent.Of, null)),
    };

    // Meanwhile it may have to go again; whoever writes this down looks.
    private static Settled There(Turn.Send sent, Receipt receipt, DateTimeOffset now) =>
        sent.Of.IsWanted ? new("accepted", Arrived: receipt) : new("due", Arrived: receipt, DueAt: now);

    private static TimeSpan Wait(Delivery of, TimeSpan? asked)
    {
        var doubled = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(of.Tries, 20)));
        // By its id, so that what failed together does not come back together.
        var spread = 0.75 + ((of.Id.GetHashCode() & 0xff) / 512.0);
        return Most(doubled * spread, Least(asked ?? TimeSpan.Zero, LongestAsked));
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
