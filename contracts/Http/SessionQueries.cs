namespace Portfolio.Contracts.Http;

/// <summary>That a session, or its register, is not right.</summary>
/// <param name="Says">What is not right; kept sealed, never signed or sent on.</param>
/// <param name="Id">An id of your own.</param>
public sealed record NewQuery([PlainText(Fences.Reason)] string Says, Guid? Id = null);

/// <summary>Something that somebody says is not right with a session.</summary>
/// <param name="Id">The query.</param>
/// <param name="SessionId">The session.</param>
/// <param name="PersonId">Who says so.</param>
/// <param name="Says">What is not right.</param>
/// <param name="AskedAt">When it was said.</param>
/// <param name="State"><c>open</c>, <c>answered</c>, or <c>corrected</c> where the register was since.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="AnsweredBy">By whom.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="PassedOnAt">When it became the tutors' too, because nobody had answered.</param>
public sealed record QueryBody(
    Guid Id, Guid SessionId, Guid PersonId, string Says, DateTimeOffset AskedAt, string State, string? Answer, Guid? AnsweredBy, DateTimeOffset? AnsweredAt,
    DateTimeOffset? PassedOnAt = null);

/// <summary>What is said not to be right with a session's register: one's own for whoever was there, all of it for whoever may sign.</summary>
/// <param name="Queries">Oldest first.</param>
public sealed record QueryList(IReadOnlyList<QueryBody> Queries);

/// <summary>The answer to a query.</summary>
/// <param name="Answer">What is answered.</param>
public sealed record NewQueryAnswer([PlainText(Fences.Reason)] string Answer);
