using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class LinkExamples
{
    private static readonly string Secret = string.Concat(Enumerable.Repeat("MadeUp-_", 8));

    private static readonly LinkBody Link = new(
        Examples.Id(35), Examples.Leader, Examples.Signed, new(2025, 6, 11), [new("sent", Examples.Signed, Examples.Tutor), new("code-sent", Examples.Signed.AddMinutes(1))]);

    private static readonly DeviceBody Device = new(Examples.Id(36), "Lena's phone", Examples.Signed, Examples.Signed, Examples.Signed.AddDays(90));

    public static IEnumerable<object> All =>
    [
        new NewLink(Examples.Leader, Link.Id),
        Link,
        new LinkList([Link]),
        new LeaderLinks(true),
        new NewLinkCode(Secret),
        new LinkCodeBody(Examples.Signed.AddMinutes(10), Examples.Signed.AddMinutes(1)),
        new LinkOpening(Secret, "483920", Remember: Device.Name),
        new LinkOpened("pt_AZig…", Examples.Signed.AddHours(2), Examples.Programme, Examples.Session, Secret),
        Device,
        new DeviceList([Device]),
    ];
}
