using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portfolio.Adapters.Moodle;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Conformance;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>A Moodle with one course, one framework and the manners of 4.5: errors inside a 200, every rating a further evidence, and no score that is not newer by a second.</summary>
internal sealed partial class MoodleHost : PlatformDouble
{
    public const string Token = "moodle-service-token", Framework = "7", IdNumber = "GMC9900001";
    public const long Trainee = 4;

    public Lock Gate { get; } = new();

    public List<MoodleRated> Evidence { get; } = [];

    public List<MoodleItem> Items { get; } = [];

    /// <summary>Who is in the course, page by page: their ids and ID numbers.</summary>
    public List<List<(long Id, string Number)>> Members { get; } = [[(3, "GMC9900009"), (9, "")], [(Trainee, IdNumber)]];

    /// <summary>Whether the trainee can be graded in the course.</summary>
    public bool Gradable { get; set; } = true;

    public bool MayDelete { get; set; } = true;

    public required bool Scores { get; init; }

    public LtiDoor Door { get; } = new();

    public override IReadOnlyList<Shown> Shown
    {
        get
        {
            lock (Gate)
            {
                // A record is there as often as the competency that has it most often.
                var ratings = Evidence.GroupBy(one => (one.Competency, Of: Named(one.Note))).Where(same => same.Key.Of is not null).GroupBy(same => same.Key.Of!, same => same.Count())
                    .SelectMany(of => Enumerable.Repeat(of.Key, of.Max()));
                return [.. ratings, .. Items.SelectMany(item => item.Cells.Values).Where(cell => cell.Score is not null).Select(cell => Named(cell.Comment)).OfType<Shown>()];
            }
        }
    }

    public override IEnumerable<string> Secrets => [Token, .. Door.Tokens];

    public override IReadOnlyList<string> Steps => Scores ? ["column", "score"] : ["rating"];

    public override string? StepOf(Seen request) => request switch
    {
        { Method: "POST" } when request.Text.Contains("core_competency_grade_competency", StringComparison.Ordinal) => "rating",
        { Method: "POST" } when request.Text.Contains("core_competency_delete_evidence", StringComparison.Ordinal) => "removal",
        { Method: "POST" } when request.Path.EndsWith("/lineitems", StringComparison.Ordinal) => "column",
        { Method: "POST" } when request.Path.EndsWith("/scores", StringComparison.Ordinal) => "score",
        { Method: "DELETE" } => "removal",
        _ => null,
    };

    public override Fault Saying(int status) => Scores ? base.Saying(status) : status switch
    {
        401 => Fault.Of(200, Error("core\\exception\\moodle_exception", "invalidtoken").ToJsonString()),
        403 => Fault.Of(200, Error("core\\exception\\required_capability_exception", "nopermissions").ToJsonString()),
        _ => base.Saying(status),
    };

    // A teacher graded by hand, and later than whatever is sent.
    public override Task<bool> Occupy(SignedRecord record)
    {
        if (!Scores)
            return Task.FromResult(false);
        var column = MoodleMapping.Column(record);
        Items.Add(new(Items.Count + 31, column.Key, column.Label, column.Tag, column.Most));
        Items[^1].Cells[Trainee] = new(40, "Seen with the whole group.", Clock.GetUtcNow().AddMinutes(1));
        return Task.FromResult(true);
    }

    public static JsonObject Error(string exception, string code) => new() { ["exception"] = exception, ["errorcode"] = code, ["message"] = "Qualcosa è andato storto" };

    protected override void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/webservice/rest/server.php", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            lock (Gate)
                return Results.Json(form["moodlewsrestformat"] != "json" ? Error("xml", "xml") : new MoodleFunctions(this, form).Answer());
        });
        routes.MapPost("/mod/lti/token.php", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            lock (Gate)
                return Door.Open(form, $"{Address}mod/lti/token.php", Clock.GetUtcNow());
        });
        new MoodleGradebook(this).Map(routes);
    }

    private static Shown? Named(string? text) => RecordUrl().Match(text ?? "") is { Success: true } match
        ? new(Guid.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : null;

    [GeneratedRegex(@"/records/([0-9a-f-]{36})/versions/(\d+)")]
    private static partial Regex RecordUrl();
}

internal sealed record MoodleRated(long Id, string Competency, int? Grade, string Note);

internal sealed record MoodleItem(long Id, string ResourceId, string Label, string Tag, decimal Most)
{
    public Dictionary<long, MoodleGraded> Cells { get; } = [];
}

internal sealed record MoodleGraded(decimal? Score, string? Comment, DateTimeOffset At);
