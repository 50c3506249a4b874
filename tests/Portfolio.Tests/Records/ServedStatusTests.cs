using System.Net;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class ServedStatusTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawal_is_seen_at_once_in_the_list_and_by_whoever_verifies()
    {
        var (scene, leader, signed) = await Signed();
        var record = signed.RecordOf(scene.Other);
        var jwt = await leader.Bytes(scene.Path($"records/{record}"), "application/vc+jwt");
        var embedded = await leader.Bytes(scene.Path($"records/{record}"), "application/vc");
        Assert.Equal("yes", (await host.Anybody().Verify(jwt)).Standing().Answer);
        var before = await Offline(scene, embedded);
        Assert.All(before.Checks.Where(check => check.Name != CheckNames.InLogBeforeKeyLost), check => Assert.Equal((check.Name, Answer.Yes), (check.Name, check.Answer)));
        host.Clock.Advance(TimeSpan.FromHours(1));

        await leader.Withdrawn(scene, record);

        Assert.Equal(Answer.No, (await Offline(scene, embedded))[CheckNames.NotWithdrawn].Answer);
        foreach (var form in new[] { jwt, embedded })
        {
            var told = await host.Anybody().Verify(form);
            Assert.False(told.Accepted);
            Assert.Equal(("no", $"It was withdrawn on {host.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}."), (told.Standing().Answer, told.Standing().Why));
        }
        // Nobody else's bit is set.
        var others = await leader.Bytes(scene.Path($"records/{signed.RecordOf(scene.Trainee)}"), "application/vc");
        Assert.Equal(Answer.Yes, (await Offline(scene, others))[CheckNames.NotWithdrawn].Answer);
    }

    [Fact]
    public async Task An_amended_record_says_that_its_old_version_was_superseded()
    {
        var (scene, leader, signed) = await Signed();
        var record = signed.RecordOf(scene.Other);
        await leader.Amended(scene, record, minutes: 40);

        var old = await leader.Bytes(scene.Path($"records/{record}/versions/1"), "application/vc");
        var now = await leader.Bytes(scene.Path($"records/{record}"), "application/vc");
        Assert.StartsWith("It was superseded on", (await host.Anybody().Verify(old)).Standing().Why, StringComparison.Ordinal);
        Assert.Equal("yes", (await host.Anybody().Verify(now)).Standing().Answer);
        Assert.Equal(Answer.No, (await Offline(scene, old))[CheckNames.NotWithdrawn].Answer);
        // Signed within the same second, so a second ahead of the clock.
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await Offline(scene, now)).Accepted);
    }

    [Fact]
    public async Task The_same_state_is_the_same_bytes_with_a_tag_and_not_sent_again()
    {
        var (scene, leader, signed) = await Signed();
        var first = await List(scene);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(("application/vc+ld+json", "no-cache"), (first.Content.Headers.ContentType!.MediaType, first.Headers.CacheControl!.ToString()));
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await (await List(scene)).Content.ReadAsByteArrayAsync(Cancellation));
        var same = await List(scene, tag);
        Assert.Equal((HttpStatusCode.NotModified, 0L, tag), (same.StatusCode, same.Content.Headers.ContentLength ?? 0, same.Headers.ETag!.ToString()));

        await leader.Withdrawn(scene, signed.RecordOf(scene.Other));
        var changed = await List(scene, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var list = JsonNode.Parse(await changed.Content.ReadAsStringAsync(Cancellation))!;
        Assert.Equal($"{host.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}", (string?)list["validFrom"]);
        Assert.Equal("BitstringStatusListCredential", (string?)list["type"]![1]);
        var bits = BitstringStatusList.Decode((string)list["credentialSubject"]!["encodedList"]!);
        Assert.Equal(1, Enumerable.Range(0, bits.Length).Count(index => bits[index]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("first")]
    public async Task A_list_that_there_is_not_is_not_found(string list)
    {
        var scene = await Scene.Set(host);
        Assert.Equal("404 not-found", await (await host.Anybody().GetAsync($"/programmes/{scene.Programme}/status/{list}", Cancellation)).Refusal());
        Assert.Equal("404 not-found", await (await host.Anybody().GetAsync($"/programmes/{Guid.NewGuid()}/status/{list}", Cancellation)).Refusal());
    }

    private async Task<(Scene, HttpClient, SignedRegister)> Signed()
    {
        var scene = await Scene.Set(host);
        return (scene, await scene.As(scene.Leader), await scene.Signed(await scene.A_filled_register()));
    }

    // With nothing but what is public, as somebody else would.
    private async Task<CheckedRecord> Offline(Scene scene, byte[] record)
    {
        var keys = RecordKeys.Read(await host.Anybody().Bytes($"/programmes/{scene.Programme}/jwks.json", "*/*"));
        var list = await (await List(scene)).Content.ReadAsByteArrayAsync(Cancellation);
        return RecordVerifier.Check(record, keys, host.Clock.GetUtcNow(), new() { StatusLists = [list] });
    }

    private Task<HttpResponseMessage> List(Scene scene, string? seen = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/programmes/{scene.Programme}/status/0");
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", seen);
        return host.Anybody().SendAsync(request, Cancellation);
    }
}
