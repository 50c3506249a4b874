using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>An erasure, which nothing undoes: not even a restored backup.</summary>
/// <param name="PersonId">The person again, so that nobody is erased by a slip in a path.</param>
/// <param name="Reason">The ground, as article 17(1) of the GDPR lists them: <c>no-longer-needed</c>, <c>permission-withdrawn</c>, <c>objected</c>, <c>unlawful</c> or <c>legal-duty</c>.</param>
public sealed record NewErasure(Guid PersonId, [Code("no-longer-needed", "permission-withdrawn", "objected", "unlawful", "legal-duty")] string Reason);

/// <summary>Somebody who was erased.</summary>
/// <param name="PersonId">The id that stands for them from now on, and says nothing.</param>
/// <param name="ErasedAt">When.</param>
public sealed record ErasureBody(Guid PersonId, DateTimeOffset ErasedAt);

/// <summary>A legal hold to place: until it is lifted nothing of this person is erased.</summary>
/// <param name="Reason">Why, for whoever looks after data protection; sealed, and shown to nobody else.</param>
/// <param name="Id">A UUID of the client's own.</param>
public sealed record NewHold([PlainText(Fences.Reason)] string Reason, Guid? Id = null);

/// <summary>A legal hold.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reason">Why it was placed.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="LiftedAt">When it was lifted; absent while it holds.</param>
public sealed record HoldBody(Guid Id, string Reason, DateTimeOffset PlacedAt, DateTimeOffset? LiftedAt = null);

/// <summary>Somebody's legal holds, newest first.</summary>
/// <param name="Holds">The holds.</param>
public sealed record HoldList(IReadOnlyList<HoldBody> Holds);

/// <summary>How long one kind of thing is kept.</summary>
/// <param name="Kind">A kind of record, counted from the day it is about; or <c>person</c>, counted from the last day of anything that was true of them, once none of their records is left.</param>
/// <param name="Months">For how many months; absent where nothing is erased by itself.</param>
public sealed record RetentionPeriod(
    [Code("attendance", "presentation", "follow-up", "leading", "period-account", "assessment", "recorded-elsewhere", "verification", "person")] string Kind,
    [Range(1, 1200)] int? Months = null);

/// <summary>How long a programme keeps what. None of it is a legal fact that this service knows: the programme says it.</summary>
/// <param name="Periods">One for each kind; a kind that is left out is kept until somebody erases it.</param>
public sealed record RetentionBody([MaxLength(20), NoneMissing] IReadOnlyList<RetentionPeriod> Periods);

/// <summary>Who somebody is, as it should be. Every record that stands and shows them is issued again, as its next version.</summary>
/// <param name="Name">The name as a certificate would show it.</param>
/// <param name="Key">An id of the programme's own, such as the one in its sheets.</param>
/// <param name="Email">An e-mail address.</param>
/// <param name="Body">The professional body that gave the number.</param>
/// <param name="Number">The number there, as text.</param>
public sealed record CorrectedIdentity(
    [PlainText(Fences.Name)] string Name, [PlainText(40)] string? Key = null, [EmailAddress, PlainText(Fences.Email)] string? Email = null,
    [PlainText(20)] string? Body = null, [PlainText(20)] string? Number = null);
