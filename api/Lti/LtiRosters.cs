using System.Text.Json;
using System.Text.RegularExpressions;
using Portfolio.Api.Database;
using Portfolio.Api.Deliveries;
using Portfolio.Api.Groups;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Contracts.Adapters;
using Portfolio.Contracts.Http;
using static Portfolio.Api.Lti.LtiJson;

namespace Portfolio.Api.Lti;

/// <summary>Somebody who is in a course, as its platform tells.</summary>
internal sealed record LtiMember(string Id, string? Name, string? Number, string? Email);

/// <summary>Who is in a course (Names and Role Provisioning Services), held against who is in its group. It is read when somebody asks, and nothing of it is kept.</summary>
internal sealed partial class LtiRosters(LtiClient client, PortfolioDatabase database, PlatformKeys keys, PersonStore people, LtiAccounts accounts, LtiMatch match, TimeProvider clock)
{
    private const int MostPages = 100;

    public async Task<Answer<LtiRosterBody>> Read(Guid programme, Guid group, CancellationToken cancellation)
    {
        LtiCourse? course;
        LtiRegistration registration;
        AdapterKey key;
        await using (var work = await database.Begin(programme, cancellation))
        {
            if ((course = await LtiCourses.Of(work, group)) is not { MembershipsUrl: not null })
                return Problems.LtiNoRoster;
            registration = (await LtiRegistrations.Find(work, course.RegistrationId))!;
            key = await keys.InUse(work);
            await work.Commit();
        }
        // A platform can be slow: nobody's transaction waits for it.
        if ((await Members(registration, new(course.MembershipsUrl), key, cancellation)).Refused(out var problem, out var members))
            return problem;
        await using var held = await database.Begin(programme, cancellation);
        return await Proposals(held, group, course, members);
    }

    private async Task<Answer<IReadOnlyList<LtiMember>>> Members(LtiRegistration registration, Uri address, AdapterKey key, CancellationToken cancellation)
    {
        var (token, why) = await Token(registration, key, cancellation);
        if (token is null)
            return Problems.LtiRosterNotRead.Because(why!);
        var found = new List<LtiMember>();
        Uri? page = address;
        for (var pages = 0; page is not null && pages < MostPages; pages++)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.TryAddWithoutValidation("Accept", LtiNames.RosterType);
            request.Headers.Authorization = new("Bearer", token);
            var answer = await Exchange.Send(client.Http, request, cancellation);
            if (!answer.Is2xx || answer.Json() is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("members", out _))
                return Problems.LtiRosterNotRead.Because(Said("the members", answer));
            found.AddRange(Each(json, "members").Where(IsActiveLearner).Select(Of).OfType<LtiMember>());
            page = answer.Headers.TryGetValue("Link", out var link) && NextPage().Match(link) is { Success: true } next && Uri.TryCreate(page, next.Groups[1].Value, out var url) ? url : null;
            // The token is for that host alone.
            if (page is not null && page.GetLeftPart(UriPartial.Authority) != address.GetLeftPart(UriPartial.Authority))
                return Problems.LtiRosterNotRead.Because("Its next page is on another host.");
        }
        return found;
    }

    private async Task<(string? Token, string? Why)> Token(LtiRegistration registration, AdapterKey key, CancellationToken cancellation)
    {
        var url = new Uri(registration.TokenUrl);
        var answer = await Exchange.Send(client.Http, new(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials", ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = key.Assertion(registration.ClientId, url, clock.GetUtcNow()), ["scope"] = LtiNames.RosterScope,
            }),
        }, cancellation);
        return answer.Is2xx && Text(answer.Json(), "access_token") is { Length: > 0 } token ? (token, null) : (null, Said("an access token", answer));
    }

    private async Task<LtiRosterBody> Proposals(Work work, Guid group, LtiCourse course, IReadOnlyList<LtiMember> members)
    {
        var now = clock.GetUtcNow();
        var today = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(now);
        var known = new Dictionary<Guid, string>();
        var unmatched = new List<LtiStranger>();
        foreach (var member in members)
            if (await accounts.Find(work, course.RegistrationId, member.Id) is { } account)
                known.TryAdd(account.PersonId, "account");
            else if (await match.Of(work, member.Number, member.Email) is var (person, by))
                known.TryAdd(person, by);
            else
                unmatched.Add(new(member.Name, member.Number, member.Email));
        bool Now(PlaceStore.Row place) => place.From <= today && !(place.Until < today);
        var inGroup = (await PlaceStore.Members(work, group)).Where(Now).ToList();
        var there = inGroup.Select(place => place.PersonId).ToHashSet();
        var names = await people.Names(work, known.Keys.Concat(there));
        return new(course.Id, now, known.Keys.Count(there.Contains),
            [.. known.Where(each => !there.Contains(each.Key) && names.ContainsKey(each.Key)).Select(each => new LtiArrival(each.Key, names[each.Key], each.Value)).OrderBy(each => each.Name, StringComparer.CurrentCulture)],
            [.. inGroup.Where(place => place.Until is null && !known.ContainsKey(place.PersonId)).Select(place => new LtiDeparture(place.Id, place.PersonId, names.GetValueOrDefault(place.PersonId, ""))).OrderBy(each => each.Name, StringComparer.CurrentCulture)],
            unmatched);
    }

    // Without a status a member is active; whoever only teaches or runs the course is no member of the group.
    private static bool IsActiveLearner(JsonElement member) => Text(member, "status") is null or "Active"
        && Each(member, "roles").Any(role => role.ValueKind == JsonValueKind.String && role.GetString() is { } name && (name is "Learner" || name.EndsWith("#Learner", StringComparison.Ordinal) || name.EndsWith("#Student", StringComparison.Ordinal)));

    private static LtiMember? Of(JsonElement member) => Fits(Text(member, "user_id")) is { } id
        ? new(id, Fits(Text(member, "name")), Fits(Text(member, "lis_person_sourcedid")), Fits(Text(member, "email"))) : null;

    private static string Said(string what, HttpAnswer answer) => answer.Failure is { } failure ? $"Asked for {what}, it could not be reached ({failure.GetType().Name})."
        : $"Asked for {what}, it answered {answer.Status}.";

    // Moodle writes the quotes around a relation as a typesetter would.
    [GeneratedRegex("""<([^<>]*)>\s*;[^,<]*rel\s*=[^;,<>]{0,9}?next\b""", RegexOptions.IgnoreCase)]
    private static partial Regex NextPage();
}
