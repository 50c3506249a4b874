using Portfolio.Tests.Progress;

namespace Portfolio.Tests.Records;

/// <summary>`export` and `verify DIR` as processes, over an imported year.</summary>
public sealed class ExportVerbTests(ImportedYear year) : IClassFixture<ImportedYear>
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task An_export_is_checked_without_a_database_and_a_changed_one_is_refused()
    {
        using var folder = new TemporaryFolder();
        var exported = await year.Run("export", "--programme", ImportedYear.Programme, "--out", folder["archive"]);
        Assert.True(exported.Code == 0, exported.Errors);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(folder["archive"]));
        Assert.Equal([folder["archive"]], Directory.GetFileSystemEntries(folder.Path));

        var good = await Verify(folder["archive"]);
        Assert.Equal((0, ""), (good.Code, good.Errors));
        Assert.Contains("nothing is wrong, by the keys in it.", Assert.Single(good.Answer.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);

        var record = Directory.GetFiles(Path.Combine(folder["archive"], "records"), "*.json").Order(StringComparer.Ordinal).First();
        await File.WriteAllTextAsync(record, (await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken)).Replace("Discussion", "Concussion", StringComparison.Ordinal)
            .Replace("demonstration", "real", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var bad = await Verify(folder["archive"]);
        Assert.Equal((1, 2), (bad.Code, bad.Answer.TrimEnd('\n').Split('\n').Length));
        Assert.StartsWith($"records/{Path.GetFileName(record)}: NOT accepted, ", bad.Answer, StringComparison.Ordinal);

        var again = await year.Run("export", "--programme", ImportedYear.Programme, "--out", folder["archive"]);
        Assert.Equal((1, "", $"{folder["archive"]} is not empty; an archive is written where nothing is.\n"), again);
    }

    [Theory]
    [InlineData(1, "There is no programme atlantis.", "fsck", "--programme", "atlantis")]
    [InlineData(1, "There is no programme atlantis.", "keys", "list", "--programme", "atlantis")]
    [InlineData(1, "There is no programme atlantis.", "export", "--programme", "atlantis", "--out", "/nowhere/at/all")]
    [InlineData(1, "A checkpoint is of one programme", "fsck", "--checkpoint", "/dev/null")]
    [InlineData(2, "keys rotate", "keys", "rotate", "--nonsense")]
    [InlineData(2, "Usage:", "keys")]
    public async Task What_cannot_be_done_is_said_in_words(int code, string said, params string[] words)
    {
        var ended = await year.Run(words);
        Assert.Equal((code, ""), (ended.Code, ended.Answer));
        Assert.Contains(said, ended.Errors, StringComparison.Ordinal);
    }

    // With no database configured and nothing to start one with: whoever checks an archive has neither.
    internal static Task<(int Code, string Answer, string Errors)> Verify(string archive) =>
        HostProcess.Run(Path.Combine(AppContext.BaseDirectory, "Portfolio.Api.dll"), null, "verify", archive, "--data", "/nowhere/at/all");
}
