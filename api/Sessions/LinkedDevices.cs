using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Sessions;

/// <summary>A device on which a leader need not type a code.</summary>
internal sealed record LinkedDevice(Guid Id, string Label, DateTimeOffset MadeAt, DateTimeOffset UsedAt, DateTimeOffset UntilAt, DateTimeOffset? EndedAt);

internal sealed class LinkedDevices(PersonKeys keys)
{
    private const string Place = "linked_device.label";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(90);

    private sealed record Row(Guid Id, byte[] Label, DateTimeOffset MadeAt, DateTimeOffset UsedAt, DateTimeOffset UntilAt, DateTimeOffset? EndedAt);

    /// <returns>What the device keeps.</returns>
    public async Task<string> Remember(Work work, Guid person, string label, DateTimeOffset now)
    {
        const string Sql = """
            insert into linked_device (programme_id, id, person_id, hash, label, until_at, used_at, made_at)
            values (@Programme, @id, @person, @Hash, @closed, @until, @now, @now)
            """;
        var secret = LinkSecret.Make(work.Programme);
        var closed = (await keys.Of(work, [person]))[person].Close(Encoding.UTF8.GetBytes(label), Place);
        await work.Run(Sql, new { work.Programme, id = Guid.CreateVersion7(), person, secret.Hash, closed, until = now + Lasts, now });
        return secret.Text;
    }

    /// <summary>Whether this is a device of this leader that is still remembered.</summary>
    public static async Task<bool> Knows(Work work, string? secret, Guid person, DateTimeOffset now)
    {
        const string Sql = """
            select 1 from linked_device
            where programme_id = @Programme and hash = @Hash and person_id = @person and ended_at is null and until_at > @now
            """;
        return LinkSecret.Read(secret) is { } device && await work.Any(Sql, new { work.Programme, device.Hash, person, now });
    }

    /// <summary>Whose device this is, while it is remembered.</summary>
    public static async Task<Guid?> OwnerOf(Work work, string? secret, DateTimeOffset now) => LinkSecret.Read(secret) is { } device && device.Programme == work.Programme
        ? await work.Row<Guid?>("""
            select person_id from linked_device where programme_id = @Programme and hash = @Hash and ended_at is null and until_at > @now
            """, new { work.Programme, device.Hash, now })
        : null;

    /// <summary>Forgets the device that holds this secret: its owner signed out on it.</summary>
    public static Task Forget(Work work, string? secret, DateTimeOffset now) => LinkSecret.Read(secret) is { } device
        ? work.Run("update linked_device set ended_at = coalesce(ended_at, @now) where programme_id = @Programme and hash = @Hash", new { work.Programme, device.Hash, now })
        : Task.CompletedTask;

    public static Task Used(Work work, string secret, DateTimeOffset now) => LinkSecret.Read(secret) is { } device
        ? work.Run("update linked_device set used_at = @now where programme_id = @Programme and hash = @Hash", new { work.Programme, device.Hash, now })
        : Task.CompletedTask;

    public async Task<IReadOnlyList<LinkedDevice>> Of(Work work, Guid person)
    {
        const string Sql = """
            select id, label, made_at, used_at, until_at, ended_at from linked_device
            where programme_id = @Programme and person_id = @person order by made_at, id
            """;
        var rows = await work.Rows<Row>(Sql, new { work.Programme, person });
        return (await keys.Of(work, [person])).GetValueOrDefault(person) is { } key
            ? [.. rows.Select(row => new LinkedDevice(row.Id, Encoding.UTF8.GetString(key.Open(row.Label, Place)), row.MadeAt, row.UsedAt, row.UntilAt, row.EndedAt))]
            : [];
    }

    /// <summary>Forgets one device of this person, or all; what was forgotten before keeps its time.</summary>
    /// <returns>Whether it is theirs at all.</returns>
    public static async Task<bool> Forget(Work work, Guid person, Guid? device, DateTimeOffset now)
    {
        const string Sql = """
            update linked_device set ended_at = coalesce(ended_at, @now) where programme_id = @Programme and person_id = @person and (@device::uuid is null or id = @device)
            """;
        return await work.Run(Sql, new { work.Programme, person, device, now }) > 0;
    }
}
