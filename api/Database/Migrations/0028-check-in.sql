-- Checking in: trainees show on their own phones that they are in the room. The leader still decides, and signs.

-- Which groups check in. No row means that a group does not.
create table check_in_setting (
    programme_id uuid        not null,
    group_id     uuid        not null,
    uses         boolean     not null,
    set_by       uuid,
    set_at       timestamptz not null,
    primary key (programme_id, group_id),
    foreign key (programme_id, group_id) references discussion_group
);
call guard_tenant('check_in_setting', 'select, insert');
grant update (uses, set_by, set_at) on check_in_setting to portfolio_app;

-- Who checked in to which session, and when. The code that they showed is kept nowhere: it follows from the session and the time.
create table check_in (
    programme_id  uuid        not null,
    session_id    uuid        not null,
    person_id     uuid        not null,
    -- Whether they said that they visit from another group.
    visiting      boolean     not null,
    checked_in_at timestamptz not null,
    -- Two phones of one person at the same moment, or one that asks twice, check in once.
    primary key (programme_id, session_id, person_id),
    foreign key (programme_id, session_id) references session,
    foreign key (programme_id, person_id) references person
);
create index check_in_by_person on check_in (programme_id, person_id);
call guard_tenant('check_in', 'select, insert, delete');
