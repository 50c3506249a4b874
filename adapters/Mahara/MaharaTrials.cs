using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Mahara;

/// <summary>What trying a connection showed.</summary>
internal static class MaharaTrials
{
    public static Trial Missing { get; } = new("signed-in", false, "Give a token of your own, or the name by which Mahara knows you where your programme has a token for everybody.");

    public static IReadOnlyList<Trial> Of(MaharaShelf? shelf, Outcome? whyNot, string? journal) => shelf is null
        ? Of(whyNot!, personAsked: false)
        :
        [
            new("reached", true, "The site answers."), new("signed-in", true, "The token is taken."), new("person-found", true, "The person is found."), new("may-read", true, "Journals can be read."),
            shelf.Blog(journal) is not null
                ? new("may-write", null, "There is a journal to write in. Whether the token may write is seen at the first record.")
                : new("may-write", false, journal is null ? "There is no journal yet: make one in Mahara." : "There is no journal with this title: write it exactly as it stands in Mahara, or leave it out."),
        ];

    public static IReadOnlyList<Trial> Of(Outcome whyNot, bool personAsked) => whyNot switch
    {
        Outcome.NeedsPerson { Code: "person-not-found" } =>
            [new("reached", true, "The site answers."), new("signed-in", true, "The token is taken."), new("person-found", false, "Nobody is known by this name or address there, or they are of another institution than the token.")],
        Outcome.NeedsPerson { Code: "sign-in-again" or "may-not-write" } =>
            [new("reached", true, "The site answers."), new("signed-in", false, "The token is not taken, or its service does not have the functions that are needed: make a new one.")],
        Outcome.NeedsPerson { Code: "address-wrong" or "gone" } => [new("reached", false, "There is no Mahara web service at this address, or web services with the REST protocol are turned off there.")],
        Outcome.NeedsPerson { Code: "address-not-public" } => [new("reached", false, "The address is not one that can be reached from outside.")],
        Outcome.Refused => [new("reached", true, "The site answers."), new(personAsked ? "person-found" : "may-read", false, "The site refuses the question; it may be another version of Mahara.")],
        _ => [new("reached", false, "The site did not answer as a Mahara does. Try again in a while.")],
    };
}
