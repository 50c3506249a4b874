using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Deliveries;

/// <summary>What is connected already, while its receiver is forbidden.</summary>
public sealed class ForbiddenDeliveryTests(LedgerHost ledgers) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task Nothing_is_sent_while_the_receiver_is_forbidden_and_it_goes_on_when_it_is_allowed_again()
    {
        var ledger = await Ledger.Set(ledgers.Host, "same-id");
        await ledger.A_signed_session();
        await Forbid(ledger, "GB");
        await ledger.Deliver();
        Assert.Empty(ledger.Shown);
        Assert.All(await ledger.Lines(), line => Assert.Equal("due", line.State));

        await Forbid(ledger);
        await ledger.Deliver();
        Assert.NotEmpty(ledger.Shown);
        Assert.All(await ledger.Lines(), line => Assert.Equal("accepted", line.State));
    }

    private static async Task Forbid(Ledger ledger, params string[] countries) =>
        await Requests.Read<ForbiddenReceivers>(await ledger.Scene.Tutor.Put(ledger.Scene.Path("receivers"), null, new ForbiddenReceivers(countries, [])));
}
