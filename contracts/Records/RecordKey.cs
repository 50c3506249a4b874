using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

/// <summary>A public key that records are checked with, and what is known of its life.</summary>
/// <param name="Id">The JWT's <c>kid</c>, or the verification method of a proof.</param>
/// <param name="ValidFrom">When it was first used; null where unknown.</param>
/// <param name="ValidUntil">When it was last used; null while in use or where unknown.</param>
/// <param name="LostFrom">The first log position it must not be believed for; null where it was never lost.</param>
public sealed record RecordKey(string Id, DateTimeOffset? ValidFrom = null, DateTimeOffset? ValidUntil = null, long? LostFrom = null)
{
    /// <summary>The RSA key; null where this is an Ed25519 key.</summary>
    public RSAParameters? Rsa { get; init; }

    /// <summary>The 32 bytes of the Ed25519 key; empty where this is an RSA key.</summary>
    public ReadOnlyMemory<byte> Ed25519 { get; init; }

    // The key stands under the issuer's own address or in its own document; a key set handed in by somebody else proves nothing.
    internal bool BelongsTo(string issuer) =>
        Id.StartsWith($"{issuer}#", StringComparison.Ordinal)
        || (DidWeb.Url(issuer) is { } url && Id.StartsWith($"{url}/keys/", StringComparison.Ordinal));
}
