using System.Text.RegularExpressions;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>To whom a programme lets nothing go, whatever its trainees permit.</summary>
internal static class ReceiverEndpoints
{
    private const string Path = "/v1/programmes/{programmeId:guid}/receivers";

    public static void MapReceivers(this IEndpointRouteBuilder routes)
    {
        var tutors = routes.MapGroup(Path).WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        tutors.MapPut("/", Set).WithName("ForbidReceivers").WithSummary("Countries and hosts to which nothing goes from now on, in place of those before")
            .WithDescription("A platform that is connected already gets nothing while it is forbidden, and what it has can still be taken back there once it is allowed again.");
        var people = routes.MapGroup(Path).WithTags("Platforms").May(Rights.SeeProgramme, new PartOfProgramme());
        people.MapGet("/", Read).WithName("ReadForbiddenReceivers").WithSummary("Countries and hosts to which nothing goes");
    }

    private static async Task<Results<Ok<ForbiddenReceivers>, Refused>> Set(
        Guid programmeId, ForbiddenReceivers body, PortfolioDatabase database, PlatformSeal seal, CancellationToken cancellation)
    {
        FieldError[] errors =
        [
            .. body.ForbiddenCountries.Index().Where(one => !Regex.IsMatch(one.Item, Fences.Country)).Select(one => new FieldError($"$.forbiddenCountries[{one.Index}]", "Write two capital letters (ISO 3166-1).")),
            .. body.ForbiddenHosts.Index().Where(one => !IsHost(one.Item)).Select(one => new FieldError($"$.forbiddenHosts[{one.Index}]", "Write the name of a host in small letters, such as example.org.")),
        ];
        if (errors.Length > 0)
            return Problems.InvalidBody.At(errors).ToResult();
        var rules = new ForbiddenReceivers(InOrder(body.ForbiddenCountries), InOrder(body.ForbiddenHosts));
        await using var work = await database.Begin(programmeId, cancellation);
        if (!Receivers.Same(await Receivers.Of(work), rules))
            await Receivers.Set(work, seal, rules);
        await work.Commit();
        return TypedResults.Ok(rules);
    }

    private static async Task<Ok<ForbiddenReceivers>> Read(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return TypedResults.Ok(await Receivers.Of(work));
    }

    private static bool IsHost(string text) => Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-')
        && !text.EndsWith('.');

    private static string[] InOrder(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
