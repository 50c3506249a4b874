using System.Globalization;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.Sessions;

/// <summary>A new session held against people, groups, memberships and mandates on its day.</summary>
internal static class RegisterCheck
{
    public static void Check(string file, SessionRow session, Known known, Findings findings)
    {
        var group = session.Key.Group;
        if (!known.HasGroup(group))
        {
            findings.Add(file, session.Line, "group", group, "a group of the programme or the people sheet");
            return;
        }
        var sites = known.SitesOf(group).ToArray();
        if (sites.Length > 0 && !sites.Contains(session.Site))
            findings.Add(file, session.Line, "site", session.Site, $"{string.Join(" or ", sites.Take(3))}, where {group} meets");
        if (session.Held && known.SessionAtThatTime(session) is { } other)
            findings.Add(file, session.Line, "start", $"{session.Key.Start:HH:mm}",
                $"a time when {group} has no other session: one at {other.Session.Key.Start:HH:mm} is already there, {other.Address}");
        Leader("leader_id", session.Leader);
        Leader("co_leader_id", session.CoLeader);
        foreach (var line in session.Lines)
            Member(line);

        void Leader(string column, string? leader)
        {
            if (leader is null || known.IsUnclear(leader))
                return;
            var mandates = known.Mandates(group, leader);
            if (!known.HasPerson(leader))
                findings.Add(file, session.Line, column, leader, "the person_id of somebody in the people sheet or the programme");
            else if (!mandates.Covers(session.Key.Date))
                findings.Add(file, session.Line, column, leader, mandates.Any
                    ? $"a leader of {group} on {session.Key.Date:yyyy-MM-dd}: {leader} leads it {mandates}"
                    : $"a leader of {group}: {leader} has no mandate for it");
        }

        void Member(LineRow line)
        {
            if (known.IsUnclear(line.Person))
                return;
            var memberships = known.Memberships(group, line.Person);
            if (!known.HasPerson(line.Person))
                findings.Add(file, line.Line, "person_id", line.Person, "the person_id of somebody in the people sheet or the programme");
            else if (!memberships.Any)
                findings.Add(file, line.Line, "person_id", line.Person, $"a member of {group}: {line.Person} has no membership of it");
            else if (!memberships.Covers(session.Key.Date))
                findings.Add(file, line.Line, "session_date", session.Key.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    $"a day on which {line.Person} is a member of {group}: {memberships}");
        }
    }
}
