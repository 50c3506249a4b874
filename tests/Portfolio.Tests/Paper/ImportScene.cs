using System.Text;
using Portfolio.Api.Database;
using Portfolio.Api.Http;
using Portfolio.Api.Paper;
using Portfolio.Api.People;
using Portfolio.Api.Sheets;
using Portfolio.Contracts.Http;
using Portfolio.Tests.Hosting;

namespace Portfolio.Tests.Paper;

/// <summary>One programme that sheets are imported into, in the host's own database.</summary>
internal sealed class ImportScene(TestHost host)
{
    private readonly Programme programme = New(host);

    public Guid Id => programme.Id;

    public string Key => programme.Key;

    public Task<(ImportBody? Added, Findings Findings)> Year(string? people = null, string? clockStops = null, string? registers = null) =>
        Import(people ?? Sheets.PaperImport.PeopleText, clockStops ?? Sheets.PaperImport.ClockStopsText, registers ?? Sheets.PaperImport.RegistersText);

    public async Task<(ImportBody? Added, Findings Findings)> Import(string? people, string? clockStops, string? registers)
    {
        var findings = new Findings();
        await using var work = await host.Database.Begin(programme.Id, TestContext.Current.CancellationToken);
        if (await ProgrammeStore.Find(work, programme.Id) is null)
            await ProgrammeStore.Add(work, programme, Creation.Of("test", programme.Id, programme.Key, by: null), host.Clock.GetUtcNow());
        var added = await host.Service<Importer>().Import(
            work, programme, new(File("people.csv", people), File("clock-stops.csv", clockStops), File("registers.csv", registers)), "Ivo Importer", findings);
        if (added is not null)
            await work.Commit();
        return (added, findings);
    }

    public async Task<List<T>> Rows<T>(string sql)
    {
        await using var work = await host.Database.Begin(programme.Id, TestContext.Current.CancellationToken);
        return await work.Rows<T>(sql, new { work.Programme });
    }

    /// <summary>How many rows this programme has in all tables: what a refused import must not change.</summary>
    public async Task<long> Count()
    {
        long count = 0;
        foreach (var table in new[] { "person", "person_key", "site", "placement", "discussion_group", "membership", "mandate", "session", "register_line", "record", "record_version", "log_entry" })
            count += (await Rows<long>($"select count(*) from {table} where programme_id = @Programme")).Single();
        return count;
    }

    private static ImportFile? File(string name, string? text) => text is null ? null : new(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static Programme New(TestHost host)
    {
        var id = Guid.CreateVersion7();
        return new(id, "import-" + Guid.NewGuid().ToString("N")[..12], "Made-up School", "Europe/London", true, host.Service<PublicAddress>().Issuer(id));
    }
}
