using System.Text;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>What anybody needs to check a record: the programme's public keys, and the log's signed head.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/programmes/{programmeId:guid}").WithTags("Keys").Public("Public keys: without them nobody could check a record.");
        keys.MapGet("/jwks.json", KeySet).WithName("ReadKeySet").WithSummary("Every key the programme ever signed with").Produces<object>(200, contentType: "application/jwk-set+json").Refuses(Problems.NotFound);
        keys.MapGet("/did.json", DidDocument).WithName("ReadDidDocument").WithSummary("The programme's did:web document").Produces<object>(200, contentType: "application/did+json").Refuses(Problems.NotFound);
        keys.MapGet("/keys/{keyId:guid}", Key).WithName("ReadKey").WithSummary("One public key: the `kid` of what it signed is its address").Produces<object>(200, contentType: "application/jwk+json").Refuses(Problems.NotFound);

        var log = routes.MapGroup("/v1/programmes/{programmeId:guid}/log").WithTags("Log").May(Rights.SeeProgramme, new PartOfProgramme());
        log.MapGet("/checkpoint", ReadCheckpoint).WithName("ReadCheckpoint").WithSummary("The log's head as the programme signed it").Refuses(Problems.NotFound);
    }

    private static Task<IResult> KeySet(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation) =>
        Answer(database, programmeId, "application/jwk-set+json", (_, keys) => ProgrammeDocument.KeySet(keys), cancellation);

    private static Task<IResult> DidDocument(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation) =>
        Answer(database, programmeId, "application/did+json", (programme, keys) => ProgrammeDocument.Did(programme.Issuer, keys), cancellation);

    private static Task<IResult> Key(Guid programmeId, Guid keyId, PortfolioDatabase database, CancellationToken cancellation) =>
        Answer(database, programmeId, "application/jwk+json",
            (programme, keys) => keys.Find(key => key.Id == SigningKeys.KeyId(programme, keyId)) is { } key ? ProgrammeDocument.Key(key) : null, cancellation);

    private static async Task<IResult> Answer(
        PortfolioDatabase database, Guid programmeId, string type, Func<Programme, List<RecordKey>, byte[]?> make, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await ProgrammeStore.Find(work, programmeId) is { } programme && make(programme, await PublishedKeys.All(work, programme)) is { } document
            ? TypedResults.Text(Encoding.UTF8.GetString(document), type)
            : Problems.NotFound.ToResult();
    }

    private static async Task<Results<Ok<CheckpointBody>, Refused>> ReadCheckpoint(Guid programmeId, PortfolioDatabase database, CancellationToken cancellation)
    {
        await using var work = await database.Begin(programmeId, cancellation);
        return await ProgrammeLog.LastCheckpoint(work) is { } last
            ? TypedResults.Ok(new CheckpointBody(last.Position, Convert.ToHexStringLower(last.Chain), last.SignedAt, last.Signature))
            : Problems.NotFound.ToResult();
    }
}
