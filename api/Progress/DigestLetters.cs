using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Progress;

/// <summary>What a weekly letter says: counts and the address of a page. Neither a name nor where anybody stands, because a mailbox can be somebody else's.</summary>
internal sealed class DigestLetters(SignInAddresses addresses, PublicAddress address)
{
    public Task Write(Work work, Person to, LeaderDigest digest, DateTimeOffset now) => Write(work, to, "What waits on you this week",
        string.Join('\n', new[]
        {
            digest.Unsigned > 0 ? "- " + Count(digest.Unsigned, "register is not signed yet", "registers are not signed yet") : null,
            digest.AssessmentsDue > 0 ? "- " + Count(digest.AssessmentsDue, "assessment is due", "assessments are due") + " within four weeks, or overdue" : null,
        }.OfType<string>()) + "\n\nThey are listed at", "", now);

    public Task Write(Work work, Person to, TraineeDigest digest, DateTimeOffset now) => Write(work, to, "Where you stand has changed",
        "How far you are towards your requirement is judged otherwise than when this was last looked at for you. See it, and why, at", $"/trainees/{digest.Person:D}", now);

    private Task Write(Work work, Person to, string subject, string text, string page, DateTimeOffset now)
    {
        var programme = $"{address.Base}programmes/{work.Programme:D}";
        return addresses.Write(work, to, "weekly", subject,
            $"{text}\n\n{programme}{page}\n\nSuch a letter comes at most once a week, and only when there is something to tell. You can switch it off at\n\n{programme}/account\n", now);
    }

    private static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");
}
