using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Audit;

/// <summary>The programme's one audit: positions without gaps, each step bound to all before it.</summary>
internal sealed class AuditTrail(PersonKeys keys, MasterKey master, TimeProvider clock)
{
    /// <summary>What an address is sealed for.</summary>
    public const string Place = "audit_entry.from_where";

    internal sealed record Head(long Position, byte[] Chain);

    /// <summary>What a verb or a worker does until it is disposed: <c>using var _ = trail.Doing("worker postman")</c>.</summary>
    public IDisposable Doing(string what) => Doing(what, () => this, clock);

    public static IDisposable Doing(string what, Func<AuditTrail> trail, TimeProvider clock) =>
        Deed.Do(new Deed(trail, changes: true, programme => new(programme, AuditKind.Change, what, clock.GetUtcNow())).Begin());

    /// <summary>Appends one step, in one statement at the end of a transaction: the head's lock is the last that is taken.</summary>
    /// <param name="onlyIfChanged">Append nothing where the transaction has written nothing so far.</param>
    /// <returns>Whether it was appended.</returns>
    public async Task<bool> Append(Work work, IReadOnlyList<Noted> noted, bool onlyIfChanged)
    {
        const string Sql = """
            with head as (
                insert into audit_head (programme_id, position, chain)
                select @Programme, @count, sha256(@beginning || int8send(1) || @digest)
                where not @onlyIfChanged or pg_current_xact_id_if_assigned() is not null
                on conflict (programme_id) do update
                set position = audit_head.position + @count, chain = sha256(audit_head.chain || int8send(audit_head.position + 1) || @digest)
                returning position - @count as before, chain
            )
            insert into audit_entry (programme_id, position, step, kind, action, person_id, platform_id, as_role, subject_kind, subject_id, made_kind, made_id,
                                     status, times, at, from_where, chain)
            select @Programme, head.before + e.number, head.before + 1, e.kind, e.action, e.person_id, e.platform_id, e.as_role, e.subject_kind, e.subject_id,
                   e.made_kind, e.made_id, e.status, e.times, e.at, e.from_where, head.chain
            from head, unnest(@kinds, @actions, @people, @platforms, @roles, @subjectKinds, @subjects, @madeKinds, @mades, @statuses, @times, @ats, @froms)
                 with ordinality as e (kind, action, person_id, platform_id, as_role, subject_kind, subject_id, made_kind, made_id, status, times, at, from_where, number)
            """;
        var entries = await Seal(work, noted);
        return await work.Run(Sql, new
        {
            work.Programme, onlyIfChanged, count = entries.Count, beginning = AuditChain.Beginning, digest = AuditChain.Digest(master, work.Programme, entries),
            kinds = Each(entry => entry.Kind), actions = Each(entry => entry.Action), people = Each(entry => entry.PersonId), platforms = Each(entry => entry.PlatformId),
            roles = Each(entry => entry.AsRole), subjectKinds = Each(entry => entry.SubjectKind), subjects = Each(entry => entry.SubjectId),
            madeKinds = Each(entry => entry.MadeKind), mades = Each(entry => entry.MadeId), statuses = Each(entry => (short?)entry.Status),
            times = Each(entry => entry.Times), ats = Each(entry => entry.At.UtcDateTime), froms = Each(entry => entry.FromWhere),
        }) > 0;

        T[] Each<T>(Func<AuditEntry, T> part) => [.. entries.Select(part)];
    }

    /// <summary>Where it was done from; nothing where it was not over the network, and nothing that can be read of somebody erased.</summary>
    public string? FromWhere(Work work, AuditEntry entry, IReadOnlyDictionary<Guid, PersonKey> people) => entry switch
    {
        { FromWhere: null } => null,
        { PersonId: { } person } => people.TryGetValue(person, out var key) ? Encoding.ASCII.GetString(key.Open(entry.FromWhere, Place)) : "erased",
        _ => Encoding.ASCII.GetString(master.Unwrap(entry.FromWhere, work.Programme, entry.PlatformId ?? Guid.Empty)),
    };

    /// <summary>Whether every entry is what was written: the first that is not, in plain words, and how many there are.</summary>
    public async Task<(string? Wrong, long Entries)> Check(Work work)
    {
        var (chain, position, step) = (AuditChain.Beginning, 0L, new List<AuditEntry>());
        await foreach (var entry in All(work))
        {
            if (entry.Position != position + 1)
                return ($"The audit's entry at position {position + 1} is missing.", position);
            if (step.Count > 0 && entry.Step != step[0].Step && WhyNot() is { } wrong)
                return (wrong, position);
            step.Add(entry);
            position++;
        }
        if (WhyNot() is { } last)
            return (last, position);
        var head = await work.Row<Head>("select position, chain from audit_head where programme_id = @Programme", new { work.Programme }) ?? new(0, AuditChain.Beginning);
        return (position < head.Position ? $"The audit ends at position {position}, and its head says {head.Position}: the end of the audit is gone."
            : position > head.Position || !chain.AsSpan().SequenceEqual(head.Chain) ? $"The audit's head does not belong to its last entry, at position {position}."
            : null, position);

        string? WhyNot()
        {
            if (step.Count == 0)
                return null;
            var (first, next) = (step[0].Position, AuditChain.Next(chain, step[0].Position, AuditChain.Digest(master, work.Programme, step)));
            if (step[0].Step != first || step.Exists(entry => !entry.Chain.AsSpan().SequenceEqual(next)))
                return step.Count == 1 ? $"The audit's entry at position {first} is not what was written."
                    : $"The audit's entries at positions {first} to {first + step.Count - 1} are not what was written.";
            chain = next;
            step.Clear();
            return null;
        }
    }

    // A page at a time: an audit is longer than what a host should hold at once.
    private static async IAsyncEnumerable<AuditEntry> All(Work work)
    {
        const int Page = 5000;
        const string Sql = $"""
            select {AuditEntry.Columns} from audit_entry where programme_id = @Programme and position > @after order by position limit @Page
            """;
        for (var after = 0L; ;)
        {
            var page = await work.Rows<AuditEntry>(Sql, new { work.Programme, after, Page });
            foreach (var entry in page)
                yield return entry;
            if (page.Count < Page)
                yield break;
            after = page[^1].Position;
        }
    }

    private async Task<List<AuditEntry>> Seal(Work work, IReadOnlyList<Noted> noted)
    {
        var who = noted.Where(of => of.From is not null).Select(of => of.Person).OfType<Guid>().Distinct().ToArray();
        var people = who.Length == 0 ? new Dictionary<Guid, PersonKey>() : await keys.Of(work, who);
        return [.. noted.Select(of => new AuditEntry(
            0, 0, of.Kind, of.Action, of.Person, of.Platform, of.AsRole, of.Subject?.Kind, of.Subject?.Id, of.Made?.Kind, of.Made?.Id, of.Status, of.Times,
            ToMicroseconds(of.At), Seal(work, of, people), []))];
    }

    // Of somebody who was erased meanwhile there is no key, and nothing is kept.
    private byte[]? Seal(Work work, Noted of, IReadOnlyDictionary<Guid, PersonKey> people) => of switch
    {
        { From: null } => null,
        { Person: { } person } => people.GetValueOrDefault(person)?.Close(Encoding.ASCII.GetBytes($"{of.From}"), Place),
        _ => master.Wrap(Encoding.ASCII.GetBytes($"{of.From}"), work.Programme, of.Platform ?? Guid.Empty),
    };

    // The database keeps microseconds; what is hashed must be what is read back.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
