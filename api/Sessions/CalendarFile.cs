using System.Globalization;
using System.Text;

namespace Portfolio.Api.Sessions;

/// <summary>When and where a group meets, for a calendar: nothing of who is there or what is talked about.</summary>
/// <param name="Starts">In world time, so that the file needs no description of a time zone.</param>
internal sealed record CalendarEntry(Guid Session, string Group, string Site, DateTimeOffset Starts, int Minutes, bool Cancelled, int Version);

/// <summary>iCalendar, RFC 5545: lines of at most 75 octets, ended by CR LF.</summary>
internal static class CalendarFile
{
    public const string Type = "text/calendar; charset=utf-8";

    private const int Octets = 75;

    public static byte[] Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//Portfolio//Sessions//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, "X-WR-CALNAME:" + Text(name));
        Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        foreach (var entry in entries)
        {
            Line(file, "BEGIN:VEVENT");
            // The session's own id, which never changes: a calendar moves or cancels what it has.
            Line(file, $"UID:urn:uuid:{entry.Session:D}");
            Line(file, "DTSTAMP:" + Time(now));
            Line(file, $"SEQUENCE:{entry.Version.ToString(CultureInfo.InvariantCulture)}");
            Line(file, "DTSTART:" + Time(entry.Starts));
            Line(file, $"DURATION:PT{entry.Minutes.ToString(CultureInfo.InvariantCulture)}M");
            Line(file, "SUMMARY:" + Text(entry.Cancelled ? $"{entry.Group} (cancelled)" : entry.Group));
            Line(file, "LOCATION:" + Text(entry.Site));
            Line(file, entry.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
            Line(file, entry.Cancelled ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
            Line(file, "END:VEVENT");
        }
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Folded between letters, never within one.
    private static void Line(StringBuilder file, string line)
    {
        var room = Octets;
        foreach (var letter in line.EnumerateRunes())
        {
            if (letter.Utf8SequenceLength > room)
            {
                file.Append("\r\n ");
                room = Octets - 1;
            }
            file.Append(letter.ToString());
            room -= letter.Utf8SequenceLength;
        }
        file.Append("\r\n");
    }
}
