using System.Globalization;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Paper;

/// <summary>What one cell of a paper register says. Whatever is no mark is unknown, and what was written there instead is not kept: it could say why somebody was away.</summary>
internal static class PaperMark
{
    public const string Unknown = "?", Present = "P", Apologies = "A", NotExpected = "N", Absent = "0";
    public const char Presented = '*', FollowedUp = '+';

    /// <summary>A cell as it is kept.</summary>
    public static string Of(string cell)
    {
        var text = cell.Trim().ToLowerInvariant();
        if (text.Length == 0)
            return "";
        var sign = text.Length > 1 && text[^1] is Presented or FollowedUp ? text[^1..] : "";
        var mark = text[..^sign.Length].TrimEnd() switch
        {
            "p" or "present" => Present,
            "a" or "apologies" => Apologies,
            "n" or "not expected" or "not-expected" => NotExpected,
            "0" or "absent" => Absent,
            var minutes when int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 600 => number.ToString(CultureInfo.InvariantCulture),
            _ => Unknown,
        };
        return sign.Length == 0 ? mark : mark == Present || Minutes(mark) > 0 ? mark + sign : Unknown;
    }

    /// <summary>The minutes of a mark that is a number.</summary>
    public static int Minutes(string mark) => int.TryParse(mark.TrimEnd(Presented, FollowedUp), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;

    /// <summary>The same without what is for the leaders alone.</summary>
    public static string WithoutPresentation(string mark) => mark.TrimEnd(Presented, FollowedUp);

    /// <summary>The person's line; none where the cell is empty or unknown.</summary>
    public static LineRow? Line(string mark, string person, int length, int line)
    {
        var minutes = Minutes(mark);
        var attendance = WithoutPresentation(mark) switch
        {
            "" or Unknown => null,
            Present => RegisterCode.Present,
            Apologies => RegisterCode.Apologies,
            NotExpected => RegisterCode.NotExpected,
            Absent => RegisterCode.Absent,
            _ => minutes == length ? RegisterCode.Present : RegisterCode.Partial,
        };
        var role = mark.EndsWith(Presented) ? RegisterCode.Presenter : mark.EndsWith(FollowedUp) ? RegisterCode.FollowUp : RegisterCode.Member;
        return attendance is null ? null : new(person, attendance, attendance == RegisterCode.Present ? length : minutes, role, null, line);
    }
}
