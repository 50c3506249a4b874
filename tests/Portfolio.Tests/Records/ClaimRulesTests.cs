using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class ClaimRulesTests
{
    private static readonly RecordHeader Header = RecordSamples.Header();
    private static readonly Attendance Good = (Attendance)RecordSamples.Claims["attendance"];

    public static TheoryData<string> Names => [.. RecordSamples.Claims.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_good_claim_may_be_signed(string name) => Assert.Null(ClaimRules.WhyNot(Header, RecordSamples.Claims[name]));

    public static TheoryData<string, Claim> Bad => new()
    {
        { "Nobody vouches for themselves.", Good with { Leader = Good.Leader! with { Id = Good.Holder.Id } } },
        { "Nobody vouches for it.", Good with { Leader = null } },
        { "Minutes are 1 to 1440.", Good with { Minutes = 0 } },
        { "It is aligned to more than 4 curriculum items.", Good with { Alignments = [.. Enumerable.Range(1, 5).Select(Item)] } },
        { "It is aligned to a curriculum item twice.", Good with { Alignments = [Item(1), Item(1)] } },
        { "A curriculum item's URL, code, name or framework is not as it should be.", Good with { Alignments = [Item(1) with { Url = "http://elsewhere.example.org/1" }] } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Name = "" } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Name = "two\nlines" } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Name = "turned \u202eround" } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Name = "half \ud800" } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Name = new('a', 201) } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Number = null } } },
        { "The holder's name, body or number is not as it should be.", Good with { Holder = Good.Holder with { Body = "G M C" } } },
        { "The leader's name, body or number is not as it should be.", Good with { Leader = Good.Leader! with { Name = " padded" } } },
        { "Attested and imported say by whom and when; contemporaneous says neither.", Good with { Provenance = new(ProvenanceKind.Imported, null, RecordSamples.Signed) } },
        { "Attested and imported say by whom and when; contemporaneous says neither.", Good with { Provenance = new(ProvenanceKind.Contemporaneous, "somebody", null) } },
        { "“group” is not a short text.", Good with { Group = "a\u0000b" } },
        { "What is recorded elsewhere is imported.", (RecordedElsewhere)RecordSamples.Claims["recorded-elsewhere"] with { Provenance = Provenance.Contemporaneous } },
        { "The period ends before it begins.", (PeriodAccount)RecordSamples.Claims["period-account"] with { To = new(2024, 8, 6) } },
        { "More sessions were attended than held.", (PeriodAccount)RecordSamples.Claims["period-account"] with { Attended = 25 } },
        { "A count is negative.", (PeriodAccount)RecordSamples.Claims["period-account"] with { Presented = -1 } },
        { "A rating is not as it should be.", (Assessment)RecordSamples.Claims["assessment"] with { Ratings = [new("not a code", "level")] } },
        { "The pack or the state is not a code.", (Verification)RecordSamples.Claims["verification"] with { State = "nearly met" } },
        { "It lists something twice.", (Verification)RecordSamples.Claims["verification"] with { Records = [$"{Header.Id}/versions/1", $"{Header.Id}/versions/1"] } },
    };

    [Theory, MemberData(nameof(Bad))]
    public void A_bad_claim_is_refused_by_name_and_cannot_be_written(string why, Claim claim)
    {
        Assert.Equal(why, ClaimRules.WhyNot(Header, claim));
        Assert.Throws<ArgumentException>(() => { RecordJson.Claims(Header, claim); });
    }

    public static TheoryData<string, RecordHeader> BadHeaders => new()
    {
        { "The record's id is not an https URL.", Header with { Id = "http://portfolio.example.org/records/1" } },
        { "The record's id is not an https URL.", Header with { Id = "https://somebody@portfolio.example.org/records/1" } },
        { "Versions start at 1.", Header with { Version = 0 } },
        { "The issuer's id is not a did:web.", Header with { Issuer = Header.Issuer with { Id = "https://portfolio.example.org" } } },
        { "The status index is negative.", Header with { Status = Header.Status with { Index = -1 } } },
        { "It ends before it begins.", Header with { ValidUntil = RecordSamples.Signed.AddSeconds(-1) } },
    };

    [Theory, MemberData(nameof(BadHeaders))]
    public void A_bad_header_is_refused_by_name(string why, RecordHeader header) => Assert.Equal(why, ClaimRules.WhyNot(header, Good));

    private static Alignment Item(int number) => new($"{RecordSamples.Base}/ims/case/v1p1/CFItems/{number}", "code", "name", "framework");
}
