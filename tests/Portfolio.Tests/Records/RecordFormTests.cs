using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class RecordFormTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/vc+ld+json", "application/vc+ld+json")]
    [InlineData("application/vc", "application/vc")]
    [InlineData("application/vc+jwt", "application/vc+jwt")]
    [InlineData("text/plain", "text/plain")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [InlineData("image/png, application/vc+jwt;q=0.5, application/vc+ld+json;q=0.9", "application/vc+ld+json")]
    public async Task A_record_comes_in_the_form_that_is_asked_for(string accept, string type)
    {
        var (scene, leader, record) = await Signed();
        foreach (var path in new[] { $"records/{record}", $"records/{record}/versions/1" })
        {
            var answer = await leader.Form(scene.Path(path), accept);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains("Accept", answer.Headers.Vary);
        }
    }

    [Fact]
    public async Task What_is_served_are_the_bytes_that_were_logged_when_they_were_signed()
    {
        var (scene, leader, record) = await Signed();
        var path = scene.Path($"records/{record}");
        var jwt = await leader.Bytes(path, "application/vc+jwt");
        Assert.Equal(jwt, await leader.Bytes(path, "text/plain"));
        Assert.Equal(Encoding.ASCII.GetString(jwt), await leader.Jwt(scene, record));
        var embedded = await leader.Bytes(path, "application/vc+ld+json");
        Assert.Equal(embedded, await leader.Bytes(path, "application/vc"));

        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        var logged = await work.Row<byte[]>("select digests from log_entry where subject_id = @record and kind = 'record-issued'", new { record });
        Assert.Equal(Convert.ToHexString(logged!), Convert.ToHexString(SHA256.HashData(jwt)) + Convert.ToHexString(SHA256.HashData(embedded)));
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_refused_and_the_forms_there_are_are_named()
    {
        var (scene, leader, record) = await Signed();
        var answer = await leader.Form(scene.Path($"records/{record}"), "image/png");
        var problem = JsonSerializer.Deserialize<ProblemBody>(await answer.Content.ReadAsStringAsync(Cancellation), JsonSerializerOptions.Web)!;
        Assert.Equal((406, "not-acceptable"), (problem.Status, problem.Code));
        Assert.Equal("Ask for one of: application/json, application/vc+ld+json, application/vc, application/vc+jwt, text/plain, text/html.", problem.Detail);
    }

    [Fact]
    public async Task Where_Ed25519_was_missing_the_embedded_form_is_refused_with_the_reason_and_the_others_stay()
    {
        var (scene, leader, record) = await Signed();
        await Forget_the_embedded_form(record);
        var path = scene.Path($"records/{record}");

        var answer = await leader.Form(path, "application/vc+ld+json");
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains("signed where Ed25519 was missing", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("application/vc+jwt", (await leader.Form(path, "application/vc+ld+json, application/vc+jwt;q=0.1")).Content.Headers.ContentType!.MediaType);
        Assert.Contains("This record stands", Encoding.UTF8.GetString(await leader.Bytes(path, "text/html")), StringComparison.Ordinal);
        Assert.DoesNotContain("record.json", Names(await leader.Bytes(path + "/bundle", "*/*")));
    }

    [Fact]
    public async Task Only_whoever_may_read_a_record_gets_any_form_of_it()
    {
        var (scene, _, record) = await Signed();
        var other = await scene.As(scene.Other);
        foreach (var path in new[] { $"records/{record}", $"records/{record}/versions/1", $"records/{record}/bundle" })
        {
            Assert.Equal("404 not-found", await (await other.Form(scene.Path(path), "text/html")).Refusal());
            Assert.Equal("401 sign-in-needed", await (await host.Anybody().Form(scene.Path(path), "application/vc+ld+json")).Refusal());
            Assert.Equal(HttpStatusCode.OK, (await (await scene.As(scene.Trainee)).Form(scene.Path(path), "*/*")).StatusCode);
        }
        Assert.Equal("404 not-found", await (await (await scene.As(scene.Trainee)).Form(scene.Path($"records/{record}/versions/2"), "text/html")).Refusal());
    }

    [Fact]
    public async Task The_page_says_in_plain_words_what_who_and_whether_it_stands_and_nothing_of_it_is_markup()
    {
        var scene = await Scene.Set(host);
        var leader = await scene.As(scene.Leader);
        var person = await scene.Person("Bob <b>O’Tag</b> & Co", "M9", "9900099");
        await scene.Member(person);
        var session = await leader.Fill(scene, await scene.A_filled_register(), new
        {
            mode = "in-person", leaderId = scene.Leader.Id, lines = new object[] { new { personId = person.Id, attendance = "partial", minutes = 45, followedUp = true } },
        });
        var signed = await scene.Signed(session);

        var answer = await leader.Form(scene.Path($"records/{signed.RecordOf(person)}"), "text/html");
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style", page, StringComparison.Ordinal);
        foreach (var text in new[]
        {
            "Bob <b>O’Tag</b> & Co; GMC 9900099", "28 May 2025", "<dt>Minutes</dt><dd>45", "In person", "Lena Leader; GMC 9900011", "A leader of that day signed it",
            "This record stands", "<th scope=\"row\">signature-valid</th><td>yes</td>", "(demonstration, not real evidence)", "/bundle",
        })
            Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var followUp = Encoding.UTF8.GetString(await leader.Bytes(scene.Path($"records/{signed.RecordOf(person, "follow-up")}"), "text/html"));
        Assert.Contains("Followed up a case presented earlier", followUp, StringComparison.Ordinal);

        await leader.Withdrawn(scene, signed.RecordOf(person));
        page = Encoding.UTF8.GetString(await leader.Bytes(scene.Path($"records/{signed.RecordOf(person)}"), "text/html"));
        Assert.Contains("This record was withdrawn on 2 June 2025", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_file_holds_what_checking_the_record_offline_needs_and_is_the_same_every_time()
    {
        var (scene, leader, record) = await Signed();
        var path = scene.Path($"records/{record}");
        var answer = await leader.GetAsync(path + "/bundle", Cancellation);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"record-{record}.zip", answer.Content.Headers.ContentDisposition!.FileName);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(bytes, await leader.Bytes(path + "/bundle", "*/*"));

        var files = Files(bytes);
        Assert.Equal(["READ-ME.txt", "record.json", "record.jwt", "jwks.json", "did.json", "status.json", "log.json"], Names(bytes));
        Assert.Equal(await leader.Bytes(path, "application/vc+ld+json"), files["record.json"]);
        Assert.Equal(await leader.Bytes(path, "application/vc+jwt"), files["record.jwt"]);

        var place = JsonNode.Parse(files["log.json"])!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files["record.jwt"])), (string?)place["digests"]![0]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files["record.json"])), (string?)place["digests"]![1]);
        Assert.True((long)place["checkpoint"]!["position"]! >= (long)place["position"]!);
        var keys = RecordKeys.Read(files["jwks.json"]).And(RecordKeys.Read(files["did.json"]));
        var facts = new RecordFacts
        {
            StatusLists = [files["status.json"]],
            PositionInLog = digest => place["digests"]!.AsArray().Any(one => (string?)one == digest) ? (long)place["position"]! : null,
        };
        foreach (var form in new[] { "record.json", "record.jwt" })
            Assert.All(RecordVerifier.Check(files[form], keys, host.Clock.GetUtcNow(), facts).Checks, check => Assert.Equal((check.Name, Answer.Yes), (check.Name, check.Answer)));
        var note = Encoding.UTF8.GetString(files["READ-ME.txt"]);
        Assert.Contains("api/start verify --keys jwks.json --status status.json record.json record.jwt", note, StringComparison.Ordinal);
        Assert.Contains(scene.Programme.ToString(), note, StringComparison.Ordinal);
    }

    private async Task<(Scene, HttpClient, Guid)> Signed()
    {
        var scene = await Scene.Set(host);
        return (scene, await scene.As(scene.Leader), (await scene.Signed(await scene.A_filled_register())).RecordOf(scene.Trainee));
    }

    private async Task Forget_the_embedded_form(Guid record)
    {
        await using var connection = new NpgsqlConnection(await host.Superuser());
        await connection.ExecuteAsync("""
            alter table record_version disable trigger append_only;
            update record_version set embedded = null, digests = substr(digests, 1, 32) where record_id = @record;
            alter table record_version enable trigger append_only;
            """, new { record });
    }

    private static string[] Names(byte[] zip) => [.. Files(zip).Keys];

    private static Dictionary<string, byte[]> Files(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            entry.Open().CopyTo(content);
            return content.ToArray();
        });
    }
}
