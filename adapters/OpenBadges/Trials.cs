using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.OpenBadges;

/// <summary>What can be tried at a host without leaving anything there.</summary>
internal static class Trials
{
    public static async Task<IReadOnlyList<Trial>> Of(AdapterConnection connection, CancellationToken cancellation)
    {
        var (found, whyNot) = await Endpoints.Discover(connection, cancellation).ConfigureAwait(false);
        if (found is null)
            return [new("reached", false, Unreached(whyNot!))];
        var session = new Session(connection);
        Trial reached = new("reached", true, "The host describes itself as one of Open Badges 3.0.");
        if (!session.SignedIn)
            return [reached, new("signed-in", false, "Sign in at the host and let it take records from here.")];
        var write = session.MayWrite
            ? new Trial("may-write", true, "The host lets records be put there.")
            : new Trial("may-write", false, "The permission is not for putting records there: sign in again and allow it.");
        if (!session.MayRead)
            return [reached, new("signed-in", null, "It cannot be tried without sending something."), write, new("may-read", null, "What is there may not be read back; the host's own answer is relied on.")];
        var (_, unread) = await ReadBack.Any(session, _ => true, null, cancellation).ConfigureAwait(false);
        return unread is null
            ? [reached, new("signed-in", true, "The permission is still good."), write, new("may-read", true, "What is there can be read back.")]
            : [reached, new("signed-in", unread is Outcome.NeedsPerson { Code: "sign-in-again" } ? false : null, "Sign in again at the host if this stays so."), write,
                new("may-read", false, "What is there could not be read: " + Code(unread) + ".")];
    }

    private static string Unreached(Outcome whyNot) => whyNot switch
    {
        Outcome.NeedsPerson { Code: "address-not-public" } => "The address is not one on the public internet.",
        Outcome.NeedsPerson { Code: "not-a-host" or "address-wrong" } => "There is no Open Badges 3.0 host at this address: check it.",
        _ => "The host could not be asked: " + Code(whyNot) + ".",
    };

    private static string Code(Outcome outcome) => outcome switch
    {
        Outcome.TryLater later => later.Code,
        Outcome.NoAnswer none => none.Code,
        Outcome.NeedsPerson needs => needs.Code,
        Outcome.Refused refused => refused.Code,
        _ => "no answer",
    };
}
