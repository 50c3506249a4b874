namespace Portfolio.Contracts.Http;

/// <summary>What a platform's server hands to a page that shows one trainee's year, for ten minutes.</summary>
/// <param name="Token">For the element's <c>token</c>: it reads this trainee's year and nothing else.</param>
/// <param name="ExpiresIn">For how many seconds it holds, while the permission does.</param>
/// <param name="Progress">The address for the element's <c>src</c>.</param>
/// <param name="Picture">The same year as a picture, for an <c>img</c>: an address that holds as long as the token, and opens the picture alone.</param>
/// <param name="Alternative">The text alternative of that picture.</param>
/// <param name="OEmbed">The picture's oEmbed answer.</param>
/// <param name="Script">The element: a module of this version, whose bytes never change.</param>
/// <param name="Integrity">Its digest, for the script's <c>integrity</c>.</param>
public sealed record EmbedToken(string Token, int ExpiresIn, string Progress, string Picture, string Alternative, string OEmbed, string Script, string Integrity);

/// <summary>One trainee's year as it is shown in a portfolio. It names nobody; every text is ready to be shown.</summary>
/// <param name="AsOf">The local day it is told for.</param>
/// <param name="Language">The language of every text here, as a language tag.</param>
/// <param name="Title">The requirement, or what stands in its place where none is followed.</param>
/// <param name="State">Where it stands; absent where no requirement is followed.</param>
/// <param name="StateWords">The same in words.</param>
/// <param name="Sentences">What follows from it: the last day, what is still open.</param>
/// <param name="Rules">What is asked for, in the requirement's order.</param>
/// <param name="Summary">The picture of the year in one sentence: its text alternative.</param>
/// <param name="Months">The twelve months up to now and what is to come, each with its sessions.</param>
/// <param name="Key">What the marks mean, and how many there are of each: those that are there.</param>
/// <param name="Until">When the token ends.</param>
public sealed record EmbeddedProgress(
    DateOnly AsOf, string Language, string Title, ProgressState? State, string StateWords, IReadOnlyList<string> Sentences, IReadOnlyList<EmbeddedRule> Rules, string Summary,
    IReadOnlyList<EmbeddedMonth> Months, IReadOnlyList<EmbeddedMark> Key, DateTimeOffset Until);

/// <summary>One of the things that are asked for.</summary>
/// <param name="Title">Its title.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StateWords">The same in words.</param>
/// <param name="Have">How many there are.</param>
/// <param name="Need">How many are asked for: together the bar.</param>
/// <param name="Amount">Both in words: <c>14 of 25 sessions</c>.</param>
/// <param name="Words">What follows from it.</param>
public sealed record EmbeddedRule(string Title, ProgressState State, string StateWords, decimal Have, decimal Need, string Amount, string Words);

/// <summary>A month of the picture.</summary>
/// <param name="Name">Its name, short.</param>
/// <param name="Sessions">Its sessions, oldest first.</param>
public sealed record EmbeddedMonth(string Name, IReadOnlyList<EmbeddedSession> Sessions);

/// <summary>A session of the picture.</summary>
/// <param name="On">Its local day.</param>
/// <param name="Day">The day in words.</param>
/// <param name="Mark">
/// <c>presented</c> (or followed up: only where the trainee permits those days), <c>attended</c>, <c>partly</c>, <c>not-there</c>, <c>not-expected</c>, <c>unsigned</c>,
/// <c>cancelled</c> or <c>to-come</c>.
/// </param>
/// <param name="Words">What it was.</param>
public sealed record EmbeddedSession(DateOnly On, string Day, string Mark, string Words);

/// <summary>What a mark means.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Words">What it means.</param>
/// <param name="Count">How many there are.</param>
public sealed record EmbeddedMark(string Mark, string Words, int Count);

/// <summary>A picture as oEmbed 1.0 tells of it.</summary>
/// <param name="Type"><c>photo</c>.</param>
/// <param name="Version"><c>1.0</c>.</param>
/// <param name="Title">The picture's text alternative.</param>
/// <param name="Url">The picture's address.</param>
/// <param name="Width">Its width in pixels, no larger than <c>maxwidth</c>.</param>
/// <param name="Height">Its height in pixels, no larger than <c>maxheight</c>.</param>
/// <param name="ProviderName">This service.</param>
/// <param name="ProviderUrl">Its address.</param>
/// <param name="CacheAge">For how many seconds the picture's address still holds.</param>
public sealed record OEmbedPhoto(
    string Type, string Version, string Title, string Url, int Width, int Height,
    [property: System.Text.Json.Serialization.JsonPropertyName("provider_name")] string ProviderName,
    [property: System.Text.Json.Serialization.JsonPropertyName("provider_url")] string ProviderUrl,
    [property: System.Text.Json.Serialization.JsonPropertyName("cache_age")] int CacheAge);
