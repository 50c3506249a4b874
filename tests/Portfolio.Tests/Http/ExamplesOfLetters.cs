using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Http;

/// <summary>Right requests about the weekly letters.</summary>
internal static class ExamplesOfLetters
{
    public static async Task<Dictionary<string, Example>> Make(Scene scene) => new()
    {
        ["SwitchWeeklyLetters"] = Example.Of(HttpMethod.Put, scene.Path($"people/{scene.Other.Id}/weekly-letters"), new { weekly = false }, await scene.As(scene.Other)),
    };
}
