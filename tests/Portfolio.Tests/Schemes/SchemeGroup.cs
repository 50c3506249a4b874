using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Schemes;

/// <summary>A group as the data of a scheme tells it: set up, planned by its rhythm, each session recorded and signed by its first leader.</summary>
internal static class SchemeGroup
{
    public static async Task Hold(SchemeProgramme programme, string key, JsonNode group)
    {
        var tutor = await programme.As(SchemeProgramme.Tutor);
        var from = group["schedule"]!["from"]!.GetValue<string>();
        var made = await tutor.Post<GroupBody>(programme.Path("groups"), new { key, name = $"Group {key}", site = "Riverside", form = group["form"]!.GetValue<string>() });
        programme[key] = $"{made.Id}";
        foreach (var (name, kind) in group["leaders"]!.AsObject())
            await tutor.Post<FactBody>(programme.Path($"groups/{made.Id}/leaders"), new { personId = programme[name], kind = kind!.GetValue<string>(), from });
        foreach (var (name, standing) in group["members"]!.AsObject())
            await tutor.Post<FactBody>(programme.Path($"groups/{made.Id}/members"), new { personId = programme[name], standing = standing!.GetValue<string>(), from });
        if (group["details"] is { } details)
            await programme.Do(new JsonObject { ["post"] = $"groups/{made.Id}/details", ["body"] = details.DeepClone() });
        await programme.Do(new JsonObject { ["post"] = $"groups/{made.Id}/schedule", ["body"] = group["schedule"]!.DeepClone() });
        var sessions = (await tutor.Get<SessionPage>(programme.Path($"groups/{made.Id}/sessions"))).Sessions;
        for (var at = 0; at < sessions.Count; at++)
        {
            programme[$"{key}-{at}"] = $"{sessions[at].Id}";
            if (Holds(group["cancelled"], at))
                await programme.Do(new JsonObject { ["post"] = $"sessions/{sessions[at].Id}/cancellation", ["body"] = new JsonObject { ["reason"] = "other" }, ["version"] = 1 });
            else
                await Sign(programme, group, sessions[at].Id, at);
        }
    }

    private static async Task Sign(SchemeProgramme programme, JsonNode group, Guid session, int at)
    {
        string[] leaders = [.. group["leaders"]!.AsObject().Select(leader => leader.Key)];
        string[] members = [.. group["members"]!.AsObject().Select(member => member.Key)];
        string[] there = [.. members.Where(member => !Holds(group["absent"]?[member], at))];
        var cases = group["cases"]?.GetValue<int>() ?? 0;
        var leader = await programme.As(leaders[0]);
        await leader.PutWithMatch<SessionBody>(programme.Path($"sessions/{session}/register"), 1, new
        {
            mode = Holds(group["online"], at) ? "online" : "in-person", leaderId = programme[leaders[0]], coLeaderId = leaders.Length > 1 ? programme[leaders[1]] : null,
            lines = members.Select(member => Line(programme[member], there.Contains(member), group["minutes"]?[member]?[$"{at}"]?.GetValue<int>(),
                presented: Enumerable.Range(at * cases, cases).Any(turn => members[turn % members.Length] == member),
                followedUp: at > 0 && group["followUps"] is not null && Enumerable.Range((at - 1) * cases, cases).Any(turn => members[turn % members.Length] == member))),
        });
        var seen = await leader.Get<SignOffListBody>(programme.Path($"sessions/{session}/sign-off"));
        await leader.Post<SignedRegister>(programme.Path($"sessions/{session}/sign-off"), new { listHash = seen.Hash });
        if (group["vouched"] is { } by)
        {
            var other = await programme.As(by.GetValue<string>());
            var list = await other.Post<SignOffListBody>(programme.Path($"sessions/{session}/leading"), new { });
            await other.Post<SignedRegister>(programme.Path($"sessions/{session}/leading"), new { listHash = list.Hash });
        }
    }

    // Whoever's turn it is and who is away presents nothing; nobody takes the turn.
    private static object Line(string personId, bool there, int? minutes, bool presented, bool followedUp) => new
    {
        personId, attendance = !there ? "absent" : minutes is null ? "present" : "partial", minutes, presented = there && presented, followedUp = there && followedUp,
    };

    private static bool Holds(JsonNode? list, int at) => list?.AsArray().Any(item => item!.GetValue<int>() == at) is true;
}
