namespace Portfolio.Api.Sessions;

/// <summary>What a correction changes: only these records are signed, ended or left out; the rest keep their bytes.</summary>
internal sealed record Difference(IReadOnlyList<Part> Issue, IReadOnlyList<Part> Replace, IReadOnlyList<Part> Withdraw)
{
    /// <param name="leaderChanged">A record names who led, so another leader means another version of each.</param>
    public static Difference Between(IReadOnlyList<Part> signed, IReadOnlyList<Part> right, bool leaderChanged)
    {
        var before = signed.ToDictionary(part => (part.PersonId, part.Kind));
        var after = right.ToDictionary(part => (part.PersonId, part.Kind));
        return new(
            [.. right.Where(part => !before.ContainsKey((part.PersonId, part.Kind)))],
            [.. right.Where(part => before.TryGetValue((part.PersonId, part.Kind), out var was) && (leaderChanged || part.SaysOtherwise(was)))],
            [.. signed.Where(part => !after.ContainsKey((part.PersonId, part.Kind)))]);
    }

    /// <summary>What this signer signs: of their own leading nothing, though what is wrong in it ends.</summary>
    public Difference For(Guid signer) => new(
        [.. Issue.Where(part => !IsOwnLeading(part, signer))], [.. Replace.Where(part => !IsOwnLeading(part, signer))], [.. Withdraw, .. Replace.Where(part => IsOwnLeading(part, signer))]);

    /// <summary>What of it is about these people.</summary>
    public Difference Of(ICollection<Guid> people) => new(
        [.. Issue.Where(part => people.Contains(part.PersonId))], [.. Replace.Where(part => people.Contains(part.PersonId))],
        [.. Withdraw.Where(part => people.Contains(part.PersonId))]);

    private static bool IsOwnLeading(Part part, Guid signer) => part.Kind == Part.Leading && part.PersonId == signer;

    /// <summary>Those whose records a signature would change.</summary>
    public IReadOnlyList<Part> Touched => [.. Issue, .. Replace, .. Withdraw];
}
