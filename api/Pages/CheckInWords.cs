using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Pages;

/// <summary>Why somebody is not checked in, as they are told.</summary>
internal static class CheckInWords
{
    public static string Of(Problem problem, Wording words) => problem.Code switch
    {
        "check-in-off" => $"This group does not check in: your {words.Leader} takes the register.",
        "check-in-early" => $"It is too early. {problem.Detail}",
        "check-in-late" => $"It is too late. {problem.Detail} If you were there, tell your {words.Leader}: the register is signed by them.",
        "check-in-code-over" => $"That code is over: each is good for a minute at most. Use the one that your {words.Leader} shows now.",
        "check-in-code-wrong" => "That is not a code that is shown now. Look again, or scan the picture.",
        "check-in-by-leader" => "You may lead this group yourself: whoever leads is named on the register and does not check in.",
        "session-signed" => "The register of this session is signed already. If it is not right, say so on the page of your year.",
        "session-cancelled" => "This session is cancelled.",
        _ => problem.Title,
    };
}
