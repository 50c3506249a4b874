using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Curricula;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Period accounts: counted from signed registers, seen by whoever signs, superseded by the next of the same period.</summary>
internal sealed class Accounts(Issuing issuing, PersonStore people, PublicAddress address, TimeProvider clock)
{
    private sealed record Counted(
        Programme Programme, AccountToSign Account, LatestVersion? Latest, IReadOnlyList<AccountRecord> Records, IReadOnlyList<Guid> Leaders,
        IReadOnlyDictionary<Guid, Identity> Names, IReadOnlyList<Alignment> Alignments);

    /// <summary>The account as it would be signed; with the hash of what was seen, signs it.</summary>
    public async Task<Answer<AccountBody>> Sign(Work work, Guid group, NewAccount asked, Guid signer)
    {
        if ((await Count(work, group, asked)).Refused(out var problem, out var counted))
            return problem;
        var hash = Hash(counted.Account);
        if (asked.ListHash is null)
            return new AccountBody(counted.Account, hash);
        // The same signature again: what it signed is the version that stands.
        if (counted.Latest is { Ended: null } signed && counted.Account with { Version = signed.Number } is var before && Hash(before) == asked.ListHash)
            return new AccountBody(before, asked.ListHash, signed.RecordId);
        if (asked.ListHash != hash)
            return Problems.ListChanged;
        if (signer == asked.PersonId)
            return Problems.OwnRecord;
        return await people.Hold(work, [signer]) is [var voucher]
            ? new AccountBody(counted.Account, hash, await Issue(work, group, counted, voucher))
            : Problems.NotFound;
    }

    private async Task<Answer<Counted>> Count(Work work, Guid group, NewAccount asked)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        if (asked.Until < asked.From || asked.Until > programme.LocalDate(clock.GetUtcNow()))
            return Problems.InvalidRequest.At(new FieldError("$.until", "Write a day from the first day to today: an account is of what has been."));
        if ((await Aligned(work, programme, asked.Alignments, asked.Until)).Refused(out var problem, out var alignments))
            return problem;
        var sessions = await AccountStore.Sessions(work, group, asked.PersonId, asked.From, asked.Until);
        if (sessions.Count == 0)
            return Problems.NothingToAccountFor;
        var records = await AccountStore.Records(work, group, asked.PersonId, asked.From, asked.Until);
        var latest = await AccountStore.Latest(work, group, asked.PersonId, asked.From);
        Guid[] led = [.. sessions.SelectMany(session => new[] { session.LeaderId, session.CoLeaderId ?? session.LeaderId }).Distinct()];
        Guid[] named = [asked.PersonId, .. led];
        var names = (asked.ListHash is null ? await people.Find(work, named) : await people.Hold(work, named)).ToDictionary(person => person.Id, person => person.Identity);
        // Whoever was erased since is not named any more.
        Guid[] leaders = [.. led.Where(names.ContainsKey)];
        if (!names.TryGetValue(asked.PersonId, out var about))
            return Problems.PersonUnknown;
        var attended = records.Where(record => record.Kind == Part.Attendance).ToList();
        return new Counted(programme, new AccountToSign(
            asked.PersonId, about.Name, group, (await GroupStore.Find(work, group))!.Name, asked.From, asked.Until, (latest?.Number ?? 0) + 1,
            sessions.Count, sessions.Count(session => session.Attendance != "not-expected"), attended.Count, attended.Sum(record => record.Minutes),
            records.Count(record => record.Kind == Part.Presentation), records.Count(record => record.Kind == Part.FollowUp),
            [.. leaders.Select(leader => names[leader].Name)], records.Count, asked.Alignments ?? []), latest, records, leaders, names, alignments);
    }

    private async Task<Guid> Issue(Work work, Guid group, Counted counted, People.Person voucher)
    {
        var (account, programme, latest, now) = (counted.Account, counted.Programme, counted.Latest, clock.GetUtcNow());
        var (signer, signed) = (voucher.Id, voucher.Identity);
        var vouches = (await MandateStore.On(work, group, programme.LocalDate(now))).Contains(signer);
        var claim = new PeriodAccount(
            counted.Names[account.PersonId].AsHolder(account.PersonId), vouches ? signed.AsLeader(signer) : null, account.Group, account.From, account.Until,
            account.Held, account.Expected, account.Attended, account.Minutes, account.Presented, account.FollowedUp,
            [.. counted.Leaders.Select(leader => (Contracts.Records.Person)counted.Names[leader].AsLeader(leader))],
            [.. counted.Records.Select(record => $"{Addresses.Record(programme, record.RecordId)}/versions/{record.Number}")],
            vouches ? Provenance.Contemporaneous : Provenance.Attested(signed.Name, now), counted.Alignments);
        var version = new VersionToIssue(
            latest?.RecordId ?? Guid.CreateVersion7(), account.Version, latest is null, "period-account", account.PersonId, claim, latest?.ValidFrom,
            vouches ? signer : null, GroupId: group, FromOn: account.From, Minutes: null);
        await issuing.Issue(work, programme, [version], latest is { Ended: null } ? [latest.End("superseded")] : [], [], now);
        return version.RecordId;
    }

    /// <summary>Items as a record names them; each must apply on the last day of what it is evidence of.</summary>
    internal static async Task<Answer<IReadOnlyList<Alignment>>> Aligned(Work work, Programme programme, IReadOnlyList<ItemOfFramework>? items, DateOnly until)
    {
        var alignments = new List<Alignment>();
        foreach (var (item, at) in (items ?? []).Select((item, at) => (item, at)))
        {
            if (await FrameworkStore.Find(work, item.Framework, until) is not { } framework || framework.Item(item.Code) is not { } known)
                return Problems.InvalidRequest.At(new FieldError($"$.alignments[{at}]", "There is no such item in a framework that is loaded here."));
            if (!framework.AppliesOn(until))
                return Problems.InvalidRequest.At(new FieldError($"$.alignments[{at}].framework", "This framework did not apply on the last day of the period."));
            alignments.Add(new(Addresses.CompetencyItem(programme, framework.ItemId(known)), known.Code, known.SignedName(), framework.Title));
        }
        return alignments;
    }

    private static string Hash(AccountToSign account) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(account, Json.Options)));
}
