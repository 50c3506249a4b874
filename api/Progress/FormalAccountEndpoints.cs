using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

internal static class FormalAccountEndpoints
{
    private const string Json = "application/json", Text = "text/plain";

    public static void MapFormalAccounts(this IEndpointRouteBuilder routes)
    {
        var readers = routes.MapGroup("/v1/programmes/{programmeId:guid}/people/{personId:guid}/formal-account").WithTags("Progress")
            .May(Rights.ReadFormalAccount, new PersonInPath("personId"));
        readers.MapGet("/", Read).WithName("ReadFormalAccount").WithSummary("How often somebody meets with others over their work, how and with whom, as facts or as a text")
            .Produces<FormalAccount>(200, Json, Text).Refuses(Problems.NotAcceptable, Problems.InvalidRequest);
    }

    private static async Task<IResult> Read(
        Guid programmeId, Guid personId, DateOnly from, DateOnly until, HttpContext http, PortfolioDatabase database, FormalAccountStore accounts,
        CancellationToken cancellation, string language = "en")
    {
        http.Response.Headers.Vary = "Accept";
        if (WhyNot(from, until, language) is { } why)
            return Problems.InvalidRequest.At(why).ToResult();
        if (http.Request.Form(Json, Text) is not { } form)
            return Problems.NotAcceptable.Because($"Ask for {Json} or {Text}.").ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        return await accounts.Find(work, personId, from, until, language) switch
        {
            null => Problems.NotFound.ToResult(),
            { } account when form == Text => TypedResults.Text(FormalAccountText.Write(account), Text, Encoding.UTF8),
            var account => TypedResults.Ok(account),
        };
    }

    private static FieldError? WhyNot(DateOnly from, DateOnly until, string language) =>
        from < Fences.FirstDay ? new("from", $"Write a day from {Fences.FirstDay:yyyy-MM-dd} on.")
        : until > Fences.LastDay ? new("until", $"Write a day until {Fences.LastDay:yyyy-MM-dd}.")
        : until < from ? new("until", "Write the same day as `from`, or a later one.")
        : FormalAccountText.Has(language) ? null
        : new("language", "Write `en` or `de`.");
}
