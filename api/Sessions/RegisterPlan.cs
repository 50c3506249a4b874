using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>What an import of registers will do: sessions to add, and how many are already there just so.</summary>
internal sealed record RegisterPlan(IReadOnlyList<SessionRow> New, int Unchanged)
{
    /// <summary>The plan, or null when there is any finding in any sheet of the import: it is all or nothing.</summary>
    public static RegisterPlan? Of(RegisterSheet sheet, Known known, Findings findings)
    {
        var added = new List<SessionRow>();
        var unchanged = 0;
        foreach (var session in sheet.Sessions)
        {
            if (known.Session(session.Key) is { } there)
            {
                RegisterDifference.Check(sheet, session, there, findings);
                unchanged++;
            }
            else
            {
                RegisterCheck.Check(sheet.File, session, known, findings);
                added.Add(session);
            }
        }
        return findings.Any ? null : new(added, unchanged);
    }
}
