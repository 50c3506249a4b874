namespace Portfolio.Api.Database;

/// <summary>The account the private PostgreSQL runs under: PostgreSQL refuses root, so root lends it the account of its Debian package.</summary>
internal sealed record ServerAccount(uint User, uint Group, bool Lent)
{
    private const string PackageAccount = "postgres";

    internal static ServerAccount Find()
    {
        if (!Posix.IsRoot) return new(Posix.UserId, uint.MaxValue, Lent: false);
        return Posix.Account(PackageAccount) is var (user, group)
            ? new(user, group, Lent: true)
            : throw new RefusedException($"PostgreSQL does not run as root, and the user {PackageAccount} is missing: "
                + "apt-get install -y postgresql makes it, or start as an ordinary user.");
    }

    /// <summary>Opens a folder that the server needs to own.</summary>
    internal void Own(string path)
    {
        if (Lent) Posix.GiveTo(path, User, Group);
    }

    /// <summary>
    /// The words before a server program. <c>setsid</c>: the terminal's Ctrl-C is for the host, which then stops the server in order.
    /// <c>--pdeathsig</c>: a host killed outright takes the server with it, by PostgreSQL's fast shutdown.
    /// </summary>
    internal IEnumerable<string> Prefix(bool diesWithParent) =>
    [
        "setsid", "setpriv",
        .. Lent ? [$"--reuid={User}", $"--regid={Group}", "--clear-groups"] : Array.Empty<string>(),
        .. diesWithParent ? ["--pdeathsig=INT"] : Array.Empty<string>(),
        "--",
    ];
}
