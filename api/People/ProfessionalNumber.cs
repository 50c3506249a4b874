using System.Text.RegularExpressions;

namespace Portfolio.Api.People;

/// <summary>The shape of a professional body's number. No body publishes a check digit, so the shape is all there is to check.</summary>
internal static partial class ProfessionalNumber
{
    public const string NoBody = "none";

    private static readonly IReadOnlyList<string> KnownBodies = ["GMC", "NMC", "HCPC", "GPhC", NoBody];

    [GeneratedRegex(@"^([0-9]{7}|L[0-9]{6})\z")]
    private static partial Regex Gmc();

    [GeneratedRegex(@"^[0-9A-Z]{8}\z")]
    private static partial Regex Nmc();

    [GeneratedRegex(@"^[A-Z]{2}[0-9]{1,6}\z")]
    private static partial Regex Hcpc();

    [GeneratedRegex(@"^2[0-9]{6}\z")]
    private static partial Regex Gphc();

    [GeneratedRegex(@"^[0-9A-Za-z-]{1,20}\z")]
    private static partial Regex Other();

    [GeneratedRegex(@"^[A-Za-z]{2,20}\z")]
    private static partial Regex BodyName();

    /// <summary>What a number can mean that somebody wrote in one field: a body and its number, or a number of any of the known bodies.</summary>
    public static IReadOnlyList<string> Readings(string written)
    {
        var parted = Parted().Match(written.Trim());
        var (body, number) = (parted.Groups[1].Value, parted.Groups[2].Value);
        return body.Length > 0 ? [$"{body} {number}", .. Bare(written)] : [.. Bare(written)];
    }

    private static IEnumerable<string> Bare(string written) =>
        KnownBodies.Where(body => body != NoBody && WhyNot(body, written.Trim()) is null).Select(body => $"{body} {written.Trim()}");

    [GeneratedRegex(@"^([A-Za-z]{2,20}?)[ :-]?([0-9][0-9A-Za-z-]{0,19}|(?<=[ :-])[0-9A-Za-z-]{1,20}|L[0-9]{6})\z")]
    private static partial Regex Parted();

    /// <summary>What the body should read, or null when it is right. Bodies that are not listed are taken as they are.</summary>
    public static string? WhyNotBody(string body) =>
        KnownBodies.FirstOrDefault(known => known != body && known.Equals(body, StringComparison.OrdinalIgnoreCase)) is { } meant ? meant
        : BodyName().IsMatch(body) ? null
        : "the body's short name in letters, such as GMC, NMC, HCPC, UKCP or BPC, or none";

    /// <summary>What the number should look like, or null when it is right.</summary>
    public static string? WhyNot(string body, string number) => body switch
    {
        NoBody => number.Length == 0 ? null : "empty: no professional body gives no number",
        "GMC" => Gmc().IsMatch(number) ? null : "seven digits, or L and six digits, such as 9907341",
        "NMC" => Nmc().IsMatch(number) ? null : "eight capital letters and digits",
        "HCPC" => Hcpc().IsMatch(number) ? null : "two capital letters and up to six digits, such as ZZ01701",
        "GPhC" => Gphc().IsMatch(number) ? null : "seven digits of which the first is 2",
        _ => Other().IsMatch(number) ? null : "the number given by the body: up to 20 letters, digits or -",
    };
}
