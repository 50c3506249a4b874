using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Paper;

/// <summary>Adds the sessions of paper registers and signs what follows from them: imported, by whom and when, for ever.</summary>
internal sealed class RegisterImport(
    Work work, Programme programme, PeopleImport people, Standings standings, RegisterSigning signing, Guid? signer = null)
{
    public int Records { get; private set; }

    public async Task Add(IReadOnlyList<SessionRow> rows, string by, DateTimeOffset now, Action<int, int>? signed)
    {
        if (rows.Count == 0)
            return;
        var sessions = rows.Select(row => (Row: row, Session: ToSession(row), Lines: ToLines(row))).ToList();
        await ImportedSessions.Insert(work, [.. sessions.Select(of => of.Session)]);
        await RegisterLines.Insert(work, [.. sessions.SelectMany(of => of.Lines.Select(line => (of.Session.Id, line)))]);
        var provenance = Provenance.Imported(by, now);
        RegisterToSign[] registers = [.. sessions.Where(of => of.Row.Held).Select(of => new RegisterToSign(
            of.Session, people.NameOf(of.Row.Key.Group), 1, provenance, of.Lines, new(Part.Of(of.Session, of.Lines), [], []), Hash(of.Session, of.Lines), signer))];
        Records = registers.Sum(register => register.Difference.Issue.Count);
        if (registers.Length > 0)
            await signing.Sign(work, programme, registers, now, signed);
    }

    private Session ToSession(SessionRow row) => new(
        Guid.CreateVersion7(), people.Groups[row.Key.Group], row.Key.Date, row.Key.Start, row.Minutes, row.Mode,
        row.Held ? Session.Signed : Session.Cancelled, row.CancelledBecause, PersonOf(row.Leader), PersonOf(row.CoLeader), Version: 1);

    private List<Line> ToLines(SessionRow row) => [.. row.Lines.Select(line => new Line(
        people.People[line.Person], standings.On(people.Groups[row.Key.Group], people.People[line.Person], row.Key.Date), line.Attendance, line.Minutes, null,
        line.Role == RegisterCode.Presenter, line.Role == RegisterCode.FollowUp, line.FollowUpOf)).OrderBy(line => line.PersonId)];

    private Guid? PersonOf(string? key) => key is null ? null : people.People[key];

    private static byte[] Hash(Session session, IReadOnlyList<Line> lines) =>
        SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(session, Json.Options), .. JsonSerializer.SerializeToUtf8Bytes(lines, Json.Options)]);
}
