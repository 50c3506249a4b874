using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Portfolio.Api.People;
using Portfolio.Api.Progress;
using Portfolio.Api.Sealing;

namespace Portfolio.Benchmarks;

// A made-up school by COPY: 250 groups of eight, one session a week for a year, everybody at each of them, and eight cases presented by each.
internal static class CohortFill
{
    public const int Trainees = 2000, RecordsEach = Weeks + Cases;
    private const int Groups = 250, Sites = 10, Weeks = 52, Cases = 8, Members = Trainees / Groups;

    public static readonly byte[] Master = SHA256.HashData("not a secret: only for benchmarks"u8);
    public static readonly Guid Programme = Id(0, 1);
    public static readonly DateOnly Day = new(2025, 7, 1);
    private static readonly DateOnly Start = new(2024, 7, 3);
    private static readonly DateTime Made = new(2025, 7, 1, 9, 0, 0, DateTimeKind.Utc);
    private static readonly byte[] Hash = new byte[32];

    public static async Task Run(string superuser)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        // What refers to what is right by construction; checking each of 120,000 takes longer than all the rest.
        await Run(connection, "set session_replication_role = replica");
        await Run(connection, $"""
            insert into programme (id, key, name, time_zone, demonstration, issuer, made_from, made_at)
            values ('{Programme}', 'benchmark', 'Made-up school', 'Europe/London', true, 'did:web:localhost', '\x00', now())
            """);
        await Copy(connection, "site", "programme_id, id, name", Enumerable.Range(0, Sites).Select(object[] (site) => [Programme, Id(1, site), $"Site {site}"]));
        var keys = new PersonKeys(new MasterKey(Master));
        var people = Enumerable.Range(0, Trainees).Select(at => (Id: Person(at), Name: $"Made-up trainee {at}"))
            .Concat(Enumerable.Range(0, Groups).Select(at => (Id: Leader(at), Name: $"Made-up leader {at}")))
            .Select(person => (person.Id, person.Name, Made: keys.Make(Programme, person.Id))).ToList();
        await Copy(connection, "person", "programme_id, id, identity, made_from, made_at",
            people.Select(object[] (person) => [Programme, person.Id, new Identity(person.Name).Close(person.Made.Key), Hash, Made]));
        await Copy(connection, "person_key", "programme_id, person_id, wrapped", people.Select(object[] (person) => [Programme, person.Id, person.Made.Wrapped]));
        await Copy(connection, "discussion_group", "programme_id, id, key, name, site_id, form, made_from",
            Enumerable.Range(0, Groups).Select(object[] (group) => [Programme, Group(group), $"group-{group}", $"Group {group}", Id(1, group % Sites), "balint-group", Hash]));
        await Copy(connection, "mandate", "programme_id, id, group_id, person_id, kind, from_on, made_from",
            Enumerable.Range(0, Groups).Select(object[] (group) => [Programme, Id(4, group), Group(group), Leader(group), "leader", Start, Hash]));
        await Copy(connection, "membership", "programme_id, id, group_id, person_id, standing, from_on, made_from",
            Enumerable.Range(0, Trainees).Select(object[] (at) => [Programme, Id(5, at), Group(at / Members), Person(at), "member", Start, Hash]));
        await Copy(connection, "placement", "programme_id, id, person_id, site_id, role, grade, whole_time, working_days, from_on, until_on, grade_expected_to, made_from",
            Enumerable.Range(0, Trainees).Select(object[] (at) => [Programme, Id(6, at), Person(at), Id(1, at / Members % Sites), "trainee", "CT1", at % 5 == 0 ? 0.6m : 1m,
                at % 5 == 0 ? new short[] { 1, 2, 3 } : [1, 2, 3, 4, 5], Start, new DateOnly(2025, 8, 5), new DateOnly(2025, 8, 5), Hash]));
        await Copy(connection, "supervision", "programme_id, id, trainee_id, supervisor_id, from_on, kind, made_from",
            Enumerable.Range(0, Trainees).Select(object[] (at) => [Programme, Id(7, at), Person(at), Leader((at / Members + 1) % Groups), Start, "educational", Hash]));
        await Copy(connection, "session", "programme_id, id, group_id, held_on, starts_at, minutes, mode, state, leader_id, made_from",
            from week in Enumerable.Range(0, Weeks) from @group in Enumerable.Range(0, Groups)
            select new object[] { Programme, Session(@group, week), Group(@group), Start.AddDays(7 * week), new TimeOnly(15, 0), (short)60, "in-person", "signed", Leader(@group), Hash });
        await Copy(connection, "register_line", "programme_id, session_id, person_id, standing, attendance, minutes, presented, followed_up",
            from at in Enumerable.Range(0, Trainees) from week in Enumerable.Range(0, Weeks)
            select new object[] { Programme, Session(at / Members, week), Person(at), "member", "present", (short)60, week < Cases, false });
        var records = (from at in Enumerable.Range(0, Trainees) from number in Enumerable.Range(0, RecordsEach) select (At: at, Number: number)).ToList();
        await Copy(connection, "record", "programme_id, id, kind, person_id, session_id", records.Select(object[] (record) =>
            [Programme, Record(record), record.Number < Weeks ? "attendance" : "presentation", Person(record.At), Session(record.At / Members, record.Number % Weeks)]));
        // The signed bytes, some kilobytes each, lie apart from the rows and are not read: a few stand for them.
        await Copy(connection, "record_version",
            "programme_id, record_id, number, valid_from, provenance, minutes, mode, jwt, digests, key_id, status_list, status_index",
            records.Select(object[] (record, at) => [Programme, Record(record), 1, Made, "contemporaneous", (short)60, "in-person", Hash, Hash, Id(9, 0), 1, at]));
        var pack = KeptPack.Shipped(RequirementPacks.Find("uk-nw-core")!);
        await Copy(connection, "requirement_pack", "programme_id, key, version, document, hash, made_at", [[Programme, pack.Pack.Id, pack.Pack.Version, pack.Document, pack.Hash, Made]]);
        await Copy(connection, "requirement", "programme_id, id, person_id, pack, pack_version, from_on, made_from",
            Enumerable.Range(0, Trainees).Select(object[] (at) => [Programme, Id(10, at), Person(at), pack.Pack.Id, pack.Pack.Version, Start, Hash]));
        await Run(connection, "vacuum analyze");
    }

    public static async Task Copy(NpgsqlConnection connection, string table, string columns, IEnumerable<object[]> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} ({columns}) from stdin (format binary)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var value in row)
                await (value is DateTime time ? writer.WriteAsync(time, NpgsqlDbType.TimestampTz) : writer.WriteAsync(value));
        }
        await writer.CompleteAsync();
    }

    public static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private static Guid Person(int at) => Id(2, at);

    private static Guid Leader(int group) => Id(3, group);

    private static Guid Group(int group) => Id(11, group);

    private static Guid Session(int group, int week) => Id(12, (group * Weeks) + week);

    private static Guid Record((int At, int Number) record) => Id(13, (record.At * RecordsEach) + record.Number);

    public static Guid Id(int kind, int number) => Guid.Parse($"0198a000-{kind:x4}-7000-8000-{number:x12}");
}
