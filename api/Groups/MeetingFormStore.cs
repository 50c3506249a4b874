using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class MeetingFormStore
{
    private sealed record Row(
        string Key, string Title, int SizeFrom, int SizeTo, int Minutes, string Doings, string MemberDoes, string LeaderDoes, bool Counts);

    /// <summary>Every form that a meeting of this programme can have: the shipped ones, then its own.</summary>
    public static async Task<IReadOnlyList<MeetingForm>> All(Work work)
    {
        var own = await work.Rows<Row>("""
            select key, title::text, size_from::int, size_to::int, minutes::int, array_to_string(doings, ' ') as doings, member_does, leader_does, counts
            from meeting_form where programme_id = @Programme order by key
            """, new { work.Programme });
        return [.. MeetingForm.Shipped, .. own.Select(Open)];
    }

    /// <summary>The form in which a group meets.</summary>
    public static async Task<MeetingForm> OfGroup(Work work, Guid group)
    {
        var key = await work.Row<string>("select form from discussion_group where programme_id = @Programme and id = @group", new { work.Programme, group });
        return (await All(work)).Single(form => form.Key == key);
    }

    /// <summary>Nothing where it is known, so that what names it can be kept.</summary>
    public static async Task<Problem?> WhyNot(Work work, string key) =>
        (await All(work)).Any(form => form.Key == key)
            ? null
            : Problems.MeetingFormUnknown.At(new FieldError("$.form", "Write the key of a form that `…/meeting-forms` lists, or add it there first."));

    public static async Task<Answer<Made>> Add(Work work, NewMeetingForm body, Creation creation)
    {
        const string Insert = """
            insert into meeting_form (programme_id, id, key, title, size_from, size_to, minutes, doings, member_does, leader_does, counts, made_by, made_from)
            values (@Programme, @Id, @Key, @title::jsonb, @SizeFrom, @SizeTo, @Minutes, @doings, @MemberDoes, @LeaderDoes, @Counts, @By, @Hash)
            """;
        if (MeetingForm.Shipped.Any(form => form.Key == body.Key))
            return Problems.MeetingFormKeyTaken;
        if (body.SizeTo < body.SizeFrom)
            return Problems.SizeReversed.At(new FieldError("$.sizeTo", $"Write {body.SizeFrom} or more."));
        var titles = new Dictionary<string, string>();
        foreach (var (text, at) in body.Title.Select((text, at) => (text, at)))
            if (!titles.TryAdd(text.Language, text.Text))
                return Problems.InvalidBody.At(new FieldError($"$.title[{at}].language", "This language has a title already; keep one."));
        return await work.Once("meeting_form", Insert, new
        {
            work.Programme, creation.Id, body.Key, title = JsonSerializer.Serialize(titles, Json.Options), body.SizeFrom, body.SizeTo, body.Minutes,
            doings = body.Doings.Distinct().ToArray(), body.MemberDoes, body.LeaderDoes, body.Counts, creation.By, creation.Hash,
        }, creation);
    }

    private static MeetingForm Open(Row row) => new(
        row.Key, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Title, Json.Options)!, row.Doings.Split(' '), row.MemberDoes, row.LeaderDoes, row.Counts,
        row.SizeFrom, row.SizeTo, row.Minutes, Own: true);
}
