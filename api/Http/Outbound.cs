using Portfolio.Api.Database;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Http;

/// <summary>Configuration section `Portfolio:Outbound`: where this service may ask by itself, as for a platform's keys.</summary>
internal sealed class OutboundOptions
{
    /// <summary>This computer too, by plain http: for trying things out, never under a public address.</summary>
    public bool Loopback { get; set; }

    /// <exception cref="RefusedException">It cannot be right.</exception>
    public GuardSettings Checked(PublicAddress address) => Loopback && address.IsReal
        ? throw new RefusedException("Portfolio:Outbound:Loopback is for trying things out: leave it out where Portfolio:PublicAddress is set.")
        : new GuardSettings(Loopback);
}
