using System.Text.Json;

namespace Portfolio.Contracts.Http;

/// <summary>The adapters that this service has.</summary>
/// <param name="Adapters">The adapters, by name.</param>
public sealed record AdapterList(IReadOnlyList<AdapterBody> Adapters);

/// <summary>What carries records to portfolios of one make.</summary>
/// <param name="Name">Its name, by which a platform is set to it.</param>
/// <param name="Title">What people call such portfolios.</param>
/// <param name="Kinds">The kinds of record that it can carry.</param>
/// <param name="Repeating">
/// What can be done at best when an answer was lost: <c>same-id</c>, it is sent again and kept once; <c>read-back</c>, it is looked for first; <c>neither</c>, the trainee is asked.
/// </param>
/// <param name="AtOnce">The most attempts at once to one platform.</param>
/// <param name="LargestBytes">The largest record that it takes, in bytes.</param>
/// <param name="SignsIn">Whether each trainee signs in there once and permits it.</param>
/// <param name="PlatformSettings">JSON Schema of what the programme sets for a platform.</param>
/// <param name="PersonSettings">JSON Schema of what each trainee sets.</param>
public sealed record AdapterBody(
    string Name, string Title, IReadOnlyList<string> Kinds, string Repeating, int AtOnce, int LargestBytes, bool SignsIn, JsonElement PlatformSettings, JsonElement PersonSettings);
