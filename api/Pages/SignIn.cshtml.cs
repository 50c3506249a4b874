using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>Signing in again: by a passkey, or by an e-mail address and an authenticator; as anybody of a demonstration at this computer.</summary>
internal sealed class SignInModel(
    PortfolioDatabase database, PersonStore people, SignInPasskeys passkeys, SignInByCode byCode, SignInWaits waits, BrowserSessions sessions, AtThisComputer here,
    Providers providers, TimeProvider clock) : PageModel, IPageFor
{
    private const string TooOften = "That did not work too often from where you are. Wait some minutes, then try again.";

    private Programme programme = null!;

    public static void For(IEndpointConventionBuilder page) => page.Public("Whoever signs in is nobody yet.");

    public string ProgrammeName => programme.Name;

    public Guid ProgrammeId => programme.Id;

    public IEnumerable<Provider> Providers => providers.ForPages;

    public string? To { get; private set; }

    public string? Step { get; private set; }

    public string? Wrong { get; private set; }

    public IReadOnlyList<Person> Demonstration { get; private set; } = [];

    public async Task<IActionResult> OnGet(string programmeId, string? to, CancellationToken cancellation) =>
        await Find(programmeId, to, cancellation) ? await Shown(cancellation) : NotFound();

    public async Task<IActionResult> OnPostOptions(string programmeId, CancellationToken cancellation)
    {
        if (!await Find(programmeId, null, cancellation))
            return NotFound();
        await using var work = await database.Begin(programme.Id, cancellation);
        if (await waits.Waits(work, waits.Origin(work, HttpContext)))
            return StatusCode(429);
        var question = await passkeys.Ask(HttpContext, work);
        await work.Commit();
        return new JsonResult(question);
    }

    public async Task<IActionResult> OnPostPasskey(string programmeId, string? step, string? credential, string? to, CancellationToken cancellation)
    {
        if (!await Find(programmeId, to, cancellation))
            return NotFound();
        await using var work = await database.Begin(programme.Id, cancellation);
        var origin = waits.Origin(work, HttpContext);
        if (await waits.Waits(work, origin))
            return await Again(TooOften, cancellation);
        if (await passkeys.Check(HttpContext, work, step, credential) is { } signIn)
            return await Enter(work, signIn.Person, signIn.Id);
        await waits.Failed(work, origin);
        await work.Commit();
        return await Again("That passkey does not sign in anybody here.", cancellation);
    }

    public async Task<IActionResult> OnPostAddress(string programmeId, string? email, string? to, CancellationToken cancellation)
    {
        if (!await Find(programmeId, to, cancellation))
            return NotFound();
        if (email is not { Length: > 2 and <= 254 } || !email.Contains('@', StringComparison.Ordinal))
            return await Again("Write an e-mail address.", cancellation);
        var began = clock.GetTimestamp();
        await using (var work = await database.Begin(programme.Id, cancellation))
        {
            Step = await byCode.Ask(HttpContext, work, email);
            await work.Commit();
        }
        if (SignInByCode.AtLeast - clock.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
            await Task.Delay(rest, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostCode(string programmeId, string? step, string? code, string? authenticator, string? to, CancellationToken cancellation)
    {
        if (!await Find(programmeId, to, cancellation))
            return NotFound();
        await using var work = await database.Begin(programme.Id, cancellation);
        if (await byCode.Check(HttpContext, work, step, code, authenticator) is { } signIn)
            return await Enter(work, signIn.Person, signIn.Id);
        await work.Commit();
        (Step, Wrong) = (step, "One of the two codes is not right, or it is over. Both change: read them again, or begin again.");
        return Page();
    }

    public async Task<IActionResult> OnPostDemonstration(string programmeId, Guid person, string? to, CancellationToken cancellation)
    {
        if (!await Find(programmeId, to, cancellation) || !programme.Demonstration || !here.IsOpen(HttpContext))
            return NotFound();
        await using var work = await database.Begin(programme.Id, cancellation);
        return await people.Find(work, person) is null ? NotFound() : await Enter(work, person, null);
    }

    private async Task<bool> Find(string idOrKey, string? to, CancellationToken cancellation)
    {
        await using var work = await database.BeginWithoutProgramme(cancellation);
        var found = Guid.TryParse(idOrKey, out var id) ? await ProgrammeStore.Find(work, id) : await ProgrammeStore.Find(work, idOrKey);
        // Back to a page of ours and nowhere else.
        To = to is { Length: <= 2000 } && Url.IsLocalUrl(to) ? to : null;
        programme = found!;
        return found is not null;
    }

    private async Task<IActionResult> Enter(Work work, Guid person, Guid? signIn)
    {
        await sessions.Open(HttpContext, work, person, signIn);
        await work.Commit();
        return LocalRedirect(To ?? $"/programmes/{programme.Id}");
    }

    private Task<IActionResult> Again(string wrong, CancellationToken cancellation)
    {
        Wrong = wrong;
        return Shown(cancellation);
    }

    private async Task<IActionResult> Shown(CancellationToken cancellation)
    {
        if (!programme.Demonstration || !here.IsOpen(HttpContext))
            return Page();
        await using var work = await database.Begin(programme.Id, cancellation);
        Demonstration = [.. (await people.All(work)).OrderBy(person => person.Identity.Key, StringComparer.Ordinal).ThenBy(person => person.Id)];
        return Page();
    }
}
