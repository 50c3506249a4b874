using System.Text.Json;
using System.Text.RegularExpressions;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>Who is in a course, by Names and Role Provisioning Services.</summary>
internal sealed partial class MoodleMembers(AdapterConnection connection, LtiServices services, Uri memberships)
{
    // Of the connection: the trainee's id in the course, and the numbers they were found by.
    private const string MemberNote = "member";
    private const int MostPages = 100;

    /// <summary>The trainee's id, where it was found before.</summary>
    public string? Known => connection.Notes.TryGetValue(MemberNote, out var note) ? note.Split(' ', 2)[0] : null;

    public async Task<(string? Id, Outcome? WhyNot)> Find(IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0)
            return (null, new Outcome.NeedsPerson("number-missing"));
        var by = string.Join('\n', numbers);
        if (connection.Notes.TryGetValue(MemberNote, out var note) && note.Split(' ', 2) is [var known, var before] && before == by)
            return (known, null);
        Uri? page = memberships;
        for (var pages = 0; page is not null && pages < MostPages; pages++)
        {
            var (members, next, whyNot) = await Page(page, cancellation).ConfigureAwait(false);
            if (whyNot is not null)
                return (null, whyNot);
            if (members.FirstOrDefault(member => numbers.Contains(member.Text("lis_person_sourcedid")) && member.Text("status") is null or "Active").Text("user_id") is { } id)
            {
                await connection.KeepNote(MemberNote, $"{id} {by}", cancellation).ConfigureAwait(false);
                return (id, null);
            }
            page = next;
        }
        return (null, new Outcome.NeedsPerson("person-not-found", Said: "200"));
    }

    public async Task<(IReadOnlyList<JsonElement> Members, Uri? Next, Outcome? WhyNot)> Page(Uri page, CancellationToken cancellation)
    {
        var answer = await services.Send(() => LtiServices.Get(page, "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"), cancellation).ConfigureAwait(false);
        if (!answer.Is2xx || answer.Json() is not { ValueKind: JsonValueKind.Object } found || !found.TryGetProperty("members", out _))
            return ([], null, MoodleWay.Unwritten(answer.Otherwise()));
        // Moodle writes the quotes around a relation as a typesetter would.
        var next = answer.Headers.TryGetValue("Link", out var link) && NextPage().Match(link) is { Success: true } match && Uri.TryCreate(page, match.Groups[1].Value, out var url) ? url : null;
        return next is not null && (next.Authority != memberships.Authority || next.Scheme != memberships.Scheme)
            ? ([], null, new Outcome.NeedsPerson("address-wrong", Said: "200"))
            : ([.. found.Each("members")], next, null);
    }

    [GeneratedRegex("""<([^<>]*)>\s*;[^,<]*rel\s*=[^;,<>]{0,9}?next\b""", RegexOptions.IgnoreCase)]
    private static partial Regex NextPage();
}
