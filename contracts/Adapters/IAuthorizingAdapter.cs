namespace Portfolio.Contracts.Adapters;

/// <summary>An adapter of platforms at which the trainee signs in and permits us to write (OAuth 2.0, authorization code with PKCE).</summary>
public interface IAuthorizingAdapter : IPortfolioAdapter
{
    /// <summary>Where to send the trainee. What is needed when they come back is kept with <see cref="AdapterConnection.KeepNote"/>.</summary>
    /// <param name="back">Our address they come back to.</param>
    /// <param name="state">What the platform is to send back with them.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The address, or why there is none.</returns>
    Task<(Uri? To, Outcome? WhyNot)> Begin(Uri back, string state, AdapterConnection connection, CancellationToken cancellation);

    /// <summary>Turns what the trainee came back with into tokens, kept with <see cref="AdapterConnection.KeepNote"/>.</summary>
    /// <param name="back">The same address as at <see cref="Begin"/>.</param>
    /// <param name="code">The code in the platform's answer.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Null where it worked; else why not.</returns>
    Task<Outcome?> Complete(Uri back, string code, AdapterConnection connection, CancellationToken cancellation);
}
