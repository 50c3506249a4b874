using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

/// <summary>What comes out: successes with examples and headers, then every refusal by its code.</summary>
internal static class DescribedAnswers
{
    /// <summary>Stands for the summary of the body, which is known when the whole document is.</summary>
    public const string Untold = "OK";

    public static void Tell(OpenApiOperation operation, OpenApiOperationTransformerContext context, IEnumerable<Problem> refusals)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var answers = new SortedDictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        foreach (var success in metadata.OfType<IProducesResponseTypeMetadata>().Where(produces => produces.StatusCode < 400).GroupBy(produces => produces.StatusCode))
            answers[Text(success.Key)] = Success(operation, success, metadata, context.Document!);
        foreach (var status in refusals.GroupBy(problem => problem.Status))
            answers[Text(status.Key)] = Shared([.. status], context.Document!);
        // OAuth's refusals have bodies of their own, because its clients read no others.
        foreach (var other in metadata.OfType<IProducesResponseTypeMetadata>().Where(produces => produces.StatusCode >= 400 && produces.Type != typeof(ProblemBody)))
            answers[Text(other.StatusCode)] = Other((OpenApiResponse)operation.Responses![Text(other.StatusCode)], other);
        operation.Responses = [];
        foreach (var (status, answer) in answers)
            operation.Responses[status] = answer;
    }

    private static OpenApiResponse Success(
        OpenApiOperation operation, IGrouping<int, IProducesResponseTypeMetadata> success, IList<object> metadata, OpenApiDocument document)
    {
        var made = metadata.OfType<IProducesResponseTypeMetadata>().Any(produces => produces.StatusCode == 201);
        var answer = (OpenApiResponse)operation.Responses![Text(success.Key)];
        answer.Description = success.Key switch
        {
            201 => "Made.",
            200 when made => "This very request had made it before.",
            204 => "Done.",
            304 => "Nothing has changed since the `ETag` you sent.",
            _ => Untold,
        };
        Type[] types = [.. success.Select(produces => produces.Type).OfType<Type>().Where(type => type != typeof(void)).Distinct()];
        foreach (var (media, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
            Fill(content, media, types, document);
        if (success.Key == 201)
            AddHeader(answer, "Location", "The address of what was made.", $"/v1/programmes/{Examples.Programme}/…");
        if (metadata.OfType<VersionInETag>().Any())
            AddHeader(answer, "ETag", "The version: send it back in `If-Match`.", "\"2\"");
        else if (metadata.OfType<IProducesResponseTypeMetadata>().Any(produces => produces.StatusCode == 304))
            AddHeader(answer, "ETag", "The hash of the answer: send it back in `If-None-Match`.", $"\"{Examples.Hash}\"");
        return answer;
    }

    private static OpenApiResponse Other(OpenApiResponse answer, IProducesResponseTypeMetadata refusal)
    {
        answer.Description = Untold;
        foreach (var content in answer.Content!.Values)
            content.Example = Examples.Of(refusal.Type!, refusal.StatusCode);
        if (refusal.StatusCode == 401)
            AddHeader(answer, "WWW-Authenticate", "How to sign in.", "Basic realm=\"portfolio\"");
        return answer;
    }

    private static void Fill(OpenApiMediaType content, string media, Type[] types, OpenApiDocument document)
    {
        // What is kept as bytes has no body of ours, even where they are JSON.
        if (media != "application/json" || types is [var kept] && kept == typeof(byte[]))
        {
            var json = media.EndsWith("json", StringComparison.Ordinal) || media == "application/vc";
            (content.Schema, content.Example) = (new OpenApiSchema { Type = json ? JsonSchemaType.Object : JsonSchemaType.String }, Examples.OfMedia(media, types.FirstOrDefault()));
            return;
        }
        if (types is [var only])
        {
            content.Example = Examples.Of(only);
            return;
        }
        content.Schema = new OpenApiSchema { OneOf = [.. types.Select(type => new OpenApiSchemaReference(type.Name, document))] };
        content.Examples = types.ToDictionary(type => type.Name, IOpenApiExample (type) => new OpenApiExample { Value = Examples.Of(type) });
    }

    /// <summary>What many endpoints refuse alike is told once.</summary>
    private static IOpenApiResponse Shared(IReadOnlyList<Problem> problems, OpenApiDocument document)
    {
        if (problems.Count > 2)
            return Refusal(problems, document);
        var name = string.Join("-or-", problems.Select(problem => problem.Code));
        document.AddComponent(name, Refusal(problems, document));
        return new OpenApiResponseReference(name, document);
    }

    private static OpenApiResponse Refusal(IReadOnlyList<Problem> problems, OpenApiDocument document)
    {
        var answer = new OpenApiResponse
        {
            Description = string.Join('\n', problems.Select(problem => $"- `{problem.Code}`: {problem.Title}")),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Describing.ProblemJson] = new()
                {
                    Schema = new OpenApiSchemaReference(nameof(ProblemBody), document),
                    Examples = problems.ToDictionary(problem => problem.Code, IOpenApiExample (problem) => new OpenApiExampleReference(problem.Code, document)),
                },
            },
        };
        if (problems.Contains(Problems.SignInNeeded))
            AddHeader(answer, "WWW-Authenticate", "How to sign in.", "Bearer");
        if (problems.Contains(Problems.DatabaseUnavailable) || problems.Contains(Problems.TooManyRequests))
            AddHeader(answer, "Retry-After", "Seconds to wait, where waiting helps.", "2");
        return answer;
    }

    private static void AddHeader(OpenApiResponse answer, string name, string about, string example) =>
        (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader
        {
            Description = about, Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = example,
        };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
