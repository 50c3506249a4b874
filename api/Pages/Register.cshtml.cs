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
internal sealed class RegisterModel(
    PortfolioDatabase database, PersonStore people, Visitors visitors, LinkedDevices devices, BrowserSessions sessions, TimeProvider clock) : RegisterPage(people, visitors), IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.KeepRegister, new SessionInPath("sessionId"));

    [BindProperty]
    public string? Reason { get; set; }

    public SignedRegister? Signed { get; private set; }

    public bool Saved { get; private set; }

    /// <summary>Whether this device may be remembered: by whoever leads, signed in by an account.</summary>
    public bool MayRemember => Actor.Session is null && View.Leaders.Contains(HttpContext.Person());

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, bool saved, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Load(work, sessionId) is { } absent)
            return absent;
        Fresh();
        Saved = saved;
        await ShowSigned(work, sessionId);
        Keeps = await IsRemembered(work);
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
        RegisterApp.Clear(HttpContext);
        return Redirect(Address);
    }

    /// <summary>This device opens the register of the day by itself from now on: a way in, and so for whoever has just shown who they are.</summary>
    public async Task<IActionResult> OnPostRemember(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await Load(work, sessionId) is { } absent)
            return absent;
        if (!MayRemember || !await sessions.IsRecent(HttpContext, work))
        {
            Fresh();
            Refused = "You signed in some time ago. Sign out and in again, then let this device be remembered.";
            Response.StatusCode = 403;
            await ShowSigned(work, sessionId);
            return Page();
        }
        var secret = await devices.Remember(work, HttpContext.Person(), DeviceName.Of(Request.Headers.UserAgent.ToString()), clock.GetUtcNow());
        await work.Commit();
        LinkCookie.Keep(HttpContext, programmeId, secret);
        return Redirect(Address);
    }

    private async Task<bool> IsRemembered(Work work) =>
        await LinkedDevices.Knows(work, LinkCookie.Of(HttpContext, work.Programme), HttpContext.Person(), clock.GetUtcNow());

    private async Task<IActionResult> Fill(Guid programme, Guid session, string next, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programme, cancellation);
        if (await Load(work, session) is { } absent)
            return absent;
        if ((await Read(work)).Refused(out var problem, out var register))
            return await ShowAll(work, session, problem);
        if (await Registers.Fill(work, Actor, HttpContext.Granted(), session, Form.Version, register, clock.GetUtcNow()) is { } refused)
            return await ShowAll(work, session, refused);
        await work.Commit();
        return Redirect(Address + next);
    }

    private async Task<IActionResult> ShowAll(Work work, Guid session, Problem problem)
    {
        await ShowSigned(work, session);
        Keeps = await IsRemembered(work);
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
