using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class ShippedPacksTests
{
    public static TheoryData<string> Ids => [.. RequirementPacks.All.Select(pack => pack.Id)];

    [Fact]
    public void Each_scheme_that_a_public_source_puts_in_numbers_has_its_pack() => Assert.Equal(
        [
            "anz-balint-leader", "anz-ranzcp-ppr", "at-psy1", "at-psy2", "de-bw-psychosomatik-40h", "de-dbg-leader", "de-dbg-netzwerk", "de-fa-psychiatrie",
            "de-psgv-kursbuch", "de-psgv-vereinbarung", "de-zusatz-psychotherapie", "it-balint-two-years", "uk-balint-society-leader",
            "uk-balint-society-leader-psychodynamic", "uk-eoe-core", "uk-glasgow-south-core", "uk-nw-core", "uk-wessex-core", "uk-yh-core", "us-abfm-balint",
        ],
        RequirementPacks.All.Select(pack => pack.Id));

    // Written out by hand from the sources that the packs name.
    [Theory]
    [InlineData("uk-nw-core", "sessions", "session", 25, true)]
    [InlineData("uk-wessex-core", "sessions", "session", 30, true)]
    [InlineData("uk-glasgow-south-core", "sessions", "session", 30, true)]
    [InlineData("uk-yh-core", "year", "month", 12, true)]
    [InlineData("uk-eoe-core", "year", "month", 12, true)]
    [InlineData("de-psgv-vereinbarung", "balint", "hour60", 30, true)]
    [InlineData("de-psgv-vereinbarung", "theory", "hour60", 20, true)]
    [InlineData("de-psgv-vereinbarung", "intervention", "hour60", 30, true)]
    [InlineData("de-psgv-vereinbarung", "span", "month", 3, true)]
    [InlineData("de-psgv-kursbuch", "balint", "double-hour90", 15, true)]
    [InlineData("de-psgv-kursbuch", "span", "month", 6, true)]
    [InlineData("de-dbg-netzwerk", "balint", "unit45", 30, true)]
    [InlineData("de-bw-psychosomatik-40h", "balint", "double-hour90", 10, true)]
    [InlineData("de-bw-psychosomatik-40h", "course", "hour60", 40, true)]
    [InlineData("de-zusatz-psychotherapie", "balint", "double-hour90", 15, true)]
    [InlineData("de-fa-psychiatrie", "balint", "double-hour90", 40, false)]
    [InlineData("at-psy1", "balint", "hour60", 40, false)]
    [InlineData("at-psy1", "course", "hour60", 180, false)]
    [InlineData("at-psy2", "balint", "hour60", 80, false)]
    [InlineData("at-psy2", "course", "hour60", 480, false)]
    [InlineData("us-abfm-balint", "meetings", "session", 6, true)]
    [InlineData("anz-ranzcp-ppr", "meetings", "session", 4, true)]
    [InlineData("anz-ranzcp-ppr", "hours", "hour60", 8, true)]
    [InlineData("it-balint-two-years", "two-years", "month", 24, false)]
    [InlineData("uk-balint-society-leader", "member", "session", 20, true)]
    [InlineData("uk-balint-society-leader-psychodynamic", "member", "session", 8, true)]
    [InlineData("uk-balint-society-leader", "co-led", "session", 20, true)]
    [InlineData("uk-balint-society-leader", "weekends", "session", 2, true)]
    [InlineData("anz-balint-leader", "meetings", "session", 20, true)]
    [InlineData("anz-balint-leader", "case-discussions", "session", 30, true)]
    [InlineData("de-dbg-leader", "member", "double-hour90", 105, true)]
    [InlineData("de-dbg-leader", "seminars", "session", 6, true)]
    [InlineData("de-dbg-leader", "seminar-hours", "double-hour90", 30, true)]
    public void The_numbers_are_those_of_the_sources(string pack, string rule, string unit, int minimum, bool confirmed)
    {
        var found = RequirementPacks.Find(pack)!.Rules.Single(each => each.Id == rule);
        Assert.Equal((unit, (decimal)minimum, confirmed), found switch
        {
            SessionsRule sessions => (Code.Of(sessions.Unit), sessions.Minimum.Value, sessions.Minimum.Confirmed),
            ElsewhereRule elsewhere => (Code.Of(elsewhere.Unit), elsewhere.Minimum.Value, elsewhere.Minimum.Confirmed),
            SpanRule span => ("month", span.MinimumMonths.Value, span.MinimumMonths.Confirmed),
            _ => throw new InvalidOperationException(),
        });
    }

    [Fact]
    public void The_chambers_course_rules_are_all_asked_for()
    {
        var balint = Assert.IsType<SessionsRule>(RequirementPacks.Find("de-psgv-kursbuch")!.Rules[0]);
        Assert.Equal((7.5m, true, 1m, true, true, GroupsCounted.OneGroup),
            (balint.MinimumInPerson!.Value, balint.FirstAndLastInPerson!.Value, balint.MostPerOnlineSession!.Value, balint.ClosedGroup!.Value, balint.SameLeader!.Value, balint.Groups.Value));
        Assert.Equal([600, 300], RequirementPacks.Find("anz-ranzcp-ppr")!.Credits!.Select(credit => credit.Minutes.Value));
    }

    [Theory, MemberData(nameof(Ids))]
    public void What_no_public_source_confirms_says_so_and_why(string id)
    {
        var pack = RequirementPacks.Find(id)!;
        Assert.Equal(1, pack.Version);
        Assert.All(pack.Sources().Where(source => source.Value is { Confirmed: false }), source => Assert.False(string.IsNullOrEmpty(source.Value!.Note), source.Path));
        // Pages that only repeat another, or that nobody could open, confirm nothing.
        string[] secondHand = ["essaywriterpros.com", "docest.com", "docsbay.net", "enpm.eu"];
        Assert.DoesNotContain(pack.Sources(), source => source.Value is { Confirmed: true, Source: { } page } && secondHand.Any(page.Contains));
        Assert.All(pack.Sources().Where(source => source.Path.EndsWith(".minimumMinutes", StringComparison.Ordinal) && source.Value is not null && id.StartsWith("uk-", StringComparison.Ordinal)),
            source => Assert.False(source.Value!.Confirmed));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_texts_are_there_in_its_language_and_in_English_and_its_competencies_exist(string id)
    {
        var pack = RequirementPacks.Find(id)!;
        Assert.Equal(id.StartsWith("de-", StringComparison.Ordinal) || id.StartsWith("at-", StringComparison.Ordinal) ? "de" : "en", pack.Language);
        IEnumerable<IReadOnlyDictionary<string, string>?> texts = [pack.Title, pack.Unlocks?.Value, .. pack.Rules.Select(rule => rule.Title), .. (pack.Credits ?? []).Select(credit => credit.Name)];
        Assert.All(texts.OfType<IReadOnlyDictionary<string, string>>(), text => Assert.Superset(new HashSet<string> { pack.Language, "en" }, text.Keys.ToHashSet()));
        Assert.All(pack.Rules, rule => Assert.NotNull(rule.Title));
        Assert.Empty(PackCheck.Faults(pack, PackReaderTests.Known));
        Assert.InRange(pack.Competencies.Count, 0, RequirementPack.MostCompetencies);
    }

    [Fact]
    public void A_pack_says_what_no_source_confirms()
    {
        var sessions = Assert.IsType<SessionsRule>(Given.NorthWest.Rules[0]);
        Assert.Contains("minimumMinutes", Evaluation.Unconfirmed(sessions));
        Assert.DoesNotContain("minimum", Evaluation.Unconfirmed(sessions));
        var assessments = Assert.IsType<AssessmentsRule>(Given.NorthWest.Rules[1]);
        Assert.Equal((6, false), (assessments.EveryMonths!.Value, assessments.EveryMonths.Confirmed));
        Assert.Null(RequirementPacks.Find("nowhere"));
    }
}
