namespace Portfolio.Api.People;

/// <summary>What can only be seen by holding the rows of the people sheet against each other.</summary>
internal static class PeopleChecks
{
    public delegate void Refuse(PersonRow row, string column, string value, string fix);

    public static void Check(PeopleSheet sheet, IReadOnlySet<string> alreadyKnown, Refuse refuse)
    {
        foreach (var rows in sheet.Rows.GroupBy(r => r.Person))
        {
            OnePerson([.. rows], refuse);
            Overlaps(rows, refuse);
        }
        OnePersonEach("number", sheet.Rows, r => r.Number is null ? null : $"{r.Body} {r.Number}", r => r.Number, refuse);
        OnePersonEach("email", sheet.Rows, r => r.Email?.ToUpperInvariant(), r => r.Email, refuse);
        SupervisorsAreKnown(sheet, alreadyKnown, refuse);
    }

    private static void OnePerson(IReadOnlyList<PersonRow> rows, Refuse refuse)
    {
        var first = rows[0];
        foreach (var row in rows.Skip(1))
        {
            Same("name", row.Name, first.Name);
            Same("email", row.Email, first.Email);
            Same("professional_body", row.Body, first.Body);
            Same("number", row.Number, first.Number);

            void Same(string column, string? here, string? there)
            {
                if (here != there)
                {
                    refuse(row, column, here ?? "",
                        $"the same for {row.Person} in every row: line {first.Line} says {there ?? "nothing"}");
                }
            }
        }
    }

    /// <summary>A person works in one place at a time, but may lead two groups, or lead in one place and supervise in another.</summary>
    private static void Overlaps(IEnumerable<PersonRow> rows, Refuse refuse)
    {
        var duties = rows.GroupBy(r => r.Attends ? ("placement", "", "") : (r.Role, r.Group ?? "", r.Site));
        foreach (var duty in duties)
        {
            foreach (var (row, other) in Overlap.Pairs(duty, r => (r.From, r.To, r.Line)))
            {
                refuse(row, "from", $"{row.From:yyyy-MM-dd}",
                    $"a day outside {other.From:yyyy-MM-dd} to {other.To:yyyy-MM-dd}, which line {other.Line} already states for {row.Person}");
            }
        }
    }

    /// <summary>People are recognised by number and e-mail, so neither can belong to two of them.</summary>
    private static void OnePersonEach(
        string column, IEnumerable<PersonRow> rows, Func<PersonRow, string?> compared, Func<PersonRow, string?> cell, Refuse refuse)
    {
        var holders = new Dictionary<string, PersonRow>();
        foreach (var row in rows)
        {
            if (compared(row) is not { } value || holders.TryAdd(value, row))
                continue;
            var holder = holders[value];
            if (holder.Person != row.Person)
                refuse(row, column, cell(row)!, $"one that is {row.Person}'s alone: line {holder.Line} gives it to {holder.Person}");
        }
    }

    private static void SupervisorsAreKnown(PeopleSheet sheet, IReadOnlySet<string> alreadyKnown, Refuse refuse)
    {
        if (!sheet.Complete)
            return;
        HashSet<string> people = [.. sheet.People, .. sheet.Unclear, .. alreadyKnown];
        foreach (var row in sheet.Rows)
        {
            if (row.Supervisor is { } key && !people.Contains(key))
                refuse(row, "supervisor_id", key, $"the person_id of somebody in this sheet or the programme; add a row for {key}");
        }
    }
}
