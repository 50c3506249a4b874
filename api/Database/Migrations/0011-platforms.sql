-- Platforms that sign in by key or by secret, both of which roll over; and permissions that begin with a platform's own request.

-- Where trainees may be sent back to, compared letter by letter.
alter table platform add column redirect_uris text[] not null default '{}' check (cardinality(redirect_uris) <= 10);
-- A platform's public keys as a JWK Set (RFC 7517), or where they are fetched from.
alter table platform add column keys text check (length(keys) <= 65536);
alter table platform add column keys_url text check (length(keys_url) <= 2000);
alter table platform add constraint platform_keys_one_way check (keys is null or keys_url is null);
-- Paused: it stays as it is, and gets nothing until it goes on.
alter table platform add column paused_at timestamptz;
alter table platform add column ended_at timestamptz;
grant update (redirect_uris, keys, keys_url, paused_at, ended_at) on platform to portfolio_app;

create table platform_secret (
    programme_id uuid        not null,
    id           uuid        not null,
    platform_id  uuid        not null,
    slot         smallint    not null check (slot in (1, 2)),
    -- SHA-256 of 32 random bytes: nothing to guess, so nothing to slow down.
    hash         bytea       not null check (length(hash) = 32),
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    ended_at     timestamptz check (ended_at >= made_at),
    primary key (programme_id, id),
    foreign key (programme_id, platform_id) references platform
);
-- Two live ones while they roll over, and no third, however many tutors make one at once.
create unique index platform_secret_two_live on platform_secret (programme_id, platform_id, slot) where ended_at is null;
-- The owner reads one programme at a time too; what is moved is of all.
alter table platform no force row level security;
insert into platform_secret (programme_id, id, platform_id, slot, hash, made_by, made_from, made_at)
select programme_id, gen_random_uuid(), id, 1, secret_hash, made_by, made_from, made_at from platform;
alter table platform force row level security;
alter table platform drop column secret_hash;
call guard_tenant('platform_secret', 'select, insert');
grant update (ended_at) on platform_secret to portfolio_app;

-- What a platform has signed in with, until it would be refused for its age.
create table client_assertion (
    programme_id uuid        not null,
    platform_id  uuid        not null,
    jti_hash     bytea       not null check (length(jti_hash) = 32),
    expires_at   timestamptz not null,
    -- An assertion is taken once, by whichever host it is shown to.
    primary key (programme_id, platform_id, jti_hash),
    foreign key (programme_id, platform_id) references platform
);
create index client_assertion_by_expiry on client_assertion (programme_id, expires_at);
call guard_tenant('client_assertion', 'select, insert, delete');

-- What a trainee permitted at a platform's request, until the platform fetches it; used ones stay for a day, so that a second use is known.
create table authorization_code (
    programme_id  uuid        not null,
    hash          bytea       not null check (length(hash) = 32),
    platform_id   uuid        not null,
    person_id     uuid        not null,
    kinds         text[]      not null check (cardinality(kinds) > 0),
    redirect_uri  text        not null check (length(redirect_uri) <= 2000),
    challenge     text        not null check (challenge ~ '^[A-Za-z0-9_-]{43}$'),
    expires_at    timestamptz not null,
    used_at       timestamptz,
    -- What came of it.
    connection_id uuid,
    primary key (programme_id, hash),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, connection_id) references connection
);
create index authorization_code_by_expiry on authorization_code (programme_id, expires_at);
call guard_tenant('authorization_code', 'select, insert, delete');
grant update (used_at, connection_id) on authorization_code to portfolio_app;
