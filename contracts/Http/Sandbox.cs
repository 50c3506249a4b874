namespace Portfolio.Contracts.Http;

/// <summary>What was pushed wrongly on demand, in the order in which it was sent.</summary>
/// <param name="Pushes">Each request by itself.</param>
public sealed record PushList(IReadOnlyList<PushBody> Pushes);

/// <summary>One push.</summary>
/// <param name="RecordId">The record that it told of.</param>
/// <param name="Version">Which version of it.</param>
/// <param name="Outcome">What the receiver made of it: <c>accepted</c>, or the code of what it answered.</param>
public sealed record PushBody(Guid RecordId, int Version, string Outcome);
