-- Requirement packs of a programme, and who follows which, from when.

-- What was published, or frozen when somebody was given it: the same version answers the same for ever.
create table requirement_pack (
    programme_id uuid        not null references programme,
    key          text        not null check (length(key) between 1 and 64),
    version      integer     not null check (version >= 1),
    -- The canonical document, and SHA-256 of it: publishing a version again with another content is known by that.
    document     bytea       not null check (length(document) between 2 and 524288),
    hash         bytea       not null check (length(hash) = 32),
    -- Nobody for one that came with the product and was frozen by an import.
    made_by      uuid,
    made_at      timestamptz not null,
    primary key (programme_id, key, version)
);
call guard_tenant('requirement_pack', 'select, insert');
call keep_for_ever('requirement_pack');

create table requirement (
    programme_id uuid    not null,
    id           uuid    not null,
    person_id    uuid    not null,
    pack         text    not null,
    pack_version integer not null,
    from_on      date    not null,
    until_on     date    check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea   not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, pack, pack_version) references requirement_pack,
    -- Two packs on one day would give two answers: two tutors at once cannot give both.
    constraint requirement_one_a_day exclude using gist (programme_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index requirement_by_pack on requirement (programme_id, pack, pack_version);
call guard_tenant('requirement', 'select, insert');
grant update (until_on) on requirement to portfolio_app;
