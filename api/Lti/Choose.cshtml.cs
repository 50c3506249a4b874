using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Records;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Lti;

/// <summary>Something that a course's link can lead to.</summary>
/// <param name="Value">As the form and the link have it: <c>register:{group}</c>, <c>my-year:</c>, <c>trainee:{trainee}</c>.</param>
internal sealed record LtiContent(string Value, string Title)
{
    public JsonObject Custom() => Value.Split(':') is [var page, var id]
        ? page switch
        {
            LtiTargets.Register => new() { [LtiNames.Page] = page, [LtiNames.Group] = id },
            LtiTargets.Trainee => new() { [LtiNames.Page] = page, [LtiNames.Trainee] = id },
            _ => new() { [LtiNames.Page] = page },
        }
        : [];
}

/// <summary>Deep linking: somebody who builds a course chooses what of ours its link leads to.</summary>
internal sealed class ChooseModel(
    LtiDoor door, PortfolioDatabase database, SignInSteps steps, PersonStore people, PlatformKeys keys, PublicAddress address, GuardSettings reach, TimeProvider clock, ILogger<ChooseModel> log)
    : LtiPage(door, log), IPageFor
{
    private static readonly TimeSpan AnswerLasts = TimeSpan.FromMinutes(5);

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeProgramme, new PartOfProgramme());

    public string? Step { get; private set; }

    public IReadOnlyList<LtiContent> Choices { get; private set; } = [];

    public string? Jwt { get; private set; }

    public string ReturnUrl { get; private set; } = "";

    public async Task<IActionResult> OnGet(string? step, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        if (await steps.Look(work, step, LtiDoor.Choosing) is not { } asked || asked.Person != HttpContext.Person())
            return Refuse(Programme, null, "state-expired");
        (Step, Choices) = (step, await Offered(work));
        return Page();
    }

    public async Task<IActionResult> OnPostChoose(string? step, string? choice, CancellationToken cancellation)
    {
        await using var work = await database.Begin(Programme, cancellation);
        if (await steps.Look(work, step, LtiDoor.Choosing) is not { } asked || asked.Person != HttpContext.Person() || (await Offered(work)).FirstOrDefault(one => one.Value == choice) is not { } chosen)
            return await OnGet(step, cancellation);
        var back = JsonSerializer.Deserialize<LtiChoice>(asked.State!, Json.Options)!;
        if (await steps.Take(work, step, LtiDoor.Choosing) is null || await LtiRegistrations.Find(work, back.Registration) is not { EndedAt: null } registration
            || !Uri.TryCreate(back.ReturnUrl, UriKind.Absolute, out var to) || !PrivateAddressGuard.Allows(to, reach))
            return Refuse(Programme, back.Registration, "state-expired");
        var key = await keys.InUse(work);
        await work.Commit();
        (Jwt, ReturnUrl) = (key.Jwt(Answer(registration, back, chosen)), back.ReturnUrl);
        HttpContext.FormsMayLeadTo(to);
        return Page();
    }

    private JsonObject Answer(LtiRegistration registration, LtiChoice back, LtiContent chosen)
    {
        var now = clock.GetUtcNow();
        var answer = new JsonObject
        {
            ["iss"] = registration.ClientId, ["aud"] = new JsonArray(registration.Issuer), ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = (now + AnswerLasts).ToUnixTimeSeconds(),
            ["nonce"] = $"{Guid.NewGuid():N}", [LtiNames.Claim + "deployment_id"] = back.Deployment, [LtiNames.Claim + "message_type"] = LtiNames.DeepLinkingResponse,
            [LtiNames.Claim + "version"] = LtiNames.Version,
            [LtiNames.DeepLinkingItems] = new JsonArray(new JsonObject
            {
                ["type"] = "ltiResourceLink", ["title"] = chosen.Title, ["url"] = $"{LtiAddresses.Of(HttpContext, address, Programme).Launch}", ["custom"] = chosen.Custom(),
            }),
        };
        if (back.Data is { } data)
            answer[LtiNames.DeepLinkingData] = data;
        return answer;
    }

    // What they may see themselves: a link shows nobody more than that, but a title would.
    private async Task<IReadOnlyList<LtiContent>> Offered(Work work)
    {
        var (me, now) = (HttpContext.Person(), clock.GetUtcNow());
        var today = (await ProgrammeStore.Find(work, Programme))!.LocalDate(now);
        var offices = await Offices.Of(work, me, now);
        var looksAfter = Rights.ReadGroup.Allows(offices.Anywhere);
        var groups = await GroupStore.Of(work, me, looksAfter ? offices.SitesFor(Rights.ReadGroup) : new HashSet<Guid>(), now);
        var trainees = new HashSet<Guid>(await Supervised.Trainees(work, me, today));
        if (Rights.ReadProgress.Allows(offices.Anywhere))
            foreach (var group in groups)
                trainees.UnionWith((await PlaceStore.Members(work, group.Id)).Where(place => place.From <= today && !(place.Until < today)).Select(place => place.PersonId));
        var names = await people.Names(work, trainees);
        return
        [
            .. groups.Select(group => new LtiContent($"{LtiTargets.Register}:{group.Id}", $"{group.Name}: today’s session")),
            new(LtiTargets.MyYear + ":", "My year: each person’s own"),
            .. names.OrderBy(named => named.Value, StringComparer.CurrentCulture).Select(named => new LtiContent($"{LtiTargets.Trainee}:{named.Key}", $"{named.Value}: their year")),
        ];
    }
}
