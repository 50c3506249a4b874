using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Feed;

/// <summary>What somebody holds who shows a trainee's year: a token stands in a header; a picture's address can be read by whoever sees the page, so it opens the picture alone.</summary>
internal enum EmbedUse { Token, Picture }

/// <summary>What such a text says. It is a claim only we can have written, for ten minutes; whether the permission still holds is asked each time it is shown.</summary>
internal sealed record EmbedClaim(Guid Programme, Guid Connection, DateTimeOffset Until);

/// <summary>A permission under which a trainee's year is shown.</summary>
/// <param name="Kinds">What else was permitted: the days of cases are shown only where their records may be had.</param>
internal sealed record Embedding(Guid Connection, Guid Platform, Guid Person, IReadOnlyList<string> Kinds)
{
    public bool ShowsProgress => Kinds.Contains(PermittedKind.Progress);
}

/// <summary>
/// Signed, and kept nowhere: the programme, the permission and the end, with a code over them that needs the master key. There is nothing to look up that could be guessed,
/// nothing to clear away, and whoever ends the permission, pauses the platform or is erased ends what was signed for it.
/// </summary>
internal static class EmbedTokens
{
    public const string Prefix = "pe_";
    private const int Said = 40, Length = Said + 32;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private sealed record Row(Guid Id, Guid PlatformId, Guid PersonId, string Kinds);

    public static string Make(MasterKey master, EmbedUse use, EmbedClaim claim)
    {
        var bytes = new byte[Length];
        claim.Programme.TryWriteBytes(bytes, bigEndian: true, out _);
        claim.Connection.TryWriteBytes(bytes.AsSpan(16), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(32), claim.Until.ToUnixTimeSeconds());
        Code(master, use, claim.Programme, bytes.AsSpan(0, Said)).CopyTo(bytes.AsSpan(Said));
        return (use is EmbedUse.Token ? Prefix : "") + Base64Url.EncodeToString(bytes);
    }

    /// <returns>What it says; nothing where it is none of ours, or for another use.</returns>
    public static EmbedClaim? Read(MasterKey master, EmbedUse use, string text)
    {
        var prefix = use is EmbedUse.Token ? Prefix : "";
        var bytes = new byte[Length];
        if (text.Length != prefix.Length + (Length / 3 * 4) || !text.StartsWith(prefix, StringComparison.Ordinal)
            || !Base64Url.TryDecodeFromChars(text.AsSpan(prefix.Length), bytes, out var length) || length != Length)
            return null;
        var programme = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        if (!CryptographicOperations.FixedTimeEquals(Code(master, use, programme, bytes.AsSpan(0, Said)), bytes.AsSpan(Said)))
            return null;
        return new(programme, new Guid(bytes.AsSpan(16, 16), bigEndian: true), DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(32))));
    }

    /// <summary>The permission as it stands; nothing where it has ended, its platform is paused or removed, or its trainee was erased.</summary>
    public static Task<Embedding?> Live(Work work, Guid connection) => Live(work, "c.id = @connection", new { work.Programme, connection });

    /// <param name="pairwise">How the platform knows the trainee.</param>
    public static Task<Embedding?> Live(Work work, Guid platform, Guid pairwise) =>
        Live(work, "c.platform_id = @platform and c.pairwise_id = @pairwise", new { work.Programme, platform, pairwise });

    private static async Task<Embedding?> Live(Work work, string which, object values) =>
        await work.Row<Row>($"""
            select c.id, c.platform_id, c.person_id, array_to_string(c.kinds, ',') as kinds
            from connection c
            join platform p on p.programme_id = c.programme_id and p.id = c.platform_id and p.paused_at is null and p.ended_at is null
            join person_key k on k.programme_id = c.programme_id and k.person_id = c.person_id
            where c.programme_id = @Programme and c.ended_at is null and {which}
            """, values) is { } row
            ? new(row.Id, row.PlatformId, row.PersonId, row.Kinds.Split(','))
            : null;

    private static byte[] Code(MasterKey master, EmbedUse use, Guid programme, ReadOnlySpan<byte> said) =>
        master.Authenticate(programme, use is EmbedUse.Token ? "embed token" : "embed picture", said);
}

/// <summary>A trainee as a platform knows them: that platform, while something is permitted to it.</summary>
internal sealed class PermittedTraineeInPath(string idInPath) : Subject
{
    public override async Task<IReadOnlySet<Role>> RolesOf(Asked asked, Work work) =>
        asked.Actor.Platform is { } platform && await EmbedTokens.Live(work, platform, asked.Id(idInPath)) is not null ? new HashSet<Role> { Role.Platform } : [];
}
