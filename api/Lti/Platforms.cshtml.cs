using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Pages;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Lti;

/// <summary>The platforms that show this service: what is filled in there, and what they tell us.</summary>
internal sealed class PlatformsModel(PortfolioDatabase database, PublicAddress address, GuardSettings reach, TimeProvider clock) : PageModel, IPageFor
{
    public static readonly IReadOnlyList<(string Name, string Label, string Hint)> Fields =
    [
        ("name", "Name", "What people call it, such as the school’s Moodle."),
        ("issuer", "Platform ID or issuer", "Letter by letter as it stands there, such as https://moodle.example.org"),
        ("clientId", "Client ID", "What the platform calls this service."),
        ("authorizationUrl", "Authentication request URL", "Moodle: ends in /mod/lti/auth.php"),
        ("tokenUrl", "Access token URL", "Moodle: ends in /mod/lti/token.php"),
        ("keysUrl", "Public keyset URL", "Moodle: ends in /mod/lti/certs.php"),
        ("deployments", "Deployment IDs", "Separated by spaces; often just one number."),
    ];

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepPlatforms, new WholeProgramme());

    public LtiAddresses Ours { get; private set; } = null!;

    public IReadOnlyList<LtiRegistrationBody> Registrations { get; private set; } = [];

    public LtiRegistrationLink? Link { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public Dictionary<string, string> Sent { get; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await Show(work);
    }

    public async Task<IActionResult> OnPostAdd(Guid programmeId, Guid? id, CancellationToken cancellation)
    {
        foreach (var (name, label, _) in Fields)
        {
            Sent[name] = Request.Form[name].ToString().Trim();
            if (name != "deployments" && !ShortText.Is(Sent[name], name switch { "name" => Fences.Name, "clientId" => 255, _ => 2000 }))
                Wrong[name] = $"Write the {char.ToLowerInvariant(label[0])}{label[1..]} on one line.";
        }
        var body = new NewLtiRegistration(Sent["name"], Sent["issuer"], Sent["clientId"], Sent["authorizationUrl"], Sent["tokenUrl"], Sent["keysUrl"], Split(Sent["deployments"], "deployments"), id);
        foreach (var error in LtiRegistrationEndpoints.WhyNot(body, reach))
            Wrong.TryAdd(error.Field[2..], error.Message);
        await using var work = await database.Begin(programmeId, cancellation);
        if (Wrong.Count == 0 && await LtiRegistrations.Of(work, body.Issuer, body.ClientId) is not null)
            Wrong["clientId"] = Problems.LtiRegistered.Title;
        if (Wrong.Count == 0 && (await LtiRegistrations.Add(work, body, Creation.Of(HttpContext, id, body), clock.GetUtcNow())).Refused(out var problem, out _))
            Wrong[""] = problem.Title;
        if (Wrong.Count > 0)
        {
            Response.StatusCode = 422;
            return await Show(work);
        }
        await work.Commit();
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostDeployments(Guid programmeId, Guid registration, string? deployments, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var split = Split(deployments ?? "", $"deployments-{registration}");
        if (await LtiRegistrations.Find(work, registration) is not { EndedAt: null })
            return NotFound();
        if (Wrong.Count > 0)
            return await Show(work);
        await LtiRegistrations.SetDeployments(work, registration, split);
        await work.Commit();
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostEnd(Guid programmeId, Guid registration, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await LtiRegistrations.End(work, registration, clock.GetUtcNow());
        await work.Commit();
        return Redirect(Request.Path);
    }

    public async Task<IActionResult> OnPostOffer(Guid programmeId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            Link = LtiRegistrationEndpoints.Link(HttpContext, address, programmeId, await LtiRegistrations.Offer(work, HttpContext.Person(), now), now);
            await work.Commit();
        }
        return await OnGet(programmeId, cancellation);
    }

    private string[] Split(string text, string field)
    {
        var split = text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (split.Length > 50 || split.Any(one => !ShortText.Is(one, 255)))
            Wrong[field] = "Write at most 50 deployment IDs, separated by spaces.";
        return split;
    }

    private async Task<IActionResult> Show(Work work)
    {
        Ours = LtiAddresses.Of(HttpContext, address, work.Programme);
        Registrations = [.. (await LtiRegistrations.Live(work)).Select(LtiRegistrationEndpoints.Body)];
        return Page();
    }
}
