using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Portfolio.Tests.Http;

/// <summary>One request as it goes out.</summary>
/// <param name="Strays">Its path may lead to another operation, or to none: then its answer is only held to what holds for all.</param>
internal sealed record FuzzRequest(FuzzOperation Operation, string Role, string Target, IReadOnlyList<(string Name, string Value)> Headers, string? Type, byte[]? Body, bool Strays)
{
    private const int Large = 100_000;

    /// <summary>Whoever the right request is made by, where they are none of the roles.</summary>
    public HttpClient? As { get; init; }

    /// <summary>A server of HTTP refuses it before there is a path to speak of: with a status, and without a body.</summary>
    public bool IsNoHttp => Target.Contains("%00", StringComparison.Ordinal) || Headers.Any(header => header.Value.Any(letter => letter > 0x7E));

    /// <summary>Refused before its path is looked at.</summary>
    public bool SaysAnotherMethod => Headers.Any(header => header.Name is "X-HTTP-Method-Override" or "X-Original-URL");

    public HttpRequestMessage ToMessage(Uri host)
    {
        var target = new Uri(host.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(Operation.Method, target);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Type is null ? [] : [Type]);
            // Told before it is sent that it is too large, the client does not meet a closed connection half-way.
            message.Headers.ExpectContinue = Body.Length > Large;
        }
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Operation.Name} by {Role}: {Operation.Method} {Short(Target)}");
        foreach (var (name, value) in Headers)
            text.Append($" | {name}: {Short(value)}");
        return Body is null ? $"{text}" : $"{text} | {Type ?? "no type"}: {Short(Encoding.UTF8.GetString(Body))}";
    }

    private static string Short(string text) => text.Length > 400 ? $"{text[..400]}… ({text.Length})" : text;
}

/// <summary>Requests for an operation: mostly nearly right, so that they come far.</summary>
internal sealed class FuzzRequests(FuzzChance chance, FuzzStage stage, FuzzSchema schemas)
{
    private readonly FuzzBodies bodies = new(chance, schemas);

    public FuzzRequest Of(FuzzOperation operation, string role)
    {
        var right = stage.Examples.GetValueOrDefault(operation.Name) is { } example && chance.In(40) ? example : null;
        var (path, strays) = right is not null ? (right.Path, false) : Path(operation);
        var headers = Headers(operation, right?.Version).ToList();
        var maker = right is not null && chance.In(50) ? right.By : null;
        role = maker is null ? role : "its maker";
        if (operation.Bodies.Count == 0 || chance.In(1))
            return new(operation, role, path + Query(operation), headers, null, null, strays) { As = maker };
        var (type, body) = bodies.Make(chance.One(operation.Bodies), right?.Body);
        return new(operation, role, path + Query(operation), headers, type, body, strays) { As = maker };
    }

    private (string Path, bool Strays) Path(FuzzOperation operation)
    {
        var wrong = chance.In(20) ? chance.Below(4) : -1;
        var strays = false;
        var path = operation.Path;
        foreach (var (index, parameter) in operation.Parameters.Where(parameter => parameter.In == "path").Index())
        {
            var id = stage.Right(parameter.Name);
            var segment = wrong == index ? Wrong(parameter.Name, id) : chance.In(90) ? id : parameter.Name == "programmeId" ? id : chance.Id(parameter.Name);
            // A segment with a slash or dots in it is another path.
            strays |= segment.Length == 0 || segment.Contains("%2", StringComparison.OrdinalIgnoreCase) || segment is "." or "..";
            path = path.Replace($"{{{parameter.Name}}}", segment, StringComparison.Ordinal);
        }
        return (path, strays);
    }

    private string Wrong(string name, string id) => chance.Below(3) switch { 0 => stage.Foreign(name), 1 => $"{new Guid(chance.Bytes(16))}", _ => chance.Garbage(id) };

    private string Query(FuzzOperation operation)
    {
        var query = operation.Parameters.Where(parameter => parameter.In == "query" && (chance.In(parameter.Required ? 90 : 50)))
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(chance.In(60) ? Likely(parameter) : chance.Text())}").ToList();
        if (chance.In(5))
            query.Add(chance.One(["further=1", "=", "&&&", "after=%ED%A0%80", "%00=%00", "limit=1&limit=2", "a[]=b", new string('q', 3000), .. query]));
        return query.Count == 0 ? "" : "?" + string.Join('&', query);
    }

    private string Likely(FuzzParameter parameter)
    {
        var told = schemas.Resolve(parameter.Schema);
        return (parameter.Name, (string?)told["format"], FuzzSchema.Types(told["type"])[0]) switch
        {
            ("pack", _, _) => "uk-nw-core",
            (_, "uuid", _) => chance.Id(parameter.Name),
            (_, "date", _) => chance.Day(),
            (_, _, "integer") => $"{chance.One([0, 1, 2, 50, 200, 201, -1])}",
            _ => chance.Text(),
        };
    }

    private IEnumerable<(string, string)> Headers(FuzzOperation operation, int? version)
    {
        if (operation.Parameters.Any(parameter => parameter.Name == "If-Match") && chance.In(90))
            yield return ("If-Match", chance.In(70) ? $"\"{version ?? 1 + chance.Below(3)}\"" : chance.One(["*", "1", "W/\"1\"", "\"\"", "\"1\", \"2\"", "\"99999999999\"", "\"-1\"", "\"+1\"", "\"1", "x"]));
        if (operation.Parameters.Any(parameter => parameter.Name == "If-None-Match") && chance.In(40))
            yield return ("If-None-Match", chance.One(["*", "\"x\"", "W/\"x\"", "x", "\"", ",,,", new string('a', 2000)]));
        if (chance.In(40))
            yield return ("Accept", chance.In(70) ? chance.One([.. operation.Answers.Values.SelectMany(answer => answer.Media).Select(media => media.Type), "*/*"])
                : chance.One(["image/png", "garbage", ";;;", "*/*;q=0", "application/json;q=2", "text/html;q=0.5, */*;q=0.1", "text/*", "application/json;charset=utf-16", ",", "\u00ff"]));
        if (chance.In(6))
            yield return ("Authorization", chance.One(
            [
                "Bearer", "Bearer  ", "Basic", "Basic !!!", "Basic eDp5", "Bearer pt_", "Bearer pt_" + new string('A', 64), "Bearer " + new string('a', 8000), "Negotiate abc", "Bearer a.b.c",
                "Bearer eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJ4In0.", "bearer\u00ff", "pt_nonsense",
            ]));
        if (chance.In(8))
            yield return chance.One<(string, string)>(
            [
                ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "127.0.0.1"), ("Cookie", "__Host-portfolio=nonsense; a=b"), ("Origin", "https://elsewhere.example"), ("Range", "bytes=0-1"),
                ("Content-Encoding", "gzip"), ("Accept-Language", "xx;q=9"), ("X-Original-URL", "/v1/verify"), ("Idempotency-Key", "x"), ("Prefer", "return=minimal"), ("traceparent", "00-zz"),
            ]);
    }
}
