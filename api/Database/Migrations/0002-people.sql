-- Who takes part: people, and what is true of them from one date to another. Dates are local to the programme; `until_on` is the last day.

create table site (
    programme_id uuid not null references programme,
    id           uuid not null,
    name         text not null check (length(name) between 1 and 200),
    primary key (programme_id, id),
    constraint site_name_once unique (programme_id, name)
);
call guard_tenant('site', 'select, insert');

create table person (
    programme_id uuid        not null references programme,
    id           uuid        not null,
    -- Name, e-mail, professional number and sheet id, sealed under the person's own key: erasing the key erases them everywhere.
    identity     bytea       not null,
    -- Keyed hashes: found by equality, meaningless without the master key.
    key_hash     bytea,
    email_hash   bytea,
    number_hash  bytea,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    -- Two imports at once cannot make the same person twice.
    constraint person_key_once unique (programme_id, key_hash),
    constraint person_number_once unique (programme_id, number_hash)
);
call guard_tenant('person', 'select, insert');
grant update (identity, key_hash, email_hash, number_hash) on person to portfolio_app;

-- One data key per person, wrapped by the master key. Destroying the row is what erasure is.
create table person_key (
    programme_id uuid  not null,
    person_id    uuid  not null,
    wrapped      bytea not null,
    primary key (programme_id, person_id),
    foreign key (programme_id, person_id) references person
);
call guard_tenant('person_key', 'select, insert, delete');

create table placement (
    programme_id      uuid         not null,
    id                uuid         not null,
    person_id         uuid         not null,
    site_id           uuid         not null,
    -- A trainee has a requirement; a member takes part without one.
    role              text         not null check (role in ('trainee', 'member')),
    grade             text         check (length(grade) between 1 and 20),
    whole_time        numeric(4,3) not null check (whole_time > 0 and whole_time <= 1),
    working_days      smallint[]   not null check (working_days <@ array[1,2,3,4,5,6,7]::smallint[] and cardinality(working_days) > 0),
    from_on           date         not null,
    until_on          date         check (until_on >= from_on),
    grade_expected_to date,
    review_on         date,
    evidence_cut_off  date,
    made_by           uuid,
    made_from         bytea        not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, site_id) references site,
    constraint placement_cut_off_before_review check (evidence_cut_off <= review_on),
    -- A person is in one placement on one day: two imports or two tutors at once cannot make two histories.
    constraint placement_one_a_day exclude using gist (programme_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
call guard_tenant('placement', 'select, insert');

-- A period that stops the clock: its dates, never its reason.
create table clock_stop (
    programme_id uuid  not null,
    id           uuid  not null,
    person_id    uuid  not null,
    from_on      date  not null,
    until_on     date  not null check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    -- Two stops on one day would move a window twice.
    constraint clock_stop_no_overlap exclude using gist (programme_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
call guard_tenant('clock_stop', 'select, insert');

create table supervision (
    programme_id  uuid  not null,
    id            uuid  not null,
    trainee_id    uuid  not null,
    supervisor_id uuid  not null,
    from_on       date  not null,
    until_on      date  check (until_on >= from_on),
    made_by       uuid,
    made_from     bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, trainee_id) references person,
    foreign key (programme_id, supervisor_id) references person,
    constraint supervision_not_of_oneself check (trainee_id <> supervisor_id)
);
create index supervision_by_supervisor on supervision (programme_id, supervisor_id, trainee_id);
call guard_tenant('supervision', 'select, insert');

-- An office that somebody holds in the programme for a time. No site means every site.
create table appointment (
    programme_id uuid  not null,
    id           uuid  not null,
    person_id    uuid  not null,
    office       text  not null check (office in ('tutor')),
    site_id      uuid,
    from_on      date  not null,
    until_on     date  check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, site_id) references site
);
create index appointment_by_person on appointment (programme_id, person_id);
call guard_tenant('appointment', 'select, insert');

-- What a signed-in person or platform shows: random, kept as a hash, short-lived.
create table access_token (
    programme_id uuid        not null references programme,
    hash         bytea       not null,
    person_id    uuid,
    platform_id  uuid,
    expires_at   timestamptz not null,
    primary key (programme_id, hash),
    foreign key (programme_id, person_id) references person,
    constraint access_token_one_bearer check ((person_id is null) <> (platform_id is null))
);
create index access_token_by_expiry on access_token (programme_id, expires_at);
call guard_tenant('access_token', 'select, insert, delete');
