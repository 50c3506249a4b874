-- What platforms pull: connections, and a feed without gaps for each platform.

create table platform (
    programme_id uuid        not null references programme,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 200),
    secret_hash  bytea       not null,
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
    ended_at     timestamptz,
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, person_id) references person
);
-- One live permission per trainee and platform: a second would feed everything twice.
create unique index connection_one_live on connection (programme_id, platform_id, person_id) where ended_at is null;
create index connection_by_person on connection (programme_id, person_id);
call guard_tenant('connection', 'select, insert');
grant update (ended_at) on connection to portfolio_app;

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
    position      bigint  not null,
    change        text    not null check (change in ('issued', 'superseded', 'withdrawn', 'connected', 'removed')),
    connection_id uuid    not null,
    record_id     uuid,
    number        integer,
    primary key (programme_id, platform_id, position),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, connection_id) references connection,
    foreign key (programme_id, record_id, number) references record_version,
    constraint feed_entry_names_a_record check ((change in ('connected', 'removed')) = (record_id is null))
);
-- A connection's past is brought once, and it is removed once.
create unique index feed_entry_connection_once on feed_entry (programme_id, connection_id, change) where record_id is null;
call guard_tenant('feed_entry', 'select, insert');
call keep_for_ever('feed_entry');
