using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>The requirements of a programme, who follows which, and a new version: tried first, then published, then moved to.</summary>
internal sealed class RequirementsModel(PortfolioDatabase database, PersonStore people, TimeProvider clock) : PageModel, IPageFor
{
    public static void For(IEndpointConventionBuilder page) =>
        page.May(Rights.MoveRequirements, new PartOfProgramme()).WithMetadata(new RequestSizeLimitAttribute(PackEndpoints.Largest));

    public DateOnly Day { get; private set; }

    public IReadOnlyList<KeptPack> Packs { get; private set; } = [];

    /// <summary>How many follow each version today.</summary>
    public IReadOnlyDictionary<(string, int), int> Followers { get; private set; } = new Dictionary<(string, int), int>();

    /// <summary>Whose answer would change; nothing where nothing is tried.</summary>
    public PackTrial? Trial { get; private set; }

    public RequirementPack? Tried { get; private set; }

    /// <summary>What was handed in and tried and is not published, in base64.</summary>
    public string? Document { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public bool MayPublish { get; private set; }

    public string? Done { get; private set; }

    public Dictionary<string, string> Wrong { get; } = [];

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid programmeId, string? pack, int? version, string? done, CancellationToken cancellation)
    {
        Done = done is "published" or "moved" ? done : null;
        await using var work = await database.Begin(programmeId, cancellation);
        await Read(work);
        if (pack is not null && Packs.FirstOrDefault(kept => kept.Pack.Id == pack && kept.Pack.Version == version) is { } kept)
            await Try(work, kept.Pack);
        return Page();
    }

    public async Task<IActionResult> OnPostTry(Guid programmeId, IFormFile? file, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Read(work);
        if (file is null or { Length: 0 })
            return Refuse("file", "Choose the file of a requirement pack, or of an overlay over one.");
        if (file.Length > PackReader.MostBytes)
            return Refuse("file", $"A requirement pack has at most {PackReader.MostBytes / 1024} kB: this file is larger.");
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        if (await Taken(work, bytes.ToArray()) is not { } pack)
            return Page();
        Document = Convert.ToBase64String(bytes.ToArray());
        await Try(work, pack);
        return Page();
    }

    public async Task<IActionResult> OnPostPublish(Guid programmeId, string? document, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        await Read(work);
        var bytes = new byte[PackReader.MostBytes];
        if (!MayPublish || !Convert.TryFromBase64String(document ?? "", bytes, out var length))
            return NotFound();
        if (await Taken(work, bytes[..length]) is not { } pack)
            return Page();
        if ((await PackStore.Keep(work, pack, HttpContext.Person(), clock.GetUtcNow())).Refused(out var problem, out _))
            return Refuse("", problem.Title);
        await work.Commit();
        return Redirect($"{Request.Path}{Of(pack)}&done=published");
    }

    public async Task<IActionResult> OnPostMove(
        Guid programmeId, string pack, int version, DateOnly? from, DateOnly asOf, string hash, Guid[] person, CancellationToken cancellation)
    {
        await using (var work = await database.Begin(programmeId, cancellation))
        {
            if (await PackStore.Find(work, pack, version) is not { } kept)
                return NotFound();
            if (from is not { } first)
                Wrong["from"] = "Write the day on which they begin to follow it.";
            else if (person.Length == 0)
                Wrong["people"] = "Choose at least one person.";
            else if ((await PackTrials.Move(work, kept.Pack, new(person, first, asOf, hash), await PackEndpoints.Theirs(HttpContext, work, clock), HttpContext.Person(), clock.GetUtcNow()))
                .Refused(out var problem, out _))
                Wrong[problem.Errors is [{ Field: "$.from" }, ..] ? "from" : ""] = $"Nobody was moved. {problem.Title} {problem.Errors?[0].Message}".Trim();
            else
            {
                await work.Commit();
                return Redirect($"{Request.Path}{Of(kept.Pack)}&done=moved");
            }
        }
        Response.StatusCode = 409;
        return await OnGet(programmeId, pack, version, null, cancellation);
    }

    public static string Of(RequirementPack pack) =>
        QueryString.Create([KeyValuePair.Create("pack", (string?)pack.Id), KeyValuePair.Create("version", (string?)pack.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))]).Value!;

    private async Task Read(Work work)
    {
        var now = clock.GetUtcNow();
        Day = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(now);
        Packs = await PackStore.All(work);
        Followers = (await Assignments.On(work, Day)).Values.CountBy(assigned => (assigned.Pack.Id, assigned.Pack.Version)).ToDictionary();
        MayPublish = Rights.PublishPacks.Allows((await Offices.Of(work, HttpContext.Person(), now)).Everywhere);
    }

    private async Task Try(Work work, RequirementPack pack)
    {
        Tried = pack;
        Trial = await PackTrials.Of(work, pack, Day, await PackEndpoints.Theirs(HttpContext, work, clock));
        Names = await people.Names(work, Trial.People);
    }

    private async Task<RequirementPack?> Taken(Work work, byte[] document)
    {
        var (pack, faults) = await PackPublishing.Read(work, document);
        if (pack is not null)
            return pack;
        Faults = [.. faults.Select(fault => $"{fault.Path}: {fault.Reason}")];
        Refuse("file", $"This file cannot be taken: {Days.Count(faults.Count, "thing")} in it {(faults.Count == 1 ? "is" : "are")} not right.");
        return null;
    }

    private PageResult Refuse(string field, string wrong)
    {
        Wrong[field] = wrong;
        Response.StatusCode = 422;
        return Page();
    }
}
