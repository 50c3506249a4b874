using System.Collections.Concurrent;
using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>A programme's pair of keys as it signs; nothing that it signs is older than it.</summary>
internal sealed record SigningKey(Guid Id, ProgrammeKeys Keys, DateTimeOffset From);

/// <summary>A new RSA key of 2048 bits, that nobody else has.</summary>
internal delegate RSA NewRsa();

/// <summary>The programmes' record keys: made when first needed, wrapped by the master key, used for records, evidence packs and the log's head alone.</summary>
internal sealed class SigningKeys(MasterKey master, TimeProvider clock, NewRsa newRsa)
{
    internal const int Bits = 2048;

    // Only unwrapping is saved; which key is in use is always the database's answer.
    private readonly ConcurrentDictionary<Guid, ProgrammeKeys> unwrapped = new();

    private sealed record Row(Guid Id, byte[] RsaWrapped, byte[]? Ed25519Wrapped, DateTimeOffset FromAt);

    private sealed record PublicRow(Guid Id, byte[] RsaPublic, byte[]? Ed25519Public, DateTimeOffset FromAt, DateTimeOffset? UntilAt, long? LostFrom);

    private sealed record Pair(Guid Id, byte[] RsaPublic, byte[] RsaWrapped, byte[]? EdPublic, byte[]? EdWrapped);

    public Task<SigningKey> InUse(Work work, Programme programme) => InUse(work, programme, "");

    /// <summary>The pair in use, kept in use until the transaction ends: a rotation waits for whoever is signing, and they for it.</summary>
    public Task<SigningKey> ToSign(Work work, Programme programme) => InUse(work, programme, "for share");

    private async Task<SigningKey> InUse(Work work, Programme programme, string locked)
    {
        var sql = "select id, rsa_wrapped, ed25519_wrapped, from_at from signing_key where programme_id = @Programme and until_at is null " + locked;
        // Who waited for a rotation finds that the old pair is no longer in use, and looks again.
        var row = await work.Row<Row>(sql, new { work.Programme }) ?? await work.Row<Row>(sql, new { work.Programme });
        if (row is null)
        {
            await Insert(work, NewPair(work.Programme), clock.GetUtcNow());
            row = (await work.Row<Row>(sql, new { work.Programme }))!;
        }
        return new(row.Id, unwrapped.GetOrAdd(row.Id, _ => Unwrap(programme, row)), row.FromAt);
    }

    /// <summary>Puts a new pair in use, once whoever is signing with the old one has finished. The old one's last use is the last record it signed, or now.</summary>
    public async Task<LogFact> Rotate(Work work)
    {
        const string Lock = "select id from signing_key where programme_id = @Programme and until_at is null for update";
        const string Date = """
            update signing_key key
            set until_at = greatest(@now, from_at + interval '1 microsecond',
                (select max(valid_from) from record_version v where v.programme_id = key.programme_id and v.key_id = key.id))
            where programme_id = @Programme and until_at is null
            """;
        // Finding two primes takes a while: before anybody has to wait.
        var pair = NewPair(work.Programme);
        await work.Rows<Guid>(Lock, new { work.Programme });
        var now = clock.GetUtcNow();
        await work.Run(Date, new { work.Programme, now });
        if (await Insert(work, pair, now) == 0)
            throw new RefusedException("Somebody else was putting a new pair in use at this moment; look with `keys list`.");
        return new("key-rotated", pair.Id, 1, Digests(pair.RsaPublic, pair.EdPublic));
    }

    public static byte[] Digests(byte[] rsaPublic, byte[]? edPublic) => [.. SHA256.HashData(rsaPublic), .. edPublic is null ? [] : SHA256.HashData(edPublic)];

    /// <summary>Every key that the programme ever signed with, both halves of each pair.</summary>
    public static async Task<List<RecordKey>> All(Work work, Programme programme)
    {
        const string Sql = "select id, rsa_public, ed25519_public, from_at, until_at, lost_from from signing_key where programme_id = @Programme order by from_at, id";
        return [.. (await work.Rows<PublicRow>(Sql, new { work.Programme })).SelectMany(row => ToKeys(programme, row))];
    }

    /// <summary>The first pair whose public half is not that of its private one.</summary>
    public async Task<string?> FirstWrong(Work work, Programme programme)
    {
        const string Sql = """
            select k.id, k.rsa_public, k.rsa_wrapped, k.ed25519_public as ed_public, k.ed25519_wrapped as ed_wrapped
            from signing_key k where programme_id = @Programme order by from_at, id
            """;
        foreach (var pair in await work.Rows<Pair>(Sql, new { work.Programme }))
            if (!IsPair(programme, pair))
                return $"The programme's pair {pair.Id:D}: its public half is not that of its private half, or it was moved here from elsewhere.";
        return null;
    }

    private bool IsPair(Programme programme, Pair pair)
    {
        try
        {
            var keys = Unwrap(programme, new(pair.Id, pair.RsaWrapped, pair.EdWrapped, default));
            using var rsa = keys.Rsa;
            using var ed25519 = keys.Ed25519;
            return rsa.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(pair.RsaPublic)
                && (ed25519 is null ? pair.EdPublic is null : ed25519.PublicKey.SequenceEqual(pair.EdPublic));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static string KeyId(Programme programme, Guid key) => $"{DidWeb.Url(programme.Issuer)}/keys/{key:D}";

    private Pair NewPair(Guid programme)
    {
        var id = Guid.CreateVersion7();
        using var rsa = newRsa();
        var seed = Ed25519.Available ? Ed25519.NewSeed() : null;
        return new(id, rsa.ExportSubjectPublicKeyInfo(), master.Wrap(rsa.ExportPkcs8PrivateKey(), programme, id),
            seed is null ? null : Ed25519.PublicKey(seed), seed is null ? null : master.Wrap(seed, programme, id));
    }

    // Two hosts at once: the index lets one pair in, and both read that one.
    private static Task<int> Insert(Work work, Pair pair, DateTimeOffset now) => work.Run("""
        insert into signing_key (programme_id, id, rsa_public, rsa_wrapped, ed25519_public, ed25519_wrapped, from_at)
        values (@Programme, @Id, @RsaPublic, @RsaWrapped, @EdPublic, @EdWrapped, @now)
        on conflict (programme_id) where until_at is null do nothing
        """, new { work.Programme, pair.Id, pair.RsaPublic, pair.RsaWrapped, pair.EdPublic, pair.EdWrapped, now });

    private ProgrammeKeys Unwrap(Programme programme, Row row)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(master.Unwrap(row.RsaWrapped, programme.Id, row.Id), out _);
        var ed25519 = row.Ed25519Wrapped is null ? null : new Ed25519Key(master.Unwrap(row.Ed25519Wrapped, programme.Id, row.Id));
        return new(programme.Issuer, $"{row.Id:D}", rsa, ed25519);
    }

    private static IEnumerable<RecordKey> ToKeys(Programme programme, PublicRow row)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(row.RsaPublic, out _);
        var from = ToSeconds(row.FromAt);
        yield return new(KeyId(programme, row.Id), from, row.UntilAt, row.LostFrom) { Rsa = rsa.ExportParameters(includePrivateParameters: false) };
        if (row.Ed25519Public is { } ed25519)
            yield return new($"{programme.Issuer}#{row.Id:D}", from, row.UntilAt, row.LostFrom) { Ed25519 = ed25519 };
    }

    /// <summary>Records tell their time in whole seconds, so a key's first second is wholly its own.</summary>
    public static DateTimeOffset ToSeconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
