namespace Portfolio.Contracts.Http;

/// <summary>A page of what was done, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">What to send as <c>after</c> for the page before in time; absent on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditedBody> Entries, long? Next = null);

/// <summary>Something that was done: ids and codes, never what it was about in words.</summary>
/// <param name="Position">Its place in the programme's audit: 1, 2, 3 … without gaps.</param>
/// <param name="At">When.</param>
/// <param name="Kind"><c>change</c> (and it was kept), <c>read</c> (and it was answered), <c>sign-in</c>, or <c>refused</c>.</param>
/// <param name="Action">What: the name of the operation, <c>verb …</c> at the command line, or <c>worker …</c> for what the service does by itself.</param>
/// <param name="Times">How often; more than 1 only for refusals that were counted together.</param>
/// <param name="By">Who; absent for a verb, a worker, and somebody who was not signed in.</param>
/// <param name="As">As whom: the roles that opened the door, such as <c>tutor</c> or <c>leader-that-day</c>.</param>
/// <param name="About">What it was done to; absent for the programme as a whole.</param>
/// <param name="Made">What a change made, where that is one thing.</param>
/// <param name="Status">The answer's status, for what changed nothing.</param>
/// <param name="From">From which network address, for whoever did it and the data protection officer; <c>erased</c> where that person was erased.</param>
public sealed record AuditedBody(
    long Position, DateTimeOffset At, string Kind, string Action, int Times, AuditedActor? By = null, string? As = null, AuditedThing? About = null,
    AuditedThing? Made = null, int? Status = null, string? From = null);

/// <summary>Who did something.</summary>
/// <param name="Kind"><c>person</c> or <c>platform</c>.</param>
/// <param name="Id">Their id.</param>
/// <param name="Name">Their name; absent where the person was erased.</param>
public sealed record AuditedActor(string Kind, Guid Id, string? Name = null);

/// <summary>What something was done to.</summary>
/// <param name="Kind">What it is: <c>person</c>, <c>group</c>, <c>session</c>, <c>record</c>, <c>connection</c> …</param>
/// <param name="Id">Its id.</param>
public sealed record AuditedThing(string Kind, Guid Id);
