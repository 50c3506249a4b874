using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Sealing;

namespace Portfolio.Api.Privacy;

/// <summary>One line of the erasure list: ids, a time and a code, and no name.</summary>
internal sealed record NotedErasure(Guid Programme, Guid Person, DateTimeOffset At, string Reason)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>What the log's tombstone is bound to.</summary>
    public byte[] Digest => SHA256.HashData(Encoding.ASCII.GetBytes(Said));

    public string Said => string.Create(CultureInfo.InvariantCulture, $"{Programme:D} {Person:D} {At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)} {Reason}");

    public static NotedErasure? Read(string said) =>
        said.Split(' ') is [var programme, var person, var at, { Length: > 0 } reason]
        && Guid.TryParseExact(programme, "D", out var inProgramme) && Guid.TryParseExact(person, "D", out var who)
        && DateTimeOffset.TryParseExact(at, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var when)
            ? new(inProgramme, who, when, reason)
            : null;
}

/// <summary>
/// Who was erased, noted beside the master key and outside every backup of the database, so that a restored one erases them again. Lines are only ever added,
/// each marked under the master key. Where several hosts serve one database, the file is on storage that all of them see.
/// </summary>
internal sealed class ErasureList(string? file, Func<MasterKey> master)
{
    private const string Name = "erasure";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool IsKept => file is not null;

    /// <summary>On the disk before this returns; a person who stands there already keeps the first line.</summary>
    public NotedErasure Note(NotedErasure erasure)
    {
        using var stream = Open(FileMode.OpenOrCreate);
        var whole = Whole(stream);
        if (Lines(whole).Find(line => (line.Programme, line.Person) == (erasure.Programme, erasure.Person)) is { } before)
            return before;
        // A line that a crash cut short never led to an erasure: it is written over.
        stream.SetLength(Encoding.ASCII.GetByteCount(whole));
        stream.Seek(0, SeekOrigin.End);
        stream.Write(Encoding.ASCII.GetBytes($"{erasure.Said} {Mark(erasure.Said)}\n"));
        stream.Flush(flushToDisk: true);
        Posix.Flush(Path.GetDirectoryName(Path.GetFullPath(file!))!);
        return erasure;
    }

    /// <summary>Everybody who was ever noted; the key is not touched where nobody was.</summary>
    /// <exception cref="RefusedException">The list cannot be believed as it is.</exception>
    public IReadOnlyList<NotedErasure> All()
    {
        if (file is null || !File.Exists(file))
            return [];
        using var stream = Open(FileMode.Open);
        return Lines(Whole(stream));
    }

    // Whoever else has it open is adding a line, which takes a moment.
    private FileStream Open(FileMode mode)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return new FileStream(file!, mode == FileMode.Open
                    ? new FileStreamOptions { Mode = mode, Access = FileAccess.Read, Share = FileShare.None }
                    : new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = Private });
            }
            catch (IOException e) when (tries < 100 && e is not (FileNotFoundException or DirectoryNotFoundException))
            {
                Thread.Sleep(20);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new RefusedException($"The erasure list {file} cannot be opened: {e.Message}");
            }
    }

    private static string Whole(FileStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)];
    }

    private List<NotedErasure> Lines(string whole) =>
        [.. whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, at) => Read(line) ?? throw new RefusedException(
            $"Line {at + 1} of the erasure list {file} was not written here under this master key: restore the list as it was, or the key it belongs to."))];

    private NotedErasure? Read(string line) =>
        line.LastIndexOf(' ') is > 0 and var end && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(line[(end + 1)..]), Encoding.ASCII.GetBytes(Mark(line[..end])))
            ? NotedErasure.Read(line[..end])
            : null;

    private string Mark(string said) => Convert.ToHexStringLower(master().Mark(Name, Encoding.ASCII.GetBytes(said)));
}
