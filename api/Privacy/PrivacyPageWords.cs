using Portfolio.Api.Audit;
using Portfolio.Api.Sealing;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Privacy;

/// <summary>What is so because of how the service is built, and no setting changes.</summary>
internal static class PrivacyPageWords
{
    /// <summary>What there is no place for. A test looks for a column that could hold any of it.</summary>
    public static IReadOnlyList<string> NeverHeld { get; } =
    [
        "anything about a patient: no name, number, date of birth, diagnosis, or anything else of a case",
        "what was talked about in a group: no clinical text, and no themes",
        "why somebody was away from a session, or why their clock was stopped",
        "health, beliefs, origin, or any other special category of data as a field of its own",
        "passwords",
    ];

    public static IReadOnlyList<string> MayBeLost { get; } =
    [
        "Of what was answered as done, nothing: it is on disk before the answer leaves.",
        "A request under way is undone as a whole; sent again with the same id, it is done once.",
        $"Of the audit: that something was read or refused in the last {AuditQueue.Longest.TotalMilliseconds:0} ms, at most {AuditQueue.Capacity} entries and the batch being "
            + "written; and how often refusals were repeated in the running minute. Who changed what is never lost: it is written with the change.",
        "A letter is written down with what gave rise to it, so none is lost; one that was being sent may be sent a second time.",
    ];

    public static IReadOnlyList<KeyHeld> Keys(MasterKeySource source) =>
    [
        new("the master key", source switch
        {
            MasterKeySource.Environment => "With whoever runs the service, in the environment of its process; in no backup of the database.",
            MasterKeySource.File => "With whoever runs the service, in a file outside the data folder; in no backup of the database.",
            _ => "A development key that the service made for itself: nothing real may be kept under it.",
        }, "Unwraps every other key. Whoever has it and the database can read everything; without it the database tells nobody's name."),
        new("each person's key", "In the database, wrapped by the master key.", "Opens what is sealed about that person. Erasing somebody destroys it, here and in what a backup brings back."),
        new("the programme's signing keys", "In the database, the private halves wrapped by the master key; the public halves are published.", "Sign records and the head of the log."),
        new("the programme's keys for platforms", "In the database, the private halves wrapped by the master key; the public halves are published.",
            "Sign what platforms that are written to ask for; no record is signed with them."),
        new("each leader's signing key", "In the database, held by the service for that leader alone, the private half wrapped by the master key.", "Endorses what that leader signs."),
    ];
}
