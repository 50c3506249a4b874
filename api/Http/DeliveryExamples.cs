using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class DeliveryExamples
{
    private static readonly DateOnly First = new(2025, 2, 5), Last = new(2025, 5, 28);
    private static readonly Guid Portfolio = Examples.Id(90), Pack = Examples.Id(91), Evidence = Examples.Id(63);
    private static readonly UploadPackBody Upload = new(Pack, Examples.Trainee, Portfolio, "Riverside portfolio", Evidence, First, Last, Examples.Signed, Last);

    public static IEnumerable<object> All =>
    [
        new AdapterList([new("upload", "Portfolio without an interface", ["attendance", "period-account"], "same-id", 64, 1 << 20, SignsIn: false, Schema(), Schema())]),
        new NewUploadPack(Portfolio, First, Last, Id: Pack),
        Upload,
        new UploadPackList([Upload], [new(Portfolio, "Riverside portfolio", new(2024, 8, 7), new(2025, 2, 4), Over: true)]),
        new UploadContent(
            "Case-based discussion group, 5 February 2025 to 28 May 2025\nAttended in this period: 14 sessions, 840 minutes.\n",
            [new("Core Psychiatry Curriculum 2022", "1.2", "Communication", $"https://{Examples.Host}/ims/case/v1p1/CFItems/{Examples.Id(92)}")]),
        new Uploaded(Last),
        Line with { Attempts = [new(1, "deliver", Examples.Signed, Examples.Signed.AddSeconds(1), "accepted", null, "200")] },
        new DeliveryList([Line]),
        new DeliveryFound(true),
        new Replay(First, Last),
        new ReplayBody(3),
    ];

    private static DeliveryBody Line => new(
        Examples.Id(93), Portfolio, "Riverside portfolio", Examples.Trainee, Examples.Record, 1, "period-account", "there", "accepted", null, null, 1, Examples.Signed, null,
        Examples.Signed.AddSeconds(1), null, new("1804", "https://portfolio.example.org/entries/1804"));

    private static JsonElement Schema() => JsonSerializer.SerializeToElement(new { type = "object", properties = new { }, required = Array.Empty<string>(), additionalProperties = false });
}
