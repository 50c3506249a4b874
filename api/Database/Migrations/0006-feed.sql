-- What platforms pull: connections, and a feed without gaps for each platform.

create table platform (
    programme_id uuid        not null references programme,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 200),
    -- SHA-256 of 32 random bytes: nothing to guess, so nothing to slow down.
    secret_hash  bytea       not null check (length(secret_hash) = 32),
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id)
);
call guard_tenant('platform', 'select, insert');
alter table access_token add constraint access_token_platform foreign key (programme_id, platform_id) references platform;

-- The trainee's permission: this platform, these kinds, from then until ended.
create table connection (
    programme_id uuid        not null,
    id           uuid        not null,
    platform_id  uuid        not null,
    person_id    uuid        not null,
    -- How this platform knows this trainee: the same person is somebody else on another platform.
    pairwise_id  uuid        not null,
    kinds        text[]      not null check (kinds <@ array['attendance', 'presentation', 'follow-up', 'leading', 'period-account', 'assessment',
                                                         'recorded-elsewhere', 'verification'] and cardinality(kinds) > 0),
    connected_at timestamptz not null,
    ended_at     timestamptz check (ended_at >= connected_at),
    -- Whether this platform's feed has its past, or has its removal; it never goes back.
    feed         text        not null default 'waiting' check (feed in ('waiting', 'fed', 'over')),
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, person_id) references person
);
-- One live permission per trainee and platform: a second would feed everything twice.
create unique index connection_one_live on connection (programme_id, platform_id, person_id) where ended_at is null;
create index connection_by_person on connection (programme_id, person_id);
-- What a poller asks about every time.
create index connection_waiting on connection (programme_id, platform_id) where feed = 'waiting';
call guard_tenant('connection', 'select, insert');
grant update (ended_at, feed) on connection to portfolio_app;

-- How far the feed is filled: its own positions, and the log position it has read. The row's lock keeps two fillers apart.
create table feed_head (
    programme_id uuid   not null,
    platform_id  uuid   not null,
    position     bigint not null default 0,
    log_position bigint not null default 0,
    primary key (programme_id, platform_id),
    foreign key (programme_id, platform_id) references platform
);
call guard_tenant('feed_head', 'select, insert');
grant update (position, log_position) on feed_head to portfolio_app;

create table feed_entry (
    programme_id  uuid    not null,
    platform_id   uuid    not null,
    position      bigint  not null check (position >= 1),
    change        text    not null check (change in ('issued', 'superseded', 'withdrawn', 'removed')),
    connection_id uuid    not null,
    record_id     uuid,
    number        integer,
    -- Two fillers at once cannot both write a position.
    primary key (programme_id, platform_id, position),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, connection_id) references connection,
    foreign key (programme_id, record_id, number) references record_version,
    constraint feed_entry_names_a_record check ((change = 'removed') = (record_id is null) and (record_id is null) = (number is null)),
    -- Whatever order fillers come in, a connection brings each change of a version once, and its removal once.
    constraint feed_entry_once unique nulls not distinct (programme_id, connection_id, record_id, number, change)
);
call guard_tenant('feed_entry', 'select, insert');
call keep_for_ever('feed_entry');
