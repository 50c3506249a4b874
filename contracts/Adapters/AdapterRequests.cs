namespace Portfolio.Contracts.Adapters;

/// <summary>What an adapter says of a request to the client that sends it.</summary>
public static class AdapterRequests
{
    /// <summary>The request changes nothing, or changes the same thing however often it arrives: it may be sent again within one attempt. GET and HEAD always may.</summary>
    public static readonly HttpRequestOptionsKey<bool> MayRepeat = new("portfolio.may-repeat");
}
