using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>One person's mark at one session: a shape, its words, and letters for what else they did.</summary>
internal sealed record YearMark(string Shape, string Words, string Letters = "");

/// <summary>A group's year as a table: people down, sessions across.</summary>
internal sealed class YearModel(PortfolioDatabase database, PersonStore people, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) => page.May(Rights.ReadGroup, new GroupInPath("groupId"));

    public string Group { get; private set; } = "";

    public DateOnly Today { get; private set; }

    public GroupYear Year { get; private set; } = null!;

    public IReadOnlyList<DateOnly> Years { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    /// <summary>When somebody presented is for the leaders.</summary>
    public bool SeesPresentations => HttpContext.Granted().Also(Rights.SeePresentations);

    public bool Keeps => HttpContext.Granted().Also(Rights.KeepRegister);

    public string Home => $"/programmes/{RouteData.Values["programmeId"]}";

    public static string NameOf(DateOnly year) => $"{year.Year} to {year.Year + 1}";

    public async Task<IActionResult> OnGet(Guid programmeId, Guid groupId, string? starting, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        if (await GroupStore.Find(work, groupId) is not { } group)
            return NotFound();
        (Group, Today) = (group.Name, PageFrame.Of(HttpContext).Programme!.LocalDate(clock.GetUtcNow()));
        Years = await GroupYears.All(work, groupId);
        var now = GroupYear.StartOf(Today);
        Year = await GroupYears.Of(work, groupId, int.TryParse(starting, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Years.Any(one => one.Year == year) ? new(year, 8, 1) : now);
        var names = await people.Names(work, Year.People);
        People = [.. names.Select(person => (person.Key, person.Value)).OrderBy(person => person.Value, StringComparer.CurrentCulture)];
        return Page();
    }

    /// <summary>What the table shows of somebody at a session.</summary>
    public YearMark Mark(YearSession session, Guid person)
    {
        if (session.State == Session.Cancelled)
            return new("", $"cancelled: {GroupWords.Reason(session.CancelledFor)}");
        if (Year.Lines.TryGetValue((session.Id, person), out var line))
        {
            var (also, letters) = SeesPresentations
                ? ((line.Presented ? ", presented" : "") + (line.FollowedUp ? ", followed up" : ""), (line.Presented ? "P" : "") + (line.FollowedUp ? "F" : ""))
                : ("", "");
            var visiting = line.Standing == Line.VisitingMember ? ", visiting" : "";
            return line.Attendance switch
            {
                "present" => new("present", "present" + also + visiting, letters),
                "partial" => new("partial", $"present for {line.Minutes} minutes{also}{visiting}", letters),
                "apologies" => new("apologies", "apologies"),
                "not-expected" => new("not-expected", "not expected"),
                _ => new("absent", "absent"),
            };
        }
        if (!Year.Belongs(person, session.HeldOn))
            return new("", "not in the group");
        return session.HeldOn > Today ? new("", "to come") : session.State == Session.Signed ? new("", "not on the register") : new("waiting", "register not filled in");
    }
}
