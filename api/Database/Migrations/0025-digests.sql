-- Whether somebody gets the weekly letters. No row means that they do.
create table digest_setting (
    programme_id uuid        not null,
    person_id    uuid        not null,
    weekly       boolean     not null,
    set_at       timestamptz not null,
    primary key (programme_id, person_id),
    foreign key (programme_id, person_id) references person
);
call guard_tenant('digest_setting', 'select, insert');
grant update (weekly, set_at) on digest_setting to portfolio_app;

-- Weeks whose letters were written. Hosts that write at the same moment meet at this key: one of them does.
create table digest_week (
    programme_id uuid        not null,
    -- Its Monday, in the programme's time zone.
    week         date        not null,
    written_at   timestamptz not null,
    primary key (programme_id, week)
);
call guard_tenant('digest_week', 'select, insert');
call keep_for_ever('digest_week');

-- What somebody was told in a week. Of a trainee the state goes with it, by which the next change is known; the first is noted and not told.
create table digest (
    programme_id uuid        not null,
    person_id    uuid        not null,
    about        text        not null check (about in ('leading', 'progress')),
    week         date        not null,
    state        text        check (state in ('met', 'on-track', 'behind', 'not-possible')),
    told         boolean     not null,
    noted_at     timestamptz not null,
    primary key (programme_id, person_id, about, week),
    foreign key (programme_id, person_id) references person,
    constraint digest_state_of_progress check ((state is not null) = (about = 'progress'))
);
call guard_tenant('digest', 'select, insert');
call keep_for_ever('digest');
