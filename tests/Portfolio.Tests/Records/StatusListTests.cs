using System.Text;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public sealed class StatusListTests
{
    private static readonly string Url = RecordSamples.Header().Status.List;
    private static readonly int Index = RecordSamples.Header().Status.Index;

    [Fact]
    public void Without_a_list_nobody_knows_whether_a_record_was_withdrawn() => Assert.Equal(Answer.NotChecked, Asked());

    [Fact]
    public void A_record_whose_bit_is_not_set_still_stands() => Assert.Equal(Answer.Yes, Asked(List()));

    [Fact]
    public void A_record_whose_bit_is_set_was_withdrawn() => Assert.Equal(Answer.No, Asked(List(set: Index)));

    [Fact]
    public void Another_records_bit_is_no_matter() => Assert.Equal(Answer.Yes, Asked(List(set: Index + 1)));

    [Fact]
    public void The_latest_list_counts_in_whatever_order_they_come()
    {
        var (before, after) = (List(), List(set: Index, at: RecordSamples.Signed.AddDays(1)));
        Assert.Equal(Answer.No, Asked(before, after));
        Assert.Equal(Answer.No, Asked(after, before));
    }

    [Fact]
    public void A_list_older_than_the_record_says_nothing_of_it() =>
        Assert.Equal(Answer.NotChecked, Asked(List(at: RecordSamples.Signed.AddSeconds(-1))));

    [Fact]
    public void A_list_of_another_address_says_nothing_of_it() => Assert.Equal(Answer.NotChecked, Asked(List(url: $"{Url}0")));

    [Fact]
    public void A_list_that_somebody_changed_is_refused()
    {
        var good = Encoding.UTF8.GetString(List());
        var bits = new BitstringStatusList { [7] = true };
        var packed = StrictJson.Parse(List()).Member("credentialSubject").Text("encodedList")!;
        Assert.Equal(Answer.No, Asked(Encoding.UTF8.GetBytes(good.Replace(packed, bits.Encode(), StringComparison.Ordinal))));
    }

    [Fact]
    public void A_list_signed_with_a_key_that_is_not_the_programmes_is_refused()
    {
        var leaders = new ProgrammeKeys(RecordSamples.Issuer.Id, "2025-a", RecordSamples.Rsa, RecordSamples.LeaderEd25519);
        Assert.Equal(Answer.No, Asked(StatusList.Sign(Url, RecordSamples.Signed, new BitstringStatusList(), leaders)));
    }

    [Fact]
    public void A_list_issued_by_another_programme_is_refused()
    {
        var other = RecordSamples.Programme25 with { Issuer = "did:web:elsewhere.example.org:programmes:1" };
        Assert.Equal(Answer.No, Asked(StatusList.Sign(Url, RecordSamples.Signed, new BitstringStatusList(), other)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"proof\":7}")]
    public void What_is_no_list_is_passed_over(string text) => Assert.Equal(Answer.NotChecked, Asked(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_place_beyond_the_end_of_the_list_is_refused()
    {
        var header = RecordSamples.Header() with { Status = new(Url, BitstringStatusList.MinLength) };
        var found = RecordVerifier.Check(
            RecordSamples.SignedAs("attendance", header).Embedded!, RecordSamples.Keys, RecordSamples.Now, new() { StatusLists = [List()] });
        Assert.Equal(Answer.No, found[CheckNames.NotWithdrawn].Answer);
    }

    private static Answer Asked(params byte[][] lists)
    {
        var facts = new RecordFacts { StatusLists = [.. lists.Select(list => new ReadOnlyMemory<byte>(list))] };
        var (embedded, jwt) = RecordSamples.SignedAs("attendance");
        Answer Of(byte[] form) => RecordVerifier.Check(form, RecordSamples.Keys, RecordSamples.Now, facts)[CheckNames.NotWithdrawn].Answer;
        Assert.Equal(Of(embedded!), Of(jwt));
        return Of(jwt);
    }

    private static byte[] List(int? set = null, DateTimeOffset? at = null, string? url = null)
    {
        var bits = new BitstringStatusList();
        if (set is { } index)
            bits[index] = true;
        return StatusList.Sign(url ?? Url, at ?? RecordSamples.Signed, bits, RecordSamples.Programme25);
    }
}
