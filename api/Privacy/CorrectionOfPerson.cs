using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;
using Person = Portfolio.Api.People.Person;

namespace Portfolio.Api.Privacy;

/// <summary>
/// Puts right what somebody is called. Every record that stands and shows the old name or number, as holder or as leader, is issued again as its next version;
/// the bytes of all before it are erased, so that nothing that is kept, served, fed or exported shows the old name. Decision 6 says who vouches for the new one.
/// </summary>
internal sealed class CorrectionOfPerson(PersonStore people, SignInAddresses addresses, PersonKeys keys, Issuing issuing, PublicAddress address, TimeProvider clock)
{
    private sealed record Plan(List<(ShownVersion Shown, Claim Right)> Again, List<LatestVersion> Gone);

    /// <param name="by">Who corrects it: they attest what an erased leader cannot endorse again.</param>
    public async Task<Answer<Person>> Correct(Work work, Programme programme, Guid person, Identity right, Guid by)
    {
        if (await people.Lock(work, person) is not { } known)
            return Problems.NotFound;
        if (known.Identity == right)
            return known;
        var shows = (known.Identity.Name, known.Identity.Body, known.Identity.Number) != (right.Name, right.Body, right.Number);
        var plan = shows ? await Look(work, programme, new(person, known.Identity, right)) : new([], []);
        if (plan.Again.Count > 0 && !address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        // Wherever they could be reached until now: whoever did not ask for this can speak up.
        if (known.Identity.Email != right.Email)
            await addresses.Tell(work, known, "address-corrected", "Your address in Portfolio was changed", SignInLetters.AddressCorrected, clock.GetUtcNow());
        await people.Correct(work, person, right, clock.GetUtcNow());
        if (shows)
            await Issue(work, programme, person, plan, by);
        return new Person(person, right);
    }

    private async Task<Plan> Look(Work work, Programme programme, Correction correction)
    {
        var namesakes = (await people.All(work)).Any(other => other.Id != correction.Person && other.Identity.Name == correction.Was.Name);
        var standing = new List<(ShownVersion Shown, Claim Right)>();
        var rested = new List<ShownVersion>();
        var ended = new List<LatestVersion>();
        var shown = new HashSet<Guid>();
        await foreach (var version in CorrectionStore.Readable(work, keys))
        {
            var right = correction.Of(version.Claim, () => !namesakes || version.Signers.Contains(correction.Person));
            if (right is not null)
                shown.Add(version.Of.RecordId);
            if (version.Of.Ended is not null)
                ended.Add(version.Of);
            else if (right is not null)
                standing.Add((version, right));
            else if (version.Claim.RestsOn.Count > 0)
                rested.Add(version);
        }
        // An account rests on versions: on those that stand, as before.
        var newer = standing.ToDictionary(again => Url(programme, again.Shown.Of, 0), again => Url(programme, again.Shown.Of, 1));
        standing.AddRange(rested.Select(version => (version, Correction.Resting(version.Claim, newer))).Where(again => again.Item2 != again.version.Claim));
        var issued = standing.Select(again => again.Shown.Of).ToList();
        var changed = issued.Select(version => version.RecordId).Concat(shown).ToHashSet();
        return new([.. standing.Select(again => (again.Shown, Correction.Resting(again.Right, newer)))], [.. issued, .. ended.Where(version => changed.Contains(version.RecordId))]);
    }

    private async Task Issue(Work work, Programme programme, Guid person, Plan plan, Guid by)
    {
        var now = clock.GetUtcNow();
        var leaders = (await keys.Of(work, [.. plan.Again.Select(again => again.Right.Leader?.Id).OfType<Guid>().Distinct()])).Keys.ToHashSet();
        var name = (await people.Find(work, by))?.Identity.Name ?? programme.Name;
        var erased = await CorrectionStore.EraseBytes(work, plan.Gone);
        await issuing.Issue(work, programme, [.. plan.Again.Select(again => Next(again.Shown, again.Right, leaders, name, now))],
            [.. plan.Again.Select(again => again.Shown.Of.End("superseded"))],
            // Bound to nothing that could be guessed: which correction it was is the position's to say.
            [new("person-corrected", person, 1, RandomNumberGenerator.GetBytes(32)), .. erased.Select(version => version.Fact)], now);
    }

    // Whoever endorsed the facts endorses them again, bound to the list that they signed. A leader who was erased cannot: then somebody else attests.
    private static VersionToIssue Next(ShownVersion shown, Claim right, HashSet<Guid> leaders, string by, DateTimeOffset now)
    {
        Guid? endorser = right.Provenance.Kind == ProvenanceKind.Contemporaneous ? right.Leader!.Id : null;
        if (endorser is { } leader && !leaders.Contains(leader))
            (endorser, right) = (null, right with { Provenance = Provenance.Attested(by, now) });
        return new(shown.Of.RecordId, shown.Of.Number + 1, false, shown.Of.Kind, shown.Of.PersonId, right, shown.Of.ValidFrom, endorser, shown.List,
            shown.Of.SessionId, Minutes: shown.Minutes, Mode: shown.Mode);
    }

    private static string Url(Programme programme, LatestVersion version, int ahead) => $"{Addresses.Record(programme, version.RecordId)}/versions/{version.Number + ahead}";
}
