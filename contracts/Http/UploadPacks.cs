namespace Portfolio.Contracts.Http;

/// <summary>A pack to make for a portfolio without an interface.</summary>
/// <param name="PlatformId">The portfolio, a platform that trainees upload to themselves.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Until">The last day, not after today; today when left out. Where an evidence pack is named it is the day as of which that was frozen, and can be left out.</param>
/// <param name="EvidencePackId">The evidence pack to put in; a fresh one is frozen when left out.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewUploadPack(Guid PlatformId, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null, Guid? EvidencePackId = null, Guid? Id = null);

/// <summary>A pack for a portfolio without an interface.</summary>
/// <param name="Id">The upload pack.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="PlatformId">The portfolio.</param>
/// <param name="Platform">Its name.</param>
/// <param name="EvidencePackId">The evidence pack in it.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Until">The last day.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="UploadedOn">The day on which the trainee says that it was uploaded; absent until they do.</param>
public sealed record UploadPackBody(
    Guid Id, Guid PersonId, Guid PlatformId, string Platform, Guid EvidencePackId, DateOnly From, DateOnly Until, DateTimeOffset MadeAt, DateOnly? UploadedOn = null);

/// <summary>Somebody's upload packs, newest first, and what is still to be made.</summary>
/// <param name="UploadPacks">The upload packs.</param>
/// <param name="Proposed">Periods of a portfolio that they connected for which there is no pack yet, oldest first.</param>
public sealed record UploadPackList(IReadOnlyList<UploadPackBody> UploadPacks, IReadOnlyList<ProposedUpload> Proposed);

/// <summary>A pack that could be made, from review to review.</summary>
/// <param name="PlatformId">The portfolio.</param>
/// <param name="Platform">Its name.</param>
/// <param name="From">The first day of the period.</param>
/// <param name="Until">The last day, or today where it is not over.</param>
/// <param name="Over">Whether it is over.</param>
public sealed record ProposedUpload(Guid PlatformId, string Platform, DateOnly From, DateOnly Until, bool Over);

/// <summary>What is in an upload pack besides the files.</summary>
/// <param name="Text">Plain English to paste where the portfolio asks for words.</param>
/// <param name="Areas">The curriculum areas to choose there: at most four, a suggestion.</param>
public sealed record UploadContent(string Text, IReadOnlyList<UploadArea> Areas);

/// <summary>A curriculum area to choose.</summary>
/// <param name="Framework">The framework's name.</param>
/// <param name="Code">The item's code there.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Url">The item's address.</param>
public sealed record UploadArea(string Framework, string Code, string Name, string Url);

/// <summary>That a pack was uploaded.</summary>
/// <param name="On">On which day, not after today.</param>
public sealed record Uploaded([LocalDay] DateOnly On);
