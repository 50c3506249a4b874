using System.Text;
using System.Text.Json;
using Portfolio.Api.Curricula;
using Portfolio.Contracts.Http;
using JsonManners = Portfolio.Api.Http.Json;

namespace Portfolio.Tests.Curricula;

/// <summary>Made-up frameworks, and the forms they are read back from.</summary>
internal static class Made
{
    public static readonly Uri Root = new("https://portfolio.example.org/");

    public static Framework Framework(string id = "our-additions", string version = "2025", params FrameworkItem[] items) => new(
        id, "Our school's additions", "Made-up School of Psychiatry", version,
        items.Length > 0 ? items : [new("A", "Working with groups", Kind: "outcome"), new("A.1", "Taking part", "A", "skill"), new("A.2", "Bringing a case", "A", "skill"), new("B", "Looking back", Kind: "outcome")],
        new(2025, 8, 6), Sources: ["https://school.example.org/additions"], Note: "Agreed by the school.");

    /// <summary>Four levels, long titles, texts of several lines, and letters that other formats have to escape.</summary>
    public static Framework Deep()
    {
        var items = new List<FrameworkItem>();
        foreach (var top in new[] { "T1", "T2", "T3" })
        {
            items.Add(new(top, $"{top}: “quotes”, commas, <angles> & an ampersand", Kind: "domain", Description: "First line.\nSecond line, with \"marks\"."));
            items.Add(new(top + ".1", new string('x', 120) + " a title longer than other platforms take " + new string('y', 30), top, "outcome", Description: "In full."));
            items.Add(new(top + ".1.a", "Äußerst — naïve 漢字 👍", top + ".1", "skill", MapsTo: [new("gmc-gpc-2017", "GPC1", "inferred", "https://school.example.org/crosswalk")]));
            items.Add(new(top + ".1.a.i", "Deepest", top + ".1.a", "indicator", "inferred", Source: "https://school.example.org/deep", Note: "A note."));
        }
        return Framework(items: [.. items]);
    }

    /// <summary>A framework by chance: any depth, any order in which parents come first, any text that a title can be.</summary>
    public static Framework Random(int seed)
    {
        var random = new Random(seed);
        var items = new List<FrameworkItem>();
        for (var number = random.Next(1, 40); number > 0; number--)
            items.Add(new($"C{items.Count}.{Words(random, 1)}", Words(random, 12), items.Count > 0 && random.Next(4) > 0 ? items[random.Next(items.Count)].Code : null,
                random.Next(2) == 0 ? "skill" : null, FrameworkItems.Provenances[random.Next(3)],
                Description: random.Next(3) > 0 ? null : string.Join('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words(random, 60))),
                MapsTo: random.Next(3) > 0 ? null : [new("elsewhere", Words(random, 2), "inferred"), new("gmc-gpc-2017", $"GPC{random.Next(1, 10)}")]));
        return Framework(items: [.. items]);
    }

    private static string Words(Random random, int most)
    {
        string[] words = ["group", "“quoted”", "\"marks\"", "a,b", "<p>", "&amp;", "…", "Ärzte", "漢字", "👍", "'", "=1+1", "</p>", "\\n", "x"];
        return string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => words[random.Next(words.Length)]));
    }

    /// <summary>As whoever writes it by hand would have it: without ids.</summary>
    public static byte[] Own(Framework framework) => JsonSerializer.SerializeToUtf8Bytes(framework.ToBody() with { Items = framework.Items }, JsonManners.Options);

    public static byte[] Case(Framework framework) =>
        JsonSerializer.SerializeToUtf8Bytes(new CaseWriter(framework, Api.Curricula.Framework.Uuid("document"), Frameworks.ChangedAt, Root).Package(), JsonManners.Options);

    public static (FrameworkRead? Read, FrameworkFindings Findings) Read(byte[] bytes, string type, FrameworkHints? hints = null)
    {
        var findings = new FrameworkFindings();
        var read = FrameworkFile.Read(new MemoryStream(bytes), type, hints ?? new(null, null), findings, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        if (read is not null)
            FrameworkCheck.Run(read, findings);
        return (read, findings);
    }

    public static (FrameworkRead? Read, FrameworkFindings Findings) Read(string text, string type, FrameworkHints? hints = null) => Read(Encoding.UTF8.GetBytes(text), type, hints);

    public static Framework Good(byte[] bytes, string type)
    {
        var (read, findings) = Read(bytes, type);
        Assert.Empty(findings.Listed);
        return read!.Framework with { Items = FrameworkRead.Ordered(read.Framework.Items) };
    }
}
