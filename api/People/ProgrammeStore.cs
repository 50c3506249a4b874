using Portfolio.Api.Database;
using Portfolio.Api.Http;

namespace Portfolio.Api.People;

/// <summary>A programme, and whether this request made it or an earlier one with the same body.</summary>
internal sealed record MadeProgramme(Programme Programme, bool Now);

internal static class ProgrammeStore
{
    private const string Columns = "id, key, name, time_zone, demonstration, issuer";

    public static Task<Programme?> Find(Work work, Guid id) =>
        work.Row<Programme>($"select {Columns} from programme where id = @id", new { id });

    public static Task<Programme?> Find(Work work, string key) =>
        work.Row<Programme>($"select {Columns} from programme where key = @key", new { key });

    /// <summary>For workers, which go programme by programme.</summary>
    public static async Task<List<Programme>> All(PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        return await All(work);
    }

    public static Task<List<Programme>> All(Work work) => work.Rows<Programme>($"select {Columns} from programme order by key");

    public static Task<List<Programme>> Demonstrations(Work work) =>
        work.Rows<Programme>($"select {Columns} from programme where demonstration order by key");

    /// <summary>Whether faults can be ordered in it.</summary>
    public static Task<bool> IsSandbox(Work work) => work.Any("select 1 from programme where id = @Programme and sandbox", new { work.Programme });

    public static Task<int> SetSandbox(Work work, bool sandbox) =>
        work.Run("update programme set sandbox = @sandbox where id = @Programme and sandbox <> @sandbox", new { work.Programme, sandbox });

    /// <summary>Makes a programme with its empty log.</summary>
    public static async Task<Answer<MadeProgramme>> Add(Work work, Programme programme, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into programme (id, key, name, time_zone, demonstration, issuer, made_by, made_from, made_at)
            values (@Id, @Key, @Name, @TimeZone, @Demonstration, @Issuer, @By, @Hash, @now)
            on conflict (id) do nothing
            """;
        const string There = "select made_by, made_from from programme where id = @Id";
        const string Log = "insert into log_head (programme_id, position, chain) values (@Id, 0, @empty)";
        var values = new
        {
            programme.Id, programme.Key, programme.Name, programme.TimeZone, programme.Demonstration, programme.Issuer, creation.By, creation.Hash, now,
        };
        await work.WaitForItself(creation);
        if (await work.Run(Insert, values) == 0)
            return creation.WhyNotAgain(await work.Row<MadeRow>(There, new { programme.Id })) is { } problem
                ? problem
                : new MadeProgramme((await Find(work, programme.Id))!, Now: false);
        await work.Run(Log, new { programme.Id, empty = new byte[32] });
        return new MadeProgramme(programme, Now: true);
    }
}
