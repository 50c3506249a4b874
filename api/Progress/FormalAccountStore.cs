using Portfolio.Api.Database;
using Portfolio.Api.Groups;
using Portfolio.Api.People;
using Portfolio.Api.Sessions;
using Portfolio.Contracts.Http;

namespace Portfolio.Api.Progress;

/// <summary>From records, registers and what people wrote down to the formal account of anybody: no requirement is asked for.</summary>
internal sealed class FormalAccountStore(PersonStore people, MeetingStore meetings)
{
    /// <returns>Nothing where there is no such person, or they were erased.</returns>
    public async Task<FormalAccount?> Find(Work work, Guid person, DateOnly from, DateOnly until, string language)
    {
        if (await people.Find(work, person) is not { } about)
            return null;
        var forms = (await MeetingFormStore.All(work)).ToDictionary(form => form.Key);
        var signed = Counting(await FormalAccountRows.Signed(work, person, from, until));
        var unvouched = Counting(await FormalAccountRows.Unvouched(work, person, from, until));
        // Of those that others wrote down, what this person did not confirm is the word of the others alone.
        var written = (await meetings.Of(work, person, from, until, seenBy: null)).Where(meeting => meeting.WrittenBy == person || meeting.ConfirmedAt is not null).ToList();
        var peers = (await FormalAccountRows.Peers(work, person, [.. signed.Concat(unvouched).Select(met => met.SessionId).Distinct()])).ToLookup(peer => peer.SessionId);
        var names = await people.Names(work,
        [
            .. signed.Concat(unvouched).SelectMany(met => new[] { met.LeaderId, met.CoLeaderId }).OfType<Guid>(),
            .. peers.SelectMany(of => of).Select(peer => peer.PersonId),
            .. written.SelectMany(meeting => new[] { meeting.WrittenBy, meeting.WithId }).OfType<Guid>(),
        ]);
        var titles = forms.ToDictionary(form => form.Key, form => form.Value.TitleIn(language));
        return new(
            person, about.Identity.Name, from, until, language, Account(signed.Select(Led)), Account(unvouched.Select(Led)),
            Account(written.Where(meeting => meeting.ConfirmedAt is not null).Select(Written)), Account(written.Where(meeting => meeting.ConfirmedAt is null).Select(Written)));

        List<MetSession> Counting(List<MetSession> met) => [.. met.Where(of => forms.GetValueOrDefault(of.Form)?.Counts is not false)];
        MeetingsAccount Account(IEnumerable<MetFact> facts) => FormalAccounts.Of([.. facts], titles);
        MetFact Led(MetSession met)
        {
            var form = forms[met.Form];
            var others = peers[met.SessionId].ToList();
            var role = met.Kind != Part.Leading ? form.MemberDoes : form.LeaderDoes == "led" && met.CoLeaderId == person ? "co-led" : form.LeaderDoes;
            return new(met.SessionId, met.HeldOn, met.Form, met.Mode, role, met.Minutes,
                [
                    .. Named(met.LeaderId, "leader"), .. Named(met.CoLeaderId, "co-leader"),
                    .. form.OneToOne ? others.SelectMany(other => Named(other.PersonId, "partner")) : [],
                ],
                form.OneToOne ? [] : [.. others.Select(other => new PeerFact(other.PersonId, other.Profession))]);
        }
        MetFact Written(MeetingBody meeting)
        {
            var own = meeting.WrittenBy == person;
            return new(meeting.Id, meeting.HeldOn, meeting.Form, meeting.Mode, own ? meeting.Role : Other(meeting.Role), meeting.Minutes,
                [
                    .. Named(own ? meeting.WithId : meeting.WrittenBy, "partner"),
                    .. own && meeting.Partner is { } partner ? [(partner, "partner")] : Array.Empty<(string, string)>(),
                ],
                [.. meeting.Peers.Select(peer => new PeerFact(null, peer.Profession, peer.Number))]);
        }
        IEnumerable<(string, string)> Named(Guid? other, string role) =>
            other is { } id && id != person && names.TryGetValue(id, out var name) ? [(name, role)] : [];
    }

    private static string Other(string role) => role switch
    {
        Meeting.Supervised => Meeting.WasSupervised,
        Meeting.WasSupervised => Meeting.Supervised,
        _ => role,
    };
}
