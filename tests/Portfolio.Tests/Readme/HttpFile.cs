using System.Text.RegularExpressions;

namespace Portfolio.Tests.Readme;

/// <summary>One request of a .http file, with the answer that the comment after it promises.</summary>
internal sealed record HttpStep(string Title, string? Name, string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string Body, int Status, string Answer);

/// <summary>Reads the part of the .http format that the walkthrough uses; whatever else stands there is an error.</summary>
internal sealed partial record HttpFile(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpStep> Steps)
{
    public static HttpFile Read(string text)
    {
        var sections = text.Split("\n### ");
        var variables = Variable().Matches(sections[0]).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        var steps = new List<HttpStep>();
        for (var i = 1; i < sections.Length; i += 2)
        {
            var answer = i + 1 < sections.Length ? Answer().Match(sections[i + 1]) : Match.Empty;
            if (!answer.Success)
                throw new FormatException($"No answer stands after “{sections[i]}”.");
            steps.Add(Step(sections[i], int.Parse(answer.Groups["status"].Value, null), Uncommented(answer.Groups["body"].Value)));
        }
        return new(variables, steps);
    }

    private static HttpStep Step(string section, int status, string answer)
    {
        var lines = section.Split('\n').ToList();
        var name = lines.Find(line => line.StartsWith("# @name ", StringComparison.Ordinal))?["# @name ".Length..];
        var start = lines.FindIndex(1, line => !line.StartsWith('#'));
        var blank = lines.FindIndex(start, line => line.Length == 0);
        var request = lines[start].Split(' ', 2);
        var headers = lines[(start + 1)..(blank < 0 ? lines.Count : blank)].Select(line => line.Split(": ", 2)).Select(header => (header[0], header[1]));
        return new(lines[0], name, request[0], request[1], [.. headers], blank < 0 ? "" : string.Join('\n', lines[blank..]).Trim(), status, answer);
    }

    private static string Uncommented(string lines) => string.Join('\n', lines.Trim().Split('\n').Select(line => line.TrimStart('#', ' ')));

    [GeneratedRegex(@"^@(?<name>\w+) = (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^answers (?<status>\d{3})\n(?<body>(#.*(\n|$))+)\s*$")]
    private static partial Regex Answer();
}
