namespace Portfolio.Contracts.Http;

/// <summary>Where one version of a record went, or is on its way: a line of the ledger.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="PlatformId">The platform.</param>
/// <param name="Platform">The name by which trainees know it.</param>
/// <param name="PersonId">Whose record it is.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Version">The version.</param>
/// <param name="Kind">The record's kind; absent for whoever may not see when somebody presented.</param>
/// <param name="Wanted"><c>there</c>: it is to be there; <c>gone</c>: it is to be taken back.</param>
/// <param name="State">
/// <c>due</c>: it goes when its turn comes; <c>sending</c>; <c>accepted</c>: the platform has it, and said so; <c>refused</c>: the platform does not take it;
/// <c>unknown</c>: it may be there, and only the person can tell; <c>parked</c>: nothing happens until somebody looks; <c>withdrawn</c>: it is not there.
/// </param>
/// <param name="Reason">Why it is refused, unknown or parked, as a code.</param>
/// <param name="Needs">What a person has to do before anything goes on at this place, as a code such as <c>sign-in-again</c>.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Since">Since when; fourteen days later it is parked.</param>
/// <param name="DueAt">When it is tried next; absent where it is not.</param>
/// <param name="AcceptedAt">When the platform said that it has it.</param>
/// <param name="WithdrawnAt">When it was certain that it is gone from there.</param>
/// <param name="Receipt">By what the platform knows it; for the person themselves.</param>
/// <param name="Attempts">Every attempt, oldest first; in the answer about one line.</param>
public sealed record DeliveryBody(
    Guid Id, Guid PlatformId, string Platform, Guid PersonId, Guid RecordId, int Version, string? Kind, string Wanted, string State, string? Reason, string? Needs, int Tries,
    DateTimeOffset Since, DateTimeOffset? DueAt, DateTimeOffset? AcceptedAt, DateTimeOffset? WithdrawnAt, DeliveryReceipt? Receipt = null,
    IReadOnlyList<DeliveryAttemptBody>? Attempts = null);

/// <summary>By what a platform knows what it took.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Url">Where it is to be seen there, where the platform tells it.</param>
public sealed record DeliveryReceipt(string Id, string? Url = null);

/// <summary>One attempt.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Act"><c>deliver</c>, <c>replace</c>, <c>withdraw</c> or <c>find</c>.</param>
/// <param name="StartedAt">When it was written down, before the first byte was sent.</param>
/// <param name="EndedAt">When its answer was; absent where it has none yet, or never had one.</param>
/// <param name="Outcome"><c>accepted</c>, <c>already-there</c>, <c>not-there</c>, <c>try-later</c>, <c>refused</c>, <c>needs-person</c> or <c>no-answer</c>.</param>
/// <param name="Code">Why, as a code.</param>
/// <param name="Said">What the platform answered, in codes: never its words.</param>
public sealed record DeliveryAttemptBody(int Number, string Act, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Outcome, string? Code, string? Said);

/// <summary>A page of the ledger.</summary>
/// <param name="Deliveries">Newest records first.</param>
/// <param name="Next">Send as <c>after</c> for the next page; absent where there is none.</param>
public sealed record DeliveryList(IReadOnlyList<DeliveryBody> Deliveries, Guid? Next = null);

/// <summary>What the person found who looked at the platform.</summary>
/// <param name="There">Whether the record is there.</param>
public sealed record DeliveryFound(bool There);

/// <summary>What to try again: everything parked or refused, where nothing else is said.</summary>
/// <param name="From">Only records signed on this day or later.</param>
/// <param name="Until">Only records signed on this day or before.</param>
public sealed record Replay([LocalDay] DateOnly? From = null, [LocalDay] DateOnly? Until = null);

/// <summary>What is tried again.</summary>
/// <param name="Count">How many lines are due again.</param>
public sealed record ReplayBody(int Count);
