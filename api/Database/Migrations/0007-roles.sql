-- Offices with a scope, and tokens that reach one session only.

-- A token that came by a leader's link opens one register and nothing else.
alter table access_token add column session_id uuid;
alter table access_token add constraint access_token_session foreign key (programme_id, session_id) references session;
alter table access_token add constraint access_token_session_has_person check (session_id is null or person_id is not null);
