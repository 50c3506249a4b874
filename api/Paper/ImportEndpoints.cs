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
    public const long LargestBody = SheetBytes.Most + (64 << 10);

    private const string PeopleSheet = """
        person_id,name,email,professional_body,number,role,grade,wte,working_days,site,group,from,to,supervisor_id,grade_expected_to,review_date,evidence_cut_off
        P008,Tara Trainee,tara@example.org,GMC,9900013,trainee,CT1,0.8,Mon Tue Wed Thu,Riverside Hospital,wed,2024-08-07,2025-08-05,P005,2025-08-05,2025-06-25,2025-06-11

        """;

    private const string ClockStopSheet = """
        person_id,from,to
        P008,2025-01-06,2025-02-16

        """;

    private const string RegisterSheet = """
        group,site,session_date,start,minutes,mode,state,leader_id,co_leader_id,person_id,attendance,minutes_attended,role,follow_up_of
        wed,Riverside Hospital,2025-05-28,15:00,60,in-person,held,P001,P002,P008,present,60,presenter,

        """;

    private const string EvidenceExample = """
        person_id,type,from,to,sessions,minutes,outcome,keeper,original,sha256
        P008,CBDGA,2025-01-29,2025-01-29,,,satisfactory,The college's e-portfolio,Assessments of January 2025,

        """;

    public static void AddPaper(this IServiceCollection services) => services.AddSingleton<Importer>().AddSingleton<EvidenceImport>()
        .AddSingleton<PaperStore>().AddSingleton<PaperSheets>().AddSingleton<PaperConfirming>();

    public static void MapPaper(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup("/v1/programmes/{programmeId:guid}/imports").WithTags("Imports").May(Rights.Import, new WholeProgramme())
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        tutors.MapPost("/people", People).WithName("ImportPeople").WithSummary("People and what is true of them, from a sheet").Takes(PeopleSheet).RefusesSheets();
        tutors.MapPost("/clock-stops", ClockStops).WithName("ImportClockStops").WithSummary("Periods that stop the clock, from a sheet").Takes(ClockStopSheet).RefusesSheets();
        tutors.MapPost("/registers", Registers).WithName("ImportRegisters").WithSummary("A back-log of paper registers, marked as imported for ever").Takes(RegisterSheet).RefusesSheets();
        tutors.MapPost("/evidence", Evidence).WithName("ImportEvidence").WithSummary("What was recorded elsewhere, from a sheet; somebody else than whoever imports it confirms each line")
            .Takes(EvidenceExample).Refuses(Problems.SheetRefused, Problems.BodyTooLarge, Problems.UnsupportedMediaType);
        routes.MapPaperSheets();
    }

    private static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, string example) => endpoint.WithMetadata(
        new TakesBytes("The sheet: UTF-8, comma-separated, a header with the columns of the example, at most 20 MB.", "text/csv") { Example = example });

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
        if (NotASheet(http) is { } not)
            return not.ToResult();
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

    private static async Task<Results<Ok<EvidenceImported>, Refused>> Evidence(
        Guid programmeId, HttpContext http, PortfolioDatabase database, EvidenceImport evidence)
    {
        if (NotASheet(http) is { } problem)
            return problem.ToResult();
        var findings = new Findings();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var added = await evidence.Import(work, programme, new("evidence.csv", http.Request.Body), http.Person(), findings);
        if (findings.Any)
            return Refuse(findings);
        await work.Commit();
        return TypedResults.Ok(new EvidenceImported(added));
    }

    public static Problem? NotASheet(HttpContext http) => http.Request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) is true
        ? null
        : Problems.UnsupportedMediaType.Because("Send the sheet as text/csv.");

    public static Refused Refuse(Findings findings) =>
        Problems.SheetRefused.Because(findings.More > 0 ? $"These are the first {Findings.Most} of {findings.Count} findings." : $"{findings.Count} finding(s).")
            .At([.. findings.Listed.Select(finding => new FieldError(
                $"{finding.File}:{finding.Line} {finding.Column}".TrimEnd(), $"“{finding.Value}” should be {finding.Fix}."))]).ToResult();
}
