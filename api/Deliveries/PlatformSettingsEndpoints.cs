using System.Text;
using Microsoft.AspNetCore.Mvc;
using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Deliveries;

/// <summary>How a platform proves itself, and where it may have trainees sent back to.</summary>
internal static class PlatformSettingsEndpoints
{
    private const int LargestKeySet = 64 * 1024;

    private static readonly TakesBytes Keys = new("A JWK Set (RFC 7517) of public keys for signing, each with a kid; an empty one takes them away.", "application/jwk-set+json");

    public static void MapPlatformSettings(this IEndpointRouteBuilder routes, string path)
    {
        var keepers = routes.MapGroup(path).WithTags("Platforms").May(Rights.KeepPlatforms, new WholeProgramme());
        keepers.MapPost("/secrets", AddSecret).WithName("AddPlatformSecret").WithSummary("A second secret, shown in this one answer; both hold until one is ended")
            .Refuses(Problems.SecretsLive, Problems.PlatformEnded, Problems.IdTaken);
        keepers.MapPost("/secrets/{secretId:guid}/end", EndSecret).WithName("EndPlatformSecret").WithSummary("End a secret; ending twice is ending once");
        keepers.MapPut("/keys", SetKeys).WithName("SetPlatformKeys").WithSummary("The platform's public keys, in place of those before")
            .WithMetadata(Keys, new RequestSizeLimitAttribute(LargestKeySet)).Refuses(Problems.InvalidBody, Problems.BodyTooLarge, Problems.PlatformEnded);
        keepers.MapPut("/keys-url", SetKeysUrl).WithName("SetPlatformKeysUrl").WithSummary("Where the platform's public keys are fetched from, in place of those before")
            .Refuses(Problems.PlatformEnded);
        keepers.MapPut("/redirect-uris", SetRedirectUris).WithName("SetPlatformRedirectUris").WithSummary("Where it may have trainees sent back to")
            .Refuses(Problems.PlatformEnded);
    }

    private static async Task<Results<Created<PlatformSecretBody>, Ok<PlatformSecretBody>, Refused>> AddSecret(
        Guid programmeId, Guid platformId, NewPlatformSecret body, HttpContext http, PortfolioDatabase database, TimeProvider clock, CancellationToken cancellation)
    {
        var (creation, secret, now) = (Creation.Of(http, body.Id, body), PlatformSecret.Make(), clock.GetUtcNow());
        await using var work = await database.Begin(programmeId, cancellation);
        if (await PlatformStore.Find(work, platformId) is not { } platform)
            return Problems.NotFound.ToResult();
        if (platform.EndedAt is not null)
            return Problems.PlatformEnded.ToResult();
        if ((await PlatformSecrets.Add(work, platformId, secret, creation, now)).Refused(out var problem, out var made))
            return problem.ToResult();
        var kept = (await PlatformSecrets.Of(work, platformId)).Single(one => one.Id == creation.Id);
        await work.Commit();
        return Describing.Made(made.Now, $"{http.Request.Path}/{creation.Id}", kept with { Secret = made.Now ? secret : null });
    }

    private static Task<Results<Ok<PlatformSettings>, Refused>> EndSecret(
        Guid programmeId, Guid platformId, Guid secretId, HttpContext http, PortfolioDatabase database, TimeProvider clock) =>
        PlatformEndpoints.Change(http, database, programmeId, platformId, async (work, _) =>
            await PlatformSecrets.End(work, platformId, secretId, clock.GetUtcNow()) == 1 || (await PlatformSecrets.Of(work, platformId)).Any(one => one.Id == secretId)
                ? null : Problems.NotFound, live: false);

    private static async Task<Results<Ok<PlatformSettings>, Refused>> SetKeys(
        Guid programmeId, Guid platformId, HttpContext http, PortfolioDatabase database, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellation);
        var (keys, fault) = KeySet.Read(Encoding.UTF8.GetString(body.ToArray()));
        if (fault is not null)
            return Problems.InvalidBody.At(new FieldError("$.keys", fault)).ToResult();
        return await PlatformEndpoints.Change(http, database, programmeId, platformId,
            (work, _) => PlatformEndpoints.Done(PlatformStore.SetKeys(work, platformId, keys.Count == 0 ? null : KeySet.Written(keys), null)));
    }

    private static async Task<Results<Ok<PlatformSettings>, Refused>> SetKeysUrl(
        Guid programmeId, Guid platformId, KeysAddress body, HttpContext http, PortfolioDatabase database, GuardSettings reach)
    {
        if (!Uri.TryCreate(body.Url, UriKind.Absolute, out var url) || !PrivateAddressGuard.Allows(url, reach))
            return Problems.InvalidBody.At(new FieldError("$.url", "Write an address that begins with https://, without a user in it.")).ToResult();
        return await PlatformEndpoints.Change(http, database, programmeId, platformId,
            (work, _) => PlatformEndpoints.Done(PlatformStore.SetKeys(work, platformId, null, url.ToString())));
    }

    private static Task<Results<Ok<PlatformSettings>, Refused>> SetRedirectUris(
        Guid programmeId, Guid platformId, RedirectUris body, HttpContext http, PortfolioDatabase database) =>
        PlatformEndpoints.Change(http, database, programmeId, platformId, async (work, _) =>
        {
            var demonstration = (await ProgrammeStore.Find(work, programmeId))!.Demonstration;
            FieldError[] errors = [.. body.Uris.Index().Where(uri => !Platform.MayRedirectTo(uri.Item, demonstration))
                .Select(uri => new FieldError($"$.uris[{uri.Index}]", "Write an address that begins with https://, without a user or a fragment in it."))];
            return errors.Length > 0 ? Problems.InvalidBody.At(errors) : await PlatformEndpoints.Done(PlatformStore.SetRedirectUris(work, platformId, body.Uris));
        });
}
