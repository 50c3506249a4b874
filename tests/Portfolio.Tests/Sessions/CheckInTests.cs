using Portfolio.Api.Http;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

/// <summary>Checking in over the interface: what the leader shows, what a phone shows back.</summary>
public sealed class CheckInTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateTimeOffset Noon = new(2025, 6, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Nobody_checks_in_until_a_group_turns_it_on_and_the_register_is_complete_without_it()
    {
        var scene = await CheckInScene.Set(host, on: false);

        Assert.Equal(("check-in-off", null), ((await scene.Show()).Why, (await scene.Show()).Code));
        Assert.Equal("409 check-in-off", await scene.Refusal(scene.Scene.Trainee, "K7P4XQ"));
        Assert.False((await scene.CheckedIn()).On);
        await scene.Switch(true);
        Assert.NotNull((await scene.Show()).Code);
        await scene.In(scene.Scene.Trainee);
        await scene.Switch(false);
        Assert.Equal("409 check-in-off", await scene.Refusal(scene.Scene.Other, "K7P4XQ"));
    }

    [Fact]
    public async Task Whoever_shows_the_code_is_in_once_with_who_and_when_and_the_register_says_nothing_yet()
    {
        var scene = await CheckInScene.Set(host);
        var first = await scene.In(scene.Scene.Trainee);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = await scene.In(scene.Scene.Trainee);

        Assert.Equal((scene.Session.Id, scene.Scene.Trainee.Id, Noon, false), (first.SessionId, first.PersonId, first.At, first.Visiting));
        Assert.Equal(first, second);
        Assert.Equal([first], (await scene.CheckedIn()).CheckIns);
        Assert.Null((await (await scene.Scene.As(scene.Scene.Leader)).Get<SessionBody>(scene.Scene.Path($"sessions/{scene.Session.Id}"))).Register);
    }

    [Fact]
    public async Task A_code_is_good_for_its_half_minute_and_the_next_and_a_picture_that_is_sent_on_is_over()
    {
        var scene = await CheckInScene.Set(host);
        var code = (await scene.Show()).Code!;
        host.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.NotEqual(code, (await scene.Show()).Code);
        await scene.In(scene.Scene.Trainee, code.ToLowerInvariant());
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("422 check-in-code-over", await scene.Refusal(scene.Scene.Other, code));
        Assert.Equal("422 check-in-code-wrong", await scene.Refusal(scene.Scene.Other, "333333"));
        var other = await CheckInScene.Set(host);
        Assert.Equal("422 check-in-code-wrong", await scene.Refusal(scene.Scene.Other, (await other.Show()).Code!));
    }

    [Fact]
    public async Task Too_early_and_too_late_are_told_with_the_time()
    {
        var scene = await CheckInScene.Set(host);
        host.Clock.Set(Noon.AddMinutes(-31));
        Assert.Equal("409 check-in-early", await scene.Refusal(scene.Scene.Trainee, "K7P4XQ"));
        Assert.Equal("check-in-early", (await scene.Show()).Why);
        host.Clock.Set(Noon.AddMinutes(60));
        Assert.Equal("409 check-in-late", await scene.Refusal(scene.Scene.Trainee, "K7P4XQ"));
        host.Clock.Set(Noon.AddMinutes(59));
        await scene.In(scene.Scene.Trainee);
    }

    [Fact]
    public async Task Somebody_of_another_group_says_that_they_visit_and_a_leader_does_not_check_in()
    {
        var scene = await CheckInScene.Set(host);
        var guest = await scene.Scene.Person("Gwen Guest", "G1", "9900021");

        Assert.Equal("409 check-in-other-group", await scene.Refusal(guest, (await scene.Show()).Code!));
        Assert.True((await scene.In(guest, visiting: true)).Visiting);
        Assert.Equal("409 check-in-by-leader", await scene.Refusal(scene.Scene.CoLeader, (await scene.Show()).Code!));
        Assert.False((await scene.In(scene.Scene.Trainee, visiting: true)).Visiting);
    }

    [Fact]
    public async Task Nobody_checks_in_to_what_is_signed_or_cancelled()
    {
        var scene = await CheckInScene.Set(host);
        var leader = await scene.Scene.As(scene.Scene.Leader);
        var filled = await leader.PutWithMatch<SessionBody>(scene.Scene.Path($"sessions/{scene.Session.Id}/register"), scene.Session.Version, scene.Scene.Register());
        await scene.Scene.Signed(filled);
        Assert.Equal("409 session-signed", await scene.Refusal(scene.Scene.Trainee, "K7P4XQ"));
        Assert.Equal("session-signed", (await scene.Show()).Why);
    }

    [Fact]
    public void What_a_browser_keeps_opens_that_session_alone_and_for_ten_minutes()
    {
        var (checkIns, programme, session) = (host.Service<CheckIns>(), Guid.CreateVersion7(), Guid.CreateVersion7());
        host.Clock.Set(Noon);
        var note = checkIns.Note(programme, session);

        Assert.True(checkIns.Knows(programme, session, note));
        Assert.False(checkIns.Knows(programme, Guid.CreateVersion7(), note));
        Assert.False(checkIns.Knows(Guid.CreateVersion7(), session, note));
        foreach (var bad in new[] { null, "", "AAAA", "%%%", note[..^1], note + "A", "B" + note[1..], new string('A', 54) })
            Assert.False(checkIns.Knows(programme, session, bad));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(checkIns.Knows(programme, session, note));
    }

    [Fact]
    public void Codes_of_two_sessions_or_two_times_differ_and_look_like_codes()
    {
        var (one, two) = (new byte[32], new byte[32]);
        two[31] = 1;
        var codes = Enumerable.Range(0, 120).SelectMany(step => new[] { CheckInCode.Of(one, Noon.AddSeconds(30 * step)), CheckInCode.Of(two, Noon.AddSeconds(30 * step)) }).ToList();

        Assert.Equal(240, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[346789BCDFGHJKMPQRTVWXY]{6}$", code));
        Assert.Equal(CheckInCode.Of(one, Noon), CheckInCode.Of(one, Noon.AddSeconds(29)));
        Assert.Equal(Noon.AddSeconds(30), CheckInCode.ChangesAt(Noon.AddSeconds(29)));
    }
}
