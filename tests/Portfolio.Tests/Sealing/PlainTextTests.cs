using System.Text;
using Dapper;
using Npgsql;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;
using Portfolio.Tests.Records;

namespace Portfolio.Tests.Sealing;

/// <summary>Whoever copies the data folder reads nobody's name: every file of it is searched for everything that says who somebody is.</summary>
public sealed class PlainTextTests
{
    private static readonly string[] Secret =
    [
        "Tilda Tutor", "Lena Leader", "Colin Coleader", "Tara Trainee", "Otto Other", "Coleader", "Zephyrine Quillfeather", "Quillfeather",
        "zephyrine.quillfeather@example.org", "quillfeather@", "9900011", "9900013", "9977345", "P-QUILL-7", "Otto came after all",
    ];

    [Fact]
    public async Task No_file_of_the_data_folder_says_who_anybody_is()
    {
        await using var cluster = new TestCluster();
        var host = new TestHost(cluster);
        await host.InitializeAsync();
        var scene = await Scene.Set(host);
        var added = await scene.Tutor.Post<PersonBody>(scene.Path("people"), new
        {
            name = "Zephyrine Quillfeather", key = "P-QUILL-7", email = "Zephyrine.Quillfeather@example.org", body = "GMC", number = "9977345",
        });
        await scene.Member(added);
        var session = await scene.A_filled_register();
        await scene.Signed(session);
        await (await scene.As(scene.Leader)).Corrected(scene, session.Id, scene.Register(other: "absent"));
        await using var superuser = new NpgsqlConnection(await host.Superuser());
        await superuser.ExecuteAsync("checkpoint;");

        Assert.Empty(Found(cluster.Folder, Secret));
        // What is there in clear is found, so what was not found is not there: the group's name, in the heap and in the log of writes.
        Assert.Contains(Found(cluster.Folder, ["Wednesday group"]), file => file.Contains("/base/", StringComparison.Ordinal));
        Assert.Contains(Found(cluster.Folder, ["Wednesday group"]), file => file.Contains("/pg_wal/", StringComparison.Ordinal));
        await superuser.ExecuteAsync("create table planted (name text); insert into planted values ('Zephyrine Quillfeather'); checkpoint");
        Assert.Contains(Found(cluster.Folder, Secret), file => file.Contains("/base/", StringComparison.Ordinal));
        await host.DisposeAsync();
    }

    [Fact]
    public void The_search_finds_a_planted_name_however_it_is_written()
    {
        using var folder = new TemporaryFolder();
        Encoding[] encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];
        foreach (var (encoding, number) in encodings.Select((encoding, at) => (encoding, at)))
            foreach (var (name, written) in new[] { ("as-is", "Zephyrine Quillfeather"), ("upper", "ZEPHYRINE QUILLFEATHER"), ("lower", "zephyrine quillfeather") })
                File.WriteAllBytes(folder[$"{number}-{name}"], [.. new byte[4099 + number], .. encoding.GetBytes(written), .. new byte[7]]);
        File.WriteAllBytes(folder["nothing"], new byte[9000]);

        Assert.Equal(9, Found(folder.Path, Secret).Select(Path.GetFileName).Distinct().Count());
    }

    private static List<string> Found(string folder, string[] texts)
    {
        byte[][] needles =
        [
            .. from text in texts
               from spelling in new[] { text, text.ToUpperInvariant(), text.ToLowerInvariant() }.Distinct()
               from encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
               select encoding.GetBytes(spelling),
        ];
        // An empty file says nothing, and the lock on the folder is one.
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file) is { Exists: true, Length: > 0 }).ToList();
        Assert.NotEmpty(files);
        return [.. files.Where(file => Holds(file, needles))];
    }

    private static bool Holds(string file, byte[][] needles)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The server removes its temporary files while it runs.
            return false;
        }
    }
}
