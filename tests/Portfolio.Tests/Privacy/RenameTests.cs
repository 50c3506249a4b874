using System.Text.Json;
using Portfolio.Api.People;
using Portfolio.Api.Privacy;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Feed;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Privacy;

public sealed class RenameTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Tara Trainee", "9900013")]
    [InlineData("Lena Leader", "9900011")]
    [InlineData("Colin Coleader", "9900012")]
    public async Task An_old_name_is_shown_nowhere_and_every_record_that_stands_still_verifies(string old, string number)
    {
        var scene = await ErasureScene.Set(host);
        var person = new[] { scene.Scene.Trainee, scene.Scene.Leader, scene.Scene.CoLeader }.Single(of => of.Name == old);
        Assert.True(await scene.Finds(old));
        var before = (await scene.Fsck()).Counts!;

        var renamed = await Requests.Read<PersonBody>(await scene.Rename(person, "Robin Renamed", "9900099"));
        await Requests.Read<PersonBody>(await scene.Rename(person, "Robin Renamed", "9900099"));

        Assert.Equal(("Robin Renamed", "9900099"), (renamed.Name, renamed.Number));
        Assert.Empty(await scene.Sweep(old, number));
        Assert.True(await scene.Finds("Robin Renamed"));
        var after = await scene.Fsck();
        Assert.Null(after.Wrong);
        Assert.Equal(before.Valid, after.Counts!.Valid);
        var (archive, said) = await scene.Archived();
        Assert.Empty(archive.Faults);
        Assert.DoesNotContain(old, said, StringComparison.Ordinal);
        Assert.Contains("Robin Renamed", said, StringComparison.Ordinal);
        Assert.Equal(archive.Issued, archive.Versions + archive.Erased);
    }

    [Fact]
    public async Task A_record_that_is_issued_again_is_endorsed_by_its_leader_for_the_same_list_and_a_saved_copy_says_superseded()
    {
        var scene = await ErasureScene.Set(host);
        var trainee = await scene.Scene.As(scene.Scene.Trainee);
        var path = scene.Scene.Path($"records/{scene.Signed.RecordOf(scene.Scene.Trainee)}");
        var (old, was) = (await trainee.Bytes(path, "application/vc+ld+json"), await trainee.Get<RecordBody>(path));

        await Requests.Read<PersonBody>(await scene.Rename(scene.Scene.Trainee, "Robin Renamed"));

        var right = await trainee.Bytes(path, "application/vc+ld+json");
        var verified = await host.Anybody().Verify(right);
        Assert.True(verified.Accepted);
        Assert.Equal("yes", verified.Checks.Single(check => check.Name == "endorsement-valid").Answer);
        Assert.Equal((was.Version + 1, was.Id, was.Kind), (verified.Version!.Value, was.Id, was.Kind));
        Assert.Equal(ListIn(old), ListIn(right));
        Assert.Contains("superseded", (await host.Anybody().Verify(old)).Standing().Why, StringComparison.Ordinal);
        Assert.Equal("410 record-erased", await (await trainee.GetAsync($"{path}/versions/1", Cancellation)).Refusal());
        var told = (await scene.Puller.PullAll()).Where(entry => entry.RecordId == was.Id).Select(entry => (entry.Change, entry.Jwt is null));
        Assert.Equal([("issued", true), ("superseded", true), ("issued", false)], told);
        Assert.Equal(["person-corrected"], (await scene.Rows<string>("select kind from log_entry where programme_id = @Programme")).Where(kind => kind.StartsWith("person", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_account_rests_on_the_versions_that_stand()
    {
        var scene = await ErasureScene.Set(host);
        await Requests.Read<PersonBody>(await scene.Rename(scene.Scene.Leader, "Robin Renamed"));

        var account = await (await scene.Scene.As(scene.Scene.Trainee)).Bytes(scene.Scene.Path($"records/{scene.Account}"), "application/vc+ld+json");
        var claim = (PeriodAccount)RecordVerifier.Check(account, RecordKeys.None, host.Clock.GetUtcNow()).Claim!;

        Assert.NotEmpty(claim.Records);
        Assert.All(claim.Records, record => Assert.EndsWith("/versions/2", record, StringComparison.Ordinal));
        Assert.Equal(["Robin Renamed", "Colin Coleader"], claim.Leaders.Select(leader => leader.Name));
    }

    [Fact]
    public async Task Where_the_leader_was_erased_whoever_corrects_attests()
    {
        var scene = await ErasureScene.Set(host);
        await Requests.Read<ErasureBody>(await scene.Erase(scene.Scene.Leader.Id));
        await Requests.Read<PersonBody>(await scene.Rename(scene.Scene.Trainee, "Robin Renamed"));

        var record = await (await scene.Scene.As(scene.Scene.Trainee)).Bytes(scene.Scene.Path($"records/{scene.Signed.RecordOf(scene.Scene.Trainee)}"), "application/vc+ld+json");
        var claim = RecordVerifier.Check(record, RecordKeys.None, host.Clock.GetUtcNow()).Claim!;

        Assert.Equal((ProvenanceKind.Attested, "Tilda Tutor", "Lena Leader"), (claim.Provenance.Kind, claim.Provenance.By, claim.Leader!.Name));
        Assert.True((await host.Anybody().Verify(record)).Accepted);
        Assert.Null((await scene.Fsck()).Wrong);
    }

    [Fact]
    public async Task An_address_alone_changes_no_record_and_somebody_elses_number_is_refused()
    {
        var scene = await ErasureScene.Set(host);
        var before = (await scene.Fsck()).Counts;
        var path = scene.Scene.Path($"people/{scene.Scene.Trainee.Id}/identity");
        await Requests.Read<PersonBody>(await scene.Scene.Tutor.Put(path, null, new { name = "Tara Trainee", key = "M1", email = "tara@example.org", body = "GMC", number = "9900013" }));
        Assert.Equal(before, (await scene.Fsck()).Counts);
        Assert.Equal("409 person-exists", await (await scene.Rename(scene.Scene.Trainee, "Tara Trainee", scene.Scene.Other.Number)).Refusal());
        Assert.Equal(before, (await scene.Fsck()).Counts);
    }

    [Fact]
    public void Only_names_and_numbers_change_and_whoever_is_called_the_same_keeps_theirs()
    {
        var (old, now) = (new Identity("Sam Same", Body: "GMC", Number: "9900051"), new Identity("Robin Renamed", Body: "GMC", Number: "9900052"));
        var records = new GeneratedRecords(20261122);
        for (var made = 0; made < 200; made++)
        {
            var claim = records.Next().Claim;
            var correction = new Api.Privacy.Correction(claim.Holder.Id, old, now);
            var right = correction.Of(claim, () => true)!;
            Assert.Equal(now.AsHolder(claim.Holder.Id), right.Holder);
            Assert.Equal(JsonSerializer.Serialize(claim with { Holder = right.Holder }, claim.GetType()), JsonSerializer.Serialize(right, right.GetType()));
            Assert.Null(new Api.Privacy.Correction(Guid.NewGuid(), old, now).Of(claim, () => true));
            var attested = claim with { Provenance = Provenance.Attested(old.Name, DateTimeOffset.UnixEpoch) };
            Assert.Null(new Api.Privacy.Correction(Guid.NewGuid(), old, now).Of(attested, () => false));
            Assert.Equal(now.Name, new Api.Privacy.Correction(Guid.NewGuid(), old, now).Of(attested, () => true)!.Provenance.By);
        }
    }

    private static (string?, string?) ListIn(byte[] record)
    {
        var list = JsonDocument.Parse(record).RootElement.GetProperty("endorsement")[0].GetProperty("relatedResource")[1];
        return (list.GetProperty("id").GetString(), list.GetProperty("digestMultibase").GetString());
    }
}
