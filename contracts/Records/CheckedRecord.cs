namespace Portfolio.Contracts.Records;

/// <summary>The answer of one check.</summary>
public enum Answer
{
    /// <summary>It holds.</summary>
    Yes,
    /// <summary>It does not.</summary>
    No,
    /// <summary>It could not be asked, and <see cref="Check.Why"/> says why.</summary>
    NotChecked,
}

/// <summary>One question asked of a record.</summary>
/// <param name="Name">Stable code, one of <see cref="CheckNames"/>.</param>
/// <param name="Answer">Yes, no, or not checked.</param>
/// <param name="Why">The reason in plain words; never a person's name.</param>
public sealed record Check(string Name, Answer Answer, string Why);

/// <summary>The checks every record goes through, in the order they are answered.</summary>
public static class CheckNames
{
    /// <summary>It is one of our records, and everything in it is something this format version says.</summary>
    public const string FormatKnown = "format-known";
    /// <summary>The programme's key is among the keys handed in, and is that programme's.</summary>
    public const string KeyKnown = "key-known";
    /// <summary>Every signature of the programme on it is good.</summary>
    public const string SignatureValid = "signature-valid";
    /// <summary>The leader named in it endorsed exactly these claims.</summary>
    public const string EndorsementValid = "endorsement-valid";
    /// <summary>The programme's key was in use when it was signed.</summary>
    public const string KeyValidWhenSigned = "key-valid-when-signed";
    /// <summary>It stands in the programme's log, before the place from which a lost key is no longer believed.</summary>
    public const string InLogBeforeKeyLost = "in-log-before-key-lost";
    /// <summary>Its bit in the status list is not set.</summary>
    public const string NotWithdrawn = "not-withdrawn-or-superseded";
    /// <summary>It has begun and has not ended.</summary>
    public const string WithinDates = "within-dates";

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [FormatKnown, KeyKnown, SignatureValid, EndorsementValid, KeyValidWhenSigned, InLogBeforeKeyLost, NotWithdrawn, WithinDates];
}

/// <summary>What checking a record showed.</summary>
/// <param name="Form">How it was signed; null where it could not be read.</param>
/// <param name="Header">What surrounds the claim; null where the format is not known.</param>
/// <param name="Claim">What it says; null where the format is not known. Only worth anything if <see cref="Accepted"/>.</param>
/// <param name="Checks">Every check of <see cref="CheckNames.All"/>, once, in order.</param>
public sealed record CheckedRecord(RecordForm? Form, RecordHeader? Header, Claim? Claim, IReadOnlyList<Check> Checks)
{
    /// <summary>No check said no, and the format, the key and the signature were checked and hold.</summary>
    public bool Accepted =>
        Checks.All(check => check.Answer != Answer.No)
        && Checks.All(check => check.Answer == Answer.Yes || check.Name is not (CheckNames.FormatKnown or CheckNames.KeyKnown or CheckNames.SignatureValid));

    /// <summary>The check called <paramref name="name"/>.</summary>
    public Check this[string name] => Checks.Single(check => check.Name == name);
}

/// <summary>The two forms of a signed record.</summary>
public enum RecordForm
{
    /// <summary>JSON with an embedded Data Integrity proof, <c>eddsa-rdfc-2022</c>.</summary>
    Embedded,
    /// <summary>A compact JWS, <c>RS256</c>.</summary>
    Jwt,
}

/// <summary>What a verifier may know beyond the file and the keys. It is handed in; nothing is ever fetched.</summary>
public sealed record RecordFacts
{
    /// <summary>Signed status lists, as the programme served them. Where two are of one URL, the later one counts.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> StatusLists { get; init; } = [];

    /// <summary>The place of an issued form in the programme's log, by the lower-case hexadecimal SHA-256 of its bytes as issued; null where it is not in it.
    /// Null itself where no log is at hand.</summary>
    public Func<string, long?>? PositionInLog { get; init; }

    // What the service that keeps the record knows of its end: it needs no signed list to tell itself, and it knows which end it was.
    internal (Answer Answer, string Why)? Standing { get; init; }
}
