using System.Text;

namespace Portfolio.Tests.Assessments;

/// <summary>Forms that are wrong in one place each.</summary>
internal static class BrokenForms
{
    public sealed record Broken(string Path, bool SchemaRefuses, string Document);

    public static string Good { get; } = File.ReadAllText(System.IO.Path.Combine(Source.Root, "api", "Assessments", "Forms", "example-group-assessment.json"));

    public static byte[] Bytes(string document) => Encoding.UTF8.GetBytes(document);

    public static IReadOnlyDictionary<string, Broken> All { get; } = new Dictionary<string, Broken>
    {
        ["a pass rule above its scale"] = Put("$.pass.atLeast", "\"atLeast\": \"3\"", "\"atLeast\": \"9\"", schema: false),
        ["a pass rule on no item"] = Put("$.pass.item", "\"item\": \"overall\"", "\"item\": \"elsewhere\"", schema: false),
        ["a pass rule on an optional item"] = Put("$.pass.item", "\"item\": \"overall\"", "\"item\": \"presenting\"", schema: false),
        ["a pass rule of both kinds"] = Put("$.pass", "\"item\": \"overall\",", "\"item\": \"overall\", \"items\": 2,"),
        ["a pass rule of neither kind"] = Put("$.pass", "\"item\": \"overall\",", ""),
        ["more items than there are"] = Put("$.pass.items", "\"item\": \"overall\",", "\"items\": 7,", schema: false),
        ["no items to pass"] = Put("$.pass.items", "\"item\": \"overall\",", "\"items\": 0,"),
        ["an item twice"] = Put("$.items[2].code", "\"code\": \"contributing\"", "\"code\": \"reliability\"", schema: false),
        ["an item of clinical words"] = Put("$.items[0].code", "\"code\": \"reliability\"", "\"code\": \"what he said\""),
        ["an item without text"] = Put("$.items[0].text", "{ \"en\": \"Comes when expected, and says beforehand when not coming.\", \"de\": \"Kommt wie vereinbart und sagt vorher ab.\" }", "{}"),
        ["a language that is none"] = Put("$.items[0].text.english", "\"en\": \"Comes when", "\"english\": \"Comes when"),
        ["a level twice"] = Put("$.scale[1].code", "\"code\": \"2\"", "\"code\": \"1\"", schema: false),
        ["one outcome for both"] = Put("$.outcomes.notPassed.code", "\"not-yet-satisfactory\"", "\"satisfactory\"", schema: false),
        ["nobody to fill it in"] = Put("$.filledInBy", "[\"leader\", \"co-leader\", \"deputy\"]", "[]"),
        ["the person themselves to fill it in"] = Put("$.filledInBy", "[\"leader\",", "[\"trainee\","),
        ["a leader twice"] = Put("$.filledInBy", "[\"leader\", \"co-leader\",", "[\"leader\", \"leader\","),
        ["an unknown countersignature"] = Put("$.countersignedBy", "\"confirmed\": false", "\"countersignedBy\": [\"patient\"], \"confirmed\": false"),
        ["confirmed by nobody"] = Put("$.confirmed", "\"confirmed\": false", "\"confirmed\": true"),
        ["a source that is no address"] = Put("$.source", "\"confirmed\": false", "\"confirmed\": false, \"source\": \"a book\""),
        ["version nought"] = Put("$.version", "\"version\": 1", "\"version\": 0"),
        ["an id with a space"] = Put("$.id", "\"example-group-assessment\"", "\"an example\""),
        ["a type with a space"] = Put("$.type", "\"EXAMPLE-ASSESSMENT\"", "\"EXAMPLE ASSESSMENT\""),
        ["an unknown member"] = Put("$.weight", "\"version\": 1,", "\"version\": 1, \"weight\": 2,"),
        ["a null in a list"] = Put("$.filledInBy[0]", "[\"leader\",", "[null,"),
        ["a member twice"] = Put("$.id", "\"version\": 1,", "\"version\": 1, \"id\": \"other\",", schema: false),
    };

    private static Broken Put(string path, string right, string wrong, bool schema = true)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);
        return new(path, schema, Good.Replace(right, wrong, StringComparison.Ordinal));
    }
}
