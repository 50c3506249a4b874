namespace Portfolio.Api.Progress;

internal static class Amount
{
    // To hundredths, never more than there is; 25 prints as 25, not as 25.00.
    public static decimal Rounded(decimal amount) => decimal.Floor(amount * 100) / 100 / 1.0000000000000000000000000000m;

    /// <summary>How many minutes one unit is; nothing for what is not counted in time.</summary>
    public static int? Minutes(this CountingUnit unit) => unit switch
    {
        CountingUnit.Minute => 1,
        CountingUnit.Unit45 => 45,
        CountingUnit.Hour60 => 60,
        CountingUnit.DoubleHour90 => 90,
        _ => null,
    };
}
