using System.Security.Cryptography;

namespace Portfolio.Contracts.Records;

internal sealed partial class Examination
{
    public void OfLog(ReadOnlySpan<byte> record)
    {
        if (_read is null || _programmeKeys.Count == 0)
            return;
        long? lostFrom = _programmeKeys.Min(key => key.LostFrom);
        if (facts.PositionInLog is not { } positionOf)
        {
            Say(CheckNames.InLogBeforeKeyLost, lostFrom is null
                ? (Answer.NotChecked, "No log was handed in. None of its keys is known to be lost.")
                : (Answer.No, "Its key was lost, and no log was handed in to show that it was signed before."));
            return;
        }
        var position = positionOf(Convert.ToHexStringLower(SHA256.HashData(record)));
        Say(CheckNames.InLogBeforeKeyLost,
            position is null ? (Answer.No, "It does not stand in the programme's log.")
            : position >= lostFrom ? (Answer.No, "It stands in the programme's log only after its key was lost.")
            : (Answer.Yes, "It stands in the programme's log, and its key was not lost then."));
    }

    private void Status()
    {
        if (_read is null)
            return;
        Say(CheckNames.NotWithdrawn, (Answer.NotChecked, "The status list it names was not handed in."));
    }
}
