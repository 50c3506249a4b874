using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Portfolio.Api.Http;

/// <summary>Answers that a client asks for again and again: the tag is the hash of what would be answered, compared after the access check.</summary>
internal static class Tagged
{
    public static IResult Answer(HttpContext http, byte[] bytes, string type, string cacheControl)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = cacheControl;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(seen => seen == EntityTagHeaderValue.Any || seen.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(304)
            : TypedResults.Bytes(bytes, type);
    }
}
