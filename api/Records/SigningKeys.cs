using System.Collections.Concurrent;
using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>A programme's pair of keys as it signs.</summary>
internal sealed record SigningKey(Guid Id, ProgrammeKeys Keys);

/// <summary>The programmes' record keys: made when first needed, wrapped by the master key, used for records and the log's head alone.</summary>
internal sealed class SigningKeys(MasterKey master, TimeProvider clock)
{
    private const int Bits = 2048;

    // Only unwrapping is saved; which key is in use is always the database's answer.
    private readonly ConcurrentDictionary<Guid, ProgrammeKeys> unwrapped = new();

    private sealed record Row(Guid Id, byte[] RsaWrapped, byte[]? Ed25519Wrapped);

    private sealed record PublicRow(Guid Id, byte[] RsaPublic, byte[]? Ed25519Public, DateTimeOffset FromAt, DateTimeOffset? UntilAt);

    public async Task<SigningKey> InUse(Work work, Programme programme)
    {
        const string Sql = "select id, rsa_wrapped, ed25519_wrapped from signing_key where programme_id = @Programme and until_at is null";
        var row = await work.Row<Row>(Sql, new { work.Programme });
        if (row is null)
        {
            await Make(work);
            row = (await work.Row<Row>(Sql, new { work.Programme }))!;
        }
        return new(row.Id, unwrapped.GetOrAdd(row.Id, _ => Unwrap(programme, row)));
    }

    /// <summary>Every key that the programme ever signed with, both halves of each pair.</summary>
    public static async Task<List<RecordKey>> All(Work work, Programme programme)
    {
        const string Sql = "select id, rsa_public, ed25519_public, from_at, until_at from signing_key where programme_id = @Programme order by from_at, id";
        return [.. (await work.Rows<PublicRow>(Sql, new { work.Programme })).SelectMany(row => ToKeys(programme, row))];
    }

    public static string KeyId(Programme programme, Guid key) => $"{DidWeb.Url(programme.Issuer)}/keys/{key:D}";

    private async Task Make(Work work)
    {
        // Two hosts at once: the index lets one pair in, and both read that one.
        const string Sql = """
            insert into signing_key (programme_id, id, rsa_public, rsa_wrapped, ed25519_public, ed25519_wrapped, from_at)
            values (@Programme, @id, @rsaPublic, @rsaWrapped, @edPublic, @edWrapped, @now)
            on conflict (programme_id) where until_at is null do nothing
            """;
        var id = Guid.CreateVersion7();
        using var rsa = RSA.Create(Bits);
        var seed = Ed25519.Available ? Ed25519.NewSeed() : null;
        await work.Run(Sql, new
        {
            work.Programme, id, now = clock.GetUtcNow(),
            rsaPublic = rsa.ExportSubjectPublicKeyInfo(), rsaWrapped = master.Wrap(rsa.ExportPkcs8PrivateKey(), work.Programme, id),
            edPublic = seed is null ? null : Ed25519.PublicKey(seed), edWrapped = seed is null ? null : master.Wrap(seed, work.Programme, id),
        });
    }

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
        yield return new(KeyId(programme, row.Id), row.FromAt, row.UntilAt) { Rsa = rsa.ExportParameters(includePrivateParameters: false) };
        if (row.Ed25519Public is { } ed25519)
            yield return new($"{programme.Issuer}#{row.Id:D}", row.FromAt, row.UntilAt) { Ed25519 = ed25519 };
    }
}
