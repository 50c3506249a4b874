using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Api.Sessions;

namespace Portfolio.Api.Pages;

/// <summary>A record as a list shows it.</summary>
/// <param name="What">Its kind, in words.</param>
/// <param name="On">The day it is about; the day on which it was signed where it is about none.</param>
/// <param name="State">`valid`, `superseded` or `withdrawn`.</param>
/// <param name="Embedded">Whether it has the form with an embedded proof.</param>
internal sealed record ShownRecord(Guid Id, string Kind, string What, DateOnly On, string? Group, string State, int Version, bool Embedded)
{
    /// <summary>Whether it adds others up, or says more than that somebody was there once.</summary>
    public bool First => Kind is not (Part.Attendance or Part.Presentation or Part.FollowUp or Part.Leading);

    public static string Words(string kind) => kind switch
    {
        Part.Attendance => "Attendance",
        Part.Presentation => "Presented a case",
        Part.FollowUp => "Followed a case up",
        Part.Leading => "Led",
        "period-account" => "Account of a period",
        "assessment" => "Assessment",
        "recorded-elsewhere" => "Recorded elsewhere",
        "verification" => "Requirement confirmed",
        _ => "Record",
    };

    public static async Task<IReadOnlyList<ShownRecord>> Of(
        Work work, PersonKeys keys, Programme programme, Guid person, IReadOnlyList<OwnSession> sessions, IReadOnlySet<Role> roles)
    {
        var of = sessions.ToDictionary(session => session.Id);
        var visible = await OpenVersion.All(work, keys, programme, await RecordShares.Visible(work, await RecordStore.Of(work, person), roles));
        return
        [
            .. from version in visible
               let record = version.Of
               let session = record.SessionId is { } id ? of.GetValueOrDefault(id) : null
               let shown = new ShownRecord(record.RecordId, record.Kind, Words(record.Kind), session?.HeldOn ?? programme.LocalDate(record.ValidFrom), session?.Group,
                   record.Ended ?? "valid", record.Number, version.Embedded is not null)
               orderby shown.On descending, shown.What
               select shown,
        ];
    }
}
