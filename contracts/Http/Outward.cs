using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>How a platform is written to: by which adapter, with what, and who receives there.</summary>
/// <param name="Adapter">The adapter's name; once set it stays.</param>
/// <param name="Settings">All that the adapter has to know of the programme's. What is left out is taken away.</param>
/// <param name="Receiver">Who receives, as trainees are told before they permit anything.</param>
/// <param name="Country">In which country, as two letters (ISO 3166-1).</param>
/// <param name="Agreement">On which agreement it rests.</param>
/// <param name="MostAtOnce">The most attempts at once; what the adapter bears when left out.</param>
public sealed record OutwardPlatform(
    [PlainText(40), RegularExpression(Fences.AdapterName)] string Adapter, [MaxLength(40), NoneMissing] IReadOnlyList<SettingValue> Settings, [PlainText(Fences.Name)] string Receiver,
    [PlainText(2), RegularExpression(Fences.Country)] string Country, [PlainText(500)] string Agreement, [Range(1, 64)] int? MostAtOnce = null);

/// <summary>One setting.</summary>
/// <param name="Name">Its name, as the adapter has it.</param>
/// <param name="Value">
/// What it shall be; null leaves it as it is. A secret can be left as it is only while no address changes: whoever changes where it is sent must know it.
/// </param>
public sealed record SettingValue([PlainText(40), RegularExpression(Fences.SettingName)] string Name, [PlainText(2000)] string? Value);

/// <summary>How a platform is written to, without its secrets.</summary>
/// <param name="PlatformId">The platform.</param>
/// <param name="Adapter">The adapter's name.</param>
/// <param name="Title">What people call such platforms.</param>
/// <param name="Receiver">Who receives.</param>
/// <param name="Country">In which country.</param>
/// <param name="Agreement">On which agreement.</param>
/// <param name="MostAtOnce">The most attempts at once.</param>
/// <param name="Kinds">The kinds of record that it can carry.</param>
/// <param name="Settings">What the programme sets.</param>
/// <param name="SetAt">When it was last set.</param>
/// <param name="Forbidden">Why nothing goes there: <c>country</c> or <c>host</c>, which the programme forbids; absent where it may.</param>
public sealed record OutwardPlatformBody(
    Guid PlatformId, string Adapter, string Title, string Receiver, string Country, string Agreement, int MostAtOnce, IReadOnlyList<string> Kinds,
    IReadOnlyList<SettingBody> Settings, DateTimeOffset SetAt, string? Forbidden = null);

/// <summary>A setting that there is to fill in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is and where it is found.</param>
/// <param name="Type"><c>text</c>, <c>url</c>, <c>secret</c> or <c>number</c>.</param>
/// <param name="Required">Whether nothing can be sent without it.</param>
/// <param name="Set">Whether it is set.</param>
/// <param name="Value">What it is set to; never of a secret.</param>
/// <param name="Choices">The values that it can have, where they are a list.</param>
public sealed record SettingBody(string Name, string About, string Type, bool Required, bool Set, string? Value = null, IReadOnlyList<string>? Choices = null);

/// <summary>Who receives what goes to a platform that is written to.</summary>
/// <param name="Name">Who.</param>
/// <param name="Country">In which country (ISO 3166-1).</param>
/// <param name="Agreement">On which agreement it rests.</param>
/// <param name="Adapter">By which adapter it is written to.</param>
/// <param name="Forbidden">Whether the programme forbids it at present: then nothing goes there, whatever is permitted.</param>
public sealed record ReceiverBody(string Name, string Country, string Agreement, string Adapter, bool Forbidden);

/// <summary>Receivers that the programme forbids.</summary>
/// <param name="ForbiddenCountries">Countries, as two letters each (ISO 3166-1).</param>
/// <param name="ForbiddenHosts">Hosts in small letters; each stands for all below it too.</param>
public sealed record ForbiddenReceivers(
    [MaxLength(250), NoneMissing, PlainTexts(2)] IReadOnlyList<string> ForbiddenCountries, [MaxLength(200), NoneMissing, PlainTexts(253)] IReadOnlyList<string> ForbiddenHosts);

/// <summary>A trainee's own settings at a platform.</summary>
/// <param name="Settings">All of them. What is left out is taken away.</param>
public sealed record ConnectionSettings([MaxLength(40), NoneMissing] IReadOnlyList<SettingValue> Settings);

/// <summary>How a trainee's place at a platform is set up.</summary>
/// <param name="ConnectionId">The permission.</param>
/// <param name="Settings">What there is for the trainee to fill in.</param>
/// <param name="SignsIn">Whether the trainee signs in at the platform, so that it lets this service write.</param>
/// <param name="Needs">What the trainee has to do before anything goes on, as a code such as <c>settings-missing</c> or <c>sign-in-again</c>; absent while it goes.</param>
public sealed record ConnectionSettingsBody(Guid ConnectionId, IReadOnlyList<SettingBody> Settings, bool SignsIn, string? Needs = null);

/// <summary>Where a trainee signs in at a platform.</summary>
/// <param name="Url">The address to open in a browser in which they are signed in here too; it is good for ten minutes.</param>
public sealed record SignInThere(string Url);

/// <summary>What was tried. Nothing was sent to a portfolio.</summary>
/// <param name="Trials">One after the other.</param>
public sealed record TrialList(IReadOnlyList<TrialBody> Trials);

/// <summary>One thing that was tried.</summary>
/// <param name="Part">What: <c>settings</c>, <c>reached</c>, <c>signed-in</c>, <c>person-found</c>, <c>may-write</c>, <c>may-read</c>.</param>
/// <param name="Works">Whether it works; absent where it could not be tried.</param>
/// <param name="Why">In plain words, with what to do about it.</param>
public sealed record TrialBody(string Part, bool? Works, string Why);
