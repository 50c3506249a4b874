using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Portfolio.Tests.LongestFirst))]

namespace Portfolio.Tests;

/// <summary>Begins with the classes that take minutes, so that none of them is still at it, alone, when all others have ended.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["EveryPageTests", "SimulationTests", "FuzzTests", "ErasureTests", "LeadersPhoneTests", "ImportsPagesTests", "MatrixTests", "SafeMethodsTests", "RenameTests", "BadInputTests", "TraineePageTests", "PrivateClusterTests", "ChangeTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => Long.Any(name => collection.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal)))];
}
