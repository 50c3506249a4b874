using System.Text;
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
    private const string Jwt = "application/vc+jwt";
    private static readonly string[] Types = ["application/json", Jwt, "text/plain"];

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOffs();
        routes.MapAccounts();
        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/records/{recordId:guid}").WithTags("Records").Require(new ReaderOfRecord("recordId"));
        readers.MapGet("/", Newest).WithName("ReadRecord").WithSummary("A record in its newest version, in the form that is asked for").InEachForm();
        readers.MapGet("/versions/{number:int}", Version).WithName("ReadRecordVersion").WithSummary("One version of a record, as it was issued").InEachForm();

        var people = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/records").WithTags("Records").RequireReaderOf("personId");
        people.MapGet("/", OfPerson).WithName("ListRecords").WithSummary("Somebody's records; when they presented is listed for themselves alone");
        routes.MapKeys();
        routes.MapVerify();
    }

    private static void InEachForm(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<RecordBody>(200, "application/json", Jwt, "text/plain").Refuses(Problems.NotAcceptable);

    private static Task<IResult> Newest(Guid programmeId, Guid recordId, HttpContext http, PortfolioDatabase database, PersonKeys keys) =>
        Read(http, database, keys, programmeId, recordId, null);

    private static Task<IResult> Version(Guid programmeId, Guid recordId, int number, HttpContext http, PortfolioDatabase database, PersonKeys keys) =>
        Read(http, database, keys, programmeId, recordId, number);

    private static async Task<IResult> Read(HttpContext http, PortfolioDatabase database, PersonKeys keys, Guid programmeId, Guid recordId, int? number)
    {
        if (http.Request.Form(Types) is not { } type)
            return Problems.NotAcceptable.Because("Ask for one of: " + string.Join(", ", Types) + ".").ToResult();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        if (await RecordStore.Find(work, recordId, number) is not { } version || (await Open(work, keys, programme, [version])).SingleOrDefault() is not { } body)
            return Problems.NotFound.ToResult();
        http.Response.Headers.Vary = HeaderNames.Accept;
        return type == "application/json" ? TypedResults.Ok(body) : TypedResults.Text(body.Jwt, type, Encoding.ASCII);
    }

    private static async Task<Ok<RecordList>> OfPerson(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, PersonKeys keys)
    {
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        var programme = (await ProgrammeStore.Find(work, programmeId))!;
        var versions = await RecordStore.Of(work, personId);
        var own = http.Person() == personId;
        return TypedResults.Ok(new RecordList(await Open(work, keys, programme, [.. versions.Where(version => own || version.Kind == "attendance")])));
    }

    /// <summary>Versions as they were issued, without those whose holder was erased.</summary>
    internal static async Task<IReadOnlyList<RecordBody>> Open(Work work, PersonKeys keys, Programme programme, IReadOnlyList<StoredVersion> versions)
    {
        var of = await keys.Of(work, [.. versions.Select(version => version.PersonId).Distinct()]);
        return [.. versions.Where(version => of.ContainsKey(version.PersonId)).Select(version => new RecordBody(
            version.RecordId, Addresses.Record(programme, version.RecordId), version.Number, version.Ended ?? "valid", version.Kind, version.PersonId,
            version.SessionId, version.ValidFrom, version.EndedAt,
            Encoding.ASCII.GetString(of[version.PersonId].Open(version.Jwt, Issuing.JwtPlace))))];
    }
}
