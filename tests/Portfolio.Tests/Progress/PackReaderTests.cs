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
    public void A_pack_that_uses_every_member_is_read()
    {
        Assert.Empty(PackReader.Read(BrokenPacks.Bytes(Everything.Document)).Faults);
        var absent = Everything.Pack.Sources().Where(source => source.Value is null).Select(source => source.Path);
        Assert.All(absent, path => Assert.Matches(@"^\$\.(deadlines|confirmation)\[", path));
    }

    [Fact]
    public void A_circle_of_rules_is_told_step_by_step()
    {
        var broken = BrokenPacks.All["rules that require one another in a circle"];
        Assert.Contains("goes in a circle: cases, assessments, half-year, cases", PackReader.Read(BrokenPacks.Bytes(broken.Document)).Faults.Select(fault => fault.Reason));
    }

    [Fact]
    public void A_competency_that_no_framework_has_is_refused_where_it_stands()
    {
        var document = BrokenPacks.Good.Replace("\"code\": \"2.3\"", "\"code\": \"2.4\"", StringComparison.Ordinal);
        Assert.Empty(PackReader.Read(BrokenPacks.Bytes(document)).Faults);
        Assert.Equal(["$.competencies[3]"], PackReader.Read(BrokenPacks.Bytes(document), Known).Faults.Select(fault => fault.Path));
    }

    internal static bool Known(string framework, string code) => Api.Curricula.Frameworks.Find(framework)?.Item(code) is not null;
}
