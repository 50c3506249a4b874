using System.Net;
using System.Text.Json.Nodes;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>A client's id makes a repeated request one request.</summary>
public sealed class ClientIdTests(ExampleHost examples) : IClassFixture<ExampleHost>
{
    public static TheoryData<string> Creating { get; } =
        ["AddPanelNote", "AnswerPanel", "AskBack", "FreezeEvidencePack", "QueryRegister", "AddAgreement", "AddGroupDetails", "AddMeeting", "AddMeetingForm", "AddProfession", "AddQualification", "PlanSchedule",
         "AddAddress", "AddAppointment", "AddClockStop", "AddGroup", "AddLeader", "AddLtiRegistration", "AddMember", "AddPerson", "AddPlacement", "AddPlatform", "AddPlatformSecret", "AddRequirement", "AddSession", "AddSupervision",
         "Connect", "HandInRecord", "MakeProgramme", "MakeUploadPack", "OpenAssessment", "OrderExport", "PlaceHold", "SendLink", "StateElsewhere"];

    [Fact]
    public void Everything_that_creates_takes_a_clients_id() =>
        Assert.Equal(Creating.Select(row => row.Data).Order(), examples.Examples.Where(example => example.Value.Body.ContainsKey("id")).Select(example => example.Key).Order());

    [Theory]
    [MemberData(nameof(Creating))]
    public async Task The_same_body_again_is_200_another_is_409_and_somebody_elses_id_is_404(string endpoint)
    {
        var example = examples.Examples[endpoint];

        // All at once the first time: one of them makes it, the rest find it made.
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => example.Send(example.Body)));
        var again = await example.Send(example.Body);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Created], made.Select(answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await Text(made.Single(answer => answer.StatusCode == HttpStatusCode.Created)), await Text(again));
        // An id alone has no other body.
        if (example.Body.Count == 1)
            return;
        Assert.Equal("409 id-taken", await (await example.Send(Another(example.Body))).Refusal());
        if (example.SomebodyElse is { } other)
        {
            Assert.Equal("404 not-found", await (await example.Send(example.Body, other)).Refusal());
            Assert.Equal("404 not-found", await (await example.Send(Another(example.Body), other)).Refusal());
        }
    }

    private static JsonNode Another(JsonObject body)
    {
        var another = body.DeepClone();
        if (body.ContainsKey("kinds"))
            another["kinds"] = new JsonArray("follow-up");
        else if (body.ContainsKey("address"))
            another["address"] = "another@example.net";
        else if (body.ContainsKey("note") || body.ContainsKey("keeper") || body.ContainsKey("record"))
            another[body.ContainsKey("note") ? "note" : body.ContainsKey("keeper") ? "keeper" : "record"] = "Other words";
        else if (body.ContainsKey("leaderId"))
            another["leaderId"] = $"{Guid.CreateVersion7()}";
        else if (body.ContainsKey("question") || body.ContainsKey("says"))
            another[body.ContainsKey("question") ? "question" : "says"] = "Other words";
        else if (body.ContainsKey("answer"))
            another["answer"] = "Other words";
        else if (body.ContainsKey("asOf"))
            another["asOf"] = "2025-05-30";
        else if (body.ContainsKey("evidencePackId"))
            another["from"] = "2025-05-02";
        else if (body.ContainsKey("clauses"))
            another["clauses"] = new JsonArray("Another clause");
        else if (body.ContainsKey("peers") || body.ContainsKey("doings"))
            another["minutes"] = 17;
        else if (body.ContainsKey("reason"))
            another["reason"] = "Another reason";
        else
            another[body.ContainsKey("name") ? "name" : body.ContainsKey("until") ? "until" : "heldOn"] = body.ContainsKey("name") ? "Another name" : "2031-01-01";
        return another;
    }

    private static async Task<string> Text(HttpResponseMessage answer)
    {
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        // A platform's secret is shown once.
        body.Remove("secret");
        return body.ToJsonString();
    }
}
