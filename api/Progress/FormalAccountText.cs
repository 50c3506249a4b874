using System.Globalization;
using System.Text;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>The formal account as somebody reads it.</summary>
internal static class FormalAccountText
{
    private sealed record Phrases(
        string Title, string Signed, string LedUnvouched, string Confirmed, string Unconfirmed, string Nothing, string Often, string Usually, string Longest, string How, string With,
        string Peers, IReadOnlyDictionary<string, string> Codes)
    {
        public string Of(string code) => Codes.GetValueOrDefault(code, code);
    }

    private static readonly Dictionary<string, Phrases> Languages = new()
    {
        ["en"] = new(
            "Formal account of {0}, {1:yyyy-MM-dd} to {2:yyyy-MM-dd}", "Signed by whoever led", "Led, and signed by nobody else", "Led by nobody, confirmed by the other person",
            "Led by nobody, confirmed by nobody", "None.", "How often: {0} times, {1} h {2} min", "; usually every {0} days", "; longest gap {0} days", "How:", "With whom:", "Peers",
            new Dictionary<string, string>
            {
                ["in-person"] = "in person", ["online"] = "online", ["attended"] = "took part", ["was-supervised"] = "was supervised", ["led"] = "led", ["co-led"] = "co-led",
                ["supervised"] = "supervised", ["peer"] = "as a peer", ["leader"] = "leader", ["co-leader"] = "co-leader", ["partner"] = "partner", ["times"] = "times",
                [FormalAccounts.ProfessionNotSaid] = "profession not said",
            }),
        ["de"] = new(
            "Nachweis über {0}, {1:dd.MM.yyyy} bis {2:dd.MM.yyyy}", "Von der Leitung unterschrieben", "Geleitet, von niemand anderem unterschrieben",
            "Ohne Leitung, von der anderen Person bestätigt", "Ohne Leitung, von niemandem bestätigt", "Keine.", "Wie oft: {0} Mal, {1} Std. {2} Min.", "; üblicherweise alle {0} Tage",
            "; längste Pause {0} Tage", "Wie:", "Mit wem:", "Weitere Teilnehmende",
            new Dictionary<string, string>
            {
                ["in-person"] = "in Präsenz", ["online"] = "online", ["attended"] = "teilgenommen", ["was-supervised"] = "supervidiert worden", ["led"] = "geleitet",
                ["co-led"] = "mitgeleitet", ["supervised"] = "supervidiert", ["peer"] = "kollegial", ["leader"] = "Leitung", ["co-leader"] = "Co-Leitung", ["partner"] = "Gegenüber",
                ["times"] = "Mal", [FormalAccounts.ProfessionNotSaid] = "Beruf nicht angegeben",
            }),
    };

    public static bool Has(string language) => Languages.ContainsKey(language);

    public static string Write(FormalAccount account)
    {
        var (phrases, text) = (Languages[account.Language], new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"{Say(phrases.Title, account.Name, account.From, account.Until)}\n");
        Section(phrases.Signed, account.FromRecords);
        Section(phrases.LedUnvouched, account.LedUnvouched);
        Section(phrases.Confirmed, account.Confirmed);
        Section(phrases.Unconfirmed, account.Unconfirmed);
        return text.ToString();

        void Section(string title, MeetingsAccount of)
        {
            Line("", title);
            if (of.Times == 0)
            {
                Line(phrases.Nothing);
                return;
            }
            Line(Say(phrases.Often, of.Times, of.Minutes / 60, of.Minutes % 60)
                + (of.UsualEveryDays is { } usual ? Say(phrases.Usually, usual) : "") + (of.LongestGapDays is { } gap ? Say(phrases.Longest, gap) : ""));
            Line(phrases.How);
            foreach (var way in of.Ways)
                Line($"  {way.Title}, {phrases.Of(way.Mode)}, {phrases.Of(way.Role)}: {way.Times} {phrases.Of("times")}, {way.Minutes} min");
            Line(phrases.With);
            foreach (var with in of.With)
                Line($"  {with.Name} ({phrases.Of(with.As)}): {with.Times} {phrases.Of("times")}");
            if (of.Peers.Count > 0)
                Line($"  {phrases.Peers}: {string.Join(", ", of.Peers.Select(peers => $"{peers.Number} {phrases.Of(peers.Profession)}"))}");
        }

        void Line(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines)
                text.Append(line).Append('\n');
        }
    }

    private static string Say(string phrase, params object[] values) => string.Format(CultureInfo.InvariantCulture, phrase, values);
}
