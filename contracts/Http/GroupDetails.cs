using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A text in one language.</summary>
/// <param name="Language">Two lower-case letters (ISO 639-1).</param>
/// <param name="Text">The text.</param>
public sealed record TextInLanguage([PlainText(2), RegularExpression("^[a-z]{2}$")] string Language, [PlainText(Fences.Name)] string Text);

/// <summary>A form of meeting of a programme's own.</summary>
/// <param name="Key">Its short name, which groups and meetings carry.</param>
/// <param name="Title">What it is called, in each language once.</param>
/// <param name="SizeFrom">The fewest members that it usually has, leaders left out.</param>
/// <param name="SizeTo">The most.</param>
/// <param name="Minutes">How long it usually lasts.</param>
/// <param name="Doings">What people can do in it.</param>
/// <param name="MemberDoes">What taking part in it counts as.</param>
/// <param name="LeaderDoes">What leading it counts as.</param>
/// <param name="Counts">Whether it counts for anybody: a taster does not.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewMeetingForm(
    [PlainText(63), RegularExpression(Fences.Key)] string Key, [MinLength(1), MaxLength(20), NoneMissing] IReadOnlyList<TextInLanguage> Title,
    [Range(1, Fences.RegisterLines)] int SizeFrom, [Range(1, Fences.RegisterLines)] int SizeTo, [Range(1, Fences.SessionMinutes)] int Minutes,
    [MinLength(1), MaxLength(6), NoneMissing, Code("attend", "present", "follow-up", "lead", "co-lead", "be-supervised")] IReadOnlyList<string> Doings,
    [Code("attended", "was-supervised")] string MemberDoes = "attended", [Code("led", "supervised")] string LeaderDoes = "led", bool Counts = true, Guid? Id = null);

/// <summary>A form of meeting.</summary>
/// <param name="Key">Its short name.</param>
/// <param name="Title">What it is called, by language.</param>
/// <param name="SizeFrom">The fewest members that it usually has, leaders left out; absent where no source says.</param>
/// <param name="SizeTo">The most.</param>
/// <param name="Minutes">How long it usually lasts.</param>
/// <param name="Doings">What people can do in it: <c>attend</c>, <c>present</c>, <c>follow-up</c>, <c>lead</c>, <c>co-lead</c>, <c>be-supervised</c>.</param>
/// <param name="MemberDoes"><c>attended</c> or <c>was-supervised</c>.</param>
/// <param name="LeaderDoes"><c>led</c> or <c>supervised</c>.</param>
/// <param name="Counts">Whether it counts for anybody.</param>
/// <param name="Own">Whether it is the programme's own.</param>
public sealed record MeetingFormBody(
    string Key, IReadOnlyList<TextInLanguage> Title, int? SizeFrom, int? SizeTo, int? Minutes, IReadOnlyList<string> Doings, string MemberDoes, string LeaderDoes,
    bool Counts, bool Own);

/// <summary>Forms of meeting.</summary>
/// <param name="Forms">Those that every programme has, then the programme's own, by key.</param>
public sealed record MeetingFormList(IReadOnlyList<MeetingFormBody> Forms);

/// <summary>What is true of a group from one day to another. What was said without a last day before ends the day before.</summary>
/// <param name="SizeFrom">The fewest members, leaders left out.</param>
/// <param name="SizeTo">The most.</param>
/// <param name="Closed">Whether it takes in nobody new.</param>
/// <param name="Voluntary">Whether one takes part of one's own accord.</param>
/// <param name="Admission">How one comes in: <c>assigned</c>, <c>open</c>, <c>on-request</c>, <c>by-invitation</c> or <c>after-screening</c>.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
/// <param name="Cases">Cases in a meeting: one or two; left out where it hears none.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewGroupDetails(
    [Range(1, Fences.RegisterLines)] int SizeFrom, [Range(1, Fences.RegisterLines)] int SizeTo, bool Closed, bool Voluntary,
    [Code("assigned", "open", "on-request", "by-invitation", "after-screening")] string Admission, [LocalDay] DateOnly From,
    [LocalDay] DateOnly? Until = null, [Range(1, 2)] int? Cases = null, Guid? Id = null);

/// <summary>What is or was true of a group.</summary>
/// <param name="Id">The id.</param>
/// <param name="SizeFrom">The fewest members, leaders left out.</param>
/// <param name="SizeTo">The most.</param>
/// <param name="Closed">Whether it takes in nobody new.</param>
/// <param name="Voluntary">Whether one takes part of one's own accord.</param>
/// <param name="Admission">How one comes in.</param>
/// <param name="Cases">Cases in a meeting: 0, 1 or 2.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, where it is known.</param>
public sealed record GroupDetailsBody(
    Guid Id, int SizeFrom, int SizeTo, bool Closed, bool Voluntary, string Admission, int Cases, DateOnly From, DateOnly? Until);

/// <summary>What is and was true of a group.</summary>
/// <param name="Details">By first day.</param>
public sealed record GroupDetailsList(IReadOnlyList<GroupDetailsBody> Details);

/// <summary>The first and the last day of something.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record DaySpan([LocalDay] DateOnly From, [LocalDay] DateOnly Until);

/// <summary>A rhythm by which sessions are planned ahead. A day on which the group has a session already is left as it is.</summary>
/// <param name="EveryDays">How many days from one session to the next: 7 is weekly.</param>
/// <param name="StartsAt">The local time at which each starts.</param>
/// <param name="Minutes">How long each lasts.</param>
/// <param name="From">The first day; the first session is on the first such weekday from then on.</param>
/// <param name="Until">The last day.</param>
/// <param name="Weekday">1 is Monday, 7 is Sunday; then the rhythm is one of whole weeks.</param>
/// <param name="Pauses">Days on which the group does not meet; the rhythm goes on through them.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewSchedule(
    [Range(1, 366)] int EveryDays, TimeOnly StartsAt, [Range(1, Fences.SessionMinutes)] int Minutes, [LocalDay] DateOnly From, [LocalDay] DateOnly Until,
    [Range(1, 7)] int? Weekday = null, [MaxLength(60), NoneMissing] IReadOnlyList<DaySpan>? Pauses = null, Guid? Id = null);

/// <summary>A rhythm and the days that it gives.</summary>
/// <param name="Id">The id.</param>
/// <param name="EveryDays">How many days from one session to the next.</param>
/// <param name="StartsAt">The local time at which each starts.</param>
/// <param name="Minutes">How long each lasts.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Weekday">1 is Monday, 7 is Sunday.</param>
/// <param name="Pauses">Days on which the group does not meet.</param>
/// <param name="Days">The days of its sessions.</param>
public sealed record ScheduleBody(
    Guid Id, int EveryDays, TimeOnly StartsAt, int Minutes, DateOnly From, DateOnly Until, int? Weekday, IReadOnlyList<DaySpan> Pauses, IReadOnlyList<DateOnly> Days);

/// <summary>The rhythms by which a group's sessions were planned.</summary>
/// <param name="Schedules">By first day.</param>
public sealed record ScheduleList(IReadOnlyList<ScheduleBody> Schedules);

/// <summary>What the members of a group agree on: a new version.</summary>
/// <param name="Clauses">What is agreed, point by point.</param>
/// <param name="From">The day from which it holds.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewAgreement(
    [MinLength(1), MaxLength(50), NoneMissing, PlainTexts(Fences.Reason)] IReadOnlyList<string> Clauses, [LocalDay] DateOnly From, Guid? Id = null);

/// <summary>A version of a group's agreement.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">1 is the first version.</param>
/// <param name="Clauses">What is agreed, point by point.</param>
/// <param name="From">The day from which it holds.</param>
/// <param name="Accepted">Who accepted it: for members themselves alone, for whoever leads or looks after the group everybody.</param>
public sealed record AgreementBody(Guid Id, int Number, IReadOnlyList<string> Clauses, DateOnly From, IReadOnlyList<AcceptanceBody> Accepted);

/// <summary>That somebody accepted an agreement.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="AcceptedAt">When.</param>
public sealed record AcceptanceBody(Guid PersonId, DateTimeOffset AcceptedAt);

/// <summary>The versions of a group's agreement.</summary>
/// <param name="Agreements">The newest first.</param>
public sealed record AgreementList(IReadOnlyList<AgreementBody> Agreements);
