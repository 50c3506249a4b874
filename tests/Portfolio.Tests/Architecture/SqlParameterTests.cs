using System.Text.RegularExpressions;

namespace Portfolio.Tests.Architecture;

/// <summary>The driver tells parameters apart without regard to case: two of one statement that differ by nothing else would both get the first one's value.</summary>
public sealed partial class SqlParameterTests
{
    [Fact]
    public void No_statement_has_two_parameters_that_differ_by_case_alone()
    {
        var sources = Repository.Sources("api");
        Assert.True(sources.Sum(source => Statements(source.Text).Count()) > 100);
        Assert.Empty(from source in sources from statement in Statements(source.Text) from twins in Twins(statement) select $"{source.Path}: {twins}");
    }

    [Fact]
    public void Twins_are_found() => Assert.Equal(["@hash, @Hash"], Twins("insert into a values (@hash, @id, @Hash, @hash)"));

    private static IEnumerable<string> Twins(string statement) => Parameter().Matches(statement).Select(match => match.Value).Distinct()
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(names => names.Count() > 1).Select(names => string.Join(", ", names));

    private static IEnumerable<string> Statements(string text) => Literal().Matches(text).Select(match => match.Value).Where(literal => literal.Contains("@Programme", StringComparison.Ordinal));

    [GeneratedRegex("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literal();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Parameter();
}
