using System.Globalization;
using System.Text.Json;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Records;

namespace Portfolio.Adapters.Moodle;

/// <summary>Ratings of competencies. Each call makes a further evidence, so the trainee's evidence is read before every one.</summary>
internal sealed class MoodleRatings(AdapterConnection connection, string token) : MoodleWay
{
    public static readonly IReadOnlyList<string> Kinds = ["assessment", "verification"];

    // Of a delivery: the competencies that are rated, and that a note was removed.
    private const string CompetenciesStep = "competencies", RemovedStep = "removed";

    private readonly MoodleServer server = new(connection, token);

    private MoodleLookup Lookup => new(connection, server);

    public override async Task<Outcome> Put(SignedRecord record, Delivered? before, CancellationToken cancellation)
    {
        if (record.Claim.Alignments.Count == 0)
            return new Outcome.Refused("no-competency");
        if (MoodleMapping.Grade(record.Claim, connection.Settings.GetValueOrDefault(MoodleSettings.Grades)) is not { } grade)
            return new Outcome.Refused("outcome-not-mapped");
        var (user, unknown) = await Lookup.User(MoodleSettings.NumbersOf(connection, record.Claim.Holder), cancellation).ConfigureAwait(false);
        if (user is null)
            return unknown!;
        var (competencies, whyNot) = await Lookup.Competencies(record.Claim.Alignments, cancellation).ConfigureAwait(false);
        if (competencies is null)
            return whyNot!;
        // Known before the first rating: what the record says may be gone when it has to be looked for.
        await connection.KeepStep(CompetenciesStep, string.Join(' ', competencies), cancellation).ConfigureAwait(false);
        if (before is not null && await Remove(before, user, Rated(before).Union(competencies), cancellation).ConfigureAwait(false) is { WhyNot: { } failed }
            // Where nothing may be removed the older note stays, and the newer one says that it is in its place.
            && failed is not Outcome.NeedsPerson { Code: "remove-there" })
            return failed;
        return await Rate(record, before, user, competencies, grade, cancellation).ConfigureAwait(false);
    }

    private async Task<Outcome> Rate(SignedRecord record, Delivered? before, string user, IReadOnlyList<string> competencies, int grade, CancellationToken cancellation)
    {
        var (parts, rated, refused) = (new Dictionary<string, string> { ["user"] = user }, false, default(Outcome));
        foreach (var competency in competencies)
        {
            var (evidence, unread) = await Evidence(user, competency, cancellation).ConfigureAwait(false);
            if (evidence is null)
                return unread!;
            if (evidence.FirstOrDefault(one => MoodleMapping.Names(one.Note, record.As(null))) is { } there)
            {
                parts[competency] = there.Id;
                continue;
            }
            var (made, whyNot) = await server.Write("core_competency_grade_competency",
                [("userid", user), ("competencyid", competency), ("grade", grade.ToString(CultureInfo.InvariantCulture)), ("note", MoodleMapping.Note(record, before))], cancellation).ConfigureAwait(false);
            if (whyNot is Outcome.Refused)
                refused = whyNot;
            else if (whyNot is not null)
                return whyNot;
            else if (made.Text("id") is not { } id)
                return new Outcome.NoAnswer("garbage", Said: "200");
            else
                (parts[competency], rated) = (id, true);
        }
        // Where one of several is not taken, the record is there by the others.
        return parts.Count == 1 ? refused! : rated ? new Outcome.Accepted(Receipt(parts), "200") : new Outcome.AlreadyThere(Receipt(parts), "200");
    }

    public override async Task<Outcome> Find(Delivered delivered, CancellationToken cancellation)
    {
        if (UserOf(delivered) is not { } user || Rated(delivered) is not { Length: > 0 } competencies)
            return new Outcome.NotThere();
        var parts = new Dictionary<string, string> { ["user"] = user };
        foreach (var competency in competencies)
        {
            var (evidence, whyNot) = await Evidence(user, competency, cancellation).ConfigureAwait(false);
            if (evidence is null)
                return whyNot!;
            if (evidence.FirstOrDefault(one => MoodleMapping.Names(one.Note, delivered)) is not { } there)
                return new Outcome.NotThere("200");
            parts[competency] = there.Id;
        }
        return new Outcome.AlreadyThere(Receipt(parts), "200");
    }

    public override async Task<Outcome> Withdraw(Delivered delivered, CancellationToken cancellation)
    {
        var gone = new Outcome.Accepted(delivered.Receipt ?? new("none"), "200");
        if (UserOf(delivered) is not { } user || Rated(delivered) is not { Length: > 0 } competencies)
            return gone;
        var (removed, stands, whyNot) = await Remove(delivered, user, competencies, cancellation).ConfigureAwait(false);
        if (removed)
            await connection.KeepStep(RemovedStep, "yes", cancellation).ConfigureAwait(false);
        if (whyNot is not null)
            return whyNot;
        // The note is gone; the rating that came with it stands until somebody rates anew.
        return stands && (removed || connection.Steps.ContainsKey(RemovedStep)) ? new Outcome.NeedsPerson("rate-again-there", Everything: false, "200") : gone;
    }

    public override Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation) => MoodleTrials.Ratings(connection, server, numbers => Lookup.User(numbers, cancellation), cancellation);

    // Stands: some competency's last rating is still the one that came with the record.
    private async Task<(bool Removed, bool Stands, Outcome? WhyNot)> Remove(Delivered delivered, string user, IEnumerable<string> competencies, CancellationToken cancellation)
    {
        var (removed, stands) = (false, false);
        foreach (var competency in competencies)
        {
            var (evidence, unread) = await Evidence(user, competency, cancellation).ConfigureAwait(false);
            if (evidence is null)
                return (removed, stands, unread);
            var ours = evidence.Where(one => MoodleMapping.Names(one.Note, delivered)).ToList();
            var last = ours.Select(one => one.Number).Append(PartOf(delivered, competency)).Max();
            stands |= !evidence.Any(one => one.Graded && one.Number > last);
            foreach (var one in ours)
            {
                var (_, whyNot) = await server.Write("core_competency_delete_evidence", [("id", one.Id)], cancellation).ConfigureAwait(false);
                // Deleted by somebody else meanwhile is deleted.
                if (whyNot is not (null or Outcome.Refused))
                    return (removed, stands, whyNot is Outcome.NeedsPerson { Code: "may-not-write" or "sign-in-again" } may ? new Outcome.NeedsPerson("remove-there", Everything: false, may.Said) : Unwritten(whyNot));
                removed = true;
            }
        }
        return (removed, stands, null);
    }

    private async Task<(IReadOnlyList<MoodleEvidence>? Evidence, Outcome? WhyNot)> Evidence(string user, string competency, CancellationToken cancellation)
    {
        var (summary, whyNot) = await server.Read("tool_lp_data_for_user_competency_summary", [("userid", user), ("competencyid", competency)], cancellation).ConfigureAwait(false);
        return whyNot is not null ? (null, whyNot)
            : summary.ValueKind == JsonValueKind.Object && summary.TryGetProperty("evidence", out _) ? ([.. summary.Each("evidence").Select(MoodleEvidence.Read)], null)
            : (null, new Outcome.TryLater("garbage", Said: "200"));
    }

    private string? UserOf(Delivered delivered) =>
        delivered.Receipt?.Parts?.GetValueOrDefault("user") ?? Lookup.Known;

    private string[] Rated(Delivered delivered) => delivered.Receipt?.Parts is { } parts ? [.. parts.Keys.Where(name => name != "user")]
        : connection.Steps.TryGetValue(CompetenciesStep, out var step) ? step.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static long PartOf(Delivered delivered, string competency) =>
        delivered.Receipt?.Parts is { } parts && parts.TryGetValue(competency, out var id) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static Receipt Receipt(Dictionary<string, string> parts) => new(string.Join(' ', parts.Where(part => part.Key != "user").Select(part => part.Value)), null, parts);
}

/// <summary>One evidence of a competency.</summary>
internal sealed record MoodleEvidence(string Id, long Number, string? Note, bool Graded)
{
    public static MoodleEvidence Read(JsonElement json) => new(json.Text("id") ?? "", json.Number("id") ?? 0, json.Text("note"), json.Text("grade") is not null);
}
