using System.Globalization;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>A session of the sheet held against the one that is already there: the same, or to be corrected where it was signed.</summary>
internal static class RegisterDifference
{
    public static void Check(RegisterSheet sheet, SessionRow session, KnownSession known, Findings findings)
    {
        if (!known.Settled)
        {
            findings.Add(sheet.File, session.Line, "session_date", session.Key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"this session is already there and not signed: take it out of the sheet and finish it at {known.Address}/register");
            return;
        }
        var lines = known.Session.Lines.ToDictionary(l => l.Person);
        Compare(session.Line, RegisterRows.Facts(session), RegisterRows.Facts(known.Session));
        foreach (var line in session.Lines)
        {
            if (lines.Remove(line.Person, out var signed))
                Compare(line.Line, RegisterRows.Facts(line), RegisterRows.Facts(signed));
            else
                Refuse(line.Line, "person_id", line.Person, "no row for this person");
        }
        if (!sheet.Complete)
            return;
        foreach (var missing in lines.Values)
            Refuse(session.Line, "person_id", "", $"a row for {missing.Person}, {missing.Attendance}");

        void Compare(
            int line, IReadOnlyList<(string Column, string Value)> here, IReadOnlyList<(string Column, string Value)> signed)
        {
            foreach (var ((column, value), (_, right)) in here.Zip(signed))
            {
                if (value != right)
                    Refuse(line, column, value, right.Length == 0 ? "nothing" : right);
            }
        }

        void Refuse(int line, string column, string value, string signed)
        {
            var there = known.Session.Held ? "the signed register" : "the cancelled session";
            findings.Add(sheet.File, line, column, value,
                $"{there} says {signed}; if that is wrong, correct it at {known.Address}/corrections");
        }
    }
}
