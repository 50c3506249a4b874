using Microsoft.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Records;

internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOffs();
        routes.MapAccounts();
        routes.MapAssessmentSigning();
        routes.MapElsewhereRecords();
        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/records/{recordId:guid}").WithTags("Records").May(Rights.ReadRecord, new RecordInPath("recordId"));
        readers.MapGet("/", Newest).WithName("ReadRecord").WithSummary("A record in its newest version, in the form that is asked for").InEachForm();
        readers.MapGet("/versions/{number:int}", Version).WithName("ReadRecordVersion").WithSummary("One version of a record, as it was issued").InEachForm();
        readers.MapGet("/bundle", Bundle).WithName("DownloadRecord").WithSummary("One file with everything that checking the record offline needs")
            .Produces<byte[]>(200, "application/zip").Refuses(Problems.RecordErased);
        routes.MapCompetencies();
        routes.MapRecordChanges();
        routes.MapShares();

        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/records").WithTags("Records").May(Rights.ListRecords, new PersonInPath("personId"));
        people.MapGet("/", OfPerson).WithName("ListRecords").WithSummary("Somebody's records; when they presented is listed for themselves alone");
        routes.MapKeys();
        routes.MapStatus();
        routes.MapVerify();
    }

    private static void InEachForm(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<RecordBody>(200, RecordForms.Json, [.. RecordForms.All.Skip(1)]).Refuses(Problems.NotAcceptable, Problems.RecordErased);

    private static Task<IResult> Newest(Guid programmeId, Guid recordId, HttpContext http, PortfolioDatabase database, PersonKeys keys, TimeProvider clock) =>
        Read(http, database, keys, clock, programmeId, recordId, null);

    private static Task<IResult> Version(
        Guid programmeId, Guid recordId, int number, HttpContext http, PortfolioDatabase database, PersonKeys keys, TimeProvider clock) =>
        Read(http, database, keys, clock, programmeId, recordId, number);

    private static async Task<IResult> Read(
        HttpContext http, PortfolioDatabase database, PersonKeys keys, TimeProvider clock, Guid programmeId, Guid recordId, int? number)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if ((await Find(work, keys, programme, recordId, number)).Refused(out var problem, out var version))
            return problem.ToResult();
        http.Response.Headers.Vary = HeaderNames.Accept;
        if (RecordForms.Wanted(http.Request, hasEmbedded: version.Embedded is not null).Refused(out problem, out var type))
            return problem.ToResult();
        return type switch
        {
            RecordForms.Json => TypedResults.Ok(version.ToBody()),
            RecordForms.Embedded or RecordForms.EmbeddedToo => TypedResults.Bytes(version.Embedded!, type),
            RecordForms.Html => Page(http, programme, version, await Verifying.Check(
                work, programme, version.Embedded ?? version.Jwt, recordId, version.Of.Number, clock.GetUtcNow())),
            _ => TypedResults.Bytes(version.Jwt, type),
        };
    }

    private static ContentHttpResult Page(HttpContext http, Programme programme, OpenVersion version, Contracts.Records.CheckedRecord record)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(RecordPage.Write(version.ToBody(), record, Addresses.Keys(programme), Addresses.RecordCheck(programme, version.Of.RecordId, version.Of.Number)), "text/html; charset=utf-8");
    }

    private static async Task<IResult> Bundle(Guid programmeId, Guid recordId, HttpContext http, PortfolioDatabase database, PersonKeys keys, SigningKeys signing)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        return (await Find(work, keys, programme, recordId, number: null)).Refused(out var problem, out var version)
            ? problem.ToResult()
            : TypedResults.File(await RecordBundle.Write(work, programme, version, await signing.InUse(work, programme)), "application/zip", $"record-{recordId:D}.zip");
    }

    private static async Task<Ok<RecordList>> OfPerson(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, PersonKeys keys)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var versions = await RecordStore.Of(work, personId);
        var shown = await OpenVersion.All(work, keys, programme, await RecordShares.Visible(work, versions, http.Granted().Roles));
        return TypedResults.Ok(new RecordList([.. shown.Select(version => version.ToBody())]));
    }

    private static async Task<Answer<OpenVersion>> Find(Work work, PersonKeys keys, Programme programme, Guid record, int? number) =>
        await RecordStore.Find(work, record, number) is not { } stored ? Problems.NotFound
        : await OpenVersion.All(work, keys, programme, [stored]) is [var open] ? open
        : Problems.RecordErased;
}
