using Portfolio.Api.Database;

namespace Portfolio.Api.Audit;

/// <summary>
/// What is being done: by whom and from where. It belongs to the flow of control (AsyncLocal) and is not handed from call to call, because whatever has to be
/// handed on can be forgotten: so every commit finds it, and a change is audited in its own transaction whoever wrote the code in between.
/// </summary>
/// <param name="trail">Asked for only when there is something to write: it needs the master key.</param>
/// <param name="changes">False for what only reads: a feed that is filled when it is asked for was still only asked for.</param>
/// <param name="tell">What to write of it, at the moment of writing.</param>
internal sealed class Deed(Func<AuditTrail> trail, bool changes, Func<Guid, Noted> tell)
{
    private static readonly AsyncLocal<Deed?> Flow = new();

    public static Deed? Current => Flow.Value;

    /// <summary>Whether it is under way: that a session is moved on before access is checked is not yet what somebody asked for.</summary>
    public bool IsBegun { get; private set; }

    /// <summary>The programme whose rows it last asked for.</summary>
    public Guid? Programme { get; private set; }

    /// <summary>Whether it has asked for rows of a programme since it began.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>Whether a change of it is kept and audited.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Whether the door stayed shut.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>From here on, this is what the flow does.</summary>
    public static IDisposable Do(Deed deed)
    {
        var before = Flow.Value;
        Flow.Value = deed;
        return new Before(before);
    }

    public Deed Begin()
    {
        IsBegun = true;
        return this;
    }

    public void Reaches(Guid programme) => (Programme, IsAsked) = (programme, IsAsked || IsBegun);

    public void Refuse() => IsRefused = true;

    public Noted Tell(Guid programme) => tell(programme);

    /// <summary>Part of a commit: what the transaction changed and its entry are kept together, or neither is. Of nothing changed there is nothing to tell.</summary>
    public async Task Write(Work work)
    {
        if (work.OnlyHolds || (!(changes && IsBegun) && work.SignedIn is null))
            return;
        var noted = tell(work.Programme) with { Made = work.Made };
        if (work.SignedIn is { } actor)
            noted = noted with { Kind = AuditKind.SignIn, Person = actor.Person, Platform = actor.Platform };
        if (await trail().Append(work, [noted], onlyIfChanged: true))
            work.AfterCommit(() => IsWritten = true);
    }

    private sealed class Before(Deed? deed) : IDisposable
    {
        public void Dispose() => Flow.Value = deed;
    }
}
