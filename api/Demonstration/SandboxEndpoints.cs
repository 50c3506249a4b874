using Portfolio.Api.Access;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Demonstration;

internal static class SandboxEndpoints
{
    private static readonly string[] Faults = ["twice", "out-of-order", "wrong-signature", "late"];

    public static void UseSandbox(this WebApplication app) => app.UseMiddleware<Sandbox>();

    public static void MapSandbox(this IEndpointRouteBuilder routes)
    {
        var keepers = routes.MapGroup("/v1/programmes/{programmeId:guid}/platforms/{platformId:guid}").WithTags("Demonstration").May(Rights.KeepPlatforms, new WholeProgramme());
        keepers.MapPost("/pushes", Push).WithName("PushWithFault").WithSummary("In a sandbox: push up to five records to a signed webhook, wrongly, as it happens in the field")
            .WithDescription("`twice`: each comes again under the same id; `out-of-order`: the newest first; `wrong-signature`: signed with another secret; `late`: signed ten minutes ago.")
            .Refuses(Problems.SandboxOnly, Problems.NotWrittenTo, Problems.NothingToPush, Problems.InvalidRequest);
    }

    private static async Task<Results<Ok<PushList>, Refused>> Push(
        Guid programmeId, Guid platformId, FaultyPushes pushes, CancellationToken cancellation, string fault = "twice") =>
        !Faults.Contains(fault) ? Problems.InvalidRequest.At(new FieldError("fault", $"Write one of: {string.Join(", ", Faults)}.")).ToResult()
        : (await pushes.Send(programmeId, platformId, fault, cancellation)).Refused(out var problem, out var pushed) ? problem.ToResult() : TypedResults.Ok(pushed);
}
