using Portfolio.Contracts.Http;

namespace Portfolio.Api.Pages;

/// <summary>Where a record is on its way to a portfolio, as its person would say it.</summary>
internal static class DeliveryWords
{
    public static string State(DeliveryBody line) => line switch
    {
        { Wanted: "gone", State: "due" or "sending" } => "Being taken back",
        { State: "due", Needs: not null } => "Waits for you",
        { State: "due" or "sending" } => "On its way",
        { State: "accepted" } => "There",
        { State: "withdrawn" } => "Not there any more",
        { State: "unknown" } => "May be there: only you can tell",
        { State: "refused" } => "Not taken",
        { Reason: "upload" } => "Waits for you to upload it",
        _ => "Stopped",
    };

    public static string? Why(DeliveryBody line) => (line.Needs ?? line.Reason) switch
    {
        null => null,
        "settings-missing" => "Nothing is sent before you fill in what this portfolio needs.",
        "sign-in-again" => "Nothing is sent before you sign in there again.",
        "gone" => "The portfolio says that your place there is gone.",
        "remove-there" => "Remove it there by hand: this service cannot.",
        "upload" => "Make an upload pack, upload it, and say that you did.",
        "may-not-write" => "The portfolio does not let this service write there.",
        "waits-for-older" or "waits-for-newer" => "Another version of the same record goes first.",
        "given-up" => "It was tried for fourteen days. Whoever looks after the programme’s portfolios sees it too.",
        "name-unknown" or "not-reached" or "no-answer" or "timed-out" or "server-error" or "tls-refused" => "The portfolio could not be reached.",
        _ => "Whoever looks after the programme’s portfolios can see why.",
    };
}
