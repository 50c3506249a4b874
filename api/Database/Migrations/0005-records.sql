-- What is signed: keys, records and their versions, and the programme's log.

-- A programme's pair of keys, RSA for the JWT and Ed25519 for the embedded proof: they sign records and the log's head, nothing else.
-- The private halves are wrapped by the master key.
create table signing_key (
    programme_id    uuid  not null references programme,
    id              uuid  not null,
    rsa_public      bytea not null,
    rsa_wrapped     bytea not null,
    -- Absent where OpenSSL 3 is: the JWT form alone.
    ed25519_public  bytea check (length(ed25519_public) = 32),
    ed25519_wrapped bytea check ((ed25519_wrapped is null) = (ed25519_public is null)),
    from_at         timestamptz not null,
    until_at        timestamptz check (until_at > from_at),
    -- The first log position that it is not believed for, once it was lost.
    lost_from       bigint check (lost_from >= 1),
    primary key (programme_id, id)
);
-- Two hosts making the first key at once make one.
create unique index signing_key_one_in_use on signing_key (programme_id) where until_at is null;
call guard_tenant('signing_key', 'select, insert');
grant update (until_at, lost_from) on signing_key to portfolio_app;

-- The keys that the service holds for one leader alone, with which that leader endorses what they sign.
create table leader_key (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    public_key   bytea       not null check (length(public_key) = 32),
    wrapped      bytea       not null,
    from_at      timestamptz not null,
    until_at     timestamptz check (until_at > from_at),
    lost_from    bigint      check (lost_from >= 1),
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person
);
-- Two first signatures of one leader at once use one key.
create unique index leader_key_one_in_use on leader_key (programme_id, person_id) where until_at is null;
call guard_tenant('leader_key', 'select, insert');
grant update (until_at, lost_from) on leader_key to portfolio_app;

create table record (
    programme_id uuid not null,
    id           uuid not null,
    kind         text not null check (kind in ('attendance', 'presentation', 'follow-up', 'leading', 'period-account', 'assessment',
                                               'recorded-elsewhere', 'verification')),
    person_id    uuid not null,
    session_id   uuid,
    group_id     uuid,
    -- The first day of an account's period.
    from_on      date,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, group_id) references discussion_group,
    constraint record_of_a_session check ((kind in ('attendance', 'presentation', 'follow-up', 'leading')) = (session_id is not null)),
    constraint record_of_a_period check ((kind = 'period-account') = (from_on is not null)),
    -- One record per person, session and kind, ever: two leaders signing at once give one set.
    constraint record_once unique (programme_id, session_id, person_id, kind)
);
-- One account per person, group and period: the next one is its next version.
create unique index record_account_once on record (programme_id, group_id, person_id, from_on) where kind = 'period-account';
create index record_by_person on record (programme_id, person_id, id);
call guard_tenant('record', 'select, insert');
call keep_for_ever('record');

create table record_version (
    programme_id uuid        not null,
    record_id    uuid        not null,
    number       integer     not null check (number >= 1),
    valid_from   timestamptz not null,
    provenance   text        not null check (provenance in ('contemporaneous', 'attested', 'imported')),
    -- The claim's figures, which progress counts; the issued bytes are sealed beside them.
    minutes      smallint,
    mode         text        check (mode in ('in-person', 'online')),
    jwt          bytea       not null,
    embedded     bytea,
    -- SHA-256 of each form as issued, the JWT's first; what the log holds.
    digests      bytea       not null check (length(digests) = case when embedded is null then 32 else 64 end),
    key_id       uuid        not null,
    status_list  integer     not null,
    status_index integer     not null check (status_index between 0 and 131071),
    primary key (programme_id, record_id, number),
    foreign key (programme_id, record_id) references record,
    foreign key (programme_id, key_id) references signing_key,
    -- Random in its list: a second draw of the same place is refused and drawn again.
    constraint record_version_status_once unique (programme_id, status_list, status_index)
);
call guard_tenant('record_version', 'select, insert');
call keep_for_ever('record_version');

-- The end of a version: superseded by the next, or withdrawn.
create table record_end (
    programme_id uuid        not null,
    record_id    uuid        not null,
    number       integer     not null,
    why          text        not null check (why in ('superseded', 'withdrawn')),
    ended_at     timestamptz not null,
    -- A version ends once: two corrections at once cannot both withdraw it.
    primary key (programme_id, record_id, number),
    foreign key (programme_id, record_id, number) references record_version
);
call guard_tenant('record_end', 'select, insert');
call keep_for_ever('record_end');

-- One row per programme. Its lock, taken by `update`, hands out positions, so they commit in order and without gaps.
create table log_head (
    programme_id uuid   not null references programme,
    position     bigint not null check (position >= 0),
    chain        bytea  not null check (length(chain) = 32),
    primary key (programme_id)
);
call guard_tenant('log_head', 'select, insert');
grant update (position, chain) on log_head to portfolio_app;

create table log_entry (
    programme_id uuid        not null references programme,
    position     bigint      not null check (position >= 1),
    kind         text        not null check (kind in ('register-signed', 'register-corrected', 'record-issued', 'record-superseded', 'record-withdrawn',
                                                      'key-rotated', 'key-lost')),
    -- A session, a record or a key.
    subject_id   uuid        not null,
    number       integer     not null,
    digests      bytea       not null check (length(digests) in (32, 64)),
    logged_at    timestamptz not null,
    chain        bytea       not null check (length(chain) = 32),
    primary key (programme_id, position)
);
create index log_entry_by_subject on log_entry (programme_id, subject_id);
call guard_tenant('log_entry', 'select, insert');
call keep_for_ever('log_entry');

-- The log's head as the programme signed it at the end of each append.
create table checkpoint (
    programme_id uuid        not null references programme,
    position     bigint      not null,
    chain        bytea       not null,
    signed_at    timestamptz not null,
    signature    text        not null,
    primary key (programme_id, position)
);
call guard_tenant('checkpoint', 'select, insert');
call keep_for_ever('checkpoint');
