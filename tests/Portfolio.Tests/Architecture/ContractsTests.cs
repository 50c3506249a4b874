using System.Reflection;
using System.Xml.Linq;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Tests.Architecture;

public sealed class ContractsTests
{
    [Fact]
    public void Contracts_reference_nothing_but_the_base_library()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "contracts", "Portfolio.Contracts.csproj"));
        Assert.DoesNotContain(project.Descendants(), element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference" or "Reference");

        var baseLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Assert.All(typeof(ProblemBody).Assembly.GetReferencedAssemblies(),
            reference => Assert.Equal(baseLibrary, Path.GetDirectoryName(Assembly.Load(reference).Location)));
    }

    [Fact]
    public void Every_refusal_has_a_code_of_its_own_and_only_the_unexpected_is_our_fault()
    {
        Assert.Equal(Problems.All.Count, Problems.All.Select(problem => problem.Code).Distinct().Count());
        Assert.All(Problems.All, problem =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", problem.Code);
            Assert.InRange(problem.Status, 400, 599);
            Assert.Equal(problem == Problems.Unexpected, problem.Status == 500);
        });
    }
}
