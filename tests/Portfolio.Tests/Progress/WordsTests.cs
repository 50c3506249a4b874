using System.Text.RegularExpressions;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class WordsTests
{
    public static TheoryData<string> Languages => [.. Words.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_code_has_words_in_every_language(string language)
    {
        IEnumerable<string> codes =
        [
            .. Enum.GetValues<Reason>().Select(Words.Key), .. Enum.GetValues<Mode>().Select(Words.Key), .. Enum.GetValues<Provenance>().Select(Words.Key),
            .. Enum.GetValues<Deed>().Select(Words.Key), .. Enum.GetValues<PresentationRole>().Select(Words.Key),
            .. Enum.GetValues<CountingUnit>().SelectMany(unit => new[] { $"{Words.Key(unit)}.one", $"{Words.Key(unit)}.many" }),
        ];
        Assert.Empty(codes.Except(Words.In(language).Texts.Keys));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_says_the_same_things_with_the_same_arguments(string language)
    {
        var english = Words.In("en").Texts;
        var other = Words.In(language).Texts;
        Assert.Equal(english.Keys.Order(), other.Keys.Order());
        Assert.All(english, text => Assert.Equal(Arguments(text.Value), Arguments(other[text.Key])));

        static IEnumerable<string> Arguments(string text) => Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Order();
    }

    [Fact]
    public void English_and_German_are_there_and_another_language_is_answered_in_English()
    {
        Assert.Equal(["de", "en"], Words.Languages);
        Assert.Equal(("de", "en", "en"), (Words.In("de").Language, Words.In("it").Language, Words.In(null).Language));
    }

    [Fact]
    public void Amounts_days_codes_and_lists_are_said_as_the_language_says_them()
    {
        Words english = Words.In("en"), german = Words.In("de");
        Mode[] both = [Mode.InPerson, Mode.Online];
        Assert.Equal("attended online; the pack counts in person", english.Say(Reason.ModeNotCounted, Mode.Online, new[] { Mode.InPerson }));
        Assert.Equal("online teilgenommen; gezählt wird: in Präsenz oder online", german.Say(Reason.ModeNotCounted, Mode.Online, both));
        Assert.Equal("7,5 Doppelstunden in Präsenz; verlangt werden 8", german.Say(Reason.InPersonTooFew, 7.50m, 8m, CountingUnit.DoubleHour90));
        Assert.Equal("signed on 2 June 2025, after the cut-off for evidence on 30 May 2025",
            english.Say(Reason.SignedAfterCutOff, new DateOnly(2025, 6, 2), new DateOnly(2025, 5, 30)));
        Assert.Equal("außerhalb der zulässigen Zeit vom 01.02.2025 bis zum 31.07.2025",
            german.Say(Reason.OutsideWindow, new DateOnly(2025, 2, 1), new DateOnly(2025, 7, 31)));
        Assert.Equal("das Treffen war: Workshop; gezählt wird: Balintgruppe", german.Say(Reason.FormNotCounted, "workshop", new[] { "balint-group" }));
        Assert.Equal("the outcome is below-expected; the pack counts satisfactory", english.Say(Reason.OutcomeNotCounted, "below-expected", new[] { "satisfactory" }));
        Assert.Equal(("1 double hour", "1 Doppelstunde", "2.5 hours"),
            (english.Say(1.0m, CountingUnit.DoubleHour90), german.Say(1, CountingUnit.DoubleHour90), english.Say(2.5m, CountingUnit.Hour60)));
    }
}
