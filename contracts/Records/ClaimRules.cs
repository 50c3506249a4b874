namespace Portfolio.Contracts.Records;

/// <summary>What a claim must be before it can be signed, and what a verifier asks of it again.</summary>
public static class ClaimRules
{
    /// <summary>One portfolio item is mapped to four curriculum areas at most (Kent, Surrey and Sussex school of psychiatry, e-portfolio guidance).</summary>
    public const int MostAlignments = 4;

    /// <summary>Most characters in a name, code or other short text.</summary>
    public const int LongestText = 200;

    /// <summary>Most items in a list: leaders, ratings, records behind an account.</summary>
    public const int LongestList = 500;

    /// <summary>Why this cannot be signed, in plain words; null where it can.</summary>
    public static string? WhyNot(RecordHeader header, Claim claim)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(claim);
        return OfHeader(header) ?? OfPeople(claim) ?? OfProvenance(claim) ?? OfAlignments(claim) ?? OfPeriod(claim) ?? OfKind(claim);
    }

    internal static string? OfHeader(RecordHeader header) => header switch
    {
        _ when !ShortText.IsUrl(header.Id) => "The record's id is not an https URL.",
        { Version: < 1 } => "Versions start at 1.",
        _ when !ShortText.IsDidWeb(header.Issuer.Id) => "The issuer's id is not a did:web.",
        _ when !ShortText.Is(header.Issuer.Name) => "The issuer's name is not a short text.",
        _ when !ShortText.IsUrl(header.Status.List) => "The status list's id is not an https URL.",
        { Status.Index: < 0 } => "The status index is negative.",
        _ when header.ValidUntil < header.ValidFrom => "It ends before it begins.",
        _ => null,
    };

    private static string? OfPeople(Claim claim)
    {
        if (Bad(claim.Holder) || claim.Holder.Id == Guid.Empty)
            return "The holder's name, body or number is not as it should be.";
        if (claim.Leader is { } leader && (Bad(leader) || leader.Id == Guid.Empty))
            return "The leader's name, body or number is not as it should be.";
        return claim.Leader?.Id == claim.Holder.Id ? "Nobody vouches for themselves." : null;
    }

    private static bool Bad(Person person) =>
        !ShortText.Is(person.Name)
        || (person.Body is null) != (person.Number is null)
        || (person.Body is { } body && !ShortText.IsCode(body))
        || (person.Number is { } number && !ShortText.IsCode(number));

    private static string? OfProvenance(Claim claim) => claim.Provenance switch
    {
        { Kind: ProvenanceKind.Contemporaneous, By: null, At: null } when claim is RecordedElsewhere => "What is recorded elsewhere is imported.",
        { Kind: ProvenanceKind.Contemporaneous, By: null, At: null } when claim.Leader is null => "Nobody vouches for it.",
        { Kind: ProvenanceKind.Contemporaneous, By: null, At: null } => null,
        { Kind: ProvenanceKind.Attested } when claim is RecordedElsewhere => "What is recorded elsewhere is imported.",
        { Kind: ProvenanceKind.Attested or ProvenanceKind.Imported, By: { } by, At: not null } when ShortText.Is(by) => null,
        _ => "Attested and imported say by whom and when; contemporaneous says neither.",
    };

    private static string? OfAlignments(Claim claim)
    {
        if (claim.Alignments.Count > MostAlignments)
            return $"It is aligned to more than {MostAlignments} curriculum items.";
        if (claim.Alignments.DistinctBy(item => item.Url).Count() != claim.Alignments.Count)
            return "It is aligned to a curriculum item twice.";
        return claim.Alignments.All(item => ShortText.IsUrl(item.Url) && ShortText.Is(item.Code) && ShortText.Is(item.Name) && ShortText.Is(item.Framework))
            ? null
            : "A curriculum item's URL, code, name or framework is not as it should be.";
    }

    private static string? OfPeriod(Claim claim) =>
        claim.Ends < claim.Starts ? "The period ends before it begins." : null;

    private static string? OfKind(Claim claim)
    {
        if (claim.Facts.FirstOrDefault(fact => !ShortText.Is(fact.Value, LongestText * 2 + 50)) is { Key: { } key })
            return $"“{key}” is not a short text.";
        if (claim.RestsOn.Count > LongestList || claim.Facts.Count > LongestList || claim.RestsOn.Any(record => !ShortText.IsUrl(record)))
            return "The records behind it are too many, or one is not an https URL.";
        if (claim.Facts.Distinct().Count() != claim.Facts.Count || claim.RestsOn.Distinct().Count() != claim.RestsOn.Count)
            return "It lists something twice.";
        return claim switch
        {
            Attendance { Minutes: < 1 or > 1440 } or Leading { Minutes: < 1 or > 1440 } => "Minutes are 1 to 1440.",
            PeriodAccount account when Counts(account).Any(count => count < 0) => "A count is negative.",
            PeriodAccount account when account.Attended > account.Held => "More sessions were attended than held.",
            PeriodAccount account when account.Leaders.Any(BadInAList) => "A leader's name, body or number is not as it should be.",
            Assessment assessment when assessment.Ratings.Any(Bad) => "A rating is not as it should be.",
            RecordedElsewhere elsewhere when elsewhere.Number < 0 || !ShortText.IsCode(elsewhere.What) => "What was counted elsewhere is not as it should be.",
            Verification { State: var state, Pack: var pack } when !ShortText.IsCode(state) || !ShortText.IsCode(pack) => "The pack or the state is not a code.",
            _ => null,
        };
    }

    // In a list, a semicolon parts the name from the number.
    private static bool BadInAList(Person person) => Bad(person) || person.Name.Contains(';', StringComparison.Ordinal);

    private static bool Bad(Rating rating) => !ShortText.IsCode(rating.Item) || !ShortText.Is(rating.Level);

    private static int[] Counts(PeriodAccount account) =>
        [account.Held, account.Expected, account.Attended, account.Minutes, account.Presented, account.FollowedUp];
}
