CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

CREATE PROCEDURE public.guard_tenant(IN tenant_table regclass, IN privileges text)
    LANGUAGE plpgsql
    AS $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy one_programme on %s using (programme_id = nullif(current_setting(''app.programme'', true), '''')::uuid)'
        ' with check (programme_id = nullif(current_setting(''app.programme'', true), '''')::uuid)', tenant_table);
    execute format('grant %s on %s to portfolio_app', privileges, tenant_table);
end $$;

ALTER PROCEDURE public.guard_tenant(IN tenant_table regclass, IN privileges text) OWNER TO portfolio_owner;

CREATE TABLE public.appointment (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    office text NOT NULL,
    site_id uuid,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT appointment_check CHECK ((until_on >= from_on)),
    CONSTRAINT appointment_not_by_oneself CHECK (((made_by IS NULL) OR (made_by <> person_id))),
    CONSTRAINT appointment_office_check CHECK ((office = ANY (ARRAY['tutor'::text, 'administrator'::text, 'director'::text, 'panel-member'::text, 'data-protection-officer'::text]))),
    CONSTRAINT appointment_panel_ends CHECK (((office <> 'panel-member'::text) OR (until_on IS NOT NULL))),
    CONSTRAINT appointment_site_fits CHECK (((site_id IS NULL) OR (office = ANY (ARRAY['tutor'::text, 'administrator'::text]))))
);

ALTER TABLE ONLY public.appointment FORCE ROW LEVEL SECURITY;

ALTER TABLE public.appointment OWNER TO portfolio_owner;

CREATE TABLE public.mandate (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT mandate_check CHECK ((until_on >= from_on)),
    CONSTRAINT mandate_kind_check CHECK ((kind = ANY (ARRAY['leader'::text, 'co-leader'::text, 'deputy'::text])))
);

ALTER TABLE ONLY public.mandate FORCE ROW LEVEL SECURITY;

ALTER TABLE public.mandate OWNER TO portfolio_owner;

CREATE TABLE public.membership (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    person_id uuid NOT NULL,
    standing text NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT membership_check CHECK ((until_on >= from_on)),
    CONSTRAINT membership_standing_check CHECK ((standing = ANY (ARRAY['member'::text, 'member-without-requirement'::text, 'taster'::text, 'observer'::text])))
);

ALTER TABLE ONLY public.membership FORCE ROW LEVEL SECURITY;

ALTER TABLE public.membership OWNER TO portfolio_owner;

CREATE TABLE public.placement (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    site_id uuid NOT NULL,
    role text NOT NULL,
    grade text,
    whole_time numeric(4,3) NOT NULL,
    working_days smallint[] NOT NULL,
    from_on date NOT NULL,
    until_on date,
    grade_expected_to date,
    review_on date,
    evidence_cut_off date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT placement_check CHECK ((until_on >= from_on)),
    CONSTRAINT placement_cut_off_before_review CHECK ((evidence_cut_off <= review_on)),
    CONSTRAINT placement_grade_check CHECK (((length(grade) >= 1) AND (length(grade) <= 20))),
    CONSTRAINT placement_role_check CHECK ((role = ANY (ARRAY['trainee'::text, 'member'::text]))),
    CONSTRAINT placement_whole_time_check CHECK (((whole_time > (0)::numeric) AND (whole_time <= (1)::numeric))),
    CONSTRAINT placement_working_days_check CHECK (((working_days <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint]) AND (cardinality(working_days) > 0)))
);

ALTER TABLE ONLY public.placement FORCE ROW LEVEL SECURITY;

ALTER TABLE public.placement OWNER TO portfolio_owner;

CREATE TABLE public.supervision (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    trainee_id uuid NOT NULL,
    supervisor_id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    kind text DEFAULT 'educational'::text NOT NULL,
    CONSTRAINT supervision_check CHECK ((until_on >= from_on)),
    CONSTRAINT supervision_kind_check CHECK ((kind = ANY (ARRAY['educational'::text, 'clinical'::text]))),
    CONSTRAINT supervision_not_of_oneself CHECK ((trainee_id <> supervisor_id))
);

ALTER TABLE ONLY public.supervision FORCE ROW LEVEL SECURITY;

ALTER TABLE public.supervision OWNER TO portfolio_owner;

CREATE FUNCTION public.has_no_place(tenant uuid, who uuid) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((NOT (EXISTS (SELECT 1 FROM public.placement WHERE ((placement.programme_id = has_no_place.tenant) AND (placement.person_id = has_no_place.who))))) AND (NOT (EXISTS (SELECT 1 FROM public.membership WHERE ((membership.programme_id = has_no_place.tenant) AND (membership.person_id = has_no_place.who))))) AND (NOT (EXISTS (SELECT 1 FROM public.mandate WHERE ((mandate.programme_id = has_no_place.tenant) AND (mandate.person_id = has_no_place.who))))) AND (NOT (EXISTS (SELECT 1 FROM public.supervision WHERE ((supervision.programme_id = has_no_place.tenant) AND (supervision.supervisor_id = has_no_place.who))))) AND (NOT (EXISTS (SELECT 1 FROM public.appointment WHERE ((appointment.programme_id = has_no_place.tenant) AND (appointment.person_id = has_no_place.who))))));

ALTER FUNCTION public.has_no_place(tenant uuid, who uuid) OWNER TO portfolio_owner;

CREATE FUNCTION public.in_force(from_on date, until_on date, on_day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN ((on_day >= from_on) AND ((until_on IS NULL) OR (on_day <= until_on)));

ALTER FUNCTION public.in_force(from_on date, until_on date, on_day date) OWNER TO portfolio_owner;

CREATE PROCEDURE public.keep_for_ever(IN append_only_table regclass)
    LANGUAGE plpgsql
    AS $$
begin
    execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', append_only_table);
    execute format('create trigger append_only_whole before truncate on %s execute function refuse_change()', append_only_table);
end $$;

ALTER PROCEDURE public.keep_for_ever(IN append_only_table regclass) OWNER TO portfolio_owner;

CREATE TABLE public.programme (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    time_zone text NOT NULL,
    demonstration boolean NOT NULL,
    issuer text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sandbox boolean DEFAULT false NOT NULL,
    CONSTRAINT programme_issuer_check CHECK ((issuer ~~ 'did:web:%'::text)),
    CONSTRAINT programme_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT programme_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT programme_sandbox_is_made_up CHECK ((demonstration OR (NOT sandbox)))
);

ALTER TABLE public.programme OWNER TO portfolio_owner;

CREATE FUNCTION public.local_date(tenant uuid, at timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE
    RETURN (SELECT ((local_date.at AT TIME ZONE programme.time_zone))::date AS timezone FROM public.programme WHERE (programme.id = local_date.tenant));

ALTER FUNCTION public.local_date(tenant uuid, at timestamp with time zone) OWNER TO portfolio_owner;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;

ALTER FUNCTION public.refuse_change() OWNER TO portfolio_owner;

CREATE FUNCTION public.refuse_change_but_erasing() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

ALTER FUNCTION public.refuse_change_but_erasing() OWNER TO portfolio_owner;

CREATE FUNCTION public.sites_of(tenant uuid, who uuid, today date) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    AS $$
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

ALTER FUNCTION public.sites_of(tenant uuid, who uuid, today date) OWNER TO portfolio_owner;

CREATE FUNCTION public.tell_deliveries() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
    perform pg_notify('portfolio_deliveries', new.programme_id::text);
    return null;
end $$;

ALTER FUNCTION public.tell_deliveries() OWNER TO portfolio_owner;

CREATE TABLE public.access_token (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    person_id uuid,
    platform_id uuid,
    expires_at timestamp with time zone NOT NULL,
    session_id uuid,
    issued_at timestamp with time zone,
    idle_until timestamp with time zone,
    sign_in_id uuid,
    connection_id uuid,
    scope text,
    CONSTRAINT access_token_one_bearer CHECK (((person_id IS NULL) <> (platform_id IS NULL))),
    CONSTRAINT access_token_permission_is_whole CHECK ((((connection_id IS NULL) = (scope IS NULL)) AND ((connection_id IS NULL) OR (platform_id IS NOT NULL)))),
    CONSTRAINT access_token_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 500))),
    CONSTRAINT access_token_session_has_person CHECK (((session_id IS NULL) OR (person_id IS NOT NULL)))
);

ALTER TABLE ONLY public.access_token FORCE ROW LEVEL SECURITY;

ALTER TABLE public.access_token OWNER TO portfolio_owner;

CREATE TABLE public.address (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    content bytea NOT NULL,
    code_hash bytea NOT NULL,
    code_expires_at timestamp with time zone NOT NULL,
    wrong_codes smallint DEFAULT 0 NOT NULL,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT address_code_hash_check CHECK ((length(code_hash) = 32)),
    CONSTRAINT address_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.address FORCE ROW LEVEL SECURITY;

ALTER TABLE public.address OWNER TO portfolio_owner;

CREATE TABLE public.agreement (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    number integer NOT NULL,
    clauses text[] NOT NULL,
    from_on date NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT agreement_clauses_check CHECK (((cardinality(clauses) >= 1) AND (cardinality(clauses) <= 50))),
    CONSTRAINT agreement_number_check CHECK ((number >= 1))
);

ALTER TABLE ONLY public.agreement FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agreement OWNER TO portfolio_owner;

CREATE TABLE public.agreement_acceptance (
    programme_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    person_id uuid NOT NULL,
    accepted_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.agreement_acceptance FORCE ROW LEVEL SECURITY;

ALTER TABLE public.agreement_acceptance OWNER TO portfolio_owner;

CREATE TABLE public.assessment (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    person_id uuid NOT NULL,
    assessor_id uuid NOT NULL,
    assessed_as text NOT NULL,
    form_key text NOT NULL,
    form_version integer NOT NULL,
    form_type text NOT NULL,
    assessed_on date NOT NULL,
    state text NOT NULL,
    ratings bytea,
    feedback bytea,
    comment bytea,
    released_at timestamp with time zone,
    read_at timestamp with time zone,
    outcome text,
    signed_at timestamp with time zone,
    signed_hash bytea,
    record_id uuid,
    countersign boolean NOT NULL,
    countersigned_by uuid,
    countersigned_at timestamp with time zone,
    withdrawn_by uuid,
    withdrawn_at timestamp with time zone,
    reason bytea,
    version integer DEFAULT 1 NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT assessment_assessed_as_check CHECK ((assessed_as = ANY (ARRAY['leader'::text, 'co-leader'::text, 'deputy'::text, 'educational-supervisor'::text]))),
    CONSTRAINT assessment_countersigned_by_another CHECK (((countersigned_by <> person_id) AND (countersigned_by <> assessor_id))),
    CONSTRAINT assessment_form_type_check CHECK ((form_type ~ '^[A-Za-z0-9-]{1,32}$'::text)),
    CONSTRAINT assessment_not_of_oneself CHECK ((person_id <> assessor_id)),
    CONSTRAINT assessment_outcome_check CHECK ((outcome ~ '^[A-Za-z0-9-]{1,32}$'::text)),
    CONSTRAINT assessment_signed_hash_check CHECK ((length(signed_hash) = 32)),
    CONSTRAINT assessment_signed_is_whole CHECK ((((record_id IS NOT NULL) = (signed_at IS NOT NULL)) AND ((signed_at IS NULL) = (outcome IS NULL)) AND ((state <> 'signed'::text) OR (record_id IS NOT NULL)))),
    CONSTRAINT assessment_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'released'::text, 'signed'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.assessment FORCE ROW LEVEL SECURITY;

ALTER TABLE public.assessment OWNER TO portfolio_owner;

CREATE TABLE public.assessment_form (
    programme_id uuid NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    document text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT assessment_form_document_check CHECK ((length(document) <= 65536)),
    CONSTRAINT assessment_form_key_check CHECK (((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(key) <= 64))),
    CONSTRAINT assessment_form_version_check CHECK ((version >= 1))
);

ALTER TABLE ONLY public.assessment_form FORCE ROW LEVEL SECURITY;

ALTER TABLE public.assessment_form OWNER TO portfolio_owner;

CREATE TABLE public.audit_entry (
    programme_id uuid NOT NULL,
    "position" bigint NOT NULL,
    step bigint NOT NULL,
    kind text NOT NULL,
    action text NOT NULL,
    person_id uuid,
    platform_id uuid,
    as_role text,
    subject_kind text,
    subject_id uuid,
    made_kind text,
    made_id uuid,
    status smallint,
    times integer NOT NULL,
    at timestamp with time zone NOT NULL,
    from_where bytea,
    chain bytea NOT NULL,
    CONSTRAINT audit_entry_action_check CHECK ((action ~ '^[A-Za-z][A-Za-z0-9 -]{0,79}$'::text)),
    CONSTRAINT audit_entry_as_role_check CHECK ((as_role ~ '^[a-z][a-z, -]{0,199}$'::text)),
    CONSTRAINT audit_entry_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT audit_entry_check CHECK (((step >= 1) AND (step <= "position"))),
    CONSTRAINT audit_entry_check1 CHECK (((platform_id IS NULL) OR (person_id IS NULL))),
    CONSTRAINT audit_entry_kind_check CHECK ((kind = ANY (ARRAY['change'::text, 'read'::text, 'sign-in'::text, 'refused'::text]))),
    CONSTRAINT audit_entry_made_kind_check CHECK ((made_kind ~ '^[a-z][a-z-]{0,39}$'::text)),
    CONSTRAINT audit_entry_position_check CHECK (("position" >= 1)),
    CONSTRAINT audit_entry_status_check CHECK (((status >= 100) AND (status <= 599))),
    CONSTRAINT audit_entry_subject_kind_check CHECK ((subject_kind ~ '^[a-z][a-z-]{0,39}$'::text)),
    CONSTRAINT audit_entry_times_check CHECK ((times >= 1))
);

ALTER TABLE ONLY public.audit_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry OWNER TO portfolio_owner;

CREATE TABLE public.audit_head (
    programme_id uuid NOT NULL,
    "position" bigint NOT NULL,
    chain bytea NOT NULL,
    CONSTRAINT audit_head_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT audit_head_position_check CHECK (("position" >= 1))
);

ALTER TABLE ONLY public.audit_head FORCE ROW LEVEL SECURITY;

ALTER TABLE public.audit_head OWNER TO portfolio_owner;

CREATE TABLE public.authorization_code (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kinds text[] NOT NULL,
    redirect_uri text NOT NULL,
    challenge text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    connection_id uuid,
    scope text DEFAULT 'feed'::text NOT NULL,
    CONSTRAINT authorization_code_challenge_check CHECK ((challenge ~ '^[A-Za-z0-9_-]{43}$'::text)),
    CONSTRAINT authorization_code_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT authorization_code_kinds_check CHECK ((cardinality(kinds) > 0)),
    CONSTRAINT authorization_code_redirect_uri_check CHECK ((length(redirect_uri) <= 2000)),
    CONSTRAINT authorization_code_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 500)))
);

ALTER TABLE ONLY public.authorization_code FORCE ROW LEVEL SECURITY;

ALTER TABLE public.authorization_code OWNER TO portfolio_owner;

CREATE TABLE public.authorization_state (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT authorization_state_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.authorization_state FORCE ROW LEVEL SECURITY;

ALTER TABLE public.authorization_state OWNER TO portfolio_owner;

CREATE TABLE public.calendar_address (
    programme_id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    given_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT calendar_address_check CHECK ((ended_at >= given_at)),
    CONSTRAINT calendar_address_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.calendar_address FORCE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_address OWNER TO portfolio_owner;

CREATE TABLE public.check_in (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id uuid NOT NULL,
    visiting boolean NOT NULL,
    checked_in_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.check_in FORCE ROW LEVEL SECURITY;

ALTER TABLE public.check_in OWNER TO portfolio_owner;

CREATE TABLE public.check_in_setting (
    programme_id uuid NOT NULL,
    group_id uuid NOT NULL,
    uses boolean NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.check_in_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.check_in_setting OWNER TO portfolio_owner;

CREATE TABLE public.checkpoint (
    programme_id uuid NOT NULL,
    "position" bigint NOT NULL,
    chain bytea NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    signature text NOT NULL
);

ALTER TABLE ONLY public.checkpoint FORCE ROW LEVEL SECURITY;

ALTER TABLE public.checkpoint OWNER TO portfolio_owner;

CREATE TABLE public.client_assertion (
    programme_id uuid NOT NULL,
    platform_id uuid NOT NULL,
    jti_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT client_assertion_jti_hash_check CHECK ((length(jti_hash) = 32))
);

ALTER TABLE ONLY public.client_assertion FORCE ROW LEVEL SECURITY;

ALTER TABLE public.client_assertion OWNER TO portfolio_owner;

CREATE TABLE public.clock_stop (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT clock_stop_check CHECK ((until_on >= from_on))
);

ALTER TABLE ONLY public.clock_stop FORCE ROW LEVEL SECURITY;

ALTER TABLE public.clock_stop OWNER TO portfolio_owner;

CREATE TABLE public.confirmation (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    pack_hash bytea NOT NULL,
    scope text NOT NULL,
    round integer,
    step integer,
    before integer GENERATED ALWAYS AS (
CASE
    WHEN (step > 1) THEN (step - 1)
    ELSE NULL::integer
END) STORED,
    step_id text NOT NULL,
    act text NOT NULL,
    as_of date NOT NULL,
    evidence bytea NOT NULL,
    evidence_hash bytea NOT NULL,
    record_id uuid,
    confirmed_by uuid NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    reversed_at timestamp with time zone,
    reversed_by uuid,
    reversal bytea,
    CONSTRAINT confirmation_act_check CHECK ((act = ANY (ARRAY['agrees'::text, 'checks'::text, 'verifies'::text]))),
    CONSTRAINT confirmation_check CHECK ((reversed_at >= confirmed_at)),
    CONSTRAINT confirmation_evidence_hash_check CHECK ((length(evidence_hash) = 32)),
    CONSTRAINT confirmation_not_of_oneself CHECK ((confirmed_by <> person_id)),
    CONSTRAINT confirmation_pack_check CHECK (((length(pack) >= 1) AND (length(pack) <= 100))),
    CONSTRAINT confirmation_pack_hash_check CHECK ((length(pack_hash) = 32)),
    CONSTRAINT confirmation_pack_version_check CHECK ((pack_version >= 1)),
    CONSTRAINT confirmation_reversal_is_whole CHECK ((num_nonnulls(reversed_at, reversed_by, reversal) = ANY (ARRAY[0, 3]))),
    CONSTRAINT confirmation_says_which_step CHECK ((((scope = 'requirement'::text) = (round IS NOT NULL)) AND ((round IS NULL) = (step IS NULL)))),
    CONSTRAINT confirmation_scope_check CHECK ((scope = ANY (ARRAY['requirement'::text, 'progress'::text]))),
    CONSTRAINT confirmation_step_check CHECK (((step >= 1) AND (step <= 20))),
    CONSTRAINT confirmation_verifies_by_record CHECK (((act = 'verifies'::text) = (record_id IS NOT NULL)))
);

ALTER TABLE ONLY public.confirmation FORCE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation OWNER TO portfolio_owner;

CREATE TABLE public.confirmation_question (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    round integer NOT NULL,
    step_id text NOT NULL,
    question bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answers uuid NOT NULL,
    answer bytea,
    answered_by uuid,
    answered_at timestamp with time zone,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT confirmation_question_answer_is_whole CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT confirmation_question_check CHECK ((answered_at >= asked_at))
);

ALTER TABLE ONLY public.confirmation_question FORCE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation_question OWNER TO portfolio_owner;

CREATE TABLE public.confirmation_round (
    programme_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    number integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_for text,
    ended_step text,
    ended_by uuid,
    reason bytea,
    CONSTRAINT confirmation_round_check CHECK ((ended_at >= begun_at)),
    CONSTRAINT confirmation_round_end_is_whole CHECK ((num_nonnulls(ended_at, ended_for, ended_step, ended_by, reason) = ANY (ARRAY[0, 5]))),
    CONSTRAINT confirmation_round_ended_for_check CHECK ((ended_for = ANY (ARRAY['declined'::text, 'reversed'::text]))),
    CONSTRAINT confirmation_round_not_of_oneself CHECK ((ended_by <> person_id)),
    CONSTRAINT confirmation_round_number_check CHECK ((number >= 1)),
    CONSTRAINT confirmation_round_pack_check CHECK (((length(pack) >= 1) AND (length(pack) <= 100))),
    CONSTRAINT confirmation_round_pack_version_check CHECK ((pack_version >= 1))
);

ALTER TABLE ONLY public.confirmation_round FORCE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation_round OWNER TO portfolio_owner;

CREATE TABLE public.connection (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    pairwise_id uuid NOT NULL,
    kinds text[] NOT NULL,
    connected_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    feed text DEFAULT 'waiting'::text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT connection_check CHECK ((ended_at >= connected_at)),
    CONSTRAINT connection_feed_check CHECK ((feed = ANY (ARRAY['waiting'::text, 'fed'::text, 'over'::text]))),
    CONSTRAINT connection_kinds_check CHECK (((kinds <@ ARRAY['attendance'::text, 'presentation'::text, 'follow-up'::text, 'leading'::text, 'period-account'::text, 'assessment'::text, 'recorded-elsewhere'::text, 'verification'::text, 'progress'::text]) AND (cardinality(kinds) > 0)))
);

ALTER TABLE ONLY public.connection FORCE ROW LEVEL SECURITY;

ALTER TABLE public.connection OWNER TO portfolio_owner;

CREATE TABLE public.delivery (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    record_id uuid NOT NULL,
    number integer NOT NULL,
    log_position bigint NOT NULL,
    wanted text DEFAULT 'there'::text NOT NULL,
    state text DEFAULT 'due'::text NOT NULL,
    reason text,
    doubt boolean DEFAULT false NOT NULL,
    receipt bytea,
    steps bytea,
    tries smallint DEFAULT 0 NOT NULL,
    since timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    accepted_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT delivery_due CHECK (((state = ANY (ARRAY['due'::text, 'sending'::text])) = (due_at IS NOT NULL))),
    CONSTRAINT delivery_reason CHECK (((state = ANY (ARRAY['refused'::text, 'unknown'::text, 'parked'::text])) = (reason IS NOT NULL))),
    CONSTRAINT delivery_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
    CONSTRAINT delivery_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sending'::text, 'accepted'::text, 'refused'::text, 'unknown'::text, 'parked'::text, 'withdrawn'::text]))),
    CONSTRAINT delivery_tries_check CHECK ((tries >= 0)),
    CONSTRAINT delivery_wanted_check CHECK ((wanted = ANY (ARRAY['there'::text, 'gone'::text]))),
    CONSTRAINT delivery_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
);

ALTER TABLE ONLY public.delivery FORCE ROW LEVEL SECURITY;

ALTER TABLE public.delivery OWNER TO portfolio_owner;

CREATE TABLE public.delivery_attempt (
    programme_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    number smallint NOT NULL,
    act text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    code text,
    said text,
    CONSTRAINT delivery_attempt_act_check CHECK ((act = ANY (ARRAY['deliver'::text, 'replace'::text, 'withdraw'::text, 'find'::text]))),
    CONSTRAINT delivery_attempt_code_check CHECK ((length(code) <= 60)),
    CONSTRAINT delivery_attempt_ended CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT delivery_attempt_number_check CHECK ((number >= 1)),
    CONSTRAINT delivery_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'already-there'::text, 'not-there'::text, 'try-later'::text, 'refused'::text, 'needs-person'::text, 'no-answer'::text]))),
    CONSTRAINT delivery_attempt_said_check CHECK ((length(said) <= 200))
);

ALTER TABLE ONLY public.delivery_attempt FORCE ROW LEVEL SECURITY;

ALTER TABLE public.delivery_attempt OWNER TO portfolio_owner;

CREATE TABLE public.digest (
    programme_id uuid NOT NULL,
    person_id uuid NOT NULL,
    about text NOT NULL,
    week date NOT NULL,
    state text,
    told boolean NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    CONSTRAINT digest_about_check CHECK ((about = ANY (ARRAY['leading'::text, 'progress'::text]))),
    CONSTRAINT digest_state_check CHECK ((state = ANY (ARRAY['met'::text, 'on-track'::text, 'behind'::text, 'not-possible'::text]))),
    CONSTRAINT digest_state_of_progress CHECK (((state IS NOT NULL) = (about = 'progress'::text)))
);

ALTER TABLE ONLY public.digest FORCE ROW LEVEL SECURITY;

ALTER TABLE public.digest OWNER TO portfolio_owner;

CREATE TABLE public.digest_setting (
    programme_id uuid NOT NULL,
    person_id uuid NOT NULL,
    weekly boolean NOT NULL,
    set_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.digest_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.digest_setting OWNER TO portfolio_owner;

CREATE TABLE public.digest_week (
    programme_id uuid NOT NULL,
    week date NOT NULL,
    written_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.digest_week FORCE ROW LEVEL SECURITY;

ALTER TABLE public.digest_week OWNER TO portfolio_owner;

CREATE TABLE public.discussion_group (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    site_id uuid NOT NULL,
    form text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT discussion_group_form_check CHECK ((form ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT discussion_group_key_check CHECK (((length(key) >= 1) AND (length(key) <= 100))),
    CONSTRAINT discussion_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.discussion_group FORCE ROW LEVEL SECURITY;

ALTER TABLE public.discussion_group OWNER TO portfolio_owner;

CREATE TABLE public.evidence_pack (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    pack_hash bytea NOT NULL,
    as_of date NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    evidence bytea NOT NULL,
    file bytea NOT NULL,
    paper bytea NOT NULL,
    file_hash bytea NOT NULL,
    paper_hash bytea NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT evidence_pack_file_hash_check CHECK ((length(file_hash) = 32)),
    CONSTRAINT evidence_pack_pack_check CHECK (((length(pack) >= 1) AND (length(pack) <= 100))),
    CONSTRAINT evidence_pack_pack_hash_check CHECK ((length(pack_hash) = 32)),
    CONSTRAINT evidence_pack_pack_version_check CHECK ((pack_version >= 1)),
    CONSTRAINT evidence_pack_paper_hash_check CHECK ((length(paper_hash) = 32))
);

ALTER TABLE ONLY public.evidence_pack FORCE ROW LEVEL SECURITY;

ALTER TABLE public.evidence_pack OWNER TO portfolio_owner;

CREATE TABLE public.export_order (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    secret_hash bytea NOT NULL,
    until_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    made_by uuid NOT NULL,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT export_order_secret_hash_check CHECK ((length(secret_hash) = 32))
);

ALTER TABLE ONLY public.export_order FORCE ROW LEVEL SECURITY;

ALTER TABLE public.export_order OWNER TO portfolio_owner;

CREATE TABLE public.feed_entry (
    programme_id uuid NOT NULL,
    platform_id uuid NOT NULL,
    "position" bigint NOT NULL,
    change text NOT NULL,
    connection_id uuid NOT NULL,
    record_id uuid,
    number integer,
    CONSTRAINT feed_entry_change_check CHECK ((change = ANY (ARRAY['issued'::text, 'superseded'::text, 'withdrawn'::text, 'removed'::text]))),
    CONSTRAINT feed_entry_names_a_record CHECK ((((change = 'removed'::text) = (record_id IS NULL)) AND ((record_id IS NULL) = (number IS NULL)))),
    CONSTRAINT feed_entry_position_check CHECK (("position" >= 1))
);

ALTER TABLE ONLY public.feed_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.feed_entry OWNER TO portfolio_owner;

CREATE TABLE public.feed_head (
    programme_id uuid NOT NULL,
    platform_id uuid NOT NULL,
    "position" bigint DEFAULT 0 NOT NULL,
    log_position bigint DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY public.feed_head FORCE ROW LEVEL SECURITY;

ALTER TABLE public.feed_head OWNER TO portfolio_owner;

CREATE TABLE public.framework_version (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    framework text NOT NULL,
    number integer NOT NULL,
    version text NOT NULL,
    document_id uuid NOT NULL,
    content text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT framework_version_framework_check CHECK ((framework ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT framework_version_number_check CHECK ((number > 0)),
    CONSTRAINT framework_version_version_check CHECK (((length(version) >= 1) AND (length(version) <= 100)))
);

ALTER TABLE ONLY public.framework_version FORCE ROW LEVEL SECURITY;

ALTER TABLE public.framework_version OWNER TO portfolio_owner;

CREATE TABLE public.group_detail (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    size_from smallint NOT NULL,
    size_to smallint NOT NULL,
    closed boolean NOT NULL,
    voluntary boolean NOT NULL,
    admission text NOT NULL,
    cases smallint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT group_detail_admission_check CHECK ((admission = ANY (ARRAY['assigned'::text, 'open'::text, 'on-request'::text, 'by-invitation'::text, 'after-screening'::text]))),
    CONSTRAINT group_detail_cases_check CHECK (((cases >= 0) AND (cases <= 2))),
    CONSTRAINT group_detail_check CHECK (((size_to >= size_from) AND (size_to <= 200))),
    CONSTRAINT group_detail_check1 CHECK ((until_on >= from_on)),
    CONSTRAINT group_detail_size_from_check CHECK (((size_from >= 1) AND (size_from <= 200)))
);

ALTER TABLE ONLY public.group_detail FORCE ROW LEVEL SECURITY;

ALTER TABLE public.group_detail OWNER TO portfolio_owner;

CREATE TABLE public.group_schedule (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    every_days smallint NOT NULL,
    weekday smallint,
    starts_at time without time zone NOT NULL,
    minutes smallint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    pauses jsonb NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT group_schedule_check CHECK ((until_on >= from_on)),
    CONSTRAINT group_schedule_every_days_check CHECK (((every_days >= 1) AND (every_days <= 366))),
    CONSTRAINT group_schedule_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT group_schedule_pauses_check CHECK ((jsonb_typeof(pauses) = 'array'::text)),
    CONSTRAINT group_schedule_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

ALTER TABLE ONLY public.group_schedule FORCE ROW LEVEL SECURITY;

ALTER TABLE public.group_schedule OWNER TO portfolio_owner;

CREATE TABLE public.handover (
    programme_id uuid NOT NULL,
    mandate_id uuid NOT NULL,
    until_on date NOT NULL,
    unsigned integer NOT NULL,
    told_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.handover FORCE ROW LEVEL SECURITY;

ALTER TABLE public.handover OWNER TO portfolio_owner;

CREATE TABLE public.invitation (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    word_hash bytea,
    wrong_words smallint DEFAULT 0 NOT NULL,
    browser_hash bytea,
    accepted_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_by uuid,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT invitation_browser_hash_check CHECK ((length(browser_hash) = 32)),
    CONSTRAINT invitation_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT invitation_word_hash_check CHECK ((length(word_hash) = 32))
);

ALTER TABLE ONLY public.invitation FORCE ROW LEVEL SECURITY;

ALTER TABLE public.invitation OWNER TO portfolio_owner;

CREATE TABLE public.leader_key (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    public_key bytea NOT NULL,
    wrapped bytea,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    lost_from bigint,
    CONSTRAINT leader_key_check CHECK ((until_at > from_at)),
    CONSTRAINT leader_key_destroyed_check CHECK (((wrapped IS NOT NULL) OR (until_at IS NOT NULL))),
    CONSTRAINT leader_key_lost_from_check CHECK ((lost_from >= 1)),
    CONSTRAINT leader_key_public_key_check CHECK ((length(public_key) = 32))
);

ALTER TABLE ONLY public.leader_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.leader_key OWNER TO portfolio_owner;

CREATE TABLE public.legal_hold (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    reason bytea NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    lifted_by uuid,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT legal_hold_check CHECK ((lifted_at >= placed_at)),
    CONSTRAINT legal_hold_check1 CHECK (((lifted_by IS NULL) = (lifted_at IS NULL)))
);

ALTER TABLE ONLY public.legal_hold FORCE ROW LEVEL SECURITY;

ALTER TABLE public.legal_hold OWNER TO portfolio_owner;

CREATE TABLE public.letter (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    content bytea,
    due_at timestamp with time zone NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    sent_at timestamp with time zone,
    failed_with text,
    CONSTRAINT letter_failed_with_check CHECK ((failed_with ~ '^[A-Za-z0-9-]{1,60}$'::text)),
    CONSTRAINT letter_gone_once_sent CHECK (((sent_at IS NULL) OR (content IS NULL))),
    CONSTRAINT letter_kind_check CHECK ((kind ~ '^[a-z-]{1,40}$'::text))
);

ALTER TABLE ONLY public.letter FORCE ROW LEVEL SECURITY;

ALTER TABLE public.letter OWNER TO portfolio_owner;

CREATE TABLE public.link_setting (
    programme_id uuid NOT NULL,
    leader_links boolean NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.link_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.link_setting OWNER TO portfolio_owner;

CREATE TABLE public.linked_device (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    label bytea NOT NULL,
    until_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT linked_device_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.linked_device FORCE ROW LEVEL SECURITY;

ALTER TABLE public.linked_device OWNER TO portfolio_owner;

CREATE TABLE public.log_entry (
    programme_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    number integer NOT NULL,
    digests bytea NOT NULL,
    logged_at timestamp with time zone NOT NULL,
    chain bytea NOT NULL,
    CONSTRAINT log_entry_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT log_entry_digests_check CHECK ((length(digests) = ANY (ARRAY[32, 64]))),
    CONSTRAINT log_entry_kind_check CHECK ((kind = ANY (ARRAY['register-signed'::text, 'register-corrected'::text, 'record-issued'::text, 'record-superseded'::text, 'record-withdrawn'::text, 'key-rotated'::text, 'key-lost'::text, 'person-corrected'::text, 'record-erased'::text, 'person-erased'::text]))),
    CONSTRAINT log_entry_position_check CHECK (("position" >= 1))
);

ALTER TABLE ONLY public.log_entry FORCE ROW LEVEL SECURITY;

ALTER TABLE public.log_entry OWNER TO portfolio_owner;

CREATE TABLE public.log_head (
    programme_id uuid NOT NULL,
    "position" bigint NOT NULL,
    chain bytea NOT NULL,
    CONSTRAINT log_head_chain_check CHECK ((length(chain) = 32)),
    CONSTRAINT log_head_position_check CHECK (("position" >= 0))
);

ALTER TABLE ONLY public.log_head FORCE ROW LEVEL SECURITY;

ALTER TABLE public.log_head OWNER TO portfolio_owner;

CREATE TABLE public.lti_course (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    registration_id uuid NOT NULL,
    deployment text NOT NULL,
    context text NOT NULL,
    title text NOT NULL,
    memberships_url text,
    line_items_url text,
    group_id uuid,
    linked_by uuid,
    linked_at timestamp with time zone,
    platform_id uuid,
    scores_at timestamp with time zone,
    seen_at timestamp with time zone NOT NULL,
    CONSTRAINT lti_course_context_check CHECK (((length(context) >= 1) AND (length(context) <= 255))),
    CONSTRAINT lti_course_deployment_check CHECK (((length(deployment) >= 1) AND (length(deployment) <= 255))),
    CONSTRAINT lti_course_line_items_url_check CHECK ((length(line_items_url) <= 2000)),
    CONSTRAINT lti_course_link_is_whole CHECK (((group_id IS NULL) = (linked_at IS NULL))),
    CONSTRAINT lti_course_memberships_url_check CHECK ((length(memberships_url) <= 2000)),
    CONSTRAINT lti_course_scores_are_whole CHECK (((platform_id IS NULL) = (scores_at IS NULL))),
    CONSTRAINT lti_course_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

ALTER TABLE ONLY public.lti_course FORCE ROW LEVEL SECURITY;

ALTER TABLE public.lti_course OWNER TO portfolio_owner;

CREATE TABLE public.lti_nonce (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT lti_nonce_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.lti_nonce FORCE ROW LEVEL SECURITY;

ALTER TABLE public.lti_nonce OWNER TO portfolio_owner;

CREATE TABLE public.lti_offer (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    made_by uuid,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT lti_offer_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.lti_offer FORCE ROW LEVEL SECURITY;

ALTER TABLE public.lti_offer OWNER TO portfolio_owner;

CREATE TABLE public.lti_registration (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    issuer text NOT NULL,
    client_id text NOT NULL,
    authorization_url text NOT NULL,
    token_url text NOT NULL,
    keys_url text NOT NULL,
    deployments text[] NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT lti_registration_authorization_url_check CHECK ((length(authorization_url) <= 2000)),
    CONSTRAINT lti_registration_check CHECK ((ended_at >= made_at)),
    CONSTRAINT lti_registration_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 255))),
    CONSTRAINT lti_registration_deployments_check CHECK ((cardinality(deployments) <= 50)),
    CONSTRAINT lti_registration_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 2000))),
    CONSTRAINT lti_registration_keys_url_check CHECK ((length(keys_url) <= 2000)),
    CONSTRAINT lti_registration_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT lti_registration_token_url_check CHECK ((length(token_url) <= 2000))
);

ALTER TABLE ONLY public.lti_registration FORCE ROW LEVEL SECURITY;

ALTER TABLE public.lti_registration OWNER TO portfolio_owner;

CREATE TABLE public.meeting (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    with_id uuid,
    partner bytea,
    peers jsonb NOT NULL,
    did text NOT NULL,
    form text NOT NULL,
    mode text NOT NULL,
    held_on date NOT NULL,
    minutes smallint NOT NULL,
    confirmed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT meeting_check CHECK (((confirmed_at IS NULL) OR (with_id IS NOT NULL))),
    CONSTRAINT meeting_did_check CHECK ((did = ANY (ARRAY['supervised'::text, 'was-supervised'::text, 'peer'::text]))),
    CONSTRAINT meeting_form_check1 CHECK ((form ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT meeting_held_on_check CHECK (((held_on >= '1990-01-01'::date) AND (held_on <= '2199-12-31'::date))),
    CONSTRAINT meeting_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT meeting_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'online'::text]))),
    CONSTRAINT meeting_not_with_oneself CHECK ((person_id <> with_id)),
    CONSTRAINT meeting_peers_check CHECK ((jsonb_typeof(peers) = 'object'::text))
);

ALTER TABLE ONLY public.meeting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.meeting OWNER TO portfolio_owner;

CREATE TABLE public.meeting_form (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    key text NOT NULL,
    title jsonb NOT NULL,
    size_from smallint NOT NULL,
    size_to smallint NOT NULL,
    minutes smallint NOT NULL,
    doings text[] NOT NULL,
    member_does text NOT NULL,
    leader_does text NOT NULL,
    counts boolean NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT meeting_form_check CHECK (((size_to >= size_from) AND (size_to <= 200))),
    CONSTRAINT meeting_form_doings_check CHECK (((doings <@ ARRAY['attend'::text, 'present'::text, 'follow-up'::text, 'lead'::text, 'co-lead'::text, 'be-supervised'::text]) AND (cardinality(doings) > 0))),
    CONSTRAINT meeting_form_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT meeting_form_leader_does_check CHECK ((leader_does = ANY (ARRAY['led'::text, 'supervised'::text]))),
    CONSTRAINT meeting_form_member_does_check CHECK ((member_does = ANY (ARRAY['attended'::text, 'was-supervised'::text]))),
    CONSTRAINT meeting_form_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT meeting_form_size_from_check CHECK (((size_from >= 1) AND (size_from <= 200))),
    CONSTRAINT meeting_form_title_check CHECK ((jsonb_typeof(title) = 'object'::text))
);

ALTER TABLE ONLY public.meeting_form FORCE ROW LEVEL SECURITY;

ALTER TABLE public.meeting_form OWNER TO portfolio_owner;

CREATE TABLE public.outward_place (
    programme_id uuid NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    id uuid NOT NULL,
    settings bytea,
    notes bytea,
    brought_for uuid,
    needs text,
    needs_since timestamp with time zone,
    told_at timestamp with time zone,
    due_at timestamp with time zone,
    lease uuid,
    leased_until timestamp with time zone,
    CONSTRAINT outward_place_check CHECK (((leased_until IS NULL) = (lease IS NULL))),
    CONSTRAINT outward_place_needs CHECK (((needs IS NULL) = (needs_since IS NULL))),
    CONSTRAINT outward_place_needs_check CHECK ((needs ~ '^[a-z]+(-[a-z]+)*$'::text))
);

ALTER TABLE ONLY public.outward_place FORCE ROW LEVEL SECURITY;

ALTER TABLE public.outward_place OWNER TO portfolio_owner;

CREATE TABLE public.outward_platform (
    programme_id uuid NOT NULL,
    platform_id uuid NOT NULL,
    adapter text NOT NULL,
    settings bytea NOT NULL,
    receiver text NOT NULL,
    country text NOT NULL,
    agreement text NOT NULL,
    most_at_once smallint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    log_position bigint DEFAULT 0 NOT NULL,
    rests_until timestamp with time zone,
    forbidden text,
    CONSTRAINT outward_platform_adapter_check CHECK ((adapter ~ '^[a-z0-9-]{1,40}$'::text)),
    CONSTRAINT outward_platform_agreement_check CHECK (((length(agreement) >= 1) AND (length(agreement) <= 500))),
    CONSTRAINT outward_platform_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT outward_platform_forbidden_check CHECK ((forbidden = ANY (ARRAY['country'::text, 'host'::text]))),
    CONSTRAINT outward_platform_most_at_once_check CHECK (((most_at_once >= 1) AND (most_at_once <= 64))),
    CONSTRAINT outward_platform_receiver_check CHECK (((length(receiver) >= 1) AND (length(receiver) <= 200)))
);

ALTER TABLE ONLY public.outward_platform FORCE ROW LEVEL SECURITY;

ALTER TABLE public.outward_platform OWNER TO portfolio_owner;

CREATE TABLE public.panel_note (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    evidence_pack_id uuid NOT NULL,
    person_id uuid NOT NULL,
    rule text NOT NULL,
    kind text NOT NULL,
    says bytea,
    noted_at timestamp with time zone NOT NULL,
    made_by uuid NOT NULL,
    made_from bytea NOT NULL,
    CONSTRAINT panel_note_kind_check CHECK ((kind = ANY (ARRAY['ticked'::text, 'questioned'::text, 'answered'::text]))),
    CONSTRAINT panel_note_rule_check CHECK (((length(rule) >= 1) AND (length(rule) <= 100))),
    CONSTRAINT panel_note_says_something CHECK (((kind = 'ticked'::text) = (says IS NULL)))
);

ALTER TABLE ONLY public.panel_note FORCE ROW LEVEL SECURITY;

ALTER TABLE public.panel_note OWNER TO portfolio_owner;

CREATE TABLE public.paper_name (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    matched_by uuid NOT NULL,
    matched_at timestamp with time zone NOT NULL,
    CONSTRAINT paper_name_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.paper_name FORCE ROW LEVEL SECURITY;

ALTER TABLE public.paper_name OWNER TO portfolio_owner;

CREATE TABLE public.paper_sheet (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    days jsonb NOT NULL,
    content_hash bytea NOT NULL,
    transcribed_by uuid NOT NULL,
    transcribed_at timestamp with time zone NOT NULL,
    checked_by uuid,
    checked_at timestamp with time zone,
    confirmed_by uuid,
    confirmed_at timestamp with time zone,
    list_hash bytea,
    CONSTRAINT paper_sheet_check_is_whole CHECK (((checked_by IS NULL) = (checked_at IS NULL))),
    CONSTRAINT paper_sheet_checked_by_another CHECK ((checked_by <> transcribed_by)),
    CONSTRAINT paper_sheet_confirmed_when_checked CHECK ((((confirmed_by IS NULL) = (confirmed_at IS NULL)) AND ((confirmed_at IS NULL) = (list_hash IS NULL)) AND ((confirmed_at IS NULL) OR (checked_at IS NOT NULL)))),
    CONSTRAINT paper_sheet_content_hash_check CHECK ((length(content_hash) = 32)),
    CONSTRAINT paper_sheet_list_hash_check CHECK ((length(list_hash) = 32))
);

ALTER TABLE ONLY public.paper_sheet FORCE ROW LEVEL SECURITY;

ALTER TABLE public.paper_sheet OWNER TO portfolio_owner;

CREATE TABLE public.paper_sheet_name (
    programme_id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    number integer NOT NULL,
    line integer NOT NULL,
    written bytea NOT NULL,
    marks text[],
    person_id uuid,
    left_out boolean DEFAULT false NOT NULL,
    CONSTRAINT paper_sheet_name_one_way CHECK (((person_id IS NULL) OR (NOT left_out)))
);

ALTER TABLE ONLY public.paper_sheet_name FORCE ROW LEVEL SECURITY;

ALTER TABLE public.paper_sheet_name OWNER TO portfolio_owner;

CREATE TABLE public.person (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    identity bytea NOT NULL,
    key_hash bytea,
    email_hash bytea,
    number_hash bytea,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    address_since timestamp with time zone
);

ALTER TABLE ONLY public.person FORCE ROW LEVEL SECURITY;

ALTER TABLE public.person OWNER TO portfolio_owner;

CREATE TABLE public.person_key (
    programme_id uuid NOT NULL,
    person_id uuid NOT NULL,
    wrapped bytea NOT NULL
);

ALTER TABLE ONLY public.person_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.person_key OWNER TO portfolio_owner;

CREATE TABLE public.platform (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    redirect_uris text[] DEFAULT '{}'::text[] NOT NULL,
    keys text,
    keys_url text,
    paused_at timestamp with time zone,
    ended_at timestamp with time zone,
    waits boolean DEFAULT false NOT NULL,
    scope text,
    CONSTRAINT platform_keys_check CHECK ((length(keys) <= 65536)),
    CONSTRAINT platform_keys_one_way CHECK (((keys IS NULL) OR (keys_url IS NULL))),
    CONSTRAINT platform_keys_url_check CHECK ((length(keys_url) <= 2000)),
    CONSTRAINT platform_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT platform_redirect_uris_check CHECK ((cardinality(redirect_uris) <= 10)),
    CONSTRAINT platform_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 500)))
);

ALTER TABLE ONLY public.platform FORCE ROW LEVEL SECURITY;

ALTER TABLE public.platform OWNER TO portfolio_owner;

CREATE TABLE public.platform_key (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    certificate bytea NOT NULL,
    wrapped bytea NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    CONSTRAINT platform_key_check CHECK ((until_at > from_at))
);

ALTER TABLE ONLY public.platform_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.platform_key OWNER TO portfolio_owner;

CREATE TABLE public.platform_secret (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    platform_id uuid NOT NULL,
    slot smallint NOT NULL,
    hash bytea NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT platform_secret_check CHECK ((ended_at >= made_at)),
    CONSTRAINT platform_secret_hash_check1 CHECK ((length(hash) = 32)),
    CONSTRAINT platform_secret_slot_check CHECK ((slot = ANY (ARRAY[1, 2])))
);

ALTER TABLE ONLY public.platform_secret FORCE ROW LEVEL SECURITY;

ALTER TABLE public.platform_secret OWNER TO portfolio_owner;

CREATE TABLE public.privacy_setting (
    programme_id uuid NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    controller text,
    contact text,
    lawful_basis text,
    lawful_basis_words text,
    special_category_condition text,
    country text,
    retention text,
    processors jsonb NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT privacy_setting_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 254))),
    CONSTRAINT privacy_setting_controller_check CHECK (((length(controller) >= 1) AND (length(controller) <= 200))),
    CONSTRAINT privacy_setting_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT privacy_setting_lawful_basis_check CHECK ((lawful_basis = ANY (ARRAY['legal-obligation'::text, 'public-task'::text, 'legitimate-interests'::text, 'contract'::text, 'consent'::text, 'vital-interests'::text, 'other'::text]))),
    CONSTRAINT privacy_setting_lawful_basis_words_check CHECK (((length(lawful_basis_words) >= 1) AND (length(lawful_basis_words) <= 1000))),
    CONSTRAINT privacy_setting_processors_check CHECK ((jsonb_typeof(processors) = 'array'::text)),
    CONSTRAINT privacy_setting_retention_check CHECK (((length(retention) >= 1) AND (length(retention) <= 1000))),
    CONSTRAINT privacy_setting_special_category_condition_check CHECK (((length(special_category_condition) >= 1) AND (length(special_category_condition) <= 1000)))
);

ALTER TABLE ONLY public.privacy_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.privacy_setting OWNER TO portfolio_owner;

CREATE TABLE public.profession (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    code text NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT profession_check CHECK ((until_on >= from_on)),
    CONSTRAINT profession_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);

ALTER TABLE ONLY public.profession FORCE ROW LEVEL SECURITY;

ALTER TABLE public.profession OWNER TO portfolio_owner;

CREATE TABLE public.programme_words (
    programme_id uuid NOT NULL,
    trainee text NOT NULL,
    leader text NOT NULL,
    set_by uuid,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT programme_words_leader_check CHECK ((leader = ANY (ARRAY['leader'::text, 'facilitator'::text, 'moderator'::text]))),
    CONSTRAINT programme_words_trainee_check CHECK ((trainee = ANY (ARRAY['trainee'::text, 'resident-doctor'::text, 'member'::text])))
);

ALTER TABLE ONLY public.programme_words FORCE ROW LEVEL SECURITY;

ALTER TABLE public.programme_words OWNER TO portfolio_owner;

CREATE TABLE public.protection_key (
    id uuid NOT NULL,
    content bytea NOT NULL
);

ALTER TABLE public.protection_key OWNER TO portfolio_owner;

CREATE TABLE public.published_framework (
    programme_id uuid NOT NULL,
    document_id uuid NOT NULL,
    version_id uuid NOT NULL,
    header text NOT NULL,
    content text NOT NULL,
    item_ids uuid[] NOT NULL,
    association_ids uuid[] NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.published_framework FORCE ROW LEVEL SECURITY;

ALTER TABLE public.published_framework OWNER TO portfolio_owner;

CREATE TABLE public.qualification (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    code text NOT NULL,
    issuer text,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT qualification_check CHECK ((until_on >= from_on)),
    CONSTRAINT qualification_code_check CHECK ((code ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT qualification_issuer_check CHECK (((length(issuer) >= 1) AND (length(issuer) <= 200)))
);

ALTER TABLE ONLY public.qualification FORCE ROW LEVEL SECURITY;

ALTER TABLE public.qualification OWNER TO portfolio_owner;

CREATE TABLE public.receiver_setting (
    programme_id uuid NOT NULL,
    forbidden_countries text[] DEFAULT '{}'::text[] NOT NULL,
    forbidden_hosts text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT receiver_setting_forbidden_countries_check CHECK ((cardinality(forbidden_countries) <= 250)),
    CONSTRAINT receiver_setting_forbidden_hosts_check CHECK ((cardinality(forbidden_hosts) <= 200))
);

ALTER TABLE ONLY public.receiver_setting FORCE ROW LEVEL SECURITY;

ALTER TABLE public.receiver_setting OWNER TO portfolio_owner;

CREATE TABLE public.record (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    person_id uuid NOT NULL,
    session_id uuid,
    group_id uuid,
    from_on date,
    CONSTRAINT record_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'presentation'::text, 'follow-up'::text, 'leading'::text, 'period-account'::text, 'assessment'::text, 'recorded-elsewhere'::text, 'verification'::text]))),
    CONSTRAINT record_of_a_period CHECK (((kind = 'period-account'::text) = (from_on IS NOT NULL))),
    CONSTRAINT record_of_a_session CHECK (((kind = ANY (ARRAY['attendance'::text, 'presentation'::text, 'follow-up'::text, 'leading'::text])) = (session_id IS NOT NULL)))
);

ALTER TABLE ONLY public.record FORCE ROW LEVEL SECURITY;

ALTER TABLE public.record OWNER TO portfolio_owner;

CREATE TABLE public.record_end (
    programme_id uuid NOT NULL,
    record_id uuid NOT NULL,
    number integer NOT NULL,
    why text NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    CONSTRAINT record_end_why_check CHECK ((why = ANY (ARRAY['superseded'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.record_end FORCE ROW LEVEL SECURITY;

ALTER TABLE public.record_end OWNER TO portfolio_owner;

CREATE TABLE public.record_share (
    programme_id uuid NOT NULL,
    record_id uuid NOT NULL,
    shared_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.record_share FORCE ROW LEVEL SECURITY;

ALTER TABLE public.record_share OWNER TO portfolio_owner;

CREATE TABLE public.record_version (
    programme_id uuid NOT NULL,
    record_id uuid NOT NULL,
    number integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    provenance text NOT NULL,
    minutes smallint,
    mode text,
    jwt bytea,
    embedded bytea,
    digests bytea NOT NULL,
    key_id uuid NOT NULL,
    status_list integer NOT NULL,
    status_index integer NOT NULL,
    CONSTRAINT record_version_digests_check CHECK (((length(digests) = ANY (ARRAY[32, 64])) AND ((jwt IS NULL) OR (length(digests) =
CASE
    WHEN (embedded IS NULL) THEN 32
    ELSE 64
END)) AND ((jwt IS NOT NULL) OR (embedded IS NULL)))),
    CONSTRAINT record_version_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'online'::text]))),
    CONSTRAINT record_version_number_check CHECK ((number >= 1)),
    CONSTRAINT record_version_provenance_check CHECK ((provenance = ANY (ARRAY['contemporaneous'::text, 'attested'::text, 'imported'::text]))),
    CONSTRAINT record_version_status_index_check CHECK (((status_index >= 0) AND (status_index <= 131071)))
);

ALTER TABLE ONLY public.record_version FORCE ROW LEVEL SECURITY;

ALTER TABLE public.record_version OWNER TO portfolio_owner;

CREATE TABLE public.recorded_elsewhere (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    type text NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    sessions integer,
    minutes integer,
    outcome text,
    provenance text NOT NULL,
    detail bytea,
    same_hash bytea NOT NULL,
    copy_hash bytea,
    checks jsonb,
    state text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    reason bytea,
    record_id uuid,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT recorded_elsewhere_check CHECK (((checks IS NULL) = (provenance = 'elsewhere'::text))),
    CONSTRAINT recorded_elsewhere_check1 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
    CONSTRAINT recorded_elsewhere_confirmed_by_another CHECK (((state <> 'confirmed'::text) OR ((decided_by <> person_id) AND (decided_by IS DISTINCT FROM made_by)))),
    CONSTRAINT recorded_elsewhere_confirmed_is_signed CHECK (((state <> 'confirmed'::text) OR (record_id IS NOT NULL))),
    CONSTRAINT recorded_elsewhere_copy_hash_check CHECK ((length(copy_hash) = 32)),
    CONSTRAINT recorded_elsewhere_days_in_order CHECK ((until_on >= from_on)),
    CONSTRAINT recorded_elsewhere_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1000000))),
    CONSTRAINT recorded_elsewhere_outcome_check CHECK ((outcome ~ '^[A-Za-z0-9-]{1,32}$'::text)),
    CONSTRAINT recorded_elsewhere_provenance_check CHECK ((provenance = ANY (ARRAY['elsewhere'::text, 'other-programme'::text]))),
    CONSTRAINT recorded_elsewhere_sessions_check CHECK (((sessions >= 1) AND (sessions <= 10000))),
    CONSTRAINT recorded_elsewhere_state_check CHECK ((state = ANY (ARRAY['stated'::text, 'confirmed'::text, 'declined'::text, 'withdrawn'::text]))),
    CONSTRAINT recorded_elsewhere_type_check CHECK ((type ~ '^[A-Za-z0-9-]{1,32}$'::text))
);

ALTER TABLE ONLY public.recorded_elsewhere FORCE ROW LEVEL SECURITY;

ALTER TABLE public.recorded_elsewhere OWNER TO portfolio_owner;

CREATE TABLE public.refresh_token (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    platform_id uuid NOT NULL,
    connection_id uuid NOT NULL,
    scope text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT refresh_token_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT refresh_token_scope_check CHECK (((length(scope) >= 1) AND (length(scope) <= 500)))
);

ALTER TABLE ONLY public.refresh_token FORCE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_token OWNER TO portfolio_owner;

CREATE TABLE public.register_line (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id uuid NOT NULL,
    standing text NOT NULL,
    attendance text NOT NULL,
    minutes smallint NOT NULL,
    mode text,
    presented boolean NOT NULL,
    followed_up boolean NOT NULL,
    follow_up_of date,
    CONSTRAINT register_line_attendance_check CHECK ((attendance = ANY (ARRAY['present'::text, 'partial'::text, 'apologies'::text, 'not-expected'::text, 'absent'::text]))),
    CONSTRAINT register_line_follow_up_of CHECK (((follow_up_of IS NULL) OR followed_up)),
    CONSTRAINT register_line_minutes_check CHECK (((minutes >= 0) AND (minutes <= 600))),
    CONSTRAINT register_line_minutes_fit CHECK (((attendance = ANY (ARRAY['present'::text, 'partial'::text])) = (minutes > 0))),
    CONSTRAINT register_line_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'online'::text]))),
    CONSTRAINT register_line_presenter_was_there CHECK (((attendance = ANY (ARRAY['present'::text, 'partial'::text])) OR (NOT (presented OR followed_up)))),
    CONSTRAINT register_line_standing_check CHECK ((standing = ANY (ARRAY['member'::text, 'visiting-member'::text, 'member-without-requirement'::text, 'taster'::text, 'observer'::text])))
);

ALTER TABLE ONLY public.register_line FORCE ROW LEVEL SECURITY;

ALTER TABLE public.register_line OWNER TO portfolio_owner;

CREATE TABLE public.register_link (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id uuid NOT NULL,
    hash bytea NOT NULL,
    until_on date NOT NULL,
    ended_at timestamp with time zone,
    ended_for text,
    codes_sent integer DEFAULT 0 NOT NULL,
    next_code_at timestamp with time zone NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT register_link_end_says_why CHECK (((ended_at IS NULL) = (ended_for IS NULL))),
    CONSTRAINT register_link_ended_for_check CHECK ((ended_for = ANY (ARRAY['replaced'::text, 'revoked'::text, 'switched-off'::text]))),
    CONSTRAINT register_link_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.register_link FORCE ROW LEVEL SECURITY;

ALTER TABLE public.register_link OWNER TO portfolio_owner;

CREATE TABLE public.register_link_code (
    programme_id uuid NOT NULL,
    link_id uuid NOT NULL,
    hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT register_link_code_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT register_link_code_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);

ALTER TABLE ONLY public.register_link_code FORCE ROW LEVEL SECURITY;

ALTER TABLE public.register_link_code OWNER TO portfolio_owner;

CREATE TABLE public.register_link_use (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    link_id uuid NOT NULL,
    what text NOT NULL,
    list_hash bytea,
    by_person uuid,
    used_at timestamp with time zone NOT NULL,
    CONSTRAINT register_link_use_list_hash_check CHECK ((length(list_hash) = 32)),
    CONSTRAINT register_link_use_lists CHECK (((what = ANY (ARRAY['reviewed'::text, 'signed'::text, 'corrected'::text])) = (list_hash IS NOT NULL))),
    CONSTRAINT register_link_use_what_check CHECK ((what = ANY (ARRAY['sent'::text, 'code-sent'::text, 'code-wrong'::text, 'confirmed'::text, 'remembered'::text, 'opened'::text, 'reviewed'::text, 'filled'::text, 'cancelled'::text, 'signed'::text, 'corrected'::text, 'ended'::text])))
);

ALTER TABLE ONLY public.register_link_use FORCE ROW LEVEL SECURITY;

ALTER TABLE public.register_link_use OWNER TO portfolio_owner;

CREATE TABLE public.register_version (
    programme_id uuid NOT NULL,
    session_id uuid NOT NULL,
    number integer NOT NULL,
    provenance text NOT NULL,
    lines jsonb NOT NULL,
    list_hash bytea NOT NULL,
    list_salt bytea NOT NULL,
    signed_by uuid,
    signed_at timestamp with time zone NOT NULL,
    reason bytea,
    CONSTRAINT register_version_check CHECK (((signed_by IS NOT NULL) OR (provenance = 'imported'::text))),
    CONSTRAINT register_version_correction_says_why CHECK (((number = 1) = (reason IS NULL))),
    CONSTRAINT register_version_list_hash_check CHECK ((length(list_hash) = 32)),
    CONSTRAINT register_version_list_salt_check CHECK ((length(list_salt) = 32)),
    CONSTRAINT register_version_number_check CHECK ((number >= 1)),
    CONSTRAINT register_version_provenance_check CHECK ((provenance = ANY (ARRAY['contemporaneous'::text, 'attested'::text, 'imported'::text])))
);

ALTER TABLE ONLY public.register_version FORCE ROW LEVEL SECURITY;

ALTER TABLE public.register_version OWNER TO portfolio_owner;

CREATE TABLE public.requirement (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    pack text NOT NULL,
    pack_version integer NOT NULL,
    from_on date NOT NULL,
    until_on date,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT requirement_check CHECK ((until_on >= from_on))
);

ALTER TABLE ONLY public.requirement FORCE ROW LEVEL SECURITY;

ALTER TABLE public.requirement OWNER TO portfolio_owner;

CREATE TABLE public.requirement_pack (
    programme_id uuid NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    document bytea NOT NULL,
    hash bytea NOT NULL,
    made_by uuid,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT requirement_pack_document_check CHECK (((length(document) >= 2) AND (length(document) <= 524288))),
    CONSTRAINT requirement_pack_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT requirement_pack_key_check CHECK (((length(key) >= 1) AND (length(key) <= 64))),
    CONSTRAINT requirement_pack_version_check CHECK ((version >= 1))
);

ALTER TABLE ONLY public.requirement_pack FORCE ROW LEVEL SECURITY;

ALTER TABLE public.requirement_pack OWNER TO portfolio_owner;

CREATE TABLE public.retention (
    programme_id uuid NOT NULL,
    kind text NOT NULL,
    months smallint,
    CONSTRAINT retention_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'presentation'::text, 'follow-up'::text, 'leading'::text, 'period-account'::text, 'assessment'::text, 'recorded-elsewhere'::text, 'verification'::text, 'person'::text]))),
    CONSTRAINT retention_months_check CHECK (((months >= 1) AND (months <= 1200)))
);

ALTER TABLE ONLY public.retention FORCE ROW LEVEL SECURITY;

ALTER TABLE public.retention OWNER TO portfolio_owner;

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT schema_migration_number_check CHECK ((number > 0)),
    CONSTRAINT schema_migration_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);

ALTER TABLE public.schema_migration OWNER TO portfolio_owner;

CREATE TABLE public.session (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    group_id uuid NOT NULL,
    held_on date NOT NULL,
    starts_at time without time zone NOT NULL,
    minutes smallint NOT NULL,
    mode text,
    state text NOT NULL,
    cancelled_for text,
    cancelled_on date,
    leader_id uuid,
    co_leader_id uuid,
    version integer DEFAULT 1 NOT NULL,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT session_cancelled_for_check CHECK ((cancelled_for = ANY (ARRAY['leader-unavailable'::text, 'industrial-action'::text, 'holiday'::text, 'other'::text]))),
    CONSTRAINT session_cancelled_says_why CHECK (((state = 'cancelled'::text) = (cancelled_for IS NOT NULL))),
    CONSTRAINT session_check CHECK (((cancelled_on IS NULL) OR (state = 'cancelled'::text))),
    CONSTRAINT session_held_on_check CHECK (((held_on >= '1990-01-01'::date) AND (held_on <= '2199-12-31'::date))),
    CONSTRAINT session_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600))),
    CONSTRAINT session_mode_check CHECK ((mode = ANY (ARRAY['in-person'::text, 'online'::text]))),
    CONSTRAINT session_signed_has_leader CHECK (((state <> 'signed'::text) OR ((leader_id IS NOT NULL) AND (mode IS NOT NULL)))),
    CONSTRAINT session_state_check CHECK ((state = ANY (ARRAY['open'::text, 'signed'::text, 'cancelled'::text]))),
    CONSTRAINT session_two_leaders_differ CHECK ((leader_id <> co_leader_id))
);

ALTER TABLE ONLY public.session FORCE ROW LEVEL SECURITY;

ALTER TABLE public.session OWNER TO portfolio_owner;

CREATE TABLE public.session_query (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    person_id uuid NOT NULL,
    says bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer bytea,
    answered_by uuid,
    answered_at timestamp with time zone,
    made_by uuid,
    made_from bytea NOT NULL,
    passed_on_at timestamp with time zone,
    CONSTRAINT session_query_answer_is_whole CHECK ((num_nonnulls(answer, answered_by, answered_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT session_query_check CHECK ((answered_at >= asked_at)),
    CONSTRAINT session_query_passed_on_later CHECK ((passed_on_at >= asked_at))
);

ALTER TABLE ONLY public.session_query FORCE ROW LEVEL SECURITY;

ALTER TABLE public.session_query OWNER TO portfolio_owner;

CREATE TABLE public.sign_in (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    handle_hash bytea,
    detail bytea,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    used_at timestamp with time zone,
    ended_at timestamp with time zone,
    registration_id uuid,
    CONSTRAINT sign_in_check CHECK ((ended_at >= added_at)),
    CONSTRAINT sign_in_handle_hash_check CHECK ((length(handle_hash) = 32)),
    CONSTRAINT sign_in_kind_check CHECK ((kind = ANY (ARRAY['provider'::text, 'passkey'::text, 'authenticator'::text, 'platform'::text]))),
    CONSTRAINT sign_in_live_is_whole CHECK (((ended_at IS NOT NULL) OR ((detail IS NOT NULL) AND ((kind = 'authenticator'::text) OR (handle_hash IS NOT NULL))))),
    CONSTRAINT sign_in_of_platform CHECK (((kind = 'platform'::text) = (registration_id IS NOT NULL)))
);

ALTER TABLE ONLY public.sign_in FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in OWNER TO portfolio_owner;

CREATE TABLE public.sign_in_step (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    kind text NOT NULL,
    person_id uuid,
    state bytea,
    code_hash bytea,
    tries smallint DEFAULT 0 NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_step_code_hash_check CHECK ((length(code_hash) = 32)),
    CONSTRAINT sign_in_step_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT sign_in_step_kind_check CHECK ((kind = ANY (ARRAY['passkey'::text, 'new-passkey'::text, 'new-authenticator'::text, 'code'::text, 'platform-account'::text, 'platform-window'::text, 'platform-choice'::text])))
);

ALTER TABLE ONLY public.sign_in_step FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in_step OWNER TO portfolio_owner;

CREATE TABLE public.sign_in_wait (
    programme_id uuid NOT NULL,
    hash bytea NOT NULL,
    failures integer NOT NULL,
    wait_until timestamp with time zone NOT NULL,
    CONSTRAINT sign_in_wait_hash_check CHECK ((length(hash) = 32))
);

ALTER TABLE ONLY public.sign_in_wait FORCE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in_wait OWNER TO portfolio_owner;

CREATE TABLE public.signing_key (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    rsa_public bytea NOT NULL,
    rsa_wrapped bytea NOT NULL,
    ed25519_public bytea,
    ed25519_wrapped bytea,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone,
    lost_from bigint,
    CONSTRAINT signing_key_check CHECK (((ed25519_wrapped IS NULL) = (ed25519_public IS NULL))),
    CONSTRAINT signing_key_check1 CHECK ((until_at > from_at)),
    CONSTRAINT signing_key_ed25519_public_check CHECK ((length(ed25519_public) = 32)),
    CONSTRAINT signing_key_lost_from_check CHECK ((lost_from >= 1))
);

ALTER TABLE ONLY public.signing_key FORCE ROW LEVEL SECURITY;

ALTER TABLE public.signing_key OWNER TO portfolio_owner;

CREATE TABLE public.site (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    CONSTRAINT site_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.site FORCE ROW LEVEL SECURITY;

ALTER TABLE public.site OWNER TO portfolio_owner;

CREATE TABLE public.upload_pack (
    programme_id uuid NOT NULL,
    id uuid NOT NULL,
    platform_id uuid NOT NULL,
    person_id uuid NOT NULL,
    evidence_pack_id uuid NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    content bytea NOT NULL,
    made_at timestamp with time zone NOT NULL,
    uploaded_on date,
    said_at timestamp with time zone,
    made_by uuid,
    made_from bytea NOT NULL,
    CONSTRAINT upload_pack_check CHECK ((said_at >= made_at)),
    CONSTRAINT upload_pack_days CHECK ((from_on <= until_on)),
    CONSTRAINT upload_pack_said_is_whole CHECK (((uploaded_on IS NULL) = (said_at IS NULL)))
);

ALTER TABLE ONLY public.upload_pack FORCE ROW LEVEL SECURITY;

ALTER TABLE public.upload_pack OWNER TO portfolio_owner;

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.address
    ADD CONSTRAINT address_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.agreement_acceptance
    ADD CONSTRAINT agreement_acceptance_pkey PRIMARY KEY (programme_id, agreement_id, person_id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_number_once UNIQUE (programme_id, group_id, number);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.assessment_form
    ADD CONSTRAINT assessment_form_pkey PRIMARY KEY (programme_id, key, version);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (programme_id, "position");

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.authorization_code
    ADD CONSTRAINT authorization_code_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.authorization_state
    ADD CONSTRAINT authorization_state_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.calendar_address
    ADD CONSTRAINT calendar_address_by_hash UNIQUE (programme_id, hash);

ALTER TABLE ONLY public.calendar_address
    ADD CONSTRAINT calendar_address_pkey PRIMARY KEY (programme_id, person_id);

ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_pkey PRIMARY KEY (programme_id, session_id, person_id);

ALTER TABLE ONLY public.check_in_setting
    ADD CONSTRAINT check_in_setting_pkey PRIMARY KEY (programme_id, group_id);

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (programme_id, "position");

ALTER TABLE ONLY public.client_assertion
    ADD CONSTRAINT client_assertion_pkey PRIMARY KEY (programme_id, platform_id, jti_hash);

ALTER TABLE ONLY public.clock_stop
    ADD CONSTRAINT clock_stop_no_overlap EXCLUDE USING gist (programme_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.clock_stop
    ADD CONSTRAINT clock_stop_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_once UNIQUE (programme_id, person_id, pack, pack_version, round, step);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.confirmation_question
    ADD CONSTRAINT confirmation_question_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.confirmation_round
    ADD CONSTRAINT confirmation_round_pkey PRIMARY KEY (programme_id, person_id, pack, pack_version, number);

ALTER TABLE ONLY public.connection
    ADD CONSTRAINT connection_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (programme_id, delivery_id, number);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_once UNIQUE (programme_id, platform_id, person_id, record_id, number);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.digest
    ADD CONSTRAINT digest_pkey PRIMARY KEY (programme_id, person_id, about, week);

ALTER TABLE ONLY public.digest_setting
    ADD CONSTRAINT digest_setting_pkey PRIMARY KEY (programme_id, person_id);

ALTER TABLE ONLY public.digest_week
    ADD CONSTRAINT digest_week_pkey PRIMARY KEY (programme_id, week);

ALTER TABLE ONLY public.discussion_group
    ADD CONSTRAINT discussion_group_key_once UNIQUE (programme_id, key);

ALTER TABLE ONLY public.discussion_group
    ADD CONSTRAINT discussion_group_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.evidence_pack
    ADD CONSTRAINT evidence_pack_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.export_order
    ADD CONSTRAINT export_order_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.export_order
    ADD CONSTRAINT export_order_secret_once UNIQUE (programme_id, secret_hash);

ALTER TABLE ONLY public.feed_entry
    ADD CONSTRAINT feed_entry_once UNIQUE NULLS NOT DISTINCT (programme_id, connection_id, record_id, number, change);

ALTER TABLE ONLY public.feed_entry
    ADD CONSTRAINT feed_entry_pkey PRIMARY KEY (programme_id, platform_id, "position");

ALTER TABLE ONLY public.feed_head
    ADD CONSTRAINT feed_head_pkey PRIMARY KEY (programme_id, platform_id);

ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_number_once UNIQUE (programme_id, framework, number);

ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_once UNIQUE (programme_id, framework, version);

ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.group_detail
    ADD CONSTRAINT group_detail_one_a_day EXCLUDE USING gist (programme_id WITH =, group_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.group_detail
    ADD CONSTRAINT group_detail_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.group_schedule
    ADD CONSTRAINT group_schedule_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_pkey PRIMARY KEY (programme_id, mandate_id, until_on);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.leader_key
    ADD CONSTRAINT leader_key_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.link_setting
    ADD CONSTRAINT link_setting_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.linked_device
    ADD CONSTRAINT linked_device_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.log_entry
    ADD CONSTRAINT log_entry_pkey PRIMARY KEY (programme_id, "position");

ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT log_head_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.lti_course
    ADD CONSTRAINT lti_course_once UNIQUE (programme_id, registration_id, deployment, context);

ALTER TABLE ONLY public.lti_course
    ADD CONSTRAINT lti_course_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.lti_nonce
    ADD CONSTRAINT lti_nonce_once PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.lti_offer
    ADD CONSTRAINT lti_offer_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.lti_registration
    ADD CONSTRAINT lti_registration_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_one_a_day EXCLUDE USING gist (programme_id WITH =, group_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.meeting_form
    ADD CONSTRAINT meeting_form_key_once UNIQUE (programme_id, key);

ALTER TABLE ONLY public.meeting_form
    ADD CONSTRAINT meeting_form_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_one_a_day EXCLUDE USING gist (programme_id WITH =, group_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.outward_place
    ADD CONSTRAINT outward_place_id UNIQUE (programme_id, id);

ALTER TABLE ONLY public.outward_place
    ADD CONSTRAINT outward_place_pkey PRIMARY KEY (programme_id, platform_id, person_id);

ALTER TABLE ONLY public.outward_platform
    ADD CONSTRAINT outward_platform_pkey PRIMARY KEY (programme_id, platform_id);

ALTER TABLE ONLY public.panel_note
    ADD CONSTRAINT panel_note_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.paper_name
    ADD CONSTRAINT paper_name_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.paper_sheet_name
    ADD CONSTRAINT paper_sheet_name_pkey PRIMARY KEY (programme_id, sheet_id, number);

ALTER TABLE ONLY public.paper_sheet
    ADD CONSTRAINT paper_sheet_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_key_once UNIQUE (programme_id, key_hash);

ALTER TABLE ONLY public.person_key
    ADD CONSTRAINT person_key_pkey PRIMARY KEY (programme_id, person_id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_number_once UNIQUE (programme_id, number_hash);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_one_a_day EXCLUDE USING gist (programme_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.platform_key
    ADD CONSTRAINT platform_key_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.platform
    ADD CONSTRAINT platform_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.platform_secret
    ADD CONSTRAINT platform_secret_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.privacy_setting
    ADD CONSTRAINT privacy_setting_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.profession
    ADD CONSTRAINT profession_one_a_day EXCLUDE USING gist (programme_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.profession
    ADD CONSTRAINT profession_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.programme
    ADD CONSTRAINT programme_key_key UNIQUE (key);

ALTER TABLE ONLY public.programme
    ADD CONSTRAINT programme_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.programme_words
    ADD CONSTRAINT programme_words_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.protection_key
    ADD CONSTRAINT protection_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.published_framework
    ADD CONSTRAINT published_framework_pkey PRIMARY KEY (programme_id, document_id);

ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT qualification_one_a_day EXCLUDE USING gist (programme_id WITH =, person_id WITH =, code WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT qualification_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.receiver_setting
    ADD CONSTRAINT receiver_setting_pkey PRIMARY KEY (programme_id);

ALTER TABLE ONLY public.record_end
    ADD CONSTRAINT record_end_pkey PRIMARY KEY (programme_id, record_id, number);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_once UNIQUE (programme_id, session_id, person_id, kind);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.record_share
    ADD CONSTRAINT record_share_pkey PRIMARY KEY (programme_id, record_id);

ALTER TABLE ONLY public.record_version
    ADD CONSTRAINT record_version_pkey PRIMARY KEY (programme_id, record_id, number);

ALTER TABLE ONLY public.record_version
    ADD CONSTRAINT record_version_status_once UNIQUE (programme_id, status_list, status_index);

ALTER TABLE ONLY public.recorded_elsewhere
    ADD CONSTRAINT recorded_elsewhere_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.register_line
    ADD CONSTRAINT register_line_pkey PRIMARY KEY (programme_id, session_id, person_id);

ALTER TABLE ONLY public.register_link_code
    ADD CONSTRAINT register_link_code_pkey PRIMARY KEY (programme_id, link_id);

ALTER TABLE ONLY public.register_link
    ADD CONSTRAINT register_link_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.register_link_use
    ADD CONSTRAINT register_link_use_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.register_version
    ADD CONSTRAINT register_version_pkey PRIMARY KEY (programme_id, session_id, number);

ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_one_a_day EXCLUDE USING gist (programme_id WITH =, person_id WITH =, daterange(from_on, until_on, '[]'::text) WITH &&);

ALTER TABLE ONLY public.requirement_pack
    ADD CONSTRAINT requirement_pack_pkey PRIMARY KEY (programme_id, key, version);

ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.retention
    ADD CONSTRAINT retention_pkey PRIMARY KEY (programme_id, kind);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_once UNIQUE (programme_id, group_id, held_on, starts_at);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.session_query
    ADD CONSTRAINT session_query_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.sign_in_step
    ADD CONSTRAINT sign_in_step_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.sign_in_wait
    ADD CONSTRAINT sign_in_wait_pkey PRIMARY KEY (programme_id, hash);

ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_name_once UNIQUE (programme_id, name);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_pkey PRIMARY KEY (programme_id, id);

ALTER TABLE ONLY public.upload_pack
    ADD CONSTRAINT upload_pack_pkey PRIMARY KEY (programme_id, id);

CREATE INDEX access_token_by_connection ON public.access_token USING btree (programme_id, connection_id) WHERE (connection_id IS NOT NULL);

CREATE INDEX access_token_by_expiry ON public.access_token USING btree (programme_id, expires_at);

CREATE INDEX access_token_by_person ON public.access_token USING btree (programme_id, person_id) WHERE (person_id IS NOT NULL);

CREATE INDEX address_by_person ON public.address USING btree (programme_id, person_id);

CREATE UNIQUE INDEX address_one_person ON public.address USING btree (programme_id, hash) WHERE ((confirmed_at IS NOT NULL) AND (ended_at IS NULL));

CREATE INDEX agreement_acceptance_by_person ON public.agreement_acceptance USING btree (programme_id, person_id);

CREATE INDEX appointment_by_person ON public.appointment USING btree (programme_id, person_id);

CREATE INDEX assessment_by_group ON public.assessment USING btree (programme_id, group_id);

CREATE INDEX assessment_by_record ON public.assessment USING btree (programme_id, record_id) WHERE (record_id IS NOT NULL);

CREATE UNIQUE INDEX assessment_once_a_day ON public.assessment USING btree (programme_id, person_id, form_key, assessed_on) WHERE (state <> 'withdrawn'::text);

CREATE INDEX audit_entry_by_made ON public.audit_entry USING btree (programme_id, made_id, "position") WHERE (made_id IS NOT NULL);

CREATE INDEX audit_entry_by_person ON public.audit_entry USING btree (programme_id, person_id, "position") WHERE (person_id IS NOT NULL);

CREATE INDEX audit_entry_by_subject ON public.audit_entry USING btree (programme_id, subject_id, "position") WHERE (subject_id IS NOT NULL);

CREATE INDEX authorization_code_by_expiry ON public.authorization_code USING btree (programme_id, expires_at);

CREATE INDEX authorization_state_by_expiry ON public.authorization_state USING btree (programme_id, expires_at);

CREATE INDEX check_in_by_person ON public.check_in USING btree (programme_id, person_id);

CREATE INDEX client_assertion_by_expiry ON public.client_assertion USING btree (programme_id, expires_at);

CREATE UNIQUE INDEX confirmation_progress_once ON public.confirmation USING btree (programme_id, person_id, evidence_hash, confirmed_by) WHERE ((scope = 'progress'::text) AND (reversed_at IS NULL));

CREATE UNIQUE INDEX confirmation_question_one_open ON public.confirmation_question USING btree (programme_id, person_id, pack, pack_version, round) WHERE (answered_at IS NULL);

CREATE INDEX confirmation_question_waits ON public.confirmation_question USING btree (programme_id, answers) WHERE (answered_at IS NULL);

CREATE UNIQUE INDEX confirmation_round_one_open ON public.confirmation_round USING btree (programme_id, person_id, pack, pack_version) WHERE (ended_at IS NULL);

CREATE INDEX connection_by_person ON public.connection USING btree (programme_id, person_id);

CREATE UNIQUE INDEX connection_one_live ON public.connection USING btree (programme_id, platform_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX connection_waiting ON public.connection USING btree (programme_id, platform_id) WHERE (feed = 'waiting'::text);

CREATE INDEX delivery_by_person ON public.delivery USING btree (programme_id, person_id, id);

CREATE INDEX delivery_by_record ON public.delivery USING btree (programme_id, record_id);

CREATE INDEX delivery_in_turn ON public.delivery USING btree (programme_id, platform_id, person_id, log_position) WHERE (state = ANY (ARRAY['due'::text, 'sending'::text]));

CREATE INDEX delivery_stuck ON public.delivery USING btree (programme_id, state, platform_id) WHERE (state = ANY (ARRAY['refused'::text, 'unknown'::text, 'parked'::text]));

CREATE INDEX evidence_pack_by_person ON public.evidence_pack USING btree (programme_id, person_id, frozen_at);

CREATE INDEX export_order_by_person ON public.export_order USING btree (programme_id, person_id);

CREATE INDEX group_schedule_by_group ON public.group_schedule USING btree (programme_id, group_id, from_on);

CREATE INDEX invitation_by_hash ON public.invitation USING btree (programme_id, hash);

CREATE UNIQUE INDEX invitation_one_live ON public.invitation USING btree (programme_id, person_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX leader_key_one_in_use ON public.leader_key USING btree (programme_id, person_id) WHERE (until_at IS NULL);

CREATE INDEX legal_hold_in_force ON public.legal_hold USING btree (programme_id, person_id) WHERE (lifted_at IS NULL);

CREATE INDEX letter_waiting ON public.letter USING btree (programme_id, due_at) WHERE (content IS NOT NULL);

CREATE UNIQUE INDEX linked_device_by_hash ON public.linked_device USING btree (programme_id, hash);

CREATE INDEX linked_device_by_person ON public.linked_device USING btree (programme_id, person_id);

CREATE INDEX log_entry_by_subject ON public.log_entry USING btree (programme_id, subject_id);

CREATE INDEX lti_course_by_group ON public.lti_course USING btree (programme_id, group_id);

CREATE INDEX lti_nonce_by_expiry ON public.lti_nonce USING btree (programme_id, expires_at);

CREATE UNIQUE INDEX lti_registration_one_live ON public.lti_registration USING btree (programme_id, issuer, client_id) WHERE (ended_at IS NULL);

CREATE INDEX mandate_by_person ON public.mandate USING btree (programme_id, person_id);

CREATE INDEX meeting_by_other ON public.meeting USING btree (programme_id, with_id, held_on);

CREATE INDEX meeting_by_person ON public.meeting USING btree (programme_id, person_id, held_on);

CREATE INDEX membership_by_person ON public.membership USING btree (programme_id, person_id);

CREATE INDEX outward_place_due ON public.outward_place USING btree (programme_id, platform_id, due_at) WHERE ((due_at IS NOT NULL) AND (needs IS NULL));

CREATE INDEX outward_place_leased ON public.outward_place USING btree (programme_id, platform_id) WHERE (lease IS NOT NULL);

CREATE INDEX panel_note_by_person ON public.panel_note USING btree (programme_id, person_id, noted_at);

CREATE UNIQUE INDEX panel_note_ticked_once ON public.panel_note USING btree (programme_id, evidence_pack_id, rule, made_by) WHERE (kind = 'ticked'::text);

CREATE INDEX paper_name_by_person ON public.paper_name USING btree (programme_id, person_id);

CREATE INDEX paper_sheet_name_by_person ON public.paper_sheet_name USING btree (programme_id, person_id);

CREATE UNIQUE INDEX paper_sheet_once ON public.paper_sheet USING btree (programme_id, group_id, content_hash);

CREATE UNIQUE INDEX platform_key_one_in_use ON public.platform_key USING btree (programme_id) WHERE (until_at IS NULL);

CREATE UNIQUE INDEX platform_secret_two_live ON public.platform_secret USING btree (programme_id, platform_id, slot) WHERE (ended_at IS NULL);

CREATE INDEX platform_waiting ON public.platform USING btree (programme_id) WHERE waits;

CREATE INDEX published_framework_by_association ON public.published_framework USING gin (association_ids);

CREATE INDEX published_framework_by_document ON public.published_framework USING btree (document_id);

CREATE INDEX published_framework_by_item ON public.published_framework USING gin (item_ids);

CREATE UNIQUE INDEX record_account_once ON public.record USING btree (programme_id, group_id, person_id, from_on) WHERE (kind = 'period-account'::text);

CREATE INDEX record_by_person ON public.record USING btree (programme_id, person_id, id);

CREATE INDEX recorded_elsewhere_by_record ON public.recorded_elsewhere USING btree (programme_id, record_id) WHERE (record_id IS NOT NULL);

CREATE UNIQUE INDEX recorded_elsewhere_copy_once ON public.recorded_elsewhere USING btree (programme_id, person_id, copy_hash) WHERE (state = ANY (ARRAY['stated'::text, 'confirmed'::text]));

CREATE UNIQUE INDEX recorded_elsewhere_once ON public.recorded_elsewhere USING btree (programme_id, person_id, same_hash) WHERE (state = ANY (ARRAY['stated'::text, 'confirmed'::text]));

CREATE INDEX refresh_token_by_connection ON public.refresh_token USING btree (programme_id, connection_id);

CREATE INDEX refresh_token_by_expiry ON public.refresh_token USING btree (programme_id, expires_at);

CREATE INDEX register_line_by_person ON public.register_line USING btree (programme_id, person_id);

CREATE UNIQUE INDEX register_link_by_hash ON public.register_link USING btree (programme_id, hash);

CREATE UNIQUE INDEX register_link_one_live ON public.register_link USING btree (programme_id, session_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX register_link_use_by_link ON public.register_link_use USING btree (programme_id, link_id, id);

CREATE INDEX requirement_by_pack ON public.requirement USING btree (programme_id, pack, pack_version);

CREATE INDEX session_query_of ON public.session_query USING btree (programme_id, session_id);

CREATE INDEX session_query_unanswered ON public.session_query USING btree (programme_id, asked_at) WHERE ((answered_at IS NULL) AND (passed_on_at IS NULL));

CREATE INDEX sign_in_by_person ON public.sign_in USING btree (programme_id, person_id);

CREATE UNIQUE INDEX sign_in_one_person ON public.sign_in USING btree (programme_id, kind, handle_hash) WHERE (ended_at IS NULL);

CREATE INDEX sign_in_step_by_expiry ON public.sign_in_step USING btree (programme_id, expires_at);

CREATE UNIQUE INDEX signing_key_one_in_use ON public.signing_key USING btree (programme_id) WHERE (until_at IS NULL);

CREATE INDEX supervision_by_supervisor ON public.supervision USING btree (programme_id, supervisor_id, trainee_id);

CREATE INDEX upload_pack_by_person ON public.upload_pack USING btree (programme_id, person_id, made_at);

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.agreement_acceptance FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.assessment_form FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.digest FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.digest_week FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.evidence_pack FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.feed_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.framework_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.handover FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.log_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.panel_note FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.record FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.record_end FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.record_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change_but_erasing();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.register_link_use FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.register_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.requirement_pack FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.agreement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.agreement_acceptance FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.assessment_form FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.digest FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.digest_week FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.evidence_pack FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.feed_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.framework_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.handover FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.log_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.panel_note FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.record FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.record_end FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.record_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.register_link_use FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.register_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.requirement_pack FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER tell_deliveries AFTER INSERT OR UPDATE OF ended_at ON public.connection FOR EACH ROW EXECUTE FUNCTION public.tell_deliveries();

CREATE TRIGGER tell_deliveries AFTER UPDATE OF "position" ON public.log_head FOR EACH ROW EXECUTE FUNCTION public.tell_deliveries();

CREATE TRIGGER tell_deliveries AFTER UPDATE OF needs, settings ON public.outward_place FOR EACH ROW EXECUTE FUNCTION public.tell_deliveries();

CREATE TRIGGER tell_deliveries AFTER INSERT OR UPDATE OF settings ON public.outward_platform FOR EACH ROW EXECUTE FUNCTION public.tell_deliveries();

CREATE TRIGGER tell_deliveries AFTER UPDATE OF paused_at, ended_at ON public.platform FOR EACH ROW EXECUTE FUNCTION public.tell_deliveries();

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_connection FOREIGN KEY (programme_id, connection_id) REFERENCES public.connection(programme_id, id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_platform FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_session FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.access_token
    ADD CONSTRAINT access_token_sign_in FOREIGN KEY (programme_id, sign_in_id) REFERENCES public.sign_in(programme_id, id);

ALTER TABLE ONLY public.address
    ADD CONSTRAINT address_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.agreement_acceptance
    ADD CONSTRAINT agreement_acceptance_programme_id_agreement_id_fkey FOREIGN KEY (programme_id, agreement_id) REFERENCES public.agreement(programme_id, id);

ALTER TABLE ONLY public.agreement_acceptance
    ADD CONSTRAINT agreement_acceptance_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_programme_id_site_id_fkey FOREIGN KEY (programme_id, site_id) REFERENCES public.site(programme_id, id);

ALTER TABLE ONLY public.assessment_form
    ADD CONSTRAINT assessment_form_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_assessor_id_fkey FOREIGN KEY (programme_id, assessor_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_countersigned_by_fkey FOREIGN KEY (programme_id, countersigned_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_record_id_fkey FOREIGN KEY (programme_id, record_id) REFERENCES public.record(programme_id, id);

ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT assessment_programme_id_withdrawn_by_fkey FOREIGN KEY (programme_id, withdrawn_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.authorization_code
    ADD CONSTRAINT authorization_code_programme_id_connection_id_fkey FOREIGN KEY (programme_id, connection_id) REFERENCES public.connection(programme_id, id);

ALTER TABLE ONLY public.authorization_code
    ADD CONSTRAINT authorization_code_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.authorization_code
    ADD CONSTRAINT authorization_code_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.authorization_state
    ADD CONSTRAINT authorization_state_programme_id_platform_id_person_id_fkey FOREIGN KEY (programme_id, platform_id, person_id) REFERENCES public.outward_place(programme_id, platform_id, person_id);

ALTER TABLE ONLY public.calendar_address
    ADD CONSTRAINT calendar_address_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.check_in
    ADD CONSTRAINT check_in_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.check_in_setting
    ADD CONSTRAINT check_in_setting_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.client_assertion
    ADD CONSTRAINT client_assertion_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.clock_stop
    ADD CONSTRAINT clock_stop_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_in_order FOREIGN KEY (programme_id, person_id, pack, pack_version, round, before) REFERENCES public.confirmation(programme_id, person_id, pack, pack_version, round, step);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_of_round FOREIGN KEY (programme_id, person_id, pack, pack_version, round) REFERENCES public.confirmation_round(programme_id, person_id, pack, pack_version, number);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_programme_id_confirmed_by_fkey FOREIGN KEY (programme_id, confirmed_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_programme_id_record_id_fkey FOREIGN KEY (programme_id, record_id) REFERENCES public.record(programme_id, id);

ALTER TABLE ONLY public.confirmation
    ADD CONSTRAINT confirmation_programme_id_reversed_by_fkey FOREIGN KEY (programme_id, reversed_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation_question
    ADD CONSTRAINT confirmation_question_programme_id_answered_by_fkey FOREIGN KEY (programme_id, answered_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation_question
    ADD CONSTRAINT confirmation_question_programme_id_answers_fkey FOREIGN KEY (programme_id, answers) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation_question
    ADD CONSTRAINT confirmation_question_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation_question
    ADD CONSTRAINT confirmation_question_programme_id_person_id_pack_pack_ver_fkey FOREIGN KEY (programme_id, person_id, pack, pack_version, round) REFERENCES public.confirmation_round(programme_id, person_id, pack, pack_version, number);

ALTER TABLE ONLY public.confirmation_round
    ADD CONSTRAINT confirmation_round_programme_id_ended_by_fkey FOREIGN KEY (programme_id, ended_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.confirmation_round
    ADD CONSTRAINT confirmation_round_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.connection
    ADD CONSTRAINT connection_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.connection
    ADD CONSTRAINT connection_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_programme_id_delivery_id_fkey FOREIGN KEY (programme_id, delivery_id) REFERENCES public.delivery(programme_id, id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_programme_id_platform_id_person_id_fkey FOREIGN KEY (programme_id, platform_id, person_id) REFERENCES public.outward_place(programme_id, platform_id, person_id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_programme_id_record_id_number_fkey FOREIGN KEY (programme_id, record_id, number) REFERENCES public.record_version(programme_id, record_id, number);

ALTER TABLE ONLY public.digest
    ADD CONSTRAINT digest_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.digest_setting
    ADD CONSTRAINT digest_setting_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.discussion_group
    ADD CONSTRAINT discussion_group_programme_id_site_id_fkey FOREIGN KEY (programme_id, site_id) REFERENCES public.site(programme_id, id);

ALTER TABLE ONLY public.evidence_pack
    ADD CONSTRAINT evidence_pack_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.export_order
    ADD CONSTRAINT export_order_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.feed_entry
    ADD CONSTRAINT feed_entry_programme_id_connection_id_fkey FOREIGN KEY (programme_id, connection_id) REFERENCES public.connection(programme_id, id);

ALTER TABLE ONLY public.feed_entry
    ADD CONSTRAINT feed_entry_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.feed_entry
    ADD CONSTRAINT feed_entry_programme_id_record_id_number_fkey FOREIGN KEY (programme_id, record_id, number) REFERENCES public.record_version(programme_id, record_id, number);

ALTER TABLE ONLY public.feed_head
    ADD CONSTRAINT feed_head_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.framework_version
    ADD CONSTRAINT framework_version_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.group_detail
    ADD CONSTRAINT group_detail_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.group_schedule
    ADD CONSTRAINT group_schedule_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.handover
    ADD CONSTRAINT handover_programme_id_mandate_id_fkey FOREIGN KEY (programme_id, mandate_id) REFERENCES public.mandate(programme_id, id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.leader_key
    ADD CONSTRAINT leader_key_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_programme_id_lifted_by_fkey FOREIGN KEY (programme_id, lifted_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.link_setting
    ADD CONSTRAINT link_setting_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.linked_device
    ADD CONSTRAINT linked_device_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.log_entry
    ADD CONSTRAINT log_entry_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.log_head
    ADD CONSTRAINT log_head_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.lti_course
    ADD CONSTRAINT lti_course_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.lti_course
    ADD CONSTRAINT lti_course_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.lti_course
    ADD CONSTRAINT lti_course_programme_id_registration_id_fkey FOREIGN KEY (programme_id, registration_id) REFERENCES public.lti_registration(programme_id, id);

ALTER TABLE ONLY public.lti_offer
    ADD CONSTRAINT lti_offer_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.lti_registration
    ADD CONSTRAINT lti_registration_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.mandate
    ADD CONSTRAINT mandate_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.meeting_form
    ADD CONSTRAINT meeting_form_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.meeting
    ADD CONSTRAINT meeting_programme_id_with_id_fkey FOREIGN KEY (programme_id, with_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.outward_place
    ADD CONSTRAINT outward_place_programme_id_brought_for_fkey FOREIGN KEY (programme_id, brought_for) REFERENCES public.connection(programme_id, id);

ALTER TABLE ONLY public.outward_place
    ADD CONSTRAINT outward_place_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.outward_place
    ADD CONSTRAINT outward_place_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.outward_platform(programme_id, platform_id);

ALTER TABLE ONLY public.outward_platform
    ADD CONSTRAINT outward_platform_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.panel_note
    ADD CONSTRAINT panel_note_programme_id_evidence_pack_id_fkey FOREIGN KEY (programme_id, evidence_pack_id) REFERENCES public.evidence_pack(programme_id, id);

ALTER TABLE ONLY public.panel_note
    ADD CONSTRAINT panel_note_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.paper_name
    ADD CONSTRAINT paper_name_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.paper_sheet_name
    ADD CONSTRAINT paper_sheet_name_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.paper_sheet_name
    ADD CONSTRAINT paper_sheet_name_programme_id_sheet_id_fkey FOREIGN KEY (programme_id, sheet_id) REFERENCES public.paper_sheet(programme_id, id);

ALTER TABLE ONLY public.paper_sheet
    ADD CONSTRAINT paper_sheet_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.person_key
    ADD CONSTRAINT person_key_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.placement
    ADD CONSTRAINT placement_programme_id_site_id_fkey FOREIGN KEY (programme_id, site_id) REFERENCES public.site(programme_id, id);

ALTER TABLE ONLY public.platform_key
    ADD CONSTRAINT platform_key_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.platform
    ADD CONSTRAINT platform_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.platform_secret
    ADD CONSTRAINT platform_secret_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.privacy_setting
    ADD CONSTRAINT privacy_setting_programme_id_changed_by_fkey FOREIGN KEY (programme_id, changed_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.privacy_setting
    ADD CONSTRAINT privacy_setting_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.profession
    ADD CONSTRAINT profession_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.programme_words
    ADD CONSTRAINT programme_words_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.published_framework
    ADD CONSTRAINT published_framework_programme_id_version_id_fkey FOREIGN KEY (programme_id, version_id) REFERENCES public.framework_version(programme_id, id);

ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT qualification_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.receiver_setting
    ADD CONSTRAINT receiver_setting_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.record_end
    ADD CONSTRAINT record_end_programme_id_record_id_number_fkey FOREIGN KEY (programme_id, record_id, number) REFERENCES public.record_version(programme_id, record_id, number);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.record
    ADD CONSTRAINT record_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.record_share
    ADD CONSTRAINT record_share_programme_id_record_id_fkey FOREIGN KEY (programme_id, record_id) REFERENCES public.record(programme_id, id);

ALTER TABLE ONLY public.record_version
    ADD CONSTRAINT record_version_programme_id_key_id_fkey FOREIGN KEY (programme_id, key_id) REFERENCES public.signing_key(programme_id, id);

ALTER TABLE ONLY public.record_version
    ADD CONSTRAINT record_version_programme_id_record_id_fkey FOREIGN KEY (programme_id, record_id) REFERENCES public.record(programme_id, id);

ALTER TABLE ONLY public.recorded_elsewhere
    ADD CONSTRAINT recorded_elsewhere_programme_id_decided_by_fkey FOREIGN KEY (programme_id, decided_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.recorded_elsewhere
    ADD CONSTRAINT recorded_elsewhere_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.recorded_elsewhere
    ADD CONSTRAINT recorded_elsewhere_programme_id_record_id_fkey FOREIGN KEY (programme_id, record_id) REFERENCES public.record(programme_id, id);

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_programme_id_connection_id_fkey FOREIGN KEY (programme_id, connection_id) REFERENCES public.connection(programme_id, id);

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.platform(programme_id, id);

ALTER TABLE ONLY public.register_line
    ADD CONSTRAINT register_line_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.register_line
    ADD CONSTRAINT register_line_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.register_link_code
    ADD CONSTRAINT register_link_code_programme_id_link_id_fkey FOREIGN KEY (programme_id, link_id) REFERENCES public.register_link(programme_id, id);

ALTER TABLE ONLY public.register_link
    ADD CONSTRAINT register_link_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.register_link
    ADD CONSTRAINT register_link_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.register_link_use
    ADD CONSTRAINT register_link_use_programme_id_link_id_fkey FOREIGN KEY (programme_id, link_id) REFERENCES public.register_link(programme_id, id);

ALTER TABLE ONLY public.register_version
    ADD CONSTRAINT register_version_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.register_version
    ADD CONSTRAINT register_version_programme_id_signed_by_fkey FOREIGN KEY (programme_id, signed_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.requirement_pack
    ADD CONSTRAINT requirement_pack_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_programme_id_pack_pack_version_fkey FOREIGN KEY (programme_id, pack, pack_version) REFERENCES public.requirement_pack(programme_id, key, version);

ALTER TABLE ONLY public.requirement
    ADD CONSTRAINT requirement_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.retention
    ADD CONSTRAINT retention_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_programme_id_co_leader_id_fkey FOREIGN KEY (programme_id, co_leader_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_programme_id_group_id_fkey FOREIGN KEY (programme_id, group_id) REFERENCES public.discussion_group(programme_id, id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_programme_id_leader_id_fkey FOREIGN KEY (programme_id, leader_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.session_query
    ADD CONSTRAINT session_query_programme_id_answered_by_fkey FOREIGN KEY (programme_id, answered_by) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.session_query
    ADD CONSTRAINT session_query_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.session_query
    ADD CONSTRAINT session_query_programme_id_session_id_fkey FOREIGN KEY (programme_id, session_id) REFERENCES public.session(programme_id, id);

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT sign_in_programme_id_registration_id_fkey FOREIGN KEY (programme_id, registration_id) REFERENCES public.lti_registration(programme_id, id);

ALTER TABLE ONLY public.sign_in_step
    ADD CONSTRAINT sign_in_step_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.signing_key
    ADD CONSTRAINT signing_key_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.site
    ADD CONSTRAINT site_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES public.programme(id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_programme_id_supervisor_id_fkey FOREIGN KEY (programme_id, supervisor_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.supervision
    ADD CONSTRAINT supervision_programme_id_trainee_id_fkey FOREIGN KEY (programme_id, trainee_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.upload_pack
    ADD CONSTRAINT upload_pack_programme_id_evidence_pack_id_fkey FOREIGN KEY (programme_id, evidence_pack_id) REFERENCES public.evidence_pack(programme_id, id);

ALTER TABLE ONLY public.upload_pack
    ADD CONSTRAINT upload_pack_programme_id_person_id_fkey FOREIGN KEY (programme_id, person_id) REFERENCES public.person(programme_id, id);

ALTER TABLE ONLY public.upload_pack
    ADD CONSTRAINT upload_pack_programme_id_platform_id_fkey FOREIGN KEY (programme_id, platform_id) REFERENCES public.outward_platform(programme_id, platform_id);

ALTER TABLE public.access_token ENABLE ROW LEVEL SECURITY;

CREATE POLICY added_by_programme ON public.published_framework FOR INSERT WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

ALTER TABLE public.address ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.agreement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.agreement_acceptance ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.appointment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assessment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.assessment_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.audit_head ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.authorization_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.authorization_state ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.calendar_address ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.check_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.check_in_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.checkpoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.client_assertion ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.clock_stop ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation_question ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.confirmation_round ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.connection ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.delivery_attempt ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.digest ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.digest_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.digest_week ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.discussion_group ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.evidence_pack ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.export_order ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feed_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.feed_head ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.framework_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.group_detail ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.group_schedule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.invitation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.leader_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.legal_hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.letter ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.link_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.linked_device ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.log_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.log_head ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lti_course ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lti_nonce ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lti_offer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.lti_registration ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mandate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.meeting_form ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.membership ENABLE ROW LEVEL SECURITY;

CREATE POLICY one_programme ON public.access_token USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.address USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.agreement USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.agreement_acceptance USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.appointment USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.assessment USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.assessment_form USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.audit_entry USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.audit_head USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.authorization_code USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.authorization_state USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.calendar_address USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.check_in USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.check_in_setting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.checkpoint USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.client_assertion USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.clock_stop USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.confirmation USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.confirmation_question USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.confirmation_round USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.connection USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.delivery USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.delivery_attempt USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.digest USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.digest_setting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.digest_week USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.discussion_group USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.evidence_pack USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.export_order USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.feed_entry USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.feed_head USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.framework_version USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.group_detail USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.group_schedule USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.handover USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.invitation USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.leader_key USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.legal_hold USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.letter USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.link_setting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.linked_device USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.log_entry USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.log_head USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.lti_course USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.lti_nonce USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.lti_offer USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.lti_registration USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.mandate USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.meeting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.meeting_form USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.membership USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.outward_place USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.outward_platform USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.panel_note USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.paper_name USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.paper_sheet USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.paper_sheet_name USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.person USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.person_key USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.placement USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.platform USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.platform_key USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.platform_secret USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.privacy_setting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.profession USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.programme_words USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.qualification USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.receiver_setting USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.record USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.record_end USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.record_share USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.record_version USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.recorded_elsewhere USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.refresh_token USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.register_line USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.register_link USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.register_link_code USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.register_link_use USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.register_version USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.requirement USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.requirement_pack USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.retention USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.session USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.session_query USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.sign_in USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.sign_in_step USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.sign_in_wait USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.signing_key USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.site USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.supervision USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

CREATE POLICY one_programme ON public.upload_pack USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid)) WITH CHECK ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

ALTER TABLE public.outward_place ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.outward_platform ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.panel_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.paper_name ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.paper_sheet ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.paper_sheet_name ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.person ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.person_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.placement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.platform ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.platform_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.platform_secret ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.privacy_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.profession ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.programme_words ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.published_framework ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.qualification ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_by_everybody ON public.published_framework FOR SELECT USING (true);

ALTER TABLE public.receiver_setting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_end ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_share ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.record_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.recorded_elsewhere ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.refresh_token ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_line ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_link ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_link_code ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_link_use ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.requirement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.requirement_pack ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.retention ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.session_query ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sign_in_wait ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.signing_key ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.site ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.supervision ENABLE ROW LEVEL SECURITY;

CREATE POLICY taken_back_by_programme ON public.published_framework FOR DELETE USING ((programme_id = (NULLIF(current_setting('app.programme'::text, true), ''::text))::uuid));

ALTER TABLE public.upload_pack ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA public TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.appointment TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.appointment TO portfolio_app;

GRANT UPDATE(made_from) ON TABLE public.appointment TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.mandate TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.mandate TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.membership TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.membership TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.placement TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.placement TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.supervision TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.supervision TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.programme TO portfolio_app;

GRANT UPDATE(made_from) ON TABLE public.programme TO portfolio_app;

GRANT UPDATE(sandbox) ON TABLE public.programme TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.access_token TO portfolio_app;

GRANT UPDATE(idle_until) ON TABLE public.access_token TO portfolio_app;

GRANT UPDATE(connection_id) ON TABLE public.access_token TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.address TO portfolio_app;

GRANT UPDATE(hash) ON TABLE public.address TO portfolio_app;

GRANT UPDATE(content) ON TABLE public.address TO portfolio_app;

GRANT UPDATE(wrong_codes) ON TABLE public.address TO portfolio_app;

GRANT UPDATE(confirmed_at) ON TABLE public.address TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.address TO portfolio_app;

GRANT UPDATE(made_from) ON TABLE public.address TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.agreement TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.agreement_acceptance TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(assessed_on) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(state) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(ratings) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(feedback) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(comment) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(released_at) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(read_at) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(outcome) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(signed_at) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(signed_hash) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(record_id) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(countersigned_by) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(countersigned_at) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(withdrawn_by) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(withdrawn_at) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(reason) ON TABLE public.assessment TO portfolio_app;

GRANT UPDATE(version) ON TABLE public.assessment TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.assessment_form TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.audit_entry TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.audit_head TO portfolio_app;

GRANT UPDATE("position") ON TABLE public.audit_head TO portfolio_app;

GRANT UPDATE(chain) ON TABLE public.audit_head TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.authorization_code TO portfolio_app;

GRANT UPDATE(used_at) ON TABLE public.authorization_code TO portfolio_app;

GRANT UPDATE(connection_id) ON TABLE public.authorization_code TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.authorization_state TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.calendar_address TO portfolio_app;

GRANT UPDATE(hash) ON TABLE public.calendar_address TO portfolio_app;

GRANT UPDATE(given_at) ON TABLE public.calendar_address TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.calendar_address TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.check_in TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.check_in_setting TO portfolio_app;

GRANT UPDATE(uses) ON TABLE public.check_in_setting TO portfolio_app;

GRANT UPDATE(set_by) ON TABLE public.check_in_setting TO portfolio_app;

GRANT UPDATE(set_at) ON TABLE public.check_in_setting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.checkpoint TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.client_assertion TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.clock_stop TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.confirmation TO portfolio_app;

GRANT UPDATE(reversed_at) ON TABLE public.confirmation TO portfolio_app;

GRANT UPDATE(reversed_by) ON TABLE public.confirmation TO portfolio_app;

GRANT UPDATE(reversal) ON TABLE public.confirmation TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.confirmation_question TO portfolio_app;

GRANT UPDATE(answer) ON TABLE public.confirmation_question TO portfolio_app;

GRANT UPDATE(answered_by) ON TABLE public.confirmation_question TO portfolio_app;

GRANT UPDATE(answered_at) ON TABLE public.confirmation_question TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.confirmation_round TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.confirmation_round TO portfolio_app;

GRANT UPDATE(ended_for) ON TABLE public.confirmation_round TO portfolio_app;

GRANT UPDATE(ended_step) ON TABLE public.confirmation_round TO portfolio_app;

GRANT UPDATE(ended_by) ON TABLE public.confirmation_round TO portfolio_app;

GRANT UPDATE(reason) ON TABLE public.confirmation_round TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.connection TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.connection TO portfolio_app;

GRANT UPDATE(feed) ON TABLE public.connection TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(wanted) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(state) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(reason) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(doubt) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(receipt) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(steps) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(tries) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(since) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(due_at) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(accepted_at) ON TABLE public.delivery TO portfolio_app;

GRANT UPDATE(withdrawn_at) ON TABLE public.delivery TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.delivery_attempt TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.delivery_attempt TO portfolio_app;

GRANT UPDATE(outcome) ON TABLE public.delivery_attempt TO portfolio_app;

GRANT UPDATE(code) ON TABLE public.delivery_attempt TO portfolio_app;

GRANT UPDATE(said) ON TABLE public.delivery_attempt TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.digest TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.digest_setting TO portfolio_app;

GRANT UPDATE(weekly) ON TABLE public.digest_setting TO portfolio_app;

GRANT UPDATE(set_at) ON TABLE public.digest_setting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.digest_week TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.discussion_group TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.evidence_pack TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.export_order TO portfolio_app;

GRANT UPDATE(taken_at) ON TABLE public.export_order TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.feed_entry TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.feed_head TO portfolio_app;

GRANT UPDATE("position") ON TABLE public.feed_head TO portfolio_app;

GRANT UPDATE(log_position) ON TABLE public.feed_head TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.framework_version TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.group_detail TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.group_detail TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.group_schedule TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.handover TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.invitation TO portfolio_app;

GRANT UPDATE(wrong_words) ON TABLE public.invitation TO portfolio_app;

GRANT UPDATE(browser_hash) ON TABLE public.invitation TO portfolio_app;

GRANT UPDATE(accepted_at) ON TABLE public.invitation TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.invitation TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.leader_key TO portfolio_app;

GRANT UPDATE(wrapped) ON TABLE public.leader_key TO portfolio_app;

GRANT UPDATE(until_at) ON TABLE public.leader_key TO portfolio_app;

GRANT UPDATE(lost_from) ON TABLE public.leader_key TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.legal_hold TO portfolio_app;

GRANT UPDATE(lifted_at) ON TABLE public.legal_hold TO portfolio_app;

GRANT UPDATE(lifted_by) ON TABLE public.legal_hold TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.letter TO portfolio_app;

GRANT UPDATE(content) ON TABLE public.letter TO portfolio_app;

GRANT UPDATE(due_at) ON TABLE public.letter TO portfolio_app;

GRANT UPDATE(tries) ON TABLE public.letter TO portfolio_app;

GRANT UPDATE(sent_at) ON TABLE public.letter TO portfolio_app;

GRANT UPDATE(failed_with) ON TABLE public.letter TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.link_setting TO portfolio_app;

GRANT UPDATE(leader_links) ON TABLE public.link_setting TO portfolio_app;

GRANT UPDATE(set_by) ON TABLE public.link_setting TO portfolio_app;

GRANT UPDATE(set_at) ON TABLE public.link_setting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.linked_device TO portfolio_app;

GRANT UPDATE(used_at) ON TABLE public.linked_device TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.linked_device TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.log_entry TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.log_head TO portfolio_app;

GRANT UPDATE("position") ON TABLE public.log_head TO portfolio_app;

GRANT UPDATE(chain) ON TABLE public.log_head TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(title) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(memberships_url) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(line_items_url) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(group_id) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(linked_by) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(linked_at) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(platform_id) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(scores_at) ON TABLE public.lti_course TO portfolio_app;

GRANT UPDATE(seen_at) ON TABLE public.lti_course TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.lti_nonce TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.lti_offer TO portfolio_app;

GRANT UPDATE(used_at) ON TABLE public.lti_offer TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.lti_registration TO portfolio_app;

GRANT UPDATE(deployments) ON TABLE public.lti_registration TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.lti_registration TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(with_id) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(partner) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(peers) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(did) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(form) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(mode) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(held_on) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(minutes) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(confirmed_at) ON TABLE public.meeting TO portfolio_app;

GRANT UPDATE(version) ON TABLE public.meeting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.meeting_form TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(settings) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(notes) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(brought_for) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(needs) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(needs_since) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(told_at) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(due_at) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(lease) ON TABLE public.outward_place TO portfolio_app;

GRANT UPDATE(leased_until) ON TABLE public.outward_place TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(settings) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(receiver) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(country) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(agreement) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(most_at_once) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(set_at) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(log_position) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(rests_until) ON TABLE public.outward_platform TO portfolio_app;

GRANT UPDATE(forbidden) ON TABLE public.outward_platform TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.panel_note TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.paper_name TO portfolio_app;

GRANT UPDATE(person_id) ON TABLE public.paper_name TO portfolio_app;

GRANT UPDATE(matched_by) ON TABLE public.paper_name TO portfolio_app;

GRANT UPDATE(matched_at) ON TABLE public.paper_name TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.paper_sheet TO portfolio_app;

GRANT UPDATE(checked_by) ON TABLE public.paper_sheet TO portfolio_app;

GRANT UPDATE(checked_at) ON TABLE public.paper_sheet TO portfolio_app;

GRANT UPDATE(confirmed_by) ON TABLE public.paper_sheet TO portfolio_app;

GRANT UPDATE(confirmed_at) ON TABLE public.paper_sheet TO portfolio_app;

GRANT UPDATE(list_hash) ON TABLE public.paper_sheet TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.paper_sheet_name TO portfolio_app;

GRANT UPDATE(written) ON TABLE public.paper_sheet_name TO portfolio_app;

GRANT UPDATE(person_id) ON TABLE public.paper_sheet_name TO portfolio_app;

GRANT UPDATE(left_out) ON TABLE public.paper_sheet_name TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.person TO portfolio_app;

GRANT UPDATE(identity) ON TABLE public.person TO portfolio_app;

GRANT UPDATE(key_hash) ON TABLE public.person TO portfolio_app;

GRANT UPDATE(email_hash) ON TABLE public.person TO portfolio_app;

GRANT UPDATE(number_hash) ON TABLE public.person TO portfolio_app;

GRANT UPDATE(made_from) ON TABLE public.person TO portfolio_app;

GRANT UPDATE(address_since) ON TABLE public.person TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.person_key TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(redirect_uris) ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(keys) ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(keys_url) ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(paused_at) ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.platform TO portfolio_app;

GRANT UPDATE(waits) ON TABLE public.platform TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.platform_key TO portfolio_app;

GRANT UPDATE(until_at) ON TABLE public.platform_key TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.platform_secret TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.platform_secret TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(version) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(controller) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(contact) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(lawful_basis) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(lawful_basis_words) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(special_category_condition) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(country) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(retention) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(processors) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(changed_by) ON TABLE public.privacy_setting TO portfolio_app;

GRANT UPDATE(changed_at) ON TABLE public.privacy_setting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.profession TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.profession TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.programme_words TO portfolio_app;

GRANT UPDATE(trainee) ON TABLE public.programme_words TO portfolio_app;

GRANT UPDATE(leader) ON TABLE public.programme_words TO portfolio_app;

GRANT UPDATE(set_by) ON TABLE public.programme_words TO portfolio_app;

GRANT UPDATE(set_at) ON TABLE public.programme_words TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.protection_key TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.published_framework TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.qualification TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.qualification TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.receiver_setting TO portfolio_app;

GRANT UPDATE(forbidden_countries) ON TABLE public.receiver_setting TO portfolio_app;

GRANT UPDATE(forbidden_hosts) ON TABLE public.receiver_setting TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.record TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.record_end TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.record_share TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.record_version TO portfolio_app;

GRANT UPDATE(jwt) ON TABLE public.record_version TO portfolio_app;

GRANT UPDATE(embedded) ON TABLE public.record_version TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(detail) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(state) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(decided_by) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(decided_at) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(reason) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT UPDATE(record_id) ON TABLE public.recorded_elsewhere TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.refresh_token TO portfolio_app;

GRANT UPDATE(connection_id) ON TABLE public.refresh_token TO portfolio_app;

GRANT UPDATE(expires_at) ON TABLE public.refresh_token TO portfolio_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_line TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.register_link TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.register_link TO portfolio_app;

GRANT UPDATE(ended_for) ON TABLE public.register_link TO portfolio_app;

GRANT UPDATE(codes_sent) ON TABLE public.register_link TO portfolio_app;

GRANT UPDATE(next_code_at) ON TABLE public.register_link TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.register_link_code TO portfolio_app;

GRANT UPDATE(hash) ON TABLE public.register_link_code TO portfolio_app;

GRANT UPDATE(expires_at) ON TABLE public.register_link_code TO portfolio_app;

GRANT UPDATE(tries) ON TABLE public.register_link_code TO portfolio_app;

GRANT UPDATE(used_at) ON TABLE public.register_link_code TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.register_link_use TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.register_version TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.requirement TO portfolio_app;

GRANT UPDATE(until_on) ON TABLE public.requirement TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.requirement_pack TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.retention TO portfolio_app;

GRANT UPDATE(months) ON TABLE public.retention TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.session TO portfolio_app;

GRANT UPDATE(minutes) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(mode) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(state) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(cancelled_for) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(cancelled_on) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(leader_id) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(co_leader_id) ON TABLE public.session TO portfolio_app;

GRANT UPDATE(version) ON TABLE public.session TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.session_query TO portfolio_app;

GRANT UPDATE(answer) ON TABLE public.session_query TO portfolio_app;

GRANT UPDATE(answered_by) ON TABLE public.session_query TO portfolio_app;

GRANT UPDATE(answered_at) ON TABLE public.session_query TO portfolio_app;

GRANT UPDATE(passed_on_at) ON TABLE public.session_query TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.sign_in TO portfolio_app;

GRANT UPDATE(handle_hash) ON TABLE public.sign_in TO portfolio_app;

GRANT UPDATE(detail) ON TABLE public.sign_in TO portfolio_app;

GRANT UPDATE(used_at) ON TABLE public.sign_in TO portfolio_app;

GRANT UPDATE(ended_at) ON TABLE public.sign_in TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in_step TO portfolio_app;

GRANT UPDATE(tries) ON TABLE public.sign_in_step TO portfolio_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in_wait TO portfolio_app;

GRANT UPDATE(failures) ON TABLE public.sign_in_wait TO portfolio_app;

GRANT UPDATE(wait_until) ON TABLE public.sign_in_wait TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.signing_key TO portfolio_app;

GRANT UPDATE(until_at) ON TABLE public.signing_key TO portfolio_app;

GRANT UPDATE(lost_from) ON TABLE public.signing_key TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.site TO portfolio_app;

GRANT SELECT,INSERT ON TABLE public.upload_pack TO portfolio_app;

GRANT UPDATE(uploaded_on) ON TABLE public.upload_pack TO portfolio_app;

GRANT UPDATE(said_at) ON TABLE public.upload_pack TO portfolio_app;
