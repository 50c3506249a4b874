using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Records;

namespace Portfolio.Benchmarks;

// The same record under @digitalbazaar/vc, in the same run; said clearly where Node or its packages are not there.
internal static class NodeComparison
{
    public static void Print(byte[] record)
    {
        var folder = Path.Combine(Root(), "tests", "checkers");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            Console.WriteLine("       -        -  @digitalbazaar/vc: not measured, tests/checkers has no node_modules (tests/run makes it)");
            return;
        }
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["benchmark.mjs"])
            {
                WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
            })!;
            var did = JsonNode.Parse(ProgrammeDocument.Did(RecordSamples.Issuer.Id, [RecordSamples.Ed25519RecordKey]))!;
            var input = new JsonObject { ["record"] = JsonNode.Parse(record), ["documents"] = new JsonObject { [RecordSamples.Issuer.Id] = did } };
            node.StandardInput.Write(input.ToJsonString());
            node.StandardInput.Close();
            Console.Write(node.StandardOutput.ReadToEnd());
            node.WaitForExit();
        }
        catch (Win32Exception)
        {
            Console.WriteLine("       -        -  @digitalbazaar/vc: not measured, Node.js is not there");
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portfolio.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run inside the repository.");
        return folder.FullName;
    }
}
