-- Open Badges 3.0, pulled: platforms that registered themselves, and tokens that reach the records of one trainee. And programmes to try it with.

-- A platform that registered itself waits until somebody of the programme lets it in.
alter table platform add column waits boolean not null default false;
-- What it may ask for at most; nothing where somebody of the programme made it: then whatever platforms may.
alter table platform add column scope text check (length(scope) between 1 and 500);
grant update (waits) on platform to portfolio_app;
create index platform_waiting on platform (programme_id) where waits;

-- By whose permission a platform's token reaches what; nothing for one that reaches the platform's feed.
alter table access_token add column connection_id uuid;
alter table access_token add column scope text check (length(scope) between 1 and 500);
alter table access_token add constraint access_token_connection foreign key (programme_id, connection_id) references connection;
alter table access_token add constraint access_token_permission_is_whole
    check ((connection_id is null) = (scope is null) and (connection_id is null or platform_id is not null));
create index access_token_by_connection on access_token (programme_id, connection_id) where connection_id is not null;
-- Other kinds are another permission: the tokens of the one before go on with it.
grant update (connection_id) on access_token to portfolio_app;

-- What the platform asked for, and the trainee saw.
alter table authorization_code add column scope text not null default 'feed' check (length(scope) between 1 and 500);

-- What a platform shows for its next token, for as long as the trainee's permission holds.
create table refresh_token (
    programme_id  uuid        not null,
    hash          bytea       not null check (length(hash) = 32),
    platform_id   uuid        not null,
    connection_id uuid        not null,
    scope         text        not null check (length(scope) between 1 and 500),
    -- Later with every use.
    expires_at    timestamptz not null,
    primary key (programme_id, hash),
    foreign key (programme_id, platform_id) references platform,
    foreign key (programme_id, connection_id) references connection
);
create index refresh_token_by_expiry on refresh_token (programme_id, expires_at);
create index refresh_token_by_connection on refresh_token (programme_id, connection_id);
call guard_tenant('refresh_token', 'select, insert, delete');
grant update (connection_id, expires_at) on refresh_token to portfolio_app;

-- A programme of made-up people in which faults can be ordered.
alter table programme add column sandbox boolean not null default false;
alter table programme add constraint programme_sandbox_is_made_up check (demonstration or not sandbox);
grant update (sandbox) on programme to portfolio_app;
