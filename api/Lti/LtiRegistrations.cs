using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

/// <summary>The platforms that a programme registered, and the links by which one registers itself.</summary>
internal static class LtiRegistrations
{
    public static readonly TimeSpan OfferLasts = TimeSpan.FromDays(1);

    private const string Select = """
        select id, name, issuer, client_id, authorization_url, token_url, keys_url, array_to_string(deployments, e'\n') as deployment_lines, ended_at
        from lti_registration where programme_id = @Programme
        """;

    public static Task<Answer<Made>> Add(Work work, NewLtiRegistration body, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into lti_registration (programme_id, id, name, issuer, client_id, authorization_url, token_url, keys_url, deployments, made_by, made_from, made_at)
            values (@Programme, @Id, @Name, @Issuer, @ClientId, @AuthorizationUrl, @TokenUrl, @KeysUrl, @deployments, @By, @Hash, @now)
            """;
        return work.Once("lti_registration", Insert, new
        {
            work.Programme, creation.Id, body.Name, body.Issuer, body.ClientId, body.AuthorizationUrl, body.TokenUrl, body.KeysUrl, deployments = Distinct(body.Deployments),
            creation.By, creation.Hash, now,
        }, creation);
    }

    public static Task<LtiRegistration?> Find(Work work, Guid id) => work.Row<LtiRegistration>(Select + " and id = @id", new { work.Programme, id });

    public static async Task<IReadOnlyList<LtiRegistration>> Live(Work work) =>
        await work.Rows<LtiRegistration>(Select + " and ended_at is null order by name, id", new { work.Programme });

    /// <summary>By what a platform says of itself; where it does not say which client it means, the one that it has.</summary>
    public static async Task<LtiRegistration?> Of(Work work, string issuer, string? client) => await work.Rows<LtiRegistration>(
        Select + " and issuer = @issuer and (@client::text is null or client_id = @client) and ended_at is null", new { work.Programme, issuer, client }) is [var one] ? one : null;

    public static Task<int> SetDeployments(Work work, Guid id, IReadOnlyList<string> deployments) => work.Run("""
        update lti_registration set deployments = @deployments where programme_id = @Programme and id = @id and deployments <> @deployments
        """, new { work.Programme, id, deployments = Distinct(deployments) });

    /// <summary>Nobody comes in from there any more: sessions that its accounts opened are over too.</summary>
    public static Task<int> End(Work work, Guid id, DateTimeOffset now) => work.Run("""
        delete from access_token t using sign_in s
        where t.programme_id = @Programme and s.programme_id = t.programme_id and s.id = t.sign_in_id and s.registration_id = @id;
        update lti_registration set ended_at = greatest(@now, made_at) where programme_id = @Programme and id = @id and ended_at is null
        """, new { work.Programme, id, now });

    /// <summary>A link that registers one platform, once.</summary>
    public static async Task<string> Offer(Work work, Guid by, DateTimeOffset now)
    {
        const string Sql = """
            delete from lti_offer where programme_id = @Programme and expires_at < @now;
            insert into lti_offer (programme_id, hash, made_by, made_at, expires_at) values (@Programme, @Hash, @by, @now, @until)
            """;
        var secret = LinkSecret.Make(work.Programme);
        await work.Run(Sql, new { work.Programme, secret.Hash, by, now, until = now + OfferLasts });
        return secret.Text;
    }

    public static async Task<bool> IsOffered(Work work, string secret, DateTimeOffset now) =>
        LinkSecret.Read(secret) is { } read && read.Programme == work.Programme
        && await work.Any("select 1 from lti_offer where programme_id = @Programme and hash = @Hash and used_at is null and expires_at > @now", new { work.Programme, read.Hash, now });

    /// <returns>Whether it was there to be used.</returns>
    public static async Task<bool> Take(Work work, string secret, DateTimeOffset now) =>
        LinkSecret.Read(secret) is { } read && read.Programme == work.Programme && await work.Run(
            "update lti_offer set used_at = @now where programme_id = @Programme and hash = @Hash and used_at is null and expires_at > @now", new { work.Programme, read.Hash, now }) == 1;

    private static string[] Distinct(IReadOnlyList<string> deployments) => [.. deployments.Distinct(StringComparer.Ordinal)];
}
