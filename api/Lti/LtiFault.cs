using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portfolio.Api.Http;

namespace Portfolio.Api.Lti;

/// <summary>Why somebody did not come in, in plain words: what happened, what they can do, and what to tell whom.</summary>
/// <param name="Code">For the log and the reference.</param>
/// <param name="Status">Of the answer.</param>
internal sealed record LtiFault(string Code, int Status, string Title, string What, string Do)
{
    private const string Again = "Go back to your portfolio, load its page again, and open the link once more.";
    private const string TellThem = "Tell whoever runs your portfolio or learning platform, and give them the reference below. Nothing was changed.";

    /// <summary>What is said of a code; those that only somebody who runs a platform can put right are said alike.</summary>
    public static LtiFault Of(string code) => code switch
    {
        "request-incomplete" => new(code, 400, "This address opens from your portfolio alone", "It is where your portfolio or learning platform sends you, and something that it sends along is not there.", Again),
        "state-unknown" or "state-expired" or "nonce-used" => new(code, 400, "This link was used before, or waited too long",
            "For safety each opening works once, within ten minutes.", Again),
        "state-of-another-browser" or "state-without-browser" => new(code, 400, "Your browser did not bring back what it was given",
            "This happens where cookies are switched off, or where the link was begun in another browser.", Again + " If it happens again, allow cookies for this service."),
        "not-in-time" or "made-when" => new(code, 400, "The clocks do not agree",
            "Your portfolio’s message is dated more than five minutes before or after our time.", Again + " If it happens again: " + TellThem),
        "deployment" => new(code, 403, "This place in your portfolio is not known here yet",
            "Your portfolio is registered, but not the deployment that you came from.", TellThem + " They give your tutor the deployment’s id, who adds it to the registration."),
        "not-registered" or "issuer" => new(code, 403, "This portfolio is not registered here",
            "The programme has not let it in, or has removed it.", "Tell your tutor which portfolio you came from, and give them the reference below. You can still sign in here directly."),
        "nobody-known" => new(code, 403, "We do not know who you are",
            "Nobody in the programme has the ID number or the e-mail address that your portfolio tells us.",
            "Ask your tutor to add you, or to put right the number or address that they have; it has to be the one in your portfolio’s profile."),
        "key-unknown" or "keys-not-to-be-had" or "signature" => new(code, 502, "We could not check that this comes from your portfolio",
            "Its signature does not fit the keys that it publishes, or these could not be read just now.", Again + " If it happens again in some minutes: " + TellThem),
        "too-long" => new(code, 413, "Your portfolio sent more than we can read", "Its message is larger than any that is right.", TellThem),
        "account-taken" => new(code, 409, "This account is somebody else’s here", "Your account in the portfolio was confirmed by another person of this programme.", "Tell your tutor, and give them the reference below."),
        "refused-there" => new(code, 403, "Your portfolio did not let you in here", "It answered that you may not open this, or that you are not signed in there.", Again),
        _ => new(code, 400, "Your portfolio’s message is not right", "Something in it is missing, or not as LTI 1.3 has it.", TellThem),
    };
}

/// <summary>A page of the door: where it leads nowhere it says why, with a reference, and the log has the reason.</summary>
internal abstract partial class LtiPage(LtiDoor door, ILogger log) : PageModel
{
    protected LtiDoor Door => door;

    public LtiFault? Fault { get; private set; }

    // Where a form cannot be read, nothing of a request is bound.
    public Guid Programme => Guid.Parse($"{RouteData.Values["programmeId"]}");

    /// <summary>Short enough to be read out.</summary>
    public string Reference => HttpContext.TraceIdentifier is { Length: > 12 } trace ? trace[^12..] : HttpContext.TraceIdentifier;

    protected IActionResult Refuse(Guid programme, Guid? registration, string code)
    {
        Log.Refused(log, code, registration, programme, Reference);
        Fault = LtiFault.Of(code);
        Response.StatusCode = Fault.Status;
        return Page();
    }

    /// <returns>The form that was sent; nothing where it is none, or more than can be read.</returns>
    protected async Task<IFormCollection?> Form()
    {
        try
        {
            return Request.HasFormContentType ? await Request.ReadFormAsync(HttpContext.RequestAborted) : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whatever comes of it, only the programme's own platforms may show it.</summary>
    protected async Task Frame(Guid programme)
    {
        if (Frames.Asks(HttpContext))
            HttpContext.MayBeFramedBy(await door.Origins(programme, HttpContext.RequestAborted));
    }

    // By code alone: what stands in a message is chosen by whoever sent it.
    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A launch was refused: {Reason}. Registration {Registration} of programme {Programme}, reference {Reference}.")]
        public static partial void Refused(ILogger log, string reason, Guid? registration, Guid programme, string reference);
    }
}
