namespace Portfolio.Api.People;

/// <summary>The words of the letters. Whoever opens the wrong mailbox learns from none of them who somebody is or what they do.</summary>
internal static class SignInLetters
{
    private const string NotYou = "If it was not you, tell whoever runs your programme at once: they can end it.";

    public static string Invitation(Uri link, DateTimeOffset until, bool word) => $"""
        You are invited to sign in to Portfolio. Open this link, and choose how you will sign in from then on:

        {link}

        It works once, until {until:d MMMM yyyy} ({until:HH:mm} UTC). Do not pass it on: whoever opens it becomes you.
        {(word ? "\nIt will ask for a word, which the person who invited you tells you themselves.\n" : "")}
        If you do not expect this letter, do nothing.
        """;

    public static string Code(string code) => $"""
        Your code for signing in to Portfolio is

        {code}

        It works for ten minutes, in the window in which you asked for it. Nobody will ever ask you for it: if somebody does, do not tell them.
        If you did not ask for it, do nothing.
        """;

    public const string NoAuthenticator = """
        Somebody asked to sign in to Portfolio with this address and an authenticator. No authenticator belongs to it.

        If it was you, sign in with your passkey or your organisation's account, or ask whoever runs your programme for a new invitation.
        If it was not you, do nothing.
        """;

    public const string SignInAdded = $"""
        A way to sign in to Portfolio was added for you just now.

        {NotYou}
        """;

    public const string SignInEnded = $"""
        A way to sign in to Portfolio was ended for you just now.

        {NotYou}
        """;

    public static string AddressCode(string code) => $"""
        Your code for confirming this address in Portfolio is

        {code}

        It works for an hour. If you did not ask for it, do nothing.
        """;

    public const string AddressCorrected = $"""
        Your address on record in Portfolio was changed just now; letters go to the new one from here on.

        {NotYou}
        """;

    public const string AddressAdded = $"""
        A further address was added to yours in Portfolio just now; it counts once it is confirmed.

        {NotYou}
        """;

    public const string AddressEnded = $"""
        One of your addresses was removed from Portfolio just now.

        {NotYou}
        """;
}
