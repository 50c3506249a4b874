using System.IO.Compression;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

/// <summary>The one file, unpacked elsewhere and checked by the program as it is shipped: no service, no database.</summary>
public sealed class BundleVerbTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_bundle_is_checked_by_itself_and_one_of_a_withdrawn_record_says_so()
    {
        var scene = await Scene.Set(host);
        var record = (await scene.Signed(await scene.A_filled_register())).Records.First(one => one.Kind == "attendance" && one.PersonId == scene.Other.Id);
        var leader = await scene.As(scene.Leader);
        var change = scene.Path($"records/{record.Id}/withdrawal");

        var (code, answer) = await Verify(leader, scene, record.Id);
        Assert.Equal(0, code);
        Assert.Equal(2, answer.Split("It was neither withdrawn nor superseded").Length - 1);

        var seen = await leader.Post<SignOffListBody>(change, new { reason = "Not there after all" });
        await leader.Post<SignedRegister>(change, new { reason = "Not there after all", listHash = seen.Hash });
        (code, answer) = await Verify(leader, scene, record.Id);
        Assert.Equal(1, code);
        Assert.Equal(2, answer.Split("NOT accepted").Length - 1);
    }

    private static async Task<(int Code, string Answer)> Verify(HttpClient client, Scene scene, Guid record)
    {
        using var folder = new TemporaryFolder();
        await using var bundle = await client.GetStreamAsync(new Uri(scene.Path($"records/{record}/bundle"), UriKind.Relative), TestContext.Current.CancellationToken);
        await ZipFile.ExtractToDirectoryAsync(bundle, folder.Path, TestContext.Current.CancellationToken);
        // The test host signs by a clock of its own, years behind this machine's: what is past is past for both.
        var (code, answer, _) = await HostProcess.Run(Path.Combine(AppContext.BaseDirectory, "Portfolio.Api.dll"), null,
            "verify", "--keys", folder["jwks.json"], "--status", folder["status.json"], folder["record.json"], folder["record.jwt"], "--data", "/nowhere/at/all");
        return (code, answer);
    }
}
