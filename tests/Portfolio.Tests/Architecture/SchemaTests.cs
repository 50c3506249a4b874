using Dapper;
using Npgsql;

namespace Portfolio.Tests.Architecture;

/// <summary>The programme is the tenant: what every table must wear, asked of the database itself.</summary>
public sealed class SchemaTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    // The tables that belong to no programme, and the one that everybody reads because programmes publish in it. The list stays this short.
    private const string WithoutProgramme = "'programme', 'protection_key', 'published_framework', 'schema_migration'";

    private const string Guard = "(programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)";

    // What may be deleted: what was published, keys and check-ins on erasure, meetings that nobody led, staged sheets of paper, tokens, assertions, nonces, links for registering, refreshing and signing in, codes, states, shares, steps of signing in and waits when they end, and the lines of a register that is replaced as a whole.
    private static readonly string[] MayBeDeleted =
        ["access_token", "authorization_code", "authorization_state", "check_in", "client_assertion", "lti_nonce", "lti_offer", "meeting", "paper_name", "paper_sheet", "paper_sheet_name", "person_key", "published_framework", "record_share", "refresh_token", "register_line", "sign_in_step", "sign_in_wait"];

    [Fact]
    public async Task Every_table_of_a_programme_has_it_first_in_its_primary_key_and_in_each_index() => Assert.Empty(await Faults($"""
        select i.indexrelid::regclass || ' of ' || t.relname
        from pg_index i join pg_class t on t.oid = i.indrelid
        where t.relnamespace = 'public'::regnamespace and t.relname not in ({WithoutProgramme})
          and (select attname from pg_attribute where attrelid = t.oid and attnum = i.indkey[0]) is distinct from 'programme_id'
        union all
        select t.relname || ' has no primary key' from pg_class t
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not exists (select from pg_index where indrelid = t.oid and indisprimary)
        """));

    [Fact]
    public async Task Every_table_of_a_programme_is_guarded_by_row_for_its_owner_too() => Assert.Empty(await Faults($$"""
        select t.relname::text from pg_class t
        where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname not in ({{WithoutProgramme}})
          and (not t.relrowsecurity or not t.relforcerowsecurity
               or (select array_agg(p.polcmd::text || coalesce(pg_get_expr(p.polqual, t.oid), '') || coalesce(pg_get_expr(p.polwithcheck, t.oid), '')
                                    || p.polpermissive || p.polroles::text) from pg_policy p where p.polrelid = t.oid)
                  is distinct from array['*' || @guard || @guard || 'true' || '{0}'])
        """, new { guard = Guard }));

    [Fact]
    public async Task Nothing_but_plain_tables_holds_what_belongs_to_a_programme() => Assert.Empty(await Faults("""
        select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I')
        """));

    [Fact]
    public async Task The_app_may_read_and_add_and_little_else()
    {
        var grants = (await Rows<(string Table, string Privilege)>("""
            select t.relname::text, g.privilege_type::text
            from pg_class t, aclexplode(t.relacl) g
            where t.relnamespace = 'public'::regnamespace and g.grantee = 'portfolio_app'::regrole
            """)).ToLookup(grant => grant.Privilege, grant => grant.Table);

        Assert.Equal(["DELETE", "INSERT", "SELECT", "UPDATE"], grants.Select(privilege => privilege.Key).Order());
        Assert.Equal(MayBeDeleted, grants["DELETE"].Order());
        // Everywhere else a change is granted column by column.
        Assert.Equal(["register_line"], grants["UPDATE"]);
        Assert.DoesNotContain("schema_migration", grants["SELECT"]);
        Assert.Empty(await Faults("""
            select t.relname || '.' || a.attname
            from pg_class t join pg_attribute a on a.attrelid = t.oid, aclexplode(a.attacl) g
            where t.relnamespace = 'public'::regnamespace and g.grantee = 'portfolio_app'::regrole
              and (g.privilege_type <> 'UPDATE' or a.attname in ('programme_id', 'made_by', 'made_at')
                   -- A digest of a body that held a name goes when the name does.
                   or a.attname = 'made_from' and t.relname not in ('programme', 'person', 'appointment', 'address')
                   or exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary and a.attnum = any(i.indkey)))
            """));
    }

    [Fact]
    public async Task What_is_kept_for_ever_can_be_neither_changed_nor_deleted_by_the_app() => Assert.Empty(await Faults("""
        select t.relname::text from pg_class t join pg_trigger g on g.tgrelid = t.oid and g.tgname = 'append_only'
        -- Of a version the bytes may go, which its own trigger tells from every other change.
        where has_table_privilege('portfolio_app', t.oid, 'update, delete, truncate')
           or (has_any_column_privilege('portfolio_app', t.oid, 'update') and (t.relname <> 'record_version' or g.tgfoid <> 'refuse_change_but_erasing()'::regprocedure))
           or exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and a.attname not in ('jwt', 'embedded') and has_column_privilege('portfolio_app', t.oid, a.attnum, 'update'))
           or not exists (select from pg_trigger w where w.tgrelid = t.oid and w.tgname = 'append_only_whole')
        union all
        select needed from unnest(array['framework_version', 'record', 'record_version', 'record_end', 'log_entry', 'checkpoint', 'register_version', 'feed_entry', 'audit_entry']) needed
        where not exists (select from pg_trigger where tgrelid = needed::regclass and tgname = 'append_only')
        """));

    [Fact]
    public async Task Nobody_else_has_a_grant_and_the_app_owns_nothing() => Assert.Empty(await Faults("""
        select t.relname || ' to ' || g.grantee::regrole
        from pg_class t, aclexplode(t.relacl) g
        where t.relnamespace = 'public'::regnamespace and g.grantee not in ('portfolio_app'::regrole, t.relowner)
        union all select relname || ' is owned by the app' from pg_class where relowner = 'portfolio_app'::regrole
        union all select proname || ' runs with its owner''s power' from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        """));

    private Task<List<string>> Faults(string sql, object? values = null) => Rows<string>(sql, values);

    private async Task<List<T>> Rows<T>(string sql, object? values = null)
    {
        await using var connection = new NpgsqlConnection(await test.Superuser());
        return (await connection.QueryAsync<T>(sql, values)).AsList();
    }
}
