using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var leaders = routes.MapGroup("/v1/programmes/{programmeId:guid}/groups/{groupId:guid}/accounts").WithTags("Records").May(Rights.SignAccount, new GroupInPath("groupId"));
        leaders.MapPost("/", Sign).WithName("SignAccount").WithSummary("See the account of one person over a period, then sign it")
            .Refuses(Problems.NothingToAccountFor, Problems.PersonUnknown, Problems.OwnRecord, Problems.ListChanged, Problems.InvalidRequest, Problems.NothingRealUnsigned);
    }

    private static async Task<Results<Ok<AccountBody>, Refused>> Sign(
        Guid programmeId, Guid groupId, NewAccount body, HttpContext http, PortfolioDatabase database, Accounts accounts, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await accounts.Sign(work, groupId, body, http.Person())).Refused(out var problem, out var account))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(account);
    }
}
