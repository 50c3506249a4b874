using System.Collections.Frozen;
using System.Text.Json;

namespace Portfolio.Contracts.Records;

/// <summary>The keys a verifier believes: those of programmes, and what is known of leaders' keys.</summary>
public sealed class RecordKeys
{
    private readonly FrozenDictionary<string, RecordKey> _byId;

    private RecordKeys(IEnumerable<RecordKey> keys) =>
        _byId = keys.GroupBy(key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(same => same.Key, Merged, StringComparer.Ordinal);

    /// <summary>No key at all: whatever can be checked without one still is.</summary>
    public static RecordKeys None { get; } = new([]);

    /// <summary>Keys known to the caller.</summary>
    /// <exception cref="FormatException">Two different keys have one id.</exception>
    public static RecordKeys Of(params IEnumerable<RecordKey> keys) => new(keys);

    /// <summary>Reads a <c>jwks.json</c> (RFC 7517; RSA and Ed25519, <c>nbf</c> and <c>exp</c> in seconds, <c>lost_from</c> a log position)
    /// or a <c>did.json</c> with Multikeys. What is not a key for records is passed over.</summary>
    /// <exception cref="FormatException">It is neither, or two different keys have one id.</exception>
    public static RecordKeys Read(ReadOnlySpan<byte> document)
    {
        var root = StrictJson.Parse(document);
        if (root.Member("keys").ValueKind == JsonValueKind.Array)
            return new(root.Items("keys").Select(KeyDocuments.FromJwk).OfType<RecordKey>());
        if (root.Member("verificationMethod").ValueKind == JsonValueKind.Array)
            return new(KeyDocuments.FromDid(root));
        throw new FormatException("This is neither a key set nor a DID document.");
    }

    /// <summary>These keys and those; of a key that both know, whatever dates either knows.</summary>
    /// <exception cref="FormatException">Two different keys have one id.</exception>
    public RecordKeys And(RecordKeys others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new(_byId.Values.Concat(others._byId.Values));
    }

    internal RecordKey? Find(string id) => _byId.GetValueOrDefault(id);

    // The same key from a did.json, which has no dates, and a jwks.json, which has.
    private static RecordKey Merged(IEnumerable<RecordKey> same) => same.Aggregate((one, other) =>
    {
        if (!one.Ed25519.Span.SequenceEqual(other.Ed25519.Span) || !KeyDocuments.Same(one.Rsa, other.Rsa))
            throw new FormatException($"Two different keys are called {one.Id}.");
        return one with
        {
            ValidFrom = one.ValidFrom ?? other.ValidFrom, ValidUntil = one.ValidUntil ?? other.ValidUntil, LostFrom = one.LostFrom ?? other.LostFrom,
        };
    });
}
