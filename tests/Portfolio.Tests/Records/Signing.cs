using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>The acts of signing and correcting, as requests.</summary>
internal static class Signing
{
    public static Task<HttpResponseMessage> AskForList(this HttpClient signer, Scene scene, Guid session) => signer.GetAsync(scene.Path($"sessions/{session}/sign-off"));

    public static async Task<SignOffListBody> List(this HttpClient signer, Scene scene, Guid session) =>
        await Requests.Read<SignOffListBody>(await signer.AskForList(scene, session));

    public static Task<HttpResponseMessage> Sign(this HttpClient signer, Scene scene, Guid session, string listHash) =>
        signer.PostAsJsonAsync(scene.Path($"sessions/{session}/sign-off"), new { listHash });

    public static Task<HttpResponseMessage> Correct(this HttpClient signer, Scene scene, Guid session, object register, string? listHash = null) =>
        signer.PostAsJsonAsync(scene.Path($"sessions/{session}/corrections"), new { register, reason = "Otto came after all", listHash });

    /// <summary>Looks at the difference, then signs it.</summary>
    public static async Task<(SignOffListBody Seen, SignedRegister Done)> Corrected(this HttpClient signer, Scene scene, Guid session, object register)
    {
        var seen = await Requests.Read<SignOffListBody>(await signer.Correct(scene, session, register));
        return (seen, await Requests.Read<SignedRegister>(await signer.Correct(scene, session, register, seen.Hash)));
    }

    public static async Task<string> Jwt(this HttpClient reader, Scene scene, Guid record, int? version = null) =>
        (await reader.Get<RecordBody>(scene.Path($"records/{record}" + (version is null ? "" : $"/versions/{version}")))).Jwt;

    public static async Task<SessionBody> Fill(this HttpClient leader, Scene scene, SessionBody session, object register) =>
        await leader.PutWithMatch<SessionBody>(scene.Path($"sessions/{session.Id}/register"), session.Version, register);

    /// <summary>Both leaders' mandates end on this day.</summary>
    public static async Task EndMandates(this Scene scene, string until)
    {
        var leaders = (await scene.Tutor.Get<PlacesInGroup>(scene.Path($"groups/{scene.Group}/leaders")));
        foreach (var mandate in leaders.People)
            (await scene.Tutor.PutAsJsonAsync(scene.Path($"groups/{scene.Group}/leaders/{mandate.Id}/last-day"), new { until })).EnsureSuccessStatusCode();
    }
}
