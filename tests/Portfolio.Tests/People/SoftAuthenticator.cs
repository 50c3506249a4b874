using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portfolio.Tests.People;

/// <summary>An authenticator (WebAuthn level 3) that answers as it is told to, wrongly too.</summary>
internal sealed class SoftAuthenticator
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(32);
    private string holder = "";
    private uint count;

    /// <summary>Where the browser says that it is.</summary>
    public string Origin { get; set; } = "";

    public string? Domain { get; set; }

    public bool Verified { get; set; } = true;

    public bool CountsBack { get; set; }

    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        holder = (string)asked["user"]!["id"]!;
        var client = Client("webauthn.create", (string)asked["challenge"]!);
        var made = key.ExportParameters(false).Q;
        // COSE: EC2, ES256, P-256.
        byte[] publicKey = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. made.X!, 0x22, 0x58, 0x20, .. made.Y!];
        byte[] data = [.. Data((string)asked["rp"]!["id"]!, attested: true), .. new byte[16], 0, 32, .. id, .. publicKey];
        byte[] attestation = [0xa3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xa0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new { clientDataJSON = Text(client), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    public string Show(string options, string? asHolder = null)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", (string)asked["challenge"]!);
        var data = Data((string)asked["rpId"]!, attested: false);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new { clientDataJSON = Text(client), authenticatorData = Text(data), signature = Text(signature), userHandle = asHolder ?? holder });
    }

    private byte[] Client(string type, string challenge) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge, origin = Origin, crossOrigin = false }));

    private byte[] Data(string domain, bool attested)
    {
        var counted = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counted, CountsBack ? 1 : ++count + 1);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain ?? domain)), (byte)(0x01 | (Verified ? 0x04 : 0) | (attested ? 0x40 : 0)), .. counted];
    }

    private string Answer(object response) => JsonSerializer.Serialize(new
    {
        id = Text(id), rawId = Text(id), type = "public-key", response, clientExtensionResults = new { }, authenticatorAttachment = "platform",
    });

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
