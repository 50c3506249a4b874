-- Packs that trainees upload themselves, to portfolios without an interface.
create table upload_pack (
    programme_id     uuid        not null,
    id               uuid        not null,
    platform_id      uuid        not null,
    person_id        uuid        not null,
    -- The signed file and the paper that are in it.
    evidence_pack_id uuid        not null,
    from_on          date        not null,
    until_on         date        not null,
    -- The text to paste and the areas of the curriculum, sealed under the key of the person they are about.
    content          bytea       not null,
    made_at          timestamptz not null,
    -- The day on which the trainee says that it was uploaded, and when they said so.
    uploaded_on      date,
    said_at          timestamptz check (said_at >= made_at),
    made_by          uuid,
    made_from        bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, platform_id) references outward_platform,
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, evidence_pack_id) references evidence_pack,
    constraint upload_pack_days check (from_on <= until_on),
    constraint upload_pack_said_is_whole check ((uploaded_on is null) = (said_at is null))
);
create index upload_pack_by_person on upload_pack (programme_id, person_id, made_at);
call guard_tenant('upload_pack', 'select, insert');
grant update (uploaded_on, said_at) on upload_pack to portfolio_app;
