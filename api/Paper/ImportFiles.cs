namespace Portfolio.Api.Paper;

/// <summary>One sheet as it was handed in.</summary>
/// <param name="Name">What to call it in findings.</param>
internal sealed record ImportFile(string Name, Stream Content);

/// <summary>What comes in together: one import, all or nothing.</summary>
internal sealed record ImportFiles(ImportFile? People = null, ImportFile? ClockStops = null, ImportFile? Registers = null);
