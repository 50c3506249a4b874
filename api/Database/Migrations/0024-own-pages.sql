-- Anybody may say of any session of theirs that it is not right, signed or not. What nobody answered in fourteen days is the tutors' too.
alter table session_query add column passed_on_at timestamptz,
    add constraint session_query_passed_on_later check (passed_on_at >= asked_at);
grant update (passed_on_at) on session_query to portfolio_app;
create index session_query_unanswered on session_query (programme_id, asked_at) where answered_at is null and passed_on_at is null;

-- The secret address from which somebody's calendar reads when their groups meet: one for each person, by its hash; a new one takes its place.
create table calendar_address (
    programme_id uuid        not null,
    person_id    uuid        not null,
    hash         bytea       not null check (length(hash) = 32),
    given_at      timestamptz not null,
    ended_at     timestamptz check (ended_at >= given_at),
    primary key (programme_id, person_id),
    -- An address leads to one person.
    constraint calendar_address_by_hash unique (programme_id, hash),
    foreign key (programme_id, person_id) references person
);
call guard_tenant('calendar_address', 'select, insert');
grant update (hash, given_at, ended_at) on calendar_address to portfolio_app;
