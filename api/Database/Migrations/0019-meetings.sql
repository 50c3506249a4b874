-- How a group meets, who may lead it, and meetings that nobody led.

-- Forms of meeting are data: those that everybody has are shipped, these are a programme's own.
create table meeting_form (
    programme_id uuid     not null references programme,
    id           uuid     not null,
    key          text     not null check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    -- By language.
    title        jsonb    not null check (jsonb_typeof(title) = 'object'),
    size_from    smallint not null check (size_from between 1 and 200),
    size_to      smallint not null check (size_to between size_from and 200),
    minutes      smallint not null check (minutes between 1 and 600),
    doings       text[]   not null check (doings <@ array['attend', 'present', 'follow-up', 'lead', 'co-lead', 'be-supervised'] and cardinality(doings) > 0),
    member_does  text     not null check (member_does in ('attended', 'was-supervised')),
    leader_does  text     not null check (leader_does in ('led', 'supervised')),
    -- Whether it counts for anybody.
    counts       boolean  not null,
    made_by      uuid,
    made_from    bytea    not null,
    primary key (programme_id, id),
    -- Two tutors naming a form at once make one.
    constraint meeting_form_key_once unique (programme_id, key)
);
call guard_tenant('meeting_form', 'select, insert');

alter table discussion_group drop constraint discussion_group_form_check;
alter table discussion_group add constraint discussion_group_form_check check (form ~ '^[a-z0-9][a-z0-9-]{0,62}$');

-- What is true of a group from one day to another.
create table group_detail (
    programme_id uuid     not null,
    id           uuid     not null,
    group_id     uuid     not null,
    size_from    smallint not null check (size_from between 1 and 200),
    size_to      smallint not null check (size_to between size_from and 200),
    -- A closed group takes in nobody new.
    closed       boolean  not null,
    voluntary    boolean  not null,
    admission    text     not null check (admission in ('assigned', 'open', 'on-request', 'by-invitation', 'after-screening')),
    -- Cases in a meeting: one, two or none.
    cases        smallint not null check (cases between 0 and 2),
    from_on      date     not null,
    until_on     date     check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea    not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    -- A group is open or closed on one day, not both: two leaders at once cannot make it both.
    constraint group_detail_one_a_day exclude using gist (programme_id with =, group_id with =, daterange(from_on, until_on, '[]') with &&)
);
call guard_tenant('group_detail', 'select, insert');
grant update (until_on) on group_detail to portfolio_app;

-- By what rhythm a group's sessions were planned.
create table group_schedule (
    programme_id uuid     not null,
    id           uuid     not null,
    group_id     uuid     not null,
    every_days   smallint not null check (every_days between 1 and 366),
    weekday      smallint check (weekday between 1 and 7),
    starts_at    time     not null,
    minutes      smallint not null check (minutes between 1 and 600),
    from_on      date     not null,
    until_on     date     not null check (until_on >= from_on),
    -- The first and last day of each.
    pauses       jsonb    not null check (jsonb_typeof(pauses) = 'array'),
    made_by      uuid,
    made_from    bytea    not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group
);
create index group_schedule_by_group on group_schedule (programme_id, group_id, from_on);
call guard_tenant('group_schedule', 'select, insert');

-- What the members of a group agree on. A version never changes.
create table agreement (
    programme_id uuid        not null,
    id           uuid        not null,
    group_id     uuid        not null,
    number       integer     not null check (number >= 1),
    clauses      text[]      not null check (cardinality(clauses) between 1 and 50),
    from_on      date        not null,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    -- Two leaders at once do not make the same version.
    constraint agreement_number_once unique (programme_id, group_id, number)
);
call guard_tenant('agreement', 'select, insert');
call keep_for_ever('agreement');

create table agreement_acceptance (
    programme_id uuid        not null,
    agreement_id uuid        not null,
    person_id    uuid        not null,
    accepted_at  timestamptz not null,
    -- Somebody accepts a version once, however often they say so.
    primary key (programme_id, agreement_id, person_id),
    foreign key (programme_id, agreement_id) references agreement,
    foreign key (programme_id, person_id) references person
);
create index agreement_acceptance_by_person on agreement_acceptance (programme_id, person_id);
call guard_tenant('agreement_acceptance', 'select, insert');
call keep_for_ever('agreement_acceptance');

-- What somebody may lead by: accredited, trained, certified, by whom and on which days.
create table qualification (
    programme_id uuid  not null,
    id           uuid  not null,
    person_id    uuid  not null,
    code         text  not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    issuer       text  check (length(issuer) between 1 and 200),
    from_on      date  not null,
    until_on     date  check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    -- The same qualification holds once on a day.
    constraint qualification_one_a_day exclude using gist
        (programme_id with =, person_id with =, code with =, daterange(from_on, until_on, '[]') with &&)
);
call guard_tenant('qualification', 'select, insert');
grant update (until_on) on qualification to portfolio_app;

create table profession (
    programme_id uuid  not null,
    id           uuid  not null,
    person_id    uuid  not null,
    code         text  not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    from_on      date  not null,
    until_on     date  check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    -- Peers are told as a number by profession, and each is counted once.
    constraint profession_one_a_day exclude using gist (programme_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
call guard_tenant('profession', 'select, insert');
grant update (until_on) on profession to portfolio_app;

-- A meeting that nobody led, as one who took part wrote it down. No record comes of it.
create table meeting (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    -- Who else took part, where they are of the programme: they alone can confirm it.
    with_id      uuid,
    -- The name of somebody who is not, sealed under the writer's key.
    partner      bytea,
    -- How many peers, by profession.
    peers        jsonb       not null check (jsonb_typeof(peers) = 'object'),
    did          text        not null check (did in ('supervised', 'was-supervised', 'peer')),
    form         text        not null check (form ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    mode         text        not null check (mode in ('in-person', 'online')),
    held_on      date        not null check (held_on between '1990-01-01' and '2199-12-31'),
    minutes      smallint    not null check (minutes between 1 and 600),
    -- Once it is confirmed it stays as it was confirmed.
    confirmed_at timestamptz check (confirmed_at is null or with_id is not null),
    version      integer     not null default 1,
    made_by      uuid,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, with_id) references person,
    constraint meeting_not_with_oneself check (person_id <> with_id)
);
create index meeting_by_person on meeting (programme_id, person_id, held_on);
create index meeting_by_other on meeting (programme_id, with_id, held_on);
call guard_tenant('meeting', 'select, insert, delete');
grant update (with_id, partner, peers, did, form, mode, held_on, minutes, confirmed_at, version) on meeting to portfolio_app;
