using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Groups;

internal static class GroupEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/groups";

    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Groups").May(Rights.SetUpGroups, new PartOfProgramme());
        tutors.MapPost("/", Add).WithName("AddGroup").WithSummary("Set up a group").Refuses(Problems.GroupKeyTaken, Problems.MeetingFormUnknown, Problems.SiteNotYours, Problems.IdTaken);

        var people = routes.MapGroup(Path).WithTags("Groups").May(Rights.SeeOwnGroups, new PartOfProgramme());
        people.MapGet("/", Mine).WithName("ListGroups").WithSummary("The groups that one leads or belongs to today, and those of the sites that one looks after");

        var leaders = routes.MapGroup(Path + "/{groupId:guid}").WithTags("Groups").May(Rights.ReadGroup, new GroupInPath("groupId"));
        leaders.MapGet("/", Read).WithName("ReadGroup").WithSummary("One group");
        leaders.MapGet("/members", Members).WithName("ListMembers").WithSummary("Who is or was a member");
        leaders.MapGet("/leaders", Leaders).WithName("ListLeaders").WithSummary("Who leads or led");

        var tutorsOfGroup = routes.MapGroup(Path + "/{groupId:guid}").WithTags("Groups").May(Rights.KeepPlaces, new GroupInPath("groupId"));
        tutorsOfGroup.MapPost("/members", AddMember).WithName("AddMember").WithSummary("A membership, from one day to another").RefusesPlaces();
        tutorsOfGroup.MapPost("/leaders", AddLeader).WithName("AddLeader").WithSummary("A mandate to lead, from one day to another").RefusesPlaces();
        tutorsOfGroup.MapPut("/members/{membershipId:guid}/last-day", EndMembership).WithName("EndMembership")
            .WithSummary("The last day of a membership").Refuses(Problems.DatesReversed, Problems.DatesOverlap);
        tutorsOfGroup.MapPut("/leaders/{mandateId:guid}/last-day", EndMandate).WithName("EndMandate")
            .WithSummary("The last day of a mandate").Refuses(Problems.DatesReversed, Problems.DatesOverlap);
        routes.MapMeetingForms();
        routes.MapGroupDetails();
        routes.MapQualifications();
    }

    private static void RefusesPlaces(this RouteHandlerBuilder endpoint) =>
        endpoint.Refuses(Problems.DatesOverlap, Problems.DatesReversed, Problems.PersonUnknown, Problems.IdTaken);

    private static async Task<Results<Created<GroupBody>, Ok<GroupBody>, Refused>> Add(
        Guid programmeId, NewGroup body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await GroupStore.Add(work, body, await http.Sites(work, clock), creation)).Refused(out var problem, out var made))
            return problem.ToResult();
        var group = (await GroupStore.Find(work, creation.Id))!;
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{group.Id}", group);
    }

    private static async Task<Ok<GroupList>> Mine(
        Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var now = clock.GetUtcNow();
        var sites = (await Offices.Of(work, http.Person(), now)).SitesFor(Rights.ReadGroup);
        return TypedResults.Ok(new GroupList(await GroupStore.Of(work, http.Person(), sites, now)));
    }

    private static async Task<Results<Ok<GroupBody>, Refused>> Read(
        Guid programmeId, Guid groupId, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await GroupStore.Find(work, groupId) is { } group
            ? TypedResults.Ok(group with { Details = await GroupDetailsStore.On(work, groupId, clock.GetUtcNow()) })
            : Problems.NotFound.ToResult();
    }

    private static async Task<Ok<PlacesInGroup>> Members(
        Guid programmeId, Guid groupId, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new PlacesInGroup(await Places(work, people, await PlaceStore.Members(work, groupId))));
    }

    private static async Task<Ok<PlacesInGroup>> Leaders(
        Guid programmeId, Guid groupId, PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var places = await Places(work, people, await PlaceStore.Leaders(work, groupId));
        var qualifications = await QualificationStore.Of(work, places.Select(place => place.PersonId));
        var professions = await QualificationStore.ProfessionsOf(work, places.Select(place => place.PersonId));
        return TypedResults.Ok(new PlacesInGroup(
            [.. places.Select(place => place with { Qualifications = [.. qualifications[place.PersonId]], Professions = [.. professions[place.PersonId]] })]));
    }

    private static async Task<List<PlaceInGroup>> Places(Work work, PersonStore people, List<PlaceStore.Row> rows)
    {
        var names = await people.Names(work, rows.Select(row => row.PersonId));
        return [.. rows.Select(row => new PlaceInGroup(row.Id, row.PersonId, names.GetValueOrDefault(row.PersonId, ""), row.As, row.From, row.Until))];
    }

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddMember(
        Guid programmeId, Guid groupId, NewMembership body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        AddPlace(http, database, clock, programmeId, body.PersonId, body.Id, body, body.From, body.Until, (work, creation) => PlaceStore.AddMember(work, groupId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddLeader(
        Guid programmeId, Guid groupId, NewMandate body, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        AddPlace(http, database, clock, programmeId, body.PersonId, body.Id, body, body.From, body.Until, (work, creation) => PlaceStore.AddLeader(work, groupId, body, creation));

    private static Task<Results<Created<FactBody>, Ok<FactBody>, Refused>> AddPlace<T>(
        HttpContext http, PortfolioDatabase database, TimeProvider clock, Guid programme, Guid person, Guid? id, T body, DateOnly from, DateOnly? until,
        Func<Work, Creation, Task<Answer<Made>>> add) =>
        FactEndpoints.Add(http, database, programme, id, body, from, until, async (work, creation) =>
            await SiteStore.WhyNotTheirs(work, person, await http.Sites(work, clock), clock.GetUtcNow()) is { } why ? why : await add(work, creation));

    private static Task<Results<NoContent, Refused>> EndMembership(
        Guid programmeId, Guid groupId, Guid membershipId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => PlaceStore.EndMembership(work, groupId, membershipId, body.Until));

    private static Task<Results<NoContent, Refused>> EndMandate(
        Guid programmeId, Guid groupId, Guid mandateId, LastDay body, HttpContext http, PortfolioDatabase database) =>
        FactEndpoints.End(http, database, programmeId, work => PlaceStore.EndMandate(work, groupId, mandateId, body.Until));
}
