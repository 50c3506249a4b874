using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Mail;

/// <summary>Letters that wait to be sent. Posting one is part of the transaction that gives rise to it.</summary>
internal sealed class Letters(PersonKeys keys, LetterBell bell)
{
    private const string Place = "letter.content";

    /// <summary>A letter that is due, opened; nothing of somebody who was erased meanwhile.</summary>
    internal sealed record Due(Guid Id, int Tries, Letter? Letter);

    private sealed record Row(Guid Id, Guid PersonId, byte[] Content, int Tries);

    /// <param name="kind">What it is about, in a code: "invitation", "sign-in-code".</param>
    public async Task Post(Work work, PersonKey about, string kind, Letter letter, DateTimeOffset now)
    {
        const string Sql = """
            insert into letter (programme_id, id, person_id, kind, content, due_at) values (@Programme, @id, @person, @kind, @content, @now)
            """;
        var content = about.Close(JsonSerializer.SerializeToUtf8Bytes(letter, Json.Options), Place);
        await work.Run(Sql, new { work.Programme, id = Guid.CreateVersion7(), person = about.Person, kind, content, now });
        work.AfterCommit(bell.Ring);
    }

    /// <summary>Letters that are due, held until the transaction ends so that two hosts do not send one twice.</summary>
    public async Task<IReadOnlyList<Due>> Claim(Work work, DateTimeOffset now, int most)
    {
        const string Sql = """
            select id, person_id, content, tries::int from letter
            where programme_id = @Programme and content is not null and due_at <= @now
            order by due_at, id limit @most for update skip locked
            """;
        var rows = await work.Rows<Row>(Sql, new { work.Programme, now, most });
        var of = await keys.Of(work, [.. rows.Select(row => row.PersonId).Distinct()]);
        return [.. rows.Select(row => new Due(row.Id, row.Tries, of.GetValueOrDefault(row.PersonId) is { } key
            ? JsonSerializer.Deserialize<Letter>(key.Open(row.Content, Place), Json.Options)
            : null))];
    }

    public static Task Sent(Work work, Guid id, DateTimeOffset now) =>
        work.Run("update letter set content = null, sent_at = @now, failed_with = null where programme_id = @Programme and id = @id", new { work.Programme, id, now });

    /// <summary>Nobody to send it to any more.</summary>
    public static Task Drop(Work work, Guid id, string why) =>
        work.Run("update letter set content = null, failed_with = @why where programme_id = @Programme and id = @id", new { work.Programme, id, why });

    public static Task Later(Work work, Guid id, string why, DateTimeOffset due) =>
        work.Run("update letter set tries = tries + 1, failed_with = @why, due_at = @due where programme_id = @Programme and id = @id",
            new { work.Programme, id, why, due });
}
