using Portfolio.Adapters.Upload;
using Portfolio.Contracts.Adapters;
using Portfolio.Tests.Adapters.Leap2A;
using Portfolio.Tests.Deliveries;

namespace Portfolio.Tests.Adapters.Upload;

/// <summary>A portfolio without an interface: whatever is asked, the person is, and nothing is sent.</summary>
public sealed class UploadAdapterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_waits_for_the_person_record_by_record_and_nothing_is_sent()
    {
        var (adapter, connection, record) = (new UploadAdapter(), new ConnectionDouble(new Nobody(), []), Leap2ASamples.Of("attendance", 1));
        var before = record.As(new Receipt("before"));

        Assert.Equal(new Outcome.NeedsPerson("upload", Everything: false), await adapter.Deliver(record, connection, Cancellation));
        Assert.Equal(new Outcome.NeedsPerson("upload", Everything: false), await adapter.Replace(record, before, connection, Cancellation));
        Assert.Equal(new Outcome.NeedsPerson("remove-there", Everything: false), await adapter.Withdraw(before, connection, Cancellation));
        Assert.All(await adapter.Test(connection, Cancellation), trial => Assert.Null(trial.Works));
    }

    private sealed class Nobody : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is sent to a portfolio without an interface.");
    }
}
