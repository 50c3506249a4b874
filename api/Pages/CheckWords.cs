using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Pages;

/// <summary>The checks of a record or an evidence pack, as questions that anybody understands.</summary>
internal static class CheckWords
{
    public static string Question(string check) => check switch
    {
        CheckNames.FormatKnown => "Is it a record of this kind, and nothing else?",
        CheckNames.KeyKnown => "Does it name a key of the programme that it says issued it?",
        CheckNames.SignatureValid => "Did the programme sign exactly this?",
        CheckNames.EndorsementValid => "Did the leader named in it vouch for exactly this?",
        CheckNames.KeyValidWhenSigned => "Was the programme’s key in use when it was signed?",
        CheckNames.InLogBeforeKeyLost => "Is it in the programme’s log?",
        CheckNames.NotWithdrawn => "Does it still stand: neither withdrawn nor replaced?",
        CheckNames.WithinDates => "Has it begun, and not run out?",
        EvidenceChecks.RecordsAsListed => "Are the records in it the ones that the programme listed?",
        EvidenceChecks.RecordsGood => "Does every record in it pass its own checks?",
        _ => check,
    };

    public static (string Word, string Tag) Answer(CheckBody check) => check.Answer switch
    {
        "yes" => ("Yes", "nhsuk-tag--green"), "no" => ("No", "nhsuk-tag--red"), _ => ("Not checked", "nhsuk-tag--grey"),
    };
}
