namespace Portfolio.Api.Mail;

/// <summary>Wakes the postman of this host when a letter was posted here; other hosts' letters wait for his round.</summary>
internal sealed class LetterBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    public void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken cancellation) => rung.WaitAsync(atMost, cancellation);

    public void Dispose() => rung.Dispose();
}
