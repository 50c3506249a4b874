-- Structured judgements on forms that are data, and what was recorded elsewhere.

-- A form as it was loaded. A version never changes: other items or another pass rule are another version.
create table assessment_form (
    programme_id uuid        not null references programme,
    key          text        not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 64),
    version      integer     not null check (version >= 1),
    document     text        not null check (length(document) <= 65536),
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    -- Two tutors loading one version at once load one document.
    primary key (programme_id, key, version)
);
call guard_tenant('assessment_form', 'select, insert');
call keep_for_ever('assessment_form');

create table assessment (
    programme_id     uuid        not null,
    id               uuid        not null,
    group_id         uuid        not null,
    person_id        uuid        not null,
    assessor_id      uuid        not null,
    -- What the assessor was to the person or the group, which is what the form asks for.
    assessed_as      text        not null check (assessed_as in ('leader', 'co-leader', 'deputy', 'educational-supervisor')),
    form_key         text        not null,
    form_version     integer     not null,
    form_type        text        not null check (form_type ~ '^[A-Za-z0-9-]{1,32}$'),
    assessed_on      date        not null,
    state            text        not null check (state in ('draft', 'released', 'signed', 'withdrawn')),
    -- Levels and free text, sealed under the key of the person they are about.
    ratings          bytea,
    feedback         bytea,
    comment          bytea,
    released_at      timestamptz,
    read_at          timestamptz,
    -- The outcome that the ratings give, once signed: what progress counts.
    outcome          text        check (outcome ~ '^[A-Za-z0-9-]{1,32}$'),
    signed_at        timestamptz,
    signed_hash      bytea       check (length(signed_hash) = 32),
    record_id        uuid,
    countersign      boolean     not null,
    countersigned_by uuid,
    countersigned_at timestamptz,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    -- Why a signed one was withdrawn, under the key of the person it is about.
    reason           bytea,
    -- What the caller saw: every change moves it, so a stale change is refused.
    version          integer     not null default 1,
    made_by          uuid,
    made_from        bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, assessor_id) references person,
    foreign key (programme_id, countersigned_by) references person,
    foreign key (programme_id, withdrawn_by) references person,
    foreign key (programme_id, record_id) references record,
    constraint assessment_not_of_oneself check (person_id <> assessor_id),
    constraint assessment_countersigned_by_another check (countersigned_by not in (person_id, assessor_id)),
    constraint assessment_signed_is_whole check ((record_id is not null) = (signed_at is not null) and (signed_at is null) = (outcome is null)
        and (state <> 'signed' or record_id is not null))
);
-- Two leaders assessing one person on one form and day at once: one of them does.
create unique index assessment_once_a_day on assessment (programme_id, person_id, form_key, assessed_on) where state <> 'withdrawn';
create index assessment_by_group on assessment (programme_id, group_id);
create index assessment_by_record on assessment (programme_id, record_id) where record_id is not null;
call guard_tenant('assessment', 'select, insert');
grant update (assessed_on, state, ratings, feedback, comment, released_at, read_at, outcome, signed_at, signed_hash, record_id, countersigned_by, countersigned_at,
              withdrawn_by, withdrawn_at, reason, version) on assessment to portfolio_app;

-- What a portfolio, paper or another programme holds: stated by one, confirmed by another, and only then a record.
create table recorded_elsewhere (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    type         text        not null check (type ~ '^[A-Za-z0-9-]{1,32}$'),
    from_on      date        not null,
    until_on     date        not null,
    sessions     integer     check (sessions between 1 and 10000),
    minutes      integer     check (minutes between 1 and 1000000),
    outcome      text        check (outcome ~ '^[A-Za-z0-9-]{1,32}$'),
    provenance   text        not null check (provenance in ('elsewhere', 'other-programme')),
    -- Who keeps or issued it and where the original lies, sealed: either may name somebody.
    detail       bytea,
    -- A keyed hash of type, days and keeper, by which the same thing is known again.
    same_hash    bytea       not null,
    -- SHA-256 of the copy, or of another programme's record as it was handed in.
    copy_hash    bytea       check (length(copy_hash) = 32),
    -- What our verifier answered of another programme's record: named checks, never a name of a person.
    checks       jsonb       check ((checks is null) = (provenance = 'elsewhere')),
    state        text        not null check (state in ('stated', 'confirmed', 'declined', 'withdrawn')),
    decided_by   uuid,
    decided_at   timestamptz check ((decided_at is null) = (decided_by is null)),
    -- Why it was declined or withdrawn.
    reason       bytea,
    record_id    uuid,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, decided_by) references person,
    foreign key (programme_id, record_id) references record,
    constraint recorded_elsewhere_days_in_order check (until_on >= from_on),
    -- Neither whom it is about nor whoever entered it vouches for it.
    constraint recorded_elsewhere_confirmed_by_another check (state <> 'confirmed' or (decided_by <> person_id and decided_by is distinct from made_by)),
    constraint recorded_elsewhere_confirmed_is_signed check (state <> 'confirmed' or record_id is not null)
);
-- One paper entered by two people at once is one entry.
create unique index recorded_elsewhere_once on recorded_elsewhere (programme_id, person_id, same_hash) where state in ('stated', 'confirmed');
create unique index recorded_elsewhere_copy_once on recorded_elsewhere (programme_id, person_id, copy_hash) where state in ('stated', 'confirmed');
create index recorded_elsewhere_by_record on recorded_elsewhere (programme_id, record_id) where record_id is not null;
call guard_tenant('recorded_elsewhere', 'select, insert');
grant update (state, decided_by, decided_at, reason, record_id, detail) on recorded_elsewhere to portfolio_app;
