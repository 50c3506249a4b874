using Microsoft.AspNetCore.Authentication.OAuth;

namespace Portfolio.Api.Access;

internal sealed class ProviderSignInOptions : OAuthOptions
{
    public Provider Provider { get; set; } = null!;

    // What the base class insists on, two endpoints and a secret, the provider tells when it is asked and a file holds.
    public override void Validate()
    {
    }
}
