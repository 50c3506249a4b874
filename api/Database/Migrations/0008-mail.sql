-- Letters on their way: written in the transaction that gives rise to them, sent afterwards, so that a crash between the two loses none.
create table letter (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    kind         text        not null check (kind ~ '^[a-z-]{1,40}$'),
    -- Address, subject and text, sealed under the person's own key, until it is sent or given up.
    content      bytea,
    due_at       timestamptz not null,
    tries        smallint    not null default 0,
    sent_at      timestamptz,
    -- The mail server's code for the last failure, never its words: they can hold an address.
    failed_with  text        check (failed_with ~ '^[A-Za-z0-9-]{1,60}$'),
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    -- What was sent is not kept: the letter has it.
    constraint letter_gone_once_sent check (sent_at is null or content is null)
);
create index letter_waiting on letter (programme_id, due_at) where content is not null;
call guard_tenant('letter', 'select, insert');
grant update (content, due_at, tries, sent_at, failed_with) on letter to portfolio_app;
