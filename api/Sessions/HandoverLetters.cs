using System.Globalization;
using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.Mail;
using Portfolio.Api.People;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Sessions;

/// <summary>What is written about the end of a mandate: days and the group's name. Nobody of it is named.</summary>
internal sealed class HandoverLetters(Letters letters, PersonStore people, PersonKeys keys)
{
    private const string Kind = "handover";

    public async Task Write(Work work, DatedMandate mandate, IReadOnlyList<DateOnly> unsigned, DateOnly today, DateTimeOffset now)
    {
        var group = (await GroupStore.Find(work, mandate.GroupId))!.Name;
        var (ends, days) = (Day(mandate.Until!.Value), string.Join('\n', unsigned.Select(day => "- " + Day(day))));
        var subject = $"{group}: a mandate ends on {ends}";
        await Post(work, [mandate.PersonId], subject, unsigned.Count == 0
            ? $"Your mandate for {group} ends on {ends}. Every register of it up to today is signed: thank you.\n"
            : $"Your mandate for {group} ends on {ends}. These registers are not signed:\n\n{days}\n\nSign them, or cancel what did not take place, while you are there to ask.\n", now);
        // To the tutors there is nothing to say of what is in order.
        if (unsigned.Count > 0)
            await Post(work, [.. (await HandoverStore.Tutors(work, mandate.GroupId, today)).Where(tutor => tutor != mandate.PersonId)], subject,
                $"A leader's mandate for {group} ends on {ends}. These registers are not signed:\n\n{days}\n\nThe leader has been told too.\n", now);
    }

    private async Task Post(Work work, IReadOnlyCollection<Guid> to, string subject, string text, DateTimeOffset now)
    {
        var of = await keys.Of(work, to);
        foreach (var person in await people.Find(work, to))
            if (person.Identity.Email is { } email)
                await letters.Post(work, of[person.Id], Kind, new(email, subject, text), now);
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
