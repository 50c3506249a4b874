using Portfolio.Api.Progress;

namespace Portfolio.Tests.Progress;

public class PackReaderTests
{
    public static TheoryData<string> Names => [.. BrokenPacks.All.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_broken_pack_is_refused_with_its_path_and_a_reason(string name)
    {
        var broken = BrokenPacks.All[name];
        var (pack, faults) = PackReader.Read(BrokenPacks.Bytes(broken.Document));
        Assert.Null(pack);
        Assert.Contains(faults, fault => fault.Path == broken.Path);
        Assert.All(faults, fault => Assert.DoesNotMatch(@"^$|Portfolio\.|System\.|\.NET| Path: ", fault.Reason));
    }

    [Fact]
    public void Several_faults_are_named_at_once()
    {
        var document = BrokenPacks.Good.Replace("\"version\": 1,", "\"version\": 0,", StringComparison.Ordinal)
            .Replace("\"value\": 45,", "\"value\": 0,", StringComparison.Ordinal);
        Assert.Equal(["$.version", "$.rules[0].minimumMinutes.value"], PackReader.Read(BrokenPacks.Bytes(document)).Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        var good = BrokenPacks.Bytes(BrokenPacks.Good);
        var random = new Random(2025);
        for (var round = 0; round < 5000; round++)
        {
            var bytes = good.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var (pack, faults) = PackReader.Read(bytes);
            Assert.True(pack is null != (faults.Count == 0));
        }

        Assert.NotEmpty(PackReader.Read(BrokenPacks.Bytes(BrokenPacks.Good.Replace("Local choice.", "\\ud800", StringComparison.Ordinal))).Faults);
        Assert.NotEmpty(PackReader.Read(BrokenPacks.Bytes(BrokenPacks.Good.Replace("\"add-up\"", "\"\\ud800\"", StringComparison.Ordinal))).Faults);
        Assert.NotEmpty(PackReader.Read([]).Faults);
        Assert.NotEmpty(PackReader.Read("null"u8).Faults);
        Assert.NotEmpty(PackReader.Read(BrokenPacks.Bytes(new string('[', 200_000))).Faults);
        Assert.NotEmpty(PackReader.Read(new byte[PackReader.MostBytes + 1]).Faults);
    }

    [Fact]
    public void The_shipped_packs_are_read_and_say_what_no_source_confirms()
    {
        Assert.Equal(["uk-glasgow-south-core", "uk-nw-core"], RequirementPacks.All.Select(pack => pack.Id));
        foreach (var pack in RequirementPacks.All)
        {
            var sessions = Assert.IsType<SessionsRule>(pack.Rules[0]);
            Assert.False(sessions.MinimumMinutes!.Confirmed);
            Assert.True(sessions.Minimum is { Confirmed: true, Source: not null });
            Assert.Contains("minimumMinutes", Evaluation.Unconfirmed(sessions));
            Assert.DoesNotContain("minimum", Evaluation.Unconfirmed(sessions));
            Assert.InRange(pack.Competencies.Count, 1, RequirementPack.MostCompetencies);
        }

        var northWest = Assert.IsType<AssessmentsRule>(RequirementPacks.Find("uk-nw-core")!.Rules[1]);
        Assert.Equal((6, false), (northWest.EveryMonths!.Value, northWest.EveryMonths.Confirmed));
        Assert.Null(RequirementPacks.Find("nowhere"));
    }
}
