using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

internal static class FrameworkEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/frameworks";

    // A little more than a file may have, so that a larger one is refused with a finding.
    private const long LargestBody = SheetBytes.Most + (64 << 10);

    private static readonly IReadOnlyDictionary<string, string> Suffixes = new Dictionary<string, string>
    {
        [".json"] = FrameworkFile.Json, [".csv"] = MoodleSheet.Type, [".matrix"] = Matrix.Type,
    };

    public static void MapCurricula(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Curricula").May(Rights.LoadFrameworks, new WholeProgramme());
        tutors.MapPost("/", Load).WithName("LoadFramework").WithSummary("Load a version of a framework: ours, a CASE 1.1 package, Moodle's CSV or Mahara's .matrix; all of it or nothing")
            .WithMetadata(new TakesBytes("The framework, at most 20 MB. Which JSON it is, its members say, whatever the type.", [.. FrameworkFile.Types]) { Of = typeof(FrameworkBody) }, new RequestSizeLimitAttribute(LargestBody))
            .Refuses(Problems.FrameworkRefused, Problems.FrameworkVersionTaken, Problems.BodyTooLarge, Problems.UnsupportedMediaType);
        tutors.MapPut("/{framework}/publication", Publish).WithName("PublishFramework").WithSummary("Let anybody read, in CASE, the versions that are there").Refuses(Problems.FrameworkUnknown);
        tutors.MapDelete("/{framework}/publication", TakeBack).WithName("TakeBackFramework").WithSummary("Let the programme alone read them").Refuses(Problems.FrameworkUnknown);

        var people = routes.MapGroup(Path).WithTags("Curricula").May(Rights.SeeFrameworks, new PartOfProgramme());
        people.MapGet("/", List).WithName("ListFrameworks").WithSummary("The frameworks that can be used, shipped and loaded, in all their versions");
        people.MapGet("/{framework}", Read).WithName("ReadFramework")
            .WithSummary("A framework in the form that is asked for by type, or by the suffix .json, .csv or .matrix; its newest version when none is named")
            .Produces<FrameworkBody>(200, FrameworkFile.Json, [.. FrameworkFile.Types.Skip(1)]).Refuses(Problems.FrameworkUnknown, Problems.NotAcceptable);
        routes.MapCase();
    }

    private static async Task<Results<Created<FrameworkBody>, Ok<FrameworkBody>, Refused>> Load(
        Guid programmeId, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation, string? id = null, string? version = null)
    {
        var type = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var said) ? said.MediaType.Value!.ToLowerInvariant() : "";
        if (!FrameworkFile.Types.Contains(type))
            return Problems.UnsupportedMediaType.Because($"Send the framework as one of: {string.Join(", ", FrameworkFile.Types)}.").ToResult();
        var findings = new FrameworkFindings();
        if (await FrameworkFile.Read(http.Request.Body, type, new(id, version), findings, cancellation) is not { } read)
            return findings.ToProblem().ToResult();
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await FrameworkLoading.Load(work, read, http.Person(), clock.GetUtcNow())).Refused(out var problem, out var loaded))
            return problem.ToResult();
        if (loaded.Now)
            await work.Commit();
        return Describing.Made(loaded.Now, $"{http.Request.Path.Value!.TrimEnd('/')}/{loaded.Version.Framework.Id}", loaded.Version.Framework.ToBody());
    }

    private static async Task<Ok<FrameworkList>> List(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(new FrameworkList(await FrameworkStore.Lines(work)));
    }

    private static async Task<IResult> Read(
        Guid programmeId, string framework, HttpContext http, PortfolioDatabase database, PublicAddress address, CancellationToken cancellation, string? version = null)
    {
        var suffix = Suffixes.Keys.FirstOrDefault(end => framework.EndsWith(end, StringComparison.Ordinal));
        var id = suffix is null ? framework : framework[..^suffix.Length];
        await using var work = await database.Begin(programmeId, cancellation);
        if ((await FrameworkStore.Versions(work, id)).FirstOrDefault(of => version is null || of.Framework.Version == version) is not { } found)
            return Problems.FrameworkUnknown.ToResult();
        http.Response.Headers.Vary = HeaderNames.Accept;
        if ((suffix is null ? http.Request.Form(FrameworkFile.Types) : Suffixes[suffix]) is not { } type)
            return Problems.NotAcceptable.Because($"Ask for one of: {string.Join(", ", FrameworkFile.Types)}.").ToResult();
        if (suffix is not null)
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = framework }.ToString();
        return type switch
        {
            FrameworkFile.Case => TypedResults.Json(new CaseWriter(found.Framework, found.DocumentId, found.ChangedAt, address.Base).Package(), Http.Json.Options, FrameworkFile.Case),
            MoodleSheet.Type => TypedResults.Bytes(MoodleSheet.Write(found.Framework), "text/csv; charset=utf-8"),
            Matrix.Type => TypedResults.Bytes(Matrix.Write(found.Framework), Matrix.Type),
            _ => TypedResults.Ok(found.Framework.ToBody()),
        };
    }

    private static Task<Results<Ok<FrameworkList>, Refused>> Publish(Guid programmeId, string framework, PortfolioDatabase database, CancellationToken cancellation) =>
        Change(programmeId, framework, database, PublishedFrameworks.Publish, cancellation);

    private static Task<Results<Ok<FrameworkList>, Refused>> TakeBack(Guid programmeId, string framework, PortfolioDatabase database, CancellationToken cancellation) =>
        Change(programmeId, framework, database, PublishedFrameworks.TakeBack, cancellation);

    private static async Task<Results<Ok<FrameworkList>, Refused>> Change(
        Guid programmeId, string framework, PortfolioDatabase database, Func<Work, IReadOnlyList<FrameworkVersion>, Task> change, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        var versions = await FrameworkStore.Versions(work, framework);
        if (versions.Count == 0)
            return Problems.FrameworkUnknown.ToResult();
        await change(work, versions);
        var lines = (await FrameworkStore.Versions(work, framework)).Select(version => version.ToLine());
        await work.Commit();
        return TypedResults.Ok(new FrameworkList([.. lines]));
    }
}
