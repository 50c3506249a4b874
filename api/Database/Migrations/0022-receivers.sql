-- Receivers that a programme forbids, and trainees who are on their way to sign in at a platform.

create table receiver_setting (
    programme_id        uuid   not null references programme,
    -- ISO 3166-1 alpha-2.
    forbidden_countries text[] not null default '{}' check (cardinality(forbidden_countries) <= 250),
    -- A host stands for all below it too.
    forbidden_hosts     text[] not null default '{}' check (cardinality(forbidden_hosts) <= 200),
    -- Its row's lock keeps a platform that is being set apart from a receiver that is being forbidden.
    primary key (programme_id)
);
call guard_tenant('receiver_setting', 'select, insert');
grant update (forbidden_countries, forbidden_hosts) on receiver_setting to portfolio_app;

-- Why nothing goes there although trainees permit it: judged whenever either changes, because addresses are sealed.
alter table outward_platform add column forbidden text check (forbidden in ('country', 'host'));
grant update (forbidden) on outward_platform to portfolio_app;

-- What a platform sends back with a trainee who signed in there: for minutes, once, and for that trainee alone.
create table authorization_state (
    programme_id uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    platform_id  uuid        not null,
    person_id    uuid        not null,
    expires_at   timestamptz not null,
    primary key (programme_id, hash),
    foreign key (programme_id, platform_id, person_id) references outward_place
);
create index authorization_state_by_expiry on authorization_state (programme_id, expires_at);
call guard_tenant('authorization_state', 'select, insert, delete');
