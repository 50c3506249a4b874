using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Sessions;

public sealed class MeetingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_other_person_confirms_what_they_saw_in_one_tap_and_then_it_stays()
    {
        var scene = await Scene.Set(host);
        var (writer, other) = (await scene.As(scene.Trainee), await scene.As(scene.Other));
        var meeting = await writer.Post<MeetingBody>(Path(scene), Said(withId: scene.Other.Id, partner: "Petra Partner"));
        var seen = Assert.Single((await other.Get<MeetingList>(scene.Path($"people/{scene.Other.Id}/meetings"))).OfOthers);
        Assert.Equal((meeting.Id, null), (seen.Id, seen.Partner));
        var changed = await writer.PutWithMatch<MeetingBody>(scene.Path($"meetings/{meeting.Id}"), 1, Said(minutes: 30, withId: scene.Other.Id, partner: "Petra Partner"));

        Assert.Equal("412 version-stale", await (await Confirm(other, seen.Version)).Refusal());
        Assert.True((await Confirm(other, changed.Version)).IsSuccessStatusCode);
        Assert.True((await Confirm(other, changed.Version)).IsSuccessStatusCode);

        var confirmed = Assert.Single((await writer.Get<MeetingList>(Path(scene))).Written);
        Assert.Equal((30, "Petra Partner", host.Clock.GetUtcNow()), (confirmed.Minutes, confirmed.Partner, confirmed.ConfirmedAt));
        Assert.Equal("409 meeting-confirmed", await (await writer.Put(scene.Path($"meetings/{meeting.Id}"), confirmed.Version, Said(withId: scene.Other.Id))).Refusal());
        Assert.Equal(204, (int)(await writer.DeleteAsync(scene.Path($"meetings/{meeting.Id}"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await other.Get<MeetingList>(scene.Path($"people/{scene.Other.Id}/meetings"))).OfOthers);

        Task<HttpResponseMessage> Confirm(HttpClient by, int version) => by.Put(scene.Path($"meetings/{meeting.Id}/confirmation"), version, new { });
    }

    [Fact]
    public async Task The_writer_does_not_confirm_it_and_the_other_does_not_change_it()
    {
        var scene = await Scene.Set(host);
        var (writer, other) = (await scene.As(scene.Trainee), await scene.As(scene.Other));
        var meeting = await writer.Post<MeetingBody>(Path(scene), Said(withId: scene.Other.Id));
        Assert.Equal("404 not-found", await (await writer.Put(scene.Path($"meetings/{meeting.Id}/confirmation"), 1, new { })).Refusal());
        Assert.Equal("404 not-found", await (await other.Put(scene.Path($"meetings/{meeting.Id}"), 1, Said(withId: scene.Other.Id))).Refusal());
        Assert.Equal("404 not-found", await (await other.DeleteAsync(scene.Path($"meetings/{meeting.Id}"), TestContext.Current.CancellationToken)).Refusal());
        Assert.Equal("404 not-found", await (await scene.Tutor.GetAsync(Path(scene), TestContext.Current.CancellationToken)).Refusal());
    }

    [Fact]
    public async Task What_cannot_have_been_is_refused()
    {
        var scene = await Scene.Set(host);
        var writer = await scene.As(scene.Trainee);
        Assert.Equal("422 meeting-refused", await Refused(Said()));
        Assert.Equal("422 meeting-refused", await Refused(Said(withId: scene.Other.Id, heldOn: "2025-06-03")));
        Assert.Equal("422 meeting-with-oneself", await Refused(Said(withId: scene.Trainee.Id)));
        Assert.Equal("422 person-unknown", await Refused(Said(withId: Guid.CreateVersion7())));
        Assert.Equal("422 meeting-form-unknown", await Refused(Said(withId: scene.Other.Id, form: "unheard-of")));

        async Task<string> Refused(object said) => await (await writer.PostAsJsonAsync(Path(scene), said, TestContext.Current.CancellationToken)).Refusal();
    }

    [Fact]
    public async Task No_record_comes_of_it()
    {
        var scene = await Scene.Set(host);
        var writer = await scene.As(scene.Trainee);
        await writer.Post<MeetingBody>(Path(scene), Said(withId: scene.Other.Id));
        Assert.Empty((await writer.Get<RecordList>(scene.Path($"people/{scene.Trainee.Id}/records"))).Records);
    }

    private static string Path(Scene scene) => scene.Path($"people/{scene.Trainee.Id}/meetings");

    private static object Said(int minutes = 60, Guid? withId = null, string? partner = null, string heldOn = "2025-05-28", string form = "one-to-one-supervision") =>
        new { heldOn, minutes, form, mode = "online", role = "was-supervised", withId, partner };
}
