namespace Portfolio.Api.Deliveries;

/// <summary>A line of the ledger: one version of a record at one trainee's place.</summary>
/// <param name="Wanted">Whether it is to be `there`, or `gone` from there.</param>
/// <param name="Doubt">Something was sent of which it is not known whether it arrived.</param>
/// <param name="Receipt">What the platform answered, sealed; nothing where nothing arrived that is known of.</param>
/// <param name="Steps">Steps of this delivery that are done, sealed.</param>
/// <param name="Tries">Attempts since it was last wanted otherwise.</param>
/// <param name="Since">From when it is tried.</param>
internal sealed record Delivery(
    Guid Id, Guid RecordId, int Number, string Kind, string Wanted, string State, bool Doubt, byte[]? Receipt, byte[]? Steps, int Tries, DateTimeOffset Since)
{
    /// <summary>How long it is tried before a person must look.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromDays(14);

    public bool IsWanted => Wanted == "there";

    public bool IsOpen => State is "due" or "sending";
}
