using System.Diagnostics;

namespace Portfolio.Benchmarks;

// CPU time rather than wall time, because cores are shared; the process has one busy thread. Neighbours on the same cores still
// make CPU time longer (caches, sibling threads), so the quietest batch stands beside the median and is the one that is judged.
internal static class Measure
{
    public static bool AllWithin { get; private set; } = true;

    public static void Print(string what, Action action, double? atMost = null)
    {
        // Long enough for the runtime to have compiled everything for good.
        var until = Stopwatch.StartNew();
        while (until.ElapsedMilliseconds < 2000)
            action();
        var batches = Enumerable.Range(0, 15).Select(_ => Batch(action)).Order().ToArray();
        var (quietest, median) = (batches[0], batches[batches.Length / 2]);
        if (quietest > atMost)
            AllWithin = false;
        var verdict = atMost is null ? "" : quietest > atMost ? $"   MORE THAN {atMost}" : $"   (at most {atMost})";
        Console.WriteLine($"{median,8:0.000} {quietest,8:0.000}  {what}{verdict}");
    }

    private static double Batch(Action action)
    {
        const int times = 200;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < times; i++)
            action();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / times;
    }
}
