using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>An assessment becomes a record: seen by whoever signs as it will be signed, endorsed with their key. No word that was written beside it goes in.</summary>
internal sealed class AssessmentSigning(Issuing issuing, AssessmentRules rules, PersonStore people, PersonKeys keys, PublicAddress address, TimeProvider clock)
{
    private sealed record Ready(Programme Programme, AssessmentToSign ToSign, Claim Claim);

    /// <summary>The assessment as it would be signed; with the hash of what was seen, signs it.</summary>
    public async Task<Answer<SignedAssessment>> Sign(Work work, Guid id, AssessmentSignature asked, Guid signer)
    {
        // The people first, as an erasure holds them: two that hold one thing each would wait for each other.
        if (await AssessmentStore.Find(work, id) is not { } found || await people.Hold(work, [found.PersonId, signer]) is not { } held
            || await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row.State == AssessmentRow.Withdrawn)
            return Problems.AssessmentOver;
        var now = clock.GetUtcNow();
        var again = row.State == AssessmentRow.Signed && asked.Hash is { } hash && Convert.FromHexString(hash).AsSpan().SequenceEqual(row.SignedHash);
        // Seeing needs no reading: whoever is about to show it may look at what it will say.
        if (!again && (row.State == AssessmentRow.Signed || asked.Hash is not null) && row.WhyNotSign(now) is { } not)
            return not;
        if ((await Prepare(work, row, asked, signer, held.ToDictionary(person => person.Id, person => person.Identity), judge: !again)).Refused(out var problem, out var ready))
            return problem;
        var seen = Hash(ready.ToSign);
        if (again)
            return new SignedAssessment(ready.ToSign, asked.Hash!, row.RecordId);
        if (asked.Hash is null)
            return new SignedAssessment(ready.ToSign, seen);
        if (asked.Hash != seen)
            return Problems.ListChanged;
        var record = Guid.CreateVersion7();
        await issuing.Issue(work, ready.Programme,
            [new VersionToIssue(record, 1, true, "assessment", row.PersonId, ready.Claim, Endorser: signer, GroupId: row.GroupId)], [], [], now);
        await AssessmentStore.Sign(work, id, ready.ToSign.Outcome, Convert.FromHexString(seen), record, now);
        return new SignedAssessment(ready.ToSign, seen, record);
    }

    /// <summary>Takes an assessment back. The record of a signed one is withdrawn with it.</summary>
    public async Task<Problem?> Withdraw(Work work, Guid id, string reason, Guid by)
    {
        if (await AssessmentStore.Lock(work, id) is not { } row)
            return Problems.NotFound;
        if (row.State == AssessmentRow.Withdrawn)
            return Problems.AssessmentOver;
        if (by == row.PersonId)
            return Problems.OwnRecord;
        var (programme, now) = ((await ProgrammeStore.Find(work, work.Programme))!, clock.GetUtcNow());
        if (row.RecordId is { } record && await RecordStore.Latest(work, record) is { Ended: null } latest)
        {
            if (!address.MaySign(programme.Demonstration))
                return Problems.NothingRealUnsigned;
            await issuing.Issue(work, programme, [], [latest.End("withdrawn")], [], now);
        }
        var key = (await keys.Of(work, [row.PersonId])).GetValueOrDefault(row.PersonId);
        await AssessmentStore.Withdraw(work, id, by, key is null ? null : AssessmentStore.Close(key, reason, AssessmentStore.ReasonPlace), now);
        return null;
    }

    private async Task<Answer<Ready>> Prepare(
        Work work, AssessmentRow row, AssessmentSignature asked, Guid signer, Dictionary<Guid, Identity> names, bool judge)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        var form = (await FormStore.Find(work, row.FormKey, row.FormVersion))!;
        if (judge && (await rules.Check(work, form, row.GroupId, row.PersonId, signer, row.AssessedOn, programme.LocalDate(clock.GetUtcNow()))).Refused(out var problem, out _))
            return problem;
        if ((await Accounts.Aligned(work, programme, asked.Alignments, row.AssessedOn)).Refused(out problem, out var alignments))
            return problem;
        if (!names.TryGetValue(row.PersonId, out var about) || !names.TryGetValue(signer, out var assessor))
            return Problems.PersonErased;
        var ratings = AssessmentStore.Ratings(row, (await keys.Of(work, [row.PersonId])).GetValueOrDefault(row.PersonId));
        var levels = form.Scale.ToDictionary(level => level.Code, level => AssessmentForm.InWords(level.Label));
        IEnumerable<GivenRating> inOrder = form.Items.SelectMany(item => ratings.Where(rating => rating.Item == item.Code));
        var toSign = new AssessmentToSign(
            row.Id, row.PersonId, about.Name, (await GroupStore.Find(work, row.GroupId))!.Name, row.AssessedOn, form.Type, $"{form.Id} {form.Version}",
            Judgement.Outcome(form, ratings).Code, [.. inOrder.Select(rating => new ItemRating(rating.Item, levels[rating.Level]))], assessor.Name, asked.Alignments ?? []);
        var claim = new Assessment(
            about.AsHolder(row.PersonId), assessor.AsLeader(signer), toSign.Group, toSign.Date, toSign.Form, toSign.FormVersion, toSign.Outcome,
            [.. toSign.Ratings.Select(rating => new Rating(rating.Item, rating.Level))], Provenance.Contemporaneous, alignments);
        return new Ready(programme, toSign, claim);
    }

    private static string Hash(AssessmentToSign assessment) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(assessment, Json.Options)));
}
