using System.Text;
using Portfolio.Contracts.Records;
using Portfolio.Tests.Records;
using SignedRecord = Portfolio.Contracts.Adapters.SignedRecord;

namespace Portfolio.Tests.Adapters.Leap2A;

// A trainee's records, one of each kind that can be about the same person, with bytes that only stand for signed ones.
internal static class Leap2ASamples
{
    public static IReadOnlyList<SignedRecord> All { get; } = [.. RecordSamples.Claims.Where(sample => sample.Key != "leading").Select((sample, at) => Of(sample.Key, at + 1))];

    public static SignedRecord Of(string name, int number)
    {
        var (claim, header) = (RecordSamples.Claims[name], RecordSamples.Header(number));
        return new(new(header.Id[^36..]), Codes.Of(claim.Kind), header, claim, Encoding.UTF8.GetBytes($"jwt of {name}"), Encoding.UTF8.GetBytes($$"""{"embedded":"{{name}}"}"""));
    }

    /// <summary>The holder's other day: attended and presented, and an account that rests on both.</summary>
    public static IReadOnlyList<SignedRecord> A_day_and_its_account()
    {
        var (attended, presented, account) = (Of("attendance", 7), Of("presentation", 8), Of("period-account", 9));
        return [attended, presented, account with { Claim = (PeriodAccount)account.Claim with { Records = [attended.Header.VersionId, presented.Header.VersionId] } }];
    }
}
