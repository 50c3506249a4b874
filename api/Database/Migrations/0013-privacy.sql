-- Correcting, erasing, and keeping no longer than is said.

alter table log_entry drop constraint log_entry_kind_check;
alter table log_entry add constraint log_entry_kind_check check (kind in ('register-signed', 'register-corrected', 'record-issued', 'record-superseded', 'record-withdrawn',
                                                                          'key-rotated', 'key-lost', 'person-corrected', 'record-erased', 'person-erased'));

-- The one change that a version allows, for ever: its bytes go. Its figures, digests, place in a status list and end stay as they were written.
create function refuse_change_but_erasing() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.jwt is null and new.embedded is null then
        old.jwt := null;
        old.embedded := null;
        if new is not distinct from old then
            return new;
        end if;
    end if;
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;
drop trigger append_only on record_version;
create trigger append_only before update or delete on record_version for each row execute function refuse_change_but_erasing();

alter table record_version alter column jwt drop not null;
alter table record_version drop constraint record_version_check;
alter table record_version add constraint record_version_digests_check check (
    length(digests) in (32, 64) and (jwt is null or length(digests) = case when embedded is null then 32 else 64 end) and (jwt is not null or embedded is null));
grant update (jwt, embedded) on record_version to portfolio_app;

-- An erased leader's private half is destroyed; the public one stays, so that what they endorsed for others can be checked.
alter table leader_key alter column wrapped drop not null;
alter table leader_key add constraint leader_key_destroyed_check check (wrapped is not null or until_at is not null);
grant update (wrapped) on leader_key to portfolio_app;

-- A digest of a body that held a name can be guessed, so it goes with the name.
grant update (made_from) on person, appointment to portfolio_app;
grant update (hash, content, made_from) on address to portfolio_app;
grant update (made_from) on programme to portfolio_app;
grant update (until_on) on placement, supervision, appointment to portfolio_app;

-- While it holds, nothing of this person is erased, whoever asks and however old it is.
create table legal_hold (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    -- Sealed under the key of the person it is about.
    reason       bytea       not null,
    placed_at    timestamptz not null,
    lifted_at    timestamptz check (lifted_at >= placed_at),
    lifted_by    uuid        check ((lifted_by is null) = (lifted_at is null)),
    made_by      uuid,
    made_from    bytea       not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    foreign key (programme_id, lifted_by) references person
);
create index legal_hold_in_force on legal_hold (programme_id, person_id) where lifted_at is null;
call guard_tenant('legal_hold', 'select, insert');
grant update (lifted_at, lifted_by) on legal_hold to portfolio_app;

-- How many months each kind of record, and a person of whom nothing else is left, is kept. What has no row or no number is kept until somebody erases it.
create table retention (
    programme_id uuid     not null references programme,
    kind         text     not null check (kind in ('attendance', 'presentation', 'follow-up', 'leading', 'period-account', 'assessment', 'recorded-elsewhere',
                                                   'verification', 'person')),
    months       smallint check (months between 1 and 1200),
    primary key (programme_id, kind)
);
call guard_tenant('retention', 'select, insert');
grant update (months) on retention to portfolio_app;
