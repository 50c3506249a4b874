using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Portfolio.Api.Database;

/// <summary>What the base library does not tell about files and processes: owners, advisory locks, signals.</summary>
internal static partial class Posix
{
    internal const int Interrupt = 2, Quit = 3;

    internal static uint UserId { get; } = EffectiveUser();

    internal static bool IsRoot => UserId == 0;

    /// <summary>Owner, group and mode of the entry itself: a symbolic link is not followed. Null when nothing is there.</summary>
    internal static Entry? Look(string path)
    {
        const int CurrentFolder = -100, NotFollowed = 0x100, BasicStatistics = 0x7ff, NoEntry = 2;
        if (Statx(CurrentFolder, path, NotFollowed, BasicStatistics, out var found) == 0)
            return new(found.User, found.Group, (UnixFileMode)(found.Mode & 0xfff), (found.Mode & 0xf000) == 0x4000);
        return Marshal.GetLastPInvokeError() is NoEntry ? null : throw Failed(path);
    }

    internal static void GiveTo(string path, uint user, uint group)
    {
        if (ChangeOwner(path, user, group) != 0) throw Failed(path);
    }

    /// <summary>Makes one folder with exactly this mode; false when something already stands there.</summary>
    internal static bool MakeFolder(string path, UnixFileMode mode)
    {
        const int Exists = 17;
        if (MakeDirectory(path, (uint)mode) == 0) return true;
        return Marshal.GetLastPInvokeError() is Exists ? false : throw Failed(path);
    }

    /// <summary>A new file's name is on the disk only once its folder is.</summary>
    internal static void Flush(string folder)
    {
        using var opened = OpenToRead(folder, 0);
        if (opened.IsInvalid || Synchronise(opened) != 0) throw Failed(folder);
    }

    internal static bool TryLock(SafeFileHandle file)
    {
        const int ExclusiveWithoutWaiting = 2 | 4;
        return Flock(file, ExclusiveWithoutWaiting) == 0;
    }

    /// <summary>False when there is no such process any more.</summary>
    internal static bool Signal(int process, int signal) => Kill(process, signal) == 0;

    /// <summary>The numbers of a named account, or null when the machine does not know it.</summary>
    internal static (uint User, uint Group)? Account(string name)
    {
        var entry = PasswordEntry(name);
        // struct passwd on Linux: name, password (pointers), then uid and gid.
        return entry == 0 ? null : ((uint)Marshal.ReadInt32(entry, 2 * nint.Size), (uint)Marshal.ReadInt32(entry, 2 * nint.Size + 4));
    }

    private static Win32Exception Failed(string path) =>
        new(Marshal.GetLastPInvokeError(), $"{path}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out Statistics found);

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int ChangeOwner(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "mkdir", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MakeDirectory(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenToRead(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronise(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "getpwnam", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint PasswordEntry(string name);

    internal sealed record Entry(uint User, uint Group, UnixFileMode Mode, bool IsFolder);

    // statx rather than stat: its layout is the same on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statistics
    {
        [FieldOffset(20)] public uint User;
        [FieldOffset(24)] public uint Group;
        [FieldOffset(28)] public ushort Mode;
    }
}
