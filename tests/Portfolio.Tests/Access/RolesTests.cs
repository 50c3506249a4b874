using System.Text;
using Dapper;
using Npgsql;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Access;

/// <summary>Who gets in where. Whoever is not named is told that there is nothing; whoever is not signed in, to sign in.</summary>
public sealed class RolesTests(Cast cast) : IClassFixture<Cast>
{
    private const string Everybody = "trainee other-trainee leader former-leader other-group's-leader supervisor tutor";

    /// <summary>Of the trainee, their group and a session of it that the former leader still led.</summary>
    private static readonly IReadOnlyDictionary<string, string> In = new Dictionary<string, string>
    {
        ["ReadProgramme"] = Everybody,
        ["ListPeople"] = "tutor",
        ["AddPerson"] = "tutor",
        ["ReadPerson"] = "trainee supervisor tutor",
        ["AddPlacement"] = "tutor",
        ["AddClockStop"] = "tutor",
        ["AddSupervision"] = "tutor",
        ["AddAppointment"] = "tutor",
        ["ListGroups"] = Everybody,
        ["AddGroup"] = "tutor",
        ["ReadGroup"] = "leader tutor",
        ["ListMembers"] = "leader tutor",
        ["ListLeaders"] = "leader tutor",
        ["AddMember"] = "tutor",
        ["AddLeader"] = "tutor",
        ["EndMembership"] = "tutor",
        ["EndMandate"] = "tutor",
        ["ListSessions"] = "leader tutor",
        ["AddSession"] = "leader tutor",
        ["ReadSession"] = "leader former-leader tutor",
        ["FillRegister"] = "leader former-leader tutor",
        ["CancelSession"] = "leader former-leader tutor",
        ["ReadSignOffList"] = "leader former-leader tutor",
        ["SignOff"] = "leader former-leader tutor",
        ["VouchForLeading"] = "leader former-leader tutor",
        ["CorrectRegister"] = "leader former-leader tutor",
        ["SignAccount"] = "leader tutor",
        ["ReadRecord"] = "trainee leader former-leader supervisor tutor",
        ["ReadRecordVersion"] = "trainee leader former-leader supervisor tutor",
        ["DownloadRecord"] = "trainee leader former-leader supervisor tutor",
        ["WithdrawRecord"] = "leader former-leader tutor",
        ["AmendRecord"] = "leader former-leader tutor",
        ["ListRecords"] = "trainee supervisor tutor",
        ["ReadCheckpoint"] = Everybody,
        ["ReadProgress"] = "trainee supervisor tutor",
        ["ListRequirementPacks"] = Everybody,
        ["AddPlatform"] = "tutor",
        ["ListPlatforms"] = Everybody,
        ["Connect"] = Everybody,
        ["ListConnections"] = Everybody,
        ["ReadConnection"] = "trainee",
        ["Disconnect"] = "trainee",
        ["ReadFeed"] = "platform",
        ["ImportPeople"] = "tutor",
        ["ImportClockStops"] = "tutor",
        ["ImportRegisters"] = "tutor",
    };

    public static TheoryData<string> Endpoints { get; } = [.. In.Keys];

    [Fact]
    public void Every_endpoint_with_a_relation_stands_in_the_table() =>
        Assert.Equal(In.Keys.Order(), cast.WithRelation.Select(Cast.NameOf).Order());

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Each_role_gets_in_where_the_table_says_so_and_nowhere_else(string endpoint)
    {
        var outcomes = new List<(string, string)>();
        foreach (var (role, client) in cast.Roles)
            outcomes.Add((role, await Outcome(await Cast.Ask(client, cast.WithRelation.Single(of => Cast.NameOf(of) == endpoint), cast.Ids))));

        Assert.Equal(cast.Roles.Keys.Select(role => (role, Expected(endpoint, role))), outcomes);
    }

    [Theory]
    [InlineData("trainee leader former-leader")]
    public async Task When_somebody_presented_is_for_them_and_the_leaders_alone(string roles)
    {
        var ids = new Dictionary<string, string>(cast.Ids) { ["recordId"] = $"{cast.Presentation}" };
        foreach (var endpoint in cast.WithRelation.Where(of => Cast.NameOf(of) is "ReadRecord" or "ReadRecordVersion" or "DownloadRecord"))
            foreach (var role in Everybody.Split(' '))
                Assert.Equal((role, roles.Split(' ').Contains(role) ? "in" : "404 not-found"), (role, await Outcome(await Cast.Ask(cast.Roles[role], endpoint, ids))));
    }

    [Fact]
    public async Task What_is_absent_and_what_is_somebody_elses_answer_the_same_bytes()
    {
        var stranger = cast.Roles["other-programme's-tutor"];
        var answers = new HashSet<string>();
        foreach (var endpoint in cast.WithRelation.Where(of => of.RoutePattern.Parameters.Count > 1))
        {
            var absent = cast.Ids.ToDictionary(id => id.Key, id => id.Key is "programmeId" or "number" ? id.Value : $"{Guid.CreateVersion7()}");
            var nowhere = cast.Ids.ToDictionary(id => id.Key, id => id.Key == "number" ? id.Value : $"{Guid.CreateVersion7()}");
            answers.Add(await Whole(await Cast.Ask(stranger, endpoint, cast.Ids)));
            answers.Add(await Whole(await Cast.Ask(stranger, endpoint, absent)));
            answers.Add(await Whole(await Cast.Ask(stranger, endpoint, nowhere)));
            answers.Add(await Whole(await Cast.Ask(cast.Roles["other-trainee"], endpoint, absent)));
        }
        answers.Add(await Whole(await cast.Roles["trainee"].GetAsync(cast.Scene.Path("no/such/path"), TestContext.Current.CancellationToken)));
        Assert.StartsWith("404", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_way_to_sign_in_it_says_so_for_absent_programmes_too()
    {
        var real = await Scene.Set(cast.Host);
        await using (var connection = new NpgsqlConnection(await cast.Host.Superuser()))
            await connection.ExecuteAsync("update programme set demonstration = false where id = @id", new { id = real.Programme });
        var answers = new HashSet<string>();
        foreach (var programme in new[] { real.Programme, Guid.CreateVersion7() })
            foreach (var endpoint in cast.WithRelation)
                answers.Add(await Whole(await Cast.Ask(cast.Host.Anybody(), endpoint, new Dictionary<string, string>(cast.Ids) { ["programmeId"] = $"{programme}" })));
        Assert.Contains("sign-in-not-configured", Assert.Single(answers), StringComparison.Ordinal);
        Assert.StartsWith("503", answers.Single(), StringComparison.Ordinal);
    }

    private static string Expected(string endpoint, string role) => role switch
    {
        "anybody" or "garbage" or "expired" => "401 sign-in-needed",
        _ when In[endpoint].Split(' ').Contains(role) => "in",
        _ => "404 not-found",
    };

    // Inside, a request this bare is refused for what it lacks; what counts is that it was let in.
    private static async Task<string> Outcome(HttpResponseMessage answer)
    {
        var refusal = answer.IsSuccessStatusCode ? null : await answer.Refusal();
        return refusal is null || ((int)answer.StatusCode < 500 && refusal is not ("401 sign-in-needed" or "404 not-found")) ? "in" : refusal;
    }

    private static async Task<string> Whole(HttpResponseMessage answer)
    {
        var whole = new StringBuilder($"{(int)answer.StatusCode}\n");
        foreach (var header in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal))
            whole.Append(header.Key).Append(": ").AppendJoin(", ", header.Value).Append('\n');
        return whole.Append(await answer.Content.ReadAsStringAsync()).ToString();
    }
}
