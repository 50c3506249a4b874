-- The ground: the tenant, and the guard that every tenant table wears.

create extension if not exists btree_gist;

-- The programme is the tenant: the one table that is read before a programme is known, so it holds nothing about a person.
create table programme (
    id            uuid        primary key,
    key           text        not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name          text        not null check (length(name) between 1 and 200),
    time_zone     text        not null,
    demonstration boolean     not null,
    -- Fixed when the programme is made: a record's issuer must not move when the service does.
    issuer        text        not null check (issuer like 'did:web:%'),
    made_by       uuid,
    made_from     bytea       not null,
    made_at       timestamptz not null
);

-- Row-level security is forced, so that even the owner of a table reads one programme at a time.
create procedure guard_tenant(tenant_table regclass, privileges text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy one_programme on %s using (programme_id = nullif(current_setting(''app.programme'', true), '''')::uuid)'
        ' with check (programme_id = nullif(current_setting(''app.programme'', true), '''')::uuid)', tenant_table);
    execute format('grant %s on %s to portfolio_app', privileges, tenant_table);
end $$;

-- What is signed or logged stays as it was written, whoever asks: correcting is a new row.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;

create procedure keep_for_ever(append_only_table regclass) language plpgsql as $$
begin
    execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', append_only_table);
    execute format('create trigger append_only_whole before truncate on %s execute function refuse_change()', append_only_table);
end $$;

grant usage on schema public to portfolio_app;
grant select, insert on programme to portfolio_app;

-- The date in the programme's own time zone: mandates and deadlines are judged there.
create function local_date(tenant uuid, at timestamptz) returns date language sql stable
    return (select (at at time zone time_zone)::date from programme where id = tenant);

-- Whether a dated fact holds on a day; no last day means it still does.
create function in_force(from_on date, until_on date, on_day date) returns boolean language sql immutable
    return on_day >= from_on and (until_on is null or on_day <= until_on);
