using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>Who somebody is: what is sealed under their own key.</summary>
internal sealed record Identity(string Name, string? Key = null, string? Email = null, string? Body = null, string? Number = null)
{
    private const string Place = "person.identity";

    public static Identity Of(NewPerson person) => new(person.Name.Trim(), person.Key, person.Email, person.Body, person.Number);

    public byte[] Close(PersonKey key) => key.Close(JsonSerializer.SerializeToUtf8Bytes(this, Json.Options), Place);

    public static Identity Open(byte[] closed, PersonKey key) => JsonSerializer.Deserialize<Identity>(key.Open(closed, Place), Json.Options)!;
}

internal sealed record Person(Guid Id, Identity Identity)
{
    public PersonBody ToBody() => new(Id, Identity.Name, Identity.Key, Identity.Email, Identity.Body, Identity.Number);
}
