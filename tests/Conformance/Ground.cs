using System.Text.RegularExpressions;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Conformance;

/// <summary>Where a scenario is played: an adapter, a platform that knows nothing yet, a connection to it, and what the ledger would do in between.</summary>
/// <param name="adapter">The adapter.</param>
/// <param name="platform">The platform, started.</param>
/// <param name="connection">The way to it.</param>
/// <param name="step">The write at which it goes wrong; null for all of them.</param>
public sealed partial class Ground(IPortfolioAdapter adapter, PlatformDouble platform, TestConnection connection, string? step)
{
    public IPortfolioAdapter Adapter => adapter;
    public PlatformDouble Platform => platform;
    public TestConnection Connection => connection;
    public string? Step => step;

    /// <summary>What is delivered where the kind does not matter: of what goes out by default, the first that the adapter carries.</summary>
    public SignedRecord Record { get; } = SampleRecords.Of(Kind(adapter));

    public SignedRecord Newer { get; } = SampleRecords.Of(Kind(adapter), version: 2);

    public Repeating Repeating => adapter.RepeatingOver(connection);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task<Outcome> Deliver(SignedRecord record) => Attempt(record.Id, record.Header.Version, record, () => adapter.Deliver(record, connection, Cancellation));

    public Task<Outcome> Replace(SignedRecord record, Delivered before) =>
        Attempt(record.Id, record.Header.Version, record, () => adapter.Replace(record, before, connection, Cancellation));

    public async Task<Outcome> Withdraw(Delivered delivered)
    {
        var outcome = await Attempt(delivered.Id, delivered.Version, null, () => adapter.Withdraw(delivered, connection, Cancellation));
        if (outcome is Outcome.Accepted)
            connection.Forget(delivered.Id, delivered.Version);
        return outcome;
    }

    public Task<Outcome> Find(Delivered delivered) => Attempt(delivered.Id, delivered.Version, null, () => adapter.Find(delivered, connection, Cancellation), finding: true);

    public async Task<IReadOnlyList<Trial>> Test()
    {
        var trials = await adapter.Test(connection, Cancellation);
        Assert.NotEmpty(trials);
        Assert.All(trials, trial =>
        {
            Assert.Matches(Code(), trial.Part);
            Assert.NotEmpty(trial.Why);
            Quiet(trial.Why, null);
        });
        return trials;
    }

    /// <summary>What the ledger does until a delivery is settled: it waits, looks, sends again, or stops and asks.</summary>
    /// <param name="outcome">How the last attempt ended.</param>
    /// <param name="what">What it was about.</param>
    /// <param name="again">The same attempt once more.</param>
    public async Task<Outcome> Settle(Outcome outcome, Delivered what, Func<Task<Outcome>> again)
    {
        for (var attempts = 0; attempts < 6; attempts++)
        {
            if (outcome is Outcome.NoAnswer && Repeating == Repeating.Neither)
                return outcome;
            if (outcome is Outcome.TryLater or Outcome.NoAnswer)
                Connection.Hands.Advance((outcome as Outcome.TryLater)?.After ?? TimeSpan.FromMinutes(2));
            if (outcome is Outcome.NoAnswer && Repeating == Repeating.ReadBack)
                outcome = await Find(what) is var found and not Outcome.NotThere ? found is Outcome.TryLater ? new Outcome.NoAnswer("not-known") : found : await again();
            else if (outcome is Outcome.NoAnswer or Outcome.TryLater)
                outcome = await again();
            else
                return outcome;
        }
        Assert.Fail($"It is not settled after six attempts: {outcome}");
        return outcome;
    }

    /// <summary>Delivers and settles it where nothing goes wrong.</summary>
    public async Task<Delivered> Delivered(SignedRecord record)
    {
        var outcome = await Deliver(record);
        Assert.True(outcome is Outcome.Accepted, $"Where nothing goes wrong, delivering was {outcome}.");
        ShowsOnce(record);
        return record.As(((Outcome.Accepted)outcome).Receipt);
    }

    public void ShowsOnce(SignedRecord record) => Assert.True(Times(record) == 1, $"The platform shows version {record.Header.Version} {Times(record)} times, not once.");

    public void ShowsNothing() => Assert.True(platform.Shown.Count == 0, $"The platform shows {platform.Shown.Count} entries, not none.");

    /// <summary>What was said to be there is there.</summary>
    public void Truthful(Outcome outcome, SignedRecord record)
    {
        if (outcome is Outcome.Accepted or Outcome.AlreadyThere)
            ShowsOnce(record);
    }

    public int Times(SignedRecord record) => platform.Shown.Count(shown => shown == new Shown(record.Id, record.Header.Version));

    private async Task<Outcome> Attempt(Guid record, int version, SignedRecord? what, Func<Task<Outcome>> attempt, bool finding = false)
    {
        connection.Delivering(record, version);
        Outcome outcome;
        try
        {
            outcome = await attempt();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException("An adapter answers, and does not throw: " + e.Message, e);
        }
        Assert.True(finding || outcome is not Outcome.NotThere, "Only finding answers that something is not there.");
        Assert.True(!finding || outcome is not Outcome.Accepted, "Finding accepts nothing.");
        Quiet(outcome.Said, what);
        Assert.True(outcome.Said is null or { Length: <= 200 });
        if (CodeOf(outcome) is { } code)
            Assert.Matches(Code(), code);
        if (ReceiptOf(outcome) is { } receipt)
        {
            Assert.InRange(receipt.Id.Length, 1, 500);
            Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, $"{receipt.Id} {receipt.Url} {string.Join(' ', receipt.Parts?.Values ?? [])}", StringComparison.Ordinal));
        }
        return outcome;
    }

    // Nothing of a credential, of what somebody set or of a person, in what is kept of an answer.
    private void Quiet(string? said, SignedRecord? record)
    {
        foreach (var secret in Secrets().Concat(record is null ? [] : [record.Claim.Holder.Name, record.Claim.Holder.Number ?? ""]))
            Assert.False(secret.Length > 4 && said?.Contains(secret, StringComparison.OrdinalIgnoreCase) == true, "What is said of an answer holds a token, a setting or a name.");
    }

    private IEnumerable<string> Secrets()
    {
        var secret = adapter.Description.Settings.Where(setting => setting.Type == SettingType.Secret).Select(setting => connection.Settings.GetValueOrDefault(setting.Name, ""));
        return platform.Secrets.Concat(secret).Where(text => text.Length > 4);
    }

    private static string Kind(IPortfolioAdapter adapter) =>
        new[] { "assessment", "verification", "period-account" }.FirstOrDefault(adapter.Description.Kinds.Contains) ?? adapter.Description.Kinds[0];

    private static string? CodeOf(Outcome outcome) => outcome switch
    {
        Outcome.TryLater later => later.Code,
        Outcome.Refused refused => refused.Code,
        Outcome.NeedsPerson needs => needs.Code,
        Outcome.NoAnswer none => none.Code,
        _ => null,
    };

    private static Receipt? ReceiptOf(Outcome outcome) => outcome switch
    {
        Outcome.Accepted accepted => accepted.Receipt,
        Outcome.AlreadyThere there => there.Receipt,
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();
}
