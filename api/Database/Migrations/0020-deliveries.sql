-- Where records went: platforms that are written to, trainees' places there, and the ledger of every delivery.

-- A programme's keys for signing to platforms (xAPI statements, client assertions): never one that records are signed with.
create table platform_key (
    programme_id uuid        not null references programme,
    id           uuid        not null,
    -- Self-signed, DER: it holds the public half.
    certificate  bytea       not null,
    wrapped      bytea       not null,
    from_at      timestamptz not null,
    until_at     timestamptz check (until_at > from_at),
    primary key (programme_id, id)
);
-- Two hosts making the first key at once make one.
create unique index platform_key_one_in_use on platform_key (programme_id) where until_at is null;
call guard_tenant('platform_key', 'select, insert');
grant update (until_at) on platform_key to portfolio_app;

-- A platform that is written to, by which adapter, and what the programme set for it.
create table outward_platform (
    programme_id uuid        not null,
    platform_id  uuid        not null,
    adapter      text        not null check (adapter ~ '^[a-z0-9-]{1,40}$'),
    -- Addresses and credentials, sealed.
    settings     bytea       not null,
    -- Who receives, in which country (ISO 3166-1 alpha-2), on which agreement: what a trainee is told before permitting anything.
    receiver     text        not null check (length(receiver) between 1 and 200),
    country      text        not null check (country ~ '^[A-Z]{2}$'),
    agreement    text        not null check (length(agreement) between 1 and 500),
    most_at_once smallint    not null check (most_at_once between 1 and 64),
    set_at       timestamptz not null,
    -- How far of the programme's log its ledger is brought up. Its row's lock keeps two hosts that bring or claim apart.
    log_position bigint      not null default 0,
    -- It said that it is busy: nothing is sent before.
    rests_until  timestamptz,
    primary key (programme_id, platform_id),
    foreign key (programme_id, platform_id) references platform
);
call guard_tenant('outward_platform', 'select, insert');
grant update (settings, receiver, country, agreement, most_at_once, set_at, log_position, rests_until) on outward_platform to portfolio_app;

-- A trainee's place at such a platform, whichever permission holds there today: what goes there goes in turn, one at a time.
create table outward_place (
    programme_id  uuid        not null,
    platform_id   uuid        not null,
    person_id     uuid        not null,
    id            uuid        not null,
    -- What the trainee set, and what the adapter noted (tokens, their id there): sealed, and destroyed once nothing is left to take back.
    settings      bytea,
    notes         bytea,
    -- The permission whose past was brought; nothing before, and after it ended.
    brought_for   uuid,
    -- What a person has to do before anything goes on, as a code; nothing while it goes.
    needs         text        check (needs ~ '^[a-z]+(-[a-z]+)*$'),
    needs_since   timestamptz,
    -- When the person was last told.
    told_at       timestamptz,
    -- When something is next due; nothing where nothing is.
    due_at        timestamptz,
    -- Which host works on it, until when it is believed to live. It changes with each claim, so that a host that was thought dead writes nothing.
    lease         uuid,
    leased_until  timestamptz check ((leased_until is null) = (lease is null)),
    -- Two hosts that bring at once make one place.
    primary key (programme_id, platform_id, person_id),
    foreign key (programme_id, platform_id) references outward_platform,
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, brought_for) references connection,
    constraint outward_place_id unique (programme_id, id),
    constraint outward_place_needs check ((needs is null) = (needs_since is null))
);
create index outward_place_due on outward_place (programme_id, platform_id, due_at) where due_at is not null and needs is null;
create index outward_place_leased on outward_place (programme_id, platform_id) where lease is not null;
call guard_tenant('outward_place', 'select, insert');
grant update (settings, notes, brought_for, needs, needs_since, told_at, due_at, lease, leased_until) on outward_place to portfolio_app;

-- The ledger: one row for each version of a record and each place.
create table delivery (
    programme_id  uuid        not null,
    id            uuid        not null,
    platform_id   uuid        not null,
    person_id     uuid        not null,
    record_id     uuid        not null,
    number        integer     not null,
    -- In which order they go: the log's.
    log_position  bigint      not null,
    -- Whether it is to be there, or gone from there.
    wanted        text        not null default 'there' check (wanted in ('there', 'gone')),
    state         text        not null default 'due' check (state in ('due', 'sending', 'accepted', 'refused', 'unknown', 'parked', 'withdrawn')),
    -- Why it is refused, unknown or parked, as a code.
    reason        text        check (reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    -- Something was sent of which it is not known whether it arrived.
    doubt         boolean     not null default false,
    -- What the platform answered (its id, its URL), and steps that are done: sealed.
    receipt       bytea,
    steps         bytea,
    tries         smallint    not null default 0 check (tries >= 0),
    -- Since when it is tried: two weeks later it is parked.
    since         timestamptz not null,
    due_at        timestamptz,
    accepted_at   timestamptz,
    withdrawn_at  timestamptz,
    primary key (programme_id, id),
    foreign key (programme_id, platform_id, person_id) references outward_place,
    foreign key (programme_id, record_id, number) references record_version,
    constraint delivery_due check ((state in ('due', 'sending')) = (due_at is not null)),
    constraint delivery_reason check ((state in ('refused', 'unknown', 'parked')) = (reason is not null)),
    constraint delivery_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
    -- Whatever order hosts bring things in, a version goes to a place once.
    constraint delivery_once unique (programme_id, platform_id, person_id, record_id, number)
);
create index delivery_in_turn on delivery (programme_id, platform_id, person_id, log_position) where state in ('due', 'sending');
create index delivery_by_record on delivery (programme_id, record_id);
create index delivery_by_person on delivery (programme_id, person_id, id);
create index delivery_stuck on delivery (programme_id, state, platform_id) where state in ('refused', 'unknown', 'parked');
call guard_tenant('delivery', 'select, insert');
grant update (wanted, state, reason, doubt, receipt, steps, tries, since, due_at, accepted_at, withdrawn_at) on delivery to portfolio_app;

-- Every attempt. It is kept before the first byte is sent: one that never ended is one whose answer was lost.
create table delivery_attempt (
    programme_id uuid        not null,
    delivery_id  uuid        not null,
    number       smallint    not null check (number >= 1),
    act          text        not null check (act in ('deliver', 'replace', 'withdraw', 'find')),
    started_at   timestamptz not null,
    ended_at     timestamptz,
    outcome      text        check (outcome in ('accepted', 'already-there', 'not-there', 'try-later', 'refused', 'needs-person', 'no-answer')),
    -- The code of the outcome, and the platform's answer in codes: never its words.
    code         text        check (length(code) <= 60),
    said         text        check (length(said) <= 200),
    primary key (programme_id, delivery_id, number),
    foreign key (programme_id, delivery_id) references delivery,
    constraint delivery_attempt_ended check ((ended_at is null) = (outcome is null))
);
call guard_tenant('delivery_attempt', 'select, insert');
grant update (ended_at, outcome, code, said) on delivery_attempt to portfolio_app;

-- Whoever delivers is told at once, on whichever host, when there may be something to deliver: a signature, a permission, a place that a person has seen to.
create function tell_deliveries() returns trigger language plpgsql as $$
begin
    perform pg_notify('portfolio_deliveries', new.programme_id::text);
    return null;
end $$;
create trigger tell_deliveries after update of position on log_head for each row execute function tell_deliveries();
create trigger tell_deliveries after insert or update of ended_at on connection for each row execute function tell_deliveries();
create trigger tell_deliveries after update of paused_at, ended_at on platform for each row execute function tell_deliveries();
create trigger tell_deliveries after insert or update of settings on outward_platform for each row execute function tell_deliveries();
create trigger tell_deliveries after update of needs, settings on outward_place for each row execute function tell_deliveries();
