using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.People;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>How far somebody is in the steps of the pack they follow.</summary>
/// <param name="Next">The step that comes next; nothing once all are taken.</param>
/// <param name="AskedBack">Who must answer a question first.</param>
internal sealed record StepsOf(IReadOnlyList<TakenStep> Taken, ConfirmationStep? Next, Guid? AskedBack);

/// <summary>Who waits on whose confirmation: three statements, however many people.</summary>
internal sealed class ConfirmationWaiting(PersonStore people, TimeProvider clock)
{
    private sealed record TakenRow(Guid PersonId, string Pack, int PackVersion, Guid Id, int Step, string StepId, Guid ConfirmedBy, DateTimeOffset ConfirmedAt, Guid? RecordId);

    private sealed record AskedRow(Guid PersonId, string Pack, int PackVersion, Guid Id, string StepId, Guid Answers, DateTimeOffset AskedAt);

    private sealed record RelationRow
    {
        public Guid PersonId { get; init; }
        public bool Supervises { get; init; }
        public bool Leads { get; init; }
        public Guid[] Sites { get; init; } = [];
    }

    /// <summary>For each of these people, under the pack that they follow.</summary>
    public static async Task<IReadOnlyDictionary<Guid, StepsOf>> Steps(Work work, IReadOnlyDictionary<Guid, RequirementPack> packs)
    {
        const string Sql = """
            select c.person_id, c.pack, c.pack_version, c.id, c.step, c.step_id, c.confirmed_by, c.confirmed_at, c.record_id
            from confirmation c
            join confirmation_round r on r.programme_id = c.programme_id and r.person_id = c.person_id and r.pack = c.pack and r.pack_version = c.pack_version and r.number = c.round
            where c.programme_id = @Programme and c.person_id = any(@people) and r.ended_at is null
            order by c.step
            """;
        var taken = (await work.Rows<TakenRow>(Sql, new { work.Programme, people = packs.Keys.ToArray() })).ToLookup(row => new Course(row.PersonId, row.Pack, row.PackVersion));
        var asked = (await Asked(work)).ToDictionary(row => new Course(row.PersonId, row.Pack, row.PackVersion), row => row.Answers);
        return packs.ToDictionary(each => each.Key, each =>
        {
            var course = Course.Of(each.Key, each.Value);
            List<TakenStep> steps = [.. taken[course].Select(row => new TakenStep(row.Id, row.Step, row.StepId, row.ConfirmedBy, row.ConfirmedAt, row.RecordId))];
            return new StepsOf(steps, ConfirmationSteps.Of(each.Value).ElementAtOrDefault(steps.Count), asked.TryGetValue(course, out var answers) ? answers : null);
        });
    }

    private static Task<List<AskedRow>> Asked(Work work) => work.Rows<AskedRow>("""
        select q.person_id, q.pack, q.pack_version, q.id, q.step_id, q.answers, q.asked_at
        from confirmation_question q
        join confirmation_round r on r.programme_id = q.programme_id and r.person_id = q.person_id and r.pack = q.pack and r.pack_version = q.pack_version and r.number = q.round
        where q.programme_id = @Programme and q.answered_at is null and r.ended_at is null
        """, new { work.Programme });

    /// <summary>What waits on somebody: questions that came back to them, and steps that are theirs to take of requirements that are met.</summary>
    public async Task<IReadOnlyList<WaitingBody>> On(Work work, Guid asker)
    {
        var now = clock.GetUtcNow();
        var today = (await ProgrammeStore.Find(work, work.Programme))!.LocalDate(now);
        var mine = (await Asked(work)).Where(row => row.Answers == asker).ToList();
        var follow = await Assignments.On(work, today);
        var roles = await Roles(work, asker, [.. follow.Keys.Where(person => person != asker)], now);
        var packs = roles.Keys.ToDictionary(person => person, person => follow[person].Pack);
        var open = (await Steps(work, packs)).Where(each => each.Value is { Next: { } next, AskedBack: null } && Theirs(next, each.Key, each.Value)).ToList();
        var facts = await ProgressStore.Of(work, [.. open.Select(each => each.Key)]);
        var waiting = new List<WaitingBody>();
        var names = await people.Names(work, open.Select(each => each.Key).Concat(mine.Select(row => row.PersonId)));
        foreach (var (person, steps) in open)
            if (facts.TryGetValue(person, out var of) && Evaluation.Of(packs[person], of, today) is { State: ProgressState.Met } met && names.TryGetValue(person, out var name))
                waiting.Add(new(person, name, packs[person].Id, packs[person].Version, steps.Next!.Id, Code.Of(steps.Next.Act), Since(steps, packs[person], met, now), null));
        waiting.AddRange(mine.Where(row => names.ContainsKey(row.PersonId)).Select(row => new WaitingBody(
            row.PersonId, names[row.PersonId], row.Pack, row.PackVersion, row.StepId, "answers", row.AskedAt, row.Id)));
        return [.. waiting.OrderBy(each => each.Since).ThenBy(each => each.PersonId)];

        bool Theirs(ConfirmationStep next, Guid person, StepsOf steps) =>
            ConfirmationSteps.WhyNotTheirs(next, new(asker, roles[person], LedOne: false), steps.Taken) is null;
    }

    // The day on which a requirement was met would tell a leader's outsider when the last case was presented.
    private static DateTimeOffset Since(StepsOf steps, RequirementPack pack, TraineeProgress met, DateTimeOffset now) =>
        steps.Taken is [.., var last] ? last.At
        : met.MetOn is { } day && !pack.Rules.OfType<PresentationsRule>().Any() ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : now;

    // What somebody is to many people, as TraineeInPath says it of one.
    private static async Task<IReadOnlyDictionary<Guid, IReadOnlySet<Role>>> Roles(Work work, Guid asker, Guid[] trainees, DateTimeOffset now)
    {
        const string Sql = """
            select p.id as person_id,
                   exists (select 1 from supervision v where v.programme_id = p.programme_id and v.supervisor_id = @asker and v.trainee_id = p.id and v.kind = 'educational'
                             and in_force(v.from_on, v.until_on, local_date(@Programme, @now))) as supervises,
                   exists (select 1 from mandate m join membership b on b.programme_id = m.programme_id and b.group_id = m.group_id
                           where m.programme_id = p.programme_id and m.person_id = @asker and b.person_id = p.id
                             and b.from_on <= local_date(@Programme, @now) and b.standing in ('member', 'member-without-requirement')
                             and in_force(m.from_on, m.until_on, local_date(@Programme, @now))) as leads,
                   case when @office then array(select sites_of(@Programme, p.id, local_date(@Programme, @now))) else '{}'::uuid[] end as sites
            from person p where p.programme_id = @Programme and p.id = any(@trainees)
            """;
        var offices = await Offices.Of(work, asker, now);
        var rows = await work.Rows<RelationRow>(Sql, new { work.Programme, asker, trainees, now, office = !offices.None });
        var roles = new Dictionary<Guid, IReadOnlySet<Role>>();
        foreach (var row in rows)
        {
            var of = new HashSet<Role>(offices.At(row.Sites));
            if (row.Supervises)
                of.Add(Role.EducationalSupervisor);
            if (row.Leads)
                of.Add(Role.Leader);
            if (of.Count > 0)
                roles[row.PersonId] = of;
        }
        return roles;
    }
}
