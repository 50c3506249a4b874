using Portfolio.Api.Database;
using Portfolio.Api.Privacy;
using Portfolio.Api.Sealing;

namespace Portfolio.Tests.Privacy;

public sealed class ErasureListTests : IDisposable
{
    private static readonly MasterKey Master = new(new byte[32]);
    private static readonly NotedErasure First = new(Guid.NewGuid(), Guid.NewGuid(), new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero), "objected");
    private static readonly NotedErasure Second = First with { Person = Guid.NewGuid(), Reason = "retention" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_noted_is_read_again_in_order_and_each_person_once()
    {
        var list = List();
        Assert.Empty(list.All());
        Assert.Equal([First, Second, First], [list.Note(First), list.Note(Second), list.Note(First with { At = First.At.AddDays(1) })]);
        Assert.Equal([First, Second], List().All());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["list"]));
    }

    [Fact]
    public void A_line_that_a_crash_cut_short_never_was_and_is_written_over()
    {
        List().Note(First);
        var whole = File.ReadAllText(folder["list"]);
        foreach (var cut in Enumerable.Range(1, whole.Length - 1))
        {
            File.WriteAllText(folder["list"], whole + whole[..cut]);
            Assert.Equal([First], List().All());
        }
        List().Note(Second);
        Assert.Equal([First, Second], List().All());
    }

    [Fact]
    public void A_line_that_somebody_wrote_or_changed_is_refused_with_its_number()
    {
        List().Note(First);
        List().Note(Second);
        var lines = File.ReadAllLines(folder["list"]);
        File.WriteAllLines(folder["list"], [lines[0], lines[1].Replace(Second.Person.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal)]);
        Assert.Contains("Line 2 of the erasure list", Assert.Throws<RefusedException>(() => List().All()).Message, StringComparison.Ordinal);
        Assert.Contains("Line 2", Assert.Throws<RefusedException>(() => List().Note(First with { Person = Guid.NewGuid() })).Message, StringComparison.Ordinal);
        File.WriteAllLines(folder["list"], lines);
        Assert.Contains("Line 1", Assert.Throws<RefusedException>(() => new ErasureList(folder["list"], () => new MasterKey([.. Enumerable.Repeat((byte)1, 32)])).All()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_at_once_lose_no_line()
    {
        var noted = Enumerable.Range(0, 40).Select(_ => First with { Person = Guid.NewGuid() }).ToList();
        await Task.WhenAll(noted.Select(erasure => Task.Run(() => List().Note(erasure))));
        Assert.Equal(noted.Select(erasure => erasure.Person).Order(), List().All().Select(erasure => erasure.Person).Order());
    }

    [Fact]
    public void It_is_beside_the_key_and_never_in_the_data_folder()
    {
        Assert.Equal("/keys/master.erased", MasterKeyFile.ErasureList(new() { MasterKeyFile = "/keys/master" }, "/data"));
        Assert.Equal("/lists/gone", MasterKeyFile.ErasureList(new() { MasterKey = "in the environment", ErasureList = "/lists/gone" }, "/data"));
        Assert.Null(MasterKeyFile.ErasureList(new() { MasterKey = "in the environment" }, "/data"));
        Assert.Throws<RefusedException>(() => MasterKeyFile.ErasureList(new() { ErasureList = "/data/gone" }, "/data"));
    }

    private ErasureList List() => new(folder["list"], () => Master);
}
