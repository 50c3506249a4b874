using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>Checking in: what a leader shows, what a trainee's phone shows back, and what is kept of it. The register stays the leader's.</summary>
internal sealed class CheckIns(MasterKey master, PublicAddress address, TimeProvider clock)
{
    // A passkey takes seconds, a letter with a code some minutes.
    private static readonly TimeSpan SigningInTakes = TimeSpan.FromMinutes(10);

    /// <summary>Who checked in, for a register that is being filled.</summary>
    public static async Task<CheckInList> Of(Work work, Session session) =>
        new(await CheckInStore.Uses(work, session.GroupId), await CheckInStore.Of(work, session.Id));

    /// <summary>The code of this moment, or why there is none.</summary>
    public async Task<ShownCheckIn> Show(Work work, Session session)
    {
        var (now, programme) = (clock.GetUtcNow(), (await ProgrammeStore.Find(work, work.Programme))!);
        var times = CheckInTimes.Of(session, programme);
        if (times.WhyNot(session, await CheckInStore.Uses(work, session.GroupId), programme, now) is { } why)
            return new(times.Opens, times.Closes, null, null, null, why.Code);
        var code = CheckInCode.Of(Secret(work.Programme, session.Id), now);
        return new(times.Opens, times.Closes, code, new Uri(address.Base, $"programmes/{work.Programme}/check-in/{session.Id}/{code}"), CheckInCode.ChangesAt(now), null);
    }

    /// <summary>Somebody who shows a code.</summary>
    public async Task<Answer<CheckInBody>> CheckIn(Work work, Session session, Guid person, NewCheckIn body) =>
        (await WhyNot(work, session) ?? Judge(work.Programme, session.Id, body.Code)) is { } why ? why : await Enter(work, session, person, body.Visiting);

    /// <summary>Somebody who showed a code in this browser, and signed in since.</summary>
    public async Task<Answer<CheckInBody>> CheckInBy(Work work, Session session, Guid person, string? note, bool visiting) =>
        (await WhyNot(work, session) ?? (Knows(work.Programme, session.Id, note) ? null : Problems.CheckInCodeOver)) is { } why ? why : await Enter(work, session, person, visiting);

    /// <summary>The session to which a code that was typed belongs.</summary>
    public async Task<Answer<Session>> Find(Work work, string code)
    {
        var today = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(clock.GetUtcNow());
        var over = false;
        // A session can run past midnight.
        foreach (var session in await CheckInStore.Near(work, today.AddDays(-1), today))
        {
            var seen = CheckInCode.Judge(Secret(work.Programme, session.Id), code, clock.GetUtcNow());
            if (seen == CodeSeen.Good)
                return session;
            over |= seen == CodeSeen.Over;
        }
        return over ? Problems.CheckInCodeOver : Problems.CheckInCodeWrong;
    }

    /// <summary>Why nobody can check in to it now.</summary>
    public async Task<Problem?> WhyNot(Work work, Session session)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        return CheckInTimes.Of(session, programme).WhyNot(session, await CheckInStore.Uses(work, session.GroupId), programme, clock.GetUtcNow());
    }

    /// <summary>Why a code opens nothing; nothing where it is the one that is shown.</summary>
    public Problem? Judge(Guid programme, Guid session, string code) => CheckInCode.Judge(Secret(programme, session), code, clock.GetUtcNow()) switch
    {
        CodeSeen.Good => null,
        CodeSeen.Over => Problems.CheckInCodeOver,
        _ => Problems.CheckInCodeWrong,
    };

    /// <summary>What a browser keeps of a code that was right, because signing in takes longer than the code is good for. It opens this session alone, and not for long.</summary>
    public string Note(Guid programme, Guid session) => CheckInNote.Write(master, programme, session, clock.GetUtcNow() + SigningInTakes);

    public bool Knows(Guid programme, Guid session, string? note) => CheckInNote.IsGood(master, programme, session, note, clock.GetUtcNow());

    private async Task<Answer<CheckInBody>> Enter(Work work, Session session, Guid person, bool visiting)
    {
        var place = await CheckInStore.PlaceOf(work, session, person);
        if (place.Leads)
            return Problems.CheckInByLeader;
        if (!place.Belongs && !visiting)
            return Problems.CheckInOtherGroup;
        await CheckInStore.Add(work, session.Id, person, !place.Belongs, clock.GetUtcNow());
        return (await CheckInStore.Find(work, session.Id, person))!;
    }

    // Of this session alone, and kept nowhere.
    private byte[] Secret(Guid programme, Guid session) => master.Authenticate(programme, "check-in", session.ToByteArray(bigEndian: true));
}
