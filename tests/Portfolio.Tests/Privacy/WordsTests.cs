using System.Text.RegularExpressions;
using Portfolio.Tests.Architecture;

namespace Portfolio.Tests.Privacy;

/// <summary>What a trainee gives is a permission to send. Consent is a lawful basis, which a programme may set and the service never claims.</summary>
public sealed partial class WordsTests
{
    // Where the word stands for that lawful basis, as one among others.
    private static readonly string[] LawfulBasis =
        ["api/Privacy/Settings.cs", "api/Database/Migrations/0014-privacy-settings.sql", "contracts/Http/PrivacyPages.cs", "openapi.yaml"];

    [Fact]
    public void Nothing_calls_a_permission_consent()
    {
        var files = new[] { "api", "contracts" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Append(Path.Combine(Repository.Root, "README.md")).Append(Path.Combine(Repository.Root, "openapi.yaml")).ToList();
        var found = files.Where(file => Consent().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Equal(LawfulBasis.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Where_it_stands_for_a_lawful_basis_it_stands_among_the_others()
    {
        foreach (var file in LawfulBasis)
            Assert.All(File.ReadLines(Path.Combine(Repository.Root, file)).Where(line => Consent().IsMatch(line)),
                line => Assert.Matches(@"legal-obligation|contract|^ +- consent$|""consent"" => ", line));
    }

    [GeneratedRegex(@"\bconsent", RegexOptions.IgnoreCase)]
    private static partial Regex Consent();
}
