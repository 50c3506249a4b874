using System.Text.RegularExpressions;
using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Records;

/// <summary>`keys` and `fsck` as processes, over an imported year.</summary>
public sealed partial class KeysVerbTests(ImportedYear year) : IClassFixture<ImportedYear>
{
    [Fact]
    public async Task Keys_are_rotated_and_lost_and_fsck_follows()
    {
        using var folder = new TemporaryFolder();
        await year.Run("export", "--programme", ImportedYear.Programme, "--out", folder["before"]);
        var checkpoint = Path.Combine(folder["before"], "checkpoint.json");
        await Whole("--checkpoint", checkpoint);

        var first = KeyLine().Match((await Keys("list")).Answer).Groups[1].Value;
        Assert.Equal(0, (await Keys("rotate")).Code);
        Assert.Equal(2, (await Keys("list")).Answer.TrimEnd('\n').Split('\n').Length);
        await Whole("--checkpoint", checkpoint);

        var lost = await Keys("lost", "--key", first, "--from", "100");
        Assert.Equal((0, $"{ImportedYear.Programme}: {first} is not believed from position 100 on.\n"), (lost.Code, lost.Answer));
        Assert.Contains("lost from position 100", (await Keys("list")).Answer, StringComparison.Ordinal);
        Assert.Contains("not believed, because a key was lost", await Whole(), StringComparison.Ordinal);
        await year.Run("export", "--programme", ImportedYear.Programme, "--out", folder["after"]);
        var archive = await ExportVerbTests.Verify(folder["after"]);
        Assert.Equal(1, archive.Code);
        Assert.Contains("NOT accepted, in-log-before-key-lost.", archive.Answer, StringComparison.Ordinal);
        Assert.Equal(0, (await ExportVerbTests.Verify(folder["before"])).Code);

        var stranger = await Keys("rotate", "--leader", Guid.Empty.ToString());
        Assert.Equal((1, $"{Guid.Empty} has no key in {ImportedYear.Programme}: whoever never signed has none.\n"), (stranger.Code, stranger.Errors));
    }

    private async Task<string> Whole(params string[] more)
    {
        var (code, answer, errors) = await year.Run(["fsck", "--programme", ImportedYear.Programme, .. more]);
        Assert.True(code == 0, answer + errors);
        Assert.Contains("Records ...", errors, StringComparison.Ordinal);
        return Assert.Single(answer.TrimEnd('\n').Split('\n'));
    }

    private Task<(int Code, string Answer, string Errors)> Keys(string verb, params string[] more) => year.Run(["keys", verb, "--programme", ImportedYear.Programme, .. more]);

    [GeneratedRegex("^([0-9a-f-]{36})  programme", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();
}
