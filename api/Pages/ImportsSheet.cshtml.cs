using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One sheet of paper, cell by cell: its names matched, held against the paper by a second person, or taken back.</summary>
internal sealed class ImportsSheetModel(PortfolioDatabase database, PaperSheets sheets) : PageModel, IPageFor
{
    private Programme programme = null!;

    public static void For(IEndpointConventionBuilder page) => page.May(Rights.CheckSheets, new GroupInPath("groupId"));

    public Guid GroupId { get; private set; }

    public string Group { get; private set; } = "";

    public PaperSheetBody Sheet { get; private set; } = null!;

    public Dictionary<string, string> Wrong { get; } = [];

    public bool Confirmed => Sheet.Sheet.ConfirmedAt is not null;

    public bool MayStage => HttpContext.Granted().Also(Rights.StageSheets);

    public bool MayConfirm => HttpContext.Granted().Also(Rights.ConfirmSheets);

    public bool MayCheck { get; private set; }

    public IReadOnlyList<PaperUnknown> Unknown => [.. Sheet.Names.Where(name => !name.LeftOut).SelectMany(name => name.Marks.Index()
        .Where(mark => mark.Item == PaperMark.Unknown).Select(mark => new PaperUnknown(name.Name ?? name.Written, Sheet.Days[mark.Index].HeldOn)))];

    public string Local(DateTimeOffset at) => Days.Day(programme.LocalDate(at));

    public Task<IActionResult> OnGet(Guid programmeId, Guid groupId, Guid sheetId, CancellationToken cancellation) => Show(programmeId, groupId, sheetId, cancellation);

    /// <param name="numbers">The names' numbers; <paramref name="people"/> says of each whom it means, or "out".</param>
    public async Task<IActionResult> OnPostMatch(Guid programmeId, Guid groupId, Guid sheetId, int[] numbers, string[] people, CancellationToken cancellation)
    {
        List<PaperMatch> matches = [.. numbers.Zip(people).Where(each => each.Second == "out" || Guid.TryParse(each.Second, out _))
            .Select(each => new PaperMatch(each.First, Guid.TryParse(each.Second, out var person) ? person : null))];
        if (!MayStage)
            return NotFound();
        if (matches.Count > 0)
            return await Change(programmeId, groupId, sheetId, (work, _) => sheets.Match(work, groupId, sheetId, new(matches), HttpContext.Person()), cancellation);
        Wrong[numbers is [var first, ..] ? $"name-{first}" : ""] = "Choose whom at least one of the names means.";
        return await Show(programmeId, groupId, sheetId, cancellation);
    }

    public Task<IActionResult> OnPostCheck(Guid programmeId, Guid groupId, Guid sheetId, CancellationToken cancellation) =>
        Change(programmeId, groupId, sheetId, (work, of) => sheets.Check(work, of, groupId, sheetId, HttpContext.Person()), cancellation);

    public async Task<IActionResult> OnPostDrop(Guid programmeId, Guid groupId, Guid sheetId, CancellationToken cancellation)
    {
        if (!MayStage)
            return NotFound();
        return await Change(programmeId, groupId, sheetId, (work, _) => sheets.Drop(work, groupId, sheetId), cancellation, $"/programmes/{programmeId:D}/imports/{groupId:D}");
    }

    public static string Words(string state) => state switch
    {
        PaperShown.Names => "Names to match",
        PaperShown.ToCheck => "To check",
        PaperShown.Checked => "To confirm",
        _ => "Came in",
    };

    public static string Colour(string state) => state switch
    {
        PaperShown.Names => "yellow",
        PaperShown.ToCheck => "blue",
        PaperShown.Checked => "purple",
        _ => "green",
    };

    /// <summary>The one of them whose name begins alike, word by word, as people write on paper: a proposal that somebody confirms.</summary>
    public static Guid? Guess(string written, IReadOnlyList<PaperPerson> people)
    {
        var words = Split(written);
        return people.Where(person => Fits(words, Split(person.Name))).ToList() is [var only] ? only.PersonId : null;

        static string[] Split(string name) => name.ToUpperInvariant().Split([' ', '.', ',', '-'], StringSplitOptions.RemoveEmptyEntries);

        static bool Fits(string[] written, string[] name) =>
            written.Length > 0 && written.Length <= name.Length && written.Zip(name).All(pair => pair.Second.StartsWith(pair.First, StringComparison.Ordinal));
    }

    private async Task<IActionResult> Change(
        Guid programmeId, Guid groupId, Guid sheetId, Func<Work, Programme, Task<Problem?>> change, CancellationToken cancellation, string? then = null)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (await change(work, (await ProgrammeStore.Find(work, programmeId))!) is not { } problem)
            {
                await work.Commit();
                return Redirect(then ?? Request.Path);
            }
            if (problem.Code == Problems.NotFound.Code)
                return NotFound();
            Wrong[""] = problem.Title;
            Response.StatusCode = problem.Status;
        }
        return await Show(programmeId, groupId, sheetId, cancellation);
    }

    private async Task<IActionResult> Show(Guid programmeId, Guid groupId, Guid sheetId, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (await sheets.See(work, programme, groupId, sheetId, HttpContext.Granted()) is not { } sheet)
            return NotFound();
        (GroupId, Group, Sheet) = (groupId, (await GroupStore.Find(work, groupId))!.Name, sheet);
        MayCheck = await sheets.MayCheck(work, groupId, sheetId, HttpContext.Person());
        return Page();
    }
}
