-- A trainee can also permit that a platform shows how far they are. That is no kind of record: of it nothing is fed or pushed, and what is shown is asked for each time.
alter table connection drop constraint connection_kinds_check;
alter table connection add constraint connection_kinds_check check (
    kinds <@ array['attendance', 'presentation', 'follow-up', 'leading', 'period-account', 'assessment', 'recorded-elsewhere', 'verification', 'progress'] and cardinality(kinds) > 0);
