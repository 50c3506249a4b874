using System.Text.Json;
using System.Text.Json.Nodes;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Feed;

/// <summary>The service description of a programme: an OpenAPI 3.0 document in the profile of 1EdTech, from which a platform configures itself.</summary>
internal static class OpenBadgesDescription
{
    private const string Security = "OAuth2ACG";

    public static OpenBadgesDiscovery Of(Programme programme, AuthorizationAddresses addresses)
    {
        var (issuer, below) = (addresses.Issuer, $"{addresses.Issuer}/programmes/{programme.Id:D}");
        return new("3.0.1",
            Json(new JsonObject
            {
                ["title"] = $"{programme.Name}: records as Open Badges", ["version"] = "3.0", ["description"] = "Signed records of trainees who permit it, to be read.",
                ["termsOfService"] = below + "/privacy", ["x-imssf-privacyPolicyUrl"] = below + "/privacy", ["x-imssf-image"] = issuer + "/static/register-icon.svg",
            }),
            Json(new JsonArray(new JsonObject { ["url"] = issuer + StatusInfo.Path, ["description"] = programme.Name })),
            Json(new JsonArray(new JsonObject { ["name"] = "OpenBadgeCredentials" }, new JsonObject { ["name"] = "Discovery" })),
            Json(new JsonObject
            {
                ["/credentials"] = Get("getCredentials", "OpenBadgeCredentials", "The newest version of each record.", "GetOpenBadgeCredentialsResponse", Scopes.Credentials,
                    Query("limit", "The most to answer: 50 when left out, at most 200.", "integer"), Query("offset", "How many to pass over.", "integer"),
                    Query("since", "Those that were issued, corrected or permitted at that time or later.", "string")),
                ["/profile"] = Get("getProfile", "OpenBadgeCredentials", "Who the trainee is.", "Profile", Scopes.Profile),
                ["/discovery"] = Get("getServiceDescription", "Discovery", "This document.", "ServiceDescriptionDocument", null),
            }),
            Json(new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    [Security] = new JsonObject
                    {
                        ["type"] = "oauth2", ["description"] = "Authorization code with PKCE (S256): the trainee permits each platform by themselves.",
                        ["x-imssf-registrationUrl"] = $"{below}{StatusInfo.Path}/registrations",
                        ["flows"] = new JsonObject
                        {
                            ["authorizationCode"] = new JsonObject
                            {
                                ["authorizationUrl"] = addresses.Authorize, ["tokenUrl"] = addresses.Token, ["refreshUrl"] = addresses.Token,
                                ["scopes"] = new JsonObject(Scopes.Meanings.Select(scope => KeyValuePair.Create(scope.Key, (JsonNode?)scope.Value))),
                            },
                        },
                    },
                },
                ["schemas"] = Schemas(),
            }));
    }

    private static JsonObject Get(string id, string tag, string about, string schema, string? scope, params JsonNode[] query)
    {
        var responses = new JsonObject { ["200"] = Answer("As asked for.", schema) };
        foreach (var (status, words) in new[] { ("400", "The query cannot be taken."), ("401", "No token, or one that is over."), ("403", "The scope is missing."), ("404", "Nothing here."), ("500", "Something went wrong here.") })
            responses[status] = Answer(words, "Imsx_StatusInfo");
        var operation = new JsonObject { ["operationId"] = id, ["summary"] = about, ["tags"] = new JsonArray(tag), ["parameters"] = new JsonArray([.. query]), ["responses"] = responses };
        if (scope is not null)
            operation["security"] = new JsonArray(new JsonObject { [Security] = new JsonArray(scope) });
        return new() { ["get"] = operation };
    }

    private static JsonObject Answer(string about, string schema) => new()
    {
        ["description"] = about, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + schema } } },
    };

    private static JsonObject Query(string name, string about, string type) => new()
    {
        ["name"] = name, ["in"] = "query", ["description"] = about, ["required"] = false, ["schema"] = new JsonObject { ["type"] = type },
    };

    private static JsonObject Schemas() => new()
    {
        ["GetOpenBadgeCredentialsResponse"] = Object(("credential", ListOf(new JsonObject { ["type"] = "object" })), ("compactJwsString", ListOf(Text()))),
        ["Profile"] = Object(("@context", ListOf(Text())), ("id", Text()), ("type", ListOf(Text())), ("name", Text())),
        ["ServiceDescriptionDocument"] = Object(("openapi", Text())),
        ["Imsx_StatusInfo"] = Object(("imsx_codeMajor", Text()), ("imsx_severity", Text()), ("imsx_description", Text()), ("imsx_codeMinor", new JsonObject { ["type"] = "object" })),
    };

    private static JsonObject Object(params (string Name, JsonNode Of)[] members) =>
        new() { ["type"] = "object", ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Of))) };

    private static JsonObject ListOf(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonElement Json(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
