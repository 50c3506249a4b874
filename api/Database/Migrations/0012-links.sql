-- A leader without an account: a letter with a link, a code, and the one register that they open.

-- Whether a programme lets leaders in by a link. No row means that it does.
create table link_setting (
    programme_id uuid        primary key references programme,
    leader_links boolean     not null,
    set_by       uuid,
    set_at       timestamptz not null
);
call guard_tenant('link_setting', 'select, insert');
grant update (leader_links, set_by, set_at) on link_setting to portfolio_app;

-- One leader's way to one session's register. What it opens is looked up at every use: the mandate, the day, the setting.
create table register_link (
    programme_id uuid        not null,
    id           uuid        not null,
    session_id   uuid        not null,
    person_id    uuid        not null,
    -- SHA-256 of the programme and 32 random bytes; the letter alone has them.
    hash         bytea       not null check (length(hash) = 32),
    until_on     date        not null,
    ended_at     timestamptz,
    ended_for    text        check (ended_for in ('replaced', 'revoked', 'switched-off')),
    -- How many codes were sent since one was right, and from when the next may be: each wait is longer than the one before.
    codes_sent   integer     not null default 0,
    next_code_at timestamptz not null,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, person_id) references person,
    constraint register_link_end_says_why check ((ended_at is null) = (ended_for is null))
);
create unique index register_link_by_hash on register_link (programme_id, hash);
-- Two tutors sending at once make one link: a token of it names session and leader, and so names the link.
create unique index register_link_one_live on register_link (programme_id, session_id, person_id) where ended_at is null;
call guard_tenant('register_link', 'select, insert');
grant update (ended_at, ended_for, codes_sent, next_code_at) on register_link to portfolio_app;

-- The newest code of a link, as a keyed hash: six digits would be found from a plain one in no time.
create table register_link_code (
    programme_id uuid        not null,
    link_id      uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    expires_at   timestamptz not null,
    -- Two guesses at once are two tries: the row's lock counts them.
    tries        smallint    not null check (tries between 0 and 5),
    -- A code opens once, whoever comes second with it.
    used_at      timestamptz,
    primary key (programme_id, link_id),
    foreign key (programme_id, link_id) references register_link
);
call guard_tenant('register_link_code', 'select, insert');
grant update (hash, expires_at, tries, used_at) on register_link_code to portfolio_app;

-- A browser or an app on which a leader need not type a code, for 90 days at most.
create table linked_device (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    -- What it is called, sealed under the leader's key.
    label        bytea       not null,
    until_at     timestamptz not null,
    used_at      timestamptz not null,
    ended_at     timestamptz,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person
);
create unique index linked_device_by_hash on linked_device (programme_id, hash);
create index linked_device_by_person on linked_device (programme_id, person_id);
call guard_tenant('linked_device', 'select, insert');
grant update (used_at, ended_at) on linked_device to portfolio_app;

-- Everything that was done with a link.
create table register_link_use (
    programme_id uuid        not null,
    id           uuid        not null,
    link_id      uuid        not null,
    what         text        not null check (what in ('sent', 'code-sent', 'code-wrong', 'confirmed', 'remembered', 'opened', 'reviewed', 'filled', 'cancelled',
                                                      'signed', 'corrected', 'ended')),
    -- The list that was seen, which is the only one that may be signed next; and the one that was signed.
    list_hash    bytea       check (length(list_hash) = 32),
    -- Who sent or ended it; nobody where it was used.
    by_person    uuid,
    used_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, link_id) references register_link,
    constraint register_link_use_lists check ((what in ('reviewed', 'signed', 'corrected')) = (list_hash is not null))
);
create index register_link_use_by_link on register_link_use (programme_id, link_id, id);
call guard_tenant('register_link_use', 'select, insert');
call keep_for_ever('register_link_use');

-- Who was told that a mandate ends. Hosts that tell at the same moment meet at this key: one of them does.
create table handover (
    programme_id uuid        not null,
    mandate_id   uuid        not null,
    -- A mandate whose last day moves is told about again.
    until_on     date        not null,
    unsigned     integer     not null,
    told_at      timestamptz not null,
    primary key (programme_id, mandate_id, until_on),
    foreign key (programme_id, mandate_id) references mandate
);
call guard_tenant('handover', 'select, insert');
call keep_for_ever('handover');
