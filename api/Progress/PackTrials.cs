using System.Security.Cryptography;
using System.Text.Json;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>A version of a pack tried on those whom it concerns, and the move of some of them to it.</summary>
internal static class PackTrials
{
    /// <param name="among">The people whom whoever asks looks after; nothing means everybody.</param>
    public static async Task<PackTrial> Of(Work work, RequirementPack pack, DateOnly day, IReadOnlySet<Guid>? among)
    {
        var concerned = (await Assignments.On(work, day)).Values
            .Where(assigned => among?.Contains(assigned.Person) is not false && Concerns(pack, assigned.Pack)).OrderBy(assigned => assigned.Person).ToList();
        var facts = await ProgressStore.Of(work, [.. concerned.Select(assigned => assigned.Person)]);
        var changes = new AnswerChange?[concerned.Count];
        Parallel.For(0, concerned.Count, at => changes[at] = PackDryRun.Compare(concerned[at].Pack, pack, facts[concerned[at].Person], day));
        var trial = new PackTrial(pack.Id, pack.Version, day, [.. concerned.Select(assigned => assigned.Person)], [.. changes.OfType<AnswerChange>()], Hash: "");
        // What each follows now is part of it: the same change from another version is another change.
        var seen = JsonSerializer.SerializeToUtf8Bytes(
            new { Document = PackDocument.Hash(PackDocument.Of(pack)), Now = concerned.Select(assigned => $"{assigned.Person} {assigned.Id} {assigned.Pack.Version}"), Trial = trial }, Json.Options);
        return trial with { Hash = Convert.ToHexStringLower(SHA256.HashData(seen)) };
    }

    /// <summary>Ends what they follow the day before and begins this version for them, all of them or nobody.</summary>
    public static async Task<Answer<RequirementsMoved>> Move(
        Work work, RequirementPack pack, RequirementMove move, IReadOnlySet<Guid>? among, Guid? by, DateTimeOffset now)
    {
        const string End = "update requirement set until_on = @until where programme_id = @Programme and id = @id";
        const string Begin = """
            insert into requirement (programme_id, id, person_id, pack, pack_version, from_on, until_on, made_by, made_from)
            values (@Programme, @next, @Person, @pack, @version, @From, @Until, @by, @hash)
            """;
        if (!pack.IsValid(move.From))
            return Problems.PackNotValid.At(new FieldError("$.from", $"{pack.Id} version {pack.Version} is valid {pack.Validity()}."));
        var trial = await Of(work, pack, move.AsOf, among);
        if (trial.Hash != move.TrialHash)
            return Problems.TrialChanged;
        // Whoever moves the same people at this moment waits here, and then meets them as they were moved.
        await work.Run("select 1 from requirement where programme_id = @Programme and person_id = any(@people) order by id for update", new { work.Programme, people = move.People.ToArray() });
        var follows = await Assignments.On(work, move.From);
        if ((await PackStore.Keep(work, pack, by, now)).Refused(out var problem, out _))
            return problem;
        var moved = 0;
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(move, Json.Options));
        foreach (var (person, at) in move.People.Distinct().Select((person, at) => (person, at)))
        {
            if (!trial.People.Contains(person) || follows.GetValueOrDefault(person) is not { } old)
                return Problems.InvalidBody.At(new FieldError($"$.people[{at}]", "Name somebody of the dry run, who follows a requirement on that day."));
            if (old.Pack.Id == pack.Id && old.Pack.Version == pack.Version)
                continue;
            if (old.From >= move.From)
                return Problems.InvalidBody.At(new FieldError("$.from", $"Write a day after {old.From:yyyy-MM-dd}, on which what they follow now begins."));
            if (await CurriculumChanges.WhyNot(work, person, old.Pack, pack, move.From) is { } midYear)
                return midYear.At(new FieldError($"$.people[{at}]", "Move them on the day on which their next training year begins."));
            await work.Run(End, new { work.Programme, old.Id, until = move.From.AddDays(-1) });
            await work.Run(Begin, new { work.Programme, next = Guid.CreateVersion7(), old.Person, pack = pack.Id, version = pack.Version, move.From, old.Until, by, hash });
            moved++;
        }
        return new RequirementsMoved(moved, move.People.Distinct().Count() - moved);
    }

    private static bool Concerns(RequirementPack pack, RequirementPack followed) =>
        followed.Id == pack.Id ? followed.Version != pack.Version : followed.Id == pack.Over?.Id;
}
