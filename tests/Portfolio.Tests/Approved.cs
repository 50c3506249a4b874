namespace Portfolio.Tests;

/// <summary>What was read and approved. With PORTFOLIO_APPROVE=1 it is written anew, and the difference in the working tree is what there is to review.</summary>
internal static class Approved
{
    public static void Compare(string name, string now)
    {
        var file = Path.Combine(Source.Root, "tests", "Portfolio.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("PORTFOLIO_APPROVE") == "1")
            File.WriteAllText(file, now);
        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", now);
    }
}
