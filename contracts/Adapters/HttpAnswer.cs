using System.Text.Json;

namespace Portfolio.Contracts.Adapters;

/// <summary>What came back of a request, or why nothing did.</summary>
/// <param name="Status">The HTTP status; 0 where nothing came back.</param>
/// <param name="MediaType">The answer's media type, where it names one.</param>
/// <param name="Body">All of the answer, at most 1 MiB.</param>
/// <param name="After">What <c>Retry-After</c> said.</param>
/// <param name="Location">What <c>Location</c> said.</param>
/// <param name="Headers">All headers, by name.</param>
/// <param name="Failure">Why nothing came back: it was not sent (<see cref="Outcome.TryLater"/>), or it may have arrived (<see cref="Outcome.NoAnswer"/>).</param>
public sealed record HttpAnswer(
    int Status, string? MediaType, ReadOnlyMemory<byte> Body, TimeSpan? After, Uri? Location, IReadOnlyDictionary<string, string> Headers, Outcome? Failure)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    internal static HttpAnswer Without(Outcome failure) => new(0, null, default, null, null, new Dictionary<string, string>(), failure);

    /// <summary>Whether it is a status of success.</summary>
    public bool Is2xx => Status is >= 200 and < 300;

    /// <summary>The answer as JSON; null where it is none.</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What an answer means that the protocol gives no meaning of its own.</summary>
    public Outcome Otherwise()
    {
        var said = Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Failure ?? Status switch
        {
            // Understood by nobody, and perhaps done.
            >= 200 and < 300 => new Outcome.NoAnswer("garbage", Said: said),
            >= 300 and < 400 => new Outcome.TryLater("redirected", After, said),
            401 => new Outcome.NeedsPerson("sign-in-again", Said: said),
            403 => new Outcome.NeedsPerson("may-not-write", Said: said),
            404 or 405 => new Outcome.NeedsPerson("address-wrong", Said: said),
            410 => new Outcome.NeedsPerson("gone", Said: said),
            408 or 425 or 429 or 503 => new Outcome.TryLater("busy", After, said),
            >= 400 and < 500 => new Outcome.Refused("rejected", said),
            _ => new Outcome.NoAnswer("server-error", After, said),
        };
    }
}
