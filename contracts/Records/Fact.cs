using System.Globalization;

namespace Portfolio.Contracts.Records;

// One particular of a claim, as it stands in a record's `result`.
internal readonly record struct Fact(string Key, string Value)
{
    public static Fact Of(string key, int number) => new(key, number.ToString(CultureInfo.InvariantCulture));

    public static string Of(Person person) =>
        person.Body is null ? person.Name : $"{person.Name}; {person.Body} {person.Number}";
}
