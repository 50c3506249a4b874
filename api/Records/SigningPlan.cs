using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Records;

/// <summary>Which versions a register issues and which it ends: decided before anything is signed.</summary>
internal sealed record SigningPlan(IReadOnlyList<VersionToIssue> Issue, IReadOnlyList<VersionToEnd> End)
{
    public static SigningPlan Of(
        Programme programme, RegisterToSign register, IReadOnlyDictionary<(Guid Session, Guid Person, string Kind), LatestVersion> known,
        IReadOnlyDictionary<Guid, Identity> names)
    {
        var difference = register.Difference;
        return new(
            [.. difference.Issue.Concat(difference.Replace).Select(part => Next(programme, register, part, Latest(part), names))],
            [
                .. difference.Replace.Select(part => Latest(part)!.End("superseded")),
                .. difference.Withdraw.Select(part => Latest(part)!.End("withdrawn")),
            ]);

        LatestVersion? Latest(Part part) => known.GetValueOrDefault((register.Session.Id, part.PersonId, part.Kind));
    }

    // A record that was withdrawn and comes back keeps its id: the next version of the same record.
    private static VersionToIssue Next(
        Programme programme, RegisterToSign register, Part part, LatestVersion? latest, IReadOnlyDictionary<Guid, Identity> names) => new(
        latest?.RecordId ?? Guid.CreateVersion7(), (latest?.Number ?? 0) + 1, latest is null, part.Kind, part.PersonId, SignedClaim.Of(register, part, names),
        latest?.ValidFrom, register.Endorser, register.SignedList(programme), register.Session.Id, Minutes: part.Minutes, Mode: part.Mode);
}

/// <summary>From what a register says to what a record claims.</summary>
internal static class SignedClaim
{
    public static Claim Of(RegisterToSign register, Part part, IReadOnlyDictionary<Guid, Identity> names)
    {
        var (holder, group, day) = (names[part.PersonId].AsHolder(part.PersonId), register.Group, register.Session.HeldOn);
        var leader = Voucher(register, part) is { } voucher && names.TryGetValue(voucher, out var known) ? known.AsLeader(voucher) : null;
        return part.Kind switch
        {
            Part.Attendance => new Attendance(holder, leader, group, day, part.Minutes, ModeOf(part), register.Provenance, []),
            Part.Presentation => new Presentation(holder, leader, group, day, PresentationRole.Presented, register.Provenance, []),
            Part.FollowUp => new Presentation(holder, leader, group, day, PresentationRole.FollowedUp, register.Provenance, []),
            _ => new Leading(holder, leader, group, day, part.Minutes, ModeOf(part),
                part.PersonId == register.Session.LeaderId ? LeadingRole.Led : LeadingRole.CoLed, register.Provenance, []),
        };
    }

    // Whoever signs vouches. Where nobody of that day signed, the record names who led; of somebody's own leading, nobody but the tutor.
    private static Guid? Voucher(RegisterToSign register, Part part) =>
        register.Endorser ?? (register.Session.LeaderId == part.PersonId ? null : register.Session.LeaderId);

    private static Mode ModeOf(Part part) => part.Mode == "online" ? Mode.Online : Mode.InPerson;
}

internal static class PeopleInRecords
{
    public static Holder AsHolder(this Identity identity, Guid id) => new(id, identity.Name, identity.Number is null ? null : identity.Body, identity.Number);

    public static Leader AsLeader(this Identity identity, Guid id) => new(id, identity.Name, identity.Number is null ? null : identity.Body, identity.Number);
}
