using Portfolio.Api.Paper;

namespace Portfolio.Api.Verbs;

/// <summary>Long work on a terminal: a bar that is drawn over; where nobody watches, one line for each step.</summary>
internal sealed class ProgressBar(TextWriter writer, bool redirected) : IDisposable
{
    private const int Width = 30;

    private readonly Lock gate = new();
    private string step = "";
    private int drawn = -1;

    public void Show(ImportStep now)
    {
        lock (gate)
        {
            if (now.What != step)
                Begin(now.What);
            var full = now.Of == 0 ? 0 : (int)((long)now.Done * Width / now.Of);
            // Steps are told from several threads: an older one does not draw the bar back.
            if (redirected || now.Of == 0 || full <= drawn)
                return;
            drawn = full;
            writer.Write($"\r{step} [{new string('#', full)}{new string(' ', Width - full)}] {now.Done} of {now.Of}");
        }
    }

    public void Dispose() => End();

    private void Begin(string what)
    {
        End();
        (step, drawn) = (what, -1);
        writer.Write(redirected ? $"{what} ...\n" : what);
    }

    private void End()
    {
        if (step.Length > 0 && !redirected)
            writer.WriteLine();
        step = "";
    }
}
