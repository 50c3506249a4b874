using System.Net.Http.Headers;

namespace Portfolio.Contracts.Adapters;

/// <summary>One request and its answer, with everything that can go wrong told apart by one question: may it have arrived?</summary>
public static class Exchange
{
    /// <summary>Sends a request. What was not sent, or got no answer, is an answer with a <see cref="HttpAnswer.Failure"/>; only the caller's own cancelling is thrown.</summary>
    /// <param name="http">The connection's client.</param>
    /// <param name="request">The request; disposed here.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<HttpAnswer> Send(HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            using (request)
            using (var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation).ConfigureAwait(false))
                return new HttpAnswer(
                    (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false),
                    After(response.Headers.RetryAfter, response.Headers.Date), response.Headers.Location, Headers(response), null);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && Failure(e) is { } failure)
        {
            return HttpAnswer.Without(failure);
        }
    }

    private static Outcome? Failure(Exception e) => e switch
    {
        _ when Inside<PrivateAddressException>(e) is not null => new Outcome.NeedsPerson("address-not-public"),
        _ when Inside<NotSentException>(e) is { } held => new Outcome.TryLater(held.Code, held.After),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new Outcome.TryLater("name-unknown"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new Outcome.TryLater("not-reached"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new Outcome.TryLater("tls-refused"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new Outcome.NoAnswer("answer-too-large"),
        HttpRequestException or IOException => new Outcome.NoAnswer("reset"),
        OperationCanceledException or TimeoutException => new Outcome.NoAnswer("timed-out"),
        _ => null,
    };

    private static T? Inside<T>(Exception? e) where T : Exception
    {
        for (; e is not null; e = e.InnerException)
            if (e is T found)
                return found;
        return null;
    }

    // A date is read against the platform's own clock, which may be minutes off ours.
    private static TimeSpan? After(RetryConditionHeaderValue? retry, DateTimeOffset? theirs) =>
        retry?.Delta ?? (retry?.Date is { } date && theirs is { } now && date > now ? date - now : null);

    private static Dictionary<string, string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A request that was held back before a byte of it was sent.</summary>
/// <param name="code">Why, such as <c>resting</c>.</param>
/// <param name="after">Not again before this long.</param>
public sealed class NotSentException(string code, TimeSpan? after) : IOException("It was not sent: " + code)
{
    /// <summary>Why.</summary>
    public string Code => code;

    /// <summary>Not again before this long; null where nothing is known.</summary>
    public TimeSpan? After => after;
}
