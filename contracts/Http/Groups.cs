using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A group to set up.</summary>
/// <param name="Key">Its short name in sheets.</param>
/// <param name="Name">Its name as records show it.</param>
/// <param name="Site">The site where it meets; it is made when missing.</param>
/// <param name="Form">The form of meeting, by the key under which <c>…/meeting-forms</c> lists it.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewGroup(
    [PlainText(100)] string Key, [PlainText(Fences.Name)] string Name, [PlainText(Fences.Name)] string Site,
    [PlainText(63), RegularExpression(Fences.Key)] string Form, Guid? Id = null);

/// <summary>A group.</summary>
/// <param name="Id">The id.</param>
/// <param name="Key">Its short name in sheets.</param>
/// <param name="Name">Its name as records show it.</param>
/// <param name="Site">The site where it meets.</param>
/// <param name="Form">The form of meeting.</param>
public sealed record GroupBody(Guid Id, string Key, string Name, string Site, string Form)
{
    /// <summary>What is true of it today, where somebody said so; in the answer about one group.</summary>
    public GroupDetailsBody? Details { get; init; }
}

/// <summary>Groups.</summary>
/// <param name="Groups">The groups, by key.</param>
public sealed record GroupList(IReadOnlyList<GroupBody> Groups);

/// <summary>Somebody's membership of a group.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Standing"><c>member</c>, <c>member-without-requirement</c> (gets records, is in no cohort), <c>taster</c> (nothing), <c>observer</c> (learning to lead).</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewMembership(
    Guid PersonId, [Code("member", "member-without-requirement", "taster", "observer")] string Standing, [LocalDay] DateOnly From,
    [LocalDay] DateOnly? Until = null, Guid? Id = null);

/// <summary>Somebody's mandate to lead a group, and so to sign, on these days.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Kind"><c>leader</c>, <c>co-leader</c> or <c>deputy</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewMandate(
    Guid PersonId, [Code("leader", "co-leader", "deputy")] string Kind, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null, Guid? Id = null);

/// <summary>The last day of a membership or a mandate.</summary>
/// <param name="Until">The last day on which it holds.</param>
public sealed record LastDay([LocalDay] DateOnly Until);

/// <summary>A dated membership or mandate.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="As">The standing of a member, the kind of a mandate.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
public sealed record PlaceInGroup(Guid Id, Guid PersonId, string Name, string As, DateOnly From, DateOnly? Until)
{
    /// <summary>Of a leader, what they may or might lead by, dated.</summary>
    public IReadOnlyList<QualificationBody>? Qualifications { get; init; }

    /// <summary>Of a leader, their professions, dated.</summary>
    public IReadOnlyList<QualificationBody>? Professions { get; init; }
}

/// <summary>Who is or was in a group.</summary>
/// <param name="People">Memberships or mandates, by first day.</param>
public sealed record PlacesInGroup(IReadOnlyList<PlaceInGroup> People);
