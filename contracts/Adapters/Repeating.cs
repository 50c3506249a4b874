namespace Portfolio.Contracts.Adapters;

/// <summary>What can be done when the answer to a delivery was lost.</summary>
public enum Repeating
{
    /// <summary>Send it again: the platform knows it by its id and keeps it once. Code <c>same-id</c>.</summary>
    SameId,
    /// <summary>Look first whether it is there. Code <c>read-back</c>.</summary>
    ReadBack,
    /// <summary>Neither: the person is asked. Code <c>neither</c>.</summary>
    Neither,
}
