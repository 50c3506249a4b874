namespace Portfolio.Contracts.Http;

/// <summary>A formal account of how often somebody checks their work with others, how, and with whom. Nothing of what was talked about, and never who presented.</summary>
/// <param name="PersonId">Whose account it is.</param>
/// <param name="Name">Their name.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Language">The language of its titles.</param>
/// <param name="FromRecords">From signed records that stand.</param>
/// <param name="LedUnvouched">What they led and signed the register of, of which nobody else has signed that they led.</param>
/// <param name="Confirmed">What nobody led, and the other person confirmed.</param>
/// <param name="Unconfirmed">What nobody led, and nobody confirmed.</param>
public sealed record FormalAccount(
    Guid PersonId, string Name, DateOnly From, DateOnly Until, string Language, MeetingsAccount FromRecords, MeetingsAccount LedUnvouched, MeetingsAccount Confirmed,
    MeetingsAccount Unconfirmed);

/// <summary>Meetings of one standing.</summary>
/// <param name="Times">How many meetings.</param>
/// <param name="Minutes">Minutes in all.</param>
/// <param name="UsualEveryDays">The usual number of days from one meeting to the next: the median; absent below three meetings.</param>
/// <param name="LongestGapDays">The most days from one meeting to the next; absent below two.</param>
/// <param name="Ways">By form, mode and role.</param>
/// <param name="With">Leaders and partners, by name.</param>
/// <param name="Peers">How many peers, by profession; <c>not-said</c> where nobody said which.</param>
public sealed record MeetingsAccount(
    int Times, int Minutes, int? UsualEveryDays, int? LongestGapDays, IReadOnlyList<MeetingsOfOneWay> Ways, IReadOnlyList<MetWith> With,
    IReadOnlyList<PeersOfProfession> Peers);

/// <summary>Meetings of one form, in one mode, in one role.</summary>
/// <param name="Form">The form of meeting.</param>
/// <param name="Title">What it is called in the language of the account.</param>
/// <param name="Mode"><c>in-person</c> or <c>online</c>.</param>
/// <param name="Role"><c>attended</c>, <c>was-supervised</c>, <c>led</c>, <c>co-led</c>, <c>supervised</c> or <c>peer</c>.</param>
/// <param name="Times">How many meetings.</param>
/// <param name="Minutes">Minutes in all.</param>
public sealed record MeetingsOfOneWay(string Form, string Title, string Mode, string Role, int Times, int Minutes);

/// <summary>Somebody whom they met.</summary>
/// <param name="Name">Their name.</param>
/// <param name="As"><c>leader</c>, <c>co-leader</c> or <c>partner</c>.</param>
/// <param name="Times">In how many meetings.</param>
public sealed record MetWith(string Name, string As, int Times);
