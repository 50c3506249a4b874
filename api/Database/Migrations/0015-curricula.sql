-- Competency frameworks that a programme loads.

-- Each version for ever: records name its items, so what was loaded is neither changed nor taken away.
create table framework_version (
    programme_id uuid        not null references programme,
    id           uuid        not null,
    framework    text        not null check (framework ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    number       integer     not null check (number > 0),
    -- The issuer's own words for it.
    version      text        not null check (length(version) between 1 and 100),
    -- Its id in CASE.
    document_id  uuid        not null,
    -- The framework as it is exchanged, items and all.
    content      text        not null,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    -- Two tutors loading at once make two versions, one after the other.
    constraint framework_version_number_once unique (programme_id, framework, number),
    -- A version never gets other content.
    constraint framework_version_once unique (programme_id, framework, version)
);
call guard_tenant('framework_version', 'select, insert');
call keep_for_ever('framework_version');

-- What programmes publish, copied: whoever reads the address of an item in a record belongs to no programme. It holds nothing about a person.
create table published_framework (
    programme_id    uuid        not null,
    document_id     uuid        not null,
    version_id      uuid        not null,
    -- The framework without its items, for lists.
    header          text        not null,
    content         text        not null,
    item_ids        uuid[]      not null,
    association_ids uuid[]      not null,
    changed_at      timestamptz not null,
    primary key (programme_id, document_id),
    foreign key (programme_id, version_id) references framework_version
);
create index published_framework_by_document on published_framework (document_id);
create index published_framework_by_item on published_framework using gin (item_ids);
create index published_framework_by_association on published_framework using gin (association_ids);
-- Everybody reads it; only what is a programme's own does it add or take back.
alter table published_framework enable row level security;
alter table published_framework force row level security;
create policy read_by_everybody on published_framework for select using (true);
create policy added_by_programme on published_framework for insert with check (programme_id = nullif(current_setting('app.programme', true), '')::uuid);
create policy taken_back_by_programme on published_framework for delete using (programme_id = nullif(current_setting('app.programme', true), '')::uuid);
grant select, insert, delete on published_framework to portfolio_app;
