using System.Collections.Frozen;

namespace Portfolio.Contracts.Records;

internal enum TermShape { Text, Typed, Iri, Keyword, Node, Graph }

internal sealed record Term(string Iri, TermShape Shape, string? Datatype = null)
{
    public RdfTerm Predicate { get; } = RdfTerm.Iri(Iri);
}

// What our terms mean in RDF: the part of the two published contexts that our documents use. A term not listed has no meaning here.
// Some datatypes stand under https://www.w3.org where XML Schema's own names begin with http: the published context has them so.
internal static class RecordTerms
{
    private const string Vc = "https://www.w3.org/2018/credentials#";
    private const string Ob = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private const string Schema = "https://schema.org/";
    private const string Security = "https://w3id.org/security#";
    private const string Status = "https://www.w3.org/ns/credentials/status#";
    private const string DateTime = "http://www.w3.org/2001/XMLSchema#dateTime";
    private const string Date = "https://www.w3.org/2001/XMLSchema#date";
    private const string AnyUri = "https://www.w3.org/2001/XMLSchema#anyURI";
    private const string Bool = "https://www.w3.org/2001/XMLSchema#boolean";

    public static readonly RdfTerm Type = RdfTerm.Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    public static readonly FrozenDictionary<string, RdfTerm> Types = new Dictionary<string, string>
    {
        ["VerifiableCredential"] = Vc + "VerifiableCredential",
        ["BitstringStatusListCredential"] = Status + "BitstringStatusListCredential",
        ["BitstringStatusList"] = Status + "BitstringStatusList",
        ["BitstringStatusListEntry"] = Status + "BitstringStatusListEntry",
        ["DataIntegrityProof"] = Security + "DataIntegrityProof",
        ["OpenBadgeCredential"] = Ob + "OpenBadgeCredential",
        ["EndorsementCredential"] = Ob + "EndorsementCredential",
        ["EndorsementSubject"] = Ob + "EndorsementSubject",
        ["Achievement"] = Ob + "Achievement",
        ["AchievementSubject"] = Ob + "AchievementSubject",
        ["Alignment"] = Schema + "AlignmentObject",
        ["Evidence"] = Ob + "Evidence",
        ["IdentifierEntry"] = Ob + "IdentifierEntry",
        ["IdentityObject"] = Ob + "IdentityObject",
        ["Profile"] = Ob + "Profile",
        ["Result"] = Ob + "Result",
        ["ResultDescription"] = Ob + "ResultDescription",
    }.ToFrozenDictionary(type => type.Key, type => RdfTerm.Iri(type.Value), StringComparer.Ordinal);

    // Outer key: the type in whose scope a term has its meaning; empty where it means the same everywhere.
    public static readonly FrozenDictionary<string, FrozenDictionary<string, Term>> Scopes = new Dictionary<string, Dictionary<string, Term>>
    {
        [""] = new()
        {
            ["name"] = Text(Schema + "name"),
            ["description"] = Text(Schema + "description"),
            ["narrative"] = Text(Ob + "narrative"),
            ["digestMultibase"] = Typed(Security + "digestMultibase", Security + "multibase"),
            ["endorsement"] = Node(Ob + "endorsement"),
        },
        ["VerifiableCredential"] = new()
        {
            ["credentialStatus"] = Node(Vc + "credentialStatus"),
            ["credentialSubject"] = Node(Vc + "credentialSubject"),
            ["evidence"] = Node(Vc + "evidence"),
            ["issuer"] = Node(Vc + "issuer"),
            ["proof"] = new(Security + "proof", TermShape.Graph),
            ["relatedResource"] = Node(Vc + "relatedResource"),
            ["validFrom"] = Typed(Vc + "validFrom", DateTime),
            ["validUntil"] = Typed(Vc + "validUntil", DateTime),
        },
        ["BitstringStatusList"] = new()
        {
            ["encodedList"] = Typed(Status + "encodedList", Security + "multibase"),
            ["statusPurpose"] = Text(Status + "statusPurpose"),
        },
        ["BitstringStatusListEntry"] = new()
        {
            ["statusListCredential"] = Iri(Status + "statusListCredential"),
            ["statusListIndex"] = Text(Status + "statusListIndex"),
            ["statusPurpose"] = Text(Status + "statusPurpose"),
        },
        ["DataIntegrityProof"] = new()
        {
            ["created"] = Typed("http://purl.org/dc/terms/created", DateTime),
            ["cryptosuite"] = Typed(Security + "cryptosuite", Security + "cryptosuiteString"),
            ["proofPurpose"] = new(Security + "proofPurpose", TermShape.Keyword),
            ["proofValue"] = Typed(Security + "proofValue", Security + "multibase"),
            ["verificationMethod"] = Iri(Security + "verificationMethod"),
        },
        ["Achievement"] = new()
        {
            ["achievementType"] = Text(Ob + "achievementType"),
            ["alignment"] = Node(Ob + "alignment"),
            ["criteria"] = Node(Ob + "Criteria"),
            ["resultDescription"] = Node(Ob + "resultDescription"),
        },
        ["AchievementSubject"] = new()
        {
            ["achievement"] = Node(Ob + "achievement"),
            ["activityEndDate"] = Typed(Ob + "activityEndDate", Date),
            ["activityStartDate"] = Typed(Ob + "activityStartDate", Date),
            ["identifier"] = Node(Ob + "identifier"),
            ["result"] = Node(Ob + "result"),
            ["source"] = Node(Ob + "source"),
        },
        ["Alignment"] = new()
        {
            ["targetCode"] = Text(Ob + "targetCode"),
            ["targetFramework"] = Text(Schema + "targetFramework"),
            ["targetName"] = Text(Schema + "targetName"),
            ["targetType"] = Text(Ob + "targetType"),
            ["targetUrl"] = Typed(Schema + "targetUrl", AnyUri),
        },
        ["EndorsementSubject"] = new() { ["endorsementComment"] = Text(Ob + "endorsementComment") },
        ["IdentifierEntry"] = new()
        {
            ["identifier"] = Text(Ob + "identifier"),
            ["identifierType"] = Text(Ob + "identifierType"),
        },
        ["IdentityObject"] = new()
        {
            ["hashed"] = Typed(Ob + "hashed", Bool),
            ["identityHash"] = Text(Ob + "identityHash"),
            ["identityType"] = Text(Ob + "identityType"),
        },
        ["Profile"] = new() { ["otherIdentifier"] = Node(Ob + "otherIdentifier") },
        ["Result"] = new()
        {
            ["resultDescription"] = Typed(Ob + "resultDescription", AnyUri),
            ["value"] = Text(Schema + "value"),
        },
        ["ResultDescription"] = new() { ["resultType"] = Text(Ob + "resultType") },
    }.ToFrozenDictionary(scope => scope.Key, scope => scope.Value.ToFrozenDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    // The one keyword that a value can be.
    public const string AssertionMethod = "assertionMethod";
    public static readonly RdfTerm AssertionMethodIri = RdfTerm.Iri(Security + AssertionMethod);

    private static Term Text(string iri) => new(iri, TermShape.Text);

    private static Term Typed(string iri, string datatype) => new(iri, TermShape.Typed, datatype);

    private static Term Iri(string iri) => new(iri, TermShape.Iri);

    private static Term Node(string iri) => new(iri, TermShape.Node);
}
