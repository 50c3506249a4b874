-- Offices with a scope, clinical supervision, what is shared, and tokens that reach one session only.

-- A token that came by a leader's link opens one register and nothing else.
alter table access_token add column session_id uuid;
alter table access_token add constraint access_token_session foreign key (programme_id, session_id) references session;
alter table access_token add constraint access_token_session_has_person check (session_id is null or person_id is not null);

alter table appointment drop constraint appointment_office_check;
alter table appointment add constraint appointment_office_check
    check (office in ('tutor', 'administrator', 'director', 'panel-member', 'data-protection-officer'));
-- Only those who look after sites have some; no site means every site.
alter table appointment add constraint appointment_site_fits check (site_id is null or office in ('tutor', 'administrator'));
-- A panel sits until a day.
alter table appointment add constraint appointment_panel_ends check (office <> 'panel-member' or until_on is not null);
-- Nobody raises themselves.
alter table appointment add constraint appointment_not_by_oneself check (made_by is null or made_by <> person_id);
grant update (until_on) on appointment to portfolio_app;

alter table supervision add column kind text not null default 'educational' check (kind in ('educational', 'clinical'));
grant update (until_on) on supervision to portfolio_app;

-- A period account that its holder shows to their clinical supervisor. No row means no.
create table record_share (
    programme_id uuid        not null,
    record_id    uuid        not null,
    shared_at    timestamptz not null,
    primary key (programme_id, record_id),
    foreign key (programme_id, record_id) references record
);
call guard_tenant('record_share', 'select, insert, delete');

-- Where somebody has to do with a site, today or later: those who look after that site look after them.
create function sites_of(tenant uuid, who uuid, today date) returns setof uuid language sql stable as $$
    select p.site_id from placement p where p.programme_id = tenant and p.person_id = who and (p.until_on is null or p.until_on >= today)
    union
    select g.site_id from membership m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
    where m.programme_id = tenant and m.person_id = who and (m.until_on is null or m.until_on >= today)
    union
    select g.site_id from mandate m join discussion_group g on g.programme_id = m.programme_id and g.id = m.group_id
    where m.programme_id = tenant and m.person_id = who and (m.until_on is null or m.until_on >= today)
    union
    select p.site_id from supervision v join placement p on p.programme_id = v.programme_id and p.person_id = v.trainee_id
    where v.programme_id = tenant and v.supervisor_id = who and (v.until_on is null or v.until_on >= today) and (p.until_on is null or p.until_on >= today)
    union
    select a.site_id from appointment a
    where a.programme_id = tenant and a.person_id = who and a.site_id is not null and (a.until_on is null or a.until_on >= today)
$$;

-- Somebody who was only just added has no site yet: whoever looks after any site can give them a place.
create function has_no_place(tenant uuid, who uuid) returns boolean language sql stable
    return not exists (select 1 from placement where programme_id = tenant and person_id = who)
       and not exists (select 1 from membership where programme_id = tenant and person_id = who)
       and not exists (select 1 from mandate where programme_id = tenant and person_id = who)
       and not exists (select 1 from supervision where programme_id = tenant and supervisor_id = who)
       and not exists (select 1 from appointment where programme_id = tenant and person_id = who);
