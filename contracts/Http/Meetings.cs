using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>What somebody may lead by.</summary>
/// <param name="Code">A code that the programme and its requirement packs share, such as <c>balint-society-accredited</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Issuer">Who gave it.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewQualification(
    [PlainText(63), RegularExpression(Fences.Key)] string Code, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null, [PlainText(Fences.Name)] string? Issuer = null, Guid? Id = null);

/// <summary>A profession that somebody has.</summary>
/// <param name="Code">A code such as <c>psychiatrist</c> or <c>general-practitioner</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewProfession([PlainText(63), RegularExpression(Fences.Key)] string Code, [LocalDay] DateOnly From, [LocalDay] DateOnly? Until = null, Guid? Id = null);

/// <summary>A dated qualification or profession.</summary>
/// <param name="Id">The id.</param>
/// <param name="Code">Which.</param>
/// <param name="Issuer">Who gave it.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
public sealed record QualificationBody(Guid Id, string Code, string? Issuer, DateOnly From, DateOnly? Until);

/// <summary>What somebody may lead by, and their profession.</summary>
/// <param name="Qualifications">By first day.</param>
/// <param name="Professions">By first day.</param>
public sealed record QualificationList(IReadOnlyList<QualificationBody> Qualifications, IReadOnlyList<QualificationBody> Professions);

/// <summary>How many people of one profession.</summary>
/// <param name="Profession">A code such as <c>psychiatrist</c>.</param>
/// <param name="Number">How many.</param>
public sealed record PeersOfProfession([PlainText(63), RegularExpression(Fences.Key)] string Profession, [Range(1, Fences.RegisterLines)] int Number);

/// <summary>A meeting that nobody led, as one who took part writes it down. It is never signed, and counts as what it is.</summary>
/// <param name="HeldOn">The local date.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Form">The form of meeting.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Role">What the writer was in it: <c>supervised</c>, <c>was-supervised</c> or <c>peer</c>.</param>
/// <param name="WithId">Who else took part, where they are of the programme: they can confirm it.</param>
/// <param name="Partner">The name of somebody who is not: shown to the writer, and in their formal account.</param>
/// <param name="Peers">How many peers, by profession: never a name.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewMeeting(
    [LocalDay] DateOnly HeldOn, [Range(1, Fences.SessionMinutes)] int Minutes, [PlainText(63), RegularExpression(Fences.Key)] string Form, [Code("in-person", "online")] string Mode,
    [Code("supervised", "was-supervised", "peer")] string Role, Guid? WithId = null, [PlainText(Fences.Name)] string? Partner = null,
    [MaxLength(20), NoneMissing] IReadOnlyList<PeersOfProfession>? Peers = null, Guid? Id = null)
{
    /// <summary>What it says, without the id.</summary>
    public ChangedMeeting Said() => new(HeldOn, Minutes, Form, Mode, Role, WithId, Partner, Peers);
}

/// <summary>The meeting as it should have been written down, as a whole.</summary>
/// <param name="HeldOn">The local date.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Form">The form of meeting.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Role">What the writer was in it.</param>
/// <param name="WithId">Who else took part, where they are of the programme.</param>
/// <param name="Partner">The name of somebody who is not: shown to the writer, and in their formal account.</param>
/// <param name="Peers">How many peers, by profession.</param>
public sealed record ChangedMeeting(
    [LocalDay] DateOnly HeldOn, [Range(1, Fences.SessionMinutes)] int Minutes, [PlainText(63), RegularExpression(Fences.Key)] string Form, [Code("in-person", "online")] string Mode,
    [Code("supervised", "was-supervised", "peer")] string Role, Guid? WithId = null, [PlainText(Fences.Name)] string? Partner = null,
    [MaxLength(20), NoneMissing] IReadOnlyList<PeersOfProfession>? Peers = null);

/// <summary>A meeting that nobody led. Its <c>ETag</c> is its version.</summary>
/// <param name="Id">The id.</param>
/// <param name="WrittenBy">Who wrote it down.</param>
/// <param name="HeldOn">The local date.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Form">The form of meeting.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Role">What the writer was in it.</param>
/// <param name="WithId">Who else took part, where they are of the programme.</param>
/// <param name="Partner">The name of somebody who is not: shown to the writer, and in their formal account.</param>
/// <param name="Peers">How many peers, by profession.</param>
/// <param name="ConfirmedAt">When the other person confirmed it; absent where nobody did.</param>
/// <param name="Version">Moves with every change; send it in <c>If-Match</c>.</param>
public sealed record MeetingBody(
    Guid Id, Guid WrittenBy, DateOnly HeldOn, int Minutes, string Form, string Mode, string Role, Guid? WithId, string? Partner,
    IReadOnlyList<PeersOfProfession> Peers, DateTimeOffset? ConfirmedAt, int Version);

/// <summary>Meetings that nobody led.</summary>
/// <param name="Written">Those that the person wrote down, by date.</param>
/// <param name="OfOthers">Those that somebody else wrote down with them.</param>
public sealed record MeetingList(IReadOnlyList<MeetingBody> Written, IReadOnlyList<MeetingBody> OfOthers);
