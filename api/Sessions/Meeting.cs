using Portfolio.Api.Http;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Sessions;

/// <summary>A meeting that nobody led. What it says is the word of whoever wrote it, and of the other person once they confirm it; never a leader's.</summary>
internal static class Meeting
{
    public const string Supervised = "supervised", WasSupervised = "was-supervised", Peer = "peer";

    /// <summary>Why what was written down cannot be right.</summary>
    /// <param name="writer">Who writes it.</param>
    /// <param name="today">In the programme's time zone.</param>
    public static Problem? WhyNot(ChangedMeeting said, Guid writer, DateOnly today)
    {
        var errors = new List<FieldError>();
        var peers = said.Peers ?? [];
        if (said.WithId == writer)
            return Problems.MeetingWithOneself.At(new FieldError("$.withId", "Name the other person."));
        if (said.HeldOn > today)
            errors.Add(new("$.heldOn", "It has not been yet: write it down when it has."));
        if (said.WithId is null && said.Partner is null && peers.Count == 0)
            errors.Add(new("$.withId", "Say with whom: a person of the programme, a partner's name, or peers as numbers."));
        if (said.Role != Peer && said.WithId is null && said.Partner is null)
            errors.Add(new("$.withId", "Who supervises or is supervised meets somebody: a person of the programme, or a partner by name."));
        foreach (var twice in peers.Select((peer, at) => (peer, at)).GroupBy(pair => pair.peer.Profession).SelectMany(group => group.Skip(1)))
            errors.Add(new($"$.peers[{twice.at}].profession", "This profession has a number already; write one for both."));
        return errors.Count > 0 ? Problems.MeetingRefused.At(errors) : null;
    }
}
