using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Moodle;

/// <summary>What trying a connection showed. Nothing of it is written there.</summary>
internal static class MoodleTrials
{
    private static readonly string[] Needed = ["core_user_get_users_by_field", "core_competency_list_competencies", "core_competency_grade_competency", "tool_lp_data_for_user_competency_summary"];

    public static async Task<IReadOnlyList<Trial>> Ratings(
        AdapterConnection connection, MoodleServer server, Func<IReadOnlyList<string>, Task<(string? Id, Outcome? WhyNot)>> find, CancellationToken cancellation)
    {
        var (site, whyNot) = await server.Read("core_webservice_get_site_info", [], cancellation).ConfigureAwait(false);
        if (whyNot is null && site.Text("siteurl") is null)
            whyNot = new Outcome.TryLater("garbage");
        if (whyNot is not null)
            return [Of(whyNot, "The web service token is not taken: make a new one, for a service with the functions that the setting names.")];
        var missing = Needed.Except(site.Each("functions").Select(function => function.Text("name") ?? "")).ToList();
        return
        [
            new("reached", true, "The site's web service answers."), new("signed-in", true, "The web service token is taken."),
            missing.Count == 0 ? new("may-write", null, "The token's service has the functions that ratings need. Whether it may rate the person is seen at the first record.")
                : new("may-write", false, $"The token's service lacks {string.Join(", ", missing)}."),
            await Person(connection, find).ConfigureAwait(false),
        ];
    }

    public static async Task<IReadOnlyList<Trial>> Scores(AdapterConnection connection, MoodleMembers members, MoodleColumns columns, CancellationToken cancellation)
    {
        var (_, whyNot) = await columns.Listed("trial", cancellation).ConfigureAwait(false);
        if (whyNot is not null)
            return [Of(whyNot, "The registration as an external tool is not taken: compare the client ID and the address of our keys with what stands in Moodle.")];
        return
        [
            new("reached", true, "The course's gradebook answers."), new("signed-in", true, "The registration as an external tool is taken."),
            new("may-write", null, "Whether scores may be written is seen at the first record."),
            await Person(connection, numbers => members.Find(numbers, cancellation)).ConfigureAwait(false),
        ];
    }

    // Before the first record nothing is known of a person but what they set.
    private static async Task<Trial> Person(AdapterConnection connection, Func<IReadOnlyList<string>, Task<(string? Id, Outcome? WhyNot)>> find)
    {
        var numbers = MoodleSettings.NumbersOf(connection, null);
        if (numbers.Count == 0)
            return new("person-found", null, "Whether Moodle knows the person by their professional number is seen at the first record.");
        var (id, whyNot) = await find(numbers).ConfigureAwait(false);
        return id is not null ? new("person-found", true, "The person is found by their ID number.")
            : whyNot is Outcome.NeedsPerson { Code: "person-not-found" } ? new("person-found", false, "Nobody has this ID number there, or they are not in the course.")
            : new("person-found", null, "It could not be asked.");
    }

    private static Trial Of(Outcome whyNot, string signIn) => whyNot switch
    {
        Outcome.NeedsPerson { Code: "sign-in-again" or "may-not-write" } => new("signed-in", false, signIn),
        Outcome.NeedsPerson { Code: "address-wrong" or "gone" } or Outcome.Refused => new("reached", false, "There is no such service at this address, or it is turned off there."),
        Outcome.NeedsPerson { Code: "address-not-public" } => new("reached", false, "The address is not one that can be reached from outside."),
        _ => new("reached", false, "The site did not answer as a Moodle does. Try again in a while."),
    };
}
