using Portfolio.Tests.Adapters.Leap2A;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>A trainee's own records as an archive for another portfolio.</summary>
public sealed class Leap2ADownloadTests(SignedHost host) : IClassFixture<SignedHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Scene Scene => host.Scene;

    [Fact]
    public async Task It_holds_the_records_that_stand_and_is_what_importers_take_for_granted()
    {
        var trainee = await Scene.As(Scene.Trainee);
        var answer = await trainee.GetAsync(Path(), Cancellation);
        var zip = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(Leap2ACheck.Faults(zip));
        Assert.Equal(2, Leap2ACheck.Feed(zip).Descendants(Leap2ACheck.Rdf + "type").Count(type => (string)type.Attribute(Leap2ACheck.Rdf + "resource")! == "leap2:resource"));
        Assert.Equal(zip, await trainee.GetByteArrayAsync(Path(), Cancellation));
    }

    [Fact]
    public async Task Days_narrow_it_and_their_order_matters()
    {
        var trainee = await Scene.As(Scene.Trainee);
        foreach (var (days, entries) in new[] { ("?from=2025-05-28&until=2025-05-28", true), ("?from=2025-05-29", false), ("?until=2025-05-27", false) })
            Assert.Equal(entries, Leap2ACheck.Feed(await trainee.GetByteArrayAsync(Path() + days, Cancellation)).Descendants(Leap2ACheck.Atom + "entry").Any());
        Assert.Equal("400 invalid-request", await (await trainee.GetAsync(Path() + "?from=2025-05-28&until=2025-05-27", Cancellation)).Refusal());
    }

    [Fact]
    public async Task It_is_the_trainees_alone()
    {
        foreach (var other in new[] { await Scene.As(Scene.Leader), await Scene.As(Scene.Other), Scene.Tutor })
            Assert.Equal("404 not-found", await (await other.GetAsync(Path(), Cancellation)).Refusal());
    }

    private string Path() => Scene.Path($"trainees/{Scene.Trainee.Id}/leap2a");
}
