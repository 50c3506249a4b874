using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Portfolio.Contracts.Http;

/// <summary>Which requirement somebody follows, from one day to another.</summary>
/// <param name="Pack">The requirement pack, such as <c>uk-nw-core</c>.</param>
/// <param name="From">The first day; the pack is valid on it.</param>
/// <param name="Version">Its version; the newest when left out.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewRequirement(
    [PlainText(64)] string Pack, [LocalDay] DateOnly From, [Range(1, 1_000_000)] int? Version = null, [LocalDay] DateOnly? Until = null, Guid? Id = null);

/// <summary>Which requirements somebody follows or followed.</summary>
/// <param name="Requirements">Oldest first.</param>
public sealed record RequirementList(IReadOnlyList<RequirementBody> Requirements);

/// <summary>One requirement of one person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="Pack">The id of the requirement pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; absent while it goes on.</param>
public sealed record RequirementBody(Guid Id, Guid PersonId, string Pack, int Version, DateOnly From, DateOnly? Until);

/// <summary>A version of a requirement pack, whole.</summary>
/// <param name="Id">The pack.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its canonical document, in hexadecimal: a version never has another.</param>
/// <param name="Published">Whether the programme published it, or gave it to somebody; otherwise it came with the product.</param>
/// <param name="Document">The document, as <c>requirement-pack.schema.json</c> says.</param>
public sealed record RequirementPackVersion(string Id, int Version, string Hash, bool Published, JsonElement Document);
