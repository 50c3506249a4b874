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

-- Signing in without a provider: an invitation, then a passkey or an authenticator.

-- A browser's session is a token too: it ends when nothing happens, and with the sign-in that opened it.
alter table access_token add column issued_at timestamptz;
alter table access_token add column idle_until timestamptz;
alter table access_token add column sign_in_id uuid;
alter table access_token add constraint access_token_sign_in foreign key (programme_id, sign_in_id) references sign_in;
create index access_token_by_person on access_token (programme_id, person_id) where person_id is not null;
grant update (idle_until) on access_token to portfolio_app;

create table invitation (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    -- Hash of the link's secret, which only the letter has.
    hash         bytea       not null check (length(hash) = 32),
    -- Somebody who had a sign-in already also says a word that the tutor told them: keyed hash.
    word_hash    bytea       check (length(word_hash) = 32),
    wrong_words  smallint    not null default 0,
    -- The one browser that accepted it.
    browser_hash bytea       check (length(browser_hash) = 32),
    accepted_at  timestamptz,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    -- Nobody of the programme where the service's keeper invited its first tutor.
    made_by      uuid,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person
);
-- Two tutors inviting at once leave one link that works, not two.
create unique index invitation_one_live on invitation (programme_id, person_id) where ended_at is null;
create index invitation_by_hash on invitation (programme_id, hash);
call guard_tenant('invitation', 'select, insert');
grant update (wrong_words, browser_hash, accepted_at, ended_at) on invitation to portfolio_app;

-- Addresses that somebody added to the one their programme has.
create table address (
    programme_id    uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    -- Keyed hash, and the address itself sealed under the person's own key.
    hash            bytea       not null check (length(hash) = 32),
    content         bytea       not null,
    code_hash       bytea       not null check (length(code_hash) = 32),
    code_expires_at timestamptz not null,
    wrong_codes     smallint    not null default 0,
    confirmed_at    timestamptz,
    ended_at        timestamptz,
    made_by         uuid,
    made_from       bytea       not null,
    made_at         timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person
);
-- Two people confirming one address at once: it is the first one's.
create unique index address_one_person on address (programme_id, hash) where confirmed_at is not null and ended_at is null;
create index address_by_person on address (programme_id, person_id);
call guard_tenant('address', 'select, insert');
grant update (wrong_codes, confirmed_at, ended_at) on address to portfolio_app;

-- A step between two requests of one browser: a passkey's challenge, a code on its way. Used once, then gone.
create table sign_in_step (
    programme_id uuid        not null,
    -- Of a secret that the browser holds.
    hash         bytea       not null check (length(hash) = 32),
    kind         text        not null check (kind in ('passkey', 'new-passkey', 'new-authenticator', 'code')),
    -- Nobody yet for a passkey, and nobody at all for an address that is not known here: both wait for an answer alike.
    person_id    uuid,
    state        bytea,
    code_hash    bytea       check (length(code_hash) = 32),
    tries        smallint    not null default 0,
    expires_at   timestamptz not null,
    primary key (programme_id, hash),
    foreign key (programme_id, person_id) references person
);
create index sign_in_step_by_expiry on sign_in_step (programme_id, expires_at);
call guard_tenant('sign_in_step', 'select, insert, delete');
grant update (tries) on sign_in_step to portfolio_app;

-- How often somebody, an e-mail address or an address of origin got it wrong, by keyed hash, and until when it waits.
create table sign_in_wait (
    programme_id uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    failures     integer     not null,
    wait_until   timestamptz not null,
    primary key (programme_id, hash)
);
call guard_tenant('sign_in_wait', 'select, insert, delete');
grant update (failures, wait_until) on sign_in_wait to portfolio_app;

-- The keys that protect cookies and forms: of every host alike, so of no programme. Sealed under the master key.
create table protection_key (
    id      uuid  primary key,
    content bytea not null
);
grant select, insert on protection_key to portfolio_app;

-- Since when the address on record is this one: one that somebody else has just put there must not at once take over an account.
alter table person add column address_since timestamptz;
grant update (address_since) on person to portfolio_app;
