-- What happened: sessions and their registers.

create table session (
    programme_id  uuid     not null,
    id            uuid     not null,
    group_id      uuid     not null,
    -- A local date and start in the programme's time zone: mandates and deadlines are judged there.
    held_on       date     not null check (held_on between '1990-01-01' and '2199-12-31'),
    starts_at     time     not null,
    minutes       smallint not null check (minutes between 1 and 600),
    mode          text     check (mode in ('in-person', 'online')),
    state         text     not null check (state in ('open', 'signed', 'cancelled')),
    cancelled_for text     check (cancelled_for in ('leader-unavailable', 'industrial-action', 'holiday', 'other')),
    -- The local day on which it was called off, by which a forecast knows since when it was no longer planned. Paper does not say.
    cancelled_on  date     check (cancelled_on is null or state = 'cancelled'),
    leader_id     uuid,
    co_leader_id  uuid,
    -- What the caller saw: every change moves it, so a stale change is refused.
    version       integer  not null default 1,
    made_by       uuid,
    made_from     bytea    not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    foreign key (programme_id, leader_id) references person,
    foreign key (programme_id, co_leader_id) references person,
    -- Two leaders opening the same hour at once make one session.
    constraint session_once unique (programme_id, group_id, held_on, starts_at),
    constraint session_cancelled_says_why check ((state = 'cancelled') = (cancelled_for is not null)),
    constraint session_signed_has_leader check (state <> 'signed' or (leader_id is not null and mode is not null)),
    constraint session_two_leaders_differ check (leader_id <> co_leader_id)
);
call guard_tenant('session', 'select, insert');
grant update (minutes, mode, state, cancelled_for, cancelled_on, leader_id, co_leader_id, version) on session to portfolio_app;

-- The register as it stands. Why a person was away is never asked, so there is no column for it.
create table register_line (
    programme_id uuid     not null,
    session_id   uuid     not null,
    person_id    uuid     not null,
    standing     text     not null check (standing in ('member', 'visiting-member', 'member-without-requirement', 'taster', 'observer')),
    attendance   text     not null check (attendance in ('present', 'partial', 'apologies', 'not-expected', 'absent')),
    minutes      smallint not null check (minutes between 0 and 600),
    mode         text     check (mode in ('in-person', 'online')),
    presented    boolean  not null,
    followed_up  boolean  not null,
    -- The date of the earlier case, for the presenter and the leaders: in no signed, fed or pushed byte.
    follow_up_of date,
    primary key (programme_id, session_id, person_id),
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, person_id) references person,
    constraint register_line_minutes_fit check ((attendance in ('present', 'partial')) = (minutes > 0)),
    constraint register_line_presenter_was_there check (attendance in ('present', 'partial') or not (presented or followed_up)),
    constraint register_line_follow_up_of check (follow_up_of is null or followed_up)
);
create index register_line_by_person on register_line (programme_id, person_id);
call guard_tenant('register_line', 'select, insert, update, delete');

-- Every register that was ever signed, in order: 1 is the sign-off, the rest are corrections.
create table register_version (
    programme_id uuid        not null,
    session_id   uuid        not null,
    number       integer     not null check (number >= 1),
    provenance   text        not null check (provenance in ('contemporaneous', 'attested', 'imported')),
    -- The lines as signed, by person id; a name is never here.
    lines        jsonb       not null,
    list_hash    bytea       not null check (length(list_hash) = 32),
    -- What each endorsement holds is the hash of salt and list hash: the salt keeps a holder from guessing who else was there.
    list_salt    bytea       not null check (length(list_salt) = 32),
    -- Nobody of the programme for what came from paper: who imported it stands in each record.
    signed_by    uuid        check (signed_by is not null or provenance = 'imported'),
    signed_at    timestamptz not null,
    -- Why it was corrected, sealed under the key of whoever wrote it.
    reason       bytea,
    primary key (programme_id, session_id, number),
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, signed_by) references person,
    constraint register_version_correction_says_why check ((number = 1) = (reason is null))
);
call guard_tenant('register_version', 'select, insert');
call keep_for_ever('register_version');
