using Npgsql;
using Portfolio.Api.Deliveries;
using Portfolio.Api.People;
using Portfolio.Api.Records;
using Portfolio.Api.Sealing;
using Portfolio.Tests.Records;

namespace Portfolio.Benchmarks;

// Four platforms that every trainee connected, and fifty records of each that none of them has: what is due is brought by the ledger itself.
internal static class DeliveryFillIn
{
    public const int Platforms = 4, RecordsEach = 50;
    private static readonly DateTime Made = new(2025, 7, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Hash = new byte[32];
    private static readonly string[] Kinds = ["attendance"];

    public static Guid Programme => CohortFill.Programme;

    public static async Task Run(string superuser, int backlog, string hook)
    {
        var trainees = backlog / Platforms / RecordsEach;
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        // What refers to what is right by construction.
        await CohortFill.Run(connection, "set session_replication_role = replica");
        await CohortFill.Run(connection, $"""
            insert into programme (id, key, name, time_zone, demonstration, issuer, made_from, made_at)
            values ('{Programme}', 'benchmark', 'Made-up school', 'Europe/London', true, 'did:web:localhost', '\x00', now());
            insert into log_head (programme_id, position, chain) values ('{Programme}', {trainees * RecordsEach}, '\x{Convert.ToHexString(Hash)}')
            """);
        var master = new MasterKey(CohortFill.Master);
        var keys = new PersonKeys(master);
        var people = Enumerable.Range(0, trainees).Select(at => (Id: CohortFill.Id(2, at), Made: keys.Make(Programme, CohortFill.Id(2, at)))).ToList();
        await CohortFill.Copy(connection, "person", "programme_id, id, identity, made_from, made_at",
            people.Select(object[] (person, at) => [Programme, person.Id, new Identity($"Made-up trainee {at}").Close(person.Made.Key), Hash, Made]));
        await CohortFill.Copy(connection, "person_key", "programme_id, person_id, wrapped", people.Select(object[] (person) => [Programme, person.Id, person.Made.Wrapped]));
        await Records(connection, people);
        await Connections(connection, new PlatformSeal(master), people.Count, hook);
        await CohortFill.Run(connection, "vacuum analyze");
    }

    private static async Task Records(NpgsqlConnection connection, List<(Guid Id, (PersonKey Key, byte[] Wrapped) Made)> people)
    {
        // One record stands for all: what is opened, read and sent is of a real one's size.
        var jwt = RecordSamples.SignedAs("attendance").Jwt;
        var records = (from at in Enumerable.Range(0, people.Count) from number in Enumerable.Range(0, RecordsEach) select (At: at, Place: (at * RecordsEach) + number)).ToList();
        await CohortFill.Copy(connection, "record", "programme_id, id, kind, person_id, session_id",
            records.Select(object[] (record) => [Programme, CohortFill.Id(13, record.Place), "attendance", people[record.At].Id, CohortFill.Id(12, record.Place)]));
        await CohortFill.Copy(connection, "record_version",
            "programme_id, record_id, number, valid_from, provenance, minutes, mode, jwt, digests, key_id, status_list, status_index",
            records.Select(object[] (record) => [Programme, CohortFill.Id(13, record.Place), 1, Made, "contemporaneous", (short)60, "in-person",
                people[record.At].Made.Key.Close(jwt, Issuing.JwtPlace), Hash, CohortFill.Id(9, 0), 1, record.Place]));
        await CohortFill.Copy(connection, "log_entry", "programme_id, position, kind, subject_id, number, digests, logged_at, chain",
            records.Select(object[] (record) => [Programme, (long)record.Place + 1, "record-issued", CohortFill.Id(13, record.Place), 1, Hash, Made, Hash]));
    }

    private static async Task Connections(NpgsqlConnection connection, PlatformSeal seal, int trainees, string hook)
    {
        var settings = new Dictionary<string, string> { ["url"] = hook, ["secret"] = "whsec_" + Convert.ToBase64String(Hash) };
        var platforms = Enumerable.Range(0, Platforms).Select(at => CohortFill.Id(20, at)).ToList();
        await CohortFill.Copy(connection, "platform", "programme_id, id, name, made_from, made_at",
            platforms.Select(object[] (platform, at) => [Programme, platform, $"Platform {at}", Hash, Made]));
        await CohortFill.Copy(connection, "outward_platform", "programme_id, platform_id, adapter, settings, receiver, country, agreement, most_at_once, set_at",
            platforms.Select(object[] (platform) => [Programme, platform, "webhook", seal.Close(Programme, platform, settings), "Made-up Portfolios", "GB", "Made-up", (short)8, Made]));
        await CohortFill.Copy(connection, "connection", "programme_id, id, platform_id, person_id, pairwise_id, kinds, connected_at, made_from",
            from platform in Enumerable.Range(0, Platforms) from at in Enumerable.Range(0, trainees)
            select new object[] { Programme, CohortFill.Id(21, (platform * trainees) + at), platforms[platform], CohortFill.Id(2, at), Guid.NewGuid(), Kinds, Made, Hash });
    }
}
