using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>
/// Erases a person: their key is destroyed, their records are withdrawn and lose their bytes, their ways in and their relations end, and the log says so.
/// What they endorsed for others stays as long as those records are kept.
/// </summary>
internal sealed class Erasure(ErasureList list, Issuing issuing, TimeProvider clock)
{
    /// <summary>Erases and commits, or refuses. Noted on the disk first: whoever stands in the list and still has a key is erased at the next start.</summary>
    public async Task<Answer<ErasureBody>> Erase(Work work, Programme programme, Guid person, string reason)
    {
        if (await ErasureStore.Lock(work, person) is not { } state)
            return Problems.NotFound;
        if (state.ErasedAt is { } before && !state.HasKey)
            return new ErasureBody(person, SigningKeys.ToSeconds(before));
        if (state.HeldSince is not null)
            return Problems.Held;
        if (!list.IsKept)
            return Problems.ErasureListNeeded;
        var noted = list.Note(new(programme.Id, person, SigningKeys.ToSeconds(clock.GetUtcNow()), reason));
        await Destroy(work, programme, noted);
        await work.Commit();
        return new ErasureBody(person, noted.At);
    }

    /// <summary>What a restored backup brought back, or a crash kept from being finished.</summary>
    /// <returns>Whether there was anything to erase, and nothing that forbids it.</returns>
    public async Task<bool> Again(Work work, Programme programme, NotedErasure noted)
    {
        // A hold from before the erasure came back with the backup, and had been lifted. One placed since is of somebody who is not erased yet.
        if (await ErasureStore.Lock(work, noted.Person) is not { HasKey: true } state || state.HeldSince > noted.At)
            return false;
        await Destroy(work, programme, noted);
        await work.Commit();
        return true;
    }

    private async Task Destroy(Work work, Programme programme, NotedErasure noted)
    {
        var now = clock.GetUtcNow();
        var (person, standing) = (noted.Person, await ErasureStore.Standing(work, noted.Person));
        var erased = await ErasureStore.EraseBytes(work, person);
        await issuing.Issue(work, programme, [], [.. standing.Select(version => version.End("withdrawn"))],
            [new("person-erased", person, 1, noted.Digest), .. erased.Select(version => version.Fact)], now);
        await ErasureStore.Destroy(work, person, now, programme.LocalDate(now));
    }
}
