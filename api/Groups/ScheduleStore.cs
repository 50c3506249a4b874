using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class ScheduleStore
{
    private sealed record Row(Guid Id, int EveryDays, int? Weekday, TimeOnly StartsAt, int Minutes, DateOnly FromOn, DateOnly UntilOn, string Pauses)
    {
        public ScheduleBody ToBody()
        {
            var pauses = JsonSerializer.Deserialize<IReadOnlyList<DaySpan>>(Pauses, Json.Options)!;
            return new(Id, EveryDays, StartsAt, Minutes, FromOn, UntilOn, Weekday, pauses, [.. Schedule.Days(EveryDays, Weekday, FromOn, UntilOn, pauses)]);
        }
    }

    public static async Task<IReadOnlyList<ScheduleBody>> Of(Work work, Guid group) => [.. (await work.Rows<Row>("""
        select id, every_days::int, weekday::int, starts_at, minutes::int, from_on, until_on, pauses::text
        from group_schedule where programme_id = @Programme and group_id = @group order by from_on, id
        """, new { work.Programme, group })).Select(row => row.ToBody())];

    public static Task<Answer<Made>> Add(Work work, Guid group, NewSchedule body, Creation creation)
    {
        const string Insert = """
            insert into group_schedule (programme_id, id, group_id, every_days, weekday, starts_at, minutes, from_on, until_on, pauses, made_by, made_from)
            values (@Programme, @Id, @group, @EveryDays, @Weekday, @StartsAt, @Minutes, @From, @Until, @pauses::jsonb, @By, @Hash)
            """;
        return work.Once("group_schedule", Insert, new
        {
            work.Programme, creation.Id, group, body.EveryDays, body.Weekday, body.StartsAt, body.Minutes, body.From, body.Until,
            pauses = JsonSerializer.Serialize(body.Pauses ?? [], Json.Options), creation.By, creation.Hash,
        }, creation);
    }
}
