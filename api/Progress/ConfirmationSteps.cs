using Portfolio.Api.Access;
using Portfolio.Api.Http;

namespace Portfolio.Api.Progress;

/// <summary>A step as it was taken in the passage that is open.</summary>
internal sealed record TakenStep(Guid Id, int Step, string StepId, Guid By, DateTimeOffset At, Guid? RecordId);

/// <summary>Whoever asks: in which roles, and whether they led a session that counts.</summary>
internal sealed record Asker(Guid Person, IReadOnlySet<Role> Roles, bool LedOne)
{
    public bool May(ConfirmationStep step) => step.By.Value.Any(confirmer => Roles.Contains(ConfirmationSteps.RoleOf(confirmer)));
}

/// <summary>The steps of a pack, and who may take which when.</summary>
internal static class ConfirmationSteps
{
    // A pack that says nothing of confirming is verified once, as any progress is: by whoever supervises the person's education.
    private static readonly IReadOnlyList<ConfirmationStep> Unsaid =
    [
        new("verified", ConfirmationAct.Verifies, new([Confirmer.EducationalSupervisor], Confirmed: false, Note: "The pack names no steps."),
            new(true, Confirmed: false)),
    ];

    public static IReadOnlyList<ConfirmationStep> Of(RequirementPack pack) => pack.Confirmation is { Count: > 0 } said ? said : Unsaid;

    /// <summary>Its number from 1 on; nothing where the pack has no such step.</summary>
    public static int? NumberOf(RequirementPack pack, string step) =>
        Of(pack).Index().Where(each => each.Item.Id == step).Select(each => (int?)each.Index + 1).FirstOrDefault();

    public static Role RoleOf(Confirmer confirmer) => confirmer switch
    {
        Confirmer.Leader => Role.Leader,
        Confirmer.Tutor => Role.Tutor,
        Confirmer.EducationalSupervisor => Role.EducationalSupervisor,
        Confirmer.Director => Role.Director,
        _ => Role.PanelMember,
    };

    /// <summary>Why whoever asks may not speak to a step at all: it is their own, or not given to them.</summary>
    public static Problem? WhyNotTheirs(ConfirmationStep step, Asker asker, IReadOnlyList<TakenStep> taken) =>
        asker.Roles.Contains(Role.Oneself) ? Problems.OwnRequirement
        : !asker.May(step) ? Problems.NotYoursToConfirm
        : step.Independent is { Value: true } && (asker.LedOne || taken.Any(before => before.By == asker.Person && before.StepId != step.Id)) ? Problems.NotIndependent
        : null;

    /// <summary>Why it is not the turn of a step.</summary>
    public static Problem? WhyNotNow(int number, IReadOnlyList<TakenStep> taken) => number == taken.Count + 1 ? null : Problems.StepOutOfOrder;
}
