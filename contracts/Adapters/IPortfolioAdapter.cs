namespace Portfolio.Contracts.Adapters;

/// <summary>
/// Carries signed records to portfolios of one make. It is given a signed record and the connection it goes over, and nothing else: it keeps no state of its
/// own, knows no database, and decides nothing about when. One object serves all connections at once.
/// </summary>
/// <remarks>
/// An adapter is a public class with a constructor that takes nothing, in an assembly of its own. Each call is one attempt and ends with one
/// <see cref="Outcome"/>; an exception counts as <see cref="Outcome.NoAnswer"/>. Whatever it asks goes through <see cref="AdapterConnection.Http"/>.
/// </remarks>
public interface IPortfolioAdapter
{
    /// <summary>What it can do and what it needs to know. The same for as long as the service runs.</summary>
    AdapterDescription Description { get; }

    /// <summary>How a delivery whose answer was lost is settled over this connection: it can depend on what the credentials allow.</summary>
    /// <param name="connection">The connection.</param>
    Repeating RepeatingOver(AdapterConnection connection);

    /// <summary>Puts a record there that was not there before.</summary>
    /// <param name="record">The version to deliver.</param>
    /// <param name="connection">Where it goes.</param>
    /// <param name="cancellation">Ends the attempt; then it counts as <see cref="Outcome.NoAnswer"/>.</param>
    Task<Outcome> Deliver(SignedRecord record, AdapterConnection connection, CancellationToken cancellation);

    /// <summary>Puts a newer version in the place of an older one that is there.</summary>
    /// <param name="record">The newer version.</param>
    /// <param name="before">What the platform answered when it took the older one.</param>
    /// <param name="connection">Where it goes.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    Task<Outcome> Replace(SignedRecord record, Delivered before, AdapterConnection connection, CancellationToken cancellation);

    /// <summary>Takes back what is there. The record's bytes may be gone by now, as where its holder was erased.</summary>
    /// <param name="delivered">What was delivered; without a receipt where it is not certain that it arrived.</param>
    /// <param name="connection">Where it is.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns><see cref="Outcome.Accepted"/> once it is gone there, also where it was not there.</returns>
    Task<Outcome> Withdraw(Delivered delivered, AdapterConnection connection, CancellationToken cancellation);

    /// <summary>Reads back whether this version is there, without changing anything. Asked only where <see cref="RepeatingOver"/> says <see cref="Repeating.ReadBack"/>.</summary>
    /// <param name="delivered">The version to look for.</param>
    /// <param name="connection">Where it could be.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns><see cref="Outcome.AlreadyThere"/>, <see cref="Outcome.NotThere"/>, or why it could not be told.</returns>
    Task<Outcome> Find(Delivered delivered, AdapterConnection connection, CancellationToken cancellation);

    /// <summary>Tries what can be tried without leaving anything there: the address, the credentials, whether the person is found.</summary>
    /// <param name="connection">What to try.</param>
    /// <param name="cancellation">Ends the trial.</param>
    Task<IReadOnlyList<Trial>> Test(AdapterConnection connection, CancellationToken cancellation);
}
