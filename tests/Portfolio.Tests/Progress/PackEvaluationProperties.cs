using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class PackEvaluationProperties
{
    private static Gen<RequirementPack> Packs => Gen.Choose(0, int.MaxValue).Select(GeneratedPack.Of).Where(pack => PackCheck.Faults(pack).Count is 0);

    [Fact]
    public void What_the_checker_takes_is_evaluated_whatever_the_year() =>
        Prop.ForAll(Packs.Zip(Years.Cases).ToArbitrary(), both =>
        {
            var progress = Evaluation.Of(both.Item1, both.Item2.Facts, both.Item2.Day);
            return progress.Rules.Select(rule => rule.Id).SequenceEqual(both.Item1.Rules.Select(rule => rule.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_shipped_pack_is_evaluated_for_everybody_in_the_paper_year()
    {
        foreach (var pack in RequirementPacks.All)
            foreach (var trainee in PaperYear.Trainees.Values)
                Assert.Equal(pack.Rules.Count, Evaluation.Of(pack, trainee, new(2025, 3, 1)).Rules.Count);
    }
}
