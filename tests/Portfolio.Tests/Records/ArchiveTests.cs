using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Api.Records;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

/// <summary>An archive stands alone: it is checked with no database, and whatever was done to it is named.</summary>
public sealed class ArchiveTests(SignedYear year) : IClassFixture<SignedYear>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_archive_holds_every_version_and_what_checking_it_needs()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new ArchiveCounts(Records: 8, Versions: 9, Lists: 1, Entries: 15, Erased: 0), await Export(folder.Path));

        var answer = ArchiveCheck.Of(folder.Path, null, year.Host.Clock.GetUtcNow());

        Assert.Empty(answer.Faults);
        // Eight records newest in two forms, one of them withdrawn; and the version before a correction.
        Assert.Equal((14, 3, 9, 9, 15), (answer.Accepted, answer.Ended.Count, answer.Versions, answer.Issued, answer.Entries));
        Assert.Equal(["superseded.", "withdrawn.", "withdrawn."], answer.Ended.Select(line => line.Split(' ')[^1]).Order());
        Assert.Equal(["checkpoint.json", "did.json", "jwks.json", "log.jsonl", "records", "status"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories), file =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        var log = await File.ReadAllTextAsync(folder["log.jsonl"], Cancellation);
        Assert.All(new[] { "Tara", "Otto", "Lena", "9900013" }, name => Assert.DoesNotContain(name, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_archive_of_one_person_holds_nobody_elses_records()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(new ArchiveCounts(Records: 2, Versions: 3, Lists: 1, Entries: 15, Erased: 0), await Export(folder.Path, year.Scene.Other.Id));
        Assert.All(Directory.EnumerateFiles(folder["records"]), file => Assert.DoesNotContain("Tara", File.ReadAllText(file), StringComparison.Ordinal));
        var answer = ArchiveCheck.Of(folder.Path, null, year.Host.Clock.GetUtcNow());
        Assert.Empty(answer.Faults);
        Assert.Equal((3, 9), (answer.Versions, answer.Issued));
    }

    public static TheoryData<string, Action<string>, string> Tampered { get; } = new()
    {
        { "a changed byte in a JWT", folder => Change(First(folder, "records", "*.jwt"), text => Flip(text, text.Length / 2)), "NOT accepted" },
        { "a changed word in a record", folder => Change(First(folder, "records", "*.json"), text => text.Replace("Riverside", "Lakeside").Replace("Wednesday", "Thursday")), "NOT accepted, signature-valid" },
        { "a record under another's name", folder => Swap(Directory.GetFiles(Path.Combine(folder, "records"), "*.jwt").Order().Take(2).ToArray()), "not the record and version that its name says" },
        { "an old version as the newest", folder => File.Move(First(folder, "records", "*.v1.json"), First(folder, "records", "*.v1.json").Replace(".v1", "", StringComparison.Ordinal), overwrite: true), "NOT accepted, not-withdrawn-or-superseded" },
        { "a missing version", folder => File.Delete(First(folder, "records", "*.v1.json")), "version 1 of" },
        { "a stranger's file", folder => File.WriteAllText(Path.Combine(folder, "records", "more.json"), "{}"), "no file of an archive is called so" },
        { "a record that was never issued", UnderOtherNames, "not the record and version" },
        { "an entry of the log changed", folder => Change(Path.Combine(folder, "log.jsonl"), text => text.Replace("record-withdrawn", "record-superseded")), "log.jsonl: position 1" },
        { "an entry of the log missing", folder => Lines(folder, lines => [.. lines.Take(4), .. lines.Skip(5)]), "log.jsonl: position 5 is not what was written" },
        { "the end of the log cut off", folder => Lines(folder, lines => lines[..^1]), "ends at position 14, and the checkpoint is of position 15" },
        { "a line that is none", folder => Lines(folder, lines => ["{}", .. lines]), "line 1 is not an entry" },
        { "a line written otherwise", folder => Change(Path.Combine(folder, "log.jsonl"), text => text.Replace("\"position\":7", "\"position\": 7")), "line 7 is not an entry" },
        { "no checkpoint", folder => File.Delete(Path.Combine(folder, "checkpoint.json")), "nobody has signed this log" },
        { "a checkpoint of another position", folder => Json(folder, "checkpoint.json", json => json["position"] = 12), "log.jsonl ends at position 15, and the checkpoint is of position 12" },
        { "a checkpoint of another time", folder => Json(folder, "checkpoint.json", json => json["signedAt"] = "2025-06-04T12:00:00Z"), "its signature is of another position, chain or time" },
        { "a status list forged", folder => Change(First(folder, "status", "*.json"), text => text.Replace("\"encodedList\":\"u", "\"encodedList\":\"uA")), "not-withdrawn-or-superseded" },
        { "no status list", folder => File.Delete(First(folder, "status", "*.json")), "the status list that it names is not here" },
        { "a key of somebody else", folder => Json(folder, "jwks.json", json => json["keys"]![0]!["n"] = Convert.ToBase64String(new byte[256]).TrimEnd('=')), "NOT accepted" },
        { "no key", folder => Json(folder, "jwks.json", json => json["keys"] = new JsonArray()), "NOT accepted, key-known" },
        { "a key out of date", folder => Json(folder, "jwks.json", json => json["keys"]![0]!["exp"] = 1), "NOT accepted, key-valid-when-signed" },
        { "a key declared lost", folder => Json(folder, "jwks.json", json => json["keys"]![0]!["lost_from"] = 1), "NOT accepted, in-log-before-key-lost" },
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task Whatever_was_done_to_an_archive_is_named(string what, Action<string> tamper, string named)
    {
        using var folder = new TemporaryFolder();
        await Export(folder.Path);
        tamper(folder.Path);
        var answer = ArchiveCheck.Of(folder.Path, null, year.Host.Clock.GetUtcNow());
        Assert.True(answer.Faults.Any(fault => fault.Contains(named, StringComparison.Ordinal)), $"{what}: {string.Join('\n', answer.Faults)}");
    }

    [Fact]
    public async Task A_status_list_that_says_less_than_the_log_is_named_even_when_the_programme_signed_it()
    {
        using var folder = new TemporaryFolder();
        await Export(folder.Path);
        await using var work = await year.Host.Database.Begin(year.Scene.Programme, Cancellation);
        var programme = await year.Programme(work);
        var keys = (await year.Host.Service<SigningKeys>().InUse(work, programme)).Keys;
        await File.WriteAllBytesAsync(First(folder.Path, "status", "*.json"),
            StatusList.Sign(Addresses.StatusList(programme, 0), year.Host.Clock.GetUtcNow(), new BitstringStatusList(), keys), Cancellation);

        var faults = ArchiveCheck.Of(folder.Path, null, year.Host.Clock.GetUtcNow()).Faults;

        Assert.Equal(3, faults.Count);
        Assert.All(faults, fault => Assert.EndsWith("and the status list does not say so.", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_from_elsewhere_are_believed_instead_of_those_in_the_archive()
    {
        using var folder = new TemporaryFolder();
        await Export(folder.Path);
        var published = RecordKeys.Read(await year.Host.Anybody().GetByteArrayAsync($"/programmes/{year.Scene.Programme}/jwks.json", Cancellation));
        Assert.Empty(ArchiveCheck.Of(folder.Path, published, year.Host.Clock.GetUtcNow()).Faults);
        Assert.NotEmpty(ArchiveCheck.Of(folder.Path, RecordKeys.None, year.Host.Clock.GetUtcNow()).Faults);
    }

    private async Task<ArchiveCounts> Export(string folder, Guid? person = null)
    {
        await using var reading = await year.Host.Database.Begin(year.Scene.Programme, Cancellation);
        var programme = await year.Programme(reading);
        await using var work = await year.Host.Database.Begin(year.Scene.Programme, Cancellation);
        return await year.Host.Service<Archive>().Write(work, programme, folder, person, (_, _, _) => { });
    }

    // Every one of them, because which file comes first is chance, and a withdrawn one is refused for that already.
    private static void UnderOtherNames(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "records"), "*.jwt"))
            File.Copy(file, Path.Combine(folder, "records", $"{Guid.NewGuid():D}.jwt"));
    }

    private static string First(string folder, string inside, string pattern) => Directory.GetFiles(Path.Combine(folder, inside), pattern).Order(StringComparer.Ordinal).First();

    private static void Change(string path, Func<string, string> change)
    {
        var text = File.ReadAllText(path);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static string Flip(string text, int at) => text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..];

    private static void Swap(string[] two)
    {
        var first = File.ReadAllBytes(two[0]);
        File.Copy(two[1], two[0], overwrite: true);
        File.WriteAllBytes(two[1], first);
    }

    private static void Lines(string folder, Func<string[], string[]> change) =>
        Change(Path.Combine(folder, "log.jsonl"), text => string.Join('\n', change(text.TrimEnd('\n').Split('\n'))) + "\n");

    private static void Json(string folder, string name, Action<JsonNode> change) => Change(Path.Combine(folder, name), text =>
    {
        var json = JsonNode.Parse(text)!;
        change(json);
        return json.ToJsonString();
    });
}
