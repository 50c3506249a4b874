using System.Text.Json;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class RdfcAgainstRdfCanonizeTests
{
    [Fact]
    public Task The_named_graphs_come_out_byte_for_byte_alike() => Compare(RdfCases.Named(), RdfcDigest.Sha256);

    [Fact]
    public Task So_they_do_with_SHA_384() => Compare(RdfCases.Named(), RdfcDigest.Sha384);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Random_graphs_come_out_byte_for_byte_alike(int seed) => Compare(RandomGraphs.Make(seed, 1_000), RdfcDigest.Sha256);

    private static async Task Compare(IEnumerable<RdfCase> graphs, RdfcDigest digest)
    {
        RdfCase[] cases = [.. graphs];
        var input = JsonSerializer.Serialize(cases.Select(c => new { nquads = c.AsNQuads(), digest = digest.ToString().ToLowerInvariant() }));
        var answer = await Checkers.Run("canonize.mjs", input);
        Assert.True(answer.ExitCode == 0, answer.Error);
        var theirs = JsonSerializer.Deserialize<string[]>(answer.Output)!;
        Assert.Equal(cases.Length, theirs.Length);
        foreach (var (ours, their) in cases.Zip(theirs))
            Assert.True(their == ours.Canonical(digest), $"{ours.Name}:\n{ours.AsNQuads()}\ntheirs\n{their}\nours\n{ours.Canonical(digest)}");
    }
}
