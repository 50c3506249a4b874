using System.Globalization;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>A trainee's journal by their own token: an entry with HTML, and the file attached to it.</summary>
internal sealed class OwnJournal(AdapterConnection connection, string token) : MaharaJournal(connection, token)
{
    protected override async Task<(MaharaShelf? Shelf, Outcome? WhyNot)> Read(CancellationToken cancellation)
    {
        var (own, whyNot) = await Server.Read("module_mobileapi_get_blogs", new() { ["blogslimit"] = 100, ["includeblogposts"] = 1, ["blogpostslimit"] = 100 }, cancellation).ConfigureAwait(false);
        return whyNot is null && own.Number("numblogs") is not null ? (MaharaShelf.OfOwn(own), null) : (null, whyNot ?? new Outcome.TryLater("garbage", Said: "200"));
    }

    protected override async Task<Outcome> Write(SignedRecord record, Delivered? before, long blog, CancellationToken cancellation)
    {
        var entry = MaharaMapping.Entry(record, before, folder: null);
        // An entry is a draft unless it is said that it is none.
        (string, string)[] fields = [("blogid", blog.ToString(CultureInfo.InvariantCulture)), ("title", entry.Title), ("body", entry.Html), ("isdraft", "0"), ("allowcomments", "1")];
        var (answer, whyNot) = await Server.Upload("module_mobileapi_upload_blog_post", fields, MaharaMapping.File(record, entry, "fileattachments[0]"), entry.Tags, cancellation).ConfigureAwait(false);
        return whyNot switch
        {
            null when answer.Number("blogpost") is { } post => new Outcome.Accepted(Receipt(post, blog, answer.Each("files").Select(file => file.GetRawText()).FirstOrDefault()), "200"),
            null => new Outcome.NoAnswer("garbage", Said: "200"),
            // The entry is kept before its file is looked at.
            Outcome.NeedsPerson { Code: "no-space-left" } or Outcome.Refused { Code: "file-refused" } => new Outcome.NoAnswer("file-refused", Said: whyNot.Said),
            _ => whyNot,
        };
    }

    public override async Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation)
    {
        var (shelf, whyNot) = await Read(cancellation).ConfigureAwait(false);
        return MaharaTrials.Of(shelf, whyNot, Connection.Settings.GetValueOrDefault(MaharaSettings.Journal));
    }
}
