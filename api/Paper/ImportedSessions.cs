using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Paper;

internal static class ImportedSessions
{
    /// <summary>Sessions that are over, written in one statement.</summary>
    public static Task<int> Insert(Work work, IReadOnlyList<Session> sessions) => work.Run("""
        insert into session (programme_id, id, group_id, held_on, starts_at, minutes, mode, state, cancelled_for, leader_id, co_leader_id, made_from)
        select @Programme, *, @madeFrom
        from unnest(@ids, @groups, @days, @starts, @minutes, @modes, @states, @reasons, @leaders, @coLeaders)
        """, new
    {
        work.Programme,
        madeFrom = SHA256.HashData("import"u8),
        ids = sessions.Select(session => session.Id).ToArray(),
        groups = sessions.Select(session => session.GroupId).ToArray(),
        days = sessions.Select(session => session.HeldOn).ToArray(),
        starts = sessions.Select(session => session.StartsAt).ToArray(),
        minutes = sessions.Select(session => (short)session.Minutes).ToArray(),
        modes = sessions.Select(session => session.Mode).ToArray(),
        states = sessions.Select(session => session.State).ToArray(),
        reasons = sessions.Select(session => session.CancelledFor).ToArray(),
        leaders = sessions.Select(session => session.LeaderId).ToArray(),
        coLeaders = sessions.Select(session => session.CoLeaderId).ToArray(),
    });
}
