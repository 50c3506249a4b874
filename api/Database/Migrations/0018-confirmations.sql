-- Confirmation steps, what they froze, evidence packs, and what is said to be wrong with a signed register.

-- One passage through the steps of one version of a pack, for one person: it ends when a step is declined or reversed, and the next one begins at the first step.
create table confirmation_round (
    programme_id uuid        not null,
    person_id    uuid        not null,
    pack         text        not null check (length(pack) between 1 and 100),
    pack_version integer     not null check (pack_version >= 1),
    number       integer     not null check (number >= 1),
    begun_at     timestamptz not null,
    ended_at     timestamptz check (ended_at >= begun_at),
    ended_for    text        check (ended_for in ('declined', 'reversed')),
    ended_step   text,
    ended_by     uuid,
    -- Why, sealed under the key of the person it is about.
    reason       bytea,
    primary key (programme_id, person_id, pack, pack_version, number),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, ended_by) references person,
    constraint confirmation_round_end_is_whole check (num_nonnulls(ended_at, ended_for, ended_step, ended_by, reason) in (0, 5)),
    constraint confirmation_round_not_of_oneself check (ended_by <> person_id)
);
-- Two first answers at once begin one passage.
create unique index confirmation_round_one_open on confirmation_round (programme_id, person_id, pack, pack_version) where ended_at is null;
call guard_tenant('confirmation_round', 'select, insert');
grant update (ended_at, ended_for, ended_step, ended_by, reason) on confirmation_round to portfolio_app;

-- A step that was taken, or progress that was verified, with the evidence as it was seen.
create table confirmation (
    programme_id  uuid        not null,
    id            uuid        not null,
    person_id     uuid        not null,
    pack          text        not null check (length(pack) between 1 and 100),
    pack_version  integer     not null check (pack_version >= 1),
    -- Of the pack's document.
    pack_hash     bytea       not null check (length(pack_hash) = 32),
    scope         text        not null check (scope in ('requirement', 'progress')),
    round         integer,
    step          integer     check (step between 1 and 20),
    before        integer     generated always as (case when step > 1 then step - 1 end) stored,
    step_id       text        not null,
    act           text        not null check (act in ('agrees', 'checks', 'verifies')),
    as_of         date        not null,
    -- Exactly what was seen, sealed under the key of the person it is about, and its SHA-256.
    evidence      bytea       not null,
    evidence_hash bytea       not null check (length(evidence_hash) = 32),
    record_id     uuid,
    confirmed_by  uuid        not null,
    confirmed_at  timestamptz not null,
    reversed_at   timestamptz check (reversed_at >= confirmed_at),
    reversed_by   uuid,
    -- Why, sealed likewise. What was frozen stays.
    reversal      bytea,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, confirmed_by) references person,
    foreign key (programme_id, reversed_by) references person,
    foreign key (programme_id, record_id) references record,
    constraint confirmation_of_round foreign key (programme_id, person_id, pack, pack_version, round) references confirmation_round,
    -- Two people taking one step at once take it once.
    constraint confirmation_once unique (programme_id, person_id, pack, pack_version, round, step),
    -- No step before the one before it.
    constraint confirmation_in_order foreign key (programme_id, person_id, pack, pack_version, round, before)
        references confirmation (programme_id, person_id, pack, pack_version, round, step),
    constraint confirmation_says_which_step check ((scope = 'requirement') = (round is not null) and (round is null) = (step is null)),
    constraint confirmation_verifies_by_record check ((act = 'verifies') = (record_id is not null)),
    constraint confirmation_not_of_oneself check (confirmed_by <> person_id),
    constraint confirmation_reversal_is_whole check (num_nonnulls(reversed_at, reversed_by, reversal) in (0, 3))
);
-- The same verification of progress, sent twice, is one.
create unique index confirmation_progress_once on confirmation (programme_id, person_id, evidence_hash, confirmed_by) where scope = 'progress' and reversed_at is null;
call guard_tenant('confirmation', 'select, insert');
grant update (reversed_at, reversed_by, reversal) on confirmation to portfolio_app;

-- A step that was sent back with a question.
create table confirmation_question (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    pack         text        not null,
    pack_version integer     not null,
    round        integer     not null,
    step_id      text        not null,
    -- Question and answer are sealed under the key of the person they are about.
    question     bytea       not null,
    asked_at     timestamptz not null,
    -- Who must answer.
    answers      uuid        not null,
    answer       bytea,
    answered_by  uuid,
    answered_at  timestamptz check (answered_at >= asked_at),
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, answers) references person,
    foreign key (programme_id, answered_by) references person,
    foreign key (programme_id, person_id, pack, pack_version, round) references confirmation_round,
    constraint confirmation_question_answer_is_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3))
);
-- One question at a time: what two people ask at once is answered one after the other.
create unique index confirmation_question_one_open on confirmation_question (programme_id, person_id, pack, pack_version, round) where answered_at is null;
create index confirmation_question_waits on confirmation_question (programme_id, answers) where answered_at is null;
call guard_tenant('confirmation_question', 'select, insert');
grant update (answer, answered_by, answered_at) on confirmation_question to portfolio_app;

-- What a panel is shown: frozen, in bytes that never change.
create table evidence_pack (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    pack         text        not null check (length(pack) between 1 and 100),
    pack_version integer     not null check (pack_version >= 1),
    pack_hash    bytea       not null check (length(pack_hash) = 32),
    as_of        date        not null,
    frozen_at    timestamptz not null,
    -- What stands in it and which presentations were counted, the signed file and the paper, each sealed under the key of the person they are about.
    evidence     bytea       not null,
    file         bytea       not null,
    paper        bytea       not null,
    file_hash    bytea       not null check (length(file_hash) = 32),
    paper_hash   bytea       not null check (length(paper_hash) = 32),
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person
);
create index evidence_pack_by_person on evidence_pack (programme_id, person_id, frozen_at);
call guard_tenant('evidence_pack', 'select, insert');
call keep_for_ever('evidence_pack');

-- That a signed register is not right, as somebody who was there or leads says: open until it is corrected or answered.
create table session_query (
    programme_id uuid        not null,
    id           uuid        not null,
    session_id   uuid        not null,
    person_id    uuid        not null,
    -- Sealed under the key of whoever says it.
    says         bytea       not null,
    asked_at     timestamptz not null,
    -- Sealed under the same key, so that both go together.
    answer       bytea,
    answered_by  uuid,
    answered_at  timestamptz check (answered_at >= asked_at),
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, answered_by) references person,
    constraint session_query_answer_is_whole check (num_nonnulls(answer, answered_by, answered_at) in (0, 3))
);
create index session_query_of on session_query (programme_id, session_id);
call guard_tenant('session_query', 'select, insert');
grant update (answer, answered_by, answered_at) on session_query to portfolio_app;
