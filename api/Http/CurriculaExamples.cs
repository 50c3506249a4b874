using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class CurriculaExamples
{
    private static readonly Guid Document = Examples.Id(61), Item = Examples.Id(62), Association = Examples.Id(63);
    private static readonly FrameworkItem Theme = new(
        "A1", "Working with groups", Kind: "theme", Description: "Takes part in a group, and in thinking about it.", MapsTo: [new("gmc-gpc-2017", "GPC1", "inferred")], ItemId: Item);

    private static readonly FrameworkBody Framework = new(
        "our-additions", "Our school's additions", "Made-up School of Psychiatry", "2025", [Theme], new(2025, 8, 6), Sources: ["https://school.example.org/additions"]);

    private static readonly CaseLink ToDocument = new(Framework.Title, $"{Document}", Uri("CFDocuments", Document)), ToItem = new(Theme.Title, $"{Item}", Uri("CFItems", Item), "CASE");

    private static readonly CaseDocument InCase = new(
        Document, ToDocument.Uri, Framework.Issuer, Framework.Title, Examples.Signed, "1.1", "Curriculum", Framework.Sources![0], Framework.Version, Framework.ValidFrom,
        Extensions: new(new(Framework.Id, Sources: Framework.Sources)), CFPackageUri: new(Framework.Title, $"{Document}", Uri("CFPackages", Document)));

    private static readonly CaseItem ItemInCase = new(
        Item, ToItem.Uri, Theme.Description!, Examples.Signed, Theme.Code, Theme.Title, Theme.Kind, Extensions: new(new(Provenance: "loaded")), CFDocumentUri: ToDocument);

    private static readonly CaseAssociation ChildOf = new(
        Association, "isChildOf", Uri("CFAssociations", Association), ToItem, ToDocument with { TargetType = "CASE" }, Examples.Signed, 1, CFDocumentUri: ToDocument);

    private static readonly CasePackage Package = new(InCase with { CFPackageUri = null }, [ItemInCase with { CFDocumentUri = null }], [ChildOf with { CFDocumentUri = null }]);

    public static IEnumerable<object> All =>
    [
        Framework,
        new FrameworkList([new(Framework.Id, Framework.Title, Framework.Issuer, Framework.Version, 1, 1, Document, Public: false, Framework.ValidFrom)]),
        new RecordCompetencies(Examples.Record, "gmc-gpc-2017",
        [
            new($"https://{Examples.Host}/ims/case/v1p1/CFItems/{Item}", "1.2", "Professional standards", "RCPsych Core Psychiatry Curriculum 2022",
                [new("GPC1", "Professional values and behaviours", "sourced", "https://www.example.org/crosswalk", Via: "HLO1")]),
        ]),
        Package,
        new CaseDocuments([InCase]),
        InCase,
        ItemInCase,
        new CaseItemAssociations(ItemInCase, [ChildOf]),
        ChildOf,
        new CaseRefusal("failure", "error", "There is nothing public of that identifier here.", new([new("TargetEndSystem", "unknownobject")])),
        new CaseDiscovery("3.0.3", Element(new { title = "Competency frameworks in CASE 1.1", version = "1.0" }), Element(new[] { new { url = "/ims/case/v1p1" } }), Element(new { })),
    ];

    public static JsonNode? OfMedia(string type) => type switch
    {
        "text/csv" => """
            Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Cross-referenced competency ID numbers,Exported ID,Is framework,Taxonomy
            ,our-additions,Our school's additions,,1,,,,,,,,1,"outcome,outcome"
            ,A1,Working with groups,<p>Working with groups</p>,1,,,,,,,,,

            """,
        "application/vnd.mahara.matrix+json" => new JsonObject
        {
            ["framework"] = new JsonObject
            {
                ["institution"] = "all", ["name"] = Framework.Title, ["description"] = "", ["selfassess"] = false,
                ["standards"] = new JsonArray(new JsonObject { ["shortname"] = Theme.Code, ["name"] = Theme.Title, ["description"] = "", ["standardid"] = 1 }),
                ["standardelements"] = new JsonArray(),
            },
        },
        "application/vnd.1edtech.case+json" => Examples.Json(Package),
        _ => Examples.Json(Framework),
    };

    private static JsonElement Element(object of) => JsonSerializer.SerializeToElement(of);

    private static string Uri(string what, Guid id) => $"https://{Examples.Host}/ims/case/v1p1/{what}/{id}";
}
