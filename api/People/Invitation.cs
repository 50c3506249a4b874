using System.Security.Cryptography;

namespace Portfolio.Api.People;

/// <summary>A link that names a person: it lets whoever opens it choose how that person signs in from then on.</summary>
internal sealed record Invitation(Guid Id, Guid Person, Guid? MadeBy, bool NeedsWord, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a link waits to be opened, and how long the browser that accepted it has to finish.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7), ToFinish = TimeSpan.FromHours(1);

    public const int MostWrongWords = 5;

    /// <summary>How long an address that somebody else put on record is not believed for opening an account that is there: time for its owner to speak up.</summary>
    public static readonly TimeSpan AddressRests = TimeSpan.FromDays(7);

    /// <summary>A word that can be told over the telephone: five syllables, some 31 bits, and five tries.</summary>
    public static string NewWord()
    {
        const string Consonants = "bdfghjklmnprstvz", Vowels = "aeiou";
        return string.Concat(Enumerable.Range(0, 5).Select(_ => $"{Consonants[RandomNumberGenerator.GetInt32(16)]}{Vowels[RandomNumberGenerator.GetInt32(5)]}"));
    }
}
