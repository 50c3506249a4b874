using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>A framework as a 1EdTech CASE 1.1 package: strict, with no link that its schema does not have.</summary>
/// <param name="CFDocument">The framework.</param>
/// <param name="CFItems">Its items.</param>
/// <param name="CFAssociations">Which item is whose child, and what it is related to elsewhere.</param>
public sealed record CasePackage(
    [property: JsonPropertyName("CFDocument")] CaseDocument CFDocument, [property: JsonPropertyName("CFItems")] IReadOnlyList<CaseItem> CFItems,
    [property: JsonPropertyName("CFAssociations")] IReadOnlyList<CaseAssociation> CFAssociations);

/// <summary>A framework in CASE.</summary>
/// <param name="Identifier">Its id: of this version.</param>
/// <param name="Uri">Where it is.</param>
/// <param name="Creator">Who issued it.</param>
/// <param name="Title">Its title.</param>
/// <param name="LastChangeDateTime">When it last changed here.</param>
/// <param name="CaseVersion"><c>1.1</c>.</param>
/// <param name="FrameworkType">What kind of framework it is.</param>
/// <param name="OfficialSourceUrl">Where it can be read.</param>
/// <param name="Version">The version.</param>
/// <param name="StatusStartDate">The first day on which it applies, where a source says.</param>
/// <param name="StatusEndDate">The last day on which it applies, where it has one.</param>
/// <param name="Notes">What whoever uses it should know.</param>
/// <param name="Extensions">What CASE has no member for.</param>
/// <param name="CFPackageUri">Its package: not inside one.</param>
public sealed record CaseDocument(
    [property: JsonPropertyName("identifier")] Guid Identifier, [property: JsonPropertyName("uri")] string Uri, [property: JsonPropertyName("creator")] string Creator,
    [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("lastChangeDateTime")] DateTimeOffset LastChangeDateTime,
    [property: JsonPropertyName("caseVersion")] string? CaseVersion = null, [property: JsonPropertyName("frameworkType")] string? FrameworkType = null,
    [property: JsonPropertyName("officialSourceURL")] string? OfficialSourceUrl = null, [property: JsonPropertyName("version")] string? Version = null,
    [property: JsonPropertyName("statusStartDate")] DateOnly? StatusStartDate = null, [property: JsonPropertyName("statusEndDate")] DateOnly? StatusEndDate = null,
    [property: JsonPropertyName("notes")] string? Notes = null, [property: JsonPropertyName("extensions")] CaseExtensions? Extensions = null,
    [property: JsonPropertyName("CFPackageURI")] CaseLink? CFPackageUri = null);

/// <summary>An item in CASE.</summary>
/// <param name="Identifier">Its id: the same in every version.</param>
/// <param name="Uri">Where it is: the address by which records name it.</param>
/// <param name="FullStatement">Its text.</param>
/// <param name="LastChangeDateTime">When it last changed here.</param>
/// <param name="HumanCodingScheme">Its code.</param>
/// <param name="AbbreviatedStatement">Its title, where that is not its text.</param>
/// <param name="CFItemType">What it is, such as an outcome.</param>
/// <param name="Notes">What whoever uses it should know.</param>
/// <param name="Extensions">What CASE has no member for.</param>
/// <param name="CFDocumentUri">Its framework: not inside a package.</param>
public sealed record CaseItem(
    [property: JsonPropertyName("identifier")] Guid Identifier, [property: JsonPropertyName("uri")] string Uri, [property: JsonPropertyName("fullStatement")] string FullStatement,
    [property: JsonPropertyName("lastChangeDateTime")] DateTimeOffset LastChangeDateTime, [property: JsonPropertyName("humanCodingScheme")] string? HumanCodingScheme = null,
    [property: JsonPropertyName("abbreviatedStatement")] string? AbbreviatedStatement = null, [property: JsonPropertyName("CFItemType")] string? CFItemType = null,
    [property: JsonPropertyName("notes")] string? Notes = null, [property: JsonPropertyName("extensions")] CaseExtensions? Extensions = null,
    [property: JsonPropertyName("CFDocumentURI")] CaseLink? CFDocumentUri = null);

/// <summary>How two things in CASE are related.</summary>
/// <param name="Identifier">Its id.</param>
/// <param name="AssociationType"><c>isChildOf</c>, or <c>isRelatedTo</c> for a crosswalk.</param>
/// <param name="Uri">Where it is.</param>
/// <param name="OriginNodeUri">From where.</param>
/// <param name="DestinationNodeUri">To where.</param>
/// <param name="LastChangeDateTime">When it last changed here.</param>
/// <param name="SequenceNumber">The item's place in its framework.</param>
/// <param name="Extensions">Of a crosswalk: framework, code, provenance and source.</param>
/// <param name="CFDocumentUri">Its framework: not inside a package.</param>
public sealed record CaseAssociation(
    [property: JsonPropertyName("identifier")] Guid Identifier, [property: JsonPropertyName("associationType")] string AssociationType, [property: JsonPropertyName("uri")] string Uri,
    [property: JsonPropertyName("originNodeURI")] CaseLink OriginNodeUri, [property: JsonPropertyName("destinationNodeURI")] CaseLink DestinationNodeUri,
    [property: JsonPropertyName("lastChangeDateTime")] DateTimeOffset LastChangeDateTime, [property: JsonPropertyName("sequenceNumber")] int? SequenceNumber = null,
    [property: JsonPropertyName("extensions")] CaseExtensions? Extensions = null, [property: JsonPropertyName("CFDocumentURI")] CaseLink? CFDocumentUri = null);

/// <summary>A link in CASE.</summary>
/// <param name="Title">What it leads to, in words.</param>
/// <param name="Identifier">The id of what it leads to.</param>
/// <param name="Uri">Where that is.</param>
/// <param name="TargetType"><c>CASE</c>, where the link may lead to anything.</param>
public sealed record CaseLink(
    [property: JsonPropertyName("title")] string Title, [property: JsonPropertyName("identifier")] string Identifier, [property: JsonPropertyName("uri")] string Uri,
    [property: JsonPropertyName("targetType")] string? TargetType = null);

/// <summary>What CASE has no members for.</summary>
/// <param name="Portfolio">Ours.</param>
public sealed record CaseExtensions([property: JsonPropertyName("portfolio")] CaseExtension Portfolio);

/// <summary>Our members of a document, an item or an association.</summary>
/// <param name="Framework">The framework's id; of an association, the other framework's.</param>
/// <param name="Supersedes">The framework that it takes the place of.</param>
/// <param name="Sources">Where it can be read.</param>
/// <param name="Code">Of an association: the item's code in the other framework.</param>
/// <param name="Provenance"><c>sourced</c>, <c>loaded</c> or <c>inferred</c>.</param>
/// <param name="TitleProvenance">The title's own provenance, where it differs: an <c>inferred</c> title is nobody's official words.</param>
/// <param name="Source">Where it can be read.</param>
public sealed record CaseExtension(
    [property: JsonPropertyName("framework")] string? Framework = null, [property: JsonPropertyName("supersedes")] string? Supersedes = null,
    [property: JsonPropertyName("sources")] IReadOnlyList<string>? Sources = null, [property: JsonPropertyName("code")] string? Code = null,
    [property: JsonPropertyName("provenance")] string? Provenance = null, [property: JsonPropertyName("titleProvenance")] string? TitleProvenance = null,
    [property: JsonPropertyName("source")] string? Source = null);

/// <summary>Frameworks in CASE, a page of them.</summary>
/// <param name="CFDocuments">The frameworks.</param>
public sealed record CaseDocuments([property: JsonPropertyName("CFDocuments")] IReadOnlyList<CaseDocument> CFDocuments);

/// <summary>An item in CASE with everything that begins or ends at it.</summary>
/// <param name="CFItem">The item.</param>
/// <param name="CFAssociations">Its associations.</param>
public sealed record CaseItemAssociations(
    [property: JsonPropertyName("CFItem")] CaseItem CFItem, [property: JsonPropertyName("CFAssociations")] IReadOnlyList<CaseAssociation> CFAssociations);

/// <summary>What this service offers of CASE, as an OpenAPI document.</summary>
/// <param name="OpenApi">The version of OpenAPI.</param>
/// <param name="Info">What it describes.</param>
/// <param name="Servers">Where it is.</param>
/// <param name="Paths">Its paths.</param>
public sealed record CaseDiscovery(
    [property: JsonPropertyName("openapi")] string OpenApi, [property: JsonPropertyName("info")] JsonElement Info, [property: JsonPropertyName("servers")] JsonElement Servers,
    [property: JsonPropertyName("paths")] JsonElement Paths);

/// <summary>Why CASE answers nothing, in 1EdTech's own body.</summary>
/// <param name="CodeMajor"><c>failure</c>.</param>
/// <param name="Severity"><c>error</c>.</param>
/// <param name="Description">What to put right.</param>
/// <param name="CodeMinor">The code.</param>
public sealed record CaseRefusal(
    [property: JsonPropertyName("imsx_codeMajor")] string CodeMajor, [property: JsonPropertyName("imsx_severity")] string Severity,
    [property: JsonPropertyName("imsx_description")] string Description, [property: JsonPropertyName("imsx_codeMinor")] CaseCodes CodeMinor);

/// <summary>The codes of a refusal in CASE.</summary>
/// <param name="Fields">One.</param>
public sealed record CaseCodes([property: JsonPropertyName("imsx_codeMinorField")] IReadOnlyList<CaseCode> Fields);

/// <summary>One code of a refusal in CASE.</summary>
/// <param name="Name">Whose it is: <c>TargetEndSystem</c>.</param>
/// <param name="Value"><c>unknownobject</c>, <c>invalid_uuid</c>, <c>invalid_selection_field</c> or <c>invalid_sort_field</c>.</param>
public sealed record CaseCode([property: JsonPropertyName("imsx_codeMinorFieldName")] string Name, [property: JsonPropertyName("imsx_codeMinorFieldValue")] string Value);
