using System.IO.Compression;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>What a trainee downloads and takes to the portfolio. The same pack gives the same bytes.</summary>
internal static class UploadZip
{
    public static byte[] Write(KeptUpload kept, UploadContent content, byte[] paper, byte[] file)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("READ-ME.txt", Encoding.UTF8.GetBytes(ReadMe(kept, content)));
            Add("evidence.pdf", paper);
            Add("evidence.json", file);
            Add("text.txt", Encoding.UTF8.GetBytes(content.Text));
            Add("areas.txt", Encoding.UTF8.GetBytes(string.Concat(content.Areas.Select(area => $"{area.Code}  {area.Name}  ({area.Framework})\n"))));

            void Add(string name, byte[] bytes)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = kept.MadeAt.ToUniversalTime();
                using var written = entry.Open();
                written.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    private static string ReadMe(KeptUpload kept, UploadContent content) => $"""
        For {kept.Platform}, {kept.FromOn:yyyy-MM-dd} to {kept.UntilOn:yyyy-MM-dd}

        1. Upload evidence.pdf.
        2. Upload evidence.json beside it, if the portfolio takes such files: it is
           the signed original, and proves itself without the paper.
        3. Paste text.txt where the portfolio asks for words.
        4. Choose the areas in areas.txt: {content.Areas.Count}, a suggestion. Whether they fit
           is for you and your supervisor to say.
        5. Come back and say that it is uploaded.

        """.ReplaceLineEndings("\n");
}
