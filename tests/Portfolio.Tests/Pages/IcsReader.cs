using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portfolio.Tests.Pages;

/// <summary>An iCalendar file read as strictly as RFC 5545 writes it: what is not right fails.</summary>
internal static partial class IcsReader
{
    private static readonly string[] Required = ["UID", "DTSTAMP", "DTSTART"];

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] file)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var physical = text[..^2].Split("\r\n");
        Assert.All(physical, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.AsSpan().ContainsAny('\r', '\n'), line));
        var lines = string.Join("\r\n", physical).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.All(lines, line => Assert.Matches(ContentLine(), line));
        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        Assert.Single(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));

        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? open = null;
        foreach (var line in lines[1..^1])
        {
            var (name, value) = (line[..line.IndexOfAny([':', ';'])], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            if (line == "BEGIN:VEVENT")
            {
                Assert.Null(open);
                open = [];
            }
            else if (line == "END:VEVENT")
            {
                Assert.All(Required, property => Assert.True(open!.ContainsKey(property), property));
                Assert.All(new[] { open!["DTSTAMP"], open["DTSTART"] }, time => DateTime.ParseExact(time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
                Assert.Matches(Duration(), open["DURATION"]);
                Assert.Contains(open["STATUS"], (string[])["CONFIRMED", "CANCELLED", "TENTATIVE"]);
                events.Add(open);
                open = null;
            }
            else if (open is not null)
                // Each of what we write stands once in an event.
                open.Add(name, value.Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
        }
        Assert.Null(open);
        Assert.Equal(events.Count, events.Select(each => each["UID"]).Distinct().Count());
        return events;
    }

    [GeneratedRegex("^[A-Z0-9-]+(;[A-Z0-9-]+=[^:;]+)*:[^\\x00-\\x1f]*$")]
    private static partial Regex ContentLine();

    [GeneratedRegex("^PT[1-9][0-9]*M$")]
    private static partial Regex Duration();
}
