using System.Text;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Assessments;

internal static class AssessmentStore
{
    public const string RatingsPlace = "assessment.ratings", NotePlace = "assessment.feedback", CommentPlace = "assessment.comment", ReasonPlace = "assessment.reason";

    private const string Select = """
        select id, group_id, person_id, assessor_id, assessed_as, form_key, form_version, form_type, assessed_on, state, ratings, feedback as note, comment, released_at, read_at,
               outcome, signed_at, signed_hash, record_id, countersign, countersigned_by, countersigned_at, withdrawn_at, version
        from assessment where programme_id = @Programme
        """;

    public static Task<AssessmentRow?> Find(Work work, Guid id) => work.Row<AssessmentRow>(Select + " and id = @id", new { work.Programme, id });

    /// <summary>One, as it stays until the transaction ends.</summary>
    public static Task<AssessmentRow?> Lock(Work work, Guid id) => work.Row<AssessmentRow>(Select + " and id = @id for update", new { work.Programme, id });

    /// <summary>What somebody wrote in a group, newest first.</summary>
    public static Task<List<AssessmentRow>> By(Work work, Guid group, Guid assessor) => work.Rows<AssessmentRow>(
        Select + " and group_id = @group and assessor_id = @assessor order by assessed_on desc, id", new { work.Programme, group, assessor });

    /// <summary>What is about somebody: what was shown to them, and to others what was signed.</summary>
    public static Task<List<AssessmentRow>> About(Work work, Guid person, bool themselves) => work.Rows<AssessmentRow>(
        Select + " and person_id = @person and (state = 'signed' or record_id is not null or @themselves and state = 'released') order by assessed_on desc, id",
        new { work.Programme, person, themselves });

    /// <summary>What somebody was shown and has not read yet, the oldest first.</summary>
    public static Task<List<AssessmentRow>> Unread(Work work, Guid person) => work.Rows<AssessmentRow>(
        Select + " and person_id = @person and state = 'released' and read_at is null order by assessed_on, id", new { work.Programme, person });

    public static Task<Answer<Made>> Open(Work work, AssessmentRow row, Creation creation)
    {
        const string Insert = """
            insert into assessment (programme_id, id, group_id, person_id, assessor_id, assessed_as, form_key, form_version, form_type, assessed_on, state, ratings, feedback,
                                    countersign, made_by, made_from)
            values (@Programme, @Id, @GroupId, @PersonId, @AssessorId, @AssessedAs, @FormKey, @FormVersion, @FormType, @AssessedOn, 'draft', @Ratings, @Note,
                    @Countersign, @By, @Hash)
            """;
        return work.Once("assessment", Insert, new
        {
            work.Programme, creation.Id, row.GroupId, row.PersonId, row.AssessorId, row.AssessedAs, row.FormKey, row.FormVersion, row.FormType, row.AssessedOn,
            row.Ratings, row.Note, row.Countersign, creation.By, creation.Hash,
        }, creation);
    }

    /// <summary>Other words or levels are another thing to read: what was shown is a draft again.</summary>
    public static Task<int> Change(Work work, AssessmentRow row) => work.Run("""
        update assessment set assessed_on = @AssessedOn, ratings = @Ratings, feedback = @Note, state = 'draft', comment = null, released_at = null, read_at = null,
                              version = version + 1
        where programme_id = @Programme and id = @Id and version = @Version and state in ('draft', 'released')
        """, new { work.Programme, row.Id, row.AssessedOn, row.Ratings, row.Note, row.Version });

    public static Task<int> Release(Work work, Guid id, DateTimeOffset now) => work.Run("""
        update assessment set state = 'released', released_at = @now, version = version + 1 where programme_id = @Programme and id = @id and state = 'draft'
        """, new { work.Programme, id, now });

    /// <summary>That it was read, the first time; and what was said to it, the last time.</summary>
    public static Task<int> Read(Work work, Guid id, byte[]? comment, DateTimeOffset now) => work.Run("""
        update assessment set read_at = coalesce(read_at, @now), comment = @comment, version = version + 1
        where programme_id = @Programme and id = @id and state = 'released'
        """, new { work.Programme, id, comment, now });

    public static Task<int> Sign(Work work, Guid id, string outcome, byte[] hash, Guid record, DateTimeOffset now) => work.Run("""
        update assessment set state = 'signed', outcome = @outcome, signed_hash = @hash, record_id = @record, signed_at = @now, version = version + 1
        where programme_id = @Programme and id = @id and state = 'released'
        """, new { work.Programme, id, outcome, hash, record, now });

    public static Task<int> Countersign(Work work, Guid id, Guid by, DateTimeOffset now) => work.Run("""
        update assessment set countersigned_by = @by, countersigned_at = @now, version = version + 1
        where programme_id = @Programme and id = @id and state = 'signed' and countersigned_by is null
        """, new { work.Programme, id, by, now });

    public static Task<int> Withdraw(Work work, Guid id, Guid by, byte[]? reason, DateTimeOffset now) => work.Run("""
        update assessment set state = 'withdrawn', withdrawn_by = @by, withdrawn_at = @now, reason = @reason, version = version + 1
        where programme_id = @Programme and id = @id and state <> 'withdrawn'
        """, new { work.Programme, id, by, reason, now });

    public static byte[] Close(PersonKey key, IReadOnlyList<GivenRating> ratings) => key.Close(JsonSerializer.SerializeToUtf8Bytes(ratings, Json.Options), RatingsPlace);

    public static byte[]? Close(PersonKey key, string? text, string place) => text is null ? null : key.Close(Encoding.UTF8.GetBytes(text), place);

    /// <summary>The ratings; none where they were erased.</summary>
    public static IReadOnlyList<GivenRating> Ratings(AssessmentRow row, PersonKey? key) =>
        row.Ratings is null || key is null ? [] : JsonSerializer.Deserialize<List<GivenRating>>(key.Open(row.Ratings, RatingsPlace), Json.Options)!;

    public static string? Text(byte[]? closed, PersonKey? key, string place) => closed is null || key is null ? null : Encoding.UTF8.GetString(key.Open(closed, place));
}
