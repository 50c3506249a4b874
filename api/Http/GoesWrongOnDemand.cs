namespace Portfolio.Api.Http;

/// <summary>Metadata of what platforms ask for: in a sandbox they can have it go wrong.</summary>
internal sealed record GoesWrongOnDemand;
