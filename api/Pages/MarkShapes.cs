using System.Xml.Linq;

namespace Portfolio.Api.Pages;

/// <summary>How a mark is drawn, for whatever draws it: <c>_TraineeMarks.cshtml</c> on our page, the picture, and the element, whose script a test holds against this.</summary>
/// <param name="Name">The kind of shape: <c>circle</c>, <c>path</c> or <c>rect</c>.</param>
/// <param name="Look">What colours it.</param>
internal sealed record MarkShape(string Name, string Look, params IReadOnlyList<(string Name, string Value)> Where)
{
    private static readonly Dictionary<string, (string Fill, string? Stroke, string? Width, string? Dashes)> Light = new()
    {
        ["good"] = ("#007f3b", null, null, null), ["good-line"] = ("#ffffff", "#007f3b", "2", null), ["on"] = ("none", "#ffffff", "2.5", null), ["best"] = ("#005eb8", null, null, null),
        ["bad"] = ("#ffffff", "#d5281b", "2", null), ["bad-line"] = ("none", "#d5281b", "2.5", null), ["quiet"] = ("#ffffff", "#4c6272", "2", null), ["quiet-line"] = ("none", "#4c6272", "2.5", null),
        ["wait"] = ("#ffeb3b", "#212b32", "1.5", null), ["wait-line"] = ("none", "#212b32", "2", null), ["dots"] = ("#ffffff", "#4c6272", "2", "3 3"),
    };

    /// <summary>With the colours of a light page as attributes: a style may be forbidden where it is shown.</summary>
    public XElement ToElement(XNamespace of)
    {
        var (fill, stroke, width, dashes) = Light[Look];
        return new(of + Name, new XAttribute("class", "app-mark-" + Look), Where.Select(place => new XAttribute(place.Name, place.Value)), new XAttribute("fill", fill),
            Maybe("stroke", stroke), Maybe("stroke-width", width), Maybe("stroke-dasharray", dashes));
    }

    private static XAttribute? Maybe(string name, string? value) => value is null ? null : new(name, value);
}

internal static class MarkShapes
{
    private static readonly Dictionary<string, IReadOnlyList<MarkShape>> All = new()
    {
        ["attended"] = [Circle("good", 10), Path("on", "M7 12.5l3.5 3.5L17 8.5")],
        ["presented"] = [Path("best", "M12 .8l3.4 6.9 7.6 1.1-5.5 5.4 1.3 7.6-6.8-3.6-6.8 3.6 1.3-7.6L1 8.8l7.6-1.1z")],
        ["partly"] = [Circle("good-line", 9), Path("good", "M12 3a9 9 0 0 1 0 18z")],
        ["not-there"] = [new("rect", "bad", ("x", "3"), ("y", "3"), ("width", "18"), ("height", "18")), Path("bad-line", "M7.5 7.5l9 9M16.5 7.5l-9 9")],
        ["not-expected"] = [Path("quiet-line", "M4 12h16")],
        ["unsigned"] = [Circle("wait", 9), Path("wait-line", "M12 6.5v6l4 2")],
        ["cancelled"] = [Circle("quiet", 9), Path("quiet-line", "M5.8 18.2L18.2 5.8")],
        ["to-come"] = [Circle("dots", 8)],
    };

    public static IEnumerable<string> Names => All.Keys;

    public static IReadOnlyList<MarkShape> Of(string mark) => All[mark];

    private static MarkShape Circle(string look, int radius) => new("circle", look, ("cx", "12"), ("cy", "12"), ("r", $"{radius}"));

    private static MarkShape Path(string look, string way) => new("path", look, ("d", way));
}
