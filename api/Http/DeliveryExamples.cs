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
    ];

    private static JsonElement Schema() => JsonSerializer.SerializeToElement(new { type = "object", properties = new { }, required = Array.Empty<string>(), additionalProperties = false });
}
