using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

/// <summary>No secret in the repository: every tracked file is searched for key material, tokens, passwords, and long random text that nobody accounts for.</summary>
public sealed partial class RepositorySecretsTests
{
    private const string LongText = "long random text", APassword = "a password";

    /// <summary>Where something may stand that looks like a secret, and what it is.</summary>
    private static readonly IReadOnlyList<(string Path, string What, string Why)> Allowed =
    [
        ("tests/Portfolio.Tests/Golden/records-v1/", LongText, "Signed example records and public keys: signatures are random text, and secret to nobody."),
        ("tests/Portfolio.Tests/Golden/", LongText, "Approved copies of what is generated: names of types and columns."),
        ("packages.lock.json", LongText, "Digests of packages."),
        ("api/package-lock.json", LongText, "Digests of packages."),
        ("tests/checkers/package-lock.json", LongText, "Digests of packages."),
        ("openapi.yaml", LongText, "Made-up examples of what is served."),
        ("api/Http/Examples.cs", LongText, "Made-up examples of what is served."),
        ("api/Http/RecordExamples.cs", LongText, "Made-up examples of what is served."),
        ("contracts/Records/WeakPoints.cs", LongText, "The curve's points of small order, as published."),
        ("tests/Portfolio.Tests/Records/", LongText, "Test vectors of published standards, and keys made up for tests."),
        ("tests/Conformance/RecordSamples.cs", LongText, "Addresses of made-up competencies."),
        ("tests/Portfolio.Tests/Hosting/TestHost.cs", LongText, "The tests' master key: base64 of a sentence that says it is no secret."),
        ("tests/Portfolio.Tests/Feed/PlatformKeysTests.cs", APassword, "An address with made-up credentials, which is to be refused."),
        ("tests/Portfolio.Tests/Adapters/PrivateAddressGuardTests.cs", APassword, "An address with made-up credentials, which is to be refused."),
    ];

    public static TheoryData<string, string> Planted { get; } = new()
    {
        { "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQ", "a private key" },
        { "-----BEGIN RSA " + "PRIVATE KEY-----", "a private key" },
        { "-----BEGIN OPENSSH " + "PRIVATE KEY-----", "a private key" },
        { "\"kty\": \"RSA\", \"d" + "\": \"Aq3s7Jx9Lk2mQw8ZtYbVnPoR\"", "the private half of a key" },
        { "token = pt_" + Random(64), "a token" },
        { "secret = ps_" + Random(43), "a platform's secret" },
        { "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "a token" },
        { "AKIA" + "Q3EGRZKM7WJT2XVB", "a token" },
        { "Host=db;Username=app;Pass" + "word=hunter2hunter2", "a password" },
        { "https://portfolio:hunter2hunter2" + "@db.example.org/", "a password" },
        { "key: " + Random(44), "long random text" },
        { "key: \"" + Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Random(32))) + "\"", "long random text" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_planted_secret_is_found(string text, string what) => Assert.Contains($"a.cs:1: {what}", Faults("a.cs", text));

    [Theory]
    [InlineData("public async Task Every_endpoint_with_a_relation_stands_in_the_table_of_all_roles() =>")]
    [InlineData("https://www.example.org/a/rather/long/path/that/leads/to/a/page/about/case-based-discussion-groups")]
    [InlineData("0198a000-0000-7000-8000-000000000008")]
    [InlineData("password={password};")]
    public void What_only_looks_long_is_left_alone(string text) => Assert.Empty(Faults("a.cs", text));

    [Fact]
    public async Task No_tracked_file_holds_a_secret()
    {
        var files = await Tracked();
        Assert.Contains("api/Program.cs", files);
        Assert.True(files.Count > 400);
        var faults = files.SelectMany(file => Faults(file, File.ReadAllText(Path.Combine(Repository.Root, file), Encoding.Latin1))).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_exception_is_still_needed()
    {
        var files = await Tracked();
        Assert.All(Allowed, allowed => Assert.Contains(files, file => Falls(file, allowed.Path) && File.ReadLines(Path.Combine(Repository.Root, file)).Any(line => Found(line).Contains(allowed.What))));
    }

    private static IEnumerable<string> Faults(string file, string text) =>
        from line in text.Split('\n').Index()
        from what in Found(line.Item)
        where !Allowed.Any(allowed => allowed.What == what && Falls(file, allowed.Path))
        select $"{file}:{line.Index + 1}: {what}";

    private static IEnumerable<string> Found(string line) =>
        Named.Where(named => named.Pattern.IsMatch(line)).Select(named => named.What).Concat(LongRandom(line).Select(_ => LongText));

    private static bool Falls(string file, string path) => path.EndsWith('/') ? file.StartsWith(path, StringComparison.Ordinal) : file == path || file.EndsWith("/" + path, StringComparison.Ordinal);

    // Letters of both cases and digits, mixed as words and addresses are not; or a long hexadecimal number with many different digits.
    private static IEnumerable<string> LongRandom(string line) => Long().Matches(line).Select(match => match.Value).Where(text => Hex().IsMatch(text)
        ? text.Distinct().Count() >= 10
        : !text.Split('_', '-', '/', '+').All(part => Word().IsMatch(part)) && Changes(text) * 3 >= text.Length && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower));

    private static int Changes(string text) => text.Zip(text.Skip(1)).Count(pair => Sort(pair.First) != Sort(pair.Second));

    private static int Sort(char letter) => char.IsAsciiDigit(letter) ? 0 : char.IsAsciiLetterUpper(letter) ? 1 : char.IsAsciiLetterLower(letter) ? 2 : 3;

    private static string Random(int length) => string.Concat(Enumerable.Range(0, length).Select(at => "aZ3kQ8mX1vT7"[at * 7 % 12]));

    private static async Task<IReadOnlyList<string>> Tracked()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Repository.Root, "-c", "safe.directory=*", "ls-files", "-z"]) { RedirectStandardOutput = true })!;
        var listed = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        Assert.True(git.ExitCode == 0, "The tracked files cannot be listed: run the tests in a clone.");
        return [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }

    private static IReadOnlyList<(Regex Pattern, string What)> Named { get; } =
    [
        (PrivateKey(), "a private key"), (PrivateJwk(), "the private half of a key"), (Token(), "a token"), (Secret(), "a platform's secret"), (Password(), APassword),
    ];

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex("""["'](d|p|q|dp|dq|qi)["']\s*[:=]\s*["'][A-Za-z0-9_-]{20,}["']""")]
    private static partial Regex PrivateJwk();

    [GeneratedRegex(@"\bpt_[A-Za-z0-9_-]{64}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bAKIA[A-Z0-9]{16}\b|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk-[A-Za-z0-9]{32,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\bps_[A-Za-z0-9_-]{43}\b")]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?i)password\s*=\s*(?!['""{$]|\.\.\.|…)[^\s;'""{}()]{8,}|://[^/\s:@""{}]+:[^/\s:@""{}]{6,}@")]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{40,}={0,2}")]
    private static partial Regex Long();

    [GeneratedRegex("^([A-Z]?[a-z]*[0-9]*|[A-Z]+)$")]
    private static partial Regex Word();

    [GeneratedRegex("^[0-9a-fA-F]{40,}$")]
    private static partial Regex Hex();
}
