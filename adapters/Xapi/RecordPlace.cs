namespace Portfolio.Adapters.Xapi;

/// <summary>The addresses that statements about a record are made of. They name things; nobody has to find anything there.</summary>
/// <param name="Site">Where the service is.</param>
/// <param name="Programme">The programme that issues, as a URL: the home of its people's accounts.</param>
internal sealed record RecordPlace(string Site, string Programme)
{
    /// <param name="record">The record's URL, which a withdrawal has too.</param>
    public static RecordPlace Of(string record)
    {
        var url = new Uri(record);
        var site = url.GetLeftPart(UriPartial.Authority);
        var parts = url.AbsolutePath.Split('/');
        var at = Array.IndexOf(parts, "programmes");
        return new(site, at >= 0 && at + 1 < parts.Length ? $"{site}/programmes/{parts[at + 1]}" : site);
    }

    /// <summary>A group is known to a record by its name alone.</summary>
    public string Group(string name) => $"{Programme}/xapi/groups/{StatementIds.Named($"{Programme} {name}")}";

    public string Year(string group, int year) => $"{Group(group)}/years/{year:0000}";

    public string Meeting(string group, DateOnly day) => $"{Group(group)}/meetings/{day:yyyy-MM-dd}";

    public string Extension(string name) => $"{Site}/xapi/extensions/{name}";
}
