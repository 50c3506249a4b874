using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Feed;
using Portfolio.Api.Mail;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>How a programme handles personal data, made from the catalogue, the table of rights, the settings and the configuration that is running.</summary>
internal sealed class PrivacyPageFacts(MailRoom mail, MasterKeyPlace masterKey, Providers providers)
{
    /// <returns>Nothing where there is no such programme.</returns>
    public async Task<PrivacyPage?> Of(Work work)
    {
        if (await ProgrammeStore.Find(work, work.Programme) is not { } programme)
            return null;
        var settings = await SettingsStore.Find(work);
        return new(
            programme.Name, settings.Set, settings.NotSet, [.. Holdings.All.Select(holding => holding.ToBody())], PrivacyPageWords.NeverHeld,
            [.. Rights.All.Select(of => new SeenBy(of.Right.What, [.. of.Right.Roles.Select(Right.Words)]))],
            await SentTo(work), KeptFor(settings, await RetentionStore.Periods(work)), PrivacyPageWords.Keys(masterKey.Source), PrivacyPageWords.MayBeLost);
    }

    private async Task<IReadOnlyList<SentTo>> SentTo(Work work) =>
    [
        .. (await PlatformStore.All(work)).Select(platform => platform.Receiver is not { } receiver
            ? new SentTo($"the platform {platform.Name}", "Signed records of the kinds that a trainee permits, under an id that this platform alone has for them.",
                "When it asks, for trainees who connected it, until they end that; then it is told to delete what it has.")
            : new SentTo($"the platform {platform.Name}: {receiver.Name}, in the country {receiver.Country}, on this agreement: {receiver.Agreement}",
                "Signed records of the kinds that a trainee permits.", receiver.Forbidden
                    ? "Not at present: the programme forbids it."
                    : "As soon as they are signed, for trainees who connected it, until they end that; then what is there is taken back.")),
        .. providers.All.Select(provider => new SentTo(
            $"the sign-in provider {provider.DisplayName}, {new Uri(provider.Options.Authority!).Host}", "That somebody signs in here. It tells who they are there; an account's id is kept as a keyed hash.",
            "When somebody chooses to sign in with it.")),
        new(mail.HasServer ? $"the mail server {mail.Server}" : "a folder on the server, from which whoever runs the service sends letters on",
            "Letters to people of the programme: an address, and words that say nothing of anybody's records.", "When somebody is invited, reminded or sent a link or a code."),
        new("whoever is shown a record by its holder", "That record, with the names of holder and leader.", "When the holder hands it on; checking it asks for public keys only, by which nobody is named."),
    ];

    private static IReadOnlyList<KeptFor> KeptFor(Settings settings, IReadOnlyList<RetentionPeriod> periods) =>
    [
        new("what the programme says of it", settings.Set.Retention ?? "not set"),
        .. periods.Select(period => period.Kind == "person"
            ? new KeptFor("people of whom nothing else is left", $"{period.Months} months after the last day on which anything was true of them")
            : new KeptFor($"the bytes of records of the kind {period.Kind}", $"{period.Months} months after the day that they are about")),
        new("every other kind of record, and people", "no period is set: until somebody erases them"),
        new("what a legal hold keeps", "until the hold is lifted, whatever else is set"),
        new("what went to platforms that are written to", "that it went, when and how that ended, as long as the record's place in the log; how to get there, until nothing is left there to take back"),
        new("letters", "their address and words until they are sent, or two days"),
        new("ways to sign in, invitations, links and devices", "that they were there, as long as the person; what checking them needs, until they end"),
        new("tokens of those who are signed in", "until they end, hours later at the latest"),
        new("the log, the audit, digests and signatures", "as long as the programme is kept: they hold ids, codes and digests, and no names"),
        new("that somebody was erased", "for ever, by ids and time, in a list beside the master key: so a backup that is brought back is erased again"),
    ];
}
