namespace Portfolio.Api.Curricula;

/// <summary>The way from page to page, in `Link` (RFC 8288).</summary>
internal static class CasePages
{
    public static string Links(string address, IQueryCollection query, int limit, int offset, int total)
    {
        var last = total == 0 ? 0 : (total - 1) / limit * limit;
        var pages = new List<(string Rel, long Offset)> { ("first", 0), ("last", last) };
        if ((long)offset + limit < total)
            pages.Insert(0, ("next", offset + limit));
        if (offset > 0)
            pages.Add(("prev", Math.Max(0, Math.Min(offset, total) - limit)));
        return string.Join(", ", pages.Select(page => $"<{address}{Query(query, limit, page.Offset)}>; rel=\"{page.Rel}\""));
    }

    private static string Query(IQueryCollection query, int limit, long offset)
    {
        string[] kept = ["sort", "orderBy", "filter", "fields"];
        var rest = kept.Where(query.ContainsKey).Select(name => $"{name}={Uri.EscapeDataString(query[name].ToString())}");
        return "?" + string.Join('&', [$"limit={limit}", $"offset={offset}", .. rest]);
    }
}
