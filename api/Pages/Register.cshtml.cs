using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>The register: filled and cancelled while it is open, shown once it is signed.</summary>
internal sealed class RegisterModel(PortfolioDatabase database, PersonStore people, TimeProvider clock) : RegisterPage(people), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepRegister, new SessionInPath("sessionId"));

    [BindProperty]
    public string? Reason { get; set; }

    public SignedRegister? Signed { get; private set; }

    public bool Saved { get; private set; }

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, bool saved, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Load(work, sessionId) is { } absent)
            return absent;
        Fresh();
        Saved = saved;
        await ShowSigned(work, sessionId);
        return Page();
    }

    public Task<IActionResult> OnPostReview(Guid programmeId, Guid sessionId, CancellationToken cancellation) => Fill(programmeId, sessionId, "/review", cancellation);

    public Task<IActionResult> OnPostSave(Guid programmeId, Guid sessionId, CancellationToken cancellation) => Fill(programmeId, sessionId, "?saved=true", cancellation);

    public async Task<IActionResult> OnPostCancel(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Load(work, sessionId) is { } absent)
            return absent;
        var version = Form.Version;
        Fresh();
        if (Reason is not ("leader-unavailable" or "industrial-action" or "holiday" or "other"))
            return await Show(work, Problems.InvalidBody.At(new FieldError("$.reason", "Say why it did not take place.")));
        if (await Registers.Cancel(work, Actor, sessionId, version, Reason, clock.GetUtcNow()) is { } problem)
            return await ShowAll(work, sessionId, problem);
        await work.Commit();
        return Redirect(Address);
    }

    /// <summary>Every device on which this leader need not type a code.</summary>
    public async Task<IActionResult> OnPostForget(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await LinkedDevices.Forget(work, Actor.Person!.Value, device: null, clock.GetUtcNow());
        await work.Commit();
        LinkCookie.Forget(HttpContext, programmeId);
        return Redirect(Address);
    }

    private async Task<IActionResult> Fill(Guid programme, Guid session, string next, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await Load(work, session) is { } absent)
            return absent;
        if ((await Read(work)).Refused(out var problem, out var register))
            return await Show(work, problem);
        if (await Registers.Fill(work, Actor, HttpContext.Granted(), session, Form.Version, register, clock.GetUtcNow()) is { } refused)
            return await ShowAll(work, session, refused);
        await work.Commit();
        return Redirect(Address + next);
    }

    private async Task<IActionResult> ShowAll(Work work, Guid session, Problem problem)
    {
        await ShowSigned(work, session);
        return await Show(work, problem);
    }

    private async Task ShowSigned(Work work, Guid session)
    {
        if (await SignedRegisters.Last(work, session) is not { } last)
            return;
        Signed = await SignedRegisters.Body(work, last);
        await Name(work, Signed.Records.Select(record => record.PersonId));
    }
}
