using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

internal sealed record RecordToIssue(Guid RecordId, int Number, bool IsNew, Part Part, RegisterToSign Register);

internal sealed record VersionToEnd(Guid RecordId, int Number, string Why, byte[] Digests);

internal sealed record IssuedVersion(
    RecordToIssue Of, byte[] Jwt, byte[]? Embedded, byte[] Digests, Guid KeyId, int StatusList, int StatusIndex, DateTimeOffset ValidFrom);

/// <summary>Which records a register issues and which versions it ends: decided before anything is signed.</summary>
internal sealed record SigningPlan(RegisterToSign Register, IReadOnlyList<RecordToIssue> Issue, IReadOnlyList<VersionToEnd> End)
{
    public static SigningPlan Of(RegisterToSign register, IReadOnlyDictionary<(Guid Session, Guid Person, string Kind), LatestVersion> known)
    {
        var difference = register.Difference;
        return new(register,
            [.. difference.Issue.Concat(difference.Replace).Select(part => Next(register, part, Latest(part)))],
            [.. difference.Replace.Select(part => Ending(Latest(part)!, "superseded")), .. difference.Withdraw.Select(part => Ending(Latest(part)!, "withdrawn"))]);

        LatestVersion? Latest(Part part) => known.GetValueOrDefault((register.Session.Id, part.PersonId, part.Kind));
    }

    // A record that was withdrawn and comes back keeps its id: the next version of the same record.
    private static RecordToIssue Next(RegisterToSign register, Part part, LatestVersion? latest) =>
        new(latest?.RecordId ?? Guid.CreateVersion7(), (latest?.Number ?? 0) + 1, latest is null, part, register);

    private static VersionToEnd Ending(LatestVersion latest, string why) => new(latest.RecordId, latest.Number, why, latest.Digests);
}

/// <summary>From what a register says to what a record claims.</summary>
internal static class SignedClaim
{
    public static Claim Of(RecordToIssue record, IReadOnlyDictionary<Guid, Identity> names)
    {
        var (register, part) = (record.Register, record.Part);
        var holder = names[part.PersonId];
        var who = new Holder(part.PersonId, holder.Name, holder.Number is null ? null : holder.Body, holder.Number);
        // Whoever signs vouches; where nobody of that day signed, the record names who led.
        var ledBy = register.IsVouchedFor ? register.Signer!.Value : register.Session.LeaderId!.Value;
        var leader = names[ledBy];
        var led = new Leader(ledBy, leader.Name, leader.Number is null ? null : leader.Body, leader.Number);
        return part.Kind == Part.Attendance
            ? new Attendance(who, led, register.Group, register.Session.HeldOn, part.Minutes, ModeOf(part), register.Provenance, [])
            : new Presentation(who, led, register.Group, register.Session.HeldOn,
                part.Kind == Part.FollowUp ? PresentationRole.FollowedUp : PresentationRole.Presented, register.Provenance, []);
    }

    private static Mode ModeOf(Part part) => part.Mode == "online" ? Mode.Online : Mode.InPerson;
}

/// <summary>Where things of a programme are found. All of it follows from the issuer, which never moves.</summary>
internal static class Addresses
{
    public static string Record(Programme programme, Guid record) => $"{Root(programme)}/v1/programmes/{programme.Id:D}/records/{record:D}";

    public static string Register(Programme programme, Guid session, int number) =>
        $"{Root(programme)}/v1/programmes/{programme.Id:D}/sessions/{session:D}/registers/{number}";

    public static string StatusList(Programme programme, int list) => $"{DidWeb.Url(programme.Issuer)}/status/{list}";

    private static string Root(Programme programme) => new Uri(DidWeb.Url(programme.Issuer)!).GetLeftPart(UriPartial.Authority);
}
