using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>One more session of a group, planned or extra.</summary>
internal static class SessionPlanning
{
    public static async Task<Answer<Made>> Add(Work work, Guid group, NewSession body, Creation creation) =>
        (await ProgrammeStore.Find(work, work.Programme))!.At(body.HeldOn, body.StartsAt) is null
            ? Problems.NoSuchLocalTime.At(new FieldError("$.startsAt", "The clocks go forward over that time; write another."))
            : await SessionStore.Add(work, group, body, creation);
}
