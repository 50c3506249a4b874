namespace Portfolio.Contracts.Records;

// The one way a claim is written as an Open Badges 3.0 credential; the reader accepts nothing that would be written otherwise.
internal static class RecordJson
{
    public const string CredentialsContext = "https://www.w3.org/ns/credentials/v2";
    public const string BadgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    /// <summary>The claims alone: a credential without endorsement and proof.</summary>
    public static byte[] Claims(RecordHeader header, Claim claim)
    {
        if (ClaimRules.WhyNot(header, claim) is { } why)
            throw new ArgumentException(why, nameof(claim));
        var json = new JsonText().Open()
            .Set("@context", CredentialsContext, BadgesContext)
            .Text("id", header.Id)
            .Set("type", "VerifiableCredential", "OpenBadgeCredential")
            .Text("name", Achievement.Of(claim.Kind).Name)
            .Open("issuer").Text("id", header.Issuer.Id).Set("type", "Profile").Text("name", header.Issuer.Name).Close()
            .Text("validFrom", RecordTime.Write(header.ValidFrom));
        if (header.ValidUntil is { } until)
            json.Text("validUntil", RecordTime.Write(until));
        Subject(json, header, claim);
        Evidence(json, claim);
        json.Open("credentialStatus").Text("id", $"{header.Status.List}#{header.Status.Index}").Text("type", "BitstringStatusListEntry")
            .Text("statusPurpose", "revocation").Text("statusListIndex", $"{header.Status.Index}").Text("statusListCredential", header.Status.List).Close();
        return json.Close().ToArray();
    }

    /// <summary>A profile: who somebody is, with the professional number where there is one.</summary>
    public static JsonText Profile(this JsonText json, string member, string id, Person person)
    {
        json.Open(member).Text("id", id).Set("type", "Profile").Text("name", person.Name);
        if (person is { Body: { } body, Number: { } number })
            json.OpenSet("otherIdentifier").Open().Text("type", "IdentifierEntry").Text("identifier", number).Text("identifierType", $"ext:{body}").Close().CloseSet();
        return json.Close();
    }

    private static void Subject(JsonText json, RecordHeader header, Claim claim)
    {
        var achievementId = Achievement.Id(header.Id, claim.Kind);
        json.Open("credentialSubject").Text("id", $"urn:uuid:{claim.Holder.Id:D}").Set("type", "AchievementSubject");
        json.OpenSet("identifier");
        Identity(json, "name", claim.Holder.Name);
        if (claim.Holder is { Body: { } body, Number: { } number })
            Identity(json, $"ext:{body}", number);
        json.CloseSet().Text("activityStartDate", RecordTime.Write(claim.Starts));
        if (claim.Ends is { } ends)
            json.Text("activityEndDate", RecordTime.Write(ends));
        if (claim.Leader is { } leader)
            json.Profile("source", $"urn:uuid:{leader.Id:D}", leader);
        Achieved(json, achievementId, claim);
        json.OpenSet("result");
        foreach (var fact in AllFacts(header, claim))
            json.Open().Set("type", "Result").Text("resultDescription", $"{achievementId}#{fact.Key}").Text("value", fact.Value).Close();
        json.CloseSet().Close();
    }

    private static void Identity(JsonText json, string type, string value) =>
        json.Open().Text("type", "IdentityObject").False("hashed").Text("identityHash", value).Text("identityType", type).Close();

    private static void Achieved(JsonText json, string id, Claim claim)
    {
        var achievement = Achievement.Of(claim.Kind);
        json.Open("achievement").Text("id", id).Set("type", "Achievement").Text("achievementType", achievement.Type).Text("name", achievement.Name)
            .Text("description", achievement.Description).Open("criteria").Text("narrative", achievement.Criteria).Close();
        if (claim.Alignments.Count > 0)
        {
            json.OpenSet("alignment");
            foreach (var item in claim.Alignments)
                json.Open().Set("type", "Alignment").Text("targetType", "CFItem").Text("targetName", item.Name).Text("targetUrl", item.Url)
                    .Text("targetCode", item.Code).Text("targetFramework", item.Framework).Close();
            json.CloseSet();
        }
        json.OpenSet("resultDescription");
        foreach (var (key, name) in achievement.Facts)
            json.Open().Text("id", $"{id}#{key}").Set("type", "ResultDescription").Text("name", name).Text("resultType", $"ext:{key}").Close();
        json.CloseSet().Close();
    }

    private static IEnumerable<Fact> AllFacts(RecordHeader header, Claim claim)
    {
        foreach (var fact in claim.Facts)
            yield return fact;
        yield return Fact.Of("version", header.Version);
        yield return new("provenance", Codes.Of(claim.Provenance.Kind));
        if (claim.Provenance is { By: { } by, At: { } at })
        {
            yield return new("by", by);
            yield return new("at", RecordTime.Write(at));
        }
    }

    private static void Evidence(JsonText json, Claim claim)
    {
        if (claim.RestsOn.Count == 0)
            return;
        json.OpenSet("evidence");
        foreach (var record in claim.RestsOn)
            json.Open().Text("id", record).Set("type", "Evidence").Close();
        json.CloseSet();
    }
}
