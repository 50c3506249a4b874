namespace Portfolio.Contracts.Http;

/// <summary>Who to be in a demonstration.</summary>
/// <param name="Programme">The programme's key.</param>
/// <param name="Person">The person's key in the sheets, such as <c>P008</c>, or their id.</param>
public sealed record DemonstrationSignIn([PlainText(63)] string Programme, [PlainText(40)] string Person);

/// <summary>A token to send as <c>Authorization: Bearer …</c>.</summary>
/// <param name="Token">The token.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="ProgrammeId">The programme it is for.</param>
/// <param name="PersonId">Who it speaks for.</param>
public sealed record SignedIn(string Token, DateTimeOffset ExpiresAt, Guid ProgrammeId, Guid PersonId);

/// <summary>The demonstration programmes and the made-up people in them.</summary>
/// <param name="Programmes">The programmes.</param>
public sealed record DemonstrationList(IReadOnlyList<DemonstrationBody> Programmes);

/// <summary>One demonstration programme.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="People">Who one can be.</param>
public sealed record DemonstrationBody(Guid Id, string Key, string Name, IReadOnlyList<PersonBody> People);
