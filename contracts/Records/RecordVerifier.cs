using System.Text;

namespace Portfolio.Contracts.Records;

/// <summary>Checks a record with nothing but the file and the keys. It never fetches anything and never throws, whatever it is given.</summary>
public static class RecordVerifier
{
    /// <summary>Asks every question of <see cref="CheckNames.All"/> of a record.</summary>
    /// <param name="record">The record as issued: JSON with an embedded proof, or a compact JWS.</param>
    /// <param name="keys">The programme's keys.</param>
    /// <param name="now">The time to judge dates by.</param>
    /// <param name="facts">Status lists and log, where the caller has them.</param>
    public static CheckedRecord Check(ReadOnlySpan<byte> record, RecordKeys keys, DateTimeOffset now, RecordFacts? facts = null)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var examination = new Examination(keys, facts ?? new(), now);
        var text = record.Trim(" \t\r\n"u8);
        if (text is [(byte)'{', ..])
            examination.OfEmbedded(text);
        else
            examination.OfJwt(Encoding.Latin1.GetString(text[..Math.Min(text.Length, Jws.MaxLength + 1)]));
        examination.OfDates();
        examination.OfLog(text);
        examination.OfStatus();
        return examination.Result();
    }
}
