using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>The programmes' keys for signing to platforms: made when first needed, wrapped by the master key, never one that records are signed with.</summary>
internal sealed class PlatformKeys(MasterKey master, PublicAddress address, TimeProvider clock)
{
    private const string Place = "platform_key.wrapped";

    private static readonly TimeSpan CertificateLasts = TimeSpan.FromDays(3653);

    // What was signed just before a key went out of use is still on its way.
    private static readonly TimeSpan StaysPublished = TimeSpan.FromDays(1);

    // Only unwrapping is saved; which key is in use is always the database's answer.
    private readonly ConcurrentDictionary<Guid, PlatformKey> unwrapped = new();

    private sealed record Row(Guid Id, byte[] Certificate, byte[] Wrapped);

    private sealed record PublicRow(Guid Id, byte[] Certificate);

    /// <summary>The key in use; the first is made here. Sign with it when this work is committed, so that what verifies it stays.</summary>
    public async Task<AdapterKey> InUse(Work work)
    {
        const string Sql = "select id, certificate, wrapped from platform_key where programme_id = @Programme and until_at is null";
        var row = await work.Row<Row>(Sql, new { work.Programme });
        if (row is null)
        {
            await MakeFirst(work);
            row = (await work.Row<Row>(Sql, new { work.Programme }))!;
        }
        return unwrapped.GetOrAdd(row.Id, _ => new(row.Id, KeySetOf(work.Programme), row.Certificate, Unwrap(work.Programme, row)));
    }

    /// <summary>The public halves, as a JWK Set (RFC 7517); an empty one before the first was needed.</summary>
    public async Task<string> Published(Work work)
    {
        const string Sql = """
            select id, certificate from platform_key where programme_id = @Programme and (until_at is null or until_at > @since) order by from_at desc, id
            """;
        var rows = await work.Rows<PublicRow>(Sql, new { work.Programme, since = clock.GetUtcNow() - StaysPublished });
        return PlatformKey.Written(rows.Select(row => (row.Id, row.Certificate)));
    }

    private Uri KeySetOf(Guid programme) => new(address.Base, $"programmes/{programme:D}/platform-keys.json");

    // Within the work that needs it: whoever holds a connection and waits for a second one can wait for ever.
    private async Task MakeFirst(Work work)
    {
        // Two at once: the index lets one key in, the other waits for that commit, and both read that one.
        const string Insert = """
            insert into platform_key (programme_id, id, certificate, wrapped, from_at) values (@programme, @id, @certificate, @wrapped, @now)
            on conflict (programme_id) where until_at is null do nothing
            """;
        var (programme, id, now) = (work.Programme, Guid.CreateVersion7(), clock.GetUtcNow());
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest($"CN=Portfolio {programme:D}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + CertificateLasts);
        await work.Run(Insert, new { programme, id, certificate = certificate.RawData, wrapped = master.Wrap(rsa.ExportPkcs8PrivateKey(), programme, id, Place), now });
    }

    private RSA Unwrap(Guid programme, Row row)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(master.Unwrap(row.Wrapped, programme, row.Id, Place), out _);
        return rsa;
    }
}

/// <summary>A programme's key as adapters sign with it.</summary>
internal sealed class PlatformKey(Guid id, Uri keySet, byte[] certificate, RSA rsa) : AdapterKey
{
    public override string Id { get; } = $"{id:D}";

    public override Uri KeySet => keySet;

    public override ReadOnlyMemory<byte> Certificate => certificate;

    public override byte[] Sign(ReadOnlySpan<byte> data) => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A JWK Set with the certificate in each.</summary>
    public static string Written(IEnumerable<(Guid Id, byte[] Certificate)> keys)
    {
        var set = new System.Text.Json.Nodes.JsonArray();
        foreach (var (id, certificate) in keys)
        {
            using var read = X509CertificateLoader.LoadCertificate(certificate);
            using var rsa = read.GetRSAPublicKey()!;
            var half = rsa.ExportParameters(includePrivateParameters: false);
            set.Add(new System.Text.Json.Nodes.JsonObject
            {
                ["kty"] = "RSA", ["kid"] = $"{id:D}", ["use"] = "sig", ["alg"] = "RS256",
                ["n"] = Base64UrlEncoder.Encode(half.Modulus), ["e"] = Base64UrlEncoder.Encode(half.Exponent),
                ["x5c"] = new System.Text.Json.Nodes.JsonArray(Convert.ToBase64String(certificate)),
            });
        }
        return new System.Text.Json.Nodes.JsonObject { ["keys"] = set }.ToJsonString();
    }
}
