using System.Security.Cryptography;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// Records of format version 1 as they were issued once, with the public keys of their day. They verify for ever: a change that
// breaks one is a new format version. Files are written only by PORTFOLIO_APPROVE=1, and only where there is none yet.
internal static class GoldenRecords
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Checkers.Folder, "..", "Portfolio.Tests", "Golden", "records-v1"));

    public static IEnumerable<string> Files => RecordSamples.Claims.Keys.SelectMany(name => new[] { $"{name}.json", $"{name}.jwt" });

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    public static RecordKeys Keys() => RecordKeys.Read(Read("jwks.json")).And(RecordKeys.Read(Read("did.json")));

    public static bool Approving => Environment.GetEnvironmentVariable("PORTFOLIO_APPROVE") == "1";

    // All of them under new keys whose private halves nobody keeps.
    public static void Make()
    {
        if (Directory.Exists(Folder))
            return;
        Directory.CreateDirectory(Folder);
        foreach (var name in RecordSamples.Claims.Keys)
        {
            var signed = RecordSamples.SignedAs(name);
            Write($"{name}.json", signed.Embedded!);
            Write($"{name}.jwt", signed.Jwt);
        }
        RecordKey[] keys = [RecordSamples.RsaKey, RecordSamples.Ed25519RecordKey];
        Write("jwks.json", ProgrammeDocument.KeySet(keys));
        Write("did.json", ProgrammeDocument.Did(RecordSamples.Issuer.Id, keys));
        Write("status.json", StatusList.Sign(RecordSamples.Header().Status.List, RecordSamples.Signed, new BitstringStatusList(), RecordSamples.Programme25));
    }

    private static void Write(string file, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, file), bytes);
}
