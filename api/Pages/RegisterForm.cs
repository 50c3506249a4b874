using System.Globalization;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>One person's row as a form has it: text, because a form can hold anything.</summary>
internal sealed class RegisterRow
{
    public Guid PersonId { get; set; }
    public string? Attendance { get; set; }
    public string? Minutes { get; set; }
    public string? Mode { get; set; }
    public bool Presented { get; set; }
    public bool FollowedUp { get; set; }
    public string? FollowUpOf { get; set; }
    public bool Visiting { get; set; }

    /// <summary>Whether they are to be left off the register, whatever was chosen.</summary>
    public bool Off { get; set; }

    public bool Listed => !Off && !string.IsNullOrEmpty(Attendance);

    public static RegisterRow Of(RegisterLine line) => new()
    {
        PersonId = line.PersonId, Attendance = line.Attendance, Mode = line.Mode, Presented = line.Presented is true, FollowedUp = line.FollowedUp is true, Visiting = line.Visiting,
        Minutes = line.Attendance == "partial" ? line.Minutes?.ToString(CultureInfo.InvariantCulture) : null,
        FollowUpOf = line.FollowUpOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

/// <summary>The register as a form has it. Somebody without an attendance is left off the register.</summary>
internal sealed class RegisterForm
{
    public int Version { get; set; }
    public string? Mode { get; set; }
    public Guid LeaderId { get; set; }
    public Guid? CoLeaderId { get; set; }
    public List<RegisterRow> Rows { get; set; } = [];

    /// <summary>The name, address or key of somebody who visits, to be added as a row.</summary>
    public string? Visitor { get; set; }

    /// <param name="leader">Who leads where nobody has said so yet.</param>
    /// <param name="stopped">Whom nobody expects on that day.</param>
    /// <param name="checkedIn">Who said that they were there, where the group has them say so: then nothing is taken for granted of the others.</param>
    public static RegisterForm Of(SessionBody session, Guid leader, IReadOnlySet<Guid> stopped, IReadOnlySet<Guid>? checkedIn = null) => new()
    {
        Version = session.Version, Mode = session.Register?.Mode ?? "in-person", LeaderId = session.Register?.LeaderId ?? leader, CoLeaderId = session.Register?.CoLeaderId,
        Rows =
        [
            .. (session.Register?.Lines ?? []).Select(RegisterRow.Of),
            // An empty register begins with everybody there: whoever was not is put right, and the list is read before it is signed.
            .. session.Unlisted.Select(person => new RegisterRow
            {
                PersonId = person.PersonId,
                Attendance = session.Register is not null ? "" : checkedIn?.Contains(person.PersonId) is true ? "present" : stopped.Contains(person.PersonId) ? "not-expected" : checkedIn is null ? "present" : "",
            }),
        ],
    };

    /// <summary>The body that a program would send, or what in the form cannot be read.</summary>
    /// <param name="sees">Whether the form showed who presented; what it did not show stays as it is.</param>
    public Answer<Register> Read(bool sees)
    {
        var errors = new List<FieldError>();
        var lines = Listed.Select((row, at) => Read(row, sees, $"$.lines[{at}]", errors)).ToList();
        if (Mode is not ("in-person" or "online"))
            errors.Add(new("$.mode", "Say whether you met in person or online."));
        if (lines.Count > Fences.RegisterLines)
            errors.Add(new("$.lines", $"A register has at most {Fences.RegisterLines} people."));
        return errors.Count > 0 ? Problems.RegisterRefused.At(errors) : new Register(Mode!, LeaderId, lines, CoLeaderId);
    }

    /// <summary>The place on the form of what a refusal names, such as <c>$.lines[2].minutes</c>.</summary>
    public string FieldOf(string path)
    {
        var listed = Listed.ToList();
        return path.Split("$.lines[", 2) is [_, var rest] && rest.Split("].", 2) is [var at, var member]
            && int.TryParse(at, CultureInfo.InvariantCulture, out var number) && number < listed.Count
                ? $"rows[{Rows.IndexOf(listed[number])}].{member}"
                : path.Replace("$.", "", StringComparison.Ordinal);
    }

    private IEnumerable<RegisterRow> Listed => Rows.Where(row => row.Listed);

    private static RegisterLine Read(RegisterRow row, bool sees, string at, List<FieldError> errors)
    {
        var typed = row.Attendance == "partial" ? row.Minutes?.Trim() : null;
        var minutes = typed is { Length: > 0 } ? Whole(typed) : null;
        if (row.Attendance is not ("present" or "partial" or "apologies" or "not-expected" or "absent"))
            errors.Add(new(at + ".attendance", "Choose one of the list."));
        if (typed is { Length: > 0 } && minutes is null)
            errors.Add(new(at + ".minutes", "Write the minutes as a whole number."));
        var followUpOf = DateOnly.TryParseExact(row.FollowUpOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return new(row.PersonId, row.Attendance!, minutes, row.Mode is "in-person" or "online" ? row.Mode : null, sees ? row.Presented : null, sees ? row.FollowedUp : null,
            sees && row.FollowedUp ? followUpOf : null, row.Visiting);
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Fences.SessionMinutes ? number : null;
}
