using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>A trainee's journal by the token of an administrator: a plain entry, and the file in a folder of the trainee's.</summary>
internal sealed class ServiceJournal(AdapterConnection connection, string token, (string Field, string Value) person) : MaharaJournal(connection, token)
{
    // Of the connection: the trainee's id there, and what they were found by.
    private const string PersonNote = "person";

    // Of a delivery: nothing lists files, and a file that goes up again is there twice.
    private const string FileStep = "fileid";

    protected override async Task<(MaharaShelf? Shelf, Outcome? WhyNot)> Read(CancellationToken cancellation)
    {
        var (id, unknown) = await Owner(cancellation).ConfigureAwait(false);
        if (id is not { } owner)
            return (null, unknown);
        var (people, whyNot) = await Server.Read("mahara_blog_get_blogs_for_user", Users("id", owner), cancellation).ConfigureAwait(false);
        if (whyNot is not null)
            return (null, whyNot);
        // Who is of no institution that the token reaches is left out without a word.
        return people.Each().Where(found => found.Number("id") == owner).Select(MaharaShelf.OfPerson).FirstOrDefault() is { } shelf
            ? (shelf, null)
            : (null, new Outcome.NeedsPerson("person-not-found"));
    }

    protected override async Task<Outcome> Write(SignedRecord record, Delivered? before, long blog, CancellationToken cancellation)
    {
        var (owner, unknown) = await Owner(cancellation).ConfigureAwait(false);
        if (owner is null)
            return unknown!;
        var folder = MaharaSettings.FolderOf(Connection.Settings);
        var entry = MaharaMapping.Entry(record, before, folder);
        var (file, whyNot) = await File(record, entry, owner.Value, folder, cancellation).ConfigureAwait(false);
        if (file is null)
            return whyNot!;
        var (posts, refused) = await Server.Write("mahara_blog_create_blogpost", new()
        {
            ["blogposts"] = new JsonArray(new JsonObject
            {
                ["owner"] = owner, ["blogid"] = blog, ["title"] = entry.Title, ["description"] = entry.Text, ["draft"] = 0, ["allowcomments"] = 1,
                ["tags"] = new JsonArray([.. entry.Tags.Select(tag => new JsonObject { ["tag"] = tag })]),
            }),
        }, cancellation).ConfigureAwait(false);
        return refused ?? (posts.Each().FirstOrDefault().Number("id") is { } post ? new Outcome.Accepted(Receipt(post, blog, file), "200") : new Outcome.NoAnswer("garbage", Said: "200"));
    }

    public override async Task<IReadOnlyList<Trial>> Test(CancellationToken cancellation)
    {
        var (_, unknown) = await Owner(cancellation).ConfigureAwait(false);
        if (unknown is not null)
            return MaharaTrials.Of(unknown, personAsked: true);
        var (shelf, whyNot) = await Read(cancellation).ConfigureAwait(false);
        return MaharaTrials.Of(shelf, whyNot, Connection.Settings.GetValueOrDefault(MaharaSettings.Journal));
    }

    private async Task<(string? Id, Outcome? WhyNot)> File(SignedRecord record, MaharaEntry entry, long owner, string folder, CancellationToken cancellation)
    {
        if (Connection.Steps.TryGetValue(FileStep, out var kept))
            return (kept, null);
        (string, string)[] fields =
        [
            ("externalsource", "portfolio"), ("userid", owner.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("foldername", folder), ("title", entry.FileName), ("description", entry.Title),
        ];
        var (answer, whyNot) = await Server.Upload("mahara_upload_file", fields, MaharaMapping.File(record, entry, "filetoupload"), entry.Tags, cancellation).ConfigureAwait(false);
        if (whyNot is not null)
            return (null, whyNot);
        if (answer.Text("fileid") is not { Length: > 0 } id)
            return (null, new Outcome.NoAnswer("garbage", Said: "200"));
        await Connection.KeepStep(FileStep, id, cancellation).ConfigureAwait(false);
        return (id, null);
    }

    private async Task<(long? Id, Outcome? WhyNot)> Owner(CancellationToken cancellation)
    {
        if (Connection.Notes.TryGetValue(PersonNote, out var note) && note.Split(' ', 2) is [var known, var by] && by == person.Value)
            return (long.Parse(known, System.Globalization.CultureInfo.InvariantCulture), null);
        var (people, whyNot) = await Server.Read("mahara_user_get_users_by_id", Users(person.Field, person.Value), cancellation).ConfigureAwait(false);
        // Who is not known is an invalid parameter.
        if (whyNot is Outcome.Refused refused)
            return (null, new Outcome.NeedsPerson("person-not-found", Said: refused.Said));
        if (whyNot is not null)
            return (null, whyNot);
        if (people.Each().ToList() is not [var one] || one.Number("id") is not { } id)
            return (null, new Outcome.NeedsPerson("person-not-found"));
        await Connection.KeepNote(PersonNote, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id} {person.Value}"), cancellation).ConfigureAwait(false);
        return (id, null);
    }

    private static JsonObject Users(string field, JsonNode value) => new() { ["users"] = new JsonArray(new JsonObject { [field] = value }) };
}
