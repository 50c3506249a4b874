using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

/// <summary>What somebody gets who asks for everything that is held about them: all of it, in both forms, and nobody else's.</summary>
public sealed class ExportTests(TestHost host) : IClassFixture<TestHost>, IAsyncLifetime
{
    private const string Formula = "=HYPERLINK(\"https://example.org\")";

    private Scene scene = null!;
    private PersonBody trainee = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        scene = await Scene.Set(host);
        trainee = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new { name = Formula, key = "+1", email = "fay@example.org", body = "GMC", number = "9900041" });
        await scene.Member(trainee);
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{trainee.Id}/placements"),
            new { site = "Hillside", role = "trainee", wholeTime = 0.6, workingDays = new[] { 1, 3 }, from = "2024-08-01", grade = "CT1" });
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{trainee.Id}/clock-stops"), new { from = "2025-01-01", until = "2025-02-01" });
        var supervisor = await scene.Person("Sid Supervisor", "S1", "9900032");
        await scene.Tutor.Post<FactBody>(scene.Path($"people/{trainee.Id}/supervisions"), new { supervisorId = supervisor.Id, from = "2024-08-01" });
        var leader = await scene.As(scene.Leader);
        var session = await leader.Post<SessionBody>(scene.Path($"groups/{scene.Group}/sessions"), new { heldOn = "2025-05-28", startsAt = "15:00:00", minutes = 60 });
        session = await leader.PutWithMatch<SessionBody>(scene.Path($"sessions/{session.Id}/register"), session.Version, Register(presented: true));
        await scene.Signed(session);
        await leader.Corrected(scene, session.Id, Register(presented: false));
        var platform = await scene.Tutor.Post<PlatformBody>(scene.Path("platforms"), new { name = "An e-portfolio" });
        await (await scene.As(trainee)).Post<ConnectionBody>(scene.Path("connections"), new { platformId = platform.Id, kinds = new[] { "attendance" } });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_trainee_gets_everything_of_theirs_as_JSON()
    {
        var export = await Export(trainee);
        Assert.Equal((scene.Programme, trainee.Id, host.Clock.GetUtcNow()), (export.ProgrammeId, export.PersonId, export.MadeAt));
        Assert.Equal(PersonExportParts.All.Select(part => part.Name).Append("names"), export.Parts.Keys);
        Assert.Equal((Formula, "+1", "fay@example.org", "9900041"), (Text(export, "person", "name"), Text(export, "person", "key"), Text(export, "person", "email"), Text(export, "person", "number")));
        Assert.Equal(("Hillside", "CT1", "2024-08-01"), (Text(export, "placements", "site"), Text(export, "placements", "grade"), Text(export, "placements", "fromOn")));
        Assert.Equal(0.6m, export.Parts["placements"][0]["wholeTime"].GetDecimal());
        Assert.Equal([1, 3], export.Parts["placements"][0]["workingDays"].EnumerateArray().Select(day => day.GetInt32()));
        Assert.Equal(("2025-05-28", "15:00:00", "Wednesday group"), (Text(export, "register-lines", "heldOn"), Text(export, "register-lines", "startsAt"), Text(export, "register-lines", "group")));
        Assert.Equal([true, false], export.Parts["register-lines-as-signed"].Select(line => line["presented"].GetBoolean()));
        Assert.Equal(["attendance", "presentation"], export.Parts["records"].Select(record => record["kind"].GetString()).Order());
        Assert.Equal("withdrawn", export.Parts["records"].Single(record => record["kind"].GetString() == "presentation")["ended"].GetString());
        Assert.Equal(3, export.Parts["log-entries"].Count);
        Assert.Single(export.Parts["connections"]);
        Assert.NotEmpty(export.Parts["signed-in"]);
        Assert.Empty(export.Parts["sessions-led"]);
    }

    [Fact]
    public async Task The_signed_records_in_it_are_the_bytes_that_were_issued()
    {
        foreach (var form in (await Export(trainee)).Parts["signed-forms"])
        {
            var own = await scene.As(trainee);
            own.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vc+jwt"));
            var served = await own.GetStringAsync(scene.Path($"records/{form["recordId"].GetString()}/versions/{form["version"].GetInt32()}"), Cancellation);
            Assert.Equal(served, form["jwt"].GetString());
        }
    }

    [Fact]
    public async Task A_leader_gets_what_they_led_signed_and_why_they_corrected_it()
    {
        var export = await Export(scene.Leader);
        Assert.Equal(trainee.Id, (await Export(trainee)).PersonId);
        Assert.Single(export.Parts["sessions-led"]);
        Assert.Equal(2, export.Parts["registers-signed"].Count);
        Assert.Contains(export.Parts["registers-signed"], register => register.TryGetValue("reason", out var reason) && reason.GetString()!.Length > 0);
        Assert.Single(export.Parts["own-keys"]);
        Assert.Equal("leader", Text(export, "mandates", "kind"));
        Assert.Contains(export.Parts["made"], made => made["what"].GetString() == "session");
    }

    [Fact]
    public async Task Ways_to_sign_in_devices_addresses_holds_and_the_audit_are_in_it_and_no_secret_is()
    {
        var now = host.Clock.GetUtcNow();
        byte[] secret = [.. Enumerable.Range(1, 20).Select(digit => (byte)digit)];
        string device;
        await using (var work = await host.Database.Begin(scene.Programme, Cancellation))
        {
            device = await host.Service<LinkedDevices>().Remember(work, trainee.Id, "Fay's phone", now);
            await host.Service<SignInStore>().Add(work, trainee.Id, SignInKind.Authenticator, new(Authenticator: new(secret, 0)), trainee.Id, now);
            var person = (await host.Service<PersonStore>().Find(work, trainee.Id))!;
            await host.Service<SignInAddresses>().Add(work, person, new("fay@elsewhere.example.org"), Creation.Of("an address", null, "", trainee.Id), now);
            await work.Commit();
        }
        var text = await (await scene.As(trainee)).GetStringAsync(scene.Path($"people/{trainee.Id}/export"), Cancellation);
        var export = JsonSerializer.Deserialize<PersonExport>(text, JsonSerializerOptions.Web)!;

        Assert.Equal(("Fay's phone", "authenticator", "fay@elsewhere.example.org"), (Text(export, "devices", "label"), Text(export, "sign-ins", "kind"), Text(export, "addresses", "address")));
        Assert.DoesNotContain(Convert.ToBase64String(secret), text, StringComparison.Ordinal);
        Assert.DoesNotContain(device, text, StringComparison.Ordinal);
        var own = export.Parts["audit"].Where(entry => entry.TryGetValue("byPerson", out var by) && by.GetGuid() == trainee.Id).ToList();
        Assert.Contains(own, entry => entry["action"].GetString() == "Connect" && entry["fromWhere"].GetString()!.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.Contains(export.Parts["audit"], entry => entry["action"].GetString() == "SignOff" && !entry.TryGetValue("fromWhere", out _));
    }

    [Fact]
    public async Task Nobody_else_is_named_but_leaders_and_supervisors_and_no_other_member_is_in_it_at_all()
    {
        var text = await (await scene.As(trainee)).GetStringAsync(scene.Path($"people/{trainee.Id}/export"), Cancellation);
        var export = JsonSerializer.Deserialize<PersonExport>(text, JsonSerializerOptions.Web)!;
        Assert.Equal(["Colin Coleader", "Lena Leader", "Sid Supervisor"], export.Parts["names"].Select(known => known["name"].GetString()).Order());
        // Signed forms are base64 inside, and name holder and leaders alone; the rest is searched as it stands.
        Assert.DoesNotContain("Otto", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tara", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{scene.Other.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{scene.Trainee.Id}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_archive_has_a_sheet_for_each_part_and_both_forms_of_each_record()
    {
        using var zip = await Archive(trainee);
        var files = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(["READ-ME.txt", .. PersonExportParts.All.Where(part => !part.AreFiles).Select(part => part.Name + ".csv").Append("names.csv").Order(StringComparer.Ordinal)],
            files.Where(file => !file.StartsWith("records/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var versions = (await Export(trainee)).Parts["records"];
        Assert.Equal(versions.Count * (Ed25519.Available ? 2 : 1), files.Count(file => file.StartsWith("records/", StringComparison.Ordinal)));
        foreach (var form in (await Export(trainee)).Parts["signed-forms"])
            Assert.Equal(form["jwt"].GetString(), Read(zip, $"records/{form["recordId"].GetString()}.v{form["version"].GetInt32()}.jwt"));
    }

    [Fact]
    public async Task No_cell_of_the_archive_begins_as_a_formula_does()
    {
        using var zip = await Archive(trainee);
        Assert.Contains("\"'=HYPERLINK(\"\"https://example.org\"\")\",'+1,", Read(zip, "person.csv"), StringComparison.Ordinal);
        var cells = 0;
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var bytes = Bytes(entry);
            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            using var csv = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false, Separator = ',' });
            while (csv.Read())
                for (var at = 0; at < csv.FieldCount; at++, cells++)
                    Assert.False(csv.GetString(at) is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], $"{entry.FullName}: {csv.GetString(at)}");
        }
        Assert.True(cells > 100);
    }

    [Fact]
    public async Task Whoever_asks_for_another_form_is_told_which_there_are()
    {
        var own = await scene.As(trainee);
        own.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        Assert.Equal("406 not-acceptable", await (await own.GetAsync(scene.Path($"people/{trainee.Id}/export"), Cancellation)).Refusal());
    }

    [Fact]
    public async Task Nobody_gets_somebody_elses()
    {
        foreach (var client in new[] { scene.Tutor, await scene.As(scene.Leader), await scene.As(scene.Other) })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(scene.Path($"people/{trainee.Id}/export"), Cancellation)).StatusCode);
    }

    private object Register(bool presented) => new
    {
        mode = "in-person", leaderId = scene.Leader.Id, coLeaderId = scene.CoLeader.Id,
        lines = new object[]
        {
            new { personId = trainee.Id, attendance = "present", presented }, new { personId = scene.Other.Id, attendance = "present" }, new { personId = scene.Trainee.Id, attendance = "apologies" },
        },
    };

    private async Task<PersonExport> Export(PersonBody person) => await (await scene.As(person)).Get<PersonExport>(scene.Path($"people/{person.Id}/export"));

    private async Task<ZipArchive> Archive(PersonBody person)
    {
        var own = await scene.As(person);
        own.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/zip"));
        var answer = await own.GetAsync(scene.Path($"people/{person.Id}/export"), Cancellation);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    private static string? Text(PersonExport export, string part, string member) => export.Parts[part][0][member].GetString();

    private static string Read(ZipArchive zip, string name) => Encoding.UTF8.GetString(Bytes(zip.GetEntry(name)!));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var open = entry.Open();
        open.CopyTo(bytes);
        return bytes.ToArray();
    }
}
