using Npgsql;

namespace Portfolio.Api.Database;

/// <summary>Row-level security holds only for a role without power over the tables: looked at whenever the database is opened.</summary>
internal static class AppRole
{
    private const string Sql = """
        select current_user::text, r.rolsuper, r.rolbypassrls,
               (select string_agg(distinct pg_get_userbyid(c.relowner)::text, ', ')
                  from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm', 'f')
                   and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
                   and pg_has_role(c.relowner, 'member'))
          from pg_roles r
         where r.rolname = current_user
        """;

    /// <exception cref="RefusedException">The role could read what row-level security hides.</exception>
    internal static async Task Check(NpgsqlDataSource app, CancellationToken cancellation)
    {
        await using var command = app.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var (role, super, bypass) = (row.GetString(0), row.GetBoolean(1), row.GetBoolean(2));
        const string Why = "so row-level security would not hold for it. ";
        if (super || bypass)
            throw new RefusedException($"The app role {role} is a superuser or bypasses row-level security, {Why}As an administrator: "
                + $"alter role \"{role}\" nosuperuser nobypassrls");
        if (row.IsDBNull(3)) return;
        var owner = row.GetString(3);
        throw new RefusedException(owner == role
            ? $"The app role {role} owns tables, {Why}Run the migrations as another role, and as an administrator: reassign owned by \"{role}\" to that role."
            : $"The app role {role} is a member of {owner}, which owns tables, {Why}As an administrator: revoke \"{owner}\" from \"{role}\"");
    }
}
