using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Sessions;

/// <summary>Codes as they are kept: one for each link, counted by the database, good once.</summary>
internal sealed class RegisterLinkCodes(MasterKey master)
{
    /// <summary>A new code; the one before is no longer good.</summary>
    public async Task<string> Make(Work work, RegisterLink link, DateTimeOffset now)
    {
        const string Sql = """
            insert into register_link_code (programme_id, link_id, hash, expires_at, tries) values (@Programme, @Id, @hash, @expires, 0)
            on conflict (programme_id, link_id) do update set hash = excluded.hash, expires_at = excluded.expires_at, tries = 0, used_at = null
            """;
        const string Wait = "update register_link set codes_sent = codes_sent + 1, next_code_at = @next where programme_id = @Programme and id = @Id";
        var code = RegisterLinkCode.Make();
        await work.Run(Sql, new { work.Programme, link.Id, hash = Hash(work, link, code), expires = now + RegisterLinkCode.Lasts });
        await work.Run(Wait, new { work.Programme, link.Id, next = now + RegisterLinkCode.Wait(link.CodesSent + 1) });
        return code;
    }

    /// <summary>Whether a code may still be typed in.</summary>
    public static Task<bool> IsAwaited(Work work, RegisterLink link, DateTimeOffset now) => work.Any("""
        select 1 from register_link_code
        where programme_id = @Programme and link_id = @Id and used_at is null and expires_at > @now and tries < @most
        """, new { work.Programme, link.Id, now, most = RegisterLinkCode.MostTries });

    /// <summary>Spends a try, and the code if it is the right one.</summary>
    public async Task<bool> IsRight(Work work, RegisterLink link, string code, DateTimeOffset now)
    {
        // One statement counts the try, whether it is right or not.
        const string Try = """
            update register_link_code set tries = tries + 1, used_at = case when hash = @hash then @now end
            where programme_id = @Programme and link_id = @Id and used_at is null and expires_at > @now and tries < @most
            returning used_at is not null
            """;
        const string Again = "update register_link set codes_sent = 0, next_code_at = @now where programme_id = @Programme and id = @Id";
        if (!await work.Row<bool>(Try, new { work.Programme, link.Id, hash = Hash(work, link, code), now, most = RegisterLinkCode.MostTries }))
            return false;
        await work.Run(Again, new { work.Programme, link.Id, now });
        return true;
    }

    private byte[] Hash(Work work, RegisterLink link, string code) => master.LookUp(work.Programme, "register-link-code", $"{link.Id:D} {code}");
}
