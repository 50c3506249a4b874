using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Webhook;

/// <summary>What happened to a record, in as few words as a receiver needs to come and fetch it: no name, no date, nothing of what it says.</summary>
internal static class WebhookMapping
{
    public const string Signed = "record.signed", Superseded = "record.superseded", Withdrawn = "record.withdrawn";

    public static JsonObject Of(SignedRecord record, Guid subject, Delivered? before)
    {
        var data = Data(record.As(null), subject);
        data["digest"] = "sha-256:" + Convert.ToHexStringLower(SHA256.HashData(record.Jwt.Span));
        if (before is not null)
            data["supersedes"] = before.Version;
        return Event(before is null ? Signed : Superseded, record.Header.ValidFrom, data);
    }

    public static JsonObject Of(Delivered withdrawn, Guid subject, DateTimeOffset since) => Event(Withdrawn, since, Data(withdrawn, subject));

    /// <summary>Tells nothing, and shows whether what is told arrives.</summary>
    public static JsonObject Trial(DateTimeOffset now) => Event("connection.tried", now, []);

    /// <summary>The same in every attempt to tell the same; another where it is told anew, as when what was withdrawn is sent again.</summary>
    public static string MessageId(Delivered of, string type, DateTimeOffset since) => MessageId($"{of.Id}/{of.Version}/{type}/{since.ToUnixTimeMilliseconds()}");

    public static string MessageId(string name) => "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static JsonObject Data(Delivered of, Guid subject) => new()
    {
        ["recordId"] = of.Id.ToString(),
        ["credentialUrl"] = string.Create(CultureInfo.InvariantCulture, $"{of.Url}/versions/{of.Version}"),
        ["version"] = of.Version,
        ["kind"] = of.Kind,
        ["subject"] = subject.ToString(),
    };

    private static JsonObject Event(string type, DateTimeOffset at, JsonObject data) => new()
    {
        ["type"] = type,
        ["timestamp"] = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["data"] = data,
    };
}
