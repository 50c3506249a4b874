namespace Portfolio.Contracts.Http;

/// <summary>What this service speaks, and where: <c>/.well-known/portfolio</c>, as <c>schemas/well-known-portfolio.schema.json</c> has it.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Documentation">The page for makers of platforms.</param>
/// <param name="OpenApi">The description of the interface, from which a client can be generated.</param>
/// <param name="Versions">The versions of the interface that are served.</param>
/// <param name="Interfaces">The ways in.</param>
/// <param name="Element">The element that shows a trainee's year in another page.</param>
public sealed record ServiceDescription(
    string Name, string Documentation, string OpenApi, IReadOnlyList<ServiceVersion> Versions, IReadOnlyList<ServiceInterface> Interfaces, ServiceElement Element);

/// <summary>A version of the interface.</summary>
/// <param name="Version">As it stands in paths: <c>v1</c>.</param>
/// <param name="Until">The last day on which it is served, told at least twelve months ahead; absent while there is none.</param>
public sealed record ServiceVersion(string Version, DateOnly? Until = null);

/// <summary>A way in.</summary>
/// <param name="Name"><c>feed</c>, <c>oauth</c>, <c>webhook</c>, <c>embed</c>, <c>open-badges</c>, <c>lti</c>, <c>case</c>, <c>verify</c> or <c>keys</c>; more can come.</param>
/// <param name="Standard">What it follows.</param>
/// <param name="About">What it is for.</param>
/// <param name="Addresses">Its addresses by what they are for; what stands in braces, such as <c>{programmeId}</c>, is for whoever asks to fill in.</param>
public sealed record ServiceInterface(string Name, string Standard, string About, IReadOnlyDictionary<string, string> Addresses);

/// <summary>The script of <c>cbd-group-progress</c>.</summary>
/// <param name="Version">The newest version.</param>
/// <param name="Script">The module at the address of this version, whose bytes never change.</param>
/// <param name="Integrity">Its digest, for the script's <c>integrity</c>.</param>
/// <param name="Newest">The module at the address under which the newest stands.</param>
public sealed record ServiceElement(string Version, string Script, string Integrity, string Newest);
