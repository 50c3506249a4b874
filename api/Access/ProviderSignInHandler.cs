using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portfolio.Api.Http;

namespace Portfolio.Api.Access;

/// <summary>
/// Signing in at a provider: ASP.NET Core's code flow (state, correlation cookie, PKCE) with what makes it OpenID Connect added, the nonce and the
/// id_token. Of the provider's answer only that token is used, and of the token only whose account it is.
/// </summary>
internal sealed class ProviderSignInHandler(
    IOptionsMonitor<ProviderSignInOptions> options, ILoggerFactory log, UrlEncoder encoder, PublicAddress address)
    : OAuthHandler<ProviderSignInOptions>(options, log, encoder)
{
    private const string Nonce = "nonce";
    private const string Begun = "begun";

    private Provider Provider => Options.Provider;

    // Not as the request names this host: what is registered at the provider is the public address.
    private string Callback => (address.IsSet ? address.Base.GetLeftPart(UriPartial.Authority) : $"{Request.Scheme}://{Request.Host}") + OriginalPathBase + Options.CallbackPath;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        properties.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        properties.Items[Begun] = TimeProvider.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var told = await Provider.Metadata.Get(Context.RequestAborted);
        properties.SetParameter(nameof(told.AuthorizationEndpoint), told.AuthorizationEndpoint ?? throw new ProviderUnavailableException(Provider.Name));
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        // The base class puts its parameters behind an endpoint that it takes to be known from the start.
        var parameters = QueryHelpers.ParseQuery(base.BuildChallengeUrl(properties, Callback));
        parameters[Nonce] = properties.Items[Nonce];
        return QueryHelpers.AddQueryString(properties.GetParameter<string>(nameof(OpenIdConnectConfiguration.AuthorizationEndpoint))!, parameters);
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var told = await Provider.Metadata.Get(Context.RequestAborted);
        // An answer that names another issuer was meant for another client (RFC 9207).
        if (Request.Query["iss"] is { Count: > 0 } issuer && issuer != told.Issuer)
            throw new ProviderRefusedException("issuer-of-answer");
        if (!context.Properties.Items.TryGetValue(Begun, out var begun) || !DateTimeOffset.TryParse(begun, System.Globalization.CultureInfo.InvariantCulture, out var from)
            || TimeProvider.GetUtcNow() - from > Options.RemoteAuthenticationTimeout)
            throw new ProviderRefusedException("too-late");
        if (!context.Properties.Items.Remove(OAuthConstants.CodeVerifierKey, out var verifier))
            throw new ProviderRefusedException("no-verifier");
        using var request = new HttpRequestMessage(HttpMethod.Post, told.TokenEndpoint ?? throw new ProviderUnavailableException(Provider.Name));
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = context.Code, ["redirect_uri"] = Callback, [OAuthConstants.CodeVerifierKey] = verifier!,
        };
        Prove(request, form, told);
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new("application/json"));
        using var answer = await Ask(request);
        if ((int)answer.StatusCode >= 500)
            throw new ProviderUnavailableException(Provider.Name);
        return answer.IsSuccessStatusCode
            ? OAuthTokenResponse.Success(JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(Context.RequestAborted)))
            : throw new ProviderRefusedException("code-refused");
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var text = tokens.Response!.RootElement.TryGetProperty("id_token", out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
        var read = ProviderTokens.Read(text);
        if (read.Token is not { } token)
            throw new ProviderRefusedException("id-token-" + read.WhyNot);
        var rules = new TokenRules(Provider.Options.ClientId!, Type: null, properties.Items[Nonce] ?? throw new ProviderRefusedException("no-nonce"));
        var answer = await ProviderTokens.Check(Provider, token, rules, TimeProvider.GetUtcNow(), Context.RequestAborted);
        if (answer.Account is not { } account)
            throw new ProviderRefusedException("id-token-" + answer.WhyNot);
        identity.AddClaim(new("iss", account.Issuer));
        identity.AddClaim(new("sub", account.Subject));
        return new(new ClaimsPrincipal(identity), properties, Scheme.Name);
    }

    // As the provider takes it; what a provider takes that does not say is RFC 6749's own way.
    private void Prove(HttpRequestMessage request, Dictionary<string, string> form, OpenIdConnectConfiguration told)
    {
        var (id, secret) = (Provider.Options.ClientId!, Provider.Options.Secret());
        if (told.TokenEndpointAuthMethodsSupported.Contains("client_secret_post") && !told.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic"))
            (form["client_id"], form["client_secret"]) = (id, secret);
        else
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));
    }

    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request)
    {
        try
        {
            return await Provider.Http.SendAsync(request, Context.RequestAborted);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !Context.RequestAborted.IsCancellationRequested))
        {
            throw new ProviderUnavailableException(Provider.Name);
        }
    }
}

/// <summary>The provider's answer cannot be used, by a code for the log.</summary>
internal sealed class ProviderRefusedException(string reason) : Exception(reason)
{
    public string Reason => Message;
}
