using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class RecordExamples
{
    private static readonly string Issuer = $"did:web:{Examples.Host}:programmes:{Examples.Programme}";
    private static readonly string Url = $"https://{Examples.Host}/v1/programmes/{Examples.Programme}/records/{Examples.Record}";
    private static readonly string KeyUrl = $"https://{Examples.Host}/programmes/{Examples.Programme}/keys/{Examples.Key}";

    private static readonly RecordBody Attendance = new(
        Examples.Record, Url, 1, "valid", "attendance", Examples.Trainee, Examples.Session, Examples.Signed, null, Examples.Jwt);

    private static readonly ItemOfFramework Item = new("rcpsych-core-2022", "1.2");

    private static readonly AccountToSign Account = new(
        Examples.Trainee, "Tara Trainee", Examples.Group, "Wednesday group", new(2024, 8, 7), new(2025, 5, 28), Version: 1, Held: 36, Expected: 33, Attended: 28,
        Minutes: 1665, Presented: 2, FollowedUp: 1, ["Lena Leader", "Colin Coleader"], Records: 31, [Item]);

    public static IEnumerable<object> All =>
    [
        new NewAccount(Account.PersonId, Account.From, Account.Until, [Item]),
        new AccountBody(Account, Examples.Hash),
        Attendance,
        new RecordList([Attendance]),
        new Withdrawal("Otto was not there; the sheet was of another week."),
        new Amendment("Otto left early; the sheet said he stayed.", Minutes: 45),
        new VerificationBody(true, Url, 1,
        [
            new("signature-valid", "yes", "The signature is of these bytes and of this key."),
            new("not-withdrawn-or-superseded", "yes", "The programme's status list says that this version stands."),
        ]),
        new CheckpointBody(312, Examples.Hash, Examples.Signed, Examples.Jwt),
    ];

    public static JsonObject PublicKey() => new()
    {
        ["kid"] = KeyUrl, ["kty"] = "RSA", ["alg"] = "RS256", ["use"] = "sig", ["n"] = "MadeUp…", ["e"] = "AQAB",
    };

    public static JsonObject DidDocument() => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
        ["id"] = Issuer,
        ["verificationMethod"] = new JsonArray(new JsonObject
        {
            ["id"] = KeyUrl, ["type"] = "Multikey", ["controller"] = Issuer, ["publicKeyMultibase"] = "z6MkMadeUpMadeUpMadeUpMadeUpMadeUpMadeUpMadeUp1",
        }),
        ["assertionMethod"] = new JsonArray(KeyUrl),
    };

    public static JsonObject Credential() => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
        ["id"] = Url, ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"), ["issuer"] = new JsonObject { ["id"] = Issuer },
    };
}
