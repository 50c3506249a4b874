using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portfolio.Api.Access;

namespace Portfolio.Api.Http;

/// <summary>One endpoint: who may ask, what goes in, what comes out, every refusal.</summary>
internal sealed class DescribedOperation : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["programmeId"] = "The programme.",
        ["personId"] = "The person.",
        ["signInId"] = "The way of signing in.",
        ["addressId"] = "The address.",
        ["traineeId"] = "The trainee.",
        ["groupId"] = "The group.",
        ["membershipId"] = "The membership.",
        ["agreementId"] = "The version of the agreement.",
        ["qualificationId"] = "The qualification.",
        ["professionId"] = "The profession.",
        ["detailsId"] = "What was said of the group.",
        ["meetingId"] = "The meeting that nobody led.",
        ["from"] = "The first day.",
        ["until"] = "The last day; today when left out, where it may be.",
        ["language"] = "`en` or `de`; when left out, the pack's own where there is one, else `en`.",
        ["mandateId"] = "The mandate.",
        ["supervisionId"] = "The supervision.",
        ["requirementId"] = "The requirement of a person.",
        ["appointmentId"] = "The appointment.",
        ["sessionId"] = "The session.",
        ["linkId"] = "The link.",
        ["sheetId"] = "The sheet of a paper register.",
        ["deviceId"] = "The device.",
        ["assessmentId"] = "The assessment.",
        ["elsewhereId"] = "The entry.",
        ["recordId"] = "The record.",
        ["confirmationId"] = "The confirmation.",
        ["questionId"] = "The question.",
        ["evidencePackId"] = "The evidence pack.",
        ["uploadPackId"] = "The upload pack.",
        ["queryId"] = "The query.",
        ["appraisalYear"] = "The first day of an appraisal year of the person; the years before it are proposed too. None when left out.",
        ["holdId"] = "The legal hold.",
        ["keyId"] = "The key.",
        ["platformId"] = "The platform.",
        ["registrationId"] = "The registration of a platform that shows this service.",
        ["courseId"] = "The course of such a platform.",
        ["connectionId"] = "The permission.",
        ["pairwiseId"] = "The trainee, as this platform and no other knows them: `trainee` in its feed, `sub` in a token.",
        ["picture"] = "What an embed token's `picture` has before `.svg`.",
        ["url"] = "The address of such a picture.",
        ["format"] = "`json`, which is also meant when it is left out; anything else is not answered.",
        ["maxwidth"] = "The most pixels across; what is no number is passed over.",
        ["maxheight"] = "The most pixels down; what is no number is passed over.",
        ["deliveryId"] = "The line of the ledger.",
        ["trainee"] = "What is about this trainee, by their id.",
        ["record"] = "What is about this record, by its id.",
        ["platform"] = "What is about this platform, by its id.",
        ["connection"] = "What goes by this permission, by its id.",
        ["secretId"] = "The secret.",
        ["list"] = "The status list, as the record names it.",
        ["number"] = "Which version: 1 is the first.",
        ["code"] = "The problem's code.",
        ["after"] = "The `next` of the page before; leave it out for the first page.",
        ["limit"] = "The most entries to answer.",
        ["fault"] = "What shall be wrong: `twice`, `out-of-order`, `wrong-signature` or `late`.",
        ["since"] = "Those that were issued, corrected or permitted at that time or later, such as `2025-06-02T12:00:00Z`.",
        ["pack"] = "The requirement pack, such as `uk-nw-core`; the one that is followed on that day when left out.",
        ["version"] = "The version: of a requirement pack its number, of a framework its issuer's word for it; the newest that applies when left out.",
        ["knownAt"] = "The moment of whose knowledge to judge by; what was signed or withdrawn later is left out. Now when left out.",
        ["packId"] = "The requirement pack, such as `uk-nw-core`.",
        ["site"] = "Those who work at this site, by its name.",
        ["group"] = "The members of this group, by its id.",
        ["state"] = "Those who stand there; `none` for those whom nobody gave a pack.",
        ["sort"] = "What the order goes by, such as `title`.",
        ["framework"] = "The framework's id, such as `rcpsych-core-2022`.",
        ["id"] = "The id for a framework whose file names none: lower-case letters, digits and hyphens.",
        ["identifier"] = "A UUID, in CASE's words an identifier.",
        ["offset"] = "How many entries to pass over.",
        ["orderBy"] = "`asc` or `desc`.",
        ["filter"] = "Members compared with values, such as `title~'psychiatry' AND version='2022'`, by `=`, `!=`, `>`, `>=`, `<`, `<=` or `~` for what holds it.",
        ["fields"] = "Members with commas between; what makes an answer valid is always there.",
        ["asOf"] = "The day as of which to judge; today in the programme's time zone when left out.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var open = metadata.OfType<OpenToAll>().FirstOrDefault();
        operation.Security = open is null ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("Bearer", context.Document)] = [] }] : [];
        var who = open is null ? $"For {string.Join(" and ", Relations(metadata).Select(relation => relation.Right.Who))}." : $"Needs no token. {open.Why}";
        operation.Description = operation.Description is { Length: > 0 } more ? $"{who} {more}" : who;

        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name!);
        DescribedBodies.Tell(operation, context);
        DescribedAnswers.Tell(operation, context, Refusals(operation, context, signedIn: open is null));
        return Task.CompletedTask;
    }

    private static IEnumerable<Relation> Relations(IEnumerable<object> metadata) =>
        metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<Relation>();

    /// <summary>The endpoint's own refusals, and those that its kind of endpoint has in any case.</summary>
    private static IEnumerable<Problem> Refusals(OpenApiOperation operation, OpenApiOperationTransformerContext context, bool signedIn)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        IEnumerable<Problem> own = metadata.OfType<RefusalsOfEndpoint>().SelectMany(refusals => refusals.Problems);
        string[] accepts = [.. metadata.OfType<IAcceptsMetadata>().SelectMany(body => body.ContentTypes)];
        var handler = metadata.OfType<System.Reflection.MethodInfo>().FirstOrDefault();
        return own.Concat(
        [
            .. Where(accepts.Length > 0, Problems.BodyTooLarge, Problems.UnsupportedMediaType),
            .. Where(accepts.Contains("application/json"), Problems.InvalidBody),
            .. Where(operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Query) is true, Problems.InvalidRequest),
            .. Where(signedIn, Problems.SignInNeeded, Problems.SignInUnknown, Problems.ProviderUnavailable, Problems.NotFound),
            .. Where(signedIn || handler?.GetParameters().Any(parameter => parameter.ParameterType == typeof(Database.PortfolioDatabase)) is true, Problems.DatabaseUnavailable),
            Problems.TooManyRequests,
            Problems.Unexpected,
        ]).Distinct();
    }

    private static Problem[] Where(bool holds, params Problem[] problems) => holds ? problems : [];
}
