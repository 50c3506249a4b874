namespace Portfolio.Api.Pages;

/// <summary>Why a record did not arrive, in words; and what helps.</summary>
internal static class ParkedWords
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["sign-in-again"] = "The platform asks for a new sign-in.",
        ["settings-missing"] = "Something is not filled in yet, by the person or by the programme.",
        ["not-set-up"] = "The place there is not set up yet.",
        ["not-signed-in"] = "The platform asks for a new sign-in.",
        ["address-wrong"] = "The platform's address is not right.",
        ["address-not-public"] = "The platform's address cannot be reached from here.",
        ["not-a-host"] = "The platform's address is not right.",
        ["may-not-write"] = "The platform does not let us write there.",
        ["may-not-read"] = "The platform does not let us look there.",
        ["no-space-left"] = "There is no room left at the platform.",
        ["journal-missing"] = "The journal that it goes into is not there any more.",
        ["person-not-found"] = "The platform does not know this person.",
        ["number-missing"] = "A professional number is missing, by which the platform would know this person.",
        ["register-there"] = "The person has to register at the platform first.",
        ["look-there"] = "It may be there already: only the person can look.",
        ["remove-there"] = "It has to be removed there by hand.",
        ["rate-again-there"] = "Somebody has to rate it again at the platform.",
        ["graded-there"] = "It was graded there already, so it cannot be taken back from here.",
        ["upload"] = "The person uploads it themselves.",
        ["given-up"] = "It was tried for fourteen days, without success.",
        ["waits-for-older"] = "An earlier version of the record has to be settled first.",
        ["waits-for-newer"] = "A newer version of the record takes its place.",
        ["too-large"] = "It is larger than the platform takes.",
        ["file-refused"] = "The platform does not take such a file.",
        ["rejected"] = "The platform refused it.",
        ["differs"] = "Something else is there under its number.",
        ["competency-not-there"] = "The platform does not know this part of the curriculum.",
        ["no-competency"] = "It names no part of the curriculum, and the platform asks for one.",
        ["outcome-not-mapped"] = "The platform has no grade for this outcome.",
        ["nothing-expected"] = "The platform expects nothing of this kind.",
        ["not-graded-there"] = "There is nothing at the platform that it could be put to.",
        ["no-embedded-form"] = "The record has no form that the platform takes.",
    };

    public static string Why(string? reason, string? needs) => Of(needs) ?? Of(reason) ?? "The platform gave no answer that could be used.";

    private static string? Of(string? code) => code is null ? null : Said.GetValueOrDefault(code);

    public static string State(string state) => state switch
    {
        "parked" => "Parked: nothing happens until somebody looks",
        "refused" => "Refused by the platform",
        _ => "It may be there: only the person can tell",
    };

    public static string Kind(string? kind) => kind switch
    {
        "attendance" => "Attendance", "period-account" => "Account of a period", "assessment" => "Assessment", "verification" => "Confirmation",
        "leading" => "Having led", "recorded-elsewhere" => "Recorded elsewhere", _ => "A record",
    };
}
