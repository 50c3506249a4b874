using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;

namespace Portfolio.Api.Deliveries;

/// <summary>Tells a trainee once that something at a platform waits for them, until they have seen to it. Which records they are is not in it.</summary>
internal sealed class DeliveryLetters(PersonStore people, SignInAddresses addresses, PublicAddress address)
{
    private sealed record Told(string Platform);

    public async Task Write(Work work, Claim claim, DateTimeOffset now)
    {
        // What waits for another version goes with it; of what they upload themselves they know.
        const string Sql = """
            update outward_place h set told_at = @now
            from platform p
            where h.programme_id = @Programme and h.platform_id = @Platform and h.person_id = @Person and h.told_at is null and h.brought_for is not null
              and p.programme_id = h.programme_id and p.id = h.platform_id
              and (h.needs is not null or exists (
                  select 1 from delivery d where d.programme_id = h.programme_id and d.platform_id = h.platform_id and d.person_id = h.person_id
                     and d.state in ('unknown', 'parked') and d.reason not in ('upload', 'waits-for-older', 'waits-for-newer')))
            returning p.name as platform
            """;
        if (await work.Row<Told>(Sql, new { work.Programme, claim.Platform, claim.Person, now }) is not { } told || await people.Find(work, claim.Person) is not { } person)
            return;
        await addresses.Write(work, person, "delivery", $"{told.Platform}: something waits for you",
            $"Some of your signed records could not be put into {told.Platform}, or it is not certain that they are there. What to do is at\n\n"
            + $"{address.Base}programmes/{work.Programme:D}/permissions\n\nNothing is lost: the records are here, and go as soon as they can.\n", now);
    }
}
