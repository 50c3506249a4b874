using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class EmbedExamples
{
    private const string Base = "https://portfolio.example.org/", Picture = Base + "embed/pictures/AZig…Xk4.svg";
    private static readonly string Integrity = "sha384-" + Convert.ToBase64String(new byte[48]);
    private const string Alternative = "Core psychotherapy: On track. 14 of 25 sessions. The year: 1 attended, 1 to come.";

    public static IEnumerable<object> All =>
    [
        new EmbedToken("pe_AZig…", 600, Base + "embed/progress", Picture, Alternative, Base + "oembed?url=https%3A%2F%2Fportfolio.example.org%2Fembed%2Fpictures%2FAZig%E2%80%A6Xk4.svg",
            Base + "embed/1.0/cbd-group-progress.js", Integrity),
        new EmbeddedProgress(
            new(2025, 6, 2), "en-GB", "Core psychotherapy", ProgressState.OnTrack, "On track", ["The last day for it is 5 August 2025."],
            [new("Sessions attended", ProgressState.OnTrack, "On track", 14, 25, "14 of 25 sessions", "11 more of the 12 sessions left before 5 August 2025.")],
            "The year: 1 attended, 1 to come.",
            [
                new("May 2025", [new(new(2025, 5, 28), "Wednesday 28 May 2025", "attended", "Attended")]),
                new("Jun 2025", [new(new(2025, 6, 4), "Wednesday 4 June 2025", "to-come", "To come")]),
            ],
            [new("attended", "attended", 1), new("to-come", "to come", 1)], Examples.Signed.AddMinutes(10)),
        new ServiceDescription(
            "Portfolio", Base + "for-platforms", Base + "openapi/v1.yaml", [new("v1")],
            [new("feed", "Portfolio feed, version 1", "Pull what trainees permit.", new Dictionary<string, string> { ["read"] = Base + "v1/programmes/{programmeId}/feed" })],
            new("1.0", Base + "embed/1.0/cbd-group-progress.js", Integrity, Base + "embed/cbd-group-progress.js")),
        new OEmbedPhoto("photo", "1.0", Alternative, Picture, 720, 420, "Portfolio", Base, 540),
    ];
}
