using System.Net.Http.Headers;
using System.Text;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Paper;

/// <summary>A month on paper of the scene's group.</summary>
internal static class PaperScene
{
    public const string March = """
        name,2025-03-05,2025-03-12,2025-03-19,26/03/2025
        start,15:00,,,
        minutes,60,,,
        mode,in-person,,Online,
        leader,L. Leader,,,
        co-leader,C Coleader,,,C Coleader
        cancelled,,holiday,,
        Tara  T.,P*,,45,P
        Otto Other,P,,?,a+
        Somebody Else,P,,P,P
        """;

    public const string April = """
        name,2025-04-02,2025-04-09
        start,15:00,
        minutes,60,
        mode,in-person,
        leader,l. leader,
        tara t.,P,0
        Otto Other,n,P
        """;

    public static string Sheets(this Scene scene, string rest = "") => scene.Path($"groups/{scene.Group}/paper-sheets{rest}");

    public static string Confirmation(this Scene scene) => scene.Path($"groups/{scene.Group}/paper-confirmation");

    public static async Task<HttpResponseMessage> HandIn(this HttpClient by, Scene scene, string sheet)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(sheet)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        return await by.PostAsync(new Uri(scene.Sheets(), UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public static async Task<PaperSheetBody> Staged(this Scene scene, string sheet = March) => await Requests.Read<PaperSheetBody>(await scene.Tutor.HandIn(scene, sheet));

    /// <summary>Every name that is not matched, by the first letters of whoever it means; the others are nobody's.</summary>
    public static async Task<PaperSheetBody> Matched(this Scene scene, PaperSheetBody sheet)
    {
        var matches = sheet.Names.Where(name => name.PersonId is null && !name.LeftOut).Select(name => new
        {
            number = name.Number, personId = new[] { scene.Leader, scene.CoLeader, scene.Trainee, scene.Other }
                .FirstOrDefault(person => char.ToUpperInvariant(name.Written[0]) == person.Name[0])?.Id,
        }).ToList();
        return matches.Count == 0 ? sheet : await Requests.Read<PaperSheetBody>(await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            scene.Tutor, scene.Sheets($"/{sheet.Sheet.Id}/names"), new { matches }, TestContext.Current.CancellationToken));
    }

    public static async Task<PaperSheetBody> Checked(this Scene scene, string sheet = March)
    {
        var matched = await scene.Matched(await scene.Staged(sheet));
        return await (await scene.As(scene.CoLeader)).Post<PaperSheetBody>(scene.Sheets($"/{matched.Sheet.Id}/check"), new { });
    }

    public static async Task<PaperConfirmed> Confirmed(this Scene scene, PersonBody? by = null)
    {
        var leader = await scene.As(by ?? scene.Leader);
        var list = await leader.Get<PaperConfirmation>(scene.Confirmation());
        return await leader.Post<PaperConfirmed>(scene.Confirmation(), new { listHash = list.Hash });
    }
}
