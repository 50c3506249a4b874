-- What a member of a panel says of one rule of a frozen evidence pack: that it is in order, or a question; and what was answered. Nothing of it is ever changed.
create table panel_note (
    programme_id     uuid        not null,
    id               uuid        not null,
    evidence_pack_id uuid        not null,
    person_id        uuid        not null,
    rule             text        not null check (length(rule) between 1 and 100),
    kind             text        not null check (kind in ('ticked', 'questioned', 'answered')),
    -- The question or the answer, sealed under the key of the person whose evidence it is.
    says             bytea,
    noted_at         timestamptz not null,
    made_by          uuid        not null,
    made_from        bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, evidence_pack_id) references evidence_pack,
    foreign key (programme_id, person_id) references person,
    constraint panel_note_says_something check ((kind = 'ticked') = (says is null))
);
-- Pressed twice at once, a rule is ticked once by each member.
create unique index panel_note_ticked_once on panel_note (programme_id, evidence_pack_id, rule, made_by) where kind = 'ticked';
create index panel_note_by_person on panel_note (programme_id, person_id, noted_at);
call guard_tenant('panel_note', 'select, insert');
call keep_for_ever('panel_note');
