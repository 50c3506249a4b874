using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Paper;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about sheets of paper registers.</summary>
internal static class ExamplesOfPaper
{
    public static async Task<Dictionary<string, Example>> Make(TestHost host)
    {
        var (toMatch, toConfirm) = (await Scene.Set(host), await Scene.Set(host));
        var sheet = await toMatch.Staged();
        await toConfirm.Checked();
        var leader = await toConfirm.As(toConfirm.Leader);
        return new()
        {
            ["MatchPaperNames"] = Example.Of(HttpMethod.Put, toMatch.Sheets($"/{sheet.Sheet.Id}/names"), new { matches = new[] { new { number = 1, personId = toMatch.Leader.Id } } }, toMatch.Tutor),
            ["ConfirmPaperSheets"] = Example.Of(HttpMethod.Post, toConfirm.Confirmation(),
                new { listHash = (await leader.Get<PaperConfirmation>(toConfirm.Confirmation())).Hash }, leader),
        };
    }
}
