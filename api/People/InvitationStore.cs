using System.Security.Cryptography;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>An invitation, and its link, which only the letter and the service's keeper see.</summary>
internal sealed record MadeInvitation(InvitationBody Body, Uri Link);

internal sealed class InvitationStore(MasterKey master, SignInAddresses addresses, PublicAddress site)
{
    private const string CookieName = "__Host-portfolio-invited";

    private const string Live = """
        select id, person_id as person, made_by, word_hash is not null as needs_word, expires_at from invitation
        where programme_id = @Programme and ended_at is null
        """;

    /// <summary>Sends the link to the person's address on record; a link they had before is over.</summary>
    /// <param name="by">Who invites; nobody of the programme where the service's keeper does.</param>
    public async Task<Answer<MadeInvitation>> Make(Work work, Person person, Guid? by, DateTimeOffset now)
    {
        const string Sql = """
            update invitation set ended_at = @now where programme_id = @Programme and person_id = @person and ended_at is null;
            insert into invitation (programme_id, id, person_id, hash, word_hash, expires_at, made_by, made_at)
            values (@Programme, @id, @person, @Hash, @wordHash, @expires, @by, @now)
            """;
        const string Fresh = "select 1 from person where programme_id = @Programme and id = @person and address_since > @since";
        if (person.Identity.Email is null)
            return Problems.AddressMissing;
        var (id, secret, expires) = (Guid.CreateVersion7(), LinkSecret.Make(work.Programme), now + Invitation.Lasts);
        // What opens one way in for somebody who has another must not be an open mailbox alone.
        var known = await SignInStore.HadAny(work, person.Id);
        if (known && await work.Any(Fresh, new { work.Programme, person = person.Id, since = now - Invitation.AddressRests }))
            return Problems.AddressFresh;
        var word = known ? Invitation.NewWord() : null;
        await work.Run(Sql, new { work.Programme, id, person = person.Id, secret.Hash, wordHash = WordHash(work, id, word), expires, by, now });
        var link = new Uri(site.Base, "invitations/" + secret.Text);
        await addresses.Write(work, person, "invitation", "Signing in to Portfolio", SignInLetters.Invitation(link, expires, word is not null), now);
        return new MadeInvitation(new InvitationBody(id, expires, word), link);
    }

    /// <summary>The invitation behind a link that nobody has accepted yet.</summary>
    public static Task<Invitation?> Find(Work work, LinkSecret link, DateTimeOffset now) =>
        work.Row<Invitation>(Live + " and hash = @Hash and accepted_at is null and expires_at > @now", new { work.Programme, link.Hash, now });

    /// <summary>The link is this browser's from now on, and nobody else's. A wrong word counts; after five the link is over.</summary>
    public async Task<bool> Accept(HttpContext http, Work work, LinkSecret link, string? word, DateTimeOffset now)
    {
        const string Try = """
            update invitation set wrong_words = wrong_words + 1
            where programme_id = @Programme and hash = @Hash and accepted_at is null and ended_at is null and expires_at > @now and wrong_words < @MostWrongWords
            returning id
            """;
        const string Mine = "update invitation set accepted_at = @now, browser_hash = @browser where programme_id = @Programme and id = @id";
        if (await work.Row<Guid?>(Try, new { work.Programme, link.Hash, now, Invitation.MostWrongWords }) is not { } id || !await IsWord(work, id, word))
            return false;
        var browser = LinkSecret.Make(work.Programme);
        await work.Run(Mine, new { work.Programme, id, now, browser = browser.Hash });
        http.Response.Cookies.Append(CookieName, browser.Text, Cookie());
        return true;
    }

    /// <summary>What this browser accepted and has not finished, held: in two windows at once it is finished in one.</summary>
    public static async Task<Invitation?> Accepted(HttpContext http, Work work, DateTimeOffset now) =>
        LinkSecret.Read(http.Request.Cookies[CookieName]) is { } browser && browser.Programme == work.Programme
            ? await work.Row<Invitation>(Live + " and browser_hash = @Hash and accepted_at > @since for update", new { work.Programme, browser.Hash, since = now - Invitation.ToFinish })
            : null;

    public static async Task Finish(HttpContext http, Work work, Invitation invitation, DateTimeOffset now)
    {
        await work.Run("update invitation set ended_at = @now where programme_id = @Programme and id = @Id", new { work.Programme, invitation.Id, now });
        http.Response.Cookies.Delete(CookieName, Cookie());
    }

    private async Task<bool> IsWord(Work work, Guid id, string? word)
    {
        var hash = await work.Row<byte[]?>("select word_hash from invitation where programme_id = @Programme and id = @id", new { work.Programme, id });
        return hash is null || (word is not null && CryptographicOperations.FixedTimeEquals(hash, WordHash(work, id, SignInPeriods.Plain(word))));
    }

    private byte[]? WordHash(Work work, Guid id, string? word) => word is null ? null : master.LookUp(work.Programme, $"invitation-word {id:D}", word);

    private static CookieOptions Cookie() => new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
