using System.Text.Json;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Http;

internal static class RequirementExamples
{
    private static readonly DateOnly August = new(2024, 8, 7);

    public static IEnumerable<object> All =>
    [
        new NewRequirement("uk-nw-core", August, Version: 1, Id: Examples.Id(40)),
        new RequirementList([new(Examples.Id(40), Examples.Trainee, "uk-nw-core", 1, August, null)]),
        new RequirementPackVersion("uk-nw-core", 1, Examples.Hash, Published: true, JsonSerializer.SerializeToElement(new { id = "uk-nw-core", version = 1 })),
    ];
}
