-- Inside other people's portfolios (LTI 1.3): platforms whose word starts a sign-in, their courses, and what is used once.

-- Somebody's account at such a platform is a way in which they sign in.
alter table sign_in drop constraint sign_in_kind_check;
alter table sign_in add constraint sign_in_kind_check check (kind in ('provider', 'passkey', 'authenticator', 'platform'));
alter table sign_in_step drop constraint sign_in_step_kind_check;
alter table sign_in_step add constraint sign_in_step_kind_check
    check (kind in ('passkey', 'new-passkey', 'new-authenticator', 'code', 'platform-account', 'platform-window', 'platform-choice'));

create table lti_registration (
    programme_id      uuid        not null,
    id                uuid        not null,
    name              text        not null check (length(name) between 1 and 200),
    issuer            text        not null check (length(issuer) between 1 and 2000),
    client_id         text        not null check (length(client_id) between 1 and 255),
    authorization_url text        not null check (length(authorization_url) <= 2000),
    token_url         text        not null check (length(token_url) <= 2000),
    keys_url          text        not null check (length(keys_url) <= 2000),
    -- Its deployments here; none yet where the platform has not said.
    deployments       text[]      not null check (cardinality(deployments) <= 50),
    made_by           uuid,
    made_from         bytea       not null,
    made_at           timestamptz not null,
    ended_at          timestamptz check (ended_at >= made_at),
    primary key (programme_id, id),
    foreign key (programme_id) references programme
);
-- One client of an issuer is one registration: two tutors who write the same one down make one.
create unique index lti_registration_one_live on lti_registration (programme_id, issuer, client_id) where ended_at is null;
call guard_tenant('lti_registration', 'select, insert');
grant update (deployments, ended_at) on lti_registration to portfolio_app;

-- Of an account at a platform, which platform.
alter table sign_in add column registration_id uuid;
alter table sign_in add foreign key (programme_id, registration_id) references lti_registration;
alter table sign_in add constraint sign_in_of_platform check ((kind = 'platform') = (registration_id is not null));

-- Links by which a platform registers itself: nobody comes into a programme by guessing its address.
create table lti_offer (
    programme_id uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    made_by      uuid,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (programme_id, hash),
    foreign key (programme_id) references programme
);
call guard_tenant('lti_offer', 'select, insert, delete');
grant update (used_at) on lti_offer to portfolio_app;

create table lti_nonce (
    programme_id uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    expires_at   timestamptz not null,
    -- A message is taken once, by whichever host and in whichever window it comes first.
    constraint lti_nonce_once primary key (programme_id, hash)
);
create index lti_nonce_by_expiry on lti_nonce (programme_id, expires_at);
call guard_tenant('lti_nonce', 'select, insert, delete');

-- A course from which somebody came, with what its platform offers there.
create table lti_course (
    programme_id    uuid        not null,
    id              uuid        not null,
    registration_id uuid        not null,
    deployment      text        not null check (length(deployment) between 1 and 255),
    context         text        not null check (length(context) between 1 and 255),
    title           text        not null check (length(title) between 1 and 200),
    memberships_url text        check (length(memberships_url) <= 2000),
    line_items_url  text        check (length(line_items_url) <= 2000),
    group_id        uuid,
    linked_by       uuid,
    linked_at       timestamptz,
    -- The platform that is written to with this course's line items, and since when.
    platform_id     uuid,
    scores_at       timestamptz,
    seen_at         timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, registration_id) references lti_registration,
    foreign key (programme_id, group_id) references discussion_group,
    foreign key (programme_id, platform_id) references platform,
    -- Two people who come from a new course at the same moment find one course.
    constraint lti_course_once unique (programme_id, registration_id, deployment, context),
    constraint lti_course_link_is_whole check ((group_id is null) = (linked_at is null)),
    constraint lti_course_scores_are_whole check ((platform_id is null) = (scores_at is null))
);
create index lti_course_by_group on lti_course (programme_id, group_id);
call guard_tenant('lti_course', 'select, insert');
grant update (title, memberships_url, line_items_url, group_id, linked_by, linked_at, platform_id, scores_at, seen_at) on lti_course to portfolio_app;
