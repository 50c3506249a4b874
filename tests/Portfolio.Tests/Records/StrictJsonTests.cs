using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

public class StrictJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", nameof(JsonFault.DuplicateMember))]
    [InlineData("""{"a":1,"\u0061":2}""", nameof(JsonFault.DuplicateMember))]
    [InlineData("""[{"x":{"":1,"b":2,"":3}}]""", nameof(JsonFault.DuplicateMember))]
    [InlineData("""{"a":"\uD800"}""", nameof(JsonFault.LoneSurrogate))]
    [InlineData("""{"a":"\uD83D\u0041"}""", nameof(JsonFault.LoneSurrogate))]
    [InlineData("""{"a":"\uDE00\uD83D"}""", nameof(JsonFault.LoneSurrogate))]
    [InlineData("""{"\udc00":1}""", nameof(JsonFault.LoneSurrogate))]
    [InlineData("""{"a":"x\u0000"}""", nameof(JsonFault.NulCharacter))]
    [InlineData("{\"a\":\"\0\"}", nameof(JsonFault.NulCharacter))]
    [InlineData("\uFEFF{}", nameof(JsonFault.ByteOrderMark))]
    [InlineData("{} {}", nameof(JsonFault.Syntax))]
    [InlineData("{} x", nameof(JsonFault.Syntax))]
    [InlineData("{/* no */}", nameof(JsonFault.Syntax))]
    [InlineData("[1,]", nameof(JsonFault.Syntax))]
    [InlineData("[NaN]", nameof(JsonFault.Syntax))]
    [InlineData("[01]", nameof(JsonFault.Syntax))]
    [InlineData("{'a':1}", nameof(JsonFault.Syntax))]
    [InlineData("\"\\", nameof(JsonFault.Syntax))]
    [InlineData("\"\\u12", nameof(JsonFault.Syntax))]
    [InlineData("\"\\u+123\"", nameof(JsonFault.Syntax))]
    [InlineData("\"a\nb\"", nameof(JsonFault.Syntax))]
    [InlineData("", nameof(JsonFault.Syntax))]
    public void What_readers_disagree_about_is_refused_by_name(string json, string expected) =>
        Assert.Equal(expected, FaultOf(Encoding.UTF8.GetBytes(json))?.ToString());

    [Theory]
    [InlineData(new byte[] { 0x22, 0xFF, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xE2, 0x82 })]
    public void Bytes_that_are_not_UTF8_are_refused(byte[] bytes) => Assert.Equal(JsonFault.NotUtf8, FaultOf(bytes));

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, nameof(JsonFault.TooDeep))]
    [InlineData(500_000, nameof(JsonFault.TooDeep))]
    public void Nesting_ends_at_sixty_four_without_a_stack_overflow(int depth, string? expected) =>
        Assert.Equal(expected, FaultOf(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)))?.ToString());

    [Fact]
    public void An_unclosed_nesting_of_a_megabyte_is_refused() =>
        Assert.Equal(JsonFault.TooDeep, FaultOf(Encoding.UTF8.GetBytes(new string('[', StrictJson.MaxBytes))));

    [Fact]
    public void More_than_a_megabyte_is_refused_and_exactly_one_is_not()
    {
        var full = Encoding.UTF8.GetBytes($"\"{new string('x', StrictJson.MaxBytes - 2)}\"");
        Assert.Null(FaultOf(full));
        Assert.Equal(JsonFault.TooLong, FaultOf([.. full, (byte)' ']));
    }

    [Fact]
    public void Escapes_that_are_well_formed_pass()
    {
        var element = StrictJson.Parse("""{"a":"\\u0000 \uD83D\uDE00 \" \\","b":"\\"}"""u8);
        Assert.Equal("\\u0000 \U0001F600 \" \\", element.GetProperty("a").GetString());
    }

    [Fact]
    public void A_record_of_four_kilobytes_is_read_fast()
    {
        var record = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            Enumerable.Range(0, 100).ToDictionary(n => $"member{n}", n => "a value \u00e9 with text " + n)));
        Assert.InRange(record.Length, 3_500, 5_500);
        for (var warm = 0; warm < 2_000; warm++)
            StrictJson.Parse(record);
        var fastest = Enumerable.Range(0, 200).Min(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            StrictJson.Parse(record);
            return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        });
        Assert.True(fastest < 50, $"{fastest:F1} µs");
    }

    [Fact]
    public void A_megabyte_of_members_is_read_in_linear_time()
    {
        var wide = Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 70_000).Select(n => $"\"m{n}\":{n % 10}"))}}}");
        var started = Stopwatch.GetTimestamp();
        Assert.Null(FaultOf(wide));
        Assert.Equal(JsonFault.DuplicateMember, FaultOf([.. wide[..^1], .. ",\"m7\":0}"u8]));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    private static JsonFault? FaultOf(byte[] bytes) => StrictJson.TryParse(bytes, out _, out var fault) ? null : fault;
}
