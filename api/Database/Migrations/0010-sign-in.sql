-- The ways in which people sign in. A person keeps several; none is found by an e-mail address.

create table sign_in (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    kind         text        not null check (kind in ('provider', 'passkey', 'authenticator')),
    -- Keyed hash of the provider's issuer and subject, or of the passkey's id: found by equality, meaningless without the master key.
    -- An authenticator is found by its person and has none.
    handle_hash  bytea       check (length(handle_hash) = 32),
    -- What is shown of it and what checking it needs, sealed under the person's own key.
    detail       bytea,
    added_at     timestamptz not null,
    -- Themselves, by a sign-in they had; or whoever invited them.
    added_by     uuid,
    used_at      timestamptz,
    ended_at     timestamptz check (ended_at >= added_at),
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    constraint sign_in_live_is_whole check (ended_at is not null or (detail is not null and (kind = 'authenticator' or handle_hash is not null)))
);
-- One account or passkey opens one person: two browsers adding it at once cannot give it to two.
create unique index sign_in_one_person on sign_in (programme_id, kind, handle_hash) where ended_at is null;
create index sign_in_by_person on sign_in (programme_id, person_id);
call guard_tenant('sign_in', 'select, insert');
-- Ending one may also forget it; what was added when stays.
grant update (handle_hash, detail, used_at, ended_at) on sign_in to portfolio_app;
