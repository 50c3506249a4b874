using System.Buffers.Text;
using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Mail;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>Sending somebody what is held about them: a link by letter that works once. Whoever orders it sees neither the link nor what it leads to.</summary>
internal sealed class PersonExportOrders(PersonStore people, PersonKeys keys, Letters letters, PublicAddress address)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    private sealed record Row(Guid Id, Guid PersonId, DateTimeOffset MadeAt, DateTimeOffset UntilAt, DateTimeOffset? TakenAt);

    public async Task<Answer<MadeOrder>> Add(Work work, Guid person, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into export_order (programme_id, id, person_id, secret_hash, until_at, made_by, made_from, made_at)
            values (@Programme, @Id, @person, @secretHash, @until, @By, @Hash, @now)
            """;
        if (await people.Find(work, person) is not { } found)
            return Problems.NotFound;
        if (found.Identity.Email is not { } email)
            return Problems.AddressMissing;
        var secret = RandomNumberGenerator.GetBytes(32);
        var values = new { work.Programme, creation.Id, person, secretHash = SHA256.HashData(secret), until = now + Lasts, creation.By, creation.Hash, now };
        if ((await work.Once("export_order", Insert, values, creation)).Refused(out var problem, out var made))
            return problem;
        if (made.Now)
            await letters.Post(work, (await keys.Of(work, [person]))[person], "export", await Letter(work, email, secret, now + Lasts), now);
        return new MadeOrder((await Find(work, creation.Id))!, made.Now);
    }

    /// <summary>Whether the secret opens an order that nobody has used, without using it: for whoever looks at the page first.</summary>
    public static Task<bool> IsOpen(Work work, byte[] hash, DateTimeOffset now) => work.Any("""
        select 1 from export_order where programme_id = @Programme and secret_hash = @hash and taken_at is null and until_at > @now
        """, new { work.Programme, hash, now });

    /// <summary>Uses the link up.</summary>
    /// <returns>Whom it is about; nothing where the link is no good, any more or at all.</returns>
    public static Task<Guid?> Take(Work work, byte[] hash, DateTimeOffset now) => work.Row<Guid?>("""
        update export_order set taken_at = @now
        where programme_id = @Programme and secret_hash = @hash and taken_at is null and until_at > @now returning person_id
        """, new { work.Programme, hash, now });

    /// <summary>The hash by which an order is found, or nothing where the text is no secret at all.</summary>
    public static byte[]? HashOf(string secret)
    {
        Span<byte> bytes = stackalloc byte[32];
        return secret.Length == 43 && Base64Url.TryDecodeFromChars(secret, bytes, out var length) && length == 32 ? SHA256.HashData(bytes) : null;
    }

    private static async Task<ExportOrderBody?> Find(Work work, Guid id) =>
        await work.Row<Row>("select id, person_id, made_at, until_at, taken_at from export_order where programme_id = @Programme and id = @id", new { work.Programme, id })
            is { } row ? new(row.Id, row.PersonId, row.MadeAt, row.UntilAt, row.TakenAt) : null;

    private async Task<Letter> Letter(Work work, string to, byte[] secret, DateTimeOffset until)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var link = new Uri(address.Base, $"programmes/{programme.Id:D}/exports/{Base64Url.EncodeToString(secret)}");
        return new(to, "What is held about you", $"""
            The data protection officer of {programme.Name} sends you what this service holds about you.

            {link}

            The link works once, until {programme.LocalDate(until):d MMMM yyyy}. Whoever has it can read everything, so do not pass this letter on.
            If you did not expect it, leave the link alone and ask the programme.
            """.ReplaceLineEndings("\n") + "\n");
    }
}

/// <summary>An order, and whether this request gave it or an earlier one.</summary>
internal sealed record MadeOrder(ExportOrderBody Order, bool Now);
