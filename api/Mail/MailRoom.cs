using System.Net;
using System.Net.Mail;
using Portfolio.Api.Database;

namespace Portfolio.Api.Mail;

/// <summary>The way out: a mail server by SMTP, or a pick-up folder.</summary>
internal sealed class MailRoom(MailOptions options, string dataFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Where letters are put when there is no server: beside the data folder, because a letter is plain text and what is in that folder is sealed.</summary>
    public string Folder { get; } = Outside(dataFolder, options.Folder ?? Path.GetFullPath(dataFolder).TrimEnd('/') + "-letters");

    public bool HasServer => options.Server is { Length: > 0 };

    public string? Server => options.Server;

    /// <returns>Nothing, or the code of what went wrong: a server's words can hold an address.</returns>
    public async Task<string?> Send(Letter letter, CancellationToken cancellation)
    {
        try
        {
            using var message = new MailMessage(options.From, letter.To, letter.Subject, letter.Text);
            using var client = Client();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (SmtpException e)
        {
            return e.StatusCode.ToString();
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return e.GetType().Name;
        }
    }

    private static string Outside(string dataFolder, string folder) =>
        (Path.GetFullPath(folder) + "/").StartsWith(Path.GetFullPath(dataFolder).TrimEnd('/') + "/", StringComparison.Ordinal)
            ? throw new RefusedException("Portfolio:Mail:Folder must not be in the data folder: letters are plain text, and a copy of that folder would hold them.")
            : Path.GetFullPath(folder);

    private SmtpClient Client()
    {
        if (HasServer)
            return new SmtpClient(options.Server, options.Port)
            {
                EnableSsl = options.Encrypted,
                Credentials = options.User is null ? null : new NetworkCredential(options.User, File.ReadAllText(options.PasswordFile!).Trim()),
            };
        Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
    }
}
