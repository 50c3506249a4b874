namespace Portfolio.Api.People;

/// <summary>A way in which somebody signs in, with what checking it needs.</summary>
internal sealed record SignIn(Guid Id, Guid Person, string Kind, SignInDetail Detail);

/// <summary>What is sealed of it: one of the two.</summary>
internal sealed record SignInDetail(StoredPasskey? Passkey = null, StoredAuthenticator? Authenticator = null);

/// <summary>A passkey's public half.</summary>
internal sealed record StoredPasskey(
    byte[] CredentialId, byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, IReadOnlyList<string> Transports, bool IsBackupEligible, bool IsBackedUp);

/// <summary>An authenticator's secret, and the last period whose code was taken: a code works once.</summary>
internal sealed record StoredAuthenticator(byte[] Secret, long LastPeriod);

internal static class SignInKind
{
    public const string Passkey = "passkey", Authenticator = "authenticator", Platform = "platform";
}
