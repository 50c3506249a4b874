using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>Which pack somebody follows, from one day to another.</summary>
internal sealed record Assignment(Guid Id, Guid Person, KeptPack Kept, DateOnly From, DateOnly? Until)
{
    public RequirementPack Pack => Kept.Pack;
}

/// <summary>Who follows which requirement, on which days. A newer version reaches somebody only when they are moved to it.</summary>
internal static class Assignments
{
    private const string Columns = "select id, person_id, pack, pack_version as version, from_on as \"from\", until_on as until from requirement where programme_id = @Programme";

    /// <summary>What somebody follows on a day; nothing where they follow nothing.</summary>
    public static async Task<Assignment?> Find(Work work, Guid person, DateOnly day) => (await On(work, day, person)).GetValueOrDefault(person);

    /// <summary>What everybody follows on a day, by person.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Assignment>> On(Work work, DateOnly day, Guid? one = null)
    {
        var rows = await work.Rows<RequirementBody>(
            $"{Columns} and in_force(from_on, until_on, @day) and (@one::uuid is null or person_id = @one)", new { work.Programme, day, one });
        var packs = await PackStore.Of(work, rows.Select(row => (row.Pack, row.Version)));
        return rows.ToDictionary(row => row.PersonId, row => new Assignment(row.Id, row.PersonId, packs[(row.Pack, row.Version)], row.From, row.Until));
    }

    /// <summary>All that somebody ever followed, oldest first.</summary>
    public static async Task<IReadOnlyList<RequirementBody>> Of(Work work, Guid person) =>
        await work.Rows<RequirementBody>($"{Columns} and person_id = @person order by from_on, id", new { work.Programme, person });

    public static async Task<Answer<Made>> Add(Work work, Guid person, NewRequirement body, Creation creation, DateTimeOffset now)
    {
        const string Insert = """
            insert into requirement (programme_id, id, person_id, pack, pack_version, from_on, until_on, made_by, made_from)
            values (@Programme, @Id, @person, @Pack, @version, @From, @Until, @By, @Hash)
            """;
        if (await PackStore.Find(work, body.Pack, body.Version, body.From) is not { } found)
            return Problems.InvalidBody.At(new FieldError("$.pack", "Name a requirement pack of the programme, and a version that it has."));
        if (!found.Pack.IsValid(body.From))
            return Problems.PackNotValid.At(new FieldError("$.from", $"{found.Pack.Id} version {found.Pack.Version} is valid {found.Pack.Validity()}."));
        if ((await WhyNone(work, person, body.From) ?? await WhyNotNow(work, person, found.Pack, body.From)) is { } problem)
            return problem;
        if ((await PackStore.Keep(work, found.Pack, creation.By, now)).Refused(out problem, out var kept))
            return problem;
        return await work.Once("requirement", Insert,
            new { work.Programme, creation.Id, person, body.Pack, version = kept.Pack.Pack.Version, body.From, body.Until, creation.By, creation.Hash }, creation);
    }

    public static async Task<Problem?> End(Work work, Guid person, Guid id, DateOnly until)
    {
        var values = new { work.Programme, person, id, until };
        if (await work.Row<DateOnly?>("select from_on from requirement where programme_id = @Programme and person_id = @person and id = @id", values) is not { } from)
            return Problems.NotFound;
        if (until < from)
            return Problems.DatesReversed.At(new FieldError("$.until", $"Write {from:yyyy-MM-dd}, the first day, or a later one."));
        await work.Run("update requirement set until_on = @until where programme_id = @Programme and person_id = @person and id = @id", values);
        return null;
    }

    private static async Task<Problem?> WhyNotNow(Work work, Guid person, RequirementPack pack, DateOnly day)
    {
        var before = (await Of(work, person)).LastOrDefault(followed => followed.From < day);
        return before is null ? null
            : await CurriculumChanges.WhyNot(work, person, (await PackStore.Of(work, [(before.Pack, before.Version)]))[(before.Pack, before.Version)].Pack, pack, day);
    }

    // A placement as a member is one without a requirement: whoever has it that day gets no bar, no state and no nudge.
    private static async Task<Problem?> WhyNone(Work work, Guid person, DateOnly day) =>
        await work.Any("""
            select 1 from placement
            where programme_id = @Programme and person_id = @person and role = 'member' and in_force(from_on, until_on, @day)
            """, new { work.Programme, person, day }) ? Problems.WithoutRequirement : null;
}

internal static class PackValidity
{
    public static bool IsValid(this RequirementPack pack, DateOnly day) => pack.ValidFrom <= day && (pack.ValidTo is null || day <= pack.ValidTo);

    public static string Validity(this RequirementPack pack) =>
        pack.ValidTo is { } last ? $"from {pack.ValidFrom:yyyy-MM-dd} to {last:yyyy-MM-dd}" : $"from {pack.ValidFrom:yyyy-MM-dd} on";
}
