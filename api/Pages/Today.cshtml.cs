using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where everybody lands: what is due today, whatever they are, and then the way to all that is theirs.</summary>
internal sealed class TodayModel(PortfolioDatabase database, PersonStore people, TodayItems items, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.SeeWaiting, new PartOfProgramme());

    public DateOnly Day { get; private set; }

    public Guid Me { get; private set; }

    public string PersonName { get; private set; } = "";

    public OwnParts Parts { get; private set; } = null!;

    public IReadOnlySet<Role> Offices { get; private set; } = new HashSet<Role>();

    public TodaySeen Seen { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid programmeId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        Me = HttpContext.Person();
        if (await people.Find(work, Me) is not { } person)
            return NotFound();
        var now = clock.GetUtcNow();
        Day = (await ProgrammeStore.Find(work, programmeId))!.LocalDate(now);
        PersonName = person.Identity.Name;
        Parts = await OwnParts.Of(work, Me, Day);
        var offices = await People.Offices.Of(work, Me, now);
        Offices = offices.Anywhere;
        Seen = await items.Of(work, Me, Day, now, Parts, offices, PageFrame.Of(HttpContext).Words);
        return Page();
    }

    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Offices.Contains(role))
                return true;
        return false;
    }
}
