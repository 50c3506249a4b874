using Portfolio.Api.Access;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;
using Portfolio.Contracts.Records;

namespace Portfolio.Api.Progress;

/// <summary>Confirming: what is seen is frozen, its hash comes back, and the step that verifies becomes a record.</summary>
internal sealed class Confirmations(Issuing issuing, PersonStore people, PersonKeys keys, PublicAddress address, TimeProvider clock)
{
    internal const string EvidencePlace = "confirmation.evidence", ProgressStep = "progress", Requirement = "requirement";

    /// <summary>What is to be confirmed, of whom and by whom; the step is nothing where progress is verified.</summary>
    private sealed record Ready(
        Programme Programme, People.Person Person, ConfirmationPack Asked, ConfirmationToSign Confirms, Evidence Evidence, ConfirmationStep? Step, Asker Asker,
        IReadOnlyList<Alignment> Alignments)
    {
        public Course Course => Course.Of(Person.Id, Asked.Pack);

        public bool Verifies => Confirms.Act == "verifies";
    }

    /// <summary>What would be confirmed; with its hash, confirms it.</summary>
    public async Task<Answer<ConfirmationSeen>> SeeOrConfirm(Work work, Guid trainee, NewConfirmation body, Guid asks, IReadOnlySet<Role> roles)
    {
        if ((await Prepare(work, trainee, body, asks, roles)).Refused(out var problem, out var ready))
            return problem;
        var hash = Evidence.Hashed(ready.Confirms);
        if (body.ListHash is null)
            return await WhyNot(work, ready, null) is { } not ? not : new ConfirmationSeen(ready.Confirms, hash);
        // The same answer twice at one moment: the second waits here, and then finds what the first confirmed.
        await work.Run("select pg_advisory_xact_lock(hashtextextended(@what, 0))", new { what = $"{ready.Person.Id:D} {body.ListHash}" });
        if ((await ConfirmationStore.Given(work, ready.Course)).Find(Same) is { } before)
            return new ConfirmationSeen(ready.Confirms, body.ListHash, before.Id, before.RecordId);
        var now = clock.GetUtcNow();
        int? round = ready.Step is null ? null : await ConfirmationStore.Hold(work, ready.Course, now);
        if (await WhyNot(work, ready, round) is { } late)
            return late;
        return body.ListHash == hash ? await Confirm(work, ready, round, now) : Problems.ListChanged;

        // The same answer again is the same success, whatever came after it.
        bool Same(KeptConfirmation given) => given.Hash == body.ListHash && given.ConfirmedBy == asks && given.ReversedAt is null;
    }

    private async Task<Answer<Ready>> Prepare(Work work, Guid trainee, NewConfirmation body, Guid asks, IReadOnlySet<Role> roles)
    {
        var programme = (await ProgrammeStore.Find(work, work.Programme))!;
        var today = programme.LocalDate(clock.GetUtcNow());
        var asOf = body.AsOf ?? today;
        if (asOf > today)
            return Problems.InvalidRequest.At(new FieldError("$.asOf", "Write today or an earlier day: what is to come is not confirmed."));
        if ((await (body.ListHash is null ? people.Find(work, [trainee]) : people.Hold(work, [trainee]))) is not [var person])
            return Problems.NotFound;
        if ((await ConfirmationPack.Find(work, trainee, asOf, body.Pack, body.Version)).Refused(out var problem, out var asked))
            return problem;
        var step = body.Step is null ? null : ConfirmationSteps.Of(asked.Pack).SingleOrDefault(each => each.Id == body.Step);
        if (body.Step is not null && step is null)
            return Problems.StepUnknown;
        if ((step is null || step.Act is ConfirmationAct.Verifies) && !address.MaySign(programme.Demonstration))
            return Problems.NothingRealUnsigned;
        // Before anything is gathered, so that whoever may not confirm is shown nothing.
        if (WhyNotTheirs(asked.Pack, step, new(asks, roles, LedOne: false)) is { } theirs)
            return theirs;
        var evidence = await Evidence.Of(work, programme, person, asked, asOf);
        var asker = new Asker(asks, roles, step?.Independent is { Value: true } && await EvidenceStore.Led(work, asks, evidence.Counted.Select(record => record.RecordId)));
        var verifies = step is null || step.Act is ConfirmationAct.Verifies;
        var items = verifies ? body.Alignments ?? await Proposed(work, programme, asked.Pack, asOf) : [];
        if (items.Index().Where(each => !asked.Pack.Competencies.Contains(new(each.Item.Framework, each.Item.Code))).Select(each => (int?)each.Index).FirstOrDefault() is { } other)
            return Problems.InvalidRequest.At(new FieldError($"$.alignments[{other}]", "The requirement is not evidence of this item."));
        if ((await Accounts.Aligned(work, programme, items, asOf)).Refused(out problem, out var alignments))
            return problem;
        var confirms = new ConfirmationToSign(
            step is null ? ProgressStep : Requirement, step?.Id ?? ProgressStep, Code.Of(step?.Act ?? ConfirmationAct.Verifies), VerificationState.Of(evidence.Body.Progress), items,
            evidence.Body);
        return new Ready(programme, person, asked, confirms, evidence, step, asker, alignments);
    }

    /// <summary>The pack's own items, as far as they can be named and applied on the day.</summary>
    internal static async Task<IReadOnlyList<ItemOfFramework>> Proposed(Work work, Programme programme, RequirementPack pack, DateOnly asOf)
    {
        var proposed = new List<ItemOfFramework>();
        foreach (var item in pack.Competencies.Select(each => new ItemOfFramework(each.Framework, each.Code)))
            if (!(await Accounts.Aligned(work, programme, [item], asOf)).Refused(out _, out _))
                proposed.Add(item);
        return proposed;
    }

    // Progress is verified by whoever supervises the person's education, or by whom the pack lets verify in the end.
    private static Problem? WhyNotTheirs(RequirementPack pack, ConfirmationStep? step, Asker asker) =>
        step is not null ? ConfirmationSteps.WhyNotTheirs(step, asker, [])
        : asker.Roles.Contains(Role.Oneself) ? Problems.OwnRequirement
        : asker.Roles.Contains(Role.EducationalSupervisor)
            || ConfirmationSteps.Of(pack).Any(each => each.Act is ConfirmationAct.Verifies && asker.May(each)) ? null
        : Problems.NotYoursToConfirm;

    private static async Task<Problem?> WhyNot(Work work, Ready ready, int? round)
    {
        if (ready.Step is not { } step)
            return null;
        var number = ConfirmationSteps.NumberOf(ready.Asked.Pack, step.Id)!.Value;
        var current = round ?? await ConfirmationStore.Current(work, ready.Course);
        var taken = await ConfirmationStore.Taken(work, ready.Course, current);
        return ConfirmationSteps.WhyNotTheirs(step, ready.Asker, taken)
            ?? ConfirmationSteps.WhyNotNow(number, taken)
            ?? (await ConfirmationQuestions.IsOpen(work, ready.Course, current) ? Problems.QuestionOpen : null)
            ?? (ready.Confirms.State == VerificationState.Met ? null : Problems.RequirementNotMet);
    }

    private async Task<Answer<ConfirmationSeen>> Confirm(Work work, Ready ready, int? round, DateTimeOffset now)
    {
        if (await people.Hold(work, [ready.Asker.Person]) is not [var signer])
            return Problems.NotFound;
        var record = ready.Verifies ? await Issue(work, ready, signer, now) : (Guid?)null;
        var key = (await keys.Of(work, [ready.Person.Id]))[ready.Person.Id];
        var frozen = Evidence.Bytes(ready.Confirms);
        var hash = Evidence.Hashed(ready.Confirms);
        var given = new NewConfirmed(
            Guid.CreateVersion7(), ready.Course, ready.Asked.Hash, ready.Confirms.Scope, round,
            ready.Step is null ? null : ConfirmationSteps.NumberOf(ready.Asked.Pack, ready.Step.Id), ready.Confirms.Step, ready.Confirms.Act, ready.Evidence.Body.AsOf,
            key.Close(frozen, EvidencePlace), Convert.FromHexString(hash), record, signer.Id, now);
        await ConfirmationStore.Add(work, given);
        return new ConfirmationSeen(ready.Confirms, hash, given.Id, record);
    }

    private async Task<Guid> Issue(Work work, Ready ready, People.Person signer, DateTimeOffset now)
    {
        var (pack, body) = (ready.Asked.Pack, ready.Evidence.Body);
        var claim = new Verification(
            ready.Person.Identity.AsHolder(ready.Person.Id), signer.Identity.AsLeader(signer.Id), pack.Id, $"{pack.Version}",
            ready.Step is null ? VerificationScope.Progress : VerificationScope.Requirement, ready.Confirms.State, body.AsOf,
            // What a record can list has an end; the frozen evidence lists all of it.
            [.. ready.Evidence.Counted.Select(record => $"{record.Url}/versions/{record.Version}").Take(ClaimRules.LongestList)],
            Contracts.Records.Provenance.Contemporaneous, ready.Alignments);
        var version = new VersionToIssue(Guid.CreateVersion7(), 1, IsNew: true, "verification", ready.Person.Id, claim, Endorser: signer.Id);
        await issuing.Issue(work, ready.Programme, [version], [], [], now);
        return version.RecordId;
    }
}
