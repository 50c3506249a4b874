using System.ComponentModel.DataAnnotations;

namespace Portfolio.Contracts.Http;

/// <summary>A platform to let in: an e-portfolio that pulls the records of trainees who connect it.</summary>
/// <param name="Name">The name by which trainees know it.</param>
/// <param name="Id">A UUID of the client's own, so that a repeated request makes one platform.</param>
public sealed record NewPlatform([PlainText(Fences.Name)] string Name, Guid? Id = null);

/// <summary>A platform.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name by which trainees know it.</param>
/// <param name="ClientId">The <c>client_id</c> with which it asks for tokens.</param>
/// <param name="Secret">The <c>client_secret</c>: shown once, when the platform is made; only a hash of it is kept.</param>
/// <param name="Receiver">Who receives there, where it is written to; absent where it only pulls.</param>
/// <param name="Waits">That it registered itself and waits to be let in, by <c>…/resume</c>, or turned away, by <c>…/end</c>; absent otherwise.</param>
public sealed record PlatformBody(Guid Id, string Name, string ClientId, string? Secret = null, ReceiverBody? Receiver = null, bool? Waits = null);

/// <summary>Platforms.</summary>
/// <param name="Platforms">The platforms, by name.</param>
public sealed record PlatformList(IReadOnlyList<PlatformBody> Platforms);

/// <summary>A platform as those see it who look after it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name by which trainees know it.</param>
/// <param name="ClientId">Its <c>client_id</c>.</param>
/// <param name="State"><c>live</c>; <c>waiting</c>: it registered itself and nobody has let it in; <c>paused</c>: it gets nothing until it goes on; <c>ended</c>: removed for good.</param>
/// <param name="RedirectUris">Where it may have trainees sent back to.</param>
/// <param name="Secrets">Its secrets, oldest first, ended ones too; at most two are live.</param>
/// <param name="Keys">The <c>kid</c> of each of its public keys, where they were handed in.</param>
/// <param name="KeysUrl">Where its public keys are fetched from, where they are not handed in.</param>
public sealed record PlatformSettings(
    Guid Id, string Name, string ClientId, string State, IReadOnlyList<string> RedirectUris, IReadOnlyList<PlatformSecretBody> Secrets,
    IReadOnlyList<string> Keys, string? KeysUrl = null);

/// <summary>A further secret for a platform: both hold until one is ended.</summary>
/// <param name="Id">A UUID of the client's own, so that a repeated request makes one secret.</param>
public sealed record NewPlatformSecret(Guid? Id = null);

/// <summary>A platform's secret, of which only a hash is kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MadeAt">Since when it holds.</param>
/// <param name="EndedAt">When it was ended; absent while it holds.</param>
/// <param name="Secret">The <c>client_secret</c>: shown once, when it is made.</param>
public sealed record PlatformSecretBody(Guid Id, DateTimeOffset MadeAt, DateTimeOffset? EndedAt = null, string? Secret = null);

/// <summary>Where a platform may have trainees sent back to, all of it: compared letter by letter (RFC 9700, section 2.1).</summary>
/// <param name="Uris">Addresses with https and without a fragment; in a demonstration programme also with http on the trainee's own computer.</param>
public sealed record RedirectUris([MaxLength(10), NoneMissing] IReadOnlyList<string> Uris);

/// <summary>Where a platform's public keys are fetched from.</summary>
/// <param name="Url">An address with https, on a public address, that answers with a JWK Set (RFC 7517) of at most 1 MiB.</param>
public sealed record KeysAddress([PlainText(2000)] string Url);
