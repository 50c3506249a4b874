using Microsoft.AspNetCore.Identity;
using Portfolio.Api.Database;

namespace Portfolio.Api.People;

/// <summary>Somebody whose passkeys the framework's handler asks for.</summary>
internal sealed record PasskeyHolder(Guid Person)
{
    /// <summary>What a passkey keeps of its holder: it says nothing by itself.</summary>
    public string Handle => $"{Person:D}";
}

/// <summary>What the framework's passkey handler asks a store of users for, within one programme's transaction; everything else that a store can do, it never asks.</summary>
internal sealed class SignInPasskeyHolders(Work work, SignInStore signIns, PersonStore people) : IUserPasskeyStore<PasskeyHolder>
{
    public Task<string> GetUserIdAsync(PasskeyHolder user, CancellationToken cancellationToken) => Task.FromResult(user.Handle);

    public async Task<PasskeyHolder?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var person) && await people.Find(work, person) is not null ? new(person) : null;

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(PasskeyHolder user, CancellationToken cancellationToken) =>
        [.. (await signIns.Hold(work, user.Person, SignInKind.Passkey)).Select(signIn => ToInfo(signIn.Detail.Passkey!))];

    public async Task<PasskeyHolder?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await signIns.HoldPasskey(work, credentialId) is { } signIn ? new(signIn.Person) : null;

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) =>
        await signIns.HoldPasskey(work, credentialId) is { } signIn && signIn.Person == user.Person ? ToInfo(signIn.Detail.Passkey!) : null;

    public void Dispose()
    {
    }

    Task<string?> IUserStore<PasskeyHolder>.GetUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserStore<PasskeyHolder>.SetUserNameAsync(PasskeyHolder user, string? userName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<string?> IUserStore<PasskeyHolder>.GetNormalizedUserNameAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserStore<PasskeyHolder>.SetNormalizedUserNameAsync(PasskeyHolder user, string? normalizedName, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyHolder>.CreateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyHolder>.UpdateAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<IdentityResult> IUserStore<PasskeyHolder>.DeleteAsync(PasskeyHolder user, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<PasskeyHolder?> IUserStore<PasskeyHolder>.FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task IUserPasskeyStore<PasskeyHolder>.AddOrUpdatePasskeyAsync(PasskeyHolder user, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    Task IUserPasskeyStore<PasskeyHolder>.RemovePasskeyAsync(PasskeyHolder user, byte[] credentialId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    // Attestation is not asked for, so what proved it when it was made is not kept.
    private static UserPasskeyInfo ToInfo(StoredPasskey passkey) => new(
        passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, [.. passkey.Transports], isUserVerified: true,
        passkey.IsBackupEligible, passkey.IsBackedUp, [], []);
}
