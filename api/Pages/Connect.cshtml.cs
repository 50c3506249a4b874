using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>A platform asks, and the trainee decides: which kinds of record, or none. Where it asked from is judged anew with every request.</summary>
internal sealed class ConnectModel(PortfolioDatabase database, AuthorizationAddresses addresses, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.Connect, new PartOfProgramme());

    public string Platform { get; private set; } = "";

    /// <summary>The site to which the browser goes back.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Who receives there, where it is written to.</summary>
    public ReceiverBody? Receiver { get; private set; }

    /// <summary>What was permitted before, where something is.</summary>
    public ConnectionBody? Before { get; private set; }

    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public string? Wrong { get; private set; }

    public Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation) =>
        For(programmeId, _ => Show(PermittedKind.All.Where(kind => Before?.Kinds.Contains(kind.Code) ?? kind.Offered).Select(kind => kind.Code)), cancellation);

    public Task<IActionResult> OnPost(Guid programmeId, string? decision, string[] kinds, CancellationToken cancellation) =>
        For(programmeId, request => decision == "permit" ? Permit(request, kinds, cancellation) : Task.FromResult<IActionResult>(Back(request, ("error", "access_denied"))), cancellation);

    private async Task<IActionResult> Permit(AuthorizationRequest request, string[] kinds, CancellationToken cancellation)
    {
        string[] chosen = [.. PermittedKind.All.Select(kind => kind.Code).Where(kinds.Contains)];
        if (Receiver is { Forbidden: true })
        {
            Wrong = "The programme lets nothing go to this receiver, so nothing was permitted.";
            return await Show(chosen);
        }
        if (chosen.Length == 0)
        {
            Wrong = "Choose at least one kind of record, or permit nothing.";
            return await Show(chosen);
        }
        await using var work = await database.Begin(request.Programme, cancellation);
        var code = await AuthorizationCodes.Make(work, request, HttpContext.Person(), chosen, clock.GetUtcNow());
        await work.Commit();
        return Back(request, ("code", code));
    }

    private RedirectResult Back(AuthorizationRequest request, (string, string) answer) => Redirect(request.Back(addresses, answer));

    private async Task<IActionResult> For(Guid programme, Func<AuthorizationRequest, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        var (request, _, back) = await AuthorizationRequest.Read(database, addresses, Request.Query, cancellation);
        if (back is not null)
            return Redirect(back);
        if (request is null || request.Programme != programme)
            return NotFound();
        (Platform, Site) = (request.Name, new Uri(request.RedirectUri).Host);
        // The form's own answer leads there.
        HttpContext.FormsMayLeadTo(new Uri(request.RedirectUri));
        await using (var work = await database.Begin(programme, cancellation))
        {
            Receiver = (await PlatformStore.All(work)).SingleOrDefault(one => one.Id == request.Platform)?.Receiver;
            Before = (await ConnectionStore.Of(work, HttpContext.Person())).SingleOrDefault(one => one.PlatformId == request.Platform && one.EndedAt is null);
        }
        return await answer(request);
    }

    private Task<IActionResult> Show(IEnumerable<string> chosen)
    {
        Chosen = [.. chosen];
        return Task.FromResult<IActionResult>(Page());
    }
}
