using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using QRCoder;

namespace Portfolio.Api.Pages;

/// <summary>Adding a passkey or an authenticator, by an accepted invitation or a sign-in of the last minutes.</summary>
internal sealed class NewSignInModel(PortfolioDatabase database, SignInAdding adding, SignInPasskeys passkeys, SignInAuthenticators authenticators, Providers providers, ProviderSignIns signIns) : PageModel, IPageFor
{
    /// <summary>An authenticator's key: as a picture, and to be typed in groups of four.</summary>
    internal sealed record ShownAuthenticator(string Step, string Picture, string Key);

    public static void For(IEndpointConventionBuilder page) =>
        page.Public("Whoever accepted an invitation has no sign-in yet; anybody without one, or without a sign-in of the last minutes, is sent to sign in.");

    public IEnumerable<Provider> Providers => providers.ForPages;

    public string PersonName { get; private set; } = "";

    public string? Wrong { get; private set; }

    public ShownAuthenticator? Authenticator { get; private set; }

    public Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation) => By(programmeId, (_, _) => Task.FromResult<IActionResult>(Page()), cancellation);

    public Task<IActionResult> OnPostOptions(Guid programmeId, CancellationToken cancellation) => By(programmeId, async (work, may) =>
    {
        var question = await passkeys.AskForNew(HttpContext, work, may.Person);
        await work.Commit();
        return new JsonResult(question);
    }, cancellation);

    public Task<IActionResult> OnPostPasskey(Guid programmeId, string? step, string? credential, CancellationToken cancellation) => By(programmeId, async (work, may) =>
    {
        if (await passkeys.Make(HttpContext, work, may.Person.Id, step, credential) is { } passkey)
            return await Add(work, may, SignInKind.Passkey, new(Passkey: passkey));
        await work.Commit();
        Wrong = "That passkey could not be added. Try again, or set up an authenticator.";
        return Page();
    }, cancellation);

    public Task<IActionResult> OnPostAuthenticator(Guid programmeId, CancellationToken cancellation) => By(programmeId, async (work, may) =>
    {
        var made = await authenticators.Begin(work, may.Person.Id);
        await work.Commit();
        Authenticator = Show(made, may.Person);
        return Page();
    }, cancellation);

    public Task<IActionResult> OnPostConfirm(Guid programmeId, string? step, string? code, CancellationToken cancellation) => By(programmeId, async (work, may) =>
    {
        var (made, again) = await authenticators.Make(work, may.Person.Id, step, code);
        if (made is not null)
            return await Add(work, may, SignInKind.Authenticator, new(Authenticator: made));
        await work.Commit();
        (Authenticator, Wrong) = again is null
            ? (null, "That took too long, or was wrong too often. Begin again, and remove the account that you added to your authenticator.")
            : (Show(again, may.Person), "That is not the code that it shows now. Is the clock of your device right?");
        return Page();
    }, cancellation);

    public Task<IActionResult> OnPostProvider(Guid programmeId, string? provider, CancellationToken cancellation) => By(programmeId, async (_, may) =>
    {
        if (await signIns.Begin(HttpContext, programmeId, provider ?? "", adding: may.Person.Id) is not { } problem)
            return new EmptyResult();
        Wrong = problem.Title;
        return Page();
    }, cancellation);

    private async Task<IActionResult> By(Guid programmeId, Func<Work, MayAdd, Task<IActionResult>> answer, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await adding.Of(HttpContext, work) is not { } may)
            return Redirect($"/programmes/{programmeId}/sign-in?to=/programmes/{programmeId}/sign-ins/new");
        PersonName = may.Person.Identity.Name;
        // A form that ends at another origin is stopped by the browser unless the page said so.
        foreach (var provider in Providers)
            HttpContext.FormsMayLeadTo(await provider.SignsInAt(cancellation));
        return await answer(work, may);
    }

    private async Task<IActionResult> Add(Work work, MayAdd may, string kind, SignInDetail detail)
    {
        await adding.Add(HttpContext, work, may, kind, detail);
        await work.Commit();
        return Redirect($"/programmes/{work.Programme}/account");
    }

    private static ShownAuthenticator Show(NewAuthenticator made, Person person)
    {
        using var code = QRCodeGenerator.GenerateQrCode(SignInPeriods.Address(made.Secret, person.Identity.Email ?? person.Identity.Name), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        var key = string.Join(' ', SignInPeriods.Base32(made.Secret).Chunk(4).Select(four => new string(four)));
        return new(made.Step, Convert.ToBase64String(picture.GetGraphic(5)), key);
    }
}
