using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Records;

/// <summary>The period accounts that their holder shows to their clinical supervisor, and what of somebody's records each role is shown.</summary>
internal static class RecordShares
{
    private const string Account = "period-account";

    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        var holder = routes.MapGroup("/v1/programmes/{programmeId:guid}/records/{recordId:guid}/share").WithTags("Records").May(Rights.ShareRecord, new RecordInPath("recordId"));
        holder.MapPut("/", Share).WithName("ShareRecord").WithSummary("Show a period account to one's clinical supervisor").Refuses(Problems.OnlyAccountsShared);
        holder.MapDelete("/", End).WithName("EndShare").WithSummary("Show it to them no longer");
    }

    private static async Task<Results<NoContent, Refused>> Share(
        Guid programmeId, Guid recordId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        const string Sql = """
            insert into record_share (programme_id, record_id, shared_at) values (@Programme, @recordId, @now) on conflict (programme_id, record_id) do nothing
            """;
        await using var work = await database.Begin(programmeId, cancellation);
        if (!await work.Any("select 1 from record where programme_id = @Programme and id = @recordId and kind = @Account", new { work.Programme, recordId, Account }))
            return Problems.OnlyAccountsShared.ToResult();
        await work.Run(Sql, new { work.Programme, recordId, now = clock.GetUtcNow() });
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> End(Guid programmeId, Guid recordId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await work.Run("delete from record_share where programme_id = @Programme and record_id = @recordId", new { work.Programme, recordId });
        await work.Commit();
        return TypedResults.NoContent();
    }

    /// <summary>Of somebody's records, those that whoever is this to them may see: presentations are for themselves, a clinical supervisor's are what was shared.</summary>
    public static async Task<IReadOnlyList<StoredVersion>> Visible(Work work, IReadOnlyList<StoredVersion> versions, IReadOnlySet<Role> roles)
    {
        if (Rights.SeePresentations.Allows(roles))
            return versions;
        if (roles.Overlaps(Rights.ListRecords.Roles.Except([Role.ClinicalSupervisor])))
            return [.. versions.Where(version => version.Kind is not (Part.Presentation or Part.FollowUp))];
        var shared = await work.Rows<Guid>("select record_id from record_share where programme_id = @Programme and record_id = any(@records)",
            new { work.Programme, records = versions.Select(version => version.RecordId).ToArray() });
        return [.. versions.Where(version => shared.Contains(version.RecordId))];
    }
}
