using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>What an attempt does.</summary>
internal enum Act { Deliver, Replace, Withdraw, Find }

/// <summary>What comes next for one record at one place.</summary>
internal abstract record Turn
{
    /// <summary>Ask the platform.</summary>
    /// <param name="Of">The version that it is about.</param>
    /// <param name="Before">The older one in whose place it goes, where it replaces.</param>
    internal sealed record Send(Act Act, Delivery Of, Delivery? Before = null) : Turn;

    /// <summary>Nothing is to be asked: this is how it stands.</summary>
    internal sealed record Settle(Delivery Of, string State, string? Reason = null) : Turn;

    /// <summary>All versions of it are settled, or wait.</summary>
    internal sealed record Rest : Turn;

    /// <param name="versions">All versions of the record at this place, oldest first.</param>
    /// <param name="repeating">How a lost answer is settled there.</param>
    /// <param name="now">The time to judge by.</param>
    public static Turn Next(IReadOnlyList<Delivery> versions, Repeating repeating, DateTimeOffset now)
    {
        // A newer version never overtakes an older one of which nobody knows whether it is there.
        var blocked = false;
        for (var at = 0; at < versions.Count; at++)
        {
            var version = versions[at];
            blocked |= version.State == "unknown";
            if (!version.IsOpen)
                continue;
            if (blocked)
                return new Settle(version, "parked", "waits-for-older");
            if (now - version.Since > Delivery.Horizon)
                return new Settle(version, "parked", "given-up");
            if (version.Doubt && repeating == Repeating.Neither)
                return new Settle(version, "unknown", "no-answer");
            if (version.Doubt && repeating == Repeating.ReadBack)
                return new Send(Act.Find, version);
            return version.IsWanted ? new Send(Act.Deliver, version) : Removing(version, versions.Skip(at + 1).ToList(), repeating);
        }
        return new Rest();
    }

    private static Turn Removing(Delivery old, List<Delivery> newer, Repeating repeating)
    {
        if (old.Receipt is null && !old.Doubt)
            return new Settle(old, "withdrawn");
        var next = newer.FirstOrDefault(version => version.IsWanted);
        return next switch
        {
            { IsOpen: true, Doubt: true } when repeating == Repeating.Neither => new Settle(next, "unknown", "no-answer"),
            { IsOpen: true, Doubt: true } when repeating == Repeating.ReadBack => new Send(Act.Find, next),
            { IsOpen: true } => new Send(Act.Replace, next, old),
            { State: "unknown" or "parked" } => new Settle(old, "parked", "waits-for-newer"),
            _ => new Send(Act.Withdraw, old),
        };
    }
}
