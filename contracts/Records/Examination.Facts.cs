using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal sealed partial class Examination
{
    public void OfDates()
    {
        if (_read is not { Header: var header })
            return;
        Say(CheckNames.WithinDates,
            header.ValidFrom > now ? (Answer.No, "It begins in the future.")
            : header.ValidUntil <= now ? (Answer.No, "It has ended.")
            : (Answer.Yes, "It has begun and has not ended."));
        foreach (var key in _programmeKeys)
            Say(CheckNames.KeyValidWhenSigned, InUse(key, header.ValidFrom));
        foreach (var key in _leaderKeys)
            if (InUse(key, header.ValidFrom) is { Answer: Answer.No } no)
                Say(CheckNames.EndorsementValid, no);
    }

    public void OfLog(ReadOnlySpan<byte> record)
    {
        if (_read is null || _programmeKeys.Count == 0)
            return;
        var lostFrom = _programmeKeys.Concat(_leaderKeys).Min(key => key.LostFrom);
        if (facts.PositionInLog is not { } positionOf)
        {
            Say(CheckNames.InLogBeforeKeyLost, lostFrom is null
                ? (Answer.NotChecked, "No log was handed in. None of its keys is known to be lost.")
                : (Answer.No, "A key of it was lost, and no log was handed in to show that it was signed before."));
            return;
        }
        var position = positionOf(Convert.ToHexStringLower(SHA256.HashData(_issued ?? record)));
        Say(CheckNames.InLogBeforeKeyLost,
            position is null ? (Answer.No, "It does not stand in the programme's log.")
            : position >= lostFrom ? (Answer.No, "It stands in the programme's log only after a key of it was lost.")
            : (Answer.Yes, "It stands in the programme's log, and no key of it was lost then."));
    }

    public void OfStatus()
    {
        if (_read is not { Header: var header })
            return;
        if (facts.Standing is { } standing)
        {
            Say(CheckNames.NotWithdrawn, standing);
            return;
        }
        var lists = facts.StatusLists.Select(list => StatusList.Read(list.Span)).OfType<StatusList>()
            .Where(list => list.Id == header.Status.List).OrderBy(list => list.ValidFrom).ToList();
        Say(CheckNames.NotWithdrawn, lists is [.., var latest]
            ? StatusIn(latest, header)
            : (Answer.NotChecked, "The status list it names was not handed in."));
    }

    private (Answer, string) StatusIn(StatusList list, RecordHeader header) =>
        list.Issuer != header.Issuer.Id ? (Answer.No, "The status list handed in was issued by another programme.")
        : !Ed25519.Available ? (Answer.NotChecked, NoEd25519)
        : keys.Find(list.Method) is not { } key || !key.BelongsTo(list.Issuer) || !list.IsSignedWith(key.Ed25519.Span)
            ? (Answer.No, "The status list handed in is not signed by the programme.")
        : key.LostFrom is not null ? (Answer.NotChecked, "The status list handed in is signed with a key that was lost since, so it shows nothing.")
        : list.ValidFrom < header.ValidFrom ? (Answer.NotChecked, "The status list handed in is older than the record.")
        : list.IsSet(header.Status.Index) is not { } set ? (Answer.No, "The status list handed in has no such place.")
        : set ? (Answer.No, $"It was withdrawn or superseded, by the status list of {RecordTime.Write(list.ValidFrom)}.")
        : (Answer.Yes, $"It was neither withdrawn nor superseded on {RecordTime.Write(list.ValidFrom)}.");

    private static (Answer Answer, string Why) InUse(RecordKey key, DateTimeOffset signed) =>
        signed < key.ValidFrom ? (Answer.No, "A key was not in use yet when it was signed.")
        : signed > key.ValidUntil ? (Answer.No, "A key was out of use already when it was signed.")
        : key.ValidFrom is null ? (Answer.NotChecked, "The keys handed in have no dates.")
        : (Answer.Yes, "The keys were in use when it was signed.");
}
