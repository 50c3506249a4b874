using Portfolio.Contracts.Adapters;

namespace Portfolio.Adapters.Upload;

/// <summary>
/// Portfolios without an interface: the trainee uploads a pack and says so. It sends nothing; each record waits for the person, one by one, so that what they
/// did settles exactly that.
/// </summary>
public sealed class UploadAdapter : IPortfolioAdapter
{
    /// <inheritdoc/>
    public AdapterDescription Description { get; } = new(
        "upload", "Portfolio without an interface",
        ["attendance", "presentation", "follow-up", "period-account", "assessment", "verification", "recorded-elsewhere", "leading"],
        // A person can always look whether it is there, and nothing is ever in doubt: nothing is sent.
        Repeating.SameId, new(AtOnce: 64),
        [
            new("website", "Where trainees sign in to the portfolio.", SettingType.Url, Required: false),
            new("hint", "Where in the portfolio the pack belongs, in a few words for the trainee.", Required: false),
        ]);

    /// <inheritdoc/>
    public Repeating RepeatingOver(AdapterConnection connection) => Repeating.SameId;

    /// <inheritdoc/>
    public Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation) => Upload;

    /// <inheritdoc/>
    public Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation) => Upload;

    /// <inheritdoc/>
    public Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(new Outcome.NeedsPerson("remove-there", Everything: false));

    /// <inheritdoc/>
    public Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation) => Upload;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Trial>>([new("reached", null, "Nothing is sent to this portfolio: make an upload pack and upload it there.")]);

    private static Task<Outcome> Upload => Task.FromResult<Outcome>(new Outcome.NeedsPerson("upload", Everything: false));
}
