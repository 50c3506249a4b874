namespace Portfolio.Conformance;

/// <summary>What to put right in an adapter that fails a scenario.</summary>
internal static class Advice
{
    public static string On(string scenario) => scenario switch
    {
        "description" => "let Description say the truth: a name of small letters and hyphens, known kinds, each setting with a name and a sentence.",
        "deliver" => "a delivery ends as Accepted with the platform's own id as the receipt, and the record is there once.",
        "deliver again" => "what is delivered twice is there once. If the platform makes two of it, look first, or do not call it Repeating.SameId.",
        "another record" => "two records are two entries: take the record's id into what is sent.",
        "cancelled" => "hand the CancellationToken on to Exchange.Send, and wait for nothing without it.",
        "401" or "401 once" => "a token that is over is renewed once where there is a way to; otherwise it is NeedsPerson for everything of the connection, not TryLater.",
        "403" or "404" => "the platform lets nobody do it there: NeedsPerson or Refused. Say nothing of its answer but the status: a token or a name may stand in it.",
        "410" => "what is gone stays gone: NeedsPerson, not TryLater.",
        "409 same" => "a conflict with the very same record means that it is there: find out, and answer AlreadyThere or NoAnswer.",
        "409 different" => "something else is in its place: Refused, and leave that alone.",
        "429 in seconds" or "429 until a date" or "503" or "503 without a word" => "busy is TryLater, after what Retry-After says, in seconds or as a date: answer.Otherwise() reads both.",
        "redirect" or "redirect of everything" or "private address" => "send by connection.Http alone: it follows no redirect and reaches no private address. A client of your own would.",
        "clock 5 minutes ahead" or "clock 5 minutes behind" => "go by connection.Clock, and let the platform's be a few minutes off.",
        "find" or "find where nothing can be told" => "Find says NotThere only when the platform showed that it is not: of this version, not of any. Where nothing can be told it is NoAnswer.",
        "test" or "test where nothing works" => "Test leaves nothing behind, and says of each part whether it works, with a sentence that tells somebody what to do.",
        _ when scenario.StartsWith("withdraw", StringComparison.Ordinal) || scenario == "deliver what was withdrawn" =>
            "a withdrawal takes away that version of that record and nothing else, also in a second attempt; what was never there is withdrawn already; it can be delivered anew afterwards.",
        _ when scenario.StartsWith("replace", StringComparison.Ordinal) =>
            "after a replacement the newer version is there once and the older one is not. Take the older away first, so that an attempt that stops halfway can be told from one that did not.",
        // Lost, cut, slow, garbled, too large, failed: nobody knows whether it arrived.
        _ => "an answer that says nothing is NoAnswer (answer.Otherwise() says so), never Accepted or TryLater; and no second request within one attempt unless it is marked MayRepeat and safe.",
    };
}
