using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Assessments;

internal static class FormEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/assessment-forms";

    private static readonly TakesBytes Document = new(
        "The form, as `contracts/schemas/assessment-form.schema.json` describes it, at most 64 KiB. A version never changes: the same bytes again are the same success.", "application/json")
    {
        Example = AssessmentExamples.Form,
    };

    public static void MapForms(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Assessments").May(Rights.KeepAssessmentForms, new WholeProgramme());
        tutors.MapPost("/", Add).WithName("AddAssessmentForm").WithSummary("Load a version of an assessment form")
            .WithMetadata(Document).Refuses(Problems.FormRefused, Problems.FormVersionTaken, Problems.BodyTooLarge);
        var people = routes.MapGroup(Path).WithTags("Assessments").May(Rights.SeeForms, new WholeProgramme());
        people.MapGet("/", All).WithName("ListAssessmentForms").WithSummary("Every version of every assessment form, with the example that is shipped");
    }

    private static async Task<Results<Created<AssessmentFormBody>, Ok<AssessmentFormBody>, Refused>> Add(
        Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock)
    {
        if (await Bytes(http.Request) is not { } document)
            return Problems.BodyTooLarge.Because($"A form has at most {FormReader.MostBytes} bytes.").ToResult();
        var (form, faults) = FormReader.Read(document);
        if (form is null)
            return Problems.FormRefused.At([.. faults.Take(20).Select(fault => new FieldError(fault.Path, fault.Reason))]).ToResult();
        await using var work = await database.Begin(programmeId, http.RequestAborted);
        if ((await FormStore.Add(work, form, document, Creation.Of(http, null, document), clock.GetUtcNow())).Refused(out var problem, out var made))
            return problem.ToResult();
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}", form.ToBody());
    }

    private static async Task<Ok<AssessmentFormList>> All(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new AssessmentFormList([.. (await FormStore.All(work)).Select(form => form.ToBody())]));
    }

    /// <summary>The body, or nothing where it is too large.</summary>
    private static async Task<byte[]?> Bytes(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > FormReader.MostBytes)
                return null;
        }
        return body.ToArray();
    }
}
