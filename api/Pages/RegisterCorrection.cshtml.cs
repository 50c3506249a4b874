using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Putting a signed register right: as it should have been and why, then the difference, then the signature on it.</summary>
internal sealed class RegisterCorrectionModel(PortfolioDatabase database, PersonStore people, Visitors visitors, SignOffs signOffs, Corrections corrections) : RegisterPage(people, visitors), IPageFor
{
    private static readonly PlainTextAttribute ReasonFence = new(Fences.Reason);

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SignRegister, new SessionInPath("sessionId"));

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? ListHash { get; set; }

    public SignOffListBody? List { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Load(work, sessionId) is { } absent)
            return absent;
        if (View.Session.State != Session.Signed)
            return Redirect(Address);
        Fresh();
        return Page();
    }

    public Task<IActionResult> OnPostSee(Guid programmeId, Guid sessionId, CancellationToken cancellation) => SeeOrSign(programmeId, sessionId, null, cancellation);

    public Task<IActionResult> OnPostSign(Guid programmeId, Guid sessionId, CancellationToken cancellation) =>
        SeeOrSign(programmeId, sessionId, ListHash ?? "", cancellation);

    private async Task<IActionResult> SeeOrSign(Guid programme, Guid session, string? listHash, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await Load(work, session) is { } absent)
            return absent;
        if ((await Read(work)).Refused(out var problem, out var register))
            return await Show(work, problem);
        if (string.IsNullOrEmpty(Reason) || !ReasonFence.IsValid(Reason))
            return await Show(work, Problems.InvalidBody.At(new FieldError("$.reason", "Say on one line why it is corrected. It is kept with the register and never sent.")));
        var answer = await corrections.SeeOrSign(work, Actor, session, listHash, Reason, (_, of) => signOffs.Prepare(work, of, register, Actor.Person!.Value, HttpContext.Granted()));
        if (answer.Refused(out problem, out var done))
            return await Show(work, problem);
        await work.Commit();
        if (done.Signed is not null)
            return Redirect(Address);
        List = done.Seen;
        return Page();
    }
}
