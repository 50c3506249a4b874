using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Demonstration;

/// <summary>Trying the service out at one's own computer: sign in as anybody of a demonstration programme, and of no other.</summary>
internal static class DemonstrationEndpoints
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);


    public static void AddDemonstration(this IServiceCollection services)
    {
        services.AddSingleton<DemonstrationProgramme>();
        services.AddSingleton<FaultyPushes>();
    }

    /// <summary>For whoever starts the host by hand: a programme to try, and where to go.</summary>
    public static void OfferDemonstration(this WebApplication app)
    {
        var programme = app.Services.GetRequiredService<DemonstrationProgramme>();
        app.Lifetime.ApplicationStarted.Register(() => _ = programme.Offer(app.Lifetime.ApplicationStopping));
    }

    public static void MapDemonstration(this WebApplication app)
    {
        var demonstration = app.MapGroup("/demonstration").WithTags("Demonstration")
            .Public("Reaches demonstration programmes only, and only from this computer.").AddEndpointFilter<AtThisComputer>();
        demonstration.MapGet("/", List).WithName("ListDemonstrations").WithSummary("Where to go and who to be").Refuses(Problems.NotFound);
        demonstration.MapPost("/sign-in", SignIn).WithName("SignInToDemonstration").WithSummary("Be somebody of a demonstration programme").Refuses(Problems.NotFound);
        app.MapSandbox();
    }

    private static async Task<Results<Ok<DemonstrationList>, Refused>> List(PortfolioDatabase database, PersonStore people, CancellationToken cancellation)
    {
        await using var open = await database.BeginWithoutProgramme(cancellation);
        var list = new List<DemonstrationBody>();
        foreach (var programme in await ProgrammeStore.Demonstrations(open))
        {
            await using var work = await database.Begin(programme.Id, cancellation);
            var all = (await people.All(work)).OrderBy(person => person.Identity.Key, StringComparer.Ordinal).ThenBy(person => person.Id);
            list.Add(new(programme.Id, programme.Key, programme.Name, [.. all.Select(person => person.ToBody())]));
        }
        return TypedResults.Ok(new DemonstrationList(list));
    }

    private static async Task<Results<Ok<SignedIn>, Refused>> SignIn(
        DemonstrationSignIn body, PortfolioDatabase database, PersonStore people, TimeProvider clock, CancellationToken cancellation)
    {
        await using var open = await database.BeginWithoutProgramme(cancellation);
        if (await ProgrammeStore.Find(open, body.Programme) is not { Demonstration: true } programme)
            return Problems.NotFound.ToResult();
        await using var work = await database.Begin(programme.Id, cancellation);
        var person = Guid.TryParse(body.Person, out var id) ? (await people.Find(work, id))?.Id : await people.IdOfKey(work, body.Person);
        if (person is null)
            return Problems.NotFound.ToResult();
        var now = clock.GetUtcNow();
        var token = await AccessTokens.Issue(work, new Actor(programme.Id, person, null), now + Lasts, now);
        await work.Commit();
        return TypedResults.Ok(new SignedIn(token, now + Lasts, programme.Id, person.Value));
    }
}
