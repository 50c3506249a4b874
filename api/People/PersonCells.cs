using System.Net.Mail;
using Portfolio.Api.Sheets;

namespace Portfolio.Api.People;

/// <summary>One row of the people sheet as types, with a finding for every cell that does not stand for what it should.</summary>
internal static class PersonCells
{
    private const int LongestEmail = 254, LongestGrade = 20;

    private static readonly IReadOnlyList<string> Week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static PersonRow Read(SheetRow row)
    {
        var role = row.Code("role", PersonRole.All);
        var isTrainee = role == PersonRole.Trainee;
        var from = row.Date("from");
        var to = row.Date("to");
        if (from > to && to != default)
            row.Wrong("from", $"not after the last day, {to:yyyy-MM-dd}");
        return new(
            row.Key("person_id"), Name(row), Email(row), Body(row), Number(row),
            role, isTrainee ? row.Text("grade", LongestGrade) : row.TextOrNone("grade", LongestGrade),
            Share(row, isTrainee), Days(row, isTrainee), row.Text("site"), Group(row, role), from, to, Supervisor(row),
            row.DateOrNone("grade_expected_to"), row.DateOrNone("review_date"), row.DateOrNone("evidence_cut_off"), row.Line);
    }

    private static string Name(SheetRow row)
    {
        var name = row.Text("name");
        // A record parts the names of leaders with it.
        if (name.Contains(';', StringComparison.Ordinal))
            row.Wrong("name", "a name without ;");
        return name;
    }

    private static string? Email(SheetRow row)
    {
        var email = row.TextOrNone("email", LongestEmail);
        if (email is not null && (email.Contains(' ') || !MailAddress.TryCreate(email, out var read) || read.Address != email))
            row.Wrong("email", "one e-mail address, such as p001@example.org, or empty");
        return email;
    }

    private static string Body(SheetRow row)
    {
        var body = row.Text("professional_body");
        if (ProfessionalNumber.WhyNotBody(body) is { } why)
            row.Wrong("professional_body", why);
        return body;
    }

    private static string? Number(SheetRow row)
    {
        var number = row["number"];
        // A number is judged by its body's rule, so not while the body itself is wrong.
        if (ProfessionalNumber.WhyNotBody(row["professional_body"]) is null
            && ProfessionalNumber.WhyNot(row["professional_body"], number) is { } why)
            row.Wrong("number", why);
        return number.Length == 0 ? null : number;
    }

    private static decimal? Share(SheetRow row, bool needed)
    {
        if (needed && row["wte"].Length == 0)
            row.Wrong("wte", "a trainee's whole-time equivalent, such as 1.0 or 0.6");
        return row.ShareOrNone("wte");
    }

    private static DayOfWeek[] Days(SheetRow row, bool needed)
    {
        var days = row["working_days"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if ((needed && days.Length == 0) || !days.All(Week.Contains) || days.Distinct().Count() != days.Length)
        {
            row.Wrong("working_days", "the days worked, each once and parted by spaces, such as Mon Tue Wed");
            return [];
        }
        return [.. Week.Index().Where(d => days.Contains(d.Item)).Select(d => (DayOfWeek)((d.Index + 1) % 7))];
    }

    private static string? Group(SheetRow row, string role)
    {
        if (role.Length == 0)
            return row["group"];
        if (PersonRole.MeetsInAGroup(role))
            return row.Text("group", Cells.LongestKey);
        row.Empty("group", $"a {role} belongs to no group; a supervisor who also leads has another row for that");
        return null;
    }

    private static string? Supervisor(SheetRow row)
    {
        var supervisor = row.KeyOrNone("supervisor_id");
        if (supervisor is not null && supervisor == row["person_id"])
            row.Wrong("supervisor_id", "somebody else: nobody supervises themselves");
        return supervisor;
    }
}
