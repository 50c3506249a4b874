using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portfolio.Contracts.Http;

/// <summary>How far a trainee is towards a requirement, as of a day.</summary>
/// <param name="Trainee">The person's id; where the command line answers, the id of the programme's own sheets when there is one.</param>
/// <param name="State">The worst state of the rules.</param>
/// <param name="Rules">Each rule of the requirement pack, in its order.</param>
/// <param name="AsOf">The local day that is answered for: what came later is left out.</param>
/// <param name="Pack">The id of the requirement pack.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="Deadline">The next deadline, or the last one where all have passed; absent where none can be told.</param>
/// <param name="DeadlineEstimated">Whether it is worked out from an earlier grade, since the placement it hangs on is not known yet.</param>
/// <param name="ChangesOn">The first day on which the state is worse if nothing more happens; absent where it cannot be.</param>
/// <param name="Presented">How many times the trainee presented a case.</param>
/// <param name="FollowedUp">How many times the trainee followed up a case presented earlier.</param>
public sealed record TraineeProgress(
    string Trainee,
    ProgressState State,
    IReadOnlyList<RuleProgress> Rules,
    DateOnly AsOf,
    string Pack,
    int PackVersion,
    DateOnly? Deadline,
    bool DeadlineEstimated,
    DateOnly? ChangesOn,
    int Presented,
    int FollowedUp);

/// <summary>How far a trainee is towards one rule.</summary>
/// <param name="Id">The rule's id in the pack.</param>
/// <param name="Have">How many count.</param>
/// <param name="Need">How many the pack asks for.</param>
/// <param name="Met">Whether that is enough.</param>
/// <param name="Counted">The ids of the records that count, oldest first.</param>
/// <param name="NotCounted">The records that do not, each with its reason.</param>
/// <param name="StillNeeded">How many more are needed.</param>
/// <param name="State">Where this rule stands.</param>
/// <param name="MetOn">The day on which it was met.</param>
/// <param name="BehindOn">The first day on which the trainee is behind if nothing more happens.</param>
/// <param name="NotPossibleOn">The first day on which it can no longer be met if nothing more happens.</param>
/// <param name="SessionsLeft">Sessions still to come before the next deadline; absent where the rule does not count sessions.</param>
/// <param name="SessionsLeftEstimated">How many of those are not planned yet but follow from the pack's rhythm.</param>
/// <param name="Unconfirmed">The rule's numbers that no public source confirms.</param>
public sealed record RuleProgress(
    string Id,
    int Have,
    int Need,
    bool Met,
    IReadOnlyList<string> Counted,
    IReadOnlyList<NotCounted> NotCounted,
    int StillNeeded,
    ProgressState State,
    DateOnly? MetOn,
    DateOnly? BehindOn,
    DateOnly? NotPossibleOn,
    int? SessionsLeft,
    int? SessionsLeftEstimated,
    IReadOnlyList<string> Unconfirmed);

/// <summary>A record that does not count.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Why">Why not, in words.</param>
public sealed record NotCounted(string Record, string Why);

/// <summary>Where a requirement or one of its rules stands, from best to worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgressState>))]
public enum ProgressState
{
    /// <summary>There is enough.</summary>
    [JsonStringEnumMemberName("met")]
    Met,

    /// <summary>At the rate so far there will be enough in time.</summary>
    [JsonStringEnumMemberName("on-track")]
    OnTrack,

    /// <summary>At the rate so far there will not, or the first deadline has passed.</summary>
    [JsonStringEnumMemberName("behind")]
    Behind,

    /// <summary>Too few sessions are left, or the last deadline has passed.</summary>
    [JsonStringEnumMemberName("not-possible")]
    NotPossible,
}

/// <summary>The requirement packs that progress can be asked for.</summary>
/// <param name="Packs">The packs, by id.</param>
public sealed record RequirementPackList(IReadOnlyList<RequirementPackBody> Packs);

/// <summary>A requirement pack, in short.</summary>
/// <param name="Id">What to send as <c>pack</c>.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Whose requirement it is.</param>
/// <param name="Sources">The public pages that confirm its other numbers.</param>
/// <param name="Unconfirmed">The numbers that no public source confirms: local choices, and what was read second hand.</param>
public sealed record RequirementPackBody(
    string Id, int Version, string Title, IReadOnlyList<string> Sources, IReadOnlyList<UnconfirmedNumber> Unconfirmed);

/// <summary>A number or a choice of a pack that no public source confirms.</summary>
/// <param name="At">Where it stands in the pack, such as <c>$.rules[0].minimumMinutes</c>.</param>
/// <param name="Value">The value, as the pack has it.</param>
/// <param name="Source">Where it was read, where it was read anywhere.</param>
/// <param name="Note">Why it is what it is.</param>
public sealed record UnconfirmedNumber(string At, JsonElement Value, string? Source, string? Note);
