using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

internal static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/invitations").WithTags("Sign-in")
            .May(Rights.Invite, new PersonInPath("personId"));
        tutors.MapPost("/", Invite).WithName("Invite").WithSummary("Send somebody a link with which they choose how they sign in; one sent before is over")
            .Refuses(Problems.AddressMissing, Problems.AddressFresh, Problems.OwnInvitation, Problems.OfficeHolder, Problems.NotFound, Problems.Conflict);

        var enders = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/sign-ins/end").WithTags("Sign-in")
            .May(Rights.EndSignIns, new PersonInPath("personId"));
        enders.MapPost("/", EndAll).WithName("EndSignIns").WithSummary("End every way in which somebody signs in, and every session and token of theirs").Refuses(Problems.OfficeHolder, Problems.NotFound, Problems.InvalidBody);
    }

    private static async Task<Results<NoContent, Refused>> EndAll(
        Guid programmeId, Guid personId, SignInsToEnd body, PortfolioDatabase database, HttpContext http, PersonStore people, SignInEnding ending, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (body.PersonId != personId)
            return Problems.InvalidBody.At(new FieldError("$.personId", "Write the person of the path.")).ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await people.Find(work, personId) is not { } person)
            return Problems.NotFound.ToResult();
        if (await Offices.Outranks(work, personId, http.Person(), clock.GetUtcNow()))
            return Problems.OfficeHolder.ToResult();
        await ending.EndAll(work, person);
        await work.Commit();
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<InvitationBody>, Refused>> Invite(
        Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, PersonStore people, InvitationStore invitations, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (personId == http.Person())
            return Problems.OwnInvitation.ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if (await people.Find(work, personId) is not { } person)
            return Problems.NotFound.ToResult();
        // Whoever opens the link becomes them: nobody invites more power than they could give.
        var now = clock.GetUtcNow();
        if (await Offices.Outranks(work, personId, http.Person(), now))
            return Problems.OfficeHolder.ToResult();
        if ((await invitations.Make(work, person, http.Person(), now)).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return TypedResults.Ok(made.Body);
    }
}
