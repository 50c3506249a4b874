using System.Globalization;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Tests.Deliveries;

/// <summary>An adapter for platforms that there are none of: it has a setting of each type and owner, and a sign-in.</summary>
internal sealed class MadeUpAdapter : IAuthorizingAdapter
{
    public const string Name = "made-up", Token = "a made-up token";

    public AdapterDescription Description { get; } = new(Name, "Made-up platforms", ["attendance", "period-account", "assessment", "verification"], Repeating.ReadBack, new(AtOnce: 8),
    [
        new("site", "The address of the site.", SettingType.Url),
        new("clientSecret", "The secret that the site gave.", SettingType.Secret),
        new("course", "The number of the course.", SettingType.Number, Required: false),
        new("mode", "How it is shown.", Required: false, Choices: ["short", "long"]),
        new("account", "The trainee's account.", Whose: SettingOwner.Person),
        new("token", "The trainee's own token.", SettingType.Secret, SettingOwner.Person, Required: false),
        new("own", "A site of the trainee's own.", SettingType.Url, SettingOwner.Person, Required: false),
    ]);

    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.ReadBack;

    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => Later();

    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => Later();

    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Later();

    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Later();

    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) => connection.Settings.GetValueOrDefault("course") switch
    {
        "500" => throw new InvalidOperationException("Something with a secret in it"),
        var course => Task.FromResult<IReadOnlyList<Trial>>(
        [
            new("reached", true, $"The site answered for course {course ?? "none"}."),
            new("signed-in", connection.Notes.TryGetValue("token", out var token) ? token == Token : null, "Whether the trainee signed in there."),
        ]),
    };

    public async Task<(Uri? To, Outcome? WhyNot)> Begin(Uri back, string state, AdapterConnection connection, CancellationToken cancellation)
    {
        if (connection.Settings.GetValueOrDefault("course") == "503")
            return (null, new Outcome.TryLater("busy"));
        await connection.KeepNote("begun", connection.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellation);
        return (new($"{connection.Settings["site"]}/authorize?state={state}&back={Uri.EscapeDataString(back.ToString())}"), null);
    }

    public async Task<Outcome?> Complete(Uri back, string code, AdapterConnection connection, CancellationToken cancellation)
    {
        if (code == "boom")
            throw new InvalidOperationException("Something with a token in it");
        if (code != "good" || !connection.Notes.ContainsKey("begun"))
            return new Outcome.NeedsPerson("sign-in-again");
        await connection.KeepNote("token", Token, cancellation);
        return null;
    }

    private static Task<Outcome> Later() => Task.FromResult<Outcome>(new Outcome.TryLater("not-reached"));
}
