using System.Reflection;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Deliveries;

public sealed class PermittedKindTests
{
    [Theory]
    [InlineData(typeof(NewConnection))]
    [InlineData(typeof(PermittedKinds))]
    public void A_body_takes_the_kinds_that_the_page_offers(Type body)
    {
        var taken = body.GetConstructors()[0].GetParameters().Single(parameter => parameter.Name == "Kinds").GetCustomAttribute<CodeAttribute>()!.Codes;
        Assert.Equal(PermittedKind.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), taken.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Single_days_and_what_others_hold_are_theirs_to_switch_on() =>
        Assert.Equal(["assessment", "period-account", "verification"], PermittedKind.All.Where(kind => kind.Offered).Select(kind => kind.Code).Order(StringComparer.Ordinal));
}
