using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>A register read under its lock, judged for one signer, and the exact list that a signature would sign.</summary>
/// <param name="Session">The session as it will be signed.</param>
/// <param name="Lines">The lines as they will stand.</param>
internal sealed record ReadyToSign(
    Programme Programme, Session Session, IReadOnlyList<Line> Lines, Difference Difference, Provenance Provenance, SignOffListBody List)
{
    public byte[] Hash => Convert.FromHexString(List.Hash);

    /// <summary>The list is the same whoever signs; of it, having led oneself is left to somebody else.</summary>
    public RegisterToSign ToSign(Guid signer, int number, string? reason = null) =>
        new(Session, List.List.Group, number, Provenance, Lines, Difference.For(signer), Hash, signer, reason);
}

internal sealed class SignOffs(PersonStore people, PublicAddress address, TimeProvider clock)
{
    /// <summary>The list for a session that nobody has signed yet.</summary>
    public async Task<Answer<ReadyToSign>> Prepare(Work work, Session session, Guid signer)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        var lines = await SessionStore.Lines(work, session.Id);
        var now = clock.GetUtcNow();
        if (session.WhyNotSign(lines, signer, programme.At(session.HeldOn, session.StartsAt), now) is { } why)
            return why;
        if ((await Vouching(work, programme, session, signer, now)).Refused(out var problem, out var provenance))
            return problem;
        return await List(work, programme, session, lines, new Difference([.. Part.Of(session, lines), .. Part.Leads(session)], [], []), provenance, signer);
    }

    /// <summary>The records of having led that are still missing: each leader's is for another leader of that day, or for the tutor.</summary>
    public async Task<Answer<ReadyToSign>> PrepareLeading(Work work, Session session, Guid signer)
    {
        if (session.State != Session.Signed)
            return Problems.SessionNotSigned;
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        if ((await Correcting(work, session, signer, clock.GetUtcNow())).Refused(out var problem, out var provenance))
            return problem;
        var known = await RecordStore.OfSessions(work, [session.Id]);
        Part[] missing = [.. Part.Leads(session).Where(part => part.PersonId != signer && known.GetValueOrDefault((session.Id, part.PersonId, part.Kind)) is null or { Ended: not null })];
        return missing.Length == 0
            ? Problems.NothingToCorrect
            : await List(work, programme, session, await SessionStore.Lines(work, session.Id), new Difference(missing, [], []), provenance, signer);
    }

    /// <summary>The difference between a signed register and what it should have been.</summary>
    public async Task<Answer<ReadyToSign>> Prepare(Work work, Session session, Register right, Guid signer, Access.Granted granted)
    {
        if (session.State != Session.Signed)
            return Problems.SessionNotSigned;
        if ((await Registers.Read(work, session, right, granted)).Refused(out var problem, out var lines))
            return problem;
        var corrected = session with { Mode = right.Mode, LeaderId = right.LeaderId, CoLeaderId = right.CoLeaderId };
        return await Prepare(work, session, corrected, lines, signer);
    }

    /// <param name="session">The session as it was signed.</param>
    /// <param name="corrected">The session as it should have been.</param>
    /// <param name="of">The record that is withdrawn or amended, where it is one: other records of the session may change meanwhile.</param>
    public async Task<Answer<ReadyToSign>> Prepare(Work work, Session session, Session corrected, IReadOnlyList<Line> lines, Guid signer, LatestVersion? of = null)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        var before = await SessionStore.Lines(work, session.Id);
        if (corrected == session && before.SequenceEqual(lines.OrderBy(line => line.PersonId)))
            return Problems.NothingToCorrect;
        var led = await LeadingRecords(work, session);
        var difference = Difference.Between(
            [.. Part.Of(session, before), .. led], [.. Part.Of(corrected, lines), .. LeadingAfter(session, corrected, led)],
            leaderChanged: session.LeaderId != corrected.LeaderId);
        if (Session.WhyNotVouch(difference.Touched, signer) is { } why)
            return why;
        if ((await Correcting(work, session, signer, clock.GetUtcNow())).Refused(out var problem, out var provenance))
            return problem;
        return await List(work, programme, corrected, lines, difference, provenance, signer, of);
    }

    private static async Task<IReadOnlyList<Part>> LeadingRecords(Work work, Session session)
    {
        var known = await RecordStore.OfSessions(work, [session.Id]);
        return [.. Part.Leads(session).Where(part => known.GetValueOrDefault((session.Id, part.PersonId, part.Kind)) is { Ended: null })];
    }

    // Who still leads keeps the record they have; who leads only now gets one.
    private static IEnumerable<Part> LeadingAfter(Session session, Session corrected, IReadOnlyList<Part> have)
    {
        var led = new[] { session.LeaderId, session.CoLeaderId };
        return Part.Leads(corrected).Where(part => have.Any(record => record.PersonId == part.PersonId) || !led.Contains(part.PersonId));
    }

    /// <summary>A leader of that day vouches; the tutor attests when none of them can.</summary>
    private async Task<Answer<Provenance>> Vouching(Work work, Programme programme, Session session, Guid signer, DateTimeOffset now)
    {
        var ofThatDay = await MandateStore.On(work, session.GroupId, session.HeldOn);
        if (ofThatDay.Contains(signer))
            return Provenance.Contemporaneous;
        if (!await IsTutorOf(work, session, signer, now))
            return Problems.NotYoursToSign;
        var today = await MandateStore.On(work, session.GroupId, programme.LocalDate(now));
        return ofThatDay.Overlaps(today) ? Problems.LeaderCanSign : Provenance.Attested(await Name(work, signer), now);
    }

    /// <summary>A correction is for whoever may sign the register, and for the tutor at any time. What came from paper stays imported, whoever puts it right.</summary>
    private async Task<Answer<Provenance>> Correcting(Work work, Session session, Guid signer, DateTimeOffset now)
    {
        var ledThatDay = (await MandateStore.On(work, session.GroupId, session.HeldOn)).Contains(signer);
        if (!ledThatDay && !await IsTutorOf(work, session, signer, now))
            return Problems.NotYoursToSign;
        if (await SignedRegisters.CameFromPaper(work, session.Id))
            return Provenance.Imported(await Name(work, signer), now);
        return ledThatDay ? Provenance.Contemporaneous : Provenance.Attested(await Name(work, signer), now);
    }

    private async Task<Answer<ReadyToSign>> List(
        Work work, Programme programme, Session session, IReadOnlyList<Line> lines, Difference difference, Provenance provenance, Guid signer, LatestVersion? of = null)
    {
        var group = (await GroupStore.Find(work, session.GroupId))!;
        Guid[] leaders = [.. new[] { session.LeaderId, session.CoLeaderId }.OfType<Guid>()];
        // Held, so that nobody is renamed or erased between what is seen here and what is signed by it.
        var names = (await people.Hold(work, [.. difference.Touched.Select(part => part.PersonId).Concat(leaders).Append(signer).Distinct()]))
            .ToDictionary(person => person.Id, person => person.Identity.Name);
        if (!names.ContainsKey(signer))
            return Problems.NotFound;
        // Whoever was erased gets no record any more, and nothing of theirs is left to end.
        difference = difference.Of(names.Keys);
        var list = new SignOffList(session.Id, of?.Number ?? session.Version, group.Name, session.HeldOn, session.StartsAt, [.. leaders.Where(names.ContainsKey).Select(leader => names[leader])],
            Codes.Of(provenance.Kind), [.. Named(difference.Issue, "issue"), .. Named(difference.Replace, "replace"), .. Named(difference.Withdraw, "withdraw")],
            of?.RecordId);
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(list, Json.Options)));
        return new ReadyToSign(programme, session, lines, difference, provenance, new(list, hash));

        IEnumerable<RecordToSign> Named(IReadOnlyList<Part> parts, string change) =>
            parts.Select(part => new RecordToSign(
                part.PersonId, names[part.PersonId], part.Kind, part.Minutes, part.Mode, part.Kind == Part.Leading && change == "issue" ? "vouch" : change));
    }

    private static async Task<bool> IsTutorOf(Work work, Session session, Guid person, DateTimeOffset now) =>
        await Offices.IsTutorAt(work, person, await GroupStore.SiteOf(work, session.GroupId), now);

    private async Task<string> Name(Work work, Guid person) => (await people.Find(work, person))?.Identity.Name ?? "";
}
