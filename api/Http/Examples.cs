using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>One example of every body, made of the body itself, so that it cannot drift. Everybody in them is made up.</summary>
internal static class Examples
{
    public static readonly Guid Programme = Id(1);
    public static readonly Guid Tutor = Id(2);
    public static readonly Guid Leader = Id(3);
    public static readonly Guid CoLeader = Id(4);
    public static readonly Guid Trainee = Id(5);
    public static readonly Guid Other = Id(6);
    public static readonly Guid Group = Id(7);
    public static readonly Guid Session = Id(8);
    public static readonly Guid Record = Id(9);
    public static readonly Guid Key = Id(10);

    public const string Jwt = "eyJhbGciOiJSUzI1NiIsInR5cCI6InZjK2p3dCJ9.eyJpc3N1ZXIiOiJkaWQ6d2ViOi4uLiJ9.c2lnbmF0dXJl";
    public const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    public static readonly DateTimeOffset Signed = new(2025, 5, 28, 15, 4, 12, TimeSpan.Zero);
    public static readonly string Host = "portfolio.example.org";

    private static readonly Dictionary<Type, object> Bodies =
        new[]
        {
            PeopleExamples.All,
            CurriculaExamples.All,
            GroupExamples.All,
            AssessmentExamples.All,
            MeetingExamples.All,
            FormalAccountExamples.All,
            RecordExamples.All,
            ProgressExamples.All,
            ConfirmationExamples.All,
            RequirementExamples.All,
            FeedExamples.All,
            OpenBadgesExamples.All,
            EmbedExamples.All,
            OutwardExamples.All,
            DeliveryExamples.All,
            LinkExamples.All,
            CheckInExamples.All,
            LtiExamples.All,
            PrivacyExamples.All,
            ErasureExamples.All,
            AuditExamples.All,
            PaperExamples.All,
        }.SelectMany(bodies => bodies).ToDictionary(body => body.GetType());

    public static JsonNode? Of(Type body) => Bodies.TryGetValue(body, out var example) ? Json(example) : null;

    /// <summary>A refusal that has a body of its own.</summary>
    public static JsonNode? Of(Type body, int status) => (body == typeof(TokenRefusal), status) is (true, 400) ? Json(FeedExamples.WrongGrant) : Of(body);

    /// <summary>A refusal as a request would meet it.</summary>
    public static Problem Of(Problem problem) => problem.Code switch
    {
        "invalid-body" => problem.Because("The JSON cannot be read at $.name (line 3).").At(new FieldError("$.name", "The value has the wrong type.")),
        "invalid-request" => problem.At(new FieldError("after", "Send the `next` of the page before.")),
        "register-refused" => problem.At(new FieldError("$.lines[2].minutes", "Write 1 to 60 minutes, the length of the session.")),
        "dates-reversed" => problem.At(new FieldError("$.until", "Write the same day as `from`, or a later one.")),
        _ => problem,
    };

    /// <summary>What is not a body of ours, by media type.</summary>
    /// <param name="of">What it is a form of, where that is known.</param>
    public static JsonNode? OfMedia(string type, Type? of = null) => type switch
    {
        _ when of == typeof(FrameworkBody) => CurriculaExamples.OfMedia(type),
        "text/csv" when of == typeof(CohortBody) => "person_id,name,grade,site,groups,pack,version,state,sessions,deadline,deadline_estimated,changes_on,waits_on,unlocked",
        "application/json" when of == typeof(byte[]) => new JsonObject { ["evidencePack"] = Jwt, ["records"] = new JsonArray(Jwt) },
        "text/plain" when of == typeof(FormalAccount) => FormalAccountExamples.Text,
        "text/plain" when of == typeof(RequestAnswer) => PrivacyExamples.Letter,
        "text/plain" or "application/vc+jwt" => Jwt,
        "application/json" or "application/vc+ld+json" or "application/vc" => RecordExamples.Credential(),
        "application/jwk-set+json" => new JsonObject { ["keys"] = new JsonArray(RecordExamples.PublicKey()) },
        "application/jwk+json" => RecordExamples.PublicKey(),
        "application/did+json" => RecordExamples.DidDocument(),
        "application/zip" => "PK…",
        "application/pdf" => "%PDF-1.6 …",
        "text/html" => "<!doctype html> …",
        "image/svg+xml" => "<svg xmlns=\"http://www.w3.org/2000/svg\"> …",
        _ => null,
    };

    public static JsonNode Json(object body) => JsonSerializer.SerializeToNode(body, body.GetType(), Api.Http.Json.Options)!;

    public static Guid Id(int number) => Guid.Parse($"0198a000-0000-7000-8000-{number:x12}");
}
