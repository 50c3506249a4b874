using System.Globalization;
using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One's own ways of signing in and addresses.</summary>
internal sealed class AccountModel(
    PortfolioDatabase database, PersonStore people, SignInAddresses addresses, SignInEnding ending, BrowserSessions sessions, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeProgramme, new WholeProgramme());

    public Guid ProgrammeId { get; private set; }

    public string PersonName { get; private set; } = "";

    public bool Recent { get; private set; }

    public string? Wrong { get; private set; }

    public IReadOnlyList<SignInBody> SignIns { get; private set; } = [];

    public AddressList Addresses { get; private set; } = new(null, []);

    public bool Weekly { get; private set; }

    public static string Day(DateTimeOffset? at) => at is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "never";

    public static string NameOf(string kind) => kind switch
    {
        SignInKind.Passkey => "Passkey",
        SignInKind.Authenticator => "Authenticator",
        SignInKind.Platform => "Account of a platform that shows this service",
        _ => "Account of your organisation",
    };

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        ProgrammeId = programmeId;
        await using var work = await database.Begin(programmeId, cancellation);
        if (await people.Find(work, HttpContext.Person()) is not { } person)
            return NotFound();
        (PersonName, Recent) = (person.Identity.Name, await sessions.IsRecent(HttpContext, work));
        (SignIns, Addresses) = (await SignInStore.List(work, person.Id), await addresses.List(work, person));
        Weekly = (await DigestStore.Setting(work, person.Id)).Weekly;
        return Page();
    }

    public Task<IActionResult> OnPostEnd(Guid programmeId, Guid signIn, CancellationToken cancellation) =>
        Change(programmeId, (work, person) => ending.End(HttpContext, work, person.Id, signIn), cancellation);

    public Task<IActionResult> OnPostAddAddress(Guid programmeId, string? email, CancellationToken cancellation) => Change(programmeId, async (work, person) =>
    {
        if (email is not { Length: <= Fences.Email } || !MailAddress.TryCreate(email, out var read) || read.Address != email)
            return Problems.InvalidBody.Because("Write one e-mail address.");
        if (!await sessions.IsRecent(HttpContext, work))
            return Problems.SignInNotRecent;
        var body = new NewAddress(email);
        return (await addresses.Add(work, person, body, Creation.Of(HttpContext, null, body), clock.GetUtcNow())).Problem;
    }, cancellation);

    public Task<IActionResult> OnPostConfirm(Guid programmeId, Guid address, string? code, CancellationToken cancellation) =>
        Change(programmeId, (work, person) => addresses.Confirm(work, person.Id, address, SignInPeriods.Plain(code ?? ""), clock.GetUtcNow()), cancellation);

    public Task<IActionResult> OnPostEndAddress(Guid programmeId, Guid address, CancellationToken cancellation) => Change(programmeId, async (work, person) =>
    {
        if (!await sessions.IsRecent(HttpContext, work))
            return Problems.SignInNotRecent;
        await addresses.End(work, person, address, clock.GetUtcNow());
        return null;
    }, cancellation);

    public Task<IActionResult> OnPostLetters(Guid programmeId, bool weekly, CancellationToken cancellation) => Change(programmeId, async (work, person) =>
    {
        await DigestStore.Set(work, person.Id, weekly, clock.GetUtcNow());
        return null;
    }, cancellation);

    // A refusal can leave a count behind, so it is kept too: nothing else was written.
    private async Task<IActionResult> Change(Guid programmeId, Func<Work, Person, Task<Problem?>> change, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (await people.Find(work, HttpContext.Person()) is not { } person)
                return NotFound();
            var problem = await change(work, person);
            await work.Commit();
            if (problem is null)
                return Redirect(HttpContext.Request.Path);
            Wrong = problem.Detail ?? problem.Title;
        }
        return await OnGet(programmeId, cancellation);
    }
}
