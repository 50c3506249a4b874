using Portfolio.Api.Database;

namespace Portfolio.Api.Http;

/// <summary>Making a row under a client's id: once, however often it is asked for.</summary>
internal static class Creating
{
    /// <param name="work">The programme's transaction.</param>
    /// <param name="table">The table, for reading who made the row that is there already.</param>
    /// <param name="insert">An insert that ends without a conflict clause; its id parameter is <c>@Id</c>.</param>
    /// <param name="values">Its parameters, <c>@Id</c> among them.</param>
    /// <param name="creation">The client's id and the hash of the body.</param>
    /// <returns>True when it was made now, false when this very request had made it before.</returns>
    public static async Task<Answer<Made>> Once(this Work work, string table, string insert, object values, Creation creation)
    {
        await work.WaitForItself(creation);
        if (await work.Run(insert + " on conflict (programme_id, id) do nothing", values) == 1)
        {
            work.Makes(table, creation.Id);
            return new Made(creation.By, creation.Hash, Now: true);
        }
        var there = await work.Row<MadeRow>(
            $"select made_by, made_from from {table} where programme_id = @Programme and id = @Id", new { work.Programme, creation.Id });
        return creation.WhyNotAgain(there) is { } problem ? problem : new Made(creation.By, creation.Hash, Now: false);
    }

    /// <summary>What this very request made before, asked before anything is judged that may have changed since; nothing where nobody has used the id.</summary>
    public static async Task<Answer<Made>?> MadeBefore(this Work work, string table, Creation creation)
    {
        await work.WaitForItself(creation);
        var there = await work.Row<MadeRow>(
            $"select made_by, made_from from {table} where programme_id = @Programme and id = @Id", new { work.Programme, creation.Id });
        if (there is null)
            return null;
        return creation.WhyNotAgain(there) is { } problem ? (Answer<Made>)problem : (Answer<Made>)new Made(creation.By, creation.Hash, Now: false);
    }

    /// <summary>
    /// One request sent twice at the same moment: the second waits here until the first is done, and then finds what it made. Without this a
    /// constraint on something else than the id could speak first, and call a repeated request a conflict.
    /// </summary>
    public static Task WaitForItself(this Work work, Creation creation) => creation.MayMeetItself
        ? work.Run("select pg_advisory_xact_lock(hashtextextended(@id, 0))", new { id = $"{creation.Id:D}" })
        : Task.CompletedTask;
}

/// <summary>Who made a row, from which body, and whether this request did.</summary>
internal sealed record Made(Guid? By, byte[] Hash, bool Now);

internal sealed record MadeRow(Guid? MadeBy, byte[] MadeFrom);
