using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Curricula;

/// <summary>A framework as Mahara 22.10 imports it into SmartEvidence.</summary>
internal static class Matrix
{
    public const string Type = "application/vnd.mahara.matrix+json";
    private const int LongestShortName = 100, LongestName = 255;

    private static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Framework framework)
    {
        var numbers = framework.Items.Where(item => item.Parent is null).Select((item, at) => (item.Code, Number: at + 1)).ToDictionary(top => top.Code, top => top.Number, StringComparer.Ordinal);
        var tops = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in framework.Items)
            tops[item.Code] = item.Parent is { } parent ? tops[parent] : item.Code;
        var matrix = new JsonObject
        {
            ["framework"] = new JsonObject
            {
                ["institution"] = "all", ["name"] = FrameworkText.Short(framework.Title, LongestName), ["description"] = FrameworkText.Html(framework.Title, framework.Note), ["selfassess"] = false,
                ["evidencestatuses"] = new JsonArray(Status("begun", "Begun"), Status("incomplete", "Incomplete"), Status("partialcomplete", "Partially complete"), Status("completed", "Completed")),
                ["standards"] = new JsonArray([.. framework.Items.Where(item => item.Parent is null).Select(item => Entry(item, numbers[item.Code]))]),
                ["standardelements"] = new JsonArray([.. framework.Items.Where(item => item.Parent is not null).Select(item => Element(item, numbers[tops[item.Code]], numbers))]),
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(matrix, Plain);
    }

    private static JsonObject Status(string code, string word) => new() { [code] = word };

    private static JsonObject Element(FrameworkItem item, int standard, Dictionary<string, int> standards)
    {
        var element = Entry(item, standard);
        element["elementid"] = item.Code;
        if (!standards.ContainsKey(item.Parent!))
            element["parentelementid"] = item.Parent;
        return element;
    }

    private static JsonObject Entry(FrameworkItem item, int standard) => new()
    {
        ["shortname"] = FrameworkText.Short(item.Code, LongestShortName), ["name"] = FrameworkText.Short(item.Title, LongestName), ["description"] = FrameworkText.Html(item.Title, item.Description), ["standardid"] = standard,
    };
}
