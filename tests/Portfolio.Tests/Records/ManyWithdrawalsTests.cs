using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class ManyWithdrawalsTests(TestHost host) : IClassFixture<TestHost>
{
    private const int Sessions = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_withdrawals_at_once_all_land()
    {
        var scene = await Scene.Set(host);
        await Import_a_year(scene);
        var leaders = new[] { await scene.As(scene.Leader), await scene.As(scene.CoLeader) };
        var records = new List<Guid>();
        foreach (var holder in new[] { scene.Trainee, scene.Other })
            records.AddRange((await scene.Tutor.Get<RecordList>(scene.Path($"people/{holder.Id}/records"))).Records.Select(record => record.Id));
        Assert.Equal(2 * Sessions, records.Count);

        // Two of each session, by two leaders.
        var seen = await Task.WhenAll(records.Select(async (record, at) =>
            (Record: record, Leader: leaders[at % 2], (await Requests.Read<SignOffListBody>(await leaders[at % 2].Withdraw(scene, record))).Hash)));
        var answers = await Task.WhenAll(seen.Select(one => one.Leader.Withdraw(scene, one.Record, one.Hash)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var list = JsonNode.Parse(await host.Anybody().GetStringAsync($"/programmes/{scene.Programme}/status/0", Cancellation))!;
        var bits = BitstringStatusList.Decode((string)list["credentialSubject"]!["encodedList"]!);
        Assert.Equal(records.Count, Enumerable.Range(0, bits.Length).Count(index => bits[index]));

        await using var work = await host.Database.Begin(scene.Programme, Cancellation);
        Assert.All(await work.Rows<int>("select status_index from record_version"), index => Assert.True(bits[index]));
        Assert.Empty(await LogCheck.Of(work, (await ProgrammeStore.Find(work, scene.Programme))!, host.Service<PersonKeys>()));
        var kinds = (await ProgrammeLog.All(work)).CountBy(entry => entry.Kind).ToDictionary();
        Assert.Equal((records.Count, records.Count), (kinds["record-withdrawn"], kinds["register-corrected"]));
        Assert.False(await work.Any("select 1 from register_line where minutes > 0"));
        Assert.True(await work.Any("select 1 from session group by programme_id having min(version) = max(version)"));
    }

    private static async Task Import_a_year(Scene scene)
    {
        var sheet = new StringBuilder("group,site,session_date,start,minutes,mode,state,leader_id,co_leader_id,person_id,attendance,minutes_attended,role,follow_up_of\n");
        for (var day = 0; day < Sessions; day++)
            foreach (var person in new[] { "M1", "M2" })
                sheet.Append(CultureInfo.InvariantCulture, $"wed,Riverside,{new DateOnly(2024, 9, 2).AddDays(day):yyyy-MM-dd},15:00,60,in-person,held,L1,L2,{person},present,60,member,\n");
        var answer = await scene.Tutor.PostAsync(scene.Path("imports/registers"), new StringContent(sheet.ToString(), Encoding.UTF8, "text/csv"), Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
