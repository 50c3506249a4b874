using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

/// <summary>What is true of a group from one day to another.</summary>
internal static class GroupDetailsStore
{
    private const string Select = """
        select id, size_from::int, size_to::int, closed, voluntary, admission, cases::int, from_on as "from", until_on as until
        from group_detail where programme_id = @Programme and group_id = @group
        """;

    public static Task<List<GroupDetailsBody>> Of(Work work, Guid group) => work.Rows<GroupDetailsBody>(Select + " order by from_on", new { work.Programme, group });

    public static Task<GroupDetailsBody?> On(Work work, Guid group, DateTimeOffset now) =>
        work.Row<GroupDetailsBody>(Select + " and in_force(from_on, until_on, local_date(@Programme, @now))", new { work.Programme, group, now });

    public static async Task<Answer<Made>> Add(Work work, Guid group, NewGroupDetails body, Creation creation)
    {
        const string Insert = """
            insert into group_detail (programme_id, id, group_id, size_from, size_to, closed, voluntary, admission, cases, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @group, @SizeFrom, @SizeTo, @Closed, @Voluntary, @Admission, @cases, @From, @Until, @By, @Hash)
            """;
        // What was said without a last day holds until something else does.
        const string EndOpen = """
            update group_detail set until_on = @From - 1
            where programme_id = @Programme and group_id = @group and until_on is null and from_on < @From
            """;
        if (body.SizeTo < body.SizeFrom)
            return Problems.SizeReversed.At(new FieldError("$.sizeTo", $"Write {body.SizeFrom} or more."));
        await work.WaitForItself(creation);
        if (!await work.Any("select from group_detail where programme_id = @Programme and id = @Id", new { work.Programme, creation.Id }))
            await work.Run(EndOpen, new { work.Programme, group, body.From });
        return await work.Once("group_detail", Insert, new
        {
            work.Programme, creation.Id, group, body.SizeFrom, body.SizeTo, body.Closed, body.Voluntary, body.Admission, cases = body.Cases ?? 0, body.From, body.Until,
            creation.By, creation.Hash,
        }, creation);
    }

    public static Task<Problem?> End(Work work, Guid group, Guid id, DateOnly until) => PlaceStore.End(work, "group_detail", "group_id", group, id, until);
}
