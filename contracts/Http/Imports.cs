namespace Portfolio.Contracts.Http;

/// <summary>What an import added. All zero: the sheets were there already, and nothing was changed.</summary>
/// <param name="People">People.</param>
/// <param name="Placements">Placements, memberships, mandates, supervisions, appointments and periods that stop the clock.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Sessions">Sessions, cancelled ones among them.</param>
/// <param name="Records">Signed records.</param>
/// <param name="Unchanged">Sessions that were there just so.</param>
public sealed record ImportBody(int People, int Placements, int Groups, int Sessions, int Records, int Unchanged)
{
    /// <summary>Whether the import added anything.</summary>
    public bool ChangedNothing => People + Placements + Groups + Sessions + Records == 0;
}
