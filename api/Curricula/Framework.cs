using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Http;

namespace Portfolio.Api.Curricula;

/// <summary>One item of a framework, as its public source names it.</summary>
internal sealed record FrameworkItem(string Code, string Title);

/// <summary>A competency framework and the days on which it applies. Only items that a public source confirms are shipped.</summary>
internal sealed record Framework(
    string Id, string Title, string Issuer, string Version, DateOnly ValidFrom, IReadOnlyList<string> Sources, IReadOnlyList<FrameworkItem> Items,
    DateOnly? ValidUntil = null)
{
    // Ours, made once: the same framework and code have the same id in every installation.
    private static readonly Guid Namespace = new("6f0a1c52-3d5f-5b0e-9a57-0c1f1f6e2b11");

    public bool AppliesOn(DateOnly day) => day >= ValidFrom && (ValidUntil is null || day <= ValidUntil);

    public FrameworkItem? Item(string code) => Items.SingleOrDefault(item => item.Code == code);

    /// <summary>The id of an item in CASE: a UUIDv5 of framework and code (RFC 9562, section 5.5).</summary>
    public Guid ItemId(string code)
    {
#pragma warning disable CA5350 // UUIDv5 is defined with SHA-1; it names things here and protects nothing.
        Span<byte> hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes($"{Id}/{code}")]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>The frameworks that come with the service.</summary>
internal static class Frameworks
{
    public static IReadOnlyList<Framework> All { get; } = Read();

    public static Framework? Find(string id) => All.SingleOrDefault(framework => framework.Id == id);

    private static Framework[] Read()
    {
        using var stream = typeof(Frameworks).Assembly.GetManifestResourceStream("Portfolio.Api.Curricula.frameworks.json")!;
        return JsonSerializer.Deserialize<Framework[]>(stream, Json.Options)!;
    }
}
