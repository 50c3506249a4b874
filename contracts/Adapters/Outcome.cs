namespace Portfolio.Contracts.Adapters;

/// <summary>How an attempt ended: one of the kinds below and no other.</summary>
/// <param name="Said">What the platform answered, in codes such as <c>409</c> or <c>200 InvalidParameterException</c>: at most 200 characters, never its prose, a name or a token.</param>
public abstract record Outcome(string? Said)
{
    /// <summary>It is there now, by this attempt.</summary>
    /// <param name="Receipt">By what the platform knows it.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record Accepted(Receipt Receipt, string? Said = null) : Outcome(Said);

    /// <summary>It was there before this attempt.</summary>
    /// <param name="Receipt">By what the platform knows it.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record AlreadyThere(Receipt Receipt, string? Said = null) : Outcome(Said);

    /// <summary>Looked for, and not there. Only <see cref="IPortfolioAdapter.Find"/> answers it.</summary>
    /// <param name="Said">The answer in codes.</param>
    public sealed record NotThere(string? Said = null) : Outcome(Said);

    /// <summary>It did not arrive, and may when it is tried again.</summary>
    /// <param name="Code">Why, such as <c>not-reached</c> or <c>busy</c>.</param>
    /// <param name="After">Not before this long, where the platform said so.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record TryLater(string Code, TimeSpan? After = null, string? Said = null) : Outcome(Said);

    /// <summary>The platform does not take this record, however often it is tried.</summary>
    /// <param name="Code">Why, such as <c>not-graded-there</c>.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record Refused(string Code, string? Said = null) : Outcome(Said);

    /// <summary>Nothing goes on until a person does something.</summary>
    /// <param name="Code">What, such as <c>sign-in-again</c>, <c>gone</c> or <c>remove-there</c>.</param>
    /// <param name="Everything">Whether all of the connection waits for it, or this record alone.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record NeedsPerson(string Code, bool Everything = true, string? Said = null) : Outcome(Said);

    /// <summary>Something was sent and no answer came that could be understood: it may have arrived.</summary>
    /// <param name="Code">What happened, such as <c>timed-out</c>, <c>reset</c> or <c>garbage</c>.</param>
    /// <param name="After">Not again before this long, where the platform said so.</param>
    /// <param name="Said">The answer in codes.</param>
    public sealed record NoAnswer(string Code, TimeSpan? After = null, string? Said = null) : Outcome(Said);
}

/// <summary>By what a platform knows what it took.</summary>
/// <param name="Id">The platform's id, of at most 500 characters.</param>
/// <param name="Url">Where it is to be seen there; null where the platform tells none.</param>
/// <param name="Parts">Ids of parts that were stored with it, such as an uploaded file, by name; null where there are none.</param>
public sealed record Receipt(string Id, string? Url = null, IReadOnlyDictionary<string, string>? Parts = null);

/// <summary>One thing that was tried before anything is sent.</summary>
/// <param name="Part">What, in a code: <c>reached</c>, <c>signed-in</c>, <c>person-found</c>, <c>may-write</c>, <c>may-read</c>.</param>
/// <param name="Works">Yes, no, or null where it could not be tried.</param>
/// <param name="Why">In plain words, with what to do about it; never a secret or a name.</param>
public sealed record Trial(string Part, bool? Works, string Why);
