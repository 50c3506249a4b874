-- Who did what to what, from where, as whom: append-only, each step bound to all before it. Ids and codes, never a name.

-- One row per programme, made by its first entry. Its lock hands out positions and is the last that any transaction takes:
-- session, record, log head, audit head. Two hosts that write at once wait for each other here, so the chain has no gap and no fork.
create table audit_head (
    programme_id uuid   not null references programme,
    position     bigint not null check (position >= 1),
    chain        bytea  not null check (length(chain) = 32),
    primary key (programme_id)
);
call guard_tenant('audit_head', 'select, insert');
grant update (position, chain) on audit_head to portfolio_app;

create table audit_entry (
    programme_id uuid        not null references programme,
    position     bigint      not null check (position >= 1),
    -- The position at which its step of the chain begins: a change is a step of its own, reads share one a batch.
    step         bigint      not null check (step between 1 and position),
    -- A change was kept; a read was answered; a refusal showed nothing.
    kind         text        not null check (kind in ('change', 'read', 'sign-in', 'refused')),
    -- The endpoint's name, or "verb …", or "worker …".
    action       text        not null check (action ~ '^[A-Za-z][A-Za-z0-9 -]{0,79}$'),
    -- Who: a person or a platform of the programme; neither for a verb, a worker or a stranger.
    person_id    uuid,
    platform_id  uuid        check (platform_id is null or person_id is null),
    -- As whom: the roles that opened the door.
    as_role      text        check (as_role ~ '^[a-z][a-z, -]{0,199}$'),
    subject_kind text        check (subject_kind ~ '^[a-z][a-z-]{0,39}$'),
    subject_id   uuid,
    -- What the change made, where that is one thing.
    made_kind    text        check (made_kind ~ '^[a-z][a-z-]{0,39}$'),
    made_id      uuid,
    -- The answer's status, for what changed nothing.
    status       smallint    check (status between 100 and 599),
    -- More than 1 for refusals that were counted together.
    times        integer     not null check (times >= 1),
    at           timestamptz not null,
    -- The address, sealed under the key of the person who asked; under the master key where that is a platform or nobody.
    from_where   bytea,
    -- SHA-256 over the chain before, the step's first position and a code over the step's entries that only the master key can compute.
    chain        bytea       not null check (length(chain) = 32),
    primary key (programme_id, position)
);
create index audit_entry_by_person on audit_entry (programme_id, person_id, position) where person_id is not null;
create index audit_entry_by_subject on audit_entry (programme_id, subject_id, position) where subject_id is not null;
create index audit_entry_by_made on audit_entry (programme_id, made_id, position) where made_id is not null;
call guard_tenant('audit_entry', 'select, insert');
call keep_for_ever('audit_entry');
