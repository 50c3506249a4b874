using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>The sheets of paper registers of a group that are on their way in, and those that came in.</summary>
/// <param name="Sheets">The sheets, by their first day.</param>
public sealed record PaperSheetList(IReadOnlyList<PaperSheetSummary> Sheets);

/// <summary>One sheet of a paper register, in short.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day.</param>
/// <param name="State"><c>names</c> while a written name is not matched, <c>to-check</c>, <c>checked</c>, or <c>confirmed</c>, when its registers and records are there.</param>
/// <param name="Sessions">How many sessions it has, cancelled ones among them.</param>
/// <param name="Unmatched">How many written names are not matched with anybody yet.</param>
/// <param name="Unknown">How many cells nobody could read. They count for nothing.</param>
/// <param name="TranscribedBy">Who transcribed it, by name.</param>
/// <param name="TranscribedAt">When, in UTC.</param>
/// <param name="CheckedBy">Who held it against the paper: never whoever transcribed it.</param>
/// <param name="CheckedAt">When.</param>
/// <param name="ConfirmedBy">The leader who confirmed it.</param>
/// <param name="ConfirmedAt">When.</param>
public sealed record PaperSheetSummary(
    Guid Id, DateOnly From, DateOnly Until, string State, int Sessions, int Unmatched, int Unknown, string TranscribedBy, DateTimeOffset TranscribedAt,
    string? CheckedBy = null, DateTimeOffset? CheckedAt = null, string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null);

/// <summary>One sheet of a paper register, cell by cell.</summary>
/// <param name="Sheet">The sheet, in short.</param>
/// <param name="Days">Its days, in order.</param>
/// <param name="Names">The names as they are written, with a mark for each day.</param>
/// <param name="Findings">What must be put right before it can be checked.</param>
/// <param name="People">Whom the names can mean: whoever belongs to the group or leads it on one of the days.</param>
public sealed record PaperSheetBody(
    PaperSheetSummary Sheet, IReadOnlyList<PaperDayBody> Days, IReadOnlyList<PaperNameBody> Names, IReadOnlyList<PaperFinding> Findings, IReadOnlyList<PaperPerson> People);

/// <summary>One day of a sheet.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="StartsAt">When it began, in the programme's time zone.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="CancelledFor">Why it did not take place, as a code; null where it did.</param>
/// <param name="Leader">The number of the written name of whoever led.</param>
/// <param name="CoLeader">The number of whoever led with them.</param>
public sealed record PaperDayBody(DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string Mode, string? CancelledFor, int? Leader, int? CoLeader);

/// <summary>A name as it is written on a sheet.</summary>
/// <param name="Number">Its number on the sheet.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Written">As it is written; empty once whom it means was erased.</param>
/// <param name="PersonId">Whom it means; null while nobody said.</param>
/// <param name="Name">Their name in the programme.</param>
/// <param name="LeftOut">Somebody who is not in the programme: the row stays on paper.</param>
/// <param name="Marks">
/// One for each day: <c>P</c> present, a number of minutes, <c>A</c> apologies, <c>N</c> not expected, <c>0</c> absent, <c>?</c> unknown, empty for nothing; with <c>*</c> for
/// whoever presented and <c>+</c> for whoever followed up. None for whoever only led. Once the sheet is confirmed, <c>*</c> and <c>+</c> are for leaders alone.
/// </param>
public sealed record PaperNameBody(int Number, int Line, string Written, Guid? PersonId, string? Name, bool LeftOut, IReadOnlyList<string> Marks);

/// <summary>Something to put right in a sheet.</summary>
/// <param name="Line">The line in the file.</param>
/// <param name="Column">The column: a day, or <c>name</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Fix">What would be right.</param>
public sealed record PaperFinding(int Line, string Column, string Value, string Fix);

/// <summary>Somebody whom a written name can mean.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name in the programme.</param>
public sealed record PaperPerson(Guid PersonId, string Name);

/// <summary>Whom written names mean. The programme remembers it: the same name on the next sheet is matched already.</summary>
/// <param name="Matches">One for each name.</param>
public sealed record PaperMatches([MinLength(1), MaxLength(200), NoneMissing] IReadOnlyList<PaperMatch> Matches);

/// <summary>Whom a written name means.</summary>
/// <param name="Number">The name's number on the sheet.</param>
/// <param name="PersonId">The person; null for somebody who is not in the programme, whose row stays on paper.</param>
public sealed record PaperMatch([Range(1, 1000)] int Number, Guid? PersonId = null);

/// <summary>Exactly what a leader's one signature brings in: every checked sheet of the group that waits.</summary>
/// <param name="Sheets">The sheets.</param>
/// <param name="Sessions">The sessions that are added, in order.</param>
/// <param name="Unknown">Cells that nobody could read: those people stand on no register of those days.</param>
/// <param name="Hash">SHA-256 of the list, in hexadecimal: send it back to confirm exactly this.</param>
public sealed record PaperConfirmation(
    IReadOnlyList<PaperSheetSummary> Sheets, IReadOnlyList<PaperSessionBody> Sessions, IReadOnlyList<PaperUnknown> Unknown, string Hash);

/// <summary>A session as it stands on paper.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="Minutes">How long it lasted.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="CancelledFor">Why it did not take place, as a code; null where it did.</param>
/// <param name="Leaders">Who led.</param>
/// <param name="Lines">Who stands on the register.</param>
public sealed record PaperSessionBody(
    DateOnly HeldOn, TimeOnly StartsAt, int Minutes, string Mode, string? CancelledFor, IReadOnlyList<string> Leaders, IReadOnlyList<PaperLineBody> Lines);

/// <summary>One person on a register on paper.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Attendance"><c>present</c>, <c>partial</c>, <c>apologies</c>, <c>not-expected</c> or <c>absent</c>.</param>
/// <param name="Minutes">The minutes attended.</param>
/// <param name="Role"><c>member</c>, <c>presenter</c> or <c>follow-up</c>.</param>
public sealed record PaperLineBody(Guid PersonId, string Name, string Attendance, int Minutes, string Role);

/// <summary>A cell that nobody could read.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="HeldOn">Of which day.</param>
public sealed record PaperUnknown(string Name, DateOnly HeldOn);

/// <summary>A leader's one signature under the sheets that they saw.</summary>
/// <param name="ListHash">The <c>hash</c> of what they saw.</param>
public sealed record NewPaperConfirmation([RegularExpression("^[0-9a-f]{64}$")] string ListHash);

/// <summary>What came in with a confirmation.</summary>
/// <param name="Sheets">How many sheets.</param>
/// <param name="Sessions">How many sessions they have, cancelled ones among them.</param>
/// <param name="ConfirmedAt">When, in UTC.</param>
public sealed record PaperConfirmed(int Sheets, int Sessions, DateTimeOffset ConfirmedAt);
