using System.Reflection;
using System.Runtime.Loader;

namespace Portfolio.Conformance;

/// <summary>Where somebody else's suite and adapter live, as the host would load them: they share the contracts and this suite, and bring the rest along.</summary>
internal sealed class SuiteContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
{
    private readonly AssemblyDependencyResolver resolver = new(Path.GetFullPath(main));

    public Assembly LoadMain() => LoadFromAssemblyPath(Path.GetFullPath(main));

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is "Portfolio.Contracts" or "Portfolio.Conformance" || assemblyName.Name?.StartsWith("xunit.", StringComparison.Ordinal) is true ? null
        : resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;
}
