using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>The trainee's permission at work within one attempt: the token goes with every request, and is renewed once when it is refused.</summary>
internal sealed class Session(AdapterConnection connection)
{
    private Tokens? tokens = Tokens.Of(connection);
    private bool renewed;

    /// <summary>What the token was given for; a host that does not say gave what was asked.</summary>
    public bool MayRead => tokens?.Allows(Names.Readonly) ?? true;

    public bool MayWrite => tokens?.Allows(Names.Upsert) ?? true;

    public bool SignedIn => tokens is not null;

    public Uri At(string path) => connection.At(path);

    /// <summary>An answer, or why none could be asked for.</summary>
    /// <param name="request">Makes the request anew for every time it is sent.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<(HttpAnswer? Answered, Outcome? WhyNot)> Ask(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        if (tokens is null)
            return (null, new Outcome.NeedsPerson("sign-in-again"));
        if (tokens.Ended(connection.Clock) && await Renew(cancellation).ConfigureAwait(false) is { } whyNot)
            return (null, whyNot);
        var answer = await Send(request, cancellation).ConfigureAwait(false);
        if (answer.Status != 401 || renewed)
            return (answer, null);
        if (await Renew(cancellation).ConfigureAwait(false) is { } refused)
            return (null, refused);
        return (await Send(request, cancellation).ConfigureAwait(false), null);
    }

    private async Task<HttpAnswer> Send(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var authorised = request();
        authorised.Headers.Authorization = OpenBadgesMapping.Bearer(tokens!.Access);
        return await Exchange.Send(connection.Http, authorised, cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome?> Renew(CancellationToken cancellation)
    {
        if (renewed)
            return new Outcome.NeedsPerson("sign-in-again", Said: "401");
        renewed = true;
        var (fresh, whyNot) = await Authorization.Renew(tokens!, connection, cancellation).ConfigureAwait(false);
        tokens = fresh ?? tokens;
        return whyNot;
    }
}
