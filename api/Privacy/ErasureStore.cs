using System.Security.Cryptography;
using Portfolio.Api.Database;
using Portfolio.Api.Records;

namespace Portfolio.Api.Privacy;

/// <summary>A person as an erasure finds them.</summary>
/// <param name="HasKey">Whether anything sealed about them can still be opened.</param>
/// <param name="HeldSince">When the newest hold in force was placed.</param>
/// <param name="ErasedAt">When the log last said that they were erased.</param>
internal sealed record ErasureState(bool HasKey, DateTimeOffset? HeldSince, DateTimeOffset? ErasedAt);

/// <summary>A version whose bytes are gone.</summary>
internal sealed record ErasedVersion(Guid RecordId, int Number, byte[] Digests)
{
    public LogFact Fact => new("record-erased", RecordId, Number, Digests);
}

/// <summary>Where a person stands in the tables, and what an erasure leaves of that. A test holds these statements against the database, table by table.</summary>
internal static class ErasureStore
{
    /// <summary>Tables that name a person and are left as they are, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Left = new Dictionary<string, string>
    {
        ["clock_stop"] = "dates without a reason, under an id that nothing names any more",
        ["record"] = "which records there were: counts and log refer to them",
        ["register_version"] = "the register as it was signed, by id; a reason is sealed under the key that is gone",
        ["session"] = "who led, by id",
        ["agreement_acceptance"] = "who accepted, by id",
        ["confirmation_round"] = "which passages there were, by id; a reason is sealed under the key that is gone",
        ["confirmation"] = "what was confirmed when, by id; what was seen is sealed under the key that is gone",
        ["confirmation_question"] = "that something was asked, by id; question and answer are sealed under the key that is gone",
        ["evidence_pack"] = "digests of what was shown; file and paper are sealed under the key that is gone",
        ["panel_note"] = "that a rule was ticked or asked about, by id; question and answer are sealed under the key that is gone",
        ["upload_pack"] = "that something was made to be uploaded, by id; its text is sealed under the key that is gone",
        ["session_query"] = "that something was said, by id; its words are sealed under the key that is gone",
        ["outward_place"] = "what is out there is still to be taken back: how to get there goes as soon as nothing is left",
        ["delivery"] = "what went where, by ids and codes, until it is taken back there and for ever after",
        ["lti_course"] = "who linked a course to a group, by id",
        ["legal_hold"] = "its reason is sealed under the key that is gone",
        ["digest_setting"] = "whether weekly letters came, by id",
        ["digest"] = "in which weeks something was told, by id, with the code of a state",
        ["privacy_setting"] = "who changed the programme's settings, by id",
    };

    /// <summary>What ends or goes, in this order; the key last. Nothing that is kept for others is among it.</summary>
    public static readonly IReadOnlyList<(string Table, string Sql)> Steps =
    [
        ("access_token", "delete from access_token where programme_id = @Programme and person_id = @person"),
        ("sign_in", """
            update sign_in set handle_hash = null, detail = null, ended_at = coalesce(ended_at, greatest(@now, added_at)) where programme_id = @Programme and person_id = @person
            """),
        ("invitation", "update invitation set ended_at = @now where programme_id = @Programme and person_id = @person and ended_at is null"),
        ("address", """
            update address set hash = @nothing, content = ''::bytea, made_from = @nothing, ended_at = coalesce(ended_at, @now)
            where programme_id = @Programme and person_id = @person
            """),
        ("authorization_code", "delete from authorization_code where programme_id = @Programme and person_id = @person"),
        ("authorization_state", "delete from authorization_state where programme_id = @Programme and person_id = @person"),
        ("register_link", "update register_link set ended_at = @now, ended_for = 'revoked' where programme_id = @Programme and person_id = @person and ended_at is null"),
        ("linked_device", "update linked_device set ended_at = @now where programme_id = @Programme and person_id = @person and ended_at is null"),
        ("calendar_address", "update calendar_address set ended_at = greatest(@now, given_at) where programme_id = @Programme and person_id = @person and ended_at is null"),
        ("export_order", "update export_order set taken_at = @now where programme_id = @Programme and person_id = @person and taken_at is null"),
        ("sign_in_step", "delete from sign_in_step where programme_id = @Programme and person_id = @person"),
        ("paper_name", "delete from paper_name where programme_id = @Programme and person_id = @person"),
        ("paper_sheet_name", "delete from paper_sheet_name where programme_id = @Programme and person_id = @person"),
        ("letter", "update letter set content = null, failed_with = 'person-erased' where programme_id = @Programme and person_id = @person and content is not null"),
        ("connection", "update connection set ended_at = greatest(@now, connected_at) where programme_id = @Programme and person_id = @person and ended_at is null"),
        ("membership", Ends("membership", "person_id = @person")),
        ("mandate", Ends("mandate", "person_id = @person")),
        ("qualification", Ends("qualification", "person_id = @person")),
        ("profession", Ends("profession", "person_id = @person")),
        ("meeting", "delete from meeting where programme_id = @Programme and person_id = @person"),
        ("placement", Ends("placement", "person_id = @person")),
        ("requirement", Ends("requirement", "person_id = @person")),
        ("supervision", Ends("supervision", "@person in (trainee_id, supervisor_id)")),
        ("appointment", Ends("appointment", "person_id = @person")),
        ("appointment", "update appointment set made_from = @nothing where programme_id = @Programme and person_id = @person"),
        ("register_line", """
            delete from register_line l using session s
            where l.programme_id = @Programme and l.person_id = @person and s.programme_id = l.programme_id and s.id = l.session_id and s.state = 'open'
            """),
        ("check_in", "delete from check_in where programme_id = @Programme and person_id = @person"),
        // What was not signed yet ends: nobody is left to read it, or to sign it.
        ("assessment", """
            update assessment set state = 'withdrawn', withdrawn_at = @now, version = version + 1
            where programme_id = @Programme and @person in (person_id, assessor_id) and state in ('draft', 'released')
            """),
        ("assessment", "update assessment set ratings = null, feedback = null, comment = null, reason = null where programme_id = @Programme and person_id = @person"),
        ("recorded_elsewhere", "update recorded_elsewhere set detail = null, reason = null where programme_id = @Programme and person_id = @person"),
        ("leader_key", """
            update leader_key set wrapped = null, until_at = coalesce(until_at, greatest(@now, from_at + interval '1 microsecond',
                (select max(valid_from) from record_version v where v.programme_id = leader_key.programme_id)))
            where programme_id = @Programme and person_id = @person
            """),
        // The body that made the programme named its first tutor.
        ("programme", "update programme set made_from = @nothing where id = @Programme"),
        ("person", """
            update person set identity = ''::bytea, key_hash = null, email_hash = null, number_hash = null, made_from = @nothing
            where programme_id = @Programme and id = @person
            """),
        ("person_key", "delete from person_key where programme_id = @Programme and person_id = @person"),
    ];

    /// <summary>The person, held until the transaction ends; nothing where there never was one.</summary>
    public static async Task<ErasureState?> Lock(Work work, Guid person)
    {
        // On its own: what is read next must see what whoever held it before has committed.
        const string Hold = "select id from person where programme_id = @Programme and id = @person for no key update";
        const string State = """
            select exists (select 1 from person_key where programme_id = @Programme and person_id = @person) as has_key,
                   (select max(placed_at) from legal_hold where programme_id = @Programme and person_id = @person and lifted_at is null) as held_since,
                   (select max(logged_at) from log_entry where programme_id = @Programme and subject_id = @person and kind = 'person-erased') as erased_at
            """;
        return await work.Row<Guid?>(Hold, new { work.Programme, person }) is null ? null : await work.Row<ErasureState>(State, new { work.Programme, person });
    }

    /// <summary>Versions that still stand.</summary>
    public static Task<List<LatestVersion>> Standing(Work work, Guid person) => work.Rows<LatestVersion>("""
        select r.id as record_id, r.session_id, r.person_id, r.kind, v.number, v.digests, v.valid_from, null::text as ended
        from record r join record_version v on v.programme_id = r.programme_id and v.record_id = r.id
        where r.programme_id = @Programme and r.person_id = @person
          and not exists (select 1 from record_end e where e.programme_id = v.programme_id and e.record_id = v.record_id and e.number = v.number)
        order by r.id, v.number
        """, new { work.Programme, person });

    public static Task<List<ErasedVersion>> EraseBytes(Work work, Guid person) => work.Rows<ErasedVersion>("""
        update record_version v set jwt = null, embedded = null from record r
        where v.programme_id = @Programme and r.programme_id = v.programme_id and r.id = v.record_id and r.person_id = @person and v.jwt is not null
        returning v.record_id, v.number, v.digests
        """, new { work.Programme, person });

    public static async Task Destroy(Work work, Guid person, DateTimeOffset now, DateOnly today)
    {
        var values = new { work.Programme, person, now, today, nothing = RandomNumberGenerator.GetBytes(32) };
        foreach (var (_, sql) in Steps)
            await work.Run(sql, values);
    }

    // What has not begun lasts a day, so that it has an end: nobody can act under it.
    private static string Ends(string table, string whose) => $"""
        update {table} set until_on = greatest(@today, from_on) where programme_id = @Programme and {whose} and (until_on is null or until_on > greatest(@today, from_on))
        """;
}
