using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Npgsql;
using Portfolio.Api.Database;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Privacy;

/// <summary>The real host on a data folder of its own: what a copy of that folder tells of a person, before and after they were erased, and once it is restored.</summary>
public sealed class ErasureFolderTests : IDisposable
{
    private const string People = """
        person_id,name,email,professional_body,number,role,grade,wte,working_days,site,group,from,to,supervisor_id,grade_expected_to,review_date,evidence_cut_off
        Q-TUTOR,Tilda Tutorson,tilda.tutorson@example.org,GMC,9911101,tutor,,,,Riverside Hospital,,2020-01-01,2099-12-31,,,,
        Q-LEADER,Lenora Leadbetter,lenora.leadbetter@example.org,GMC,9911102,leader,,,,Riverside Hospital,heronsgate-wed,2020-01-01,2099-12-31,,,,
        Q-QUILL,Zephyrine Quillfeather,zephyrine.quillfeather@example.org,GMC,9977345,trainee,CT1,1.0,Mon Tue Wed,Riverside Hospital,heronsgate-wed,2020-01-01,2099-12-31,,2099-12-31,2099-11-01,2099-10-01
        Q-OTHER,Otto Otherwise,otto.otherwise@example.org,GMC,9911103,trainee,CT1,1.0,Mon Tue Wed,Riverside Hospital,heronsgate-wed,2020-01-01,2099-12-31,,2099-12-31,2099-11-01,2099-10-01

        """;

    private const string Registers = """
        group,site,session_date,start,minutes,mode,state,leader_id,co_leader_id,person_id,attendance,minutes_attended,role,follow_up_of
        heronsgate-wed,Riverside Hospital,2024-05-22,15:00,60,in-person,held,Q-LEADER,,Q-QUILL,present,60,presenter,
        heronsgate-wed,Riverside Hospital,2024-05-22,15:00,60,in-person,held,Q-LEADER,,Q-OTHER,present,60,member,

        """;

    private static readonly string[] Secrets =
    [
        "Zephyrine", "Quillfeather", "Merriweather", "zephyrine.quillfeather@example.org", "9977345", "Q-QUILL", "Lenora Leadbetter", "Leadbetter", "9911102", "Tilda Tutorson",
        "Otto Otherwise", "otto.otherwise@example.org", "9911103",
    ];

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Portfolio.Api.dll");

    private readonly TemporaryFolder folder = new();

    private string Data => folder["data"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_erased_person_is_in_no_file_and_a_backup_that_is_restored_is_erased_again()
    {
        await Import();
        var person = await Serving(Act);
        await Settle();
        Assert.Empty(FolderScan.Of(Data, Secrets));
        // What stands in clear is found, so what was not found is not there.
        Assert.Contains(FolderScan.Of(Data, ["heronsgate-wed"]), file => file.Contains("/base/", StringComparison.Ordinal));
        Assert.Contains(FolderScan.Of(Data, ["heronsgate-wed"]), file => file.Contains("/pg_wal/", StringComparison.Ordinal));
        await Copy(Data, folder["backup"]);

        await Serving(async host => await Requests.Read<ErasureBody>(
            await (await As(host, "Q-LEADER")).PostAsJsonAsync($"{person.Programme}/people/{person.Id}/erasure", new { personId = person.Id, reason = "objected" }, Cancellation)));
        await IsErased(person);

        Directory.Delete(Data, recursive: true);
        await Copy(folder["backup"], Data);
        await IsErased(person);
    }

    private async Task Import()
    {
        await File.WriteAllTextAsync(folder["people.csv"], People, Cancellation);
        await File.WriteAllTextAsync(folder["registers.csv"], Registers, Cancellation);
        var imported = await HostProcess.Run(Program, null, "import", "--data", Data, "--programme", "heronsgate", "--demonstration", "--people", folder["people.csv"],
            "--registers", folder["registers.csv"], "--by", "Ivo Importer");
        Assert.True(imported.Code == 0, imported.Errors);
    }

    /// <summary>A register is filled, signed and corrected by HTTP.</summary>
    private static async Task<(string Programme, Guid Id)> Act(HostProcess host)
    {
        var (leader, tutor, trainee) = (await As(host, "Q-LEADER"), await As(host, "Q-TUTOR"), await SignedIn(host, "Q-QUILL"));
        var programme = $"/v1/programmes/{trainee.ProgrammeId}";
        var group = (await tutor.Get<GroupList>($"{programme}/groups")).Groups.Single();
        var other = await SignedIn(host, "Q-OTHER");
        var session = await leader.Post<SessionBody>($"{programme}/groups/{group.Id}/sessions", new { heldOn = "2025-05-28", startsAt = "15:00:00", minutes = 60 });
        var leaderId = (await SignedIn(host, "Q-LEADER")).PersonId;
        await tutor.Post<FactBody>($"{programme}/appointments", new { personId = leaderId, office = "data-protection-officer", from = "2024-08-01" });
        object Register(string attendance) => new
        {
            mode = "in-person", leaderId,
            lines = new object[] { new { personId = trainee.PersonId, attendance = "present", presented = true }, new { personId = other.PersonId, attendance } },
        };
        await leader.PutWithMatch<SessionBody>($"{programme}/sessions/{session.Id}/register", session.Version, Register("present"));
        var list = await leader.Get<SignOffListBody>($"{programme}/sessions/{session.Id}/sign-off");
        await leader.Post<SignedRegister>($"{programme}/sessions/{session.Id}/sign-off", new { listHash = list.Hash });
        var seen = await leader.Post<SignOffListBody>($"{programme}/sessions/{session.Id}/corrections", new { register = Register("absent"), reason = "Otto Otherwise was away" });
        await leader.Post<SignedRegister>($"{programme}/sessions/{session.Id}/corrections", new { register = Register("absent"), reason = "Otto Otherwise was away", listHash = seen.Hash });
        Assert.Contains("Quillfeather", (await tutor.Get<PersonBody>($"{programme}/people/{trainee.PersonId}")).Name, StringComparison.Ordinal);
        // A letter to the address on record.
        (await leader.PostAsJsonAsync($"{programme}/people/{trainee.PersonId}/export-orders", new { }, Cancellation)).EnsureSuccessStatusCode();
        await Requests.Read<PersonBody>(await tutor.Put($"{programme}/people/{trainee.PersonId}/identity", null, new
        {
            name = "Zephyrine Merriweather", key = "Q-QUILL", email = "zephyrine.merriweather@example.org", body = "GMC", number = "9977345",
        }));
        return (programme, trainee.PersonId);
    }

    private async Task IsErased((string Programme, Guid Id) person)
    {
        await Serving(async host =>
        {
            var tutor = await As(host, "Q-TUTOR");
            Assert.Equal("404 not-found", await (await tutor.GetAsync($"{person.Programme}/people/{person.Id}", Cancellation)).Refusal());
            var refused = await host.Client.PostAsJsonAsync("/demonstration/sign-in", new { programme = "heronsgate", person = "Q-QUILL" }, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            return 0;
        });
        await Settle();
        Assert.Empty(FolderScan.Of(Data, Secrets));
        var checkedAll = await HostProcess.Run(Program, null, "fsck", "--data", Data);
        Assert.True(checkedAll.Code == 0, checkedAll.Answer + checkedAll.Errors);
        // Attendance and presentation of two sessions, each under both names.
        Assert.Contains("; 8 of somebody erased, which nobody can read", checkedAll.Answer, StringComparison.Ordinal);
        var archive = folder[$"archive-{Guid.NewGuid():N}"];
        var exported = await HostProcess.Run(Program, null, "export", "--data", Data, "--programme", "heronsgate", "--out", archive);
        Assert.Contains("8 versions of somebody erased left out", exported.Answer, StringComparison.Ordinal);
        var verified = await HostProcess.Run(Program, null, "verify", archive, "--data", "/nowhere/at/all");
        Assert.True(verified.Code == 0, verified.Answer);
        Assert.Contains("8 were erased, as the log says; ", verified.Answer, StringComparison.Ordinal);
        Assert.Empty(FolderScan.Of(archive, ["Quillfeather", "Merriweather", "9977345"]));
    }

    private async Task<T> Serving<T>(Func<HostProcess, Task<T>> act)
    {
        await using var host = await HostProcess.Serve(Program, Data, null, folder["erased"]);
        var done = await act(host);
        Assert.Equal(0, await host.Stop());
        return done;
    }

    /// <summary>Writes everything out and clears away the dead rows; the log of writes keeps what it has.</summary>
    private async Task Settle()
    {
        await using var cluster = await PrivateCluster.Open(DataFolder.At(Data), ClusterUse.Verb, Console.Error.WriteLine, Cancellation);
        await using var connection = new NpgsqlConnection(cluster.ConnectionString(ClusterRoles.Superuser) + ";Pooling=false");
        foreach (var command in new[] { "vacuum (analyze);", "checkpoint;" })
            await connection.ExecuteAsync(command);
    }

    private static async Task<SignedIn> SignedIn(HostProcess host, string person) =>
        await Requests.Read<SignedIn>(await host.Client.PostAsJsonAsync("/demonstration/sign-in", new { programme = "heronsgate", person }, Cancellation));

    private static async Task<HttpClient> As(HostProcess host, string person)
    {
        var client = new HttpClient { BaseAddress = host.Client.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await SignedIn(host, person)).Token);
        return client;
    }

    private static async Task Copy(string from, string to)
    {
        using var copy = System.Diagnostics.Process.Start("cp", ["-a", from, to]);
        await copy.WaitForExitAsync(Cancellation);
        Assert.Equal(0, copy.ExitCode);
    }
}
