using Portfolio.Api.Assessments;

namespace Portfolio.Tests.Assessments;

public class JudgementTests
{
    private static readonly AssessmentForm Form = ShippedForms.All[0];

    private static readonly DateOnly Today = new(2025, 6, 2);

    [Theory]
    [InlineData("1", "not-yet-satisfactory")]
    [InlineData("2", "not-yet-satisfactory")]
    [InlineData("3", "satisfactory")]
    [InlineData("4", "satisfactory")]
    public void One_item_decides_where_the_form_says_so(string overall, string outcome) =>
        Assert.Equal(outcome, Judgement.Outcome(Form, Given(("reliability", "1"), ("contributing", "1"), ("listening", "1"), ("confidence-kept", "1"), ("overall", overall))).Code);

    [Theory]
    [InlineData(3, "satisfactory")]
    [InlineData(2, "not-yet-satisfactory")]
    public void So_many_items_decide_where_the_form_says_so(int high, string outcome)
    {
        var form = Form with { Pass = new("3", Items: 3) };
        string[] items = ["reliability", "contributing", "listening", "confidence-kept", "overall"];
        Assert.Equal(outcome, Judgement.Outcome(form, [.. items.Select((item, at) => new GivenRating(item, at < high ? "4" : "2"))]).Code);
    }

    [Fact]
    public void Ratings_that_do_not_fit_the_form_are_named_by_their_place()
    {
        var faults = Judgement.Faults(Form, Given(("reliability", "9"), ("reliability", "3"), ("weather", "3"))).Select(fault => fault.Field).ToList();
        Assert.Equal(["$.ratings[0].level", "$.ratings[1].item", "$.ratings[2].item"], faults.Where(field => field != "$.ratings"));
        // The optional one may be missing, the four others not.
        Assert.Equal(4, faults.Count(field => field == "$.ratings"));
    }

    [Theory]
    [InlineData("2025-06-03", "2024-08-01", "member", "2024-08-01", "assessment-date")]
    [InlineData("2024-07-31", "2024-08-01", null, "2024-09-01", "assessment-date")]
    [InlineData("2024-08-31", "2024-08-01", null, "2024-09-01", "assessment-date")]
    [InlineData("2025-05-28", "2024-08-01", null, "2024-09-01", "assessment-date")]
    [InlineData("2025-05-28", "2024-08-01", "member-without-requirement", "2024-09-01", "not-assessed")]
    [InlineData("2025-05-28", "2024-08-01", "taster", "2024-09-01", "not-assessed")]
    [InlineData("2025-05-28", "2024-08-01", "observer", "2024-09-01", "not-assessed")]
    [InlineData("2025-06-02", "2024-08-01", "member", "2024-09-01", null)]
    public void A_day_counts_on_which_the_group_was_there_and_the_person_a_member_with_a_requirement(string on, string began, string? standing, string firstDay, string? code)
    {
        var why = new AssessmentDay(DateOnly.Parse(began), standing, DateOnly.Parse(firstDay)).WhyNot(DateOnly.Parse(on), Today);
        Assert.Equal(code, why?.Code);
        Assert.Equal(code == "assessment-date" ? "$.date" : null, why?.Errors?[0].Field);
    }

    [Theory]
    [InlineData("Otto left the room.", true)]
    [InlineData("What otto other said mattered.", true)]
    [InlineData("Listens to Other's view.", true)]
    [InlineData("There is no other way, and an otter.", false)]
    [InlineData("Listens well.", false)]
    [InlineData(null, false)]
    public void A_text_that_names_another_member_is_found(string? text, bool names) => Assert.Equal(names, NamesMember.In(text, ["Dr Otto Other"]));

    [Fact]
    public void A_name_that_is_also_their_own_names_nobody_else()
    {
        Assert.False(NamesMember.In("Tara Other listens.", ["Otto Other", "1234"], "Tara Other"));
        Assert.True(NamesMember.In("Tara Other listens to Otto.", ["Otto Other"], "Tara Other"));
    }

    private static List<GivenRating> Given(params (string Item, string Level)[] ratings) => [.. ratings.Select(rating => new GivenRating(rating.Item, rating.Level))];
}
