using System.Globalization;
using System.Text.Json;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Moodle;

/// <summary>Who and what a record is about, by Moodle's own ids.</summary>
internal sealed class MoodleLookup(AdapterConnection connection, MoodleServer server)
{
    // Of the connection: the trainee's id there, and the numbers they were found by.
    private const string UserNote = "user";

    /// <summary>The trainee's id, where it was found before.</summary>
    public string? Known => connection.Notes.TryGetValue(UserNote, out var note) ? note.Split(' ', 2)[0] : null;

    public async Task<(IReadOnlyList<string>? Ids, Outcome? WhyNot)> Competencies(IReadOnlyList<Alignment> alignments, CancellationToken cancellation)
    {
        if (!connection.Settings.TryGetValue(MoodleSettings.Framework, out var framework))
            return (null, MoodleSettings.Missing);
        var ids = new List<string>();
        foreach (var code in alignments.Select(item => item.Code).Distinct(StringComparer.Ordinal))
        {
            var (found, whyNot) = await server.Read("core_competency_list_competencies",
                [
                    ("filters[0][column]", "competencyframeworkid"), ("filters[0][value]", framework), ("filters[1][column]", "idnumber"), ("filters[1][value]", code),
                    ("sort", ""), ("order", ""), ("skip", "0"), ("limit", "0"),
                ], cancellation).ConfigureAwait(false);
            if (whyNot is not null)
                return (null, whyNot);
            if (found.ValueKind != JsonValueKind.Array)
                return (null, new Outcome.TryLater("garbage", Said: "200"));
            ids.AddRange(found.Each().Where(one => one.Text("idnumber") == code).Select(one => one.Text("id")).OfType<string>().Take(1));
        }
        return ids.Count > 0 ? (ids, null) : (null, new Outcome.Refused("competency-not-there", "200"));
    }

    public async Task<(string? Id, Outcome? WhyNot)> User(IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        if (numbers.Count == 0)
            return (null, new Outcome.NeedsPerson("number-missing"));
        var by = string.Join('\n', numbers);
        if (connection.Notes.TryGetValue(UserNote, out var note) && note.Split(' ', 2) is [var known, var before] && before == by)
            return (known, null);
        var (users, whyNot) = await server.Read("core_user_get_users_by_field", numbers.Select((number, at) => (string.Create(CultureInfo.InvariantCulture, $"values[{at}]"), number)).Prepend(("field", "idnumber")), cancellation).ConfigureAwait(false);
        if (whyNot is not null)
            return (null, whyNot);
        if (users.ValueKind != JsonValueKind.Array)
            return (null, new Outcome.TryLater("garbage", Said: "200"));
        if (users.Each().Select(user => user.Text("id")).OfType<string>().ToList() is not [var id])
            return (null, new Outcome.NeedsPerson("person-not-found", Said: "200"));
        await connection.KeepNote(UserNote, $"{id} {by}", cancellation).ConfigureAwait(false);
        return (id, null);
    }
}
