using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Sessions;

/// <summary>What a browser keeps of a code that was right: until when it stands, under a code of its own that names the session.</summary>
internal static class CheckInNote
{
    private const int Time = 8;

    public static string Write(MasterKey master, Guid programme, Guid session, DateTimeOffset until)
    {
        var note = new byte[Time];
        BinaryPrimitives.WriteInt64BigEndian(note, until.ToUnixTimeSeconds());
        return Base64Url.EncodeToString([.. note, .. Mark(master, programme, session, note)]);
    }

    public static bool IsGood(MasterKey master, Guid programme, Guid session, string? note, DateTimeOffset now)
    {
        if (note is not { Length: <= 100 } || !Base64Url.IsValid(note, out var length) || length <= Time)
            return false;
        var bytes = Base64Url.DecodeFromChars(note);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(Time), Mark(master, programme, session, bytes.AsSpan(0, Time)))
            && BinaryPrimitives.ReadInt64BigEndian(bytes) > now.ToUnixTimeSeconds();
    }

    private static byte[] Mark(MasterKey master, Guid programme, Guid session, ReadOnlySpan<byte> until) =>
        master.Authenticate(programme, "check-in-note", [.. session.ToByteArray(bigEndian: true), .. until]);
}
