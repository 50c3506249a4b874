using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Lti;

/// <summary>Where a browser keeps no session in a frame, the same page opens in a window: by a secret that the frame's page holds, once, for ten minutes.</summary>
internal sealed class LtiWindows(SignInSteps steps)
{
    /// <summary>Goes on in the frame where it can, and otherwise offers the window.</summary>
    public async Task<string> Way(Work work, Guid person, LtiWindow window)
    {
        var step = await steps.Begin(work, LtiDoor.InWindow, person, JsonSerializer.SerializeToUtf8Bytes(window, Json.Options));
        return $"/programmes/{work.Programme}/lti/frame?to={Uri.EscapeDataString(window.To)}&step={step}";
    }

    public async Task<(Guid Person, LtiWindow Window)?> Look(Work work, string? step) => Read(await steps.Look(work, step, LtiDoor.InWindow));

    public async Task<(Guid Person, LtiWindow Window)?> Take(Work work, string? step) => Read(await steps.Take(work, step, LtiDoor.InWindow));

    private static (Guid, LtiWindow)? Read(SignInStep? step) =>
        step is { Person: { } person, State: { } state } ? (person, JsonSerializer.Deserialize<LtiWindow>(state, Json.Options)!) : null;
}
