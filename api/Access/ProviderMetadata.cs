using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Portfolio.Api.Access;

/// <summary>The provider cannot be asked just now, and what it said before is not to be had or too old.</summary>
internal sealed class ProviderUnavailableException(string provider) : Exception($"The provider {provider} is not available.");

/// <summary>
/// What a provider says of itself, with its keys: asked for when first needed, then kept for an hour, and through an outage for a day. A key
/// that nobody has heard of is a reason to ask again, but whoever makes up keys cannot have us ask more often than every 30 seconds.
/// </summary>
internal sealed partial class ProviderMetadata(string provider, Uri authority, HttpClient http, Func<Uri, bool> mayAsk, TimeProvider clock, ILogger log)
    : IDocumentRetriever, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile Told? told;
    private DateTimeOffset asked = DateTimeOffset.MinValue;

    private sealed record Told(OpenIdConnectConfiguration Configuration, DateTimeOffset At);

    /// <exception cref="ProviderUnavailableException">It has never been heard, or not for a day.</exception>
    public async Task<OpenIdConnectConfiguration> Get(CancellationToken cancellation)
    {
        if (told is not { } known)
            return await Ask(null, cancellation);
        var age = clock.GetUtcNow() - known.At;
        // One request asks again when the hour is over. The others need not wait for a provider that may be slow or away: what it said will do.
        return age < Fresh || (age < Kept && gate.CurrentCount == 0) ? known.Configuration : await Ask(known.Configuration, cancellation);
    }

    /// <summary>What it says now, when what it said before does not know a key; the same again where it was asked a moment ago.</summary>
    public Task<OpenIdConnectConfiguration> After(OpenIdConnectConfiguration seen, CancellationToken cancellation) => Ask(seen, cancellation);

    private async Task<OpenIdConnectConfiguration> Ask(OpenIdConnectConfiguration? seen, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var now = clock.GetUtcNow();
            // Somebody else asked while this one waited.
            if (told is { } newer && !ReferenceEquals(newer.Configuration, seen))
                return newer.Configuration;
            if (now - asked >= Pause)
            {
                asked = now;
                told = await Fetch() is { } configuration ? new Told(configuration, now) : told;
            }
            return told is { } last && now - last.At < Kept ? last.Configuration : throw new ProviderUnavailableException(provider);
        }
        finally
        {
            gate.Release();
        }
    }

    // Without the request's own cancellation: others wait for the answer.
    private async Task<OpenIdConnectConfiguration?> Fetch()
    {
        try
        {
            var found = await OpenIdConnectConfigurationRetriever.GetAsync($"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration", this, CancellationToken.None);
            if (WhyNot(found) is not { } fault)
                return found;
            Log.NotUsable(log, provider, fault);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException or ArgumentException
                                    or JsonException or SecurityTokenException or FormatException)
        {
            Log.NotUsable(log, provider, (e.InnerException ?? e).GetType().Name);
        }
        return null;
    }

    // The issuer is compared as the specification says, but for the last slash, which people leave out.
    private string? WhyNot(OpenIdConnectConfiguration found) =>
        found.Issuer?.TrimEnd('/') != authority.OriginalString.TrimEnd('/') ? "issuer-differs-from-authority"
        : found.SigningKeys.Count == 0 ? "no-keys"
        : new[] { found.AuthorizationEndpoint, found.TokenEndpoint }.Any(endpoint => endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var at) && mayAsk(at)))
            ? "endpoint-not-https"
        : null;

    Task<string> IDocumentRetriever.GetDocumentAsync(string address, CancellationToken cancel) =>
        Uri.TryCreate(address, UriKind.Absolute, out var at) && mayAsk(at) ? http.GetStringAsync(at, cancel) : throw new IOException("An address of the provider is not https.");

    public void Dispose() => gate.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What the provider {Provider} says of itself cannot be had or used: {Reason}.")]
        public static partial void NotUsable(ILogger log, string provider, string reason);
    }
}
