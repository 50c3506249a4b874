using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;
using Microsoft.AspNetCore.Mvc;

namespace Portfolio.Api.Paper;

internal static class ImportEndpoints
{
    // A little more than a sheet may have, so that a larger one is refused in the sheets' own words.
    private const long LargestBody = SheetBytes.Most + (64 << 10);

    public static void AddPaper(this IServiceCollection services) => services.AddSingleton<Importer>();

    public static void MapPaper(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/imports").WithTags("Imports").RequireTutor()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody), new TakesSheet());
        tutors.MapPost("/people", People).WithName("ImportPeople").WithSummary("People and what is true of them, from a sheet").RefusesSheets();
        tutors.MapPost("/clock-stops", ClockStops).WithName("ImportClockStops").WithSummary("Periods that stop the clock, from a sheet").RefusesSheets();
        tutors.MapPost("/registers", Registers).WithName("ImportRegisters").WithSummary("A back-log of paper registers, marked as imported for ever").RefusesSheets();
    }

    private static void RefusesSheets(this RouteHandlerBuilder endpoint) =>
        endpoint.Refuses(Problems.SheetRefused, Problems.BodyTooLarge, Problems.UnsupportedMediaType, Problems.NothingRealUnsigned);

    private static Task<Results<Ok<ImportBody>, Refused>> People(Guid programmeId, HttpContext http, PortfolioDatabase database, Importer importer, PersonStore people, PublicAddress address) =>
        Import(http, database, importer, people, address, programmeId, new(People: new("people.csv", http.Request.Body)));

    private static Task<Results<Ok<ImportBody>, Refused>> ClockStops(Guid programmeId, HttpContext http, PortfolioDatabase database, Importer importer, PersonStore people, PublicAddress address) =>
        Import(http, database, importer, people, address, programmeId, new(ClockStops: new("clock-stops.csv", http.Request.Body)));

    private static Task<Results<Ok<ImportBody>, Refused>> Registers(Guid programmeId, HttpContext http, PortfolioDatabase database, Importer importer, PersonStore people, PublicAddress address) =>
        Import(http, database, importer, people, address, programmeId, new(Registers: new("registers.csv", http.Request.Body)));

    private static async Task<Results<Ok<ImportBody>, Refused>> Import(
        HttpContext http, PortfolioDatabase database, Importer importer, PersonStore people, PublicAddress address, Guid programmeId, ImportFiles files)
    {
        if (http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) is not true)
            return Problems.UnsupportedMediaType.Because("Send the sheet as text/csv.").ToResult();
        var findings = new Findings();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (!address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned.ToResult();
        var by = (await people.Find(work, http.Person()))!.Identity.Name;
        if (await importer.Import(work, programme, files, by, findings) is not { } imported)
            return Refuse(findings);
        await work.Commit();
        return TypedResults.Ok(imported);
    }

    private static Refused Refuse(Findings findings) =>
        Problems.SheetRefused.Because(findings.More > 0 ? $"These are the first {Findings.Most} of {findings.Count} findings." : $"{findings.Count} finding(s).")
            .At([.. findings.Listed.Select(finding => new FieldError(
                $"{finding.File}:{finding.Line} {finding.Column}".TrimEnd(), $"“{finding.Value}” should be {finding.Fix}."))]).ToResult();
}

/// <summary>Marks endpoints whose body is a sheet, for the description.</summary>
internal sealed record TakesSheet;
