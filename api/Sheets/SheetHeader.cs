namespace Portfolio.Api.Sheets;

/// <summary>Every column of a sheet is known, is there, and is there once; the order is free.</summary>
internal static class SheetHeader
{
    public static bool IsRight(string[] names, IReadOnlyList<string> columns, Sheet sheet, int line)
    {
        var before = sheet.Findings.Count;
        if (names is [var only] && only.AsSpan().ContainsAny(';', '\t'))
        {
            sheet.Findings.Add(sheet.File, line, "", only, "cells parted by commas");
            return false;
        }
        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (!columns.Contains(name))
                Refuse(Finding.Shown(name), name, $"no column of this sheet; the columns are {string.Join(", ", columns)}");
            else if (!seen.Add(name))
                Refuse(name, name, "each column once");
        }
        foreach (var missing in columns.Where(c => !seen.Contains(c)))
            Refuse(missing, "", $"the column {missing} is missing: add it");
        return sheet.Findings.Count == before;

        void Refuse(string column, string value, string fix) => sheet.Findings.Add(sheet.File, line, column, value, fix);
    }
}
