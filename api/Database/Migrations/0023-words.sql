-- What a programme calls those who train and those who lead: in Balint's words a leader, elsewhere a facilitator or a moderator.
create table programme_words (
    programme_id uuid        primary key references programme,
    trainee      text        not null check (trainee in ('trainee', 'resident-doctor', 'member')),
    leader       text        not null check (leader in ('leader', 'facilitator', 'moderator')),
    set_by       uuid,
    set_at       timestamptz not null
);
call guard_tenant('programme_words', 'select, insert');
grant update (trainee, leader, set_by, set_at) on programme_words to portfolio_app;
