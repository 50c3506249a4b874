namespace Portfolio.Contracts.Records;

// What a programme publishes about its keys. Old keys stay, so that what they signed can still be checked.
internal static class ProgrammeDocument
{
    // W3C DID document with one Multikey for each Ed25519 key of the programme. No dates: a key past its use still verifies what it signed.
    public static byte[] Did(string issuer, IEnumerable<RecordKey> keys)
    {
        var own = keys.Where(key => !key.Ed25519.IsEmpty && key.BelongsTo(issuer)).ToList();
        var json = new JsonText().Open()
            .Set("@context", "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1")
            .Text("id", issuer).OpenSet("verificationMethod");
        foreach (var key in own)
            json.Open().Text("id", key.Id).Text("type", "Multikey").Text("controller", issuer).Text("publicKeyMultibase", DidKey.Multikey(key.Ed25519.Span)).Close();
        return json.CloseSet().Set("assertionMethod", [.. own.Select(key => key.Id)]).Close().ToArray();
    }

    // RFC 7517 key set: RSA keys for the JWTs, and every Ed25519 key, leaders' too, with the dates that the DID document cannot carry.
    public static byte[] KeySet(IEnumerable<RecordKey> keys)
    {
        var json = new JsonText().Open().OpenSet("keys");
        foreach (var key in keys)
            KeyDocuments.WriteJwk(json, key);
        return json.CloseSet().Close().ToArray();
    }

    public static byte[] Key(RecordKey key)
    {
        var json = new JsonText();
        KeyDocuments.WriteJwk(json, key);
        return json.ToArray();
    }
}
