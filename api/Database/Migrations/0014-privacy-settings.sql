-- What a programme says of how it handles personal data, and the orders to send somebody what is held about them.

-- Nothing is said for a programme: what it does not set is shown as not set.
create table privacy_setting (
    programme_id               uuid        not null references programme,
    version                    integer     not null default 1,
    controller                 text        check (length(controller) between 1 and 200),
    contact                    text        check (length(contact) between 1 and 254),
    lawful_basis               text        check (lawful_basis in ('legal-obligation', 'public-task', 'legitimate-interests', 'contract', 'consent',
                                                                   'vital-interests', 'other')),
    lawful_basis_words         text        check (length(lawful_basis_words) between 1 and 1000),
    special_category_condition text        check (length(special_category_condition) between 1 and 1000),
    country                    text        check (country ~ '^[A-Z]{2}$'),
    retention                  text        check (length(retention) between 1 and 1000),
    processors                 jsonb       not null check (jsonb_typeof(processors) = 'array'),
    changed_by                 uuid        not null,
    changed_at                 timestamptz not null,
    -- Two who set it for the first time at once: one of them does, the other is told that it has changed.
    primary key (programme_id),
    foreign key (programme_id, changed_by) references person
);
call guard_tenant('privacy_setting', 'select, insert');
grant update (version, controller, contact, lawful_basis, lawful_basis_words, special_category_condition, country, retention, processors, changed_by, changed_at)
    on privacy_setting to portfolio_app;

-- A link by letter to whoever it is about. Whoever ordered it never had the secret, of which a hash is kept.
create table export_order (
    programme_id uuid        not null,
    id           uuid        not null,
    person_id    uuid        not null,
    secret_hash  bytea       not null check (length(secret_hash) = 32),
    until_at     timestamptz not null,
    taken_at     timestamptz,
    made_by      uuid        not null,
    made_from    bytea       not null,
    made_at      timestamptz not null,
    primary key (programme_id, id),
    foreign key (programme_id, person_id) references person,
    -- What the link is found by.
    constraint export_order_secret_once unique (programme_id, secret_hash)
);
create index export_order_by_person on export_order (programme_id, person_id);
call guard_tenant('export_order', 'select, insert');
-- Of two who use the link at once, one does.
grant update (taken_at) on export_order to portfolio_app;
