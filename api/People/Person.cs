using System.Text.Json;
using Portfolio.Api.Http;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.People;

/// <summary>Who somebody is: what is sealed under their own key.</summary>
internal sealed record Identity(string Name, string? Key = null, string? Email = null, string? Body = null, string? Number = null)
{
    private const string Place = "person.identity";

    /// <summary>What can stand in a record: a number is nothing without the body that gave it, and a semicolon parts names there.</summary>
    public static Answer<Identity> Read(NewPerson person, string at)
    {
        var errors = new List<FieldError>();
        if (person.Name.Contains(';', StringComparison.Ordinal))
            errors.Add(new(at + ".name", "Write the name without a semicolon."));
        if (person.Number is not null && person.Body is null)
            errors.Add(new(at + ".body", "Say which professional body gave the number."));
        if (person.Body is { } body && ProfessionalNumber.WhyNotBody(body) is { } why)
            errors.Add(new(at + ".body", $"Write {why}."));
        else if (person is { Body: { } known, Number: { } number } && ProfessionalNumber.WhyNot(known, number) is { } shape)
            errors.Add(new(at + ".number", $"Write {shape}."));
        return errors.Count > 0 ? Problems.InvalidBody.At(errors) : new Identity(person.Name, person.Key, person.Email, person.Body, person.Number);
    }

    public byte[] Close(PersonKey key) => key.Close(JsonSerializer.SerializeToUtf8Bytes(this, Json.Options), Place);

    public static Identity Open(byte[] closed, PersonKey key) => JsonSerializer.Deserialize<Identity>(key.Open(closed, Place), Json.Options)!;
}

/// <summary>A person, and whether this request added them or an earlier one with the same body.</summary>
internal sealed record MadePerson(Person Person, bool Now);

internal sealed record Person(Guid Id, Identity Identity)
{
    public PersonBody ToBody() => new(Id, Identity.Name, Identity.Key, Identity.Email, Identity.Body, Identity.Number);
}
