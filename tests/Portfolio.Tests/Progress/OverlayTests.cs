using System.Text;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class OverlayTests
{
    public static TheoryData<string> Names => [.. BrokenOverlays.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_broken_overlay_is_refused_with_its_path_and_a_reason(string name)
    {
        var broken = BrokenOverlays.All[name];
        var (pack, faults) = Apply(broken.Document);
        Assert.Null(pack);
        Assert.Contains(faults, fault => fault.Path == broken.Path);
        Assert.All(faults, fault => Assert.DoesNotMatch(@"^$|Portfolio\.|System\.|\.NET| Path: ", fault.Reason));
    }

    [Fact]
    public void An_overlay_makes_a_whole_pack_that_says_what_it_changed_and_why()
    {
        var (pack, faults) = Apply(BrokenOverlays.Good);
        Assert.Empty(faults);
        Assert.Equal(("riverside", 1, "en", "Riverside", new DateOnly(2024, 8, 1)), (pack!.Id, pack.Version, pack.Language, pack.Title.In("en"), pack.ValidFrom));
        var sessions = Assert.IsType<SessionsRule>(pack.Rules[0]);
        Assert.Equal((30m, false, 45), (sessions.Minimum.Value, sessions.Minimum.Confirmed, sessions.MinimumMinutes!.Value));
        Assert.Equal(["sessions", "assessments", "cases"], pack.Rules.Select(rule => rule.Id));
        Assert.Equal(("uk-nw-core", 1), (pack.Over!.Id, pack.Over.Version));
        Assert.Equal(["$.rules[sessions].minimum", "$.rules[cases]", "$.unlocks"], pack.Over.Changes.Select(change => change.At));
        var first = pack.Over.Changes[0];
        Assert.StartsWith("""{"value":25,"confirmed":true,"source":"https://""", first.From, StringComparison.Ordinal);
        Assert.Equal(("""{"value":30,"confirmed":false,"note":"The trust's own."}""", "Riverside asks for a session more each quarter.", false),
            (first.To.Replace("\\u0027", "'", StringComparison.Ordinal), first.Why, first.AsksLess));
        Assert.Null(pack.Over.Changes[1].From);
        Assert.Equal(25m, ((SessionsRule)Given.NorthWest.Rules[0]).Minimum.Value);
    }

    [Fact]
    public void What_an_overlay_makes_is_read_again_from_its_own_document()
    {
        var document = PackDocument.Of(Apply(BrokenOverlays.Good).Pack!);
        Assert.Equal(document, PackDocument.Of(PackReader.Read(document).Pack!));
    }

    [Fact]
    public void Less_is_asked_only_where_the_overlay_says_so()
    {
        var less = BrokenOverlays.All["less without saying so"].Document;
        Assert.Contains("asksLess", Assert.Single(Apply(less).Faults).Reason, StringComparison.Ordinal);
        var pack = Apply(less.Replace("\"why\":\"Riverside", "\"asksLess\":true,\"why\":\"Riverside", StringComparison.Ordinal)).Pack!;
        Assert.Equal((20m, true), (((SessionsRule)pack.Rules[0]).Minimum.Value, pack.Over!.Changes[0].AsksLess));
    }

    [Theory]
    [InlineData("$.rules[sessions].minimumMinutes", "30")]
    [InlineData("$.rules[sessions].accepted", """["contemporaneous","elsewhere"]""")]
    [InlineData("$.rules[sessions].forms", """["case-based-discussion-group","workshop"]""")]
    [InlineData("$.rules[sessions].deeds", """["attended","was-supervised","led"]""")]
    [InlineData("$.rules[sessions].elsewhere", """["attendance","tea"]""")]
    [InlineData("$.rules[assessments].everyMonths", "12")]
    [InlineData("$.rules[assessments].sessionsTogether", "1")]
    [InlineData("$.rules[assessments].passes", """["satisfactory","borderline"]""")]
    [InlineData("$.clockStopsMove", """["spacing","deadline"]""")]
    [InlineData("$.lessThanFullTime", "\"scale-count\"")]
    [InlineData("$.confirmation[supervisor-verifies].independent", "false")]
    [InlineData("$.confirmation[tutor-checks].by", """["tutor","director"]""")]
    public void Every_way_to_ask_for_less_is_seen(string at, string value) => Assert.Equal(["$.changes[0].value"], Apply(One(at, value)).Faults.Select(fault => fault.Path));

    [Theory]
    [InlineData("$.rules[sessions].minimumMinutes", "60")]
    [InlineData("$.rules[sessions].minimumShare", "75")]
    [InlineData("$.rules[sessions].modes", """["in-person"]""")]
    [InlineData("$.rules[sessions].closedGroup", "true")]
    [InlineData("$.rules[sessions].deeds", """["attended"]""")]
    [InlineData("$.rules[sessions].groups", "\"one-group\"")]
    [InlineData("$.rules[assessments].everyMonths", "4")]
    [InlineData("$.rules[sessions].everyDays", "14")]
    [InlineData("$.confirmation[leader-agrees].independent", "false")]
    [InlineData("$.expectedMonths", """{"from":6,"to":12}""")]
    public void What_asks_for_more_or_for_nothing_is_a_places_own_choice(string at, string value) => Assert.Empty(Apply(One(at, value)).Faults);

    [Fact]
    public void An_earlier_last_day_asks_for_more_and_a_later_or_another_for_less()
    {
        RequirementPack beneath = Everything.Pack with { Deadlines = [Everything.Pack.Deadlines[3]], Over = null };
        string Less(params PackDeadline[] deadlines) => string.Join(' ', AsksLess.Of(beneath, beneath with { Deadlines = deadlines }).Select(fault => fault.Path));
        PackDeadline On(int year) => beneath.Deadlines[0] with { On = beneath.Deadlines[0].On! with { Value = new(year, 7, 31) } };
        Assert.Equal(("", "", "$.deadlines", "$.deadlines"), (Less(On(2026)), Less(On(2025), On(2027)), Less(On(2028)), Less(Everything.Pack.Deadlines[4])));
        Assert.Equal("$.deadlines", Less());
    }

    [Fact]
    public void An_overlay_rests_on_an_overlay_and_never_in_a_circle()
    {
        var riverside = Apply(BrokenOverlays.Good).Pack!;
        var upon = One("$.rules[cases].minimum", "3", "riverside");
        Assert.Equal("riverside", Apply(upon, riverside).Pack!.Over!.Id);
        var back = upon.Replace("\"id\":\"trust\"", "\"id\":\"uk-nw-core\"", StringComparison.Ordinal);
        Assert.Equal("goes in a circle: uk-nw-core already lies beneath", Assert.Single(Apply(back, riverside).Faults).Reason);
    }

    [Fact]
    public void A_pack_that_is_handed_in_does_not_say_itself_what_it_is_over()
    {
        Assert.Equal(["$.over"], PackReader.Handed(PackDocument.Of(Apply(BrokenOverlays.Good).Pack!)).Faults.Select(fault => fault.Path));
        Assert.NotNull(PackReader.Handed(PackDocument.Of(Given.NorthWest)).Pack);
        Assert.Equal(["$.version"], PackReader.Handed(BrokenPacks.Bytes(BrokenPacks.All["version 0"].Document)).Faults.Select(fault => fault.Path));
    }

    private static string One(string at, string value, string over = "uk-nw-core") =>
        $$"""{"over":{"id":"{{over}}","version":1},"id":"trust","version":1,"title":{"en":"Trust"},"validFrom":"2024-08-01","changes":[{"at":"{{at}}","value":{"value":{{value}},"confirmed":false},"why":"Local."}]}""";

    private static PackReading Apply(string document, RequirementPack? other = null) => PackOverlay.Apply(
        Encoding.UTF8.GetBytes(document), (id, version) => other?.Id == id ? other : version == 1 ? RequirementPacks.Find(id) : null, PackReaderTests.Known);
}
