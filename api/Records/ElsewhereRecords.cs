using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Assessments;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;
using Person = Portfolio.Api.People.Person;

namespace Portfolio.Api.Records;

/// <summary>Another programme's signed record, handed in: what our verifier says of it, and what it becomes here.</summary>
internal static class ElsewhereRecords
{
    public static async Task<Answer<ElsewhereToState>> Read(
        PortfolioDatabase database, Programme here, Person holder, string text, DateTimeOffset now, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text.Trim());
        var said = await Verifying.Check(database, bytes, now, cancellation);
        if (!said.Accepted)
            return Problems.RecordNotAccepted.At([.. said.Checks.Where(check => check.Answer != "yes").Select(check => new FieldError("$.record", $"{check.Name}: {check.Answer}. {check.Why}"))]);
        // Accepted, so that it says what it says whichever keys are asked.
        var record = RecordVerifier.Check(bytes, RecordKeys.None, now);
        if (record is not { Header: { } header, Claim: { } claim })
            return Problems.RecordNotAccepted;
        if (header.Issuer.Id == here.Issuer)
            return Problems.RecordNotTaken.Because("It is a record of this programme: it counts here as it is.");
        if (!IsTheirs(claim.Holder, holder.Identity))
            return Problems.RecordNotTheirs;
        if (Told(claim) is not { } told)
            return Problems.RecordNotTaken.Because("Attendance, having led, period accounts, assessments and verifications are handed in; of presentations a period account tells, and what was recorded elsewhere is told from its original.");
        return told with { Keeper = header.Issuer.Name, Original = header.Id.Length <= Fences.Name ? header.Id : null, Copy = SHA256.HashData(bytes), Checks = said.Checks };
    }

    // By the professional number, which nobody shares; by the name alone where neither side has one.
    private static bool IsTheirs(Holder holder, Identity person) => holder.Number is null && person.Number is null
        ? holder.Name == person.Name
        : holder.Number == person.Number && holder.Body == person.Body;

    private static ElsewhereToState? Told(Claim claim)
    {
        var until = claim.Ends ?? claim.Starts;
        return claim switch
        {
            Attendance attended => Of("attendance") with { Sessions = 1, Minutes = attended.Minutes },
            Leading led => Of("leading") with { Sessions = 1, Minutes = led.Minutes },
            PeriodAccount { Attended: > 0, Minutes: > 0 } account => Of("period-account") with { Sessions = account.Attended, Minutes = account.Minutes },
            Assessment assessed when IsWord(assessed.Form) && IsWord(assessed.Outcome) => Of(assessed.Form) with { Outcome = assessed.Outcome },
            Verification verified when IsWord(verified.State) => Of("verification") with { Outcome = verified.State },
            _ => null,
        };

        ElsewhereToState Of(string type) => new(type, claim.Starts, until, null, null, null, "", null, null);
    }

    private static bool IsWord(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, Fences.Word);
}
