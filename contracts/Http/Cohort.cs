namespace Portfolio.Contracts.Http;

/// <summary>The trainees of one's sites, as of a day.</summary>
/// <param name="AsOf">The local day that is answered for.</param>
/// <param name="Trainees">Those who are in a placement on that day and fit what was asked, in the order that was asked for.</param>
public sealed record CohortBody(DateOnly AsOf, IReadOnlyList<CohortTrainee> Trainees);

/// <summary>Where one trainee stands.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name; empty for somebody who was erased.</param>
/// <param name="Grade">Their grade on that day.</param>
/// <param name="Site">Where they work on that day.</param>
/// <param name="Groups">The groups of which they are a member on that day.</param>
/// <param name="Pack">The requirement pack that they follow; absent where nobody gave them one, and then there is nothing to be judged by.</param>
/// <param name="PackVersion">Its version.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Rules">How far they are towards each rule.</param>
/// <param name="Deadline">The next deadline.</param>
/// <param name="DeadlineEstimated">Whether it hangs on a placement that is not known yet.</param>
/// <param name="ChangesOn">The first day on which the state is worse if nothing more happens.</param>
/// <param name="WaitsOn">Whose confirmation is waited for.</param>
/// <param name="Unlocked">What they may begin, since the requirement is met, such as a first psychotherapy case; absent until then.</param>
public sealed record CohortTrainee(
    Guid PersonId, string Name, string? Grade, string Site, IReadOnlyList<CohortGroup> Groups, string? Pack, int? PackVersion, ProgressState? State,
    IReadOnlyList<CohortRule> Rules, DateOnly? Deadline, bool DeadlineEstimated, DateOnly? ChangesOn, IReadOnlyList<CohortWait> WaitsOn, string? Unlocked);

/// <summary>A group, by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record CohortGroup(Guid Id, string Name);

/// <summary>How far somebody is towards one rule.</summary>
/// <param name="Id">The rule's id in the pack.</param>
/// <param name="Have">How many count.</param>
/// <param name="Need">How many are asked for.</param>
/// <param name="State">Where that stands.</param>
public sealed record CohortRule(string Id, decimal Have, decimal Need, ProgressState State);

/// <summary>A step of confirming that waits.</summary>
/// <param name="Step">The step's id in the pack.</param>
/// <param name="By">Who may take it, in codes such as <c>leader</c> or <c>tutor</c>.</param>
/// <param name="People">Who they are today, by id; empty where nobody holds that office.</param>
public sealed record CohortWait(string Step, IReadOnlyList<string> By, IReadOnlyList<Guid> People);

/// <summary>Registers of past sessions that nobody has signed, by who leads the group.</summary>
/// <param name="AsOf">The local day.</param>
/// <param name="Leaders">Whoever has most of them first.</param>
public sealed record UnsignedRegisters(DateOnly AsOf, IReadOnlyList<UnsignedOfLeader> Leaders);

/// <summary>The registers that wait on one leader.</summary>
/// <param name="PersonId">The leader; absent where nobody had a mandate that day.</param>
/// <param name="Name">Their name.</param>
/// <param name="Registers">Oldest first.</param>
public sealed record UnsignedOfLeader(Guid? PersonId, string Name, IReadOnlyList<UnsignedRegister> Registers);

/// <summary>A register that nobody has signed.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="GroupId">Its group.</param>
/// <param name="Group">The group's name.</param>
/// <param name="HeldOn">The local day on which it was planned.</param>
/// <param name="Days">For how many days it waits.</param>
public sealed record UnsignedRegister(Guid SessionId, Guid GroupId, string Group, DateOnly HeldOn, int Days);

/// <summary>The groups of one's sites, as of a day.</summary>
/// <param name="AsOf">The local day.</param>
/// <param name="From">The first day of the twelve months that the counts are of.</param>
/// <param name="Groups">By name.</param>
public sealed record CohortGroups(DateOnly AsOf, DateOnly From, IReadOnlyList<GroupCover> Groups);

/// <summary>How a group goes.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Site">Where it meets.</param>
/// <param name="Members">How many members it has that day, with a requirement or without.</param>
/// <param name="Planned">Sessions of the twelve months up to the day: held, cancelled, and waiting for a signature.</param>
/// <param name="Held">Those that were held and signed.</param>
/// <param name="Cancelled">Those that were cancelled.</param>
/// <param name="Waiting">Those that wait for a signature.</param>
/// <param name="Leaders">Who has a mandate to lead it that day, by id.</param>
/// <param name="UncoveredFrom">The first day from then on for which nobody has a mandate; absent where every day is covered.</param>
/// <param name="Ahead">Sessions that are planned ahead.</param>
/// <param name="AheadUncovered">Those of them on days for which nobody has a mandate.</param>
public sealed record GroupCover(
    Guid Id, string Name, string Site, int Members, int Planned, int Held, int Cancelled, int Waiting, IReadOnlyList<Guid> Leaders, DateOnly? UncoveredFrom, int Ahead,
    int AheadUncovered);
