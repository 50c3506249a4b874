using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>An account of one person in one group over a period, to be signed.</summary>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, not after today.</param>
/// <param name="Alignments">The curriculum items that whoever signs confirms it evidences: at most four.</param>
/// <param name="ListHash">The hash of the account that was seen; leave it out to see it first.</param>
public sealed record NewAccount(
    Guid PersonId, [LocalDay] DateOnly From, [LocalDay] DateOnly Until, [MaxLength(4), NoneMissing] IReadOnlyList<ItemOfFramework>? Alignments = null,
    [RegularExpression("^[0-9a-f]{64}$")] string? ListHash = null);

/// <summary>An item of a competency framework.</summary>
/// <param name="Framework">The framework's id, such as <c>rcpsych-core-2022</c>.</param>
/// <param name="Code">The item's code, such as <c>1.2</c>.</param>
public sealed record ItemOfFramework([PlainText(64)] string Framework, [PlainText(64)] string Code);

/// <summary>Exactly what a signature on an account would sign.</summary>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="Name">Their name as it will be signed.</param>
/// <param name="GroupId">The group.</param>
/// <param name="Group">The group's name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Version">The version it will be: more than 1 replaces the account of this period before it.</param>
/// <param name="Held">Signed sessions of the group while they were a member.</param>
/// <param name="Expected">Those at which they were expected.</param>
/// <param name="Attended">Those they attended.</param>
/// <param name="Minutes">Minutes attended in all.</param>
/// <param name="Presented">Cases presented.</param>
/// <param name="FollowedUp">Cases followed up.</param>
/// <param name="Leaders">The names of everybody who led.</param>
/// <param name="Records">How many records stand behind it.</param>
/// <param name="Alignments">The curriculum items it will name.</param>
public sealed record AccountToSign(
    Guid PersonId, string Name, Guid GroupId, string Group, DateOnly From, DateOnly Until, int Version, int Held, int Expected, int Attended, int Minutes,
    int Presented, int FollowedUp, IReadOnlyList<string> Leaders, int Records, IReadOnlyList<ItemOfFramework> Alignments);

/// <summary>An account before or after it was signed.</summary>
/// <param name="Account">What will be, or was, signed.</param>
/// <param name="Hash">SHA-256 of the account, 64 hexadecimal digits: what whoever signs sends back.</param>
/// <param name="RecordId">The record, once it is signed.</param>
public sealed record AccountBody(AccountToSign Account, string Hash, Guid? RecordId = null);
