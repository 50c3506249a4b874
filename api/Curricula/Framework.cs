using System.Security.Cryptography;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>
/// One version of a competency framework. Where no source says from which day it applies, none is asserted: it then applies as far back as anybody asks.
/// </summary>
internal sealed record Framework(
    string Id, string Title, string Issuer, string Version, IReadOnlyList<FrameworkItem> Items, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null,
    string? Supersedes = null, IReadOnlyList<string>? Sources = null, string? Note = null)
{
    // Ours, made once: the same framework and code have the same id in every installation.
    private static readonly Guid Namespace = new("6f0a1c52-3d5f-5b0e-9a57-0c1f1f6e2b11");

    public bool AppliesOn(DateOnly day) => (ValidFrom is not { } first || day >= first) && (ValidUntil is not { } last || day <= last);

    public FrameworkItem? Item(string code) => Items.FirstOrDefault(item => item.Code == code);

    public FrameworkItem? Item(Guid id) => Items.FirstOrDefault(item => ItemId(item) == id);

    /// <summary>The id of an item in CASE: the one it came with, else a UUIDv5 of framework and code.</summary>
    public Guid ItemId(FrameworkItem item) => item.ItemId ?? Uuid($"{Id}/{item.Code}");

    public Guid ItemId(string code) => Item(code) is { } item ? ItemId(item) : Uuid($"{Id}/{code}");

    /// <summary>A UUIDv5 in our namespace (RFC 9562, section 5.5).</summary>
    public static Guid Uuid(string name)
    {
#pragma warning disable CA5350 // UUIDv5 is defined with SHA-1; it names things here and protects nothing.
        Span<byte> hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The items above one, nearest first.</summary>
    public IEnumerable<FrameworkItem> Above(FrameworkItem item)
    {
        for (var above = item; above.Parent is { } parent && Item(parent) is { } next; above = next)
            yield return next;
    }

    public FrameworkBody ToBody() => new(Id, Title, Issuer, Version, [.. Items.Select(item => item with { ItemId = ItemId(item) })], ValidFrom, ValidUntil, Supersedes, Sources, Note);

    public static Framework Of(FrameworkBody body) => new(
        body.Id, body.Title, body.Issuer, body.Version, body.Items, body.ValidFrom, body.ValidUntil, body.Supersedes, body.Sources, body.Note);
}

internal static class FrameworkItems
{
    public const string Sourced = "sourced", Loaded = "loaded", Inferred = "inferred", Same = "same";

    public static readonly IReadOnlyList<string> Provenances = [Sourced, Loaded, Inferred];

    /// <summary>What a record calls the item: a summary of ours never stands in one as if it were the framework's own words.</summary>
    public static string SignedName(this FrameworkItem item) => (item.TitleProvenance ?? item.Provenance) == Inferred ? item.Code : item.Title;
}
