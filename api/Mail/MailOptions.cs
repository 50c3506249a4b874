using System.Net.Mail;
using Portfolio.Api.Database;

namespace Portfolio.Api.Mail;

/// <summary>Configuration section `Portfolio:Mail`: a mail server, or a folder into which letters are put.</summary>
internal sealed class MailOptions
{
    /// <summary>The mail server's name. With none, letters go into the folder.</summary>
    public string? Server { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    /// <summary>A file that holds the password.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Whether the connection must be encrypted (STARTTLS).</summary>
    public bool Encrypted { get; set; } = true;

    /// <summary>Who letters come from.</summary>
    public string From { get; set; } = "portfolio@localhost";

    /// <summary>Where letters are put when there is no server; beside the data folder when none is named.</summary>
    public string? Folder { get; set; }

    /// <exception cref="RefusedException">It cannot be right.</exception>
    public MailOptions Checked()
    {
        if (!MailAddress.TryCreate(From, out _))
            throw new RefusedException("Portfolio:Mail:From is not an e-mail address.");
        if (PasswordFile is not null && !File.Exists(PasswordFile))
            throw new RefusedException($"Portfolio:Mail:PasswordFile names {PasswordFile}, which is not there.");
        return this;
    }
}
