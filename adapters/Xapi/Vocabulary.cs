namespace Portfolio.Adapters.Xapi;

/// <summary>A verb or a type of activity of a published vocabulary, with its English word.</summary>
internal sealed record Term(string Id, string Word);

/// <summary>What others published, so that a store's reports know it: ADL's vocabulary and that of Activity Streams 1.0.</summary>
internal static class Vocabulary
{
    private const string Adl = "http://adlnet.gov/expapi/", Streams = "http://activitystrea.ms/schema/1.0/";

    public static readonly Term
        Attended = new(Adl + "verbs/attended", "attended"),
        Presented = new(Streams + "present", "presented"),
        // ADL has no verb for leading; to host is to be responsible for an event that others attend.
        Hosted = new(Streams + "host", "hosted"),
        // A period may still go on and says nothing of having reached anything: "completed" would say too much.
        Experienced = new(Adl + "verbs/experienced", "experienced"),
        // The judgement was made. Whether it was a good one is in the form's own words, which no verb such as "passed" or "failed" translates.
        Completed = new(Adl + "verbs/completed", "completed"),
        // A requirement is satisfied or it is not; it has no score to pass.
        Satisfied = new(Streams + "satisfy", "satisfied"),
        Progressed = new(Adl + "verbs/progressed", "progressed"),
        Voided = new(Adl + "verbs/voided", "voided");

    public const string
        Meeting = Adl + "activities/meeting", Assessment = Adl + "activities/assessment", Objective = Adl + "activities/objective",
        Group = Streams + "group", Collection = Streams + "collection",
        Signature = Adl + "attachments/signature";
}
