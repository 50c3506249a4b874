using System.Globalization;
using System.Text;

namespace Portfolio.Api.Mail;

/// <summary>A letter as the pick-up folder has it: the one plain part that <see cref="MailRoom"/> writes.</summary>
internal static class LetterFile
{
    public static Letter Read(string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split("\n\n", 2);
        var headers = parts[0].Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n')
            .Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = parts.Length > 1 ? parts[1] : "";
        var text = headers["Content-Transfer-Encoding"].FirstOrDefault()?.ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(body.Where(letter => !char.IsWhiteSpace(letter))))),
            "quoted-printable" => Quoted(body),
            _ => body,
        };
        return new(headers["To"].FirstOrDefault() ?? "", headers["Subject"].FirstOrDefault() ?? "", text.Trim().ReplaceLineEndings("\n"));
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        text = text.Replace("=\n", "", StringComparison.Ordinal);
        for (var at = 0; at < text.Length; at++)
            if (text[at] == '=' && at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var one))
            {
                bytes.Add(one);
                at += 2;
            }
            else
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at..(at + 1)]));
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
