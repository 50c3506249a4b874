using FsCheck;
using FsCheck.Fluent;
using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class PackProperties
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static Gen<RequirementPack> Packs => Gen.Choose(0, int.MaxValue).Select(GeneratedPack.Of);

    [Fact]
    public void A_written_pack_is_read_again_as_it_was_or_refused_for_what_the_checker_says() => Prop.ForAll(Packs.ToArbitrary(), pack =>
    {
        var faults = PackCheck.Faults(pack);
        var document = PackDocument.Of(pack);
        var reading = PackReader.Read(document);
        return faults.Count > 0
            ? reading.Pack is null && faults.SequenceEqual(reading.Faults)
            : reading.Pack is { } read && PackDocument.Of(read).AsSpan().SequenceEqual(document);
    }).Check(Checks);

    [Fact]
    public void Most_generated_packs_hold_together_so_that_the_properties_say_something() =>
        Assert.InRange(Enumerable.Range(0, 500).Count(seed => PackCheck.Faults(GeneratedPack.Of(seed)).Count is 0), 250, 500);

    [Fact]
    public void A_pack_asks_for_no_less_than_itself() => Prop.ForAll(Packs.ToArbitrary(), pack => !AsksLess.Of(pack, pack).Any()).Check(Checks);
}
