using System.Text.Json.Nodes;

namespace Portfolio.Tests.Adapters.Mahara;

/// <summary>The functions that are asked for, each as Mahara answers it.</summary>
internal sealed class MaharaFunctions(MaharaHost host, MaharaAsked asked)
{
    private const int MostListed = 100;

    public JsonNode Answer() => (asked.Function, asked.Token) switch
    {
        ("mahara_user_get_users_by_id", MaharaHost.ServiceToken) => Users(),
        ("mahara_blog_get_blogs_for_user", MaharaHost.ServiceToken) => Blogs(),
        ("mahara_blog_create_blogpost", MaharaHost.ServiceToken) => Create(),
        ("mahara_upload_file", MaharaHost.ServiceToken) => Upload(),
        ("module_mobileapi_get_blogs", MaharaHost.OwnToken) => OwnBlogs(),
        ("module_mobileapi_upload_blog_post", MaharaHost.OwnToken) => UploadPost(),
        _ => MaharaHost.Error("WebserviceAccessException"),
    };

    private JsonNode Users() => asked.Fields["users"]![0]!.AsObject() is var one && (one["username"]?.ToString().ToLowerInvariant() ?? one["email"]?.ToString().ToLowerInvariant()) is MaharaHost.Username or MaharaHost.Email
        ? new JsonArray(new JsonObject { ["id"] = MaharaHost.Trainee, ["username"] = MaharaHost.Username, ["firstname"] = "Tara", ["studentid"] = "GMC7001001", ["institution"] = "psychschool" })
        : MaharaHost.Error("WebserviceInvalidParameterException");

    // The entries of the last journal stand in the place of all the others'.
    private JsonArray Blogs()
    {
        if ((long)asked.Fields["users"]![0]!["id"]! != MaharaHost.Trainee)
            return [];
        var journals = host.Journals.Select(journal => new JsonObject { ["id"] = journal.Id, ["title"] = journal.Title, ["postcount"] = $"{host.Posts.Count(post => post.Journal == journal.Id)}" });
        var posts = host.Journals.Count == 0 ? [] : Listed(host.Journals[^1].Id);
        return new JsonArray(new JsonObject
        {
            ["id"] = MaharaHost.Trainee,
            ["blogs"] = new JsonObject
            {
                ["count"] = host.Journals.Count, ["data"] = new JsonArray([.. journals]),
                ["blogposts"] = new JsonObject
                {
                    ["count"] = posts.Count,
                    ["data"] = new JsonArray([.. posts.Select(post => new JsonObject { ["id"] = $"{post.Id}", ["blogid"] = post.Journal, ["title"] = post.Title, ["description"] = post.Description })]),
                },
            },
        });
    }

    private JsonObject OwnBlogs() => new JsonObject
    {
        ["numblogs"] = host.Journals.Count,
        ["blogs"] = new JsonArray([.. host.Journals.Select(journal => new JsonObject
        {
            ["id"] = journal.Id, ["title"] = journal.Title, ["locked"] = false, ["numblogposts"] = host.Posts.Count(post => post.Journal == journal.Id),
            ["blogposts"] = new JsonArray([.. Listed(journal.Id).Take((int)asked.Fields["blogpostslimit"]!).Select(post => new JsonObject { ["id"] = post.Id, ["title"] = post.Title, ["locked"] = false })]),
        })]),
    };

    // Drafts first, then the newest.
    private List<MaharaPosted> Listed(long journal) => [.. host.Posts.Where(post => post.Journal == journal).OrderBy(post => !post.Draft).ThenByDescending(post => post.Id).Take(MostListed)];

    private JsonNode Create()
    {
        var made = new JsonArray();
        foreach (var post in asked.Fields["blogposts"]!.AsArray())
        {
            var (text, tags) = ((string)post!["description"]!, post["tags"]!.AsArray().Select(tag => (string)tag!["tag"]!).ToList());
            if (text.Contains('<', StringComparison.Ordinal) || tags.Any(tag => tag.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '-'))) || host.Journals.All(journal => journal.Id != (long)post["blogid"]!))
                return MaharaHost.Error("WebserviceInvalidParameterException");
            var id = host.Next();
            host.Posts.Add(new(id, (long)post["blogid"]!, (string)post["title"]!, text, tags, (int)post["draft"]! == 1, []));
            made.Add(new JsonObject { ["id"] = id, ["title"] = (string)post["title"]! });
        }
        return made;
    }

    private JsonObject Upload()
    {
        if (host.Full)
            return MaharaHost.Error("QuotaExceededException");
        if (asked.Files is not [{ Field: "filetoupload" } file] || (string?)asked.Fields["userid"] != $"{MaharaHost.Trainee}" || asked.Fields["foldername"] is null || asked.Fields["externalsource"] is null)
            return MaharaHost.Error("WebserviceInvalidParameterException");
        host.Files.Add((host.Next(), (string)asked.Fields["foldername"]!, (string)asked.Fields["title"]!, file.Bytes.Length));
        return new JsonObject { ["fileid"] = $"{host.Files[^1].Id}", ["status"] = "Successfully uploaded file" };
    }

    // The entry is kept before its files are looked at.
    private JsonObject UploadPost()
    {
        var (id, journal) = (host.Next(), long.Parse((string)asked.Fields["blogid"]!, System.Globalization.CultureInfo.InvariantCulture));
        if (host.Journals.All(one => one.Id != journal))
            return MaharaHost.Error("WebserviceInvalidParameterException");
        var tags = asked.Fields["tags"]!.AsArray().Select(tag => (string)tag!).ToList();
        host.Posts.Add(new(id, journal, (string)asked.Fields["title"]!, (string)asked.Fields["body"]!, tags, (string?)asked.Fields["isdraft"] != "0", []));
        if (host.Full)
            return MaharaHost.Error("QuotaExceededException");
        foreach (var file in asked.Files.Where(file => file.Field.StartsWith("fileattachments[", StringComparison.Ordinal)))
            host.Files.Add((host.Next(), "", file.Name, file.Bytes.Length));
        var ids = host.Files.TakeLast(asked.Files.Count).Select(file => file.Id).ToList();
        host.Posts[^1] = host.Posts[^1] with { Files = ids };
        return new JsonObject { ["blogpost"] = id, ["files"] = new JsonArray([.. ids.Select(file => JsonValue.Create(file))]) };
    }
}
