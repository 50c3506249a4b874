using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>What is known towards a requirement, gathered so that it can be seen, confirmed and frozen.</summary>
/// <param name="Body">As it is shown: how often somebody presented, and not when.</param>
/// <param name="Presentations">The records that are only counted in it.</param>
internal sealed record Evidence(EvidenceBody Body, IReadOnlyList<StandingRecord> Presentations)
{
    // What was left out because it was nothing is read as nothing.
    private static readonly JsonSerializerOptions Kept = new(Json.Options) { RespectRequiredConstructorParameters = false };

    public string Hash => Hashed(Body);

    public IEnumerable<EvidenceRecord> Counted => Body.Records.Where(record => record.Counts.Count > 0);

    public static string Hashed<T>(T seen) => Convert.ToHexStringLower(SHA256.HashData(Bytes(seen)));

    /// <summary>What <see cref="Bytes"/> wrote.</summary>
    public static T Read<T>(ReadOnlySpan<byte> frozen) => JsonSerializer.Deserialize<T>(frozen, Kept)!;

    public static byte[] Bytes<T>(T seen) => JsonSerializer.SerializeToUtf8Bytes(seen, Json.Options);

    /// <param name="sums">Also accounts and verifications.</param>
    public static async Task<Evidence> Of(Work work, Programme programme, Person person, ConfirmationPack asked, DateOnly asOf, bool sums = false)
    {
        var facts = await ProgressStore.Find(work, person.Id);
        var pack = asked.Pack;
        var progress = Evaluation.Of(pack, facts, asOf);
        var standing = await EvidenceStore.Standing(work, person.Id, asOf, sums);
        var counts = progress.Rules.SelectMany(rule => rule.Counted.Select(record => (record, rule.Id))).ToLookup(each => each.record, each => each.Id);
        List<EvidenceRecord> records =
        [
            .. standing.Where(record => !record.IsPresentation).Select(record => new EvidenceRecord(
                record.RecordId, Addresses.Record(programme, record.RecordId), record.Number, [.. record.Digests.Chunk(32).Select(Convert.ToHexStringLower)],
                record.Kind, record.HeldOn, record.GroupName, record.Minutes, record.Mode, record.Provenance, record.ValidFrom, [.. counts[$"{record.RecordId:D}"]])),
        ];
        var presentations = standing.Where(record => record.IsPresentation).ToList();
        var shown = Shown(pack, progress, presentations);
        var body = new EvidenceBody(
            person.Id, person.Identity.Name, pack.Id, pack.Version, Convert.ToHexStringLower(asked.Hash), pack.Title.In(pack.Language), asOf,
            EvidenceExceptions.Of(facts, shown, records, [.. standing.Where(record => record.Queried).Select(record => record.RecordId)], asOf),
            shown, new(progress.Presented, progress.FollowedUp, Digest(presentations)), records);
        return new(body, presentations);
    }

    // When somebody presented is for them and the leaders: here it is a number, and no day on which that number was enough.
    private static TraineeProgress Shown(RequirementPack pack, TraineeProgress progress, IEnumerable<StandingRecord> presentations)
    {
        var presenting = pack.Rules.OfType<PresentationsRule>().Select(rule => rule.Id).ToHashSet();
        var hidden = presentations.Select(record => $"{record.RecordId:D}").ToHashSet();
        return progress with
        {
            Rules =
            [
                .. progress.Rules.Select(rule => rule with
                {
                    Counted = [.. rule.Counted.Where(record => !hidden.Contains(record))],
                    NotCounted = [.. rule.NotCounted.Where(not => !hidden.Contains(not.Record))],
                    MetOn = presenting.Contains(rule.Id) ? null : rule.MetOn,
                }),
            ],
            MetOn = presenting.Count > 0 ? null : progress.MetOn,
            NotCounted = [.. progress.NotCounted.Where(not => !hidden.Contains(not.Record))],
        };
    }

    private static string Digest(IEnumerable<StandingRecord> records) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(
        string.Concat(records.OrderBy(record => record.RecordId).Select(record => $"{record.RecordId:D} {record.Number} {Convert.ToHexStringLower(record.Digests)}\n")))));
}
