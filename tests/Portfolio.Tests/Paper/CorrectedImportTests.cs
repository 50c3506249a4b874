using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Paper;

public sealed class CorrectedImportTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task What_came_from_paper_stays_imported_when_a_leader_of_that_day_puts_it_right()
    {
        var year = new ImportScene(host);
        await year.Year();
        var leader = await host.As(year.Key, "P001");
        var group = (await leader.Get<GroupList>($"/v1/programmes/{year.Id}/groups")).Groups.Single();
        var session = (await leader.Get<SessionPage>($"/v1/programmes/{year.Id}/groups/{group.Id}/sessions")).Sessions.First(one => one.State == "signed");
        var register = (await leader.Get<SessionBody>($"/v1/programmes/{year.Id}/sessions/{session.Id}")).Register!;
        var absent = register.Lines.First(line => line.Attendance == "absent");
        var right = register with { Lines = [.. register.Lines.Select(line => line == absent ? line with { Attendance = "present" } : line)] };
        var path = $"/v1/programmes/{year.Id}/sessions/{session.Id}/corrections";

        var seen = await leader.Post<SignOffListBody>(path, new { register = right, reason = "The sheet was smudged" });
        var done = await leader.Post<SignedRegister>(path, new { register = right, reason = "The sheet was smudged", listHash = seen.Hash });

        Assert.Equal("imported", seen.List.Provenance);
        var added = done.Records.Single(record => record.PersonId == absent.PersonId && record.Kind == "attendance");
        var record = await leader.Get<RecordBody>($"/v1/programmes/{year.Id}/records/{added.Id}");
        var claim = RecordVerifier.Check(Encoding.ASCII.GetBytes(record.Jwt), RecordKeys.None, host.Clock.GetUtcNow()).Claim!;
        Assert.Equal((ProvenanceKind.Imported, "Quentin Hughes"), (claim.Provenance.Kind, claim.Provenance.By));
    }
}
