using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Somebody's standing in the group on the day of the session.</summary>
internal sealed record Standing(Guid PersonId, string As);

/// <summary>From the register that was sent to lines that can be kept, or every reason why not.</summary>
internal static class RegisterReading
{
    /// <param name="unseen">The lines as they stand, where whoever sent the register is not shown who presented: what they leave out stays.</param>
    public static Answer<IReadOnlyList<Line>> Read(Session session, Register register, IReadOnlyList<Standing> members, IReadOnlyList<Line> unseen)
    {
        var kept = unseen.ToDictionary(line => line.PersonId);
        var standing = members.ToDictionary(member => member.PersonId, member => member.As);
        var errors = new List<FieldError>();
        var lines = register.Lines.Select((line, at) => Read(session, Kept(line, kept.GetValueOrDefault(line.PersonId)), standing, $"$.lines[{at}]", errors)).ToList();
        foreach (var twice in register.Lines.Select((line, at) => (line, at)).GroupBy(pair => pair.line.PersonId).SelectMany(group => group.Skip(1)))
            errors.Add(new($"$.lines[{twice.at}].personId", "This person has a line already; keep one."));
        if (register.LeaderId == register.CoLeaderId)
            errors.Add(new("$.coLeaderId", "The co-leader is somebody else than the leader; leave it out where one person led."));
        return errors.Count > 0 ? Problems.RegisterRefused.At(errors) : lines;
    }

    private static RegisterLine Kept(RegisterLine line, Line? was) => was is null || (line.Presented ?? line.FollowedUp) is not null || line.Attendance is not ("present" or "partial")
        ? line
        : line with { Presented = was.Presented, FollowedUp = was.FollowedUp, FollowUpOf = was.FollowUpOf };

    private static Line Read(Session session, RegisterLine line, Dictionary<Guid, string> standing, string at, List<FieldError> errors)
    {
        var there = line.Attendance is "present" or "partial";
        if (!standing.ContainsKey(line.PersonId) && !line.Visiting)
            errors.Add(new(at + ".personId", "This person is no member of the group on that day; add a membership, or say `visiting`."));
        if (line.Attendance == "partial" && line.Minutes is null)
            errors.Add(new(at + ".minutes", "Say how many minutes they were there."));
        if (line.Minutes > session.Minutes)
            errors.Add(new(at + ".minutes", $"The session lasted {session.Minutes} minutes; write at most that."));
        if (line.Attendance == "partial" && line.Minutes == session.Minutes)
            errors.Add(new(at + ".attendance", "Somebody who was there for the whole session is `present`."));
        if (line.Attendance == "present" && line.Minutes is { } whole && whole != session.Minutes)
            errors.Add(new(at + ".attendance", "Somebody who was there for a part of the session is `partial`."));
        if (!there && line.Minutes is not null)
            errors.Add(new(at + ".minutes", "Somebody who was not there has no minutes."));
        if (!there && (line.Presented is true || line.FollowedUp is true))
            errors.Add(new(at + ".presented", "Somebody who was not there cannot have presented or followed up."));
        if (line.FollowUpOf is not null && line.FollowedUp is not true)
            errors.Add(new(at + ".followUpOf", "Only a follow-up has an earlier date."));
        if (line.FollowUpOf >= session.HeldOn)
            errors.Add(new(at + ".followUpOf", "The earlier case was presented before this session."));
        return new(line.PersonId, standing.GetValueOrDefault(line.PersonId, Line.VisitingMember), line.Attendance,
            there ? line.Minutes ?? session.Minutes : 0, line.Mode, line.Presented is true, line.FollowedUp is true, line.FollowUpOf);
    }
}
