-- Registers on paper, on their way in: one sheet of one group at a time, transcribed by one, checked by another, confirmed by a leader or not at all.
create table paper_sheet (
    programme_id   uuid        not null,
    id             uuid        not null,
    group_id       uuid        not null,
    from_on        date        not null,
    until_on       date        not null,
    -- When the group met and who led, the leaders by the numbers of names. Who was there stands with the names.
    days           jsonb       not null,
    -- Of the file as it came, keyed, because it holds names.
    content_hash   bytea       not null check (length(content_hash) = 32),
    transcribed_by uuid        not null,
    transcribed_at timestamptz not null,
    checked_by     uuid,
    checked_at     timestamptz,
    confirmed_by   uuid,
    confirmed_at   timestamptz,
    -- Of the list that the leader saw and confirmed: the same again is the same signature.
    list_hash      bytea       check (length(list_hash) = 32),
    primary key (programme_id, id),
    foreign key (programme_id, group_id) references discussion_group,
    -- Who typed a sheet does not see their own slips: somebody else holds it against the paper.
    constraint paper_sheet_checked_by_another check (checked_by <> transcribed_by),
    constraint paper_sheet_check_is_whole check ((checked_by is null) = (checked_at is null)),
    constraint paper_sheet_confirmed_when_checked check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_at is null) = (list_hash is null)
                                                         and (confirmed_at is null or checked_at is not null))
);
-- The same file sent twice at once is one sheet.
create unique index paper_sheet_once on paper_sheet (programme_id, group_id, content_hash);
call guard_tenant('paper_sheet', 'select, insert, delete');
grant update (checked_by, checked_at, confirmed_by, confirmed_at, list_hash) on paper_sheet to portfolio_app;

-- A name as it stands on a sheet, and what the sheet says of that person, day by day.
create table paper_sheet_name (
    programme_id uuid     not null,
    sheet_id     uuid     not null,
    number       integer  not null,
    line         integer  not null,
    -- Sealed under the service's own key until it is known whom it means; then under that person's.
    written      bytea    not null,
    -- One for each day, in the sheets' own marks; nothing of whoever only led.
    marks        text[],
    person_id    uuid,
    -- Somebody who is not in the programme: their row stays on paper.
    left_out     boolean  not null default false,
    primary key (programme_id, sheet_id, number),
    foreign key (programme_id, sheet_id) references paper_sheet,
    foreign key (programme_id, person_id) references person,
    constraint paper_sheet_name_one_way check (person_id is null or not left_out)
);
create index paper_sheet_name_by_person on paper_sheet_name (programme_id, person_id);
call guard_tenant('paper_sheet_name', 'select, insert, delete');
grant update (written, person_id, left_out) on paper_sheet_name to portfolio_app;

-- Whom a written name means in this programme, so that the next sheet need not ask.
create table paper_name (
    programme_id uuid        not null,
    -- Of the name as written, keyed.
    hash         bytea       not null check (length(hash) = 32),
    person_id    uuid        not null,
    matched_by   uuid        not null,
    matched_at   timestamptz not null,
    primary key (programme_id, hash),
    foreign key (programme_id, person_id) references person
);
create index paper_name_by_person on paper_name (programme_id, person_id);
call guard_tenant('paper_name', 'select, insert, delete');
grant update (person_id, matched_by, matched_at) on paper_name to portfolio_app;
