using System.Globalization;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Sessions;

/// <summary>When one can check in to a session.</summary>
internal sealed record CheckInTimes(DateTimeOffset Opens, DateTimeOffset Closes)
{
    // People come early and talk on afterwards.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(15), After = TimeSpan.FromMinutes(15);

    public static CheckInTimes Of(Session session, Programme programme)
    {
        // A session is never planned at a time that the clocks skip.
        var starts = programme.At(session.HeldOn, session.StartsAt)!.Value;
        return new(starts - Before, starts.AddMinutes(session.Minutes) + After);
    }

    /// <summary>Why nobody can check in now.</summary>
    public Problem? WhyNot(Session session, bool uses, Programme programme, DateTimeOffset now) => session switch
    {
        _ when !uses => Problems.CheckInOff,
        { State: not Session.Open } => session.WhyNotChange(),
        _ when now < Opens => Problems.CheckInEarly.Because($"It opens at {Local(Opens, programme)}."),
        _ when now >= Closes => Problems.CheckInLate.Because($"It closed at {Local(Closes, programme)}."),
        _ => null,
    };

    private static string Local(DateTimeOffset at, Programme programme) =>
        TimeZoneInfo.ConvertTime(at, programme.Zone).ToString("HH:mm 'on' d MMMM", CultureInfo.InvariantCulture);
}
