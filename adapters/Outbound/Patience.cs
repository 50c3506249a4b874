using System.ComponentModel.DataAnnotations;

namespace Portfolio.Adapters.Outbound;

/// <summary>How patient a connection is with a platform, within one attempt.</summary>
public sealed class Patience
{
    /// <summary>Seconds for all tries of one request. Default 45.</summary>
    [Range(1, 75)]
    public double Total { get; set; } = 45;

    /// <summary>Seconds for one try, its answer included. Default 20.</summary>
    [Range(0.1, 60)]
    public double Try { get; set; } = 20;

    /// <summary>How often a request that may be repeated is tried again. Default 2.</summary>
    [Range(0, 5)]
    public int Repeats { get; set; } = 2;

    /// <summary>Seconds before the first repeat; each further one waits about twice as long, by chance a little more or less. Default 0.5.</summary>
    [Range(0, 30)]
    public double Pause { get; set; } = 0.5;

    /// <summary>How many requests in a row fail before a connection rests. Default 5.</summary>
    [Range(2, 100)]
    public int FailuresBeforeRest { get; set; } = 5;

    /// <summary>Seconds that it rests, in which nothing is sent. Default 60.</summary>
    [Range(1, 3600)]
    public double Rest { get; set; } = 60;
}
