using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Privacy;

/// <summary>What a record says once somebody is called otherwise: other names and numbers, and every other fact as it was signed.</summary>
/// <param name="Person">Who it is, by the id that stays.</param>
/// <param name="Was">What they were called.</param>
/// <param name="Now">What they are called.</param>
internal sealed record Correction(Guid Person, Identity Was, Identity Now)
{
    /// <summary>The claim as it should be; nothing where it does not show the person.</summary>
    /// <param name="claim">The claim as it stands.</param>
    /// <param name="attestedByThem">Whether a name of whoever attested or imported is theirs: the name alone, where nobody else is called so, else only what the register knows.</param>
    public Claim? Of(Claim claim, Func<bool> attestedByThem)
    {
        var right = claim with
        {
            Holder = claim.Holder.Id == Person ? Now.AsHolder(Person) : claim.Holder,
            Leader = claim.Leader?.Id == Person ? Now.AsLeader(Person) : claim.Leader,
            Provenance = claim.Provenance.By == Was.Name && attestedByThem() ? claim.Provenance with { By = Now.Name } : claim.Provenance,
        };
        if (right is PeriodAccount account && account.Leaders.Contains(Named(Was)))
            right = account with { Leaders = [.. account.Leaders.Select(leader => leader == Named(Was) ? Named(Now) : leader)] };
        return right == claim ? null : right;
    }

    /// <summary>A claim that rests on versions of which newer ones stand.</summary>
    public static Claim Resting(Claim claim, IReadOnlyDictionary<string, string> newer) => claim switch
    {
        PeriodAccount account when account.Records.Any(newer.ContainsKey) => account with { Records = Newer(account.Records, newer) },
        Verification verified when verified.Records.Any(newer.ContainsKey) => verified with { Records = Newer(verified.Records, newer) },
        _ => claim,
    };

    private static IReadOnlyList<string> Newer(IReadOnlyList<string> records, IReadOnlyDictionary<string, string> newer) =>
        [.. records.Select(record => newer.GetValueOrDefault(record, record))];

    private static Contracts.Records.Person Named(Identity identity) => new(identity.Name, identity.Number is null ? null : identity.Body, identity.Number);
}
