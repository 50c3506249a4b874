using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Portfolio.Contracts.Adapters;

/// <summary>Where a record goes: one trainee's place at one platform.</summary>
public abstract class AdapterConnection
{
    /// <summary>The connection's id.</summary>
    public abstract Guid Id { get; }

    /// <summary>How the platform may know the trainee where it knows nothing better: the same in all of their connections to it, and another at every other platform.</summary>
    public abstract Guid Subject { get; }

    /// <summary>What the programme and the person set, by the names of <see cref="AdapterDescription.Settings"/>; what was left out is not in it.</summary>
    public abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>What the adapter kept about this connection, such as tokens and the trainee's id there.</summary>
    public abstract IReadOnlyDictionary<string, string> Notes { get; }

    /// <summary>What the adapter kept about this one delivery in earlier attempts, such as the id of a file that is up already.</summary>
    public abstract IReadOnlyDictionary<string, string> Steps { get; }

    /// <summary>The time to go by.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>Guarded and patient: https to public addresses only, no redirects, answers of at most 1 MiB; requests marked with <see cref="AdapterRequests.MayRepeat"/> are repeated within one attempt.</summary>
    public abstract HttpClient Http { get; }

    /// <summary>This programme's key for signing to platforms, never one that records are signed with.</summary>
    public abstract AdapterKey Key { get; }

    /// <summary>Keeps something about the connection, sealed; it is durable when this returns. Null takes it away.</summary>
    public abstract Task KeepNote(string name, string? value, CancellationToken cancellation);

    /// <summary>Keeps something about this delivery, sealed; it is durable when this returns, so that a lost answer later does not repeat the step.</summary>
    public abstract Task KeepStep(string name, string value, CancellationToken cancellation);
}

/// <summary>A key for signing to platforms: RSA with 2048 bits, used as RS256.</summary>
public abstract class AdapterKey
{
    /// <summary>Its <c>kid</c> in the published key set.</summary>
    public abstract string Id { get; }

    /// <summary>Where the programme's keys for platforms are published, as a JWK Set.</summary>
    public abstract Uri KeySet { get; }

    /// <summary>A self-signed certificate of its public half (DER), for what asks for <c>x5c</c>.</summary>
    public abstract ReadOnlyMemory<byte> Certificate { get; }

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>A signed JWT (RFC 7519) of these claims; its header names the algorithm and this key.</summary>
    /// <param name="claims">All of them.</param>
    public string Jwt(JsonObject claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var signed = $"{Part(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Id })}.{Part(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>What proves a client that has this key (RFC 7523, section 3), for one request. Clocks differ by minutes in the field: it holds from 330 s before to 330 s after.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="tokenUrl">Where it is shown.</param>
    /// <param name="now">The time.</param>
    public string Assertion(string clientId, Uri tokenUrl, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tokenUrl);
        return Jwt(new()
        {
            ["iss"] = clientId, ["sub"] = clientId, ["aud"] = tokenUrl.AbsoluteUri, ["iat"] = (now - Apart).ToUnixTimeSeconds(), ["exp"] = (now + Apart).ToUnixTimeSeconds(),
            ["jti"] = $"{Guid.NewGuid():N}",
        });
    }

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(330);

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
