namespace Portfolio.Contracts.Http;

/// <summary>A competency framework as it is exchanged: what is read can be loaded again.</summary>
/// <param name="Id">Its id, the same in every version: lower-case letters, digits and hyphens, at most 63.</param>
/// <param name="Title">Its title, at most 200 characters.</param>
/// <param name="Issuer">Who issued it, at most 200 characters.</param>
/// <param name="Version">Which version, in the issuer's words, at most 100 characters. It never changes its content.</param>
/// <param name="Items">Its items, parents before children: 1 to 5,000.</param>
/// <param name="ValidFrom">The first day on which it applies; left out where no source says.</param>
/// <param name="ValidUntil">The last day on which it applies; left out where it still does, or no source says.</param>
/// <param name="Supersedes">The framework that it takes the place of.</param>
/// <param name="Sources">Where it can be read, as web addresses.</param>
/// <param name="Note">What whoever uses it should know, at most 1,000 characters.</param>
public sealed record FrameworkBody(
    string Id, string Title, string Issuer, string Version, IReadOnlyList<FrameworkItem> Items, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null,
    string? Supersedes = null, IReadOnlyList<string>? Sources = null, string? Note = null);

/// <summary>One item of a competency framework.</summary>
/// <param name="Code">Its code, unique in the framework, at most 64 characters.</param>
/// <param name="Title">Its title on one line, at most 200 characters: what a record shows.</param>
/// <param name="Parent">The code of the item that it belongs under; left out at the top.</param>
/// <param name="Kind">What it is, such as <c>outcome</c> or <c>theme</c>, at most 40 characters.</param>
/// <param name="Provenance"><c>sourced</c>: seen in a public source. <c>loaded</c>: as the programme loaded it. <c>inferred</c>: somebody's own summary.</param>
/// <param name="TitleProvenance">The title's own provenance, where it differs from the code's.</param>
/// <param name="Description">Its text in full, at most 4,000 characters.</param>
/// <param name="Source">Where it can be read, where that is not where the framework can.</param>
/// <param name="Note">What whoever uses it should know, at most 1,000 characters.</param>
/// <param name="MapsTo">Items of other frameworks that it corresponds to: at most 20.</param>
/// <param name="ItemId">Its id in CASE, a UUID that no version changes.</param>
public sealed record FrameworkItem(
    string Code, string Title, string? Parent = null, string? Kind = null, string Provenance = "loaded", string? TitleProvenance = null, string? Description = null,
    string? Source = null, string? Note = null, IReadOnlyList<ItemMapping>? MapsTo = null, Guid? ItemId = null);

/// <summary>One line of a crosswalk: an item of another framework.</summary>
/// <param name="Framework">The other framework's id.</param>
/// <param name="Code">The item's code there.</param>
/// <param name="Provenance"><c>sourced</c>, <c>loaded</c> or <c>inferred</c>.</param>
/// <param name="Source">Where the correspondence can be read.</param>
public sealed record ItemMapping(string Framework, string Code, string Provenance = "loaded", string? Source = null);

/// <summary>A framework in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Version">The version.</param>
/// <param name="Number">0 for what comes with the service; 1, 2, 3 … for what the programme loaded.</param>
/// <param name="Items">How many items it has.</param>
/// <param name="DocumentId">Its id in CASE.</param>
/// <param name="Public">Whether anybody can read it in CASE.</param>
/// <param name="ValidFrom">The first day on which it applies, where a source says.</param>
/// <param name="ValidUntil">The last day on which it applies, where it has one.</param>
/// <param name="Supersedes">The framework that it takes the place of.</param>
public sealed record FrameworkLine(
    string Id, string Title, string Issuer, string Version, int Number, int Items, Guid DocumentId, bool Public, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null,
    string? Supersedes = null);

/// <summary>The frameworks that can be used in a programme, in all their versions.</summary>
/// <param name="Frameworks">By id, the newest version first.</param>
public sealed record FrameworkList(IReadOnlyList<FrameworkLine> Frameworks);

/// <summary>What a record evidences, seen under another framework. The record stays as it was signed.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Framework">The framework that it is seen under.</param>
/// <param name="Items">Each item that the record names, in its order.</param>
public sealed record RecordCompetencies(Guid RecordId, string Framework, IReadOnlyList<CompetencySeen> Items);

/// <summary>One item that a record names, and what corresponds to it.</summary>
/// <param name="Url">The address of the item, as it was signed.</param>
/// <param name="Code">Its code as it was signed.</param>
/// <param name="Name">Its name as it was signed.</param>
/// <param name="SignedUnder">The framework's name as it was signed.</param>
/// <param name="SeenAs">What corresponds to it: empty where no crosswalk says anything.</param>
public sealed record CompetencySeen(string Url, string Code, string Name, string SignedUnder, IReadOnlyList<CorrespondingItem> SeenAs);

/// <summary>An item of the framework that a record is seen under.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Provenance">Of the correspondence: <c>same</c> where it is the very item, else <c>sourced</c>, <c>loaded</c> or <c>inferred</c>.</param>
/// <param name="Source">Where the correspondence can be read.</param>
/// <param name="Via">The item above the signed one whose correspondence it is, where the signed one has none of its own.</param>
public sealed record CorrespondingItem(string Code, string Title, string Provenance, string? Source = null, string? Via = null);
