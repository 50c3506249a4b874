using System.Globalization;
using Portfolio.Contracts.Http;
using QRCoder;

namespace Portfolio.Api.Progress;

/// <summary>An evidence pack on paper: one page in the order of the requirement, then the list of records.</summary>
internal static class EvidencePaper
{
    private const int MostRules = 9, MostNotices = 7, MostSteps = 6;

    /// <param name="check">Where anybody who holds the paper sees what became of it.</param>
    public static byte[] Write(EvidencePackContent content, RequirementPack pack, string check, string fileHash, DateTimeOffset now)
    {
        using var document = new PaperDocument();
        var foot = $"Evidence pack {content.Id[(content.Id.LastIndexOf('/') + 1)..]}   frozen {now.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
        First(new(document, foot), content, pack, check, fileHash);
        Records(document, content.Evidence, foot);
        // Times of the pack itself, so that nothing on the paper is of the moment at which it was drawn.
        return document.Write($"Evidence pack, {content.Evidence.AsOf:yyyy-MM-dd}", content.Programme, now);
    }

    private static void First(EvidencePaperPage page, EvidencePackContent content, RequirementPack pack, string check, string fileHash)
    {
        var (evidence, progress) = (content.Evidence, content.Evidence.Progress);
        page.Title(evidence.Name);
        page.Line($"{evidence.Title}", bold: true);
        page.Line($"{content.Programme}   ·   {evidence.Pack} version {evidence.PackVersion}   ·   as of {Day(evidence.AsOf)}");
        page.Line($"{State(progress.State)}{Deadline(progress)}", bold: true);
        page.Heading("The requirement");
        page.Row(true, ("What is asked for", 0), ("Have", 270), ("Need", 325), ("State", 430));
        foreach (var rule in progress.Rules.Take(MostRules))
            page.Row(false, (rule.Title, 0), (Number(rule.Have), 270), ($"{Number(rule.Need)} {UnitWords.Of(rule.Unit, rule.Need)}", 325), (State(rule.State), 430));
        page.More(progress.Rules.Count - MostRules, "rules");
        page.Line($"Cases presented: {evidence.Presentations.Presented}; followed up: {evidence.Presentations.FollowedUp}. When that was is not told here.");
        page.Heading("Confirmation");
        foreach (var step in content.Confirmations.Take(MostSteps))
            page.Row(false, ($"{step.Step}: {step.Act}", 0), (step.On is { } on ? $"{step.By}, {Day(on)}" : $"{step.State}: {step.By}", 200));
        page.More(content.Confirmations.Count - MostSteps, "confirmations");
        if (progress.State is ProgressState.Met && content.Confirmations.All(step => step.State == "taken") && progress.Unlocks is { } unlocks)
            page.Line($"Opens: {unlocks}.");
        page.Heading("What stands out");
        var notices = evidence.Exceptions.Where(notice => notice.Code != "unconfirmed").ToList();
        foreach (var notice in notices.Take(MostNotices))
            page.Line($"{(notice.Rule is null ? "" : notice.Rule + ": ")}{notice.Says}{(notice.Records.Count > 0 ? $" ({notice.Records.Count} records)" : "")}", small: true);
        page.More(notices.Count - MostNotices, "remarks");
        if (notices.Count == 0)
            page.Line("Nothing.", small: true);
        page.Heading("What no public source confirms");
        page.Line(Unconfirmed(pack), small: true);
        using var qr = QRCodeGenerator.GenerateQrCode(check, QRCodeGenerator.ECCLevel.M);
        page.Code(qr.ModuleMatrix, $"Whether it was issued and what changed since:\n{string.Join('\n', check.Chunk(80).Select(part => new string(part)))}\n\nSHA-256 of the signed file, which can be checked without this service:\n{fileHash[..32]}\n{fileHash[32..]}");
    }

    private static void Records(PaperDocument document, EvidenceBody evidence, string foot)
    {
        foreach (var records in evidence.Records.Chunk(50))
        {
            var page = new EvidencePaperPage(document, foot);
            page.Heading($"Records of {evidence.Name}, as of {Day(evidence.AsOf)}: {evidence.Records.Count}");
            page.Row(true, ("Day", 0), ("Group", 62), ("What", 190), ("Minutes", 275), ("How", 322), ("Counts for", 400));
            foreach (var record in records)
                page.Row(false, ($"{record.Date:yyyy-MM-dd}", 0), (record.Group ?? "", 62), (record.Kind, 190), ($"{record.Minutes}", 275),
                    (record.Provenance == "contemporaneous" ? record.Mode ?? "" : record.Provenance, 322), (string.Join(", ", record.Counts), 400));
        }
    }

    private static string Unconfirmed(RequirementPack pack) =>
        pack.ToBody().Unconfirmed is { Count: > 0 } numbers ? string.Join(", ", numbers.Select(number => number.At.Replace("$.", "", StringComparison.Ordinal)).Distinct()) + "." : "Nothing: every number has a source.";

    private static string Deadline(TraineeProgress progress) => progress.Deadline is { } day ? $"   ·   deadline {Day(day)}{(progress.DeadlineEstimated ? " (estimated)" : "")}" : "";

    private static string State(ProgressState state) => state switch
    {
        ProgressState.Met => "met",
        ProgressState.OnTrack => "on track",
        ProgressState.Behind => "behind",
        _ => "not possible in time",
    };

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
