using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Portfolio.Tests.Adapters.Moodle;

/// <summary>A course's members and gradebook by LTI Advantage, in Moodle's way: who asks without the type's number is nobody.</summary>
internal sealed class MoodleGradebook(MoodleHost host)
{
    private const string Course = "/mod/lti/services.php/2/lineitems";

    public static Uri LineItems(Uri address) => new(address, Course + "?type_id=1");

    public static Uri Memberships(Uri address) => new(address, "/mod/lti/services.php/CourseSection/2/bindings/1/memberships");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mod/lti/services.php/CourseSection/2/bindings/1/memberships", (HttpContext http, int page = 0) => May(http, typed: false) ?? Members(http, page));
        routes.MapGet(Course, (HttpContext http) => May(http) ?? Results.Json(host.Items.Where(item => http.Request.Query["resource_id"] is var id && (id.Count == 0 || id == item.ResourceId)).Select(Json)));
        routes.MapPost(Course, async (HttpContext http) => May(http) ?? Add((await JsonNode.ParseAsync(http.Request.Body))!));
        routes.MapDelete(Course + "/{id:long}/lineitem", (HttpContext http, long id) => May(http) ?? (host.Items.RemoveAll(item => item.Id == id) == 1 ? Results.NoContent() : Refuse(404, "Not Found")));
        routes.MapPost(Course + "/{id:long}/lineitem/scores", async (HttpContext http, long id) => May(http) ?? (Item(id) is { } item ? Score(http, item, (await JsonNode.ParseAsync(http.Request.Body))!) : Refuse(404, "Not Found")));
        routes.MapGet(Course + "/{id:long}/lineitem/results", (HttpContext http, long id) => May(http) ?? (Item(id) is { } item ? Cells(http, item) : Refuse(404, "Not Found")));
    }

    private IResult? May(HttpContext http, bool typed = true) =>
        !host.Door.Lets(http, host.Clock.GetUtcNow()) || (typed && http.Request.Query["type_id"] != "1") ? Refuse(401, "Unauthorized") : null;

    private MoodleItem? Item(long id) => host.Items.FirstOrDefault(item => item.Id == id);

    private IResult Members(HttpContext http, int page)
    {
        if (page + 1 < host.Members.Count)
            http.Response.Headers.Link = $"<{Memberships(host.Address)}?page={page + 1}>; rel=\"next\"";
        var members = host.Members[page].Select(member => new { status = "Active", roles = new[] { "Learner" }, user_id = member.Id.ToString(CultureInfo.InvariantCulture), lis_person_sourcedid = member.Number });
        return Results.Json(new { id = Memberships(host.Address), context = new { id = "2" }, members }, contentType: "application/vnd.ims.lti-nrps.v2.membershipcontainer+json");
    }

    private IResult Add(JsonNode sent)
    {
        var item = new MoodleItem(host.Items.Select(one => one.Id).DefaultIfEmpty(30).Max() + 1, (string)sent["resourceId"]!, (string)sent["label"]!, (string)sent["tag"]!, (decimal)sent["scoreMaximum"]!);
        host.Items.Add(item);
        return Results.Json(Json(item), contentType: "application/vnd.ims.lis.v2.lineitem+json", statusCode: 201);
    }

    private IResult Score(HttpContext http, MoodleItem item, JsonNode sent)
    {
        var user = long.Parse((string)sent["userId"]!, CultureInfo.InvariantCulture);
        if (http.Request.ContentType != "application/vnd.ims.lis.v1.score+json" || !host.Gradable || host.Members.All(page => page.All(member => member.Id != user)))
            return Refuse(400, "Incorrect score received" + sent.ToJsonString());
        var at = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.Parse((string)sent["timestamp"]!, CultureInfo.InvariantCulture).ToUnixTimeSeconds());
        if (item.Cells.TryGetValue(user, out var before) && before.At >= at)
            return Refuse(409, "Refusing score with an earlier timestamp for item");
        var score = (string?)sent["gradingProgress"] == "FullyGraded" && sent["scoreGiven"] is { } given ? (decimal)given * item.Most / (decimal)sent["scoreMaximum"]! : (decimal?)null;
        item.Cells[user] = new(score, (string?)sent["comment"], at);
        return Results.Ok();
    }

    // Of a cell without a score, or with none at all, no more is said than that it is there.
    private IResult Cells(HttpContext http, MoodleItem item) => Results.Json(
        item.Cells.Where(cell => http.Request.Query["user_id"] == $"{cell.Key}").Select(cell => cell.Value.Score is null or 0
            ? new JsonObject { ["id"] = $"{Url(item)}/results", ["userId"] = $"{cell.Key}" }
            : new JsonObject { ["id"] = $"{Url(item)}/results", ["userId"] = $"{cell.Key}", ["resultScore"] = cell.Value.Score, ["resultMaximum"] = item.Most, ["comment"] = cell.Value.Comment, ["timestamp"] = cell.Value.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) }),
        contentType: "application/vnd.ims.lis.v2.resultcontainer+json");

    private JsonObject Json(MoodleItem item) => new() { ["id"] = $"{Url(item)}?type_id=1", ["label"] = item.Label, ["scoreMaximum"] = item.Most, ["resourceId"] = item.ResourceId, ["tag"] = item.Tag };

    private string Url(MoodleItem item) => string.Create(CultureInfo.InvariantCulture, $"{new Uri(host.Address, Course)}/{item.Id}/lineitem");

    private static IResult Refuse(int status, string reason) => Results.Json(new { status, reason }, statusCode: status);
}
