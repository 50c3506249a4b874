using System.Xml.Linq;
using Portfolio.Contracts.Records;

namespace Portfolio.Tests.Records;

// What outsiders compile against changes only on purpose.
public sealed class ContractsSurfaceTests
{
    private static readonly string Approved = Path.GetFullPath(Path.Combine(GoldenRecords.Folder, "..", "contracts-public-api.txt"));

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var surface = string.Join('\n', PublicSurface.Of(typeof(RecordVerifier).Assembly)) + "\n";
        if (GoldenRecords.Approving)
            File.WriteAllText(Approved, surface);
        Assert.Equal(File.ReadAllText(Approved), surface);
    }

    [Fact]
    public void The_project_references_no_package_and_no_project()
    {
        var project = XDocument.Load(Path.GetFullPath(Path.Combine(Checkers.Folder, "..", "..", "contracts", "Portfolio.Contracts.csproj")));
        Assert.DoesNotContain(
            project.Descendants(), element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "Reference" or "FrameworkReference");
    }

    [Fact]
    public void The_assembly_needs_nothing_but_the_base_library()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(typeof(RecordVerifier).Assembly.GetReferencedAssemblies(),
            needed => Assert.True(File.Exists(Path.Combine(framework, $"{needed.Name}.dll")), needed.Name));
    }
}
