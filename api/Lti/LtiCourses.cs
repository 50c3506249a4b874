using Portfolio.Api.Database;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Lti;

/// <summary>A course, with what its platform offers there.</summary>
internal sealed record LtiCourse(
    Guid Id, Guid RegistrationId, string Platform, string Deployment, string Context, string Title, string? MembershipsUrl, string? LineItemsUrl, Guid? GroupId, Guid? PlatformId,
    DateTimeOffset? ScoresAt)
{
    public LtiCourseBody ToBody() => new(Id, Platform, Title, MembershipsUrl is not null, LineItemsUrl is not null, GroupId, PlatformId);
}

internal static class LtiCourses
{
    private const int LongestTitle = 200;

    private const string Select = """
        select c.id, c.registration_id, r.name as platform, c.deployment, c.context, c.title, c.memberships_url, c.line_items_url, c.group_id, c.platform_id, c.scores_at
        from lti_course c join lti_registration r on r.programme_id = c.programme_id and r.id = c.registration_id
        where c.programme_id = @Programme and r.ended_at is null
        """;

    /// <summary>Somebody came from there: what the platform offers in the course may have changed.</summary>
    public static async Task Seen(Work work, Guid registration, LtiMessage message, DateTimeOffset now)
    {
        const string Sql = """
            insert into lti_course (programme_id, id, registration_id, deployment, context, title, memberships_url, line_items_url, seen_at)
            values (@Programme, @id, @registration, @Deployment, @Context, @title, @Memberships, @LineItems, @now)
            on conflict (programme_id, registration_id, deployment, context) do update
            set title = excluded.title, memberships_url = coalesce(excluded.memberships_url, lti_course.memberships_url),
                line_items_url = coalesce(excluded.line_items_url, lti_course.line_items_url), seen_at = excluded.seen_at
            """;
        if (message.Context is null || (message.Memberships is null && message.LineItems is null))
            return;
        var title = message.Course?.Trim() is { Length: > 0 } said ? said.Length > LongestTitle ? said[..LongestTitle] : said : "A course";
        await work.Run(Sql, new { work.Programme, id = Guid.CreateVersion7(), registration, message.Deployment, message.Context, title, message.Memberships, message.LineItems, now });
    }

    public static Task<LtiCourse?> Find(Work work, Guid id) => work.Row<LtiCourse>(Select + " and c.id = @id", new { work.Programme, id });

    /// <summary>The course whose roster is this group's.</summary>
    public static Task<LtiCourse?> Of(Work work, Guid group) => work.Row<LtiCourse>(Select + " and c.group_id = @group order by c.linked_at desc, c.id limit 1", new { work.Programme, group });

    /// <summary>Those that this group has, then those that none has.</summary>
    public static async Task<IReadOnlyList<LtiCourse>> For(Work work, Guid group) =>
        await work.Rows<LtiCourse>(Select + " and (c.group_id is null or c.group_id = @group) order by c.group_id nulls last, c.title, c.id", new { work.Programme, group });

    public static async Task<IReadOnlyList<LtiCourse>> All(Work work) => await work.Rows<LtiCourse>(Select + " order by c.title, c.id", new { work.Programme });

    /// <summary>The course that a message comes from.</summary>
    public static Task<LtiCourse?> From(Work work, Guid registration, LtiMessage message) => work.Row<LtiCourse>(
        Select + " and c.registration_id = @registration and c.deployment = @Deployment and c.context = @Context", new { work.Programme, registration, message.Deployment, message.Context });

    /// <summary>What goes to that platform stands in this course's gradebook, and in no other's.</summary>
    public static Task<int> Score(Work work, Guid course, Guid platform, DateTimeOffset now) => work.Run("""
        update lti_course set platform_id = null, scores_at = null where programme_id = @Programme and platform_id = @platform and id <> @course;
        update lti_course set platform_id = @platform, scores_at = @now where programme_id = @Programme and id = @course and platform_id is distinct from @platform
        """, new { work.Programme, course, platform, now });

    /// <summary>The group's one course from now on.</summary>
    public static Task<int> Link(Work work, Guid group, Guid course, Guid by, DateTimeOffset now) => work.Run("""
        update lti_course set group_id = null, linked_by = null, linked_at = null where programme_id = @Programme and group_id = @group and id <> @course;
        update lti_course set group_id = @group, linked_by = @by, linked_at = @now
        where programme_id = @Programme and id = @course and group_id is distinct from @group
        """, new { work.Programme, group, course, by, now });
}
