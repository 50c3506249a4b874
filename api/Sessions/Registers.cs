using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>What is done to the register of an open session, whichever way it is asked for.</summary>
internal static class Registers
{
    /// <param name="seen">The version that the caller saw.</param>
    /// <returns>Why not, or nothing.</returns>
    public static async Task<Problem?> Fill(Work work, Actor actor, Granted granted, Guid sessionId, int seen, Register register, DateTimeOffset now)
    {
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return Problems.NotFound;
        if (session.WhyNotChange() is { } why)
            return why;
        if ((await Read(work, session, register, granted)).Refused(out var problem, out var lines))
            return problem;
        if (!await SessionStore.Fill(work, session, seen, register, lines))
            return Problems.VersionStale;
        await RegisterLinkUses.Note(work, actor, sessionId, LinkUse.Filled, now);
        return null;
    }

    public static async Task<Problem?> Cancel(Work work, Actor actor, Guid sessionId, int seen, string reason, DateTimeOffset now)
    {
        if ((await SessionStore.Find(work, sessionId))?.WhyNotChange() is { } why)
            return why;
        if (!await SessionStore.Cancel(work, sessionId, seen, reason, now))
            return Problems.VersionStale;
        await RegisterLinkUses.Note(work, actor, sessionId, LinkUse.Cancelled, now);
        return null;
    }

    /// <summary>A register as it was sent, read against who was in the group and who could lead it on that day.</summary>
    public static async Task<Answer<IReadOnlyList<Line>>> Read(Work work, Session session, Register register, Granted granted)
    {
        var mandates = await MandateStore.On(work, session.GroupId, session.HeldOn);
        if (!mandates.Contains(register.LeaderId))
            return Problems.LeaderWithoutMandate.At(new FieldError("$.leaderId", "Name somebody with a mandate on that day, or add the mandate."));
        if (register.CoLeaderId is { } coLeader && !mandates.Contains(coLeader))
            return Problems.LeaderWithoutMandate.At(new FieldError("$.coLeaderId", "Name somebody with a mandate on that day, or add the mandate."));
        var unseen = granted.Also(Rights.SeePresentations) ? [] : await SessionStore.Lines(work, session.Id);
        var read = RegisterReading.Read(session, register, await SessionStore.Members(work, session.GroupId, session.HeldOn), unseen);
        if (read.Refused(out var problem, out var lines))
            return problem;
        var bare = await Visitors.KnownByNameAlone(work, lines.Where(line => line.Standing == Line.VisitingMember).Select(line => line.PersonId));
        return Fitting(await MeetingFormStore.OfGroup(work, session.GroupId), register,
            [.. lines.Select(line => bare.Contains(line.PersonId) ? line with { Standing = Line.Taster } : line)]);
    }

    /// <summary>What the form of meeting does not know cannot have been done in it; in one that counts for nobody, everybody only tastes.</summary>
    private static Answer<IReadOnlyList<Line>> Fitting(MeetingForm form, Register register, IReadOnlyList<Line> lines)
    {
        var errors = new List<FieldError>();
        if (register.CoLeaderId is not null && !form.Doings.Contains("co-lead"))
            errors.Add(new("$.coLeaderId", "In this form of meeting nobody leads with somebody else; leave it out."));
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Presented && !form.Doings.Contains("present"))
                errors.Add(new($"$.lines[{at}].presented", "In this form of meeting nobody presents; leave it out."));
            if (lines[at].FollowedUp && !form.Doings.Contains("follow-up"))
                errors.Add(new($"$.lines[{at}].followedUp", "In this form of meeting nobody follows up; leave it out."));
        }
        return errors.Count > 0
            ? Problems.RegisterRefused.At(errors)
            : new Answer<IReadOnlyList<Line>>(form.Counts ? lines : [.. lines.Select(line => line with { Standing = Line.Taster })], null);
    }
}
