namespace Portfolio.Tests.Architecture;

public sealed class StageOrderTests
{
    public static TheoryData<string, string, string> Planted { get; } = new()
    {
        { "People/Person.cs", "using Portfolio.Api.Records;", "names Records" },
        { "People/Person.cs", "global using static Portfolio.Api.Groups.GroupStore;", "names Groups" },
        { "Groups/GroupStore.cs", "using Later = Portfolio.Api.Sessions.Session;", "names Sessions" },
        { "Sessions/Session.cs", "namespace Portfolio.Api.Sessions;\nclass A { object o = new Records.RecordStore(); }", "names Records" },
        { "Sessions/Session.cs", "class A { object o = typeof(Api.Feed.FeedStore); }", "names Feed" },
        { "Access/Actor.cs", "using Portfolio.Api.People;", "names People" },
        { "Http/Json.cs", "using Portfolio.Api.Verbs;", "names Verbs" },
        { "Feed/Feed.cs", "using Portfolio.Api.Demonstration;", "names Demonstration" },
        { "People/Person.cs", "namespace Portfolio.Api.Lti;", "its namespace is Portfolio.Api.Lti" },
        { "Helpers/Helper.cs", "", "the folder Helpers has no place in the order" },
    };

    public static TheoryData<string, string> Allowed { get; } = new()
    {
        { "Records/RecordStore.cs", "using Portfolio.Api.Sessions;\nusing Portfolio.Api.People;\nusing Portfolio.Contracts.Records;" },
        { "Access/Actor.cs", "using Portfolio.Api.Database;\nusing Portfolio.Api.Http;" },
        { "People/Person.cs", "// Records. and Groups. are words\nvar text = \"Sessions. are\"; list.Records.Count();" },
        { "Verbs/Serve.cs", "using Portfolio.Api.Demonstration;" },
        { "House.cs", "using Portfolio.Api.Records;" },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_stage_that_looks_forward_is_caught(string path, string text, string fault) =>
        Assert.Contains($"{path}: {fault}", StageOrder.Faults(new(path, text)));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_stage_that_looks_back_is_left_alone(string path, string text) => Assert.Empty(StageOrder.Faults(new(path, text)));

    [Fact]
    public void No_stage_looks_forward()
    {
        var sources = Repository.Sources("api");
        Assert.Contains(sources, source => source.Path == "Records/SignOff.cs");
        Assert.Empty(sources.SelectMany(StageOrder.Faults));
    }
}
