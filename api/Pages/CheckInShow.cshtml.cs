using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>What a leader holds up or puts on the screen: the code of this half minute. With a script it changes by itself.</summary>
internal sealed class CheckInShowModel(PortfolioDatabase database, PersonStore people, CheckIns checkIns, PublicAddress address, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ShowCheckIn, new SessionInPath("sessionId"));

    public Session Session { get; private set; } = null!;

    public string Group { get; private set; } = "";

    public ShownCheckIn Shown { get; private set; } = null!;

    public IReadOnlyList<string> In { get; private set; } = [];

    /// <summary>Local times, as they are told.</summary>
    public TimeOnly Opens { get; private set; }

    public TimeOnly? Changes { get; private set; }

    /// <summary>After how many milliseconds there is another code.</summary>
    public long Left { get; private set; }

    /// <summary>Where a code is typed in.</summary>
    public string Door { get; private set; } = "";

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid sessionId, CancellationToken cancellation) =>
        await Load(programmeId, sessionId, cancellation) ? Page() : NotFound();

    /// <summary>The part that changes, for the script.</summary>
    public async Task<IActionResult> OnGetNow(Guid programmeId, Guid sessionId, CancellationToken cancellation) =>
        await Load(programmeId, sessionId, cancellation) ? Partial("_CheckInCode", this) : NotFound();

    private async Task<bool> Load(Guid programmeId, Guid sessionId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await SessionStore.Find(work, sessionId) is not { } session)
            return false;
        var programme = PageFrame.Of(HttpContext).Programme!;
        Response.Headers.CacheControl = "private, no-store";
        (Session, Group) = (session, (await GroupStore.Find(work, session.GroupId))!.Name);
        Shown = await checkIns.Show(work, session);
        Opens = Local(Shown.OpensAt);
        Changes = Shown.ChangesAt is { } changes ? Local(changes) : null;
        Left = Shown.ChangesAt is { } at ? Math.Max(0, (long)(at - clock.GetUtcNow()).TotalMilliseconds) : 0;
        Door = new Uri(address.Base, $"check-in/{programme.Key}").GetComponents(UriComponents.Host | UriComponents.StrongPort | UriComponents.Path, UriFormat.Unescaped).Replace(":443", "", StringComparison.Ordinal);
        var came = (await CheckIns.Of(work, session)).CheckIns;
        var names = await people.Names(work, came.Select(one => one.PersonId));
        In = [.. came.Where(one => names.ContainsKey(one.PersonId)).Select(one => names[one.PersonId] + (one.Visiting ? " (says they are visiting)" : ""))];
        return true;

        TimeOnly Local(DateTimeOffset when) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(when, programme.Zone).DateTime);
    }
}
