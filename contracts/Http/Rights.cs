namespace Portfolio.Contracts.Http;

/// <summary>Who may do what: the whole table.</summary>
/// <param name="Rights">Its lines.</param>
public sealed record RightList(IReadOnlyList<RightBody> Rights);

/// <summary>One line of the table.</summary>
/// <param name="Name">Its name, which does not change.</param>
/// <param name="May">What may be done.</param>
/// <param name="Who">By whom: whoever is any of these, on the day of the request, to what is asked for.</param>
public sealed record RightBody(string Name, string May, IReadOnlyList<string> Who);
