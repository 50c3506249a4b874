-- Who meets: groups, their leaders' mandates and their members, dated.

create table discussion_group (
    programme_id uuid     not null,
    id           uuid     not null,
    key          text     not null check (length(key) between 1 and 100),
    name         text     not null check (length(name) between 1 and 200),
    site_id      uuid     not null,
    form         text     not null check (form in ('case-based-discussion-group', 'balint-group', 'narrative-supervision-group',
                                                   'one-to-one-supervision', 'peer-review-group', 'workshop', 'taster')),
    made_by      uuid,
    made_from    bytea    not null,
    primary key (programme_id, id),
    foreign key (programme_id, site_id) references site,
    constraint discussion_group_key_once unique (programme_id, key)
);
call guard_tenant('discussion_group', 'select, insert');

create table membership (
    programme_id uuid  not null,
    id           uuid  not null,
    group_id     uuid  not null,
    person_id    uuid  not null,
    standing     text  not null check (standing in ('member', 'member-without-requirement', 'taster', 'observer')),
    from_on      date  not null,
    until_on     date  check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    foreign key (programme_id, person_id) references person,
    -- One membership of a group on one day: a register has one line for each person.
    constraint membership_one_a_day exclude using gist
        (programme_id with =, group_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index membership_by_person on membership (programme_id, person_id);
call guard_tenant('membership', 'select, insert');
grant update (until_on) on membership to portfolio_app;

-- Who may lead, and therefore sign, on which days.
create table mandate (
    programme_id uuid  not null,
    id           uuid  not null,
    group_id     uuid  not null,
    person_id    uuid  not null,
    kind         text  not null check (kind in ('leader', 'co-leader', 'deputy')),
    from_on      date  not null,
    until_on     date  check (until_on >= from_on),
    made_by      uuid,
    made_from    bytea not null,
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    foreign key (programme_id, person_id) references person,
    constraint mandate_one_a_day exclude using gist
        (programme_id with =, group_id with =, person_id with =, daterange(from_on, until_on, '[]') with &&)
);
create index mandate_by_person on mandate (programme_id, person_id);
call guard_tenant('mandate', 'select, insert');
grant update (until_on) on mandate to portfolio_app;
