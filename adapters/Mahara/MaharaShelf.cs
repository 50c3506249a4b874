using System.Text.Json;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

internal sealed record MaharaBlog(long Id, string Title, long Posts);

internal sealed record MaharaPost(long Id, long Blog, string Title, string Text);

/// <summary>What a trainee's journals hold, as far as Mahara lists it: the newest 100 entries, and to an administrator those of the last journal alone.</summary>
internal sealed record MaharaShelf(IReadOnlyList<MaharaBlog> Blogs, IReadOnlyList<MaharaPost> Posts)
{
    /// <summary>The journal that entries go to. The last where none is named: it is the one that an administrator's token can read back.</summary>
    public MaharaBlog? Blog(string? title) => title is null ? Blogs is [.., var last] ? last : null : Blogs.FirstOrDefault(blog => blog.Title == title);

    public long Newest(long blog) => Posts.Where(post => post.Blog == blog).Select(post => post.Id).DefaultIfEmpty().Max();

    /// <summary>The entry of a version: by its title, or by the address in its text where the title was changed.</summary>
    public MaharaPost? Find(Delivered delivered)
    {
        var (reference, url) = (MaharaMapping.Reference(delivered), FormattableString.Invariant($"{delivered.Url}/versions/{delivered.Version}"));
        return Posts.FirstOrDefault(post => post.Title.Contains(reference, StringComparison.Ordinal) || Names(post.Text, url));
    }

    /// <summary>Whether every entry of a journal that is newer than one of it would be listed.</summary>
    public bool Lists(long blog, long newerThan)
    {
        if (Blogs.FirstOrDefault(one => one.Id == blog) is not { } found)
            return true;
        var listed = Posts.Where(post => post.Blog == blog).ToList();
        // Newest first, and ids rise; drafts come before them.
        return listed.Count >= found.Posts || (listed.Count > 0 && listed[^1].Id <= newerThan);
    }

    /// <summary>Reads what mahara_blog_get_blogs_for_user says of a person.</summary>
    public static MaharaShelf OfPerson(JsonElement person)
    {
        var blogs = person.Each("blogs", "data").ToList();
        return new(
            [.. blogs.Where(blog => blog.Number("id") is not null).Select(blog => new MaharaBlog(blog.Number("id")!.Value, blog.Text("title") ?? "", blog.Number("postcount") ?? 0))],
            [.. person.Each("blogs", "blogposts", "data").Select(post => new MaharaPost(post.Number("id") ?? 0, post.Number("blogid") ?? 0, post.Text("title") ?? "", post.Text("description") ?? ""))]);
    }

    /// <summary>Reads what module_mobileapi_get_blogs says; a journal that is locked is an empty list in it.</summary>
    public static MaharaShelf OfOwn(JsonElement own)
    {
        var blogs = own.Each("blogs").Where(blog => blog.Number("id") is not null).ToList();
        return new(
            [.. blogs.Select(blog => new MaharaBlog(blog.Number("id")!.Value, blog.Text("title") ?? "", blog.Number("numblogposts") ?? 0))],
            [.. blogs.SelectMany(blog => blog.Each("blogposts").Select(post => new MaharaPost(post.Number("id") ?? 0, blog.Number("id")!.Value, post.Text("title") ?? "", "")))]);
    }

    // Version 1 is not version 12.
    private static bool Names(string text, string url)
    {
        for (var at = text.IndexOf(url, StringComparison.Ordinal); at >= 0; at = text.IndexOf(url, at + 1, StringComparison.Ordinal))
            if (at + url.Length == text.Length || !char.IsAsciiDigit(text[at + url.Length]))
                return true;
        return false;
    }
}
