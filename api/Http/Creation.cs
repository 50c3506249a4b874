using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Portfolio.Api.Access;

namespace Portfolio.Api.Http;

/// <summary>What came in to make something: the client's id and a hash of the body, by which a repeated request is known.</summary>
internal sealed record Creation(Guid Id, byte[] Hash, Guid? By)
{
    /// <summary>Whether the id came from outside, so that another request may be making the same thing at this moment.</summary>
    public bool MayMeetItself { get; private init; }

    /// <summary>The path is part of what was asked: the same body sent elsewhere is another request.</summary>
    public static Creation Of<T>(HttpContext http, Guid? id, T body) => Of(http.Request.Path.Value!, id, body, Actor.Of(http.User)?.Person);

    public static Creation Of<T>(string what, Guid? id, T body, Guid? by) =>
        new(id ?? Guid.CreateVersion7(), SHA256.HashData([.. Encoding.UTF8.GetBytes(what), .. JsonSerializer.SerializeToUtf8Bytes(body, Json.Options)]), by)
        {
            MayMeetItself = id is not null,
        };

    /// <summary>Somebody else's id answers as an absent one would; one's own with another body is a conflict.</summary>
    public Problem? WhyNotAgain(MadeRow? there) => there switch
    {
        null => Problems.NotFound,
        { MadeBy: var by } when by != By => Problems.NotFound,
        { MadeFrom: var from } when !from.AsSpan().SequenceEqual(Hash) => Problems.IdTaken,
        _ => null,
    };
}
