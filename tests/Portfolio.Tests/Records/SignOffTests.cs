using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Records;

public sealed class SignOffTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_register_is_signed_once_and_gives_a_record_for_each_attender_and_presentation()
    {
        var scene = await Scene.Set(host);
        var session = await scene.A_filled_register();

        var signed = await scene.Signed(session);

        Assert.Equal(1, signed.RegisterVersion);
        Assert.Equal(["attendance", "attendance", "leading", "presentation"], signed.Records.Select(record => record.Kind).Order());
    }
}
