using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class GroupDetailsEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/groups/{groupId:guid}";

    public static void MapGroupDetails(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup(Path).WithTags("Groups").May(Rights.SeeHowGroupMeets, new GroupInPath("groupId"));
        readers.MapGet("/details", Details).WithName("ListGroupDetails").WithSummary("How large the group is, whether it is open, and how many cases it hears, dated");
        readers.MapGet("/agreements", Agreements).WithName("ListAgreements").WithSummary("What its members agreed on, and who accepted which version");

        var keepers = routes.MapGroup(Path).WithTags("Groups").May(Rights.KeepGroup, new GroupInPath("groupId"));
        keepers.MapPost("/details", AddDetails).WithName("AddGroupDetails").WithSummary("What is true of the group from a day on")
            .Refuses(Problems.DatesOverlap, Problems.DatesReversed, Problems.SizeReversed, Problems.IdTaken);
        keepers.MapPut("/details/{detailsId:guid}/last-day", EndDetails).WithName("EndGroupDetails").WithSummary("The last day of what was said of the group")
            .Refuses(Problems.DatesReversed, Problems.DatesOverlap);
        keepers.MapPost("/agreements", AddAgreement).WithName("AddAgreement").WithSummary("A new version of the agreement").Refuses(Problems.Conflict, Problems.IdTaken);

        var members = routes.MapGroup(Path).WithTags("Groups").May(Rights.AcceptAgreement, new GroupInPath("groupId"));
        members.MapPut("/agreements/{agreementId:guid}/acceptance", Accept).WithName("AcceptAgreement").WithSummary("Accept a version of the agreement");
    }

    private static async Task<Ok<GroupDetailsList>> Details(Guid programmeId, Guid groupId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new GroupDetailsList(await GroupDetailsStore.Of(work, groupId)));
    }

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddDetails(
        Guid programmeId, Guid groupId, NewGroupDetails body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.Add(http, database, programmeId, body.Id, body, body.From, body.Until, (work, creation) => GroupDetailsStore.Add(work, groupId, body, creation));

    private static Task<Results<NoContent, Refused>> EndDetails(
        Guid programmeId, Guid groupId, Guid detailsId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => GroupDetailsStore.End(work, groupId, detailsId, body.Until));

    private static async Task<Ok<AgreementList>> Agreements(Guid programmeId, Guid groupId, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new AgreementList(await AgreementStore.Of(work, groupId, http.Granted().Also(Rights.ReadGroup) ? null : http.Person())));
    }

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddAgreement(
        Guid programmeId, Guid groupId, NewAgreement body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        FactEndpoints.Add(http, database, programmeId, body.Id, body, body.From, null,
            (work, creation) => AgreementStore.Add(work, groupId, body, creation, clock.GetUtcNow()));

    private static async Task<Results<Ok<AgreementBody>, Refused>> Accept(
        Guid programmeId, Guid groupId, Guid agreementId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await AgreementStore.Accept(work, groupId, agreementId, http.Person(), clock.GetUtcNow()) is not { } accepted)
            return Problems.NotFound.ToResult();
        await work.Commit();
        return TypedResults.Ok(accepted);
    }
}
