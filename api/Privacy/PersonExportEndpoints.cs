using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

internal static class PersonExportEndpoints
{
    private const string Json = "application/json", Zip = "application/zip";
    private const string Path = "/v1/programmes/{programmeId:guid}/people/{personId:guid}";

    public static void MapPersonExports(this IEndpointRouteBuilder routes)
    {
        var oneself = routes.MapGroup(Path + "/export").WithTags("Privacy").May(Rights.ExportOneself, new PersonInPath("personId"));
        oneself.MapGet("/", Read).WithName("ExportPerson").WithSummary("Everything that is held about oneself, as JSON or as an archive of sheets and signed records")
            .Produces<PersonExport>(200, Json, Zip).Refuses(Problems.NotAcceptable);

        var officers = routes.MapGroup(Path + "/export-orders").WithTags("Privacy").May(Rights.OrderExport, new PersonInPath("personId"));
        officers.MapPost("/", Order).WithName("OrderExport").WithSummary("Send somebody a link, by letter, to what is held about them; it works once")
            .Refuses(Problems.AddressMissing, Problems.IdTaken);
    }

    /// <summary>The export in the form that is asked for, written while it is read.</summary>
    public static IResult Answer(HttpContext http, PortfolioDatabase database, PersonExports exports, Guid programme, Guid person, string form)
    {
        return form == Zip
            ? TypedResults.Stream(Write(PersonExportZip.Write), Zip, $"export-{person:D}.zip")
            : TypedResults.Stream(Write(PersonExportJson.Write), Json);

        Func<Stream, Task> Write(Func<Work, ExportOf, Stream, CancellationToken, Task> write) => async to =>
        {
            await using var work = await database.Begin(programme, http.RequestAborted);
            if (await exports.Begin(work, person) is { } export)
                await write(work, export, to, http.RequestAborted);
        };
    }

    private static IResult Read(Guid programmeId, Guid personId, HttpContext http, PortfolioDatabase database, PersonExports exports)
    {
        http.Response.Headers.Vary = "Accept";
        return http.Request.Form(Json, Zip) is { } form
            ? Answer(http, database, exports, programmeId, personId, form)
            : Problems.NotAcceptable.Because($"Ask for {Json} or {Zip}.").ToResult();
    }

    private static async Task<Results<Created<ExportOrderBody>, Ok<ExportOrderBody>, Refused>> Order(
        Guid programmeId, Guid personId, NewExportOrder body, HttpContext http, PortfolioDatabase database, PersonExportOrders orders, TimeProvider clock,
        CancellationToken cancellation)
    {
        var creation = Creation.Of(http, body.Id, body);
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await orders.Add(work, personId, creation, clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", made.Order);
    }
}
