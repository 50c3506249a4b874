using Npgsql;
using Portfolio.Api.Access;
using Portfolio.Api.Audit;

namespace Portfolio.Api.Database;

/// <summary>One transaction of one programme, or of none. What is not committed is undone when it is disposed.</summary>
internal sealed class Work(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid? programme, CancellationToken cancellation) : IAsyncDisposable
{
    private const string Warning = "01000";
    private readonly List<Action> afterCommit = [];
    private readonly List<Thing> made = [];
    private bool holds, writes;

    internal NpgsqlConnection Connection => connection;

    internal NpgsqlTransaction Transaction => transaction;

    /// <summary>The request's own: every statement of it ends with it.</summary>
    internal CancellationToken Cancellation => cancellation;

    /// <summary>The tenant every statement is confined to.</summary>
    internal Guid Programme => programme ?? throw new InvalidOperationException("This work was begun without a programme.");

    /// <summary>Awaited before each statement, and before and after the commit: where a test steps through it, or ends the host.</summary>
    internal Func<string, Task>? Step { get; init; }

    /// <summary>What was made in it, where that is one thing.</summary>
    internal Thing? Made => made is [var one] ? one : null;

    /// <summary>Who signed in by it.</summary>
    internal Actor? SignedIn { get; private set; }

    /// <summary>Whether it has done no more to rows than to hold them: to the database that is a change too, to whoever asked it is none.</summary>
    internal bool OnlyHolds => holds && !writes;

    internal void Holds() => holds = true;

    internal void Writes() => writes = true;

    internal void Makes(string table, Guid id) => made.Add(new(table == "discussion_group" ? "group" : table.Replace('_', '-'), id));

    internal void SignsIn(Actor actor) => SignedIn = actor;

    /// <summary>What is done once this is kept, and not otherwise.</summary>
    internal void AfterCommit(Action act) => afterCommit.Add(act);

    /// <summary>Keeps it all, with the audit's entry of what was done.</summary>
    /// <exception cref="DatabaseUnavailableException">The commit failed, or it is unknown whether it was kept.</exception>
    internal async Task Commit()
    {
        string? warned = null;
        void Listen(object sender, NpgsqlNoticeEventArgs told)
        {
            if (told.Notice.SqlState == Warning) warned = told.Notice.MessageText;
        }

        connection.Notice += Listen;
        try
        {
            if (programme is not null && Deed.Current is { } deed) await deed.Write(this);
            if (Step is { } step) await step("commit");
            await transaction.CommitAsync(cancellation);
        }
        catch (NpgsqlException e) when (DatabaseUnavailableException.Explains(e))
        {
            throw new DatabaseUnavailableException("The database went away during a commit.", e);
        }
        finally
        {
            connection.Notice -= Listen;
        }
        // A wait for a synchronous standby that was cut short is reported as success with a warning: the commit may not survive a fail-over.
        if (warned is not null) throw new DatabaseUnavailableException($"A commit was not confirmed: {warned}");
        foreach (var act in afterCommit) act();
        if (Step is { } stepped) await stepped("committed");
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
