using System.Net.Http.Headers;
using System.Net.Http.Json;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>Withdrawing, amending and reading single records, as requests.</summary>
internal static class Changing
{
    public static Task<HttpResponseMessage> Withdraw(this HttpClient signer, Scene scene, Guid record, string? listHash = null) =>
        signer.PostAsJsonAsync(scene.Path($"records/{record}/withdrawal"), new { reason = "Another week's sheet", listHash });

    public static Task<HttpResponseMessage> Amend(
        this HttpClient signer, Scene scene, Guid record, int? minutes = null, string? mode = null, string? listHash = null) =>
        signer.PostAsJsonAsync(scene.Path($"records/{record}/amendments"), new { reason = "Left early", minutes, mode, listHash });

    /// <summary>Looks at what would end, then signs it.</summary>
    public static async Task<(SignOffListBody Seen, SignedRegister Done)> Withdrawn(this HttpClient signer, Scene scene, Guid record)
    {
        var seen = await Requests.Read<SignOffListBody>(await signer.Withdraw(scene, record));
        return (seen, await Requests.Read<SignedRegister>(await signer.Withdraw(scene, record, seen.Hash)));
    }

    public static async Task<(SignOffListBody Seen, SignedRegister Done)> Amended(
        this HttpClient signer, Scene scene, Guid record, int? minutes = null, string? mode = null)
    {
        var seen = await Requests.Read<SignOffListBody>(await signer.Amend(scene, record, minutes, mode));
        return (seen, await Requests.Read<SignedRegister>(await signer.Amend(scene, record, minutes, mode, seen.Hash)));
    }

    public static Task<HttpResponseMessage> Form(this HttpClient reader, string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return reader.SendAsync(request);
    }

    public static async Task<byte[]> Bytes(this HttpClient reader, string path, string accept)
    {
        var answer = await reader.Form(path, accept);
        Assert.True(answer.IsSuccessStatusCode, $"{accept}: {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public static async Task<VerificationBody> Verify(this HttpClient anybody, byte[] record)
    {
        var content = new ByteArrayContent(record);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        return await Requests.Read<VerificationBody>(await anybody.PostAsync("/v1/verify", content));
    }

    /// <summary>What was answered about whether it stands.</summary>
    public static CheckBody Standing(this VerificationBody record) => record.Checks.Single(check => check.Name == "not-withdrawn-or-superseded");

    public static Guid RecordOf(this SignedRegister signed, PersonBody person, string kind = "attendance") =>
        signed.Records.Single(record => record.PersonId == person.Id && record.Kind == kind).Id;
}
