using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Audit;

/// <summary>Whoever something was done about can read who did it; nobody else can, but the data protection officer.</summary>
public sealed class AuditReadingTests(SignedHost kept) : IClassFixture<SignedHost>
{
    private Scene Scene => kept.Scene;

    [Fact]
    public async Task A_trainee_reads_what_was_done_by_them_and_about_them_and_by_whom()
    {
        var trainee = await Scene.As(Scene.Trainee);
        var record = kept.Signed.RecordOf(Scene.Trainee);
        var leader = await Scene.As(Scene.Leader);
        await leader.GetAsync(new Uri(Scene.Path($"records/{record}"), UriKind.Relative), TestContext.Current.CancellationToken);
        await leader.GetAsync(new Uri(Scene.Path($"records/{kept.Signed.RecordOf(Scene.Other)}"), UriKind.Relative), TestContext.Current.CancellationToken);
        await trainee.Get<RecordList>(Scene.Path($"people/{Scene.Trainee.Id}/records"));
        await AuditBook.Settled(kept.Host, Scene.Programme, entries => entries.Any(entry => entry.Action == "ListRecords" && entry.PersonId == Scene.Trainee.Id));

        var entries = (await trainee.Get<AuditPage>(Scene.Path($"people/{Scene.Trainee.Id}/audit?limit=200"))).Entries;
        var byLeader = new AuditedActor("person", Scene.Leader.Id, Scene.Leader.Name);
        Assert.Equal(entries.Select(entry => entry.Position).OrderDescending(), entries.Select(entry => entry.Position));
        // Made by the tutor, put in a group, on a register that was filled and signed, the record read.
        Assert.Contains(entries, entry => entry is { Action: "AddPerson", As: "tutor", By.Name: "Tilda Tutor", From: null } && entry.Made == new AuditedThing("person", Scene.Trainee.Id));
        Assert.Contains(entries, entry => entry is { Action: "AddMember", Made.Kind: "membership" });
        Assert.Contains(entries, entry => entry is { Action: "SignOff", Kind: "change", As: "leader, leader-that-day", Status: null } && entry.By == byLeader
            && entry.About == new AuditedThing("session", kept.Session.Id));
        Assert.Contains(entries, entry => entry is { Action: "ReadRecord", Kind: "read", Status: 200 } && entry.By == byLeader && entry.About == new AuditedThing("record", record));
        Assert.Contains(entries, entry => entry is { Action: "SignInToDemonstration", Kind: "sign-in", From: "127.0.0.1" } && entry.By?.Id == Scene.Trainee.Id);
        Assert.Contains(entries, entry => entry is { Action: "ListRecords", As: "oneself", From: "127.0.0.1" });
        // Nothing of the other trainee's, and nobody else's address.
        Assert.DoesNotContain(entries, entry => entry.About?.Id == kept.Signed.RecordOf(Scene.Other) || entry.Made?.Id == Scene.Other.Id);
        Assert.All(entries.Where(entry => entry.By?.Id != Scene.Trainee.Id), entry => Assert.Null(entry.From));
    }

    [Fact]
    public async Task Nobody_reads_somebody_elses_and_only_the_officer_reads_all()
    {
        var officer = await Officer();
        foreach (var client in new[] { await Scene.As(Scene.Other), await Scene.As(Scene.Leader), Scene.Tutor })
            foreach (var path in new[] { $"people/{Scene.Trainee.Id}/audit", "audit" })
                Assert.Equal("404 not-found", await (await client.GetAsync(new Uri(Scene.Path(path), UriKind.Relative), TestContext.Current.CancellationToken)).Refusal());

        var all = await officer.Get<AuditPage>(Scene.Path("audit?limit=200"));
        Assert.Contains(all.Entries, entry => entry is { Action: "SignOff", From: "127.0.0.1" } && entry.By?.Name == Scene.Leader.Name);
        Assert.Contains((await officer.Get<AuditPage>(Scene.Path($"people/{Scene.Trainee.Id}/audit"))).Entries, entry => entry is { Action: "SignOff", From: "127.0.0.1" });
    }

    [Fact]
    public async Task Page_by_page_is_the_whole_without_gaps()
    {
        var officer = await Officer();
        var last = (await AuditBook.Now(kept.Host, Scene.Programme)) + 1;
        foreach (var path in new[] { "audit", $"people/{Scene.Trainee.Id}/audit" })
        {
            var whole = (await officer.Get<AuditPage>(Scene.Path($"{path}?limit=200&after={last}"))).Entries;
            var read = new List<AuditedBody>();
            for (long? after = last; after is not null;)
            {
                var page = await officer.Get<AuditPage>(Scene.Path($"{path}?limit=3&after={after}"));
                Assert.InRange(page.Entries.Count, 1, 3);
                read.AddRange(page.Entries);
                after = page.Next;
            }
            Assert.Equal(whole.Select(entry => entry.Position), read.Select(entry => entry.Position));
        }
    }

    [Fact]
    public async Task The_reading_of_an_audit_is_audited()
    {
        var officer = await Officer();
        var before = await AuditBook.Now(kept.Host, Scene.Programme);
        await officer.Get<AuditPage>(Scene.Path($"people/{Scene.Trainee.Id}/audit"));
        var entry = Assert.Single(await AuditBook.After(kept.Host, Scene.Programme, before, 1));
        Assert.Equal(("read", "ReadAuditOfPerson", "data-protection-officer", Scene.Trainee.Id), (entry.Kind, entry.Action, entry.AsRole, entry.SubjectId));
    }

    private async Task<HttpClient> Officer()
    {
        var officer = await Scene.Person("Dora Dataprotector", "D" + Guid.NewGuid().ToString("N")[..6], $"99{Random.Shared.Next(10000, 99999)}");
        await Scene.Tutor.Post<FactBody>(Scene.Path("appointments"), new { personId = officer.Id, office = "data-protection-officer", from = "2024-08-01" });
        return await Scene.As(officer);
    }
}
