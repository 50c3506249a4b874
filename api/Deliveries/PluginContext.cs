using System.Reflection;
using System.Runtime.Loader;
using Portfolio.Contracts.Adapters;

namespace Portfolio.Api.Deliveries;

/// <summary>
/// Where a plugin's assemblies live. What it brought along is its own, in its own version; of ours it shares the contracts, so that its adapter is one of ours, and
/// whatever comes with .NET.
/// </summary>
internal sealed class PluginContext(string main) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(main))
{
    private static readonly string Contracts = typeof(IPortfolioAdapter).Assembly.GetName().Name!;

    private readonly AssemblyDependencyResolver resolver = new(main);

    public Assembly LoadMain() => LoadFromAssemblyPath(main);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        // Two copies of the contracts would be two different ports.
        assemblyName.Name == Contracts ? null
        : resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path)
        : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
