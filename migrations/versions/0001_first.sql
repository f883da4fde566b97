-- 由 make generate 写成，请勿手改。

create extension if not exists btree_gist;

create or replace function bole_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

CREATE TABLE audit (
	shard INTEGER NOT NULL, 
	seq BIGINT NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	actor_id UUID NOT NULL, 
	actor_name VARCHAR NOT NULL, 
	request_id VARCHAR, 
	operations TEXT[] NOT NULL, 
	rows TEXT[] NOT NULL, 
	changes JSONB NOT NULL, 
	prev BYTEA NOT NULL, 
	hash BYTEA NOT NULL, 
	CONSTRAINT audit_pkey PRIMARY KEY (shard, seq)
);

CREATE TABLE audit_head (
	shard INTEGER NOT NULL, 
	seq BIGINT NOT NULL, 
	hash BYTEA NOT NULL, 
	CONSTRAINT audit_head_pkey PRIMARY KEY (shard)
);

CREATE TABLE campaign (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	quarter VARCHAR(6) NOT NULL, 
	opened_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	remind_on DATE NOT NULL, 
	undo_minutes INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	opened_by VARCHAR(60) NOT NULL, 
	closed_on DATE, 
	closed_reason VARCHAR(200), 
	reminded_on DATE, 
	CONSTRAINT campaign_pkey PRIMARY KEY (id), 
	CONSTRAINT campaign_once_a_quarter UNIQUE (quarter), 
	CONSTRAINT campaign_quarter_is_written CHECK (quarter ~ '^20[0-9]{2}Q[1-4]$'), 
	CONSTRAINT campaign_time_to_answer CHECK (due_on > opened_on), 
	CONSTRAINT campaign_closed_is_dated CHECK ((status = 'closed') = (closed_on is not null)), 
	CONSTRAINT campaign_campaign_status CHECK (status IN ('open', 'closed'))
);

CREATE TABLE card_batch (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	title VARCHAR(80) NOT NULL, 
	scheme VARCHAR(60) NOT NULL, 
	scheme_version INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	people INTEGER NOT NULL, 
	planned INTEGER NOT NULL, 
	issued INTEGER NOT NULL, 
	prepared_by UUID NOT NULL, 
	prepared_by_name VARCHAR(60) NOT NULL, 
	approved_by UUID, 
	approved_by_name VARCHAR(60), 
	approved_at TIMESTAMP WITH TIME ZONE, 
	note VARCHAR(500) NOT NULL, 
	CONSTRAINT card_batch_pkey PRIMARY KEY (id), 
	CONSTRAINT card_batch_counts_agree CHECK (issued between 0 and planned and planned <= people), 
	CONSTRAINT card_batch_approved_by_someone CHECK (status not in ('approved', 'issued') or approved_by is not null), 
	CONSTRAINT card_batch_batch_status CHECK (status IN ('draft', 'submitted', 'approved', 'issued', 'withdrawn'))
);

CREATE TABLE catalogue_entry (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	code VARCHAR(60) NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	position INTEGER NOT NULL, 
	body JSONB NOT NULL, 
	source VARCHAR(200) NOT NULL, 
	published_by UUID, 
	published_by_name VARCHAR(60), 
	published_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT catalogue_entry_pkey PRIMARY KEY (id), 
	CONSTRAINT catalogue_entry_one_version_a_day EXCLUDE USING gist (kind WITH =, code WITH =, daterange(valid_from, valid_until, '[]') WITH &&), 
	CONSTRAINT catalogue_entry_number_key UNIQUE (kind, code, number), 
	CONSTRAINT catalogue_entry_body_is_object CHECK (jsonb_typeof(body) = 'object'), 
	CONSTRAINT catalogue_entry_number_from_one CHECK (number >= 1), 
	CONSTRAINT catalogue_entry_period_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE city_pool (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	service_code VARCHAR(60) NOT NULL, 
	service_name VARCHAR(80) NOT NULL, 
	period VARCHAR(40) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	quota INTEGER NOT NULL, 
	used INTEGER NOT NULL, 
	reserved INTEGER NOT NULL, 
	held INTEGER NOT NULL, 
	waiting INTEGER NOT NULL, 
	CONSTRAINT city_pool_pkey PRIMARY KEY (id), 
	CONSTRAINT city_pool_once UNIQUE (service_code, starts_on), 
	CONSTRAINT city_pool_nothing_negative CHECK (used >= 0 and reserved >= 0 and held >= 0 and waiting >= 0), 
	CONSTRAINT city_pool_quota_kept CHECK (used + reserved + held <= quota), 
	CONSTRAINT city_pool_held_for_someone CHECK (held <= waiting), 
	CONSTRAINT city_pool_period_in_order CHECK (ends_on > starts_on), 
	CONSTRAINT city_pool_period CHECK (period IN ('day', 'month', 'quarter', 'year', 'card', 'once'))
)
 WITH (fillfactor = 70);

CREATE TABLE crowded_key (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	key BYTEA NOT NULL, 
	people INTEGER NOT NULL, 
	shown VARCHAR(80) NOT NULL, 
	sample_id UUID NOT NULL, 
	found_on DATE NOT NULL, 
	CONSTRAINT crowded_key_pkey PRIMARY KEY (id), 
	CONSTRAINT crowded_key_once UNIQUE (kind, key)
);

CREATE TABLE directory_draft (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	based_on INTEGER, 
	body JSONB NOT NULL, 
	valid_from DATE NOT NULL, 
	source VARCHAR(200) NOT NULL, 
	drafted_name VARCHAR(60) NOT NULL, 
	asked_at TIMESTAMP WITH TIME ZONE, 
	counted_at TIMESTAMP WITH TIME ZONE, 
	counted_ms INTEGER, 
	people INTEGER, 
	gain INTEGER, 
	lose INTEGER, 
	pending INTEGER, 
	money NUMERIC(16, 2), 
	published_number INTEGER, 
	CONSTRAINT directory_draft_pkey PRIMARY KEY (id), 
	CONSTRAINT directory_draft_body_is_object CHECK (jsonb_typeof(body) = 'object'), 
	CONSTRAINT directory_draft_published_has_a_number CHECK ((status = 'published') = (published_number is not null)), 
	CONSTRAINT directory_draft_directory_draft_status CHECK (status IN ('draft', 'published', 'discarded'))
);

CREATE TABLE export_job (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	actor_id UUID NOT NULL, 
	actor_name VARCHAR(60) NOT NULL, 
	scope_lo BIGINT NOT NULL, 
	scope_hi BIGINT NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	filters JSONB NOT NULL, 
	columns TEXT[] NOT NULL, 
	clear BOOLEAN NOT NULL, 
	sensitive BOOLEAN NOT NULL, 
	format VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	trace VARCHAR(12) NOT NULL, 
	rows_total INTEGER, 
	rows_done INTEGER DEFAULT '0' NOT NULL, 
	file_key VARCHAR(120), 
	size BIGINT, 
	downloads INTEGER DEFAULT '0' NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE, 
	touched_at TIMESTAMP WITH TIME ZONE, 
	failure_code VARCHAR(60), 
	failure VARCHAR(400), 
	CONSTRAINT export_job_pkey PRIMARY KEY (id), 
	CONSTRAINT export_job_trace_key UNIQUE (trace), 
	CONSTRAINT export_job_reveal_purpose CHECK (purpose IN ('verify', 'contact', 'service', 'correct', 'report')), 
	CONSTRAINT export_job_export_format CHECK (format IN ('xlsx', 'csv')), 
	CONSTRAINT export_job_export_status CHECK (status IN ('asked', 'writing', 'ready', 'expired', 'failed', 'cancelled'))
);

CREATE TABLE fasttrack_number (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT fasttrack_number_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_number_year_key UNIQUE (year), 
	CONSTRAINT fasttrack_number_from_one CHECK (last >= 1)
);

CREATE TABLE idempotency (
	actor_id UUID NOT NULL, 
	key VARCHAR(255) NOT NULL, 
	body_hash BYTEA NOT NULL, 
	answer BYTEA, 
	at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	CONSTRAINT idempotency_pkey PRIMARY KEY (actor_id, key)
);

CREATE TABLE notice (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	account_id UUID NOT NULL, 
	kind VARCHAR(60) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	body VARCHAR(2000) NOT NULL, 
	about VARCHAR(60) NOT NULL, 
	about_id UUID, 
	key VARCHAR(200) NOT NULL, 
	read_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT notice_pkey PRIMARY KEY (id), 
	CONSTRAINT notice_told_once UNIQUE (account_id, key)
);

CREATE TABLE oidc_attempt (
	key_hash BYTEA NOT NULL, 
	data VARCHAR NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT oidc_attempt_pkey PRIMARY KEY (key_hash)
);

CREATE TABLE outbox (
	seq BIGINT GENERATED ALWAYS AS IDENTITY, 
	at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	fact VARCHAR NOT NULL, 
	body JSONB NOT NULL, 
	actor_id UUID NOT NULL, 
	delivered_at TIMESTAMP WITH TIME ZONE, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	error VARCHAR, 
	CONSTRAINT outbox_pkey PRIMARY KEY (seq)
);

CREATE TABLE partner (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	role_code VARCHAR(60) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	contact VARCHAR(120), 
	CONSTRAINT partner_pkey PRIMARY KEY (id), 
	CONSTRAINT partner_code_key UNIQUE (code), 
	CONSTRAINT partner_partner_status CHECK (status IN ('active', 'suspended'))
);

CREATE TABLE quarter_snapshot (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	quarter VARCHAR(6) NOT NULL, 
	last_day DATE NOT NULL, 
	frozen_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	frozen_by VARCHAR(60) NOT NULL, 
	row_count INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	figures JSONB NOT NULL, 
	CONSTRAINT quarter_snapshot_pkey PRIMARY KEY (id), 
	CONSTRAINT quarter_snapshot_once UNIQUE (quarter), 
	CONSTRAINT quarter_snapshot_quarter_is_written CHECK (quarter ~ '^20[0-9]{2}Q[1-4]$')
);

CREATE TABLE read_anomaly (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	rule VARCHAR(60) NOT NULL, 
	rule_name VARCHAR(80) NOT NULL, 
	actor_id UUID NOT NULL, 
	actor_name VARCHAR(60) NOT NULL, 
	day DATE NOT NULL, 
	since TIMESTAMP WITH TIME ZONE NOT NULL, 
	until TIMESTAMP WITH TIME ZONE NOT NULL, 
	reads INTEGER NOT NULL, 
	persons INTEGER NOT NULL, 
	talent_ids UUID[] NOT NULL, 
	words VARCHAR(300) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	review VARCHAR(400), 
	reviewed_by_name VARCHAR(60), 
	reviewed_on DATE, 
	CONSTRAINT read_anomaly_pkey PRIMARY KEY (id), 
	CONSTRAINT read_anomaly_once_a_day UNIQUE (rule, actor_id, day), 
	CONSTRAINT read_anomaly_reviewed_on_a_day CHECK ((status = 'open') = (reviewed_on is null)), 
	CONSTRAINT read_anomaly_anomaly_status CHECK (status IN ('open', 'explained', 'violation'))
);

CREATE TABLE recognition_number (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	year INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT recognition_number_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_number_year_key UNIQUE (year), 
	CONSTRAINT recognition_number_from_one CHECK (last >= 1)
);

CREATE TABLE sign_in_throttle (
	key VARCHAR(200) NOT NULL, 
	spent_until TIMESTAMP WITH TIME ZONE NOT NULL, 
	may_reach TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (key)
);

CREATE TABLE talent_gram (
	gram TEXT NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	CONSTRAINT talent_gram_pkey PRIMARY KEY (gram, unit_path, talent_id)
);

CREATE TABLE talent_key (
	kind TEXT NOT NULL, 
	key BYTEA NOT NULL, 
	talent_id UUID NOT NULL, 
	CONSTRAINT talent_key_pkey PRIMARY KEY (kind, key, talent_id)
);

CREATE TABLE talent_period (
	talent_id UUID NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	unit_id UUID NOT NULL, 
	unit_path BIGINT NOT NULL, 
	name_key TEXT NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	level VARCHAR(60), 
	level_since DATE, 
	talent_type VARCHAR(60), 
	employer_name VARCHAR(120), 
	employer_unit_id UUID, 
	position VARCHAR(120), 
	CONSTRAINT talent_period_pkey PRIMARY KEY (talent_id, valid_from), 
	CONSTRAINT talent_period_in_order CHECK (valid_from < valid_until), 
	CONSTRAINT talent_period_one_a_day EXCLUDE USING gist (talent_id WITH =, daterange(valid_from, valid_until) WITH &&), 
	CONSTRAINT talent_period_talent_status CHECK (status IN ('candidate', 'active', 'stale', 'left', 'closed'))
);

CREATE TABLE unit (
	version INTEGER NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	parent_id UUID, 
	supervisor_id UUID, 
	successor_id UUID, 
	kind VARCHAR(40) NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	short_name VARCHAR(40) NOT NULL, 
	division_code VARCHAR(12), 
	key_employer BOOLEAN NOT NULL, 
	depth INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	path BIGINT NOT NULL, 
	path_end BIGINT NOT NULL, 
	CONSTRAINT unit_pkey PRIMARY KEY (id), 
	CONSTRAINT unit_code_key UNIQUE (code), 
	CONSTRAINT unit_path_key UNIQUE (path), 
	CONSTRAINT unit_one_place_each UNIQUE (parent_id, ordinal), 
	CONSTRAINT unit_range_fits_depth CHECK (depth between 1 and 5 and path_end - path = (array[10000000000000000, 10000000000000, 1000000000, 10000, 1])[depth] and mod(path, path_end - path) = 0), 
	CONSTRAINT unit_only_roots_lack_parents CHECK ((parent_id is null) = (depth = 1)), 
	CONSTRAINT unit_period_in_order CHECK (valid_until is null or valid_until >= valid_from), 
	CONSTRAINT unit_unit_kind CHECK (kind IN ('committee', 'leading_group', 'talent_office', 'county', 'zone', 'town', 'member', 'non_member', 'employer', 'provider'))
);

CREATE TABLE work_year (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	year INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	source VARCHAR(200) NOT NULL, 
	published_by UUID, 
	published_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT work_year_pkey PRIMARY KEY (id), 
	CONSTRAINT work_year_year_key UNIQUE (year), 
	CONSTRAINT work_year_year_is_near CHECK (year between 2000 and 2100), 
	CONSTRAINT work_year_day_status CHECK (status IN ('official', 'provisional'))
);

CREATE TABLE worker_heartbeat (
	name VARCHAR NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT worker_heartbeat_pkey PRIMARY KEY (name)
);

CREATE TABLE account (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	login VARCHAR(60) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	person_id UUID, 
	talent_id UUID, 
	partner_id UUID, 
	role_code VARCHAR(60), 
	oidc_issuer VARCHAR(200), 
	oidc_subject VARCHAR(200), 
	demo BOOLEAN NOT NULL, 
	CONSTRAINT account_pkey PRIMARY KEY (id), 
	CONSTRAINT account_login_key UNIQUE (login), 
	CONSTRAINT account_person_id_key UNIQUE (person_id), 
	CONSTRAINT account_talent_id_key UNIQUE (talent_id), 
	CONSTRAINT account_oidc_key UNIQUE (oidc_issuer, oidc_subject), 
	CONSTRAINT account_talent_is_one CHECK ((kind = 'talent') = (talent_id is not null)), 
	CONSTRAINT account_operator_of_one CHECK ((kind = 'partner_operator') = (partner_id is not null)), 
	CONSTRAINT account_sits_as_person CHECK ((kind in ('staff', 'leader', 'platform')) = (person_id is not null)), 
	CONSTRAINT account_role_of_post_or_own CHECK ((person_id is null) = (role_code is not null)), 
	CONSTRAINT account_oidc_whole CHECK ((oidc_issuer is null) = (oidc_subject is null)), 
	CONSTRAINT account_account_kind CHECK (kind IN ('staff', 'leader', 'talent', 'partner_operator', 'platform')), 
	CONSTRAINT account_account_status CHECK (status IN ('active', 'disabled'))
);

CREATE TABLE figure_correction (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	snapshot_id UUID NOT NULL, 
	axis VARCHAR(40) NOT NULL, 
	key VARCHAR(60) NOT NULL, 
	label VARCHAR(80) NOT NULL, 
	talents_before INTEGER NOT NULL, 
	stale_before INTEGER NOT NULL, 
	talents INTEGER NOT NULL, 
	stale INTEGER NOT NULL, 
	reason VARCHAR(400) NOT NULL, 
	corrected_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	corrected_by VARCHAR(60) NOT NULL, 
	CONSTRAINT figure_correction_pkey PRIMARY KEY (id), 
	CONSTRAINT figure_correction_is_plausible CHECK (stale between 0 and talents), 
	CONSTRAINT figure_correction_figure_axis CHECK (axis IN ('level', 'type', 'category', 'unit', 'status'))
);

CREATE TABLE import_job (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	actor_id UUID NOT NULL, 
	actor_name VARCHAR(60) NOT NULL, 
	filename VARCHAR(200) NOT NULL, 
	size BIGINT NOT NULL, 
	digest BYTEA NOT NULL, 
	file_key VARCHAR(120), 
	unit_id UUID, 
	sheet VARCHAR(80), 
	scope_lo BIGINT NOT NULL, 
	scope_hi BIGINT NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	head JSONB DEFAULT '{}' NOT NULL, 
	rows_total INTEGER, 
	rows_done INTEGER DEFAULT '0' NOT NULL, 
	rows_new INTEGER DEFAULT '0' NOT NULL, 
	rows_update INTEGER DEFAULT '0' NOT NULL, 
	rows_unchanged INTEGER DEFAULT '0' NOT NULL, 
	rows_error INTEGER DEFAULT '0' NOT NULL, 
	rows_warned INTEGER DEFAULT '0' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	entered INTEGER DEFAULT '0' NOT NULL, 
	changed INTEGER DEFAULT '0' NOT NULL, 
	failure_code VARCHAR(60), 
	failure VARCHAR(400), 
	committed_by VARCHAR(60), 
	committer_id UUID, 
	touched_at TIMESTAMP WITH TIME ZONE, 
	checked_at TIMESTAMP WITH TIME ZONE, 
	finished_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT import_job_pkey PRIMARY KEY (id), 
	CONSTRAINT import_job_id_unit_path_key UNIQUE (id, unit_path), 
	CONSTRAINT import_job_import_status CHECK (status IN ('uploaded', 'checking', 'checked', 'committing', 'done', 'failed', 'cancelled'))
);

CREATE TABLE membership (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_id UUID NOT NULL, 
	group_id UUID NOT NULL, 
	CONSTRAINT membership_pkey PRIMARY KEY (id), 
	CONSTRAINT membership_once_at_a_time EXCLUDE USING gist (group_id WITH =, unit_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), 
	CONSTRAINT membership_not_of_itself CHECK (group_id <> unit_id), 
	CONSTRAINT membership_period_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE partner_grant (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	partner_id UUID NOT NULL, 
	service_code VARCHAR(60) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	CONSTRAINT partner_grant_pkey PRIMARY KEY (id), 
	CONSTRAINT partner_grant_once UNIQUE (partner_id, service_code), 
	CONSTRAINT partner_grant_period_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE partner_key (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	partner_id UUID NOT NULL, 
	key_id VARCHAR(60) NOT NULL, 
	algorithm VARCHAR(40) NOT NULL, 
	public_key BYTEA, 
	secret_sealed BYTEA, 
	valid_from TIMESTAMP WITH TIME ZONE NOT NULL, 
	valid_until TIMESTAMP WITH TIME ZONE NOT NULL, 
	revoked_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT partner_key_pkey PRIMARY KEY (id), 
	CONSTRAINT partner_key_key_id_key UNIQUE (key_id), 
	CONSTRAINT partner_key_one_kind_of_key CHECK ((algorithm = 'ed25519') = (public_key is not null) and (algorithm = 'hmac_sha256') = (secret_sealed is not null)), 
	CONSTRAINT partner_key_ends_after_it_begins CHECK (valid_until > valid_from), 
	CONSTRAINT partner_key_key_algorithm CHECK (algorithm IN ('ed25519', 'hmac_sha256'))
);

CREATE TABLE post (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_id UUID NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	leader_level VARCHAR(40), 
	commissioner VARCHAR(40), 
	shared BOOLEAN NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT post_pkey PRIMARY KEY (id), 
	CONSTRAINT post_code_key UNIQUE (code), 
	CONSTRAINT post_id_shared_key UNIQUE (id, shared), 
	CONSTRAINT post_period_in_order CHECK (valid_until is null or valid_until >= valid_from), 
	CONSTRAINT post_leader_level CHECK (leader_level IN ('city', 'department', 'county', 'town')), 
	CONSTRAINT post_commissioner CHECK (commissioner IN ('leader', 'head'))
);

CREATE TABLE programme_batch (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	unit_id UUID NOT NULL, 
	programme VARCHAR(60) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	year INTEGER NOT NULL, 
	quota INTEGER NOT NULL, 
	selected INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	criteria VARCHAR(1000) NOT NULL, 
	term_from DATE NOT NULL, 
	term_until DATE NOT NULL, 
	funding NUMERIC(14, 2) NOT NULL, 
	demo BOOLEAN NOT NULL, 
	CONSTRAINT programme_batch_pkey PRIMARY KEY (id), 
	CONSTRAINT programme_batch_once_a_year UNIQUE (programme, year), 
	CONSTRAINT programme_batch_quota_in_range CHECK (quota between 1 and 10000), 
	CONSTRAINT programme_batch_within_quota CHECK (selected between 0 and quota), 
	CONSTRAINT programme_batch_term_in_order CHECK (term_until > term_from), 
	CONSTRAINT programme_batch_funding_is_no_debt CHECK (funding >= 0), 
	CONSTRAINT programme_batch_programme_status CHECK (status IN ('open', 'announced', 'ended'))
);

CREATE TABLE snapshot_row (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	snapshot_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	level VARCHAR(60), 
	talent_type VARCHAR(60), 
	category VARCHAR(60), 
	CONSTRAINT snapshot_row_pkey PRIMARY KEY (id), 
	CONSTRAINT snapshot_row_once UNIQUE (snapshot_id, talent_id), 
	CONSTRAINT snapshot_row_talent_status CHECK (status IN ('candidate', 'active', 'stale', 'left', 'closed'))
);

CREATE TABLE talent (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	unit_id UUID NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	name_key TEXT NOT NULL, 
	pinyin TEXT NOT NULL, 
	initials TEXT NOT NULL, 
	search_tokens TEXT[] NOT NULL, 
	gender VARCHAR(40) NOT NULL, 
	birth_date DATE, 
	nationality VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	entered_on DATE DEFAULT (now() at time zone 'Asia/Shanghai')::date NOT NULL, 
	level VARCHAR(60), 
	level_since DATE, 
	talent_type VARCHAR(60), 
	specialty VARCHAR(200), 
	residence VARCHAR(120), 
	phone_sealed BYTEA, 
	phone_blind BYTEA, 
	phone_masked VARCHAR(40), 
	email_sealed BYTEA, 
	email_masked VARCHAR(120), 
	employer_name VARCHAR(120), 
	employer_unit_id UUID, 
	position VARCHAR(120), 
	highest_degree VARCHAR(40), 
	highest_title VARCHAR(80), 
	highest_rank VARCHAR(40), 
	closed_reason VARCHAR(200), 
	last_contact_on DATE, 
	next_contact_due DATE, 
	sources JSONB DEFAULT '{}' NOT NULL, 
	labels TEXT[] DEFAULT '{}' NOT NULL, 
	changed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	CONSTRAINT talent_pkey PRIMARY KEY (id), 
	CONSTRAINT talent_id_unit_path_key UNIQUE (id, unit_path), 
	CONSTRAINT talent_phone_whole CHECK ((phone_sealed is null) = (phone_blind is null)), 
	CONSTRAINT talent_phone_shown CHECK ((phone_sealed is null) = (phone_masked is null)), 
	CONSTRAINT talent_email_whole CHECK ((email_sealed is null) = (email_masked is null)), 
	CONSTRAINT talent_level_is_dated CHECK ((level is null) = (level_since is null)), 
	CONSTRAINT talent_gender CHECK (gender IN ('male', 'female', 'unknown')), 
	CONSTRAINT talent_talent_status CHECK (status IN ('candidate', 'active', 'stale', 'left', 'closed')), 
	CONSTRAINT talent_degree CHECK (highest_degree IN ('doctor', 'master', 'bachelor', 'college', 'secondary', 'other')), 
	CONSTRAINT talent_title_rank CHECK (highest_rank IN ('senior', 'associate_senior', 'intermediate', 'junior', 'none'))
);

CREATE TABLE unit_name (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_id UUID NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	short_name VARCHAR(40) NOT NULL, 
	division_code VARCHAR(12), 
	CONSTRAINT unit_name_pkey PRIMARY KEY (id), 
	CONSTRAINT unit_name_at_a_time EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), 
	CONSTRAINT unit_name_period_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE work_day (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	name VARCHAR(60), 
	source VARCHAR(200), 
	status VARCHAR(40) NOT NULL, 
	set_by INTEGER NOT NULL, 
	CONSTRAINT work_day_pkey PRIMARY KEY (id), 
	CONSTRAINT work_day_day_key UNIQUE (day), 
	CONSTRAINT work_day_day_kind CHECK (kind IN ('workday', 'weekend', 'holiday', 'makeup')), 
	CONSTRAINT work_day_day_status CHECK (status IN ('official', 'provisional'))
);

CREATE TABLE appointment (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	post_id UUID NOT NULL, 
	shared BOOLEAN NOT NULL, 
	person_id UUID NOT NULL, 
	person_name VARCHAR(60) NOT NULL, 
	document VARCHAR(120), 
	CONSTRAINT appointment_pkey PRIMARY KEY (id), 
	CONSTRAINT appointment_one_holder EXCLUDE USING gist (post_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&) WHERE (not shared), 
	CONSTRAINT appointment_person_once EXCLUDE USING gist (post_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), 
	CONSTRAINT appointment_period_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE attribution_case (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	talent_name VARCHAR(60) NOT NULL, 
	period_from DATE NOT NULL, 
	opened_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	outcome VARCHAR(40), 
	reason VARCHAR(400), 
	decided_by VARCHAR(60), 
	decided_at TIMESTAMP WITH TIME ZONE, 
	suggested_id UUID, 
	CONSTRAINT attribution_case_pkey PRIMARY KEY (id), 
	CONSTRAINT attribution_case_decided_somehow CHECK ((status = 'decided') = (outcome is not null)), 
	CONSTRAINT attribution_case_decided_has_a_time CHECK ((outcome is null) = (decided_at is null)), 
	CONSTRAINT attribution_case_attribution_status CHECK (status IN ('open', 'decided', 'void')), 
	CONSTRAINT attribution_case_attribution_outcome CHECK (outcome IN ('one', 'shared', 'none'))
);

CREATE TABLE campaign_item (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	campaign_id UUID NOT NULL, 
	name_key TEXT NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	was VARCHAR(40) NOT NULL, 
	answered_at TIMESTAMP WITH TIME ZONE, 
	answered_by VARCHAR(60), 
	note VARCHAR(200), 
	CONSTRAINT campaign_item_pkey PRIMARY KEY (id), 
	CONSTRAINT campaign_item_once UNIQUE (campaign_id, talent_id), 
	CONSTRAINT campaign_item_answer_is_dated CHECK ((status in ('pending', 'unconfirmed')) = (answered_at is null)), 
	CONSTRAINT campaign_item_item_status CHECK (status IN ('pending', 'confirmed', 'changed', 'left', 'unconfirmed', 'late', 'dropped')), 
	CONSTRAINT campaign_item_talent_status CHECK (was IN ('candidate', 'active', 'stale', 'left', 'closed'))
);

CREATE TABLE card (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	batch_id UUID, 
	number VARCHAR(24) NOT NULL, 
	scheme VARCHAR(60) NOT NULL, 
	scheme_version INTEGER NOT NULL, 
	tier VARCHAR(60) NOT NULL, 
	tier_name VARCHAR(80) NOT NULL, 
	level VARCHAR(60) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	status_reason VARCHAR(200) NOT NULL, 
	status_since TIMESTAMP WITH TIME ZONE NOT NULL, 
	predecessor_id UUID, 
	succession VARCHAR(40), 
	succeeded_on DATE, 
	CONSTRAINT card_pkey PRIMARY KEY (id), 
	CONSTRAINT card_number_key UNIQUE (number), 
	CONSTRAINT card_holder_key UNIQUE (id, talent_id, unit_path), 
	CONSTRAINT card_period_in_order CHECK (valid_until >= valid_from), 
	CONSTRAINT card_succession_whole CHECK ((succession is null) = (succeeded_on is null)), 
	CONSTRAINT card_replaced_for_a_reason CHECK (status <> 'replaced' or succession is not null), 
	CONSTRAINT card_card_status CHECK (status IN ('pending', 'active', 'frozen', 'lost', 'replaced', 'expired', 'cancelled')), 
	CONSTRAINT card_predecessor_id_key UNIQUE (predecessor_id), 
	CONSTRAINT card_succession CHECK (succession IN ('reissue', 'tier'))
);

CREATE TABLE consent (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	purpose VARCHAR(60) NOT NULL, 
	version INTEGER NOT NULL, 
	given_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	withdrawn_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT consent_pkey PRIMARY KEY (id), 
	CONSTRAINT consent_in_order CHECK (withdrawn_at is null or withdrawn_at >= given_at), 
	CONSTRAINT consent_version_from_one CHECK (version >= 1)
);

CREATE TABLE credential (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	account_id UUID NOT NULL, 
	password_hash VARCHAR, 
	password_changed_at TIMESTAMP WITH TIME ZONE, 
	totp_sealed BYTEA, 
	totp_pending_sealed BYTEA, 
	totp_step INTEGER NOT NULL, 
	failed_attempts INTEGER NOT NULL, 
	failed_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT credential_pkey PRIMARY KEY (id), 
	CONSTRAINT credential_account_id_key UNIQUE (account_id)
);

CREATE TABLE data_request (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	content TEXT NOT NULL, 
	purpose VARCHAR(60), 
	asker VARCHAR(40) NOT NULL, 
	asker_name VARCHAR(120), 
	raised_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	due_words TEXT NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	handled_by_name VARCHAR(60), 
	answer TEXT, 
	closed_on DATE, 
	overdue_told BOOLEAN NOT NULL, 
	CONSTRAINT data_request_pkey PRIMARY KEY (id), 
	CONSTRAINT data_request_due_after_raised CHECK (due_on > raised_on), 
	CONSTRAINT data_request_answered_in_words CHECK ((status in ('answered', 'refused')) = (answer is not null)), 
	CONSTRAINT data_request_closed_on_a_day CHECK ((status in ('raised', 'in_hand', 'erasing')) = (closed_on is null)), 
	CONSTRAINT data_request_others_have_names CHECK ((asker = 'person') or asker_name is not null), 
	CONSTRAINT data_request_request_kind CHECK (kind IN ('copy', 'correct', 'withdraw', 'erase', 'explain')), 
	CONSTRAINT data_request_asker CHECK (asker IN ('person', 'relative', 'agent')), 
	CONSTRAINT data_request_request_status CHECK (status IN ('raised', 'in_hand', 'erasing', 'answered', 'refused', 'withdrawn'))
);

CREATE TABLE deletion_notice (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	partner_id UUID NOT NULL, 
	partner_name VARCHAR(80) NOT NULL, 
	reason VARCHAR(40) NOT NULL, 
	cause VARCHAR(80) NOT NULL, 
	received VARCHAR(200) NOT NULL, 
	cards TEXT[] NOT NULL, 
	asked_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	fetched_at TIMESTAMP WITH TIME ZONE, 
	acknowledged_at TIMESTAMP WITH TIME ZONE, 
	receipt VARCHAR(200), 
	told_times INTEGER NOT NULL, 
	told_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT deletion_notice_pkey PRIMARY KEY (id), 
	CONSTRAINT deletion_notice_once UNIQUE (partner_id, cause), 
	CONSTRAINT deletion_notice_acknowledged_at_a_time CHECK ((status = 'acknowledged') = (acknowledged_at is not null)), 
	CONSTRAINT deletion_notice_notice_reason CHECK (reason IN ('erased', 'withdrawn')), 
	CONSTRAINT deletion_notice_notice_status CHECK (status IN ('waiting', 'fetched', 'acknowledged'))
);

CREATE TABLE departure (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	left_on DATE NOT NULL, 
	reason VARCHAR(40) NOT NULL, 
	note VARCHAR(400), 
	destination VARCHAR(120), 
	told_to VARCHAR(120) NOT NULL, 
	told_on DATE NOT NULL, 
	came_back_on DATE, 
	CONSTRAINT departure_pkey PRIMARY KEY (id), 
	CONSTRAINT departure_departure_reason CHECK (reason IN ('transfer', 'resigned', 'term_ended', 'retired', 'deceased', 'other'))
);

CREATE TABLE directory_impact (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	draft_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	level_before VARCHAR(60), 
	level_after VARCHAR(60), 
	benefit_before VARCHAR(80), 
	benefit_after VARCHAR(80), 
	money_before NUMERIC(14, 2) NOT NULL, 
	money_after NUMERIC(14, 2) NOT NULL, 
	keeps_until DATE, 
	CONSTRAINT directory_impact_pkey PRIMARY KEY (id), 
	CONSTRAINT directory_impact_once UNIQUE (draft_id, talent_id), 
	CONSTRAINT directory_impact_impact_kind CHECK (kind IN ('gain', 'lose', 'pending'))
);

CREATE TABLE duplicate_pair (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	low_id UUID NOT NULL, 
	high_id UUID NOT NULL, 
	high_path BIGINT NOT NULL, 
	score INTEGER NOT NULL, 
	likelihood VARCHAR(40) NOT NULL, 
	clues TEXT[] NOT NULL, 
	clue_words TEXT[] NOT NULL, 
	evidence_hash BYTEA NOT NULL, 
	found_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	reason VARCHAR(400), 
	decided_by VARCHAR(60), 
	decided_at TIMESTAMP WITH TIME ZONE, 
	asked_before BOOLEAN NOT NULL, 
	CONSTRAINT duplicate_pair_pkey PRIMARY KEY (id), 
	CONSTRAINT duplicate_pair_once UNIQUE (low_id, high_id), 
	CONSTRAINT duplicate_pair_smaller_first CHECK (low_id < high_id), 
	CONSTRAINT duplicate_pair_decided_has_a_time CHECK ((status = 'open') = (decided_at is null)), 
	CONSTRAINT duplicate_pair_likelihood CHECK (likelihood IN ('certain', 'possible')), 
	CONSTRAINT duplicate_pair_pair_status CHECK (status IN ('open', 'not_same', 'merged'))
);

CREATE TABLE duplicate_sign (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	pair_id UUID NOT NULL, 
	since DATE NOT NULL, 
	CONSTRAINT duplicate_sign_pkey PRIMARY KEY (id), 
	CONSTRAINT duplicate_sign_talent_id_pair_id_key UNIQUE (talent_id, pair_id)
);

CREATE TABLE education (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	degree VARCHAR(40) NOT NULL, 
	school VARCHAR(120), 
	major VARCHAR(80), 
	full_time BOOLEAN NOT NULL, 
	graduated_on DATE, 
	certificate VARCHAR(60), 
	CONSTRAINT education_pkey PRIMARY KEY (id), 
	CONSTRAINT education_degree CHECK (degree IN ('doctor', 'master', 'bachelor', 'college', 'secondary', 'other'))
);

CREATE TABLE employment (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	employer_name VARCHAR(120) NOT NULL, 
	employer_uscc VARCHAR(18), 
	employer_unit_id UUID, 
	establishment VARCHAR(120), 
	kind VARCHAR(40) NOT NULL, 
	position VARCHAR(120), 
	started_on DATE, 
	ended_on DATE, 
	service_until DATE, 
	end_reason VARCHAR(200), 
	main BOOLEAN NOT NULL, 
	CONSTRAINT employment_pkey PRIMARY KEY (id), 
	CONSTRAINT employment_in_order CHECK (ended_on is null or started_on is null or ended_on >= started_on), 
	CONSTRAINT employment_main_is_current CHECK (not main or ended_on is null), 
	CONSTRAINT employment_employment_kind CHECK (kind IN ('full', 'flexible', 'seconded'))
);

CREATE TABLE family_member (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	relation VARCHAR(40) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	birth_date DATE, 
	school_or_work VARCHAR(120), 
	purpose VARCHAR(120), 
	CONSTRAINT family_member_pkey PRIMARY KEY (id), 
	CONSTRAINT family_member_relation CHECK (relation IN ('spouse', 'child', 'parent', 'other'))
);

CREATE TABLE fasttrack_case (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	number VARCHAR(20), 
	status VARCHAR(40) NOT NULL, 
	secret BOOLEAN NOT NULL, 
	team BOOLEAN NOT NULL, 
	level VARCHAR(60) NOT NULL, 
	unit_id UUID NOT NULL, 
	lead_id UUID NOT NULL, 
	employer_id UUID, 
	holder_id UUID, 
	decider_id UUID, 
	talent_id UUID, 
	candidate_name VARCHAR(60) NOT NULL, 
	request VARCHAR(2000) NOT NULL, 
	opened_on DATE NOT NULL, 
	accepted_on DATE, 
	due_on DATE, 
	due_provisional BOOLEAN NOT NULL, 
	due_estimated BOOLEAN NOT NULL, 
	settled_on DATE, 
	working_days INTEGER, 
	terms JSONB, 
	terms_version INTEGER, 
	agreement VARCHAR(80), 
	signed_on DATE, 
	last_step INTEGER NOT NULL, 
	CONSTRAINT fasttrack_case_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_case_number_key UNIQUE (number), 
	CONSTRAINT fasttrack_case_id_path_key UNIQUE (id, unit_path), 
	CONSTRAINT fasttrack_case_accepted_whole CHECK ((number is null) = (accepted_on is null) and (due_on is null) = (accepted_on is null) and (terms is null) = (accepted_on is null)), 
	CONSTRAINT fasttrack_case_settled_after_opening CHECK (settled_on is null or settled_on >= opened_on), 
	CONSTRAINT fasttrack_case_case_status CHECK (status IN ('opened', 'verifying', 'planning', 'countersigning', 'deliberating', 'awaiting_decision', 'decided', 'signed', 'delivering', 'assessed', 'closed', 'stopped', 'declined'))
);

CREATE TABLE honour (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	grade VARCHAR(40) NOT NULL, 
	granted_on DATE, 
	granted_by VARCHAR(120), 
	CONSTRAINT honour_pkey PRIMARY KEY (id), 
	CONSTRAINT honour_honour_grade CHECK (grade IN ('national', 'provincial', 'city', 'county', 'other'))
);

CREATE TABLE identity_document (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	number_sealed BYTEA NOT NULL, 
	number_blind BYTEA NOT NULL, 
	number_masked VARCHAR(40) NOT NULL, 
	valid_from DATE, 
	valid_until DATE, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT identity_document_pkey PRIMARY KEY (id), 
	CONSTRAINT identity_document_in_order CHECK (valid_until is null or valid_from is null or valid_until >= valid_from), 
	CONSTRAINT identity_document_document_kind CHECK (kind IN ('resident_id', 'passport', 'hmt_residence', 'hm_permit', 'tw_permit', 'permanent_resident'))
);

CREATE TABLE import_row (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	import_id UUID NOT NULL, 
	row_number INTEGER NOT NULL, 
	outcome VARCHAR(40) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	talent_id UUID, 
	CONSTRAINT import_row_pkey PRIMARY KEY (id), 
	CONSTRAINT import_row_import_id_row_number_key UNIQUE (import_id, row_number), 
	CONSTRAINT import_row_id_unit_path_key UNIQUE (id, unit_path), 
	CONSTRAINT import_row_row_outcome CHECK (outcome IN ('new', 'update', 'unchanged', 'error'))
);

CREATE TABLE level_grant (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	level VARCHAR(60) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	basis VARCHAR(200), 
	CONSTRAINT level_grant_pkey PRIMARY KEY (id), 
	CONSTRAINT level_grant_in_order CHECK (valid_until is null or valid_until >= valid_from)
);

CREATE TABLE partner_nonce (
	key_id UUID NOT NULL, 
	nonce VARCHAR(64) NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT partner_nonce_pkey PRIMARY KEY (key_id, nonce)
);

CREATE TABLE post_role (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	post_id UUID NOT NULL, 
	role_code VARCHAR(60) NOT NULL, 
	CONSTRAINT post_role_pkey PRIMARY KEY (id), 
	CONSTRAINT post_role_once UNIQUE (post_id, role_code)
);

CREATE TABLE post_scope (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	post_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	CONSTRAINT post_scope_pkey PRIMARY KEY (id), 
	CONSTRAINT post_scope_post_id_key UNIQUE (post_id)
);

CREATE TABLE preference (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	account_id UUID NOT NULL, 
	key VARCHAR(80) NOT NULL, 
	value JSONB NOT NULL, 
	changed_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT preference_pkey PRIMARY KEY (id), 
	CONSTRAINT preference_once UNIQUE (account_id, key), 
	CONSTRAINT preference_key_is_known CHECK (key ~ '^(appearance|(columns|tour)\.[a-z][a-z0-9_./-]{0,59})$'), 
	CONSTRAINT preference_value_is_small CHECK (octet_length(value::text) <= 4096)
);

CREATE TABLE programme_member (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	batch_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	announced BOOLEAN NOT NULL, 
	basis VARCHAR(500) NOT NULL, 
	selected_on DATE NOT NULL, 
	selected_name VARCHAR(60) NOT NULL, 
	CONSTRAINT programme_member_pkey PRIMARY KEY (id), 
	CONSTRAINT programme_member_once UNIQUE (batch_id, talent_id)
);

CREATE TABLE recognition_application (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	number VARCHAR(24), 
	talent_id UUID NOT NULL, 
	talent_name VARCHAR(60) NOT NULL, 
	employer_name VARCHAR(120), 
	route VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	level VARCHAR(60) NOT NULL, 
	talent_type VARCHAR(60) NOT NULL, 
	criterion VARCHAR(40) NOT NULL, 
	directory_id UUID NOT NULL, 
	statement VARCHAR(2000) NOT NULL, 
	finding VARCHAR(40), 
	finding_missing JSONB DEFAULT '[]' NOT NULL, 
	recommenders JSONB, 
	kinship JSONB DEFAULT '[]' NOT NULL, 
	unit_id UUID, 
	employer_id UUID, 
	district_id UUID NOT NULL, 
	lead_id UUID NOT NULL, 
	holder_id UUID, 
	started_on DATE NOT NULL, 
	started_by UUID NOT NULL, 
	submitted_on DATE, 
	terms JSONB, 
	terms_version INTEGER, 
	due_from DATE, 
	due_days INTEGER, 
	due_on DATE, 
	due_provisional BOOLEAN NOT NULL, 
	returned_reason VARCHAR(1000), 
	scoring_round INTEGER NOT NULL, 
	expert_score FLOAT, 
	expert_count INTEGER, 
	expert_passed BOOLEAN, 
	decided_on DATE, 
	ended_on DATE, 
	end_reason VARCHAR(1000), 
	last_step INTEGER NOT NULL, 
	CONSTRAINT recognition_application_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_application_place_key UNIQUE (id, talent_id, unit_path), 
	CONSTRAINT recognition_application_number_key UNIQUE (number), 
	CONSTRAINT recognition_application_submitted_whole CHECK ((submitted_on is null) = (terms is null) and (submitted_on is null) = (number is null) and (status in ('draft', 'withdrawn') or submitted_on is not null)), 
	CONSTRAINT recognition_application_due_whole CHECK ((due_on is null) = (due_from is null) and (due_on is null) = (due_days is null)), 
	CONSTRAINT recognition_application_public_has_names CHECK (route <> 'public' or recommenders is not null or status = 'draft'), 
	CONSTRAINT recognition_application_recognition_route CHECK (route IN ('self', 'employer', 'district', 'public', 'exempt')), 
	CONSTRAINT recognition_application_application_status CHECK (status IN ('draft', 'submitted', 'recommended', 'reviewed', 'joint_review', 'awaiting_decision', 'on_notice', 'objected', 'recognised', 'declined', 'withdrawn')), 
	CONSTRAINT recognition_application_criterion_result CHECK (finding IN ('met', 'unmet', 'pending'))
);

CREATE TABLE recognition_ban (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	reason VARCHAR(500) NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	CONSTRAINT recognition_ban_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_ban_period_in_order CHECK (valid_until >= valid_from)
);

CREATE TABLE recognition_evidence (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	filename VARCHAR(120) NOT NULL, 
	media_type VARCHAR(40) NOT NULL, 
	size BIGINT NOT NULL, 
	sha256 BYTEA NOT NULL, 
	file_key VARCHAR(120) NOT NULL, 
	anonymous BOOLEAN NOT NULL, 
	uploaded_by UUID NOT NULL, 
	uploaded_name VARCHAR(60) NOT NULL, 
	CONSTRAINT recognition_evidence_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_evidence_owner_key UNIQUE (id, talent_id), 
	CONSTRAINT recognition_evidence_not_empty CHECK (size > 0)
);

CREATE TABLE recognition_expert (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	account_id UUID NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	employer_name VARCHAR(120) NOT NULL, 
	employer_id UUID, 
	types JSONB DEFAULT '[]' NOT NULL, 
	specialty VARCHAR(200), 
	active BOOLEAN NOT NULL, 
	CONSTRAINT recognition_expert_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_expert_once UNIQUE (account_id)
);

CREATE TABLE saved_view (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	account_id UUID NOT NULL, 
	unit_id UUID, 
	page VARCHAR(60) NOT NULL, 
	name VARCHAR(40) NOT NULL, 
	query TEXT NOT NULL, 
	columns TEXT[], 
	changed_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT saved_view_pkey PRIMARY KEY (id), 
	CONSTRAINT saved_view_name_once UNIQUE (account_id, page, name), 
	CONSTRAINT saved_view_page_is_a_word CHECK (page ~ '^[a-z][a-z0-9_./-]{0,59}$'), 
	CONSTRAINT saved_view_has_a_name CHECK (btrim(name) <> '' and length(name) <= 40), 
	CONSTRAINT saved_view_query_is_short CHECK (length(query) <= 2000), 
	CONSTRAINT saved_view_columns_are_few CHECK (columns is null or (cardinality(columns) <= 60 and length(array_to_string(columns, '')) <= 3600))
);

CREATE TABLE sensitive_read (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	field VARCHAR(40) NOT NULL, 
	purpose VARCHAR(40) NOT NULL, 
	reason VARCHAR(200) NOT NULL, 
	actor_id UUID NOT NULL, 
	actor_name VARCHAR(60) NOT NULL, 
	read_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	CONSTRAINT sensitive_read_pkey PRIMARY KEY (id), 
	CONSTRAINT sensitive_read_secret_field CHECK (field IN ('phone', 'email', 'identity_number'))
);

CREATE TABLE session (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	account_id UUID NOT NULL, 
	token_hash BYTEA NOT NULL, 
	post_id UUID, 
	last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	step_up_until TIMESTAMP WITH TIME ZONE, 
	revoked_at TIMESTAMP WITH TIME ZONE, 
	method VARCHAR(40) NOT NULL, 
	source VARCHAR(45) NOT NULL, 
	agent VARCHAR(200) NOT NULL, 
	CONSTRAINT session_pkey PRIMARY KEY (id), 
	CONSTRAINT session_token_hash_key UNIQUE (token_hash), 
	CONSTRAINT session_sign_in_method CHECK (method IN ('password', 'oidc'))
);

CREATE TABLE talent_merge (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	survivor_id UUID NOT NULL, 
	absorbed_id UUID NOT NULL, 
	survivor_name VARCHAR(60) NOT NULL, 
	absorbed_name VARCHAR(60) NOT NULL, 
	absorbed_unit VARCHAR(80) NOT NULL, 
	reason VARCHAR(400) NOT NULL, 
	choices JSONB NOT NULL, 
	summary TEXT[] NOT NULL, 
	merged_by VARCHAR(60) NOT NULL, 
	merged_by_id UUID NOT NULL, 
	merged_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	undo_until DATE NOT NULL, 
	undone_by VARCHAR(60), 
	undone_at TIMESTAMP WITH TIME ZONE, 
	undo_reason VARCHAR(400), 
	images_gone_on DATE, 
	CONSTRAINT talent_merge_pkey PRIMARY KEY (id), 
	CONSTRAINT talent_merge_two_records CHECK (survivor_id <> absorbed_id), 
	CONSTRAINT talent_merge_undone_by_someone CHECK ((undone_at is null) = (undone_by is null)), 
	CONSTRAINT talent_merge_images_stay_while_they_may_be_needed CHECK (images_gone_on is null or undone_at is not null or images_gone_on > undo_until or absorbed_name = '（已删除）')
);

CREATE TABLE talent_name (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	until DATE, 
	CONSTRAINT talent_name_pkey PRIMARY KEY (id), 
	CONSTRAINT talent_name_talent_id_kind_name_key UNIQUE (talent_id, kind, name), 
	CONSTRAINT talent_name_name_kind CHECK (kind IN ('former', 'alias', 'foreign'))
);

CREATE TABLE title (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	rank VARCHAR(40) NOT NULL, 
	granted_on DATE, 
	granted_by VARCHAR(120), 
	CONSTRAINT title_pkey PRIMARY KEY (id), 
	CONSTRAINT title_title_rank CHECK (rank IN ('senior', 'associate_senior', 'intermediate', 'junior', 'none'))
);

CREATE TABLE card_batch_line (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	batch_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	level VARCHAR(60), 
	tier VARCHAR(60), 
	tier_name VARCHAR(80), 
	valid_until DATE, 
	status VARCHAR(40) NOT NULL, 
	skip VARCHAR(40), 
	card_id UUID, 
	CONSTRAINT card_batch_line_pkey PRIMARY KEY (id), 
	CONSTRAINT card_batch_line_batch_id_talent_id_key UNIQUE (batch_id, talent_id), 
	CONSTRAINT card_batch_line_skipped_for_a_reason CHECK ((status = 'skipped') = (skip is not null)), 
	CONSTRAINT card_batch_line_issued_with_a_card CHECK ((status = 'issued') = (card_id is not null)), 
	CONSTRAINT card_batch_line_complete CHECK (status = 'skipped' or (tier is not null and valid_until is not null)), 
	CONSTRAINT card_batch_line_line_status CHECK (status IN ('planned', 'skipped', 'issued')), 
	CONSTRAINT card_batch_line_skip_reason CHECK (skip IN ('no_level', 'no_tier', 'ended', 'holds_one', 'left', 'changed', 'removed')), 
	CONSTRAINT card_batch_line_card_id_key UNIQUE (card_id)
);

CREATE TABLE card_presentation (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	card_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	tier VARCHAR(60) NOT NULL, 
	tier_name VARCHAR(80) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	scanned BOOLEAN NOT NULL, 
	presented_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	lasts_until TIMESTAMP WITH TIME ZONE NOT NULL, 
	provider_id UUID NOT NULL, 
	by_id UUID NOT NULL, 
	CONSTRAINT card_presentation_pkey PRIMARY KEY (id), 
	CONSTRAINT card_presentation_period_in_order CHECK (lasts_until > presented_at)
);

CREATE TABLE contact_assignment (
	valid_from DATE NOT NULL, 
	valid_until DATE, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	post_id UUID NOT NULL, 
	appointment_id UUID, 
	person_id UUID, 
	follows_id UUID, 
	level VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	reason VARCHAR(400), 
	end_reason VARCHAR(400), 
	kinship_checked VARCHAR(400), 
	cadence_months INTEGER NOT NULL, 
	cadence_aligned BOOLEAN NOT NULL, 
	first_due_on DATE NOT NULL, 
	last_contact_on DATE, 
	next_due_on DATE GENERATED ALWAYS AS (
case
  when last_contact_on is null then first_due_on
  when cadence_aligned then (
    make_date(extract(year from last_contact_on)::int, 1, 1)
    + make_interval(months =>
        ((extract(month from last_contact_on)::int - 1) / cadence_months + 2) * cadence_months)
    - interval '1 day'
  )::date
  else (last_contact_on + make_interval(months => cadence_months))::date
end
) STORED NOT NULL, 
	CONSTRAINT contact_assignment_pkey PRIMARY KEY (id), 
	CONSTRAINT contact_assignment_id_unit_path_key UNIQUE (id, unit_path), 
	CONSTRAINT contact_assignment_ended_has_a_day CHECK ((status = 'ended') = (valid_until is not null)), 
	CONSTRAINT contact_assignment_active_has_a_holder CHECK ((status = 'active') = (appointment_id is not null)), 
	CONSTRAINT contact_assignment_cadence_fits CHECK (cadence_months between 1 and 24 and (not cadence_aligned or mod(12, cadence_months) = 0)), 
	CONSTRAINT contact_assignment_period_in_order CHECK (valid_until is null or valid_until >= valid_from), 
	CONSTRAINT contact_assignment_leader_level CHECK (level IN ('city', 'department', 'county', 'town')), 
	CONSTRAINT contact_assignment_assignment_status CHECK (status IN ('active', 'pending', 'ended'))
);

CREATE TABLE entitlement (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	card_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	service_code VARCHAR(60) NOT NULL, 
	service_name VARCHAR(80) NOT NULL, 
	service_class VARCHAR(40) NOT NULL, 
	service_version INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	tier VARCHAR(60) NOT NULL, 
	period VARCHAR(40) NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	limits INTEGER NOT NULL, 
	main BOOLEAN NOT NULL, 
	pooled BOOLEAN NOT NULL, 
	child_id UUID, 
	stage VARCHAR(20) NOT NULL, 
	tier_quota INTEGER, 
	carried INTEGER NOT NULL, 
	quota INTEGER, 
	used INTEGER NOT NULL, 
	reserved INTEGER NOT NULL, 
	lapsed INTEGER NOT NULL, 
	live BOOLEAN NOT NULL, 
	closed_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT entitlement_pkey PRIMARY KEY (id), 
	CONSTRAINT entitlement_once UNIQUE NULLS NOT DISTINCT (card_id, service_code, period, starts_on, child_id, stage), 
	CONSTRAINT entitlement_holder_key UNIQUE (id, talent_id, unit_path), 
	CONSTRAINT entitlement_nothing_negative CHECK (used >= 0 and reserved >= 0 and lapsed >= 0), 
	CONSTRAINT entitlement_quota_kept CHECK (quota is null or used + reserved + lapsed <= quota), 
	CONSTRAINT entitlement_unlimited_is_unlimited CHECK ((quota is null) = (tier_quota is null)), 
	CONSTRAINT entitlement_quota_explained CHECK (quota is null or quota = greatest(0, tier_quota - carried)), 
	CONSTRAINT entitlement_sensible CHECK (carried >= 0 and limits >= 1), 
	CONSTRAINT entitlement_period_in_order CHECK (ends_on > starts_on), 
	CONSTRAINT entitlement_period CHECK (period IN ('day', 'month', 'quarter', 'year', 'card', 'once'))
)
 WITH (fillfactor = 70);

CREATE TABLE erasure (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	request_id UUID NOT NULL, 
	ordered_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	ordered_by_name VARCHAR(60) NOT NULL, 
	lines JSONB NOT NULL, 
	done_at TIMESTAMP WITH TIME ZONE, 
	next_due DATE, 
	CONSTRAINT erasure_pkey PRIMARY KEY (id), 
	CONSTRAINT erasure_request_id_key UNIQUE (request_id)
);

CREATE TABLE fasttrack_assessment (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	period VARCHAR(40) NOT NULL, 
	passed BOOLEAN NOT NULL, 
	conclusion VARCHAR(2000) NOT NULL, 
	assessed_on DATE NOT NULL, 
	account_id UUID NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	CONSTRAINT fasttrack_assessment_pkey PRIMARY KEY (id)
);

CREATE TABLE fasttrack_countersign (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	round INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	asked_on DATE NOT NULL, 
	working_days INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	due_provisional BOOLEAN NOT NULL, 
	note VARCHAR(500), 
	deputy_id UUID, 
	opinion VARCHAR(40), 
	reason VARCHAR(1000), 
	answered_on DATE, 
	answered_by UUID, 
	answered_name VARCHAR(60), 
	CONSTRAINT fasttrack_countersign_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_countersign_round_key UNIQUE (case_id, unit_id, round), 
	CONSTRAINT fasttrack_countersign_answered_has_an_opinion CHECK ((opinion is not null) = (status in ('answered', 'superseded')) and (answered_on is null) = (opinion is null)), 
	CONSTRAINT fasttrack_countersign_says_why CHECK (opinion is null or opinion = 'agree' or reason is not null), 
	CONSTRAINT fasttrack_countersign_countersign_status CHECK (status IN ('pending', 'answered', 'superseded', 'called_off')), 
	CONSTRAINT fasttrack_countersign_opinion CHECK (opinion IN ('agree', 'agree_if_changed', 'disagree'))
);

CREATE TABLE fasttrack_decision (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	round INTEGER NOT NULL, 
	outcome VARCHAR(40) NOT NULL, 
	opinion VARCHAR(2000) NOT NULL, 
	form VARCHAR(120) NOT NULL, 
	decided_on DATE NOT NULL, 
	decided_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	post_id UUID NOT NULL, 
	account_id UUID NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	plan JSONB NOT NULL, 
	CONSTRAINT fasttrack_decision_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_decision_round_key UNIQUE (case_id, round), 
	CONSTRAINT fasttrack_decision_outcome CHECK (outcome IN ('approved', 'sent_back', 'rejected'))
);

CREATE TABLE fasttrack_measure (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	kind_name VARCHAR(30) NOT NULL, 
	content VARCHAR(500) NOT NULL, 
	amount NUMERIC(14, 2), 
	unit_id UUID NOT NULL, 
	due_on DATE NOT NULL, 
	after_assessment BOOLEAN NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	done_on DATE, 
	result VARCHAR(500), 
	CONSTRAINT fasttrack_measure_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_measure_ordinal_key UNIQUE (case_id, ordinal) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fasttrack_measure_amount_not_negative CHECK (amount is null or amount >= 0), 
	CONSTRAINT fasttrack_measure_done_has_a_day CHECK ((status = 'done') = (done_on is not null)), 
	CONSTRAINT fasttrack_measure_measure_status CHECK (status IN ('planned', 'assigned', 'held', 'done', 'dropped'))
);

CREATE TABLE fasttrack_party (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	post_id UUID, 
	role VARCHAR(40) NOT NULL, 
	case_path BIGINT NOT NULL, 
	lead_path BIGINT NOT NULL, 
	joined_on DATE NOT NULL, 
	CONSTRAINT fasttrack_party_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_party_once UNIQUE NULLS NOT DISTINCT (case_id, unit_id, post_id, role), 
	CONSTRAINT fasttrack_party_party_role CHECK (role IN ('initiator', 'employer', 'lead', 'countersigner', 'deliverer', 'decider'))
);

CREATE TABLE fasttrack_pause (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	paused_on DATE NOT NULL, 
	reason VARCHAR(500) NOT NULL, 
	expected_end DATE NOT NULL, 
	paused_by UUID NOT NULL, 
	paused_name VARCHAR(60) NOT NULL, 
	resumed_on DATE, 
	resumed_by UUID, 
	resumed_name VARCHAR(60), 
	CONSTRAINT fasttrack_pause_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_pause_resumed_after_pause CHECK (resumed_on >= paused_on), 
	CONSTRAINT fasttrack_pause_expects_an_end CHECK (expected_end > paused_on), 
	CONSTRAINT fasttrack_pause_resumed_by_someone CHECK ((resumed_on is null) = (resumed_by is null)), 
	CONSTRAINT fasttrack_pause_apart EXCLUDE USING gist (case_id WITH =, daterange(paused_on, resumed_on, '[)') WITH &&)
);

CREATE TABLE fasttrack_stage (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	seq INTEGER NOT NULL, 
	step VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	unit_id UUID, 
	holder_id UUID, 
	account_id UUID NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	taken_on DATE NOT NULL, 
	taken_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	note VARCHAR(2000), 
	CONSTRAINT fasttrack_stage_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_stage_seq_key UNIQUE (case_id, seq), 
	CONSTRAINT fasttrack_stage_case_status CHECK (status IN ('opened', 'verifying', 'planning', 'countersigning', 'deliberating', 'awaiting_decision', 'decided', 'signed', 'delivering', 'assessed', 'closed', 'stopped', 'declined'))
);

CREATE TABLE fasttrack_vote (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	after_step INTEGER NOT NULL, 
	held_on DATE NOT NULL, 
	invited INTEGER NOT NULL, 
	recused INTEGER NOT NULL, 
	present INTEGER NOT NULL, 
	agree INTEGER NOT NULL, 
	majority VARCHAR(8) NOT NULL, 
	passed BOOLEAN NOT NULL, 
	note VARCHAR(2000), 
	CONSTRAINT fasttrack_vote_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_vote_adds_up CHECK (recused >= 0 and agree between 0 and present and present between 1 and invited - recused)
);

CREATE TABLE import_finding (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	row_id UUID NOT NULL, 
	ordinal INTEGER NOT NULL, 
	severity VARCHAR(40) NOT NULL, 
	"column" VARCHAR(40), 
	title VARCHAR(120), 
	cell VARCHAR(12), 
	shown VARCHAR(200), 
	before VARCHAR(200), 
	code VARCHAR(60) NOT NULL, 
	words VARCHAR(600) NOT NULL, 
	CONSTRAINT import_finding_pkey PRIMARY KEY (id), 
	CONSTRAINT import_finding_row_id_ordinal_key UNIQUE (row_id, ordinal), 
	CONSTRAINT import_finding_severity CHECK (severity IN ('error', 'warning', 'change'))
);

CREATE TABLE introduction_claim (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	talent_name VARCHAR(60) NOT NULL, 
	unit_id UUID NOT NULL, 
	arrived_on DATE NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	quarter VARCHAR(6) NOT NULL, 
	note VARCHAR(400), 
	status VARCHAR(40) NOT NULL, 
	share NUMERIC(5, 4) NOT NULL, 
	case_id UUID, 
	claimed_by VARCHAR(60) NOT NULL, 
	claimed_on DATE NOT NULL, 
	withdrawn_reason VARCHAR(400), 
	CONSTRAINT introduction_claim_pkey PRIMARY KEY (id), 
	CONSTRAINT introduction_claim_share_in_range CHECK (share between 0 and 1), 
	CONSTRAINT introduction_claim_credited_has_a_share CHECK ((status = 'credited') = (share > 0)), 
	CONSTRAINT introduction_claim_shared_by_decision CHECK (case_id is not null or share in (0, 1)), 
	CONSTRAINT introduction_claim_quarter_well_told CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'), 
	CONSTRAINT introduction_claim_withdrawn_for_a_reason CHECK ((status = 'withdrawn') = (withdrawn_reason is not null)), 
	CONSTRAINT introduction_claim_arrival_kind CHECK (kind IN ('full', 'flexible')), 
	CONSTRAINT introduction_claim_claim_status CHECK (status IN ('credited', 'contested', 'not_credited', 'withdrawn'))
);

CREATE TABLE merge_image (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	merge_id UUID NOT NULL, 
	table_name VARCHAR(60) NOT NULL, 
	row_id UUID NOT NULL, 
	before JSONB, 
	after JSONB, 
	CONSTRAINT merge_image_pkey PRIMARY KEY (id)
);

CREATE TABLE recognition (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	application_id UUID, 
	predecessor_id UUID, 
	status VARCHAR(40) NOT NULL, 
	year INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	certificate_number VARCHAR(40) NOT NULL, 
	verify_code VARCHAR(20) NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	level VARCHAR(60) NOT NULL, 
	level_name VARCHAR(80) NOT NULL, 
	talent_type VARCHAR(60) NOT NULL, 
	type_name VARCHAR(80) NOT NULL, 
	issuer VARCHAR(60) NOT NULL, 
	issued_on DATE NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_until DATE NOT NULL, 
	applied BOOLEAN NOT NULL, 
	ended_on DATE, 
	end_reason VARCHAR(500), 
	CONSTRAINT recognition_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_place_key UNIQUE (id, talent_id, unit_path), 
	CONSTRAINT recognition_no_twin UNIQUE (year, ordinal), 
	CONSTRAINT recognition_certificate_number_key UNIQUE (certificate_number), 
	CONSTRAINT recognition_verify_code_key UNIQUE (verify_code), 
	CONSTRAINT recognition_application_id_key UNIQUE (application_id), 
	CONSTRAINT recognition_period_in_order CHECK (valid_until >= valid_from), 
	CONSTRAINT recognition_ends_after_it_began CHECK (ended_on is null or ended_on >= valid_from - 1), 
	CONSTRAINT recognition_ended_has_a_day CHECK ((status = 'effective') = (ended_on is null)), 
	CONSTRAINT recognition_one_level_a_day EXCLUDE USING gist (talent_id WITH =, daterange(valid_from, coalesce(ended_on, valid_until), '[]') WITH &&) WHERE (ended_on is null or ended_on >= valid_from), 
	CONSTRAINT recognition_recognition_status CHECK (status IN ('effective', 'expired', 'upgraded', 'exited', 'cancelled'))
);

CREATE TABLE recognition_attachment (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	evidence_id UUID NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	CONSTRAINT recognition_attachment_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_attachment_once UNIQUE (application_id, evidence_id, kind)
);

CREATE TABLE recognition_notice (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	starts_on DATE NOT NULL, 
	working_days INTEGER NOT NULL, 
	ends_on DATE NOT NULL, 
	provisional BOOLEAN NOT NULL, 
	shown JSONB NOT NULL, 
	withdrawn BOOLEAN NOT NULL, 
	CONSTRAINT recognition_notice_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_notice_runs_for_a_while CHECK (ends_on > starts_on)
);

CREATE TABLE recognition_party (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	application_path BIGINT NOT NULL, 
	lead_path BIGINT NOT NULL, 
	district_path BIGINT NOT NULL, 
	unit_id UUID NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	joined_on DATE NOT NULL, 
	CONSTRAINT recognition_party_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_party_once UNIQUE (application_id, unit_id, role), 
	CONSTRAINT recognition_party_recognition_role CHECK (role IN ('employer', 'other_employer', 'nominator', 'district', 'lead', 'department'))
);

CREATE TABLE recognition_review (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	round INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	asked_on DATE NOT NULL, 
	working_days INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	due_provisional BOOLEAN NOT NULL, 
	note VARCHAR(500), 
	opinion VARCHAR(40), 
	reason VARCHAR(1000), 
	answered_on DATE, 
	answered_by UUID, 
	answered_name VARCHAR(60), 
	CONSTRAINT recognition_review_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_review_round_key UNIQUE (application_id, unit_id, round), 
	CONSTRAINT recognition_review_answered_has_an_opinion CHECK ((opinion is not null) = (status in ('answered', 'superseded')) and (answered_on is null) = (opinion is null)), 
	CONSTRAINT recognition_review_says_why CHECK (opinion is null or opinion = 'agree' or reason is not null), 
	CONSTRAINT recognition_review_joint_review_status CHECK (status IN ('pending', 'answered', 'superseded', 'called_off')), 
	CONSTRAINT recognition_review_joint_opinion CHECK (opinion IN ('agree', 'disagree'))
);

CREATE TABLE recognition_sheet (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	expert_id UUID NOT NULL, 
	account_id UUID NOT NULL, 
	round INTEGER NOT NULL, 
	code VARCHAR(12) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	invited_on DATE NOT NULL, 
	due_on DATE NOT NULL, 
	material JSONB NOT NULL, 
	items JSONB NOT NULL, 
	scores JSONB, 
	total FLOAT, 
	comment VARCHAR(1000), 
	recusal VARCHAR(500), 
	answered_at TIMESTAMP WITH TIME ZONE, 
	CONSTRAINT recognition_sheet_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_sheet_scored_has_a_total CHECK ((status = 'scored') = (total is not null)), 
	CONSTRAINT recognition_sheet_recused_for_a_reason CHECK ((status = 'recused') = (recusal is not null)), 
	CONSTRAINT recognition_sheet_total_in_range CHECK (total is null or total between 0 and 100), 
	CONSTRAINT recognition_sheet_score_sheet_status CHECK (status IN ('invited', 'accepted', 'recused', 'scored', 'called_off'))
);

CREATE TABLE recognition_stage (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	seq INTEGER NOT NULL, 
	step VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	unit_id UUID, 
	holder_id UUID, 
	account_id UUID NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	taken_on DATE NOT NULL, 
	taken_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	note VARCHAR(2000), 
	inside BOOLEAN NOT NULL, 
	CONSTRAINT recognition_stage_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_stage_seq_key UNIQUE (application_id, seq), 
	CONSTRAINT recognition_stage_application_status CHECK (status IN ('draft', 'submitted', 'recommended', 'reviewed', 'joint_review', 'awaiting_decision', 'on_notice', 'objected', 'recognised', 'declined', 'withdrawn'))
);

CREATE TABLE card_code (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	card_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	digits VARCHAR(8) NOT NULL, 
	starts_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	ends_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	accepted_until TIMESTAMP WITH TIME ZONE NOT NULL, 
	presentation_id UUID, 
	CONSTRAINT card_code_pkey PRIMARY KEY (id), 
	CONSTRAINT card_code_eight_digits CHECK (digits ~ '^[0-9]{8}$'), 
	CONSTRAINT card_code_period_in_order CHECK (ends_at > starts_at and accepted_until >= ends_at), 
	CONSTRAINT card_code_digits_once EXCLUDE USING gist (digits WITH =, tstzrange(starts_at, accepted_until) WITH &&), 
	CONSTRAINT card_code_presentation_id_key UNIQUE (presentation_id)
);

CREATE TABLE contact_handover (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	assignment_id UUID NOT NULL, 
	left_appointment_id UUID NOT NULL, 
	vacated_on DATE NOT NULL, 
	interim_unit_id UUID, 
	proposed_appointment_id UUID, 
	taken_on DATE, 
	closed_on DATE, 
	outcome VARCHAR(400), 
	CONSTRAINT contact_handover_pkey PRIMARY KEY (id), 
	CONSTRAINT contact_handover_taken_is_closed CHECK (taken_on is null or closed_on is not null)
);

CREATE TABLE contact_log (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	post_id UUID NOT NULL, 
	assignment_id UUID, 
	post_then VARCHAR(60) NOT NULL, 
	leader_then VARCHAR(60) NOT NULL, 
	recorded_by UUID NOT NULL, 
	recorded_by_name VARCHAR(60) NOT NULL, 
	amended_by_name VARCHAR(60), 
	recorded_on DATE, 
	occurred_on DATE NOT NULL, 
	mode VARCHAR(40) NOT NULL, 
	place VARCHAR(120), 
	attendees VARCHAR(400), 
	greeting TEXT, 
	condition TEXT, 
	need TEXT, 
	advice TEXT, 
	confidentiality VARCHAR(40) NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	cancel_reason VARCHAR(400), 
	review_note VARCHAR(400), 
	CONSTRAINT contact_log_pkey PRIMARY KEY (id), 
	CONSTRAINT contact_log_four_asked CHECK (status in ('planned', 'lapsed', 'cancelled') or coalesce(greeting, condition, need, advice) is not null), 
	CONSTRAINT contact_log_cancelled_has_a_reason CHECK ((status = 'cancelled') = (cancel_reason is not null)), 
	CONSTRAINT contact_log_contact_mode CHECK (mode IN ('visit', 'meeting', 'phone', 'festival', 'online', 'other')), 
	CONSTRAINT contact_log_confidentiality CHECK (confidentiality IN ('open', 'internal', 'restricted')), 
	CONSTRAINT contact_log_log_status CHECK (status IN ('planned', 'lapsed', 'recorded', 'review', 'archived', 'cancelled'))
);

CREATE TABLE fasttrack_due_move (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	countersign_id UUID, 
	old_due DATE NOT NULL, 
	new_due DATE NOT NULL, 
	cause VARCHAR(600) NOT NULL, 
	moved_on DATE NOT NULL, 
	CONSTRAINT fasttrack_due_move_pkey PRIMARY KEY (id)
);

CREATE TABLE fasttrack_recusal (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	case_id UUID NOT NULL, 
	countersign_id UUID NOT NULL, 
	account_id UUID NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	reason VARCHAR(500) NOT NULL, 
	deputy_id UUID NOT NULL, 
	recused_on DATE NOT NULL, 
	CONSTRAINT fasttrack_recusal_pkey PRIMARY KEY (id), 
	CONSTRAINT fasttrack_recusal_once UNIQUE (case_id, account_id)
);

CREATE TABLE introduction_credit (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	claim_id UUID NOT NULL, 
	unit_id UUID NOT NULL, 
	quarter VARCHAR(6) NOT NULL, 
	amount NUMERIC(5, 4) NOT NULL, 
	recorded_on DATE NOT NULL, 
	correction BOOLEAN NOT NULL, 
	why VARCHAR(200) NOT NULL, 
	by_name VARCHAR(60) NOT NULL, 
	CONSTRAINT introduction_credit_pkey PRIMARY KEY (id), 
	CONSTRAINT introduction_credit_changes_something CHECK (amount <> 0 and amount between -1 and 1), 
	CONSTRAINT introduction_credit_quarter_well_told CHECK (quarter ~ '^[0-9]{4}Q[1-4]$')
);

CREATE TABLE recognition_check (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	recognition_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	outcome VARCHAR(40) NOT NULL, 
	opinion VARCHAR(1000) NOT NULL, 
	checked_on DATE NOT NULL, 
	account_name VARCHAR(60) NOT NULL, 
	CONSTRAINT recognition_check_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_check_recognition_check_outcome CHECK (outcome IN ('keep', 'downgrade', 'exit'))
);

CREATE TABLE recognition_objection (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	application_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	notice_id UUID NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	objector VARCHAR(60) NOT NULL, 
	contact_sealed BYTEA, 
	contact_masked VARCHAR(60), 
	content VARCHAR(2000) NOT NULL, 
	received_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	due_on DATE NOT NULL, 
	conclusion VARCHAR(2000), 
	settled_on DATE, 
	settled_name VARCHAR(60), 
	CONSTRAINT recognition_objection_pkey PRIMARY KEY (id), 
	CONSTRAINT recognition_objection_settled_with_a_conclusion CHECK ((status = 'open') = (conclusion is null)), 
	CONSTRAINT recognition_objection_contact_whole CHECK ((contact_sealed is null) = (contact_masked is null)), 
	CONSTRAINT recognition_objection_objection_status CHECK (status IN ('open', 'dismissed', 'sustained'))
);

CREATE TABLE redemption (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	card_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	service_code VARCHAR(60) NOT NULL, 
	service_name VARCHAR(80) NOT NULL, 
	tier VARCHAR(60) NOT NULL, 
	day DATE NOT NULL, 
	occurred_at TIMESTAMP WITH TIME ZONE NOT NULL, 
	amount INTEGER NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	child_id UUID, 
	stage VARCHAR(20) NOT NULL, 
	pool_id UUID, 
	provider_id UUID NOT NULL, 
	by_id UUID NOT NULL, 
	key VARCHAR(255) NOT NULL, 
	reverses_id UUID, 
	reason VARCHAR(200) NOT NULL, 
	needs_decision BOOLEAN NOT NULL, 
	presentation_id UUID, 
	CONSTRAINT redemption_pkey PRIMARY KEY (id), 
	CONSTRAINT redemption_once UNIQUE (by_id, key), 
	CONSTRAINT redemption_reversed_once UNIQUE (reverses_id), 
	CONSTRAINT redemption_reversal_is_negative CHECK (amount <> 0 and (amount < 0) = (reverses_id is not null)), 
	CONSTRAINT redemption_redemption_status CHECK (status IN ('reserved', 'confirmed', 'cancelled', 'lapsed', 'reversed'))
);

CREATE TABLE entitlement_ledger (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	entitlement_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	entry VARCHAR(40) NOT NULL, 
	amount INTEGER NOT NULL, 
	redemption_id UUID, 
	pool_id UUID, 
	key VARCHAR(120) NOT NULL, 
	note VARCHAR(200) NOT NULL, 
	by_id UUID NOT NULL, 
	CONSTRAINT entitlement_ledger_pkey PRIMARY KEY (id), 
	CONSTRAINT entitlement_ledger_once UNIQUE (entitlement_id, key), 
	CONSTRAINT entitlement_ledger_sign_follows_entry CHECK (case entry when 'granted' then true when 'reserved' then amount < 0 when 'confirmed' then amount < 0 when 'lapsed' then amount < 0 else amount > 0 end), 
	CONSTRAINT entitlement_ledger_pools_are_used_by_someone CHECK (redemption_id is not null or pool_id is null), 
	CONSTRAINT entitlement_ledger_entry CHECK (entry IN ('granted', 'reserved', 'confirmed', 'cancelled', 'reversed', 'lapsed'))
);

CREATE TABLE need (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	talent_name VARCHAR(60) NOT NULL, 
	log_id UUID, 
	kind VARCHAR(40) NOT NULL, 
	content TEXT NOT NULL, 
	raised_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	handler_unit_id UUID, 
	handler_path BIGINT, 
	routed_on DATE, 
	due_on DATE, 
	result TEXT, 
	finished_on DATE, 
	settled_on DATE, 
	return_reason VARCHAR(400), 
	returns INTEGER NOT NULL, 
	CONSTRAINT need_pkey PRIMARY KEY (id), 
	CONSTRAINT need_handler_has_a_place CHECK ((handler_unit_id is null) = (handler_path is null)), 
	CONSTRAINT need_routed_to_somebody CHECK (status in ('registered', 'returned') or handler_unit_id is not null), 
	CONSTRAINT need_settled_has_a_day CHECK ((status = 'settled') = (settled_on is not null)), 
	CONSTRAINT need_need_status CHECK (status IN ('registered', 'routed', 'in_hand', 'to_confirm', 'settled', 'returned'))
);

CREATE TABLE pool_wait (
	version INTEGER NOT NULL, 
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	pool_id UUID NOT NULL, 
	card_id UUID NOT NULL, 
	talent_id UUID NOT NULL, 
	service_code VARCHAR(60) NOT NULL, 
	day DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	redemption_id UUID, 
	reason VARCHAR(200) NOT NULL, 
	by_id UUID NOT NULL, 
	by_name VARCHAR(80) NOT NULL, 
	CONSTRAINT pool_wait_pkey PRIMARY KEY (id), 
	CONSTRAINT pool_wait_wait_status CHECK (status IN ('waiting', 'promoted', 'left'))
);

CREATE TABLE proposed_change (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	source VARCHAR(40) NOT NULL, 
	log_id UUID, 
	proposed_by UUID, 
	proposed_by_name VARCHAR(60), 
	proposer_unit_id UUID, 
	field VARCHAR(40) NOT NULL, 
	value TEXT NOT NULL, 
	value_sealed BYTEA, 
	details JSONB, 
	reason VARCHAR(400), 
	evidence_key VARCHAR(200), 
	evidence_name VARCHAR(200), 
	evidence_type VARCHAR(60), 
	raised_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	value_before TEXT, 
	value_taken TEXT, 
	decided_on DATE, 
	decided_by_name VARCHAR(60), 
	decision_note VARCHAR(400), 
	CONSTRAINT proposed_change_pkey PRIMARY KEY (id), 
	CONSTRAINT proposed_change_decided_has_a_day CHECK ((status = 'proposed') = (decided_on is null)), 
	CONSTRAINT proposed_change_leaders_by_contact CHECK ((source = 'leader') = (log_id is not null)), 
	CONSTRAINT proposed_change_employers_by_unit CHECK ((source = 'employer') = (proposer_unit_id is not null)), 
	CONSTRAINT proposed_change_evidence_whole CHECK ((evidence_key is null) = (evidence_name is null)), 
	CONSTRAINT proposed_change_proposal_source CHECK (source IN ('leader', 'employer', 'talent')), 
	CONSTRAINT proposed_change_change_status CHECK (status IN ('proposed', 'accepted', 'partly', 'rejected', 'withdrawn'))
);

CREATE TABLE suggestion (
	id UUID NOT NULL, 
	created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
	unit_path BIGINT NOT NULL, 
	talent_id UUID NOT NULL, 
	log_id UUID NOT NULL, 
	content TEXT NOT NULL, 
	raised_on DATE NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	reply TEXT, 
	decided_on DATE, 
	decided_by_name VARCHAR(60), 
	CONSTRAINT suggestion_pkey PRIMARY KEY (id), 
	CONSTRAINT suggestion_decided_has_a_day CHECK ((status = 'open') = (decided_on is null)), 
	CONSTRAINT suggestion_suggestion_status CHECK (status IN ('open', 'adopted', 'partly', 'declined'))
);

CREATE INDEX audit_actor_id_at_idx ON audit (actor_id, at);

CREATE INDEX audit_at_idx ON audit (at);

CREATE INDEX audit_rows_idx ON audit USING gin (rows);

comment on column audit.shard is '在哪一条审计链';

comment on column audit.seq is '链上第几条';

comment on column audit.at is '时间';

comment on column audit.actor_id is '办理人编号';

comment on column audit.actor_name is '办理人';

comment on column audit.request_id is '请求编号';

comment on column audit.operations is '操作代码';

comment on column audit.rows is '涉及的记录：表/编号';

comment on column audit.changes is '改动前后';

comment on column campaign.version is '版本';

comment on column campaign.id is '编号';

comment on column campaign.created_at is '建立时间';

comment on column campaign.quarter is '季度（如 2026Q3）';

comment on column campaign.opened_on is '开展日期';

comment on column campaign.due_on is '确认期限';

comment on column campaign.remind_on is '提醒日期';

comment on column campaign.undo_minutes is '确认后多少分钟内可以撤销';

comment on column campaign.status is '状态';

comment on column campaign.opened_by is '开展人';

comment on column campaign.closed_on is '截止日期';

comment on column campaign.closed_reason is '提前截止的原因';

comment on column campaign.reminded_on is '已提醒日期';

CREATE INDEX card_batch_unit_path_idx ON card_batch (unit_path, id);

comment on column card_batch.version is '版本';

comment on column card_batch.id is '编号';

comment on column card_batch.created_at is '建立时间';

comment on column card_batch.unit_path is '所属单位路径';

comment on column card_batch.title is '批次名称';

comment on column card_batch.scheme is '卡方案代码';

comment on column card_batch.scheme_version is '卡方案版次';

comment on column card_batch.status is '状态';

comment on column card_batch.people is '名单人数';

comment on column card_batch.planned is '可发卡人数';

comment on column card_batch.issued is '已发卡数';

comment on column card_batch.prepared_by is '拟定人';

comment on column card_batch.prepared_by_name is '拟定人姓名';

comment on column card_batch.approved_by is '批准人';

comment on column card_batch.approved_by_name is '批准人姓名';

comment on column card_batch.approved_at is '批准时间';

comment on column card_batch.note is '说明或退回意见';

CREATE INDEX catalogue_entry_kind_idx ON catalogue_entry (kind, position, code);

comment on column catalogue_entry.valid_from is '起始日';

comment on column catalogue_entry.valid_until is '截止日（空为至今）';

comment on column catalogue_entry.id is '编号';

comment on column catalogue_entry.created_at is '建立时间';

comment on column catalogue_entry.kind is '目录类别';

comment on column catalogue_entry.code is '代码';

comment on column catalogue_entry.number is '版次';

comment on column catalogue_entry.name is '名称';

comment on column catalogue_entry.position is '排序';

comment on column catalogue_entry.body is '内容';

comment on column catalogue_entry.source is '依据（演示数据或文件名称）';

comment on column catalogue_entry.published_by is '发布人';

comment on column catalogue_entry.published_by_name is '发布人姓名';

comment on column catalogue_entry.published_at is '发布时间';

comment on column city_pool.id is '编号';

comment on column city_pool.created_at is '建立时间';

comment on column city_pool.service_code is '服务代码';

comment on column city_pool.service_name is '服务名称';

comment on column city_pool.period is '周期';

comment on column city_pool.starts_on is '周期起（含）';

comment on column city_pool.ends_on is '周期止（不含）';

comment on column city_pool.quota is '全市名额';

comment on column city_pool.used is '已用';

comment on column city_pool.reserved is '已预约';

comment on column city_pool.held is '留给候补';

comment on column city_pool.waiting is '候补人数';

comment on column crowded_key.id is '编号';

comment on column crowded_key.created_at is '建立时间';

comment on column crowded_key.kind is '线索种类';

comment on column crowded_key.key is '线索摘要';

comment on column crowded_key.people is '相同的人数';

comment on column crowded_key.shown is '是什么（掩码）';

comment on column crowded_key.sample_id is '其中一人';

comment on column crowded_key.found_on is '发现日期';

CREATE INDEX directory_draft_newest_idx ON directory_draft (created_at, id);

comment on column directory_draft.version is '版本';

comment on column directory_draft.id is '编号';

comment on column directory_draft.created_at is '建立时间';

comment on column directory_draft.unit_path is '所属单位路径';

comment on column directory_draft.name is '名称';

comment on column directory_draft.status is '状态';

comment on column directory_draft.based_on is '在第几版的基础上修改';

comment on column directory_draft.body is '目录内容';

comment on column directory_draft.valid_from is '拟施行日';

comment on column directory_draft.source is '依据';

comment on column directory_draft.drafted_name is '拟定人';

comment on column directory_draft.asked_at is '何时要求试算';

comment on column directory_draft.counted_at is '试算完成时间（改过内容即为空）';

comment on column directory_draft.counted_ms is '试算用时（毫秒）';

comment on column directory_draft.people is '核对人数';

comment on column directory_draft.gain is '新达到的人数';

comment on column directory_draft.lose is '不再达到的人数';

comment on column directory_draft.pending is '待核的人数';

comment on column directory_draft.money is '每年资金增减（元）';

comment on column directory_draft.published_number is '发布为第几版';

CREATE INDEX export_job_actor_id_idx ON export_job (actor_id);

CREATE INDEX export_job_expiry_idx ON export_job (status, expires_at);

CREATE INDEX export_job_unit_idx ON export_job (unit_path, created_at);

comment on column export_job.id is '编号';

comment on column export_job.created_at is '建立时间';

comment on column export_job.unit_path is '所属单位路径';

comment on column export_job.actor_id is '申请人编号';

comment on column export_job.actor_name is '申请人';

comment on column export_job.scope_lo is '可见的单位范围起';

comment on column export_job.scope_hi is '可见的单位范围止';

comment on column export_job.purpose is '用途';

comment on column export_job.reason is '具体事由';

comment on column export_job.filters is '筛选条件';

comment on column export_job.columns is '导出的列';

comment on column export_job.clear is '是否显示证件号码、电话、邮箱的明文';

comment on column export_job.sensitive is '是否显示出生日期';

comment on column export_job.format is '文件格式';

comment on column export_job.status is '状态';

comment on column export_job.trace is '追溯码';

comment on column export_job.rows_total is '总人数';

comment on column export_job.rows_done is '已写入人数';

comment on column export_job.file_key is '文件存放处（过期后为空）';

comment on column export_job.size is '文件大小（字节）';

comment on column export_job.downloads is '下载次数';

comment on column export_job.expires_at is '文件保存至';

comment on column export_job.touched_at is '最近一次进展';

comment on column export_job.failure_code is '失败代码';

comment on column export_job.failure is '失败原因与处理办法';

comment on column fasttrack_number.id is '编号';

comment on column fasttrack_number.created_at is '建立时间';

comment on column fasttrack_number.year is '年份';

comment on column fasttrack_number.last is '最后一号';

CREATE INDEX idempotency_at_idx ON idempotency (at);

CREATE INDEX notice_account_id_idx ON notice (account_id, created_at, id);

comment on column notice.id is '编号';

comment on column notice.created_at is '建立时间';

comment on column notice.account_id is '账号';

comment on column notice.kind is '类别';

comment on column notice.title is '标题';

comment on column notice.body is '内容';

comment on column notice.about is '所涉事项的类型，例如 fasttrack_case';

comment on column notice.about_id is '所涉事项的编号';

comment on column notice.key is '同一件事只通知一次的键';

comment on column notice.read_at is '已读时间';

CREATE INDEX oidc_attempt_expires_at_idx ON oidc_attempt (expires_at);

CREATE INDEX outbox_waiting_idx ON outbox (seq) WHERE delivered_at is null;

comment on column outbox.fact is '事实';

comment on column outbox.body is '内容';

comment on column outbox.actor_id is '办理人';

comment on column partner.version is '版本';

comment on column partner.id is '编号';

comment on column partner.created_at is '建立时间';

comment on column partner.code is '伙伴编号';

comment on column partner.name is '伙伴名称';

comment on column partner.role_code is '角色代码（目录类别 role）';

comment on column partner.status is '状态';

comment on column partner.contact is '技术联系人（单位与部门）';

comment on column quarter_snapshot.id is '编号';

comment on column quarter_snapshot.created_at is '建立时间';

comment on column quarter_snapshot.quarter is '季度（如 2026Q3）';

comment on column quarter_snapshot.last_day is '数字截至';

comment on column quarter_snapshot.frozen_at is '冻结时间';

comment on column quarter_snapshot.frozen_by is '冻结人';

comment on column quarter_snapshot.row_count is '记录条数';

comment on column quarter_snapshot.sha256 is '全部记录的摘要（SHA-256）';

comment on column quarter_snapshot.figures is '各项数字';

CREATE INDEX read_anomaly_scope_idx ON read_anomaly (unit_path, day, id);

comment on column read_anomaly.id is '编号';

comment on column read_anomaly.created_at is '建立时间';

comment on column read_anomaly.unit_path is '所属单位路径';

comment on column read_anomaly.rule is '规则代码';

comment on column read_anomaly.rule_name is '规则';

comment on column read_anomaly.actor_id is '查看人编号';

comment on column read_anomaly.actor_name is '查看人';

comment on column read_anomaly.day is '哪一日';

comment on column read_anomaly.since is '首次查看';

comment on column read_anomaly.until is '末次查看';

comment on column read_anomaly.reads is '查看次数';

comment on column read_anomaly.persons is '涉及人数';

comment on column read_anomaly.talent_ids is '涉及人才（至多一百名）';

comment on column read_anomaly.words is '所列事实';

comment on column read_anomaly.status is '复核';

comment on column read_anomaly.review is '复核意见';

comment on column read_anomaly.reviewed_by_name is '复核人';

comment on column read_anomaly.reviewed_on is '复核日期';

comment on column recognition_number.id is '编号';

comment on column recognition_number.created_at is '建立时间';

comment on column recognition_number.year is '年份';

comment on column recognition_number.last is '最后一号';

CREATE INDEX sign_in_throttle_spent_until_idx ON sign_in_throttle (spent_until);

comment on column talent_gram.gram is '字词';

comment on column talent_gram.unit_path is '所属单位路径';

comment on column talent_gram.talent_id is '人才';

comment on column talent_key.kind is '线索种类';

comment on column talent_key.key is '线索摘要';

comment on column talent_key.talent_id is '人才';

CREATE INDEX talent_period_directory_idx ON talent_period (unit_path, name_key, talent_id, valid_from, valid_until);

CREATE INDEX talent_period_level_idx ON talent_period (level, unit_path, name_key, talent_id, valid_from, valid_until);

comment on column talent_period.talent_id is '人才';

comment on column talent_period.valid_from is '起始日（含）';

comment on column talent_period.valid_until is '截止日（不含；至今为 infinity）';

comment on column talent_period.unit_id is '当时的归口单位';

comment on column talent_period.unit_path is '当时归口单位的路径';

comment on column talent_period.name_key is '排序用拼音';

comment on column talent_period.status is '当时的状态';

comment on column talent_period.level is '当时的人才层次';

comment on column talent_period.level_since is '该层次起始日';

comment on column talent_period.talent_type is '当时的人才类型';

comment on column talent_period.employer_name is '当时的用人单位';

comment on column talent_period.employer_unit_id is '当时的用人单位（本系统单位）';

comment on column talent_period.position is '当时的职务';

ALTER TABLE unit ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY(parent_id) REFERENCES unit (id);

ALTER TABLE unit ADD CONSTRAINT unit_successor_id_fkey FOREIGN KEY(successor_id) REFERENCES unit (id);

ALTER TABLE unit ADD CONSTRAINT unit_supervisor_id_fkey FOREIGN KEY(supervisor_id) REFERENCES unit (id);

CREATE INDEX unit_kind_idx ON unit (kind);

CREATE INDEX unit_name_idx ON unit (name);

CREATE INDEX unit_supervisor_id_idx ON unit (supervisor_id);

comment on column unit.version is '版本';

comment on column unit.valid_from is '起始日';

comment on column unit.valid_until is '截止日（空为至今）';

comment on column unit.id is '编号';

comment on column unit.created_at is '建立时间';

comment on column unit.parent_id is '上级单位';

comment on column unit.supervisor_id is '主管部门（下抓一级）';

comment on column unit.successor_id is '撤并后的承接单位';

comment on column unit.kind is '单位类别';

comment on column unit.code is '单位编号（本系统内唯一，不是行政区划代码）';

comment on column unit.name is '单位名称';

comment on column unit.short_name is '简称';

comment on column unit.division_code is '行政区划代码（功能区没有）';

comment on column unit.key_employer is '是否重点用人部门';

comment on column unit.depth is '层级（根为 1）';

comment on column unit.ordinal is '在同级中的序号';

comment on column unit.path is '路径起（含）';

comment on column unit.path_end is '路径止（不含）';

comment on column work_year.id is '编号';

comment on column work_year.created_at is '建立时间';

comment on column work_year.year is '年份';

comment on column work_year.status is '正式或暂定';

comment on column work_year.source is '依据文件';

comment on column work_year.published_by is '发布人';

comment on column work_year.published_at is '发布时间';

ALTER TABLE account ADD CONSTRAINT account_partner_id_fkey FOREIGN KEY(partner_id) REFERENCES partner (id);

CREATE INDEX account_partner_id_idx ON account (partner_id);

comment on column account.version is '版本';

comment on column account.id is '编号';

comment on column account.created_at is '建立时间';

comment on column account.login is '登录名';

comment on column account.name is '姓名';

comment on column account.kind is '账号类别';

comment on column account.status is '状态';

comment on column account.person_id is '任职人编号（与任职记录相同）';

comment on column account.talent_id is '人才本人';

comment on column account.partner_id is '所属服务单位或伙伴系统';

comment on column account.role_code is '不经岗位的角色';

comment on column account.oidc_issuer is '统一身份认证的发行方';

comment on column account.oidc_subject is '统一身份认证的用户编号';

comment on column account.demo is '演示账号';

ALTER TABLE figure_correction ADD CONSTRAINT figure_correction_snapshot_id_fkey FOREIGN KEY(snapshot_id) REFERENCES quarter_snapshot (id);

CREATE INDEX figure_correction_line_idx ON figure_correction (snapshot_id, axis, key, id);

comment on column figure_correction.id is '编号';

comment on column figure_correction.created_at is '建立时间';

comment on column figure_correction.snapshot_id is '季度快照';

comment on column figure_correction.axis is '按什么分列';

comment on column figure_correction.key is '哪一行（代码）';

comment on column figure_correction.label is '哪一行';

comment on column figure_correction.talents_before is '更正前人数';

comment on column figure_correction.stale_before is '更正前待更新';

comment on column figure_correction.talents is '更正后人数';

comment on column figure_correction.stale is '更正后待更新';

comment on column figure_correction.reason is '更正原因';

comment on column figure_correction.corrected_at is '更正时间';

comment on column figure_correction.corrected_by is '更正人';

ALTER TABLE import_job ADD CONSTRAINT import_job_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX import_job_digest_idx ON import_job (digest);

CREATE INDEX import_job_status_idx ON import_job (status);

CREATE INDEX import_job_unit_idx ON import_job (unit_path, created_at);

comment on column import_job.id is '编号';

comment on column import_job.created_at is '建立时间';

comment on column import_job.unit_path is '所属单位路径';

comment on column import_job.actor_id is '上传人编号';

comment on column import_job.actor_name is '上传人';

comment on column import_job.filename is '文件名';

comment on column import_job.size is '文件大小（字节）';

comment on column import_job.digest is '文件摘要（SHA-256）';

comment on column import_job.file_key is '原文件存放处（清理后为空）';

comment on column import_job.unit_id is '默认归口单位';

comment on column import_job.sheet is '指定的工作表';

comment on column import_job.scope_lo is '可导入的单位范围起';

comment on column import_job.scope_hi is '可导入的单位范围止';

comment on column import_job.status is '状态';

comment on column import_job.head is '读到的表：工作表、编码、认出的列、没有用到的列';

comment on column import_job.rows_total is '总行数';

comment on column import_job.rows_done is '已处理行数';

comment on column import_job.rows_new is '将新增';

comment on column import_job.rows_update is '将更新';

comment on column import_job.rows_unchanged is '没有变化';

comment on column import_job.rows_error is '有错误';

comment on column import_job.rows_warned is '有提醒';

comment on column import_job.position is '已入库到第几行';

comment on column import_job.entered is '已新增';

comment on column import_job.changed is '已更新';

comment on column import_job.failure_code is '失败代码';

comment on column import_job.failure is '失败原因与处理办法';

comment on column import_job.committed_by is '入库人';

comment on column import_job.committer_id is '入库人编号';

comment on column import_job.touched_at is '最近一次进展（长时间没有进展的会自动续办）';

comment on column import_job.checked_at is '检查完成时间';

comment on column import_job.finished_at is '结束时间';

ALTER TABLE membership ADD CONSTRAINT membership_group_id_fkey FOREIGN KEY(group_id) REFERENCES unit (id);

ALTER TABLE membership ADD CONSTRAINT membership_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX membership_group_id_idx ON membership (group_id);

CREATE INDEX membership_unit_id_idx ON membership (unit_id);

comment on column membership.valid_from is '起始日';

comment on column membership.valid_until is '截止日（空为至今）';

comment on column membership.id is '编号';

comment on column membership.created_at is '建立时间';

comment on column membership.unit_id is '成员单位';

comment on column membership.group_id is '领导小组';

ALTER TABLE partner_grant ADD CONSTRAINT partner_grant_partner_id_fkey FOREIGN KEY(partner_id) REFERENCES partner (id);

CREATE INDEX partner_grant_service_code_idx ON partner_grant (service_code);

comment on column partner_grant.id is '编号';

comment on column partner_grant.created_at is '建立时间';

comment on column partner_grant.partner_id is '伙伴';

comment on column partner_grant.service_code is '服务代码（目录类别 card_service）';

comment on column partner_grant.valid_from is '起始日';

comment on column partner_grant.valid_until is '截止日（空为至今）';

ALTER TABLE partner_key ADD CONSTRAINT partner_key_partner_id_fkey FOREIGN KEY(partner_id) REFERENCES partner (id);

CREATE INDEX partner_key_partner_id_idx ON partner_key (partner_id);

comment on column partner_key.id is '编号';

comment on column partner_key.created_at is '建立时间';

comment on column partner_key.partner_id is '伙伴';

comment on column partner_key.key_id is '密钥编号（签名中的 keyid）';

comment on column partner_key.algorithm is '签名算法';

comment on column partner_key.public_key is '公钥（Ed25519，32 字节）';

comment on column partner_key.secret_sealed is '共享密钥';

comment on column partner_key.valid_from is '启用时间';

comment on column partner_key.valid_until is '到期时间';

comment on column partner_key.revoked_at is '吊销时间';

ALTER TABLE post ADD CONSTRAINT post_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX post_unit_id_idx ON post (unit_id);

comment on column post.valid_from is '起始日';

comment on column post.valid_until is '截止日（空为至今）';

comment on column post.id is '编号';

comment on column post.created_at is '建立时间';

comment on column post.unit_id is '所在单位';

comment on column post.code is '岗位编号';

comment on column post.name is '岗位名称';

comment on column post.leader_level is '领导层级（非领导岗位为空）';

comment on column post.commissioner is '人才工作专员（分管领导或科室负责人）';

comment on column post.shared is '是否可多人同任';

comment on column post.rank is '排序';

ALTER TABLE programme_batch ADD CONSTRAINT programme_batch_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX programme_batch_unit_id_idx ON programme_batch (unit_id);

comment on column programme_batch.version is '版本';

comment on column programme_batch.id is '编号';

comment on column programme_batch.created_at is '建立时间';

comment on column programme_batch.unit_path is '所属单位路径';

comment on column programme_batch.unit_id is '组织单位';

comment on column programme_batch.programme is '人才计划代码';

comment on column programme_batch.name is '名称';

comment on column programme_batch.year is '年度';

comment on column programme_batch.quota is '名额';

comment on column programme_batch.selected is '已入选人数';

comment on column programme_batch.status is '状态';

comment on column programme_batch.criteria is '入选条件';

comment on column programme_batch.term_from is '支持期起';

comment on column programme_batch.term_until is '支持期止';

comment on column programme_batch.funding is '每人资助（元）';

comment on column programme_batch.demo is '是否演示数据';

ALTER TABLE snapshot_row ADD CONSTRAINT snapshot_row_snapshot_id_fkey FOREIGN KEY(snapshot_id) REFERENCES quarter_snapshot (id);

comment on column snapshot_row.id is '编号';

comment on column snapshot_row.created_at is '建立时间';

comment on column snapshot_row.unit_path is '所属单位路径';

comment on column snapshot_row.snapshot_id is '季度快照';

comment on column snapshot_row.talent_id is '人才编号';

comment on column snapshot_row.unit_id is '当时的归口单位';

comment on column snapshot_row.status is '当时的状态';

comment on column snapshot_row.level is '当时的人才层次';

comment on column snapshot_row.talent_type is '当时的人才类型';

comment on column snapshot_row.category is '当时归入的六类人才';

ALTER TABLE talent ADD CONSTRAINT talent_employer_unit_id_fkey FOREIGN KEY(employer_unit_id) REFERENCES unit (id);

ALTER TABLE talent ADD CONSTRAINT talent_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX talent_changed_idx ON talent (changed_at desc, id desc);

CREATE INDEX talent_directory_idx ON talent (unit_path, name_key, id);

CREATE INDEX talent_due_idx ON talent (unit_path, next_contact_due) WHERE next_contact_due is not null;

CREATE INDEX talent_level_idx ON talent (level, unit_path, name_key, id);

CREATE INDEX talent_phone_idx ON talent (phone_blind) WHERE phone_blind is not null;

comment on column talent.version is '版本';

comment on column talent.id is '编号';

comment on column talent.created_at is '建立时间';

comment on column talent.unit_path is '所属单位路径';

comment on column talent.unit_id is '归口单位';

comment on column talent.name is '姓名';

comment on column talent.name_key is '排序用拼音';

comment on column talent.pinyin is '姓名全拼';

comment on column talent.initials is '姓名拼音首字母';

comment on column talent.search_tokens is '检索用字词';

comment on column talent.gender is '性别';

comment on column talent.birth_date is '出生日期';

comment on column talent.nationality is '国籍（地区）';

comment on column talent.status is '状态';

comment on column talent.entered_on is '入库日期（名录自此日起有此人）';

comment on column talent.level is '人才层次（目录代码）';

comment on column talent.level_since is '现层次起始日';

comment on column talent.talent_type is '人才类型（目录代码）';

comment on column talent.specialty is '专业专长';

comment on column talent.residence is '常住地';

comment on column talent.phone_sealed is '电话（加密）';

comment on column talent.phone_blind is '电话（检索）';

comment on column talent.phone_masked is '电话（掩码）';

comment on column talent.email_sealed is '电子邮箱（加密）';

comment on column talent.email_masked is '电子邮箱（掩码）';

comment on column talent.employer_name is '用人单位';

comment on column talent.employer_unit_id is '用人单位（本系统单位）';

comment on column talent.position is '职务';

comment on column talent.highest_degree is '最高学历';

comment on column talent.highest_title is '最高职称';

comment on column talent.highest_rank is '最高职称级别';

comment on column talent.closed_reason is '注销原因';

comment on column talent.last_contact_on is '最近联系日';

comment on column talent.next_contact_due is '下次联系期限';

comment on column talent.sources is '各项资料的来源';

comment on column talent.labels is '数据标签';

comment on column talent.changed_at is '最近更改时间';

ALTER TABLE unit_name ADD CONSTRAINT unit_name_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX unit_name_unit_id_idx ON unit_name (unit_id);

comment on column unit_name.valid_from is '起始日';

comment on column unit_name.valid_until is '截止日（空为至今）';

comment on column unit_name.id is '编号';

comment on column unit_name.created_at is '建立时间';

comment on column unit_name.unit_id is '单位';

comment on column unit_name.name is '当时的名称';

comment on column unit_name.short_name is '当时的简称';

comment on column unit_name.division_code is '当时的行政区划代码';

ALTER TABLE work_day ADD CONSTRAINT work_day_set_by_fkey FOREIGN KEY(set_by) REFERENCES work_year (year);

CREATE INDEX work_day_set_by_idx ON work_day (set_by);

comment on column work_day.id is '编号';

comment on column work_day.created_at is '建立时间';

comment on column work_day.day is '日期';

comment on column work_day.kind is '工作日、周末、节假日或调休上班';

comment on column work_day.name is '节日名称';

comment on column work_day.source is '依据文件';

comment on column work_day.status is '正式或暂定';

comment on column work_day.set_by is '由哪一年的放假通知确定';

ALTER TABLE appointment ADD CONSTRAINT appointment_post_fkey FOREIGN KEY(post_id, shared) REFERENCES post (id, shared) ON UPDATE CASCADE;

CREATE INDEX appointment_person_id_idx ON appointment (person_id);

CREATE INDEX appointment_post_id_idx ON appointment (post_id);

comment on column appointment.valid_from is '起始日';

comment on column appointment.valid_until is '截止日（空为至今）';

comment on column appointment.id is '编号';

comment on column appointment.created_at is '建立时间';

comment on column appointment.post_id is '岗位';

comment on column appointment.shared is '岗位是否可多人同任';

comment on column appointment.person_id is '任职人（同一人在各岗位相同；其账号亦记此编号）';

comment on column appointment.person_name is '姓名';

comment on column appointment.document is '任免文件';

ALTER TABLE attribution_case ADD CONSTRAINT attribution_case_talent_id_fkey FOREIGN KEY(talent_id) REFERENCES talent (id);

CREATE INDEX attribution_case_open_idx ON attribution_case (opened_on, id) WHERE status = 'open';

CREATE INDEX attribution_case_talent_idx ON attribution_case (talent_id);

comment on column attribution_case.version is '版本';

comment on column attribution_case.id is '编号';

comment on column attribution_case.created_at is '建立时间';

comment on column attribution_case.unit_path is '所属单位路径';

comment on column attribution_case.talent_id is '人才';

comment on column attribution_case.talent_name is '人才姓名';

comment on column attribution_case.period_from is '期间起（首次到岗日）';

comment on column attribution_case.opened_on is '立案日期';

comment on column attribution_case.status is '状态';

comment on column attribution_case.outcome is '裁定';

comment on column attribution_case.reason is '裁定理由';

comment on column attribution_case.decided_by is '裁定人';

comment on column attribution_case.decided_at is '裁定时间';

comment on column attribution_case.suggested_id is '按规则建议计给哪一项申报';

ALTER TABLE campaign_item ADD CONSTRAINT campaign_item_campaign_id_fkey FOREIGN KEY(campaign_id) REFERENCES campaign (id);

ALTER TABLE campaign_item ADD CONSTRAINT campaign_item_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX campaign_item_list_idx ON campaign_item (campaign_id, unit_path, name_key, id);

CREATE INDEX campaign_item_pending_idx ON campaign_item (campaign_id, unit_path, id) WHERE status = 'pending';

CREATE INDEX campaign_item_talent_idx ON campaign_item (talent_id, id);

comment on column campaign_item.id is '编号';

comment on column campaign_item.created_at is '建立时间';

comment on column campaign_item.unit_path is '所属单位路径';

comment on column campaign_item.talent_id is '人才';

comment on column campaign_item.campaign_id is '季度更新';

comment on column campaign_item.name_key is '排序用拼音';

comment on column campaign_item.status is '状态';

comment on column campaign_item.was is '确认前在名录中的状态';

comment on column campaign_item.answered_at is '答复时间';

comment on column campaign_item.answered_by is '答复人';

comment on column campaign_item.note is '说明';

ALTER TABLE card ADD CONSTRAINT card_batch_id_fkey FOREIGN KEY(batch_id) REFERENCES card_batch (id);

ALTER TABLE card ADD CONSTRAINT card_predecessor_id_fkey FOREIGN KEY(predecessor_id) REFERENCES card (id);

ALTER TABLE card ADD CONSTRAINT card_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX card_batch_id_idx ON card (batch_id);

CREATE INDEX card_due_idx ON card (valid_until) WHERE status in ('active', 'frozen', 'lost', 'pending');

CREATE UNIQUE INDEX card_one_live ON card (talent_id, scheme) WHERE status in ('active', 'frozen', 'lost', 'pending');

CREATE INDEX card_talent_id_idx ON card (talent_id);

CREATE INDEX card_unit_path_id_idx ON card (unit_path, id);

comment on column card.version is '版本';

comment on column card.id is '编号';

comment on column card.created_at is '建立时间';

comment on column card.unit_path is '所属单位路径';

comment on column card.talent_id is '持卡人';

comment on column card.batch_id is '发卡批次';

comment on column card.number is '卡号';

comment on column card.scheme is '卡方案代码';

comment on column card.scheme_version is '卡方案版次（发卡时）';

comment on column card.tier is '卡种代码';

comment on column card.tier_name is '卡种';

comment on column card.level is '发卡时的层次';

comment on column card.valid_from is '有效期起';

comment on column card.valid_until is '有效期止';

comment on column card.status is '状态';

comment on column card.status_reason is '状态原因';

comment on column card.status_since is '状态起始时间';

comment on column card.predecessor_id is '由哪一张卡换发而来';

comment on column card.succession is '换发缘由：补换或换级';

comment on column card.succeeded_on is '改用新卡之日';

ALTER TABLE consent ADD CONSTRAINT consent_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE UNIQUE INDEX consent_one_open ON consent (talent_id, purpose) WHERE withdrawn_at is null;

CREATE INDEX consent_talent_idx ON consent (talent_id, given_at, id);

comment on column consent.id is '编号';

comment on column consent.created_at is '建立时间';

comment on column consent.unit_path is '所属单位路径';

comment on column consent.talent_id is '人才';

comment on column consent.purpose is '授权事项代码';

comment on column consent.version is '同意时所示文字的版次';

comment on column consent.given_at is '同意时间';

comment on column consent.withdrawn_at is '撤回时间';

ALTER TABLE credential ADD CONSTRAINT credential_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id);

comment on column credential.id is '编号';

comment on column credential.created_at is '建立时间';

comment on column credential.account_id is '账号';

comment on column credential.password_hash is '密码摘要（argon2id）';

comment on column credential.password_changed_at is '本人修改密码的时间（空为初始密码）';

comment on column credential.totp_sealed is '动态码种子';

comment on column credential.totp_pending_sealed is '待首个动态码确认的种子';

comment on column credential.totp_step is '已用过的最后一个时间步';

comment on column credential.failed_attempts is '上次登录成功以来的失败次数';

comment on column credential.failed_at is '最近一次失败时间';

ALTER TABLE data_request ADD CONSTRAINT data_request_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX data_request_due_idx ON data_request (unit_path, due_on, id);

CREATE UNIQUE INDEX data_request_one_open ON data_request (talent_id, kind) WHERE status in ('raised', 'in_hand', 'erasing');

CREATE INDEX data_request_talent_idx ON data_request (talent_id, raised_on, id);

comment on column data_request.id is '编号';

comment on column data_request.created_at is '建立时间';

comment on column data_request.unit_path is '所属单位路径';

comment on column data_request.talent_id is '人才';

comment on column data_request.kind is '请求种类';

comment on column data_request.content is '请求内容';

comment on column data_request.purpose is '撤回哪一项授权（代码）';

comment on column data_request.asker is '由谁提出';

comment on column data_request.asker_name is '提出人姓名与关系';

comment on column data_request.raised_on is '提出日期';

comment on column data_request.due_on is '答复期限';

comment on column data_request.due_words is '期限如何计算';

comment on column data_request.status is '状态';

comment on column data_request.handled_by_name is '办理人';

comment on column data_request.answer is '答复或不予办理的理由';

comment on column data_request.closed_on is '办结日期';

comment on column data_request.overdue_told is '是否已提醒逾期';

ALTER TABLE deletion_notice ADD CONSTRAINT deletion_notice_partner_id_fkey FOREIGN KEY(partner_id) REFERENCES partner (id);

ALTER TABLE deletion_notice ADD CONSTRAINT deletion_notice_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX deletion_notice_partner_idx ON deletion_notice (partner_id, status, id);

CREATE INDEX deletion_notice_talent_idx ON deletion_notice (talent_id, asked_on, id);

comment on column deletion_notice.id is '编号';

comment on column deletion_notice.created_at is '建立时间';

comment on column deletion_notice.unit_path is '所属单位路径';

comment on column deletion_notice.talent_id is '人才';

comment on column deletion_notice.partner_id is '伙伴单位';

comment on column deletion_notice.partner_name is '伙伴单位名称';

comment on column deletion_notice.reason is '为何通知';

comment on column deletion_notice.cause is '由何事引起（同一事只通知一次）';

comment on column deletion_notice.received is '曾提供的内容';

comment on column deletion_notice.cards is '所涉卡号（伙伴据此查找）';

comment on column deletion_notice.asked_on is '通知日期';

comment on column deletion_notice.due_on is '回执期限';

comment on column deletion_notice.status is '状态';

comment on column deletion_notice.fetched_at is '首次领取时间';

comment on column deletion_notice.acknowledged_at is '回执时间';

comment on column deletion_notice.receipt is '回执内容';

comment on column deletion_notice.told_times is '已通知次数';

comment on column deletion_notice.told_at is '最近一次通知';

ALTER TABLE departure ADD CONSTRAINT departure_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX departure_talent_idx ON departure (talent_id, left_on, id);

comment on column departure.id is '编号';

comment on column departure.created_at is '建立时间';

comment on column departure.unit_path is '所属单位路径';

comment on column departure.talent_id is '人才';

comment on column departure.left_on is '离开日期';

comment on column departure.reason is '离开原因';

comment on column departure.note is '情况说明';

comment on column departure.destination is '去向';

comment on column departure.told_to is '已向谁报告';

comment on column departure.told_on is '报告日期';

comment on column departure.came_back_on is '重新入库日期';

ALTER TABLE directory_impact ADD CONSTRAINT directory_impact_draft_id_fkey FOREIGN KEY(draft_id) REFERENCES directory_draft (id);

ALTER TABLE directory_impact ADD CONSTRAINT directory_impact_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX directory_impact_list_idx ON directory_impact (draft_id, kind, id);

CREATE INDEX directory_impact_talent_id_idx ON directory_impact (talent_id);

comment on column directory_impact.id is '编号';

comment on column directory_impact.created_at is '建立时间';

comment on column directory_impact.unit_path is '所属单位路径';

comment on column directory_impact.draft_id is '目录草案';

comment on column directory_impact.talent_id is '人才';

comment on column directory_impact.kind is '影响';

comment on column directory_impact.level_before is '现层次';

comment on column directory_impact.level_after is '按新目录可达层次';

comment on column directory_impact.benefit_before is '现卡种';

comment on column directory_impact.benefit_after is '按新目录的卡种';

comment on column directory_impact.money_before is '现每年资金（元）';

comment on column directory_impact.money_after is '按新目录每年资金（元）';

comment on column directory_impact.keeps_until is '现层次保留至（认定到期日）';

ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_high_id_high_path_fkey FOREIGN KEY(high_id, high_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_low_id_unit_path_fkey FOREIGN KEY(low_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX duplicate_pair_high_idx ON duplicate_pair (high_id);

CREATE INDEX duplicate_pair_open_idx ON duplicate_pair (score desc, id) WHERE status = 'open';

comment on column duplicate_pair.version is '版本';

comment on column duplicate_pair.id is '编号';

comment on column duplicate_pair.created_at is '建立时间';

comment on column duplicate_pair.unit_path is '所属单位路径';

comment on column duplicate_pair.low_id is '一条记录';

comment on column duplicate_pair.high_id is '另一条记录';

comment on column duplicate_pair.high_path is '另一条记录的所属单位路径';

comment on column duplicate_pair.score is '分值';

comment on column duplicate_pair.likelihood is '可能程度';

comment on column duplicate_pair.clues is '相同与矛盾之处（代码）';

comment on column duplicate_pair.clue_words is '相同与矛盾之处';

comment on column duplicate_pair.evidence_hash is '证据摘要：变了才重新核对';

comment on column duplicate_pair.found_on is '发现日期';

comment on column duplicate_pair.status is '状态';

comment on column duplicate_pair.reason is '核定理由';

comment on column duplicate_pair.decided_by is '核定人';

comment on column duplicate_pair.decided_at is '核定时间';

comment on column duplicate_pair.asked_before is '是否曾核为不同人、因线索有变重新核对';

ALTER TABLE duplicate_sign ADD CONSTRAINT duplicate_sign_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX duplicate_sign_pair_id_idx ON duplicate_sign (pair_id);

CREATE INDEX duplicate_sign_unit_path_idx ON duplicate_sign (unit_path, id);

comment on column duplicate_sign.id is '编号';

comment on column duplicate_sign.created_at is '建立时间';

comment on column duplicate_sign.unit_path is '所属单位路径';

comment on column duplicate_sign.talent_id is '人才';

comment on column duplicate_sign.pair_id is '哪一对';

comment on column duplicate_sign.since is '自何日起';

ALTER TABLE education ADD CONSTRAINT education_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX education_talent_idx ON education (talent_id, graduated_on, id);

comment on column education.id is '编号';

comment on column education.created_at is '建立时间';

comment on column education.unit_path is '所属单位路径';

comment on column education.talent_id is '人才';

comment on column education.degree is '学历';

comment on column education.school is '毕业院校';

comment on column education.major is '专业';

comment on column education.full_time is '是否全日制';

comment on column education.graduated_on is '毕业日期';

comment on column education.certificate is '证书编号';

ALTER TABLE employment ADD CONSTRAINT employment_employer_unit_id_fkey FOREIGN KEY(employer_unit_id) REFERENCES unit (id);

ALTER TABLE employment ADD CONSTRAINT employment_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX employment_employer_idx ON employment (employer_uscc) WHERE employer_uscc is not null;

CREATE UNIQUE INDEX employment_one_main ON employment (talent_id) WHERE main;

CREATE INDEX employment_talent_idx ON employment (talent_id, started_on, id);

CREATE INDEX employment_unit_idx ON employment (employer_unit_id, talent_id) WHERE ended_on is null;

comment on column employment.id is '编号';

comment on column employment.created_at is '建立时间';

comment on column employment.unit_path is '所属单位路径';

comment on column employment.talent_id is '人才';

comment on column employment.employer_name is '实际用人单位';

comment on column employment.employer_uscc is '统一社会信用代码';

comment on column employment.employer_unit_id is '用人单位（本系统单位）';

comment on column employment.establishment is '编制所在单位';

comment on column employment.kind is '用人方式';

comment on column employment.position is '职务';

comment on column employment.started_on is '到岗日期';

comment on column employment.ended_on is '结束日期';

comment on column employment.service_until is '服务期至';

comment on column employment.end_reason is '结束原因';

comment on column employment.main is '是否现主要任职';

ALTER TABLE family_member ADD CONSTRAINT family_member_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX family_member_talent_idx ON family_member (talent_id, relation, id);

comment on column family_member.id is '编号';

comment on column family_member.created_at is '建立时间';

comment on column family_member.unit_path is '所属单位路径';

comment on column family_member.talent_id is '人才';

comment on column family_member.relation is '与本人关系';

comment on column family_member.name is '姓名';

comment on column family_member.birth_date is '出生日期';

comment on column family_member.school_or_work is '就读学校或工作单位';

comment on column family_member.purpose is '登记用途（如子女入学）';

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_decider_id_fkey FOREIGN KEY(decider_id) REFERENCES post (id);

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_employer_id_fkey FOREIGN KEY(employer_id) REFERENCES unit (id);

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_holder_id_fkey FOREIGN KEY(holder_id) REFERENCES unit (id);

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_lead_id_fkey FOREIGN KEY(lead_id) REFERENCES unit (id);

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_talent_id_fkey FOREIGN KEY(talent_id) REFERENCES talent (id);

ALTER TABLE fasttrack_case ADD CONSTRAINT fasttrack_case_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX fasttrack_case_decider_id_idx ON fasttrack_case (decider_id);

CREATE INDEX fasttrack_case_due_idx ON fasttrack_case (due_on) WHERE settled_on is null;

CREATE INDEX fasttrack_case_holder_id_idx ON fasttrack_case (holder_id);

CREATE INDEX fasttrack_case_lead_id_idx ON fasttrack_case (lead_id);

CREATE INDEX fasttrack_case_opened_idx ON fasttrack_case (opened_on, id);

CREATE INDEX fasttrack_case_status_idx ON fasttrack_case (status);

CREATE INDEX fasttrack_case_talent_id_idx ON fasttrack_case (talent_id);

CREATE INDEX fasttrack_case_unit_id_idx ON fasttrack_case (unit_id);

CREATE INDEX fasttrack_case_unit_path_idx ON fasttrack_case (unit_path);

comment on column fasttrack_case.version is '版本';

comment on column fasttrack_case.id is '编号';

comment on column fasttrack_case.created_at is '建立时间';

comment on column fasttrack_case.unit_path is '所属单位路径';

comment on column fasttrack_case.number is '案件编号（受理时给号，连续不断号）';

comment on column fasttrack_case.status is '状态';

comment on column fasttrack_case.secret is '是否限知（姓名与事由只有参办人员可见）';

comment on column fasttrack_case.team is '是否团队';

comment on column fasttrack_case.level is '拟引进层次代码';

comment on column fasttrack_case.unit_id is '发起单位';

comment on column fasttrack_case.lead_id is '牵头单位';

comment on column fasttrack_case.employer_id is '用人单位';

comment on column fasttrack_case.holder_id is '当前经办单位（联审与落实时为空：各单位分别经办）';

comment on column fasttrack_case.decider_id is '审定人岗位';

comment on column fasttrack_case.talent_id is '名录中的人选（已入库时）';

comment on column fasttrack_case.candidate_name is '人选姓名';

comment on column fasttrack_case.request is '事由与诉求';

comment on column fasttrack_case.opened_on is '发起日';

comment on column fasttrack_case.accepted_on is '受理日（起算日，不计入）';

comment on column fasttrack_case.due_on is '应审定日';

comment on column fasttrack_case.due_provisional is '应审定日是否暂定（涉及未正式公布的日历）';

comment on column fasttrack_case.due_estimated is '应审定日是否预估（暂停中，按预计恢复日推算）';

comment on column fasttrack_case.settled_on is '停止计时日（审定、不予支持或中止之日）';

comment on column fasttrack_case.working_days is '总时限（工作日）';

comment on column fasttrack_case.terms is '受理时的时限与论证规则';

comment on column fasttrack_case.terms_version is '所依目录版次';

comment on column fasttrack_case.agreement is '协议编号';

comment on column fasttrack_case.signed_on is '签约日';

comment on column fasttrack_case.last_step is '已办步骤数';

ALTER TABLE honour ADD CONSTRAINT honour_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX honour_talent_idx ON honour (talent_id, granted_on, id);

comment on column honour.id is '编号';

comment on column honour.created_at is '建立时间';

comment on column honour.unit_path is '所属单位路径';

comment on column honour.talent_id is '人才';

comment on column honour.name is '荣誉或人才计划';

comment on column honour.grade is '级别';

comment on column honour.granted_on is '授予日期';

comment on column honour.granted_by is '授予机关';

ALTER TABLE identity_document ADD CONSTRAINT identity_document_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE UNIQUE INDEX identity_document_once ON identity_document (kind, number_blind) WHERE active;

CREATE INDEX identity_document_talent_idx ON identity_document (talent_id, kind, id);

comment on column identity_document.id is '编号';

comment on column identity_document.created_at is '建立时间';

comment on column identity_document.unit_path is '所属单位路径';

comment on column identity_document.talent_id is '人才';

comment on column identity_document.kind is '证件种类';

comment on column identity_document.number_sealed is '证件号码（加密）';

comment on column identity_document.number_blind is '证件号码（检索）';

comment on column identity_document.number_masked is '证件号码（掩码）';

comment on column identity_document.valid_from is '有效期起';

comment on column identity_document.valid_until is '有效期止';

comment on column identity_document.active is '是否现用';

ALTER TABLE import_row ADD CONSTRAINT import_row_import_id_unit_path_fkey FOREIGN KEY(import_id, unit_path) REFERENCES import_job (id, unit_path) ON DELETE CASCADE;

comment on column import_row.id is '编号';

comment on column import_row.created_at is '建立时间';

comment on column import_row.unit_path is '所属单位路径';

comment on column import_row.import_id is '导入';

comment on column import_row.row_number is '行号';

comment on column import_row.outcome is '结果';

comment on column import_row.name is '姓名';

comment on column import_row.talent_id is '对应的人才';

ALTER TABLE level_grant ADD CONSTRAINT level_grant_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE UNIQUE INDEX level_grant_one_open ON level_grant (talent_id) WHERE valid_until is null;

CREATE INDEX level_grant_talent_idx ON level_grant (talent_id, valid_from, id);

comment on column level_grant.id is '编号';

comment on column level_grant.created_at is '建立时间';

comment on column level_grant.unit_path is '所属单位路径';

comment on column level_grant.talent_id is '人才';

comment on column level_grant.level is '人才层次（目录代码）';

comment on column level_grant.valid_from is '起始日';

comment on column level_grant.valid_until is '截止日（空为至今）';

comment on column level_grant.basis is '依据';

ALTER TABLE partner_nonce ADD CONSTRAINT partner_nonce_key_id_fkey FOREIGN KEY(key_id) REFERENCES partner_key (id) ON DELETE CASCADE;

CREATE INDEX partner_nonce_expires_at_idx ON partner_nonce (expires_at);

ALTER TABLE post_role ADD CONSTRAINT post_role_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

CREATE INDEX post_role_role_code_idx ON post_role (role_code);

comment on column post_role.id is '编号';

comment on column post_role.created_at is '建立时间';

comment on column post_role.post_id is '岗位';

comment on column post_role.role_code is '角色代码（目录类别 role）';

ALTER TABLE post_scope ADD CONSTRAINT post_scope_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

ALTER TABLE post_scope ADD CONSTRAINT post_scope_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX post_scope_unit_id_idx ON post_scope (unit_id);

comment on column post_scope.id is '编号';

comment on column post_scope.created_at is '建立时间';

comment on column post_scope.post_id is '岗位';

comment on column post_scope.unit_id is '可见单位（含其下级）';

ALTER TABLE preference ADD CONSTRAINT preference_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id);

comment on column preference.id is '编号';

comment on column preference.created_at is '建立时间';

comment on column preference.account_id is '账号';

comment on column preference.key is '哪一项';

comment on column preference.value is '内容';

comment on column preference.changed_at is '最近更改时间';

ALTER TABLE programme_member ADD CONSTRAINT programme_member_batch_id_fkey FOREIGN KEY(batch_id) REFERENCES programme_batch (id);

ALTER TABLE programme_member ADD CONSTRAINT programme_member_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX programme_member_talent_idx ON programme_member (talent_id);

comment on column programme_member.id is '编号';

comment on column programme_member.created_at is '建立时间';

comment on column programme_member.unit_path is '所属单位路径';

comment on column programme_member.batch_id is '批次';

comment on column programme_member.talent_id is '人才';

comment on column programme_member.announced is '是否已公布（此前本人不可见）';

comment on column programme_member.basis is '入选理由';

comment on column programme_member.selected_on is '入选日';

comment on column programme_member.selected_name is '经办人';

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_directory_id_fkey FOREIGN KEY(directory_id) REFERENCES catalogue_entry (id);

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_district_id_fkey FOREIGN KEY(district_id) REFERENCES unit (id);

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_employer_id_fkey FOREIGN KEY(employer_id) REFERENCES unit (id);

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_holder_id_fkey FOREIGN KEY(holder_id) REFERENCES unit (id);

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_lead_id_fkey FOREIGN KEY(lead_id) REFERENCES unit (id);

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_application ADD CONSTRAINT recognition_application_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX recognition_application_directory_id_idx ON recognition_application (directory_id);

CREATE INDEX recognition_application_district_id_idx ON recognition_application (district_id);

CREATE INDEX recognition_application_due_idx ON recognition_application (due_on) WHERE due_on is not null;

CREATE INDEX recognition_application_employer_id_idx ON recognition_application (employer_id);

CREATE INDEX recognition_application_holder_id_idx ON recognition_application (holder_id);

CREATE INDEX recognition_application_lead_id_idx ON recognition_application (lead_id);

CREATE INDEX recognition_application_newest_idx ON recognition_application (started_on desc, id desc);

CREATE UNIQUE INDEX recognition_application_one_running ON recognition_application (talent_id) WHERE status in ('draft', 'submitted', 'recommended', 'reviewed', 'joint_review', 'awaiting_decision', 'on_notice', 'objected');

CREATE INDEX recognition_application_talent_id_idx ON recognition_application (talent_id);

CREATE INDEX recognition_application_unit_path_idx ON recognition_application (unit_path, status);

comment on column recognition_application.version is '版本';

comment on column recognition_application.id is '编号';

comment on column recognition_application.created_at is '建立时间';

comment on column recognition_application.unit_path is '所属单位路径';

comment on column recognition_application.number is '申报编号（首次提交时给出）';

comment on column recognition_application.talent_id is '人才';

comment on column recognition_application.talent_name is '申报人姓名（起草时的，提交时更新）';

comment on column recognition_application.employer_name is '用人单位名称（起草时的，提交时更新）';

comment on column recognition_application.route is '申报方式';

comment on column recognition_application.status is '状态';

comment on column recognition_application.level is '申报层次代码';

comment on column recognition_application.talent_type is '申报类型代码';

comment on column recognition_application.criterion is '所依标准代码';

comment on column recognition_application.directory_id is '所依目录的版本';

comment on column recognition_application.statement is '业绩陈述';

comment on column recognition_application.finding is '系统核对结果（不能由系统核对的为空）';

comment on column recognition_application.finding_missing is '待核的，缺哪些资料';

comment on column recognition_application.recommenders is '公荐的推荐人';

comment on column recognition_application.kinship is '须回避的亲属姓名（申报人声明）';

comment on column recognition_application.unit_id is '申报或提名的单位（个人申报为空）';

comment on column recognition_application.employer_id is '推荐的用人单位';

comment on column recognition_application.district_id is '初审的人才办';

comment on column recognition_application.lead_id is '牵头的人才办';

comment on column recognition_application.holder_id is '等哪个单位办理（部门联审、公示时为空）';

comment on column recognition_application.started_on is '起草日';

comment on column recognition_application.started_by is '起草人账号';

comment on column recognition_application.submitted_on is '首次提交日（按这一天的目录评判）';

comment on column recognition_application.terms is '提交时的认定规则';

comment on column recognition_application.terms_version is '认定规则的版次';

comment on column recognition_application.due_from is '本环节起算日（不计入）';

comment on column recognition_application.due_days is '本环节工作日';

comment on column recognition_application.due_on is '本环节应办日';

comment on column recognition_application.due_provisional is '应办日是否暂定';

comment on column recognition_application.returned_reason is '退回补正的理由';

comment on column recognition_application.scoring_round is '专家评分第几轮（事实有变的，补正后重新评分）';

comment on column recognition_application.expert_score is '专家平均分';

comment on column recognition_application.expert_count is '有效评分表份数';

comment on column recognition_application.expert_passed is '专家评分是否达到要求';

comment on column recognition_application.decided_on is '审定日';

comment on column recognition_application.ended_on is '办结日';

comment on column recognition_application.end_reason is '不予认定或撤回的理由';

comment on column recognition_application.last_step is '已办步骤数';

ALTER TABLE recognition_ban ADD CONSTRAINT recognition_ban_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX recognition_ban_talent_idx ON recognition_ban (talent_id, valid_until);

comment on column recognition_ban.id is '编号';

comment on column recognition_ban.created_at is '建立时间';

comment on column recognition_ban.unit_path is '所属单位路径';

comment on column recognition_ban.talent_id is '人才';

comment on column recognition_ban.valid_from is '禁止申报起日';

comment on column recognition_ban.valid_until is '禁止申报止日';

comment on column recognition_ban.reason is '事由';

comment on column recognition_ban.account_name is '决定人';

ALTER TABLE recognition_evidence ADD CONSTRAINT recognition_evidence_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX recognition_evidence_same_idx ON recognition_evidence (talent_id, sha256);

comment on column recognition_evidence.id is '编号';

comment on column recognition_evidence.created_at is '建立时间';

comment on column recognition_evidence.unit_path is '所属单位路径';

comment on column recognition_evidence.talent_id is '人才';

comment on column recognition_evidence.kind is '佐证材料代码';

comment on column recognition_evidence.filename is '文件名';

comment on column recognition_evidence.media_type is '文件格式（按内容认定）';

comment on column recognition_evidence.size is '大小（字节）';

comment on column recognition_evidence.sha256 is '内容摘要';

comment on column recognition_evidence.file_key is '存放处';

comment on column recognition_evidence.anonymous is '是否已隐去姓名与单位（可供专家盲评）';

comment on column recognition_evidence.uploaded_by is '上传人账号';

comment on column recognition_evidence.uploaded_name is '上传人';

ALTER TABLE recognition_expert ADD CONSTRAINT recognition_expert_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id);

ALTER TABLE recognition_expert ADD CONSTRAINT recognition_expert_employer_id_fkey FOREIGN KEY(employer_id) REFERENCES unit (id);

comment on column recognition_expert.id is '编号';

comment on column recognition_expert.created_at is '建立时间';

comment on column recognition_expert.unit_path is '所属单位路径';

comment on column recognition_expert.account_id is '账号';

comment on column recognition_expert.name is '姓名';

comment on column recognition_expert.employer_name is '所在单位';

comment on column recognition_expert.employer_id is '所在单位（本系统单位）';

comment on column recognition_expert.types is '擅长的人才类型';

comment on column recognition_expert.specialty is '专业';

comment on column recognition_expert.active is '是否在聘';

ALTER TABLE saved_view ADD CONSTRAINT saved_view_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id);

ALTER TABLE saved_view ADD CONSTRAINT saved_view_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX saved_view_unit_idx ON saved_view (unit_id, page) WHERE unit_id is not null;

comment on column saved_view.id is '编号';

comment on column saved_view.created_at is '建立时间';

comment on column saved_view.account_id is '所有人';

comment on column saved_view.unit_id is '与哪个单位共享（空为仅自己）';

comment on column saved_view.page is '哪个列表';

comment on column saved_view.name is '名称';

comment on column saved_view.query is '筛选条件（地址中的查询串）';

comment on column saved_view.columns is '显示的列（空为默认）';

comment on column saved_view.changed_at is '最近更改时间';

ALTER TABLE sensitive_read ADD CONSTRAINT sensitive_read_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX sensitive_read_actor_idx ON sensitive_read (actor_id, read_at);

CREATE INDEX sensitive_read_talent_idx ON sensitive_read (talent_id, read_at, id);

comment on column sensitive_read.id is '编号';

comment on column sensitive_read.created_at is '建立时间';

comment on column sensitive_read.unit_path is '所属单位路径';

comment on column sensitive_read.talent_id is '人才';

comment on column sensitive_read.field is '查看了什么';

comment on column sensitive_read.purpose is '用途';

comment on column sensitive_read.reason is '具体事由';

comment on column sensitive_read.actor_id is '查看人编号';

comment on column sensitive_read.actor_name is '查看人';

comment on column sensitive_read.read_at is '查看时间';

ALTER TABLE session ADD CONSTRAINT session_account_id_fkey FOREIGN KEY(account_id) REFERENCES account (id);

ALTER TABLE session ADD CONSTRAINT session_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

CREATE INDEX session_account_idx ON session (account_id, last_seen_at);

CREATE INDEX session_ended_idx ON session (expires_at);

comment on column session.id is '编号';

comment on column session.created_at is '建立时间';

comment on column session.account_id is '账号';

comment on column session.token_hash is '令牌摘要（SHA-256）';

comment on column session.post_id is '以哪个岗位办理';

comment on column session.last_seen_at is '最近使用时间';

comment on column session.expires_at is '最迟到期时间';

comment on column session.step_up_until is '再次验证的有效期';

comment on column session.revoked_at is '注销时间';

comment on column session.method is '登录方式';

comment on column session.source is '登录地址';

comment on column session.agent is '登录设备';

ALTER TABLE talent_merge ADD CONSTRAINT talent_merge_absorbed_id_fkey FOREIGN KEY(absorbed_id) REFERENCES talent (id);

ALTER TABLE talent_merge ADD CONSTRAINT talent_merge_survivor_id_unit_path_fkey FOREIGN KEY(survivor_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE UNIQUE INDEX talent_merge_one_standing ON talent_merge (absorbed_id) WHERE undone_at is null;

CREATE INDEX talent_merge_survivor_idx ON talent_merge (survivor_id, merged_at);

comment on column talent_merge.id is '编号';

comment on column talent_merge.created_at is '建立时间';

comment on column talent_merge.unit_path is '所属单位路径';

comment on column talent_merge.survivor_id is '保留的记录';

comment on column talent_merge.absorbed_id is '并入的记录';

comment on column talent_merge.survivor_name is '合并时保留记录的姓名';

comment on column talent_merge.absorbed_name is '合并时并入记录的姓名';

comment on column talent_merge.absorbed_unit is '并入记录的归口单位';

comment on column talent_merge.reason is '合并理由';

comment on column talent_merge.choices is '逐项选择';

comment on column talent_merge.summary is '随之变动的事项';

comment on column talent_merge.merged_by is '合并人';

comment on column talent_merge.merged_by_id is '合并人账号';

comment on column talent_merge.merged_at is '合并时间';

comment on column talent_merge.undo_until is '可撤销至';

comment on column talent_merge.undone_by is '撤销人';

comment on column talent_merge.undone_at is '撤销时间';

comment on column talent_merge.undo_reason is '撤销理由';

comment on column talent_merge.images_gone_on is '底本清除日期：此后不能撤销';

ALTER TABLE talent_name ADD CONSTRAINT talent_name_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX talent_name_talent_idx ON talent_name (talent_id, kind, id);

comment on column talent_name.id is '编号';

comment on column talent_name.created_at is '建立时间';

comment on column talent_name.unit_path is '所属单位路径';

comment on column talent_name.talent_id is '人才';

comment on column talent_name.kind is '名称种类';

comment on column talent_name.name is '名称';

comment on column talent_name.until is '使用至';

ALTER TABLE title ADD CONSTRAINT title_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX title_talent_idx ON title (talent_id, granted_on, id);

comment on column title.id is '编号';

comment on column title.created_at is '建立时间';

comment on column title.unit_path is '所属单位路径';

comment on column title.talent_id is '人才';

comment on column title.name is '职称或技能等级';

comment on column title.rank is '级别';

comment on column title.granted_on is '取得日期';

comment on column title.granted_by is '评定机构';

ALTER TABLE card_batch_line ADD CONSTRAINT card_batch_line_batch_id_fkey FOREIGN KEY(batch_id) REFERENCES card_batch (id);

ALTER TABLE card_batch_line ADD CONSTRAINT card_batch_line_card_id_fkey FOREIGN KEY(card_id) REFERENCES card (id);

ALTER TABLE card_batch_line ADD CONSTRAINT card_batch_line_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX card_batch_line_planned_idx ON card_batch_line (batch_id) WHERE status = 'planned';

CREATE INDEX card_batch_line_talent_id_idx ON card_batch_line (talent_id);

comment on column card_batch_line.id is '编号';

comment on column card_batch_line.created_at is '建立时间';

comment on column card_batch_line.unit_path is '所属单位路径';

comment on column card_batch_line.batch_id is '批次';

comment on column card_batch_line.talent_id is '人才';

comment on column card_batch_line.level is '拟定时的层次';

comment on column card_batch_line.tier is '卡种代码';

comment on column card_batch_line.tier_name is '卡种';

comment on column card_batch_line.valid_until is '卡片有效期止';

comment on column card_batch_line.status is '状态';

comment on column card_batch_line.skip is '不发的原因';

comment on column card_batch_line.card_id is '所发的卡';

ALTER TABLE card_presentation ADD CONSTRAINT card_presentation_card_id_talent_id_unit_path_fkey FOREIGN KEY(card_id, talent_id, unit_path) REFERENCES card (id, talent_id, unit_path) ON UPDATE CASCADE;

CREATE INDEX card_presentation_card_idx ON card_presentation (card_id, presented_at);

comment on column card_presentation.id is '编号';

comment on column card_presentation.created_at is '建立时间';

comment on column card_presentation.unit_path is '所属单位路径';

comment on column card_presentation.card_id is '卡';

comment on column card_presentation.talent_id is '持卡人';

comment on column card_presentation.tier is '卡种代码';

comment on column card_presentation.tier_name is '卡种';

comment on column card_presentation.valid_from is '卡片有效期起';

comment on column card_presentation.valid_until is '卡片有效期止';

comment on column card_presentation.scanned is '扫码（否则为输入数字）';

comment on column card_presentation.presented_at is '核验时间';

comment on column card_presentation.lasts_until is '凭这次核验可核销到何时';

comment on column card_presentation.provider_id is '服务提供单位或伙伴系统';

comment on column card_presentation.by_id is '核验的账号';

ALTER TABLE contact_assignment ADD CONSTRAINT contact_assignment_appointment_id_fkey FOREIGN KEY(appointment_id) REFERENCES appointment (id);

ALTER TABLE contact_assignment ADD CONSTRAINT contact_assignment_follows_id_fkey FOREIGN KEY(follows_id) REFERENCES contact_assignment (id);

ALTER TABLE contact_assignment ADD CONSTRAINT contact_assignment_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

ALTER TABLE contact_assignment ADD CONSTRAINT contact_assignment_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE UNIQUE INDEX contact_assignment_one_each ON contact_assignment (talent_id, post_id) WHERE status <> 'ended';

CREATE INDEX contact_assignment_post_due_idx ON contact_assignment (post_id, next_due_on, id);

CREATE INDEX contact_assignment_scope_due_idx ON contact_assignment (unit_path, next_due_on, id);

CREATE INDEX contact_assignment_talent_idx ON contact_assignment (talent_id, valid_from, id);

comment on column contact_assignment.valid_from is '起始日';

comment on column contact_assignment.valid_until is '截止日（空为至今）';

comment on column contact_assignment.id is '编号';

comment on column contact_assignment.created_at is '建立时间';

comment on column contact_assignment.unit_path is '所属单位路径';

comment on column contact_assignment.talent_id is '人才';

comment on column contact_assignment.post_id is '联系岗位';

comment on column contact_assignment.appointment_id is '现由哪一任任职者联系（待接续时为空）';

comment on column contact_assignment.person_id is '随人联系的任职人（经批准不随岗位移交的；一般为空）';

comment on column contact_assignment.follows_id is '由哪一项安排移交而来';

comment on column contact_assignment.level is '领导层级';

comment on column contact_assignment.status is '状态';

comment on column contact_assignment.reason is '安排理由';

comment on column contact_assignment.end_reason is '结束原因';

comment on column contact_assignment.kinship_checked is '亲属回避核实情况';

comment on column contact_assignment.cadence_months is '每几个月至少联系一次';

comment on column contact_assignment.cadence_aligned is '是否按自然周期计算';

comment on column contact_assignment.first_due_on is '首次联系的期限';

comment on column contact_assignment.last_contact_on is '本岗位最近一次联系';

comment on column contact_assignment.next_due_on is '下次联系的期限';

ALTER TABLE entitlement ADD CONSTRAINT entitlement_card_id_talent_id_unit_path_fkey FOREIGN KEY(card_id, talent_id, unit_path) REFERENCES card (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE entitlement ADD CONSTRAINT entitlement_child_id_fkey FOREIGN KEY(child_id) REFERENCES family_member (id);

CREATE INDEX entitlement_ending_idx ON entitlement (ends_on) WHERE closed_at is null;

CREATE INDEX entitlement_window_idx ON entitlement (talent_id, service_code, period, starts_on);

comment on column entitlement.id is '编号';

comment on column entitlement.created_at is '建立时间';

comment on column entitlement.unit_path is '所属单位路径';

comment on column entitlement.card_id is '卡';

comment on column entitlement.talent_id is '持卡人';

comment on column entitlement.service_code is '服务代码';

comment on column entitlement.service_name is '服务名称';

comment on column entitlement.service_class is '服务类别代码';

comment on column entitlement.service_version is '服务目录版次（授予时）';

comment on column entitlement.position is '在服务指南中的次序';

comment on column entitlement.tier is '卡种代码';

comment on column entitlement.period is '周期';

comment on column entitlement.starts_on is '周期起（含）';

comment on column entitlement.ends_on is '周期止（不含）';

comment on column entitlement.limits is '这项服务共有几条次数限制';

comment on column entitlement.main is '是否最长周期的一条（全市名额记在这一条）';

comment on column entitlement.pooled is '是否另占全市名额';

comment on column entitlement.child_id is '为哪位子女';

comment on column entitlement.stage is '学段';

comment on column entitlement.tier_quota is '本卡种额度（空为不限）';

comment on column entitlement.carried is '本周期内换卡前已用';

comment on column entitlement.quota is '实际授予（空为不限）';

comment on column entitlement.used is '已用';

comment on column entitlement.reserved is '已预约';

comment on column entitlement.lapsed is '到期作废';

comment on column entitlement.live is '所属的卡是否可用（随卡的状态）';

comment on column entitlement.closed_at is '结清时间';

ALTER TABLE erasure ADD CONSTRAINT erasure_request_id_fkey FOREIGN KEY(request_id) REFERENCES data_request (id);

ALTER TABLE erasure ADD CONSTRAINT erasure_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX erasure_due_idx ON erasure (next_due) WHERE next_due is not null;

CREATE INDEX erasure_talent_idx ON erasure (talent_id, ordered_at, id);

comment on column erasure.id is '编号';

comment on column erasure.created_at is '建立时间';

comment on column erasure.unit_path is '所属单位路径';

comment on column erasure.talent_id is '人才';

comment on column erasure.request_id is '依哪项请求';

comment on column erasure.ordered_at is '批准时间';

comment on column erasure.ordered_by_name is '批准人';

comment on column erasure.lines is '各类资料的处理：数量、去留、依据、保存至';

comment on column erasure.done_at is '执行完成时间';

comment on column erasure.next_due is '留存的最早到期日，届时再清除';

ALTER TABLE fasttrack_assessment ADD CONSTRAINT fasttrack_assessment_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

CREATE INDEX fasttrack_assessment_case_id_idx ON fasttrack_assessment (case_id);

comment on column fasttrack_assessment.id is '编号';

comment on column fasttrack_assessment.created_at is '建立时间';

comment on column fasttrack_assessment.unit_path is '所属单位路径';

comment on column fasttrack_assessment.case_id is '案件';

comment on column fasttrack_assessment.period is '评估期（如第一年度）';

comment on column fasttrack_assessment.passed is '是否合格';

comment on column fasttrack_assessment.conclusion is '评估结论';

comment on column fasttrack_assessment.assessed_on is '评估日';

comment on column fasttrack_assessment.account_id is '登记人账号';

comment on column fasttrack_assessment.account_name is '登记人';

ALTER TABLE fasttrack_countersign ADD CONSTRAINT fasttrack_countersign_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_countersign ADD CONSTRAINT fasttrack_countersign_deputy_id_fkey FOREIGN KEY(deputy_id) REFERENCES post (id);

ALTER TABLE fasttrack_countersign ADD CONSTRAINT fasttrack_countersign_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE UNIQUE INDEX fasttrack_countersign_live ON fasttrack_countersign (case_id, unit_id) WHERE status in ('pending', 'answered');

CREATE INDEX fasttrack_countersign_unit_id_idx ON fasttrack_countersign (unit_id);

comment on column fasttrack_countersign.id is '编号';

comment on column fasttrack_countersign.created_at is '建立时间';

comment on column fasttrack_countersign.unit_path is '所属单位路径';

comment on column fasttrack_countersign.case_id is '案件';

comment on column fasttrack_countersign.unit_id is '会签单位';

comment on column fasttrack_countersign.round is '第几轮';

comment on column fasttrack_countersign.status is '状态';

comment on column fasttrack_countersign.asked_on is '送达日（起算日，不计入）';

comment on column fasttrack_countersign.working_days is '会签时限（工作日）';

comment on column fasttrack_countersign.due_on is '应答复日';

comment on column fasttrack_countersign.due_provisional is '应答复日是否暂定';

comment on column fasttrack_countersign.note is '送审或协调说明';

comment on column fasttrack_countersign.deputy_id is '因回避指定的代签岗位';

comment on column fasttrack_countersign.opinion is '意见';

comment on column fasttrack_countersign.reason is '理由或修改意见';

comment on column fasttrack_countersign.answered_on is '答复日';

comment on column fasttrack_countersign.answered_by is '会签人账号';

comment on column fasttrack_countersign.answered_name is '会签人';

ALTER TABLE fasttrack_decision ADD CONSTRAINT fasttrack_decision_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_decision ADD CONSTRAINT fasttrack_decision_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

comment on column fasttrack_decision.id is '编号';

comment on column fasttrack_decision.created_at is '建立时间';

comment on column fasttrack_decision.unit_path is '所属单位路径';

comment on column fasttrack_decision.case_id is '案件';

comment on column fasttrack_decision.round is '第几次审定';

comment on column fasttrack_decision.outcome is '审定结果';

comment on column fasttrack_decision.opinion is '审定意见';

comment on column fasttrack_decision.form is '审定形式（组长审定、领导小组会议及期次）';

comment on column fasttrack_decision.decided_on is '审定日';

comment on column fasttrack_decision.decided_at is '审定时间';

comment on column fasttrack_decision.post_id is '审定人岗位';

comment on column fasttrack_decision.account_id is '审定人账号';

comment on column fasttrack_decision.account_name is '审定人';

comment on column fasttrack_decision.plan is '审定时的方案、会签意见与论证结果';

ALTER TABLE fasttrack_measure ADD CONSTRAINT fasttrack_measure_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_measure ADD CONSTRAINT fasttrack_measure_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX fasttrack_measure_status_idx ON fasttrack_measure (status);

CREATE INDEX fasttrack_measure_unit_id_idx ON fasttrack_measure (unit_id);

comment on column fasttrack_measure.id is '编号';

comment on column fasttrack_measure.created_at is '建立时间';

comment on column fasttrack_measure.unit_path is '所属单位路径';

comment on column fasttrack_measure.case_id is '案件';

comment on column fasttrack_measure.ordinal is '序号（依方案的次序，已取消的不重用）';

comment on column fasttrack_measure.kind is '类别代码';

comment on column fasttrack_measure.kind_name is '类别';

comment on column fasttrack_measure.content is '内容';

comment on column fasttrack_measure.amount is '金额（元）';

comment on column fasttrack_measure.unit_id is '责任单位';

comment on column fasttrack_measure.due_on is '完成时限';

comment on column fasttrack_measure.after_assessment is '是否评估合格后落实';

comment on column fasttrack_measure.status is '状态';

comment on column fasttrack_measure.done_on is '落实日';

comment on column fasttrack_measure.result is '落实情况或取消理由';

ALTER TABLE fasttrack_party ADD CONSTRAINT fasttrack_party_case_id_fkey FOREIGN KEY(case_id) REFERENCES fasttrack_case (id);

ALTER TABLE fasttrack_party ADD CONSTRAINT fasttrack_party_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

ALTER TABLE fasttrack_party ADD CONSTRAINT fasttrack_party_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX fasttrack_party_path_idx ON fasttrack_party (unit_path, case_id);

CREATE INDEX fasttrack_party_post_id_idx ON fasttrack_party (post_id);

CREATE INDEX fasttrack_party_unit_id_idx ON fasttrack_party (unit_id);

comment on column fasttrack_party.id is '编号';

comment on column fasttrack_party.created_at is '建立时间';

comment on column fasttrack_party.unit_path is '所属单位路径';

comment on column fasttrack_party.case_id is '案件';

comment on column fasttrack_party.unit_id is '单位';

comment on column fasttrack_party.post_id is '岗位（空为全单位经办人员）';

comment on column fasttrack_party.role is '参与身份';

comment on column fasttrack_party.case_path is '发起单位路径';

comment on column fasttrack_party.lead_path is '牵头单位路径';

comment on column fasttrack_party.joined_on is '加入日';

ALTER TABLE fasttrack_pause ADD CONSTRAINT fasttrack_pause_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

CREATE UNIQUE INDEX fasttrack_pause_one_open ON fasttrack_pause (case_id) WHERE resumed_on is null;

comment on column fasttrack_pause.id is '编号';

comment on column fasttrack_pause.created_at is '建立时间';

comment on column fasttrack_pause.unit_path is '所属单位路径';

comment on column fasttrack_pause.case_id is '案件';

comment on column fasttrack_pause.paused_on is '暂停日（当日仍计）';

comment on column fasttrack_pause.reason is '暂停理由';

comment on column fasttrack_pause.expected_end is '预计恢复日';

comment on column fasttrack_pause.paused_by is '暂停人账号';

comment on column fasttrack_pause.paused_name is '暂停人';

comment on column fasttrack_pause.resumed_on is '恢复日（当日不计）';

comment on column fasttrack_pause.resumed_by is '恢复人账号';

comment on column fasttrack_pause.resumed_name is '恢复人';

ALTER TABLE fasttrack_stage ADD CONSTRAINT fasttrack_stage_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_stage ADD CONSTRAINT fasttrack_stage_holder_id_fkey FOREIGN KEY(holder_id) REFERENCES unit (id);

ALTER TABLE fasttrack_stage ADD CONSTRAINT fasttrack_stage_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

comment on column fasttrack_stage.id is '编号';

comment on column fasttrack_stage.created_at is '建立时间';

comment on column fasttrack_stage.unit_path is '所属单位路径';

comment on column fasttrack_stage.case_id is '案件';

comment on column fasttrack_stage.seq is '第几步';

comment on column fasttrack_stage.step is '步骤';

comment on column fasttrack_stage.status is '此后状态';

comment on column fasttrack_stage.unit_id is '办理单位';

comment on column fasttrack_stage.holder_id is '此后经办单位';

comment on column fasttrack_stage.account_id is '办理人账号';

comment on column fasttrack_stage.account_name is '办理人';

comment on column fasttrack_stage.taken_on is '办理日';

comment on column fasttrack_stage.taken_at is '办理时间';

comment on column fasttrack_stage.note is '说明';

ALTER TABLE fasttrack_vote ADD CONSTRAINT fasttrack_vote_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

CREATE INDEX fasttrack_vote_case_id_idx ON fasttrack_vote (case_id);

comment on column fasttrack_vote.id is '编号';

comment on column fasttrack_vote.created_at is '建立时间';

comment on column fasttrack_vote.unit_path is '所属单位路径';

comment on column fasttrack_vote.case_id is '案件';

comment on column fasttrack_vote.after_step is '登记时的步骤序号（此前拟定的方案即论证对象）';

comment on column fasttrack_vote.held_on is '论证日';

comment on column fasttrack_vote.invited is '应邀人数';

comment on column fasttrack_vote.recused is '回避人数';

comment on column fasttrack_vote.present is '到会人数';

comment on column fasttrack_vote.agree is '同意人数';

comment on column fasttrack_vote.majority is '须达到的比例';

comment on column fasttrack_vote.passed is '是否通过';

comment on column fasttrack_vote.note is '论证意见';

ALTER TABLE import_finding ADD CONSTRAINT import_finding_row_id_fkey FOREIGN KEY(row_id) REFERENCES import_row (id) ON DELETE CASCADE;

comment on column import_finding.id is '编号';

comment on column import_finding.created_at is '建立时间';

comment on column import_finding.unit_path is '所属单位路径';

comment on column import_finding.row_id is '导入的行';

comment on column import_finding.ordinal is '序号';

comment on column import_finding.severity is '错误、提醒或改动';

comment on column import_finding."column" is '列';

comment on column import_finding.title is '列名';

comment on column import_finding.cell is '单元格';

comment on column import_finding.shown is '填写的内容（敏感的已遮盖）';

comment on column import_finding.before is '名录中原来的内容（敏感的已遮盖）';

comment on column import_finding.code is '代码';

comment on column import_finding.words is '说明与改法';

ALTER TABLE introduction_claim ADD CONSTRAINT introduction_claim_case_id_fkey FOREIGN KEY(case_id) REFERENCES attribution_case (id);

ALTER TABLE introduction_claim ADD CONSTRAINT introduction_claim_talent_id_fkey FOREIGN KEY(talent_id) REFERENCES talent (id);

ALTER TABLE introduction_claim ADD CONSTRAINT introduction_claim_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX introduction_claim_case_id_idx ON introduction_claim (case_id);

CREATE INDEX introduction_claim_talent_idx ON introduction_claim (talent_id, arrived_on);

CREATE INDEX introduction_claim_unit_id_idx ON introduction_claim (unit_id);

CREATE INDEX introduction_claim_unit_path_idx ON introduction_claim (unit_path, arrived_on, id);

comment on column introduction_claim.version is '版本';

comment on column introduction_claim.id is '编号';

comment on column introduction_claim.created_at is '建立时间';

comment on column introduction_claim.unit_path is '所属单位路径';

comment on column introduction_claim.talent_id is '人才';

comment on column introduction_claim.talent_name is '人才姓名';

comment on column introduction_claim.unit_id is '申报单位';

comment on column introduction_claim.arrived_on is '到岗日期';

comment on column introduction_claim.kind is '引进方式';

comment on column introduction_claim.quarter is '计入哪个季度';

comment on column introduction_claim.note is '说明';

comment on column introduction_claim.status is '状态';

comment on column introduction_claim.share is '份额';

comment on column introduction_claim.case_id is '归属争议';

comment on column introduction_claim.claimed_by is '申报人';

comment on column introduction_claim.claimed_on is '申报日期';

comment on column introduction_claim.withdrawn_reason is '撤回理由';

ALTER TABLE merge_image ADD CONSTRAINT merge_image_merge_id_fkey FOREIGN KEY(merge_id) REFERENCES talent_merge (id);

CREATE INDEX merge_image_merge_idx ON merge_image (merge_id, table_name, row_id);

comment on column merge_image.id is '编号';

comment on column merge_image.created_at is '建立时间';

comment on column merge_image.merge_id is '哪次合并';

comment on column merge_image.table_name is '表';

comment on column merge_image.row_id is '行';

comment on column merge_image.before is '合并前';

comment on column merge_image.after is '合并后';

ALTER TABLE recognition ADD CONSTRAINT recognition_application_id_fkey FOREIGN KEY(application_id) REFERENCES recognition_application (id);

ALTER TABLE recognition ADD CONSTRAINT recognition_predecessor_id_fkey FOREIGN KEY(predecessor_id) REFERENCES recognition (id);

ALTER TABLE recognition ADD CONSTRAINT recognition_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX recognition_due_idx ON recognition (valid_until) WHERE status = 'effective';

CREATE UNIQUE INDEX recognition_one_effective ON recognition (talent_id) WHERE status = 'effective';

CREATE INDEX recognition_predecessor_id_idx ON recognition (predecessor_id);

CREATE INDEX recognition_talent_id_idx ON recognition (talent_id);

CREATE INDEX recognition_unit_path_idx ON recognition (unit_path, id);

comment on column recognition.version is '版本';

comment on column recognition.id is '编号';

comment on column recognition.created_at is '建立时间';

comment on column recognition.unit_path is '所属单位路径';

comment on column recognition.talent_id is '人才';

comment on column recognition.application_id is '认定申请（复核降级的为空）';

comment on column recognition.predecessor_id is '前一认定';

comment on column recognition.status is '状态';

comment on column recognition.year is '证书年份';

comment on column recognition.ordinal is '证书序号';

comment on column recognition.certificate_number is '证书编号';

comment on column recognition.verify_code is '核验码';

comment on column recognition.name is '证书上的姓名';

comment on column recognition.level is '层次代码';

comment on column recognition.level_name is '证书上的层次';

comment on column recognition.talent_type is '类型代码';

comment on column recognition.type_name is '证书上的类型';

comment on column recognition.issuer is '发证机关';

comment on column recognition.issued_on is '发证日';

comment on column recognition.valid_from is '生效日';

comment on column recognition.valid_until is '有效期止';

comment on column recognition.applied is '层次是否已记入名录';

comment on column recognition.ended_on is '终止前的最后一日';

comment on column recognition.end_reason is '终止原因';

ALTER TABLE recognition_attachment ADD CONSTRAINT recognition_attachment_application_fkey FOREIGN KEY(application_id, talent_id, unit_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_attachment ADD CONSTRAINT recognition_attachment_evidence_fkey FOREIGN KEY(evidence_id, talent_id) REFERENCES recognition_evidence (id, talent_id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX recognition_attachment_evidence_idx ON recognition_attachment (evidence_id);

comment on column recognition_attachment.id is '编号';

comment on column recognition_attachment.created_at is '建立时间';

comment on column recognition_attachment.unit_path is '所属单位路径';

comment on column recognition_attachment.application_id is '认定申请';

comment on column recognition_attachment.talent_id is '人才';

comment on column recognition_attachment.evidence_id is '文件';

comment on column recognition_attachment.kind is '用作哪种佐证材料';

ALTER TABLE recognition_notice ADD CONSTRAINT recognition_notice_application_fkey FOREIGN KEY(application_id, talent_id, unit_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

CREATE INDEX recognition_notice_application_id_idx ON recognition_notice (application_id);

CREATE INDEX recognition_notice_ends_idx ON recognition_notice (ends_on);

comment on column recognition_notice.id is '编号';

comment on column recognition_notice.created_at is '建立时间';

comment on column recognition_notice.unit_path is '所属单位路径';

comment on column recognition_notice.application_id is '认定申请';

comment on column recognition_notice.talent_id is '人才';

comment on column recognition_notice.starts_on is '公示起日（起算日，不计入）';

comment on column recognition_notice.working_days is '公示工作日';

comment on column recognition_notice.ends_on is '公示止日（至当日二十四时）';

comment on column recognition_notice.provisional is '公示止日是否暂定';

comment on column recognition_notice.shown is '公示内容';

comment on column recognition_notice.withdrawn is '是否已撤下';

ALTER TABLE recognition_party ADD CONSTRAINT recognition_party_application_fkey FOREIGN KEY(application_id, talent_id, application_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_party ADD CONSTRAINT recognition_party_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX recognition_party_path_idx ON recognition_party (unit_path, application_id);

CREATE INDEX recognition_party_unit_id_idx ON recognition_party (unit_id);

comment on column recognition_party.id is '编号';

comment on column recognition_party.created_at is '建立时间';

comment on column recognition_party.unit_path is '所属单位路径';

comment on column recognition_party.application_id is '认定申请';

comment on column recognition_party.talent_id is '人才';

comment on column recognition_party.application_path is '人才所属单位路径';

comment on column recognition_party.lead_path is '牵头单位路径';

comment on column recognition_party.district_path is '初审单位路径';

comment on column recognition_party.unit_id is '单位';

comment on column recognition_party.role is '身份';

comment on column recognition_party.joined_on is '加入日';

ALTER TABLE recognition_review ADD CONSTRAINT recognition_review_application_fkey FOREIGN KEY(application_id, talent_id, unit_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_review ADD CONSTRAINT recognition_review_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE UNIQUE INDEX recognition_review_live ON recognition_review (application_id, unit_id) WHERE status in ('pending', 'answered');

CREATE INDEX recognition_review_unit_id_idx ON recognition_review (unit_id);

comment on column recognition_review.id is '编号';

comment on column recognition_review.created_at is '建立时间';

comment on column recognition_review.unit_path is '所属单位路径';

comment on column recognition_review.application_id is '认定申请';

comment on column recognition_review.talent_id is '人才';

comment on column recognition_review.unit_id is '联审部门';

comment on column recognition_review.round is '第几轮';

comment on column recognition_review.status is '状态';

comment on column recognition_review.asked_on is '送达日（起算日，不计入）';

comment on column recognition_review.working_days is '时限（工作日）';

comment on column recognition_review.due_on is '应答复日';

comment on column recognition_review.due_provisional is '应答复日是否暂定';

comment on column recognition_review.note is '送审说明';

comment on column recognition_review.opinion is '意见';

comment on column recognition_review.reason is '理由';

comment on column recognition_review.answered_on is '答复日';

comment on column recognition_review.answered_by is '答复人账号';

comment on column recognition_review.answered_name is '答复人';

ALTER TABLE recognition_sheet ADD CONSTRAINT recognition_sheet_application_id_fkey FOREIGN KEY(application_id) REFERENCES recognition_application (id);

ALTER TABLE recognition_sheet ADD CONSTRAINT recognition_sheet_expert_id_fkey FOREIGN KEY(expert_id) REFERENCES recognition_expert (id);

CREATE INDEX recognition_sheet_account_idx ON recognition_sheet (account_id, status);

CREATE INDEX recognition_sheet_expert_id_idx ON recognition_sheet (expert_id);

CREATE UNIQUE INDEX recognition_sheet_once ON recognition_sheet (application_id, expert_id, round) WHERE status <> 'called_off';

comment on column recognition_sheet.id is '编号';

comment on column recognition_sheet.created_at is '建立时间';

comment on column recognition_sheet.unit_path is '所属单位路径';

comment on column recognition_sheet.application_id is '认定申请';

comment on column recognition_sheet.expert_id is '专家';

comment on column recognition_sheet.account_id is '专家账号';

comment on column recognition_sheet.round is '第几轮评分';

comment on column recognition_sheet.code is '盲评代号';

comment on column recognition_sheet.status is '状态';

comment on column recognition_sheet.invited_on is '邀请日';

comment on column recognition_sheet.due_on is '应评分日';

comment on column recognition_sheet.material is '评分材料（不含姓名与单位）';

comment on column recognition_sheet.items is '评分项与权重';

comment on column recognition_sheet.scores is '各项得分（百分制）';

comment on column recognition_sheet.total is '加权总分';

comment on column recognition_sheet.comment is '评语';

comment on column recognition_sheet.recusal is '回避理由';

comment on column recognition_sheet.answered_at is '评分或回避的时间';

ALTER TABLE recognition_stage ADD CONSTRAINT recognition_stage_application_fkey FOREIGN KEY(application_id, talent_id, unit_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_stage ADD CONSTRAINT recognition_stage_holder_id_fkey FOREIGN KEY(holder_id) REFERENCES unit (id);

ALTER TABLE recognition_stage ADD CONSTRAINT recognition_stage_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

comment on column recognition_stage.id is '编号';

comment on column recognition_stage.created_at is '建立时间';

comment on column recognition_stage.unit_path is '所属单位路径';

comment on column recognition_stage.application_id is '认定申请';

comment on column recognition_stage.talent_id is '人才';

comment on column recognition_stage.seq is '第几步';

comment on column recognition_stage.step is '步骤';

comment on column recognition_stage.status is '此后状态';

comment on column recognition_stage.unit_id is '办理单位';

comment on column recognition_stage.holder_id is '此后等哪个单位';

comment on column recognition_stage.account_id is '办理人账号';

comment on column recognition_stage.account_name is '办理人';

comment on column recognition_stage.taken_on is '办理日';

comment on column recognition_stage.taken_at is '办理时间';

comment on column recognition_stage.note is '意见或说明';

comment on column recognition_stage.inside is '意见是否只供评审单位查看';

ALTER TABLE card_code ADD CONSTRAINT card_code_card_id_talent_id_unit_path_fkey FOREIGN KEY(card_id, talent_id, unit_path) REFERENCES card (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE card_code ADD CONSTRAINT card_code_presentation_id_fkey FOREIGN KEY(presentation_id) REFERENCES card_presentation (id);

CREATE INDEX card_code_over_idx ON card_code (accepted_until);

CREATE UNIQUE INDEX card_code_window_once ON card_code (card_id, starts_at) WHERE presentation_id is null;

comment on column card_code.id is '编号';

comment on column card_code.created_at is '建立时间';

comment on column card_code.unit_path is '所属单位路径';

comment on column card_code.card_id is '卡';

comment on column card_code.talent_id is '持卡人';

comment on column card_code.digits is '八位数字';

comment on column card_code.starts_at is '起（含）';

comment on column card_code.ends_at is '止（不含）';

comment on column card_code.accepted_until is '最迟核验到何时（含宽限）';

comment on column card_code.presentation_id is '用于哪次核验';

ALTER TABLE contact_handover ADD CONSTRAINT contact_handover_assignment_id_unit_path_fkey FOREIGN KEY(assignment_id, unit_path) REFERENCES contact_assignment (id, unit_path) ON UPDATE CASCADE;

ALTER TABLE contact_handover ADD CONSTRAINT contact_handover_interim_unit_id_fkey FOREIGN KEY(interim_unit_id) REFERENCES unit (id);

ALTER TABLE contact_handover ADD CONSTRAINT contact_handover_left_appointment_id_fkey FOREIGN KEY(left_appointment_id) REFERENCES appointment (id);

ALTER TABLE contact_handover ADD CONSTRAINT contact_handover_proposed_appointment_id_fkey FOREIGN KEY(proposed_appointment_id) REFERENCES appointment (id);

CREATE INDEX contact_handover_assignment_id_idx ON contact_handover (assignment_id);

CREATE UNIQUE INDEX contact_handover_one_open ON contact_handover (assignment_id) WHERE closed_on is null;

CREATE INDEX contact_handover_scope_idx ON contact_handover (unit_path, vacated_on, id);

comment on column contact_handover.id is '编号';

comment on column contact_handover.created_at is '建立时间';

comment on column contact_handover.unit_path is '所属单位路径';

comment on column contact_handover.assignment_id is '联系安排';

comment on column contact_handover.left_appointment_id is '离任者的任职';

comment on column contact_handover.vacated_on is '离任者联系的最后一日';

comment on column contact_handover.interim_unit_id is '代管单位';

comment on column contact_handover.proposed_appointment_id is '拟接续的任职';

comment on column contact_handover.taken_on is '接续之日（移交他岗或终止的为空）';

comment on column contact_handover.closed_on is '办结日';

comment on column contact_handover.outcome is '办理结果';

ALTER TABLE contact_log ADD CONSTRAINT contact_log_assignment_id_fkey FOREIGN KEY(assignment_id) REFERENCES contact_assignment (id);

ALTER TABLE contact_log ADD CONSTRAINT contact_log_post_id_fkey FOREIGN KEY(post_id) REFERENCES post (id);

ALTER TABLE contact_log ADD CONSTRAINT contact_log_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX contact_log_plan_idx ON contact_log (occurred_on, id) WHERE status in ('planned', 'lapsed');

CREATE INDEX contact_log_post_idx ON contact_log (post_id, occurred_on, id);

CREATE INDEX contact_log_recent_idx ON contact_log (occurred_on, id, unit_path);

CREATE INDEX contact_log_talent_idx ON contact_log (talent_id, occurred_on, id);

comment on column contact_log.version is '版本';

comment on column contact_log.id is '编号';

comment on column contact_log.created_at is '建立时间';

comment on column contact_log.unit_path is '所属单位路径';

comment on column contact_log.talent_id is '人才';

comment on column contact_log.post_id is '以哪个岗位联系';

comment on column contact_log.assignment_id is '所属联系安排';

comment on column contact_log.post_then is '当时的岗位名称';

comment on column contact_log.leader_then is '当时的任职者';

comment on column contact_log.recorded_by is '记录人';

comment on column contact_log.recorded_by_name is '记录人姓名';

comment on column contact_log.amended_by_name is '最近更正人';

comment on column contact_log.recorded_on is '记录日期';

comment on column contact_log.occurred_on is '联系日期（计划的为拟定日期）';

comment on column contact_log.mode is '联系方式';

comment on column contact_log.place is '地点';

comment on column contact_log.attendees is '参加人员';

comment on column contact_log.greeting is '问候';

comment on column contact_log.condition is '问情';

comment on column contact_log.need is '问需';

comment on column contact_log.advice is '问策';

comment on column contact_log.confidentiality is '公开范围';

comment on column contact_log.status is '状态';

comment on column contact_log.cancel_reason is '取消原因';

comment on column contact_log.review_note is '审核意见';

ALTER TABLE fasttrack_due_move ADD CONSTRAINT fasttrack_due_move_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_due_move ADD CONSTRAINT fasttrack_due_move_countersign_id_fkey FOREIGN KEY(countersign_id) REFERENCES fasttrack_countersign (id);

CREATE INDEX fasttrack_due_move_case_id_idx ON fasttrack_due_move (case_id);

comment on column fasttrack_due_move.id is '编号';

comment on column fasttrack_due_move.created_at is '建立时间';

comment on column fasttrack_due_move.unit_path is '所属单位路径';

comment on column fasttrack_due_move.case_id is '案件';

comment on column fasttrack_due_move.countersign_id is '会签（空为案件总时限）';

comment on column fasttrack_due_move.old_due is '原应办日';

comment on column fasttrack_due_move.new_due is '现应办日';

comment on column fasttrack_due_move.cause is '变动原因';

comment on column fasttrack_due_move.moved_on is '变动日';

ALTER TABLE fasttrack_recusal ADD CONSTRAINT fasttrack_recusal_case_fkey FOREIGN KEY(case_id, unit_path) REFERENCES fasttrack_case (id, unit_path);

ALTER TABLE fasttrack_recusal ADD CONSTRAINT fasttrack_recusal_countersign_id_fkey FOREIGN KEY(countersign_id) REFERENCES fasttrack_countersign (id);

ALTER TABLE fasttrack_recusal ADD CONSTRAINT fasttrack_recusal_deputy_id_fkey FOREIGN KEY(deputy_id) REFERENCES post (id);

CREATE INDEX fasttrack_recusal_countersign_id_idx ON fasttrack_recusal (countersign_id);

comment on column fasttrack_recusal.id is '编号';

comment on column fasttrack_recusal.created_at is '建立时间';

comment on column fasttrack_recusal.unit_path is '所属单位路径';

comment on column fasttrack_recusal.case_id is '案件';

comment on column fasttrack_recusal.countersign_id is '所回避的会签';

comment on column fasttrack_recusal.account_id is '回避人账号';

comment on column fasttrack_recusal.account_name is '回避人';

comment on column fasttrack_recusal.reason is '回避理由';

comment on column fasttrack_recusal.deputy_id is '代签岗位';

comment on column fasttrack_recusal.recused_on is '回避日';

ALTER TABLE introduction_credit ADD CONSTRAINT introduction_credit_claim_id_fkey FOREIGN KEY(claim_id) REFERENCES introduction_claim (id);

ALTER TABLE introduction_credit ADD CONSTRAINT introduction_credit_unit_id_fkey FOREIGN KEY(unit_id) REFERENCES unit (id);

CREATE INDEX introduction_credit_claim_idx ON introduction_credit (claim_id);

CREATE INDEX introduction_credit_quarter_idx ON introduction_credit (quarter, recorded_on);

comment on column introduction_credit.id is '编号';

comment on column introduction_credit.created_at is '建立时间';

comment on column introduction_credit.unit_path is '所属单位路径';

comment on column introduction_credit.claim_id is '哪项申报';

comment on column introduction_credit.unit_id is '单位';

comment on column introduction_credit.quarter is '季度';

comment on column introduction_credit.amount is '增减';

comment on column introduction_credit.recorded_on is '记账日期';

comment on column introduction_credit.correction is '是否更正（季度已锁定）';

comment on column introduction_credit.why is '事由';

comment on column introduction_credit.by_name is '经办';

ALTER TABLE recognition_check ADD CONSTRAINT recognition_check_recognition_id_fkey FOREIGN KEY(recognition_id) REFERENCES recognition (id);

ALTER TABLE recognition_check ADD CONSTRAINT recognition_check_talent_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX recognition_check_of_idx ON recognition_check (recognition_id);

comment on column recognition_check.id is '编号';

comment on column recognition_check.created_at is '建立时间';

comment on column recognition_check.unit_path is '所属单位路径';

comment on column recognition_check.recognition_id is '认定';

comment on column recognition_check.talent_id is '人才';

comment on column recognition_check.outcome is '复核结果';

comment on column recognition_check.opinion is '复核意见';

comment on column recognition_check.checked_on is '复核日';

comment on column recognition_check.account_name is '复核人';

ALTER TABLE recognition_objection ADD CONSTRAINT recognition_objection_application_fkey FOREIGN KEY(application_id, talent_id, unit_path) REFERENCES recognition_application (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE recognition_objection ADD CONSTRAINT recognition_objection_notice_id_fkey FOREIGN KEY(notice_id) REFERENCES recognition_notice (id);

CREATE INDEX recognition_objection_application_idx ON recognition_objection (application_id);

comment on column recognition_objection.id is '编号';

comment on column recognition_objection.created_at is '建立时间';

comment on column recognition_objection.unit_path is '所属单位路径';

comment on column recognition_objection.application_id is '认定申请';

comment on column recognition_objection.talent_id is '人才';

comment on column recognition_objection.notice_id is '公示';

comment on column recognition_objection.status is '状态';

comment on column recognition_objection.objector is '异议人';

comment on column recognition_objection.contact_sealed is '异议人联系方式（加密）';

comment on column recognition_objection.contact_masked is '异议人联系方式（掩码）';

comment on column recognition_objection.content is '异议内容';

comment on column recognition_objection.received_at is '收到时间';

comment on column recognition_objection.due_on is '应核查完毕日';

comment on column recognition_objection.conclusion is '核查结论';

comment on column recognition_objection.settled_on is '核查完毕日';

comment on column recognition_objection.settled_name is '核查人';

ALTER TABLE redemption ADD CONSTRAINT redemption_card_id_talent_id_unit_path_fkey FOREIGN KEY(card_id, talent_id, unit_path) REFERENCES card (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE redemption ADD CONSTRAINT redemption_child_id_fkey FOREIGN KEY(child_id) REFERENCES family_member (id);

ALTER TABLE redemption ADD CONSTRAINT redemption_pool_id_fkey FOREIGN KEY(pool_id) REFERENCES city_pool (id);

ALTER TABLE redemption ADD CONSTRAINT redemption_presentation_id_fkey FOREIGN KEY(presentation_id) REFERENCES card_presentation (id);

ALTER TABLE redemption ADD CONSTRAINT redemption_reverses_id_fkey FOREIGN KEY(reverses_id) REFERENCES redemption (id);

CREATE INDEX redemption_booked_idx ON redemption (day) WHERE status = 'reserved';

CREATE INDEX redemption_card_idx ON redemption (card_id, day, occurred_at, id);

CREATE INDEX redemption_provider_idx ON redemption (provider_id, day, occurred_at, id);

CREATE INDEX redemption_talent_idx ON redemption (talent_id, day, occurred_at, id);

CREATE INDEX redemption_unit_path_idx ON redemption (unit_path, day, occurred_at, id);

comment on column redemption.id is '编号';

comment on column redemption.created_at is '建立时间';

comment on column redemption.unit_path is '所属单位路径';

comment on column redemption.card_id is '卡';

comment on column redemption.talent_id is '持卡人';

comment on column redemption.service_code is '服务代码';

comment on column redemption.service_name is '服务名称';

comment on column redemption.tier is '卡种代码';

comment on column redemption.day is '使用或预约的日期';

comment on column redemption.occurred_at is '发生时间';

comment on column redemption.amount is '次数';

comment on column redemption.status is '状态';

comment on column redemption.child_id is '为哪位子女';

comment on column redemption.stage is '学段';

comment on column redemption.pool_id is '所占全市名额';

comment on column redemption.provider_id is '服务提供单位或伙伴系统';

comment on column redemption.by_id is '经办账号';

comment on column redemption.key is '幂等键';

comment on column redemption.reverses_id is '冲正哪一笔';

comment on column redemption.reason is '取消或冲正原因';

comment on column redemption.needs_decision is '换级后额度不足，待人才办裁定';

comment on column redemption.presentation_id is '凭哪次核验';

ALTER TABLE entitlement_ledger ADD CONSTRAINT entitlement_ledger_entitlement_id_talent_id_unit_path_fkey FOREIGN KEY(entitlement_id, talent_id, unit_path) REFERENCES entitlement (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE entitlement_ledger ADD CONSTRAINT entitlement_ledger_pool_id_fkey FOREIGN KEY(pool_id) REFERENCES city_pool (id);

ALTER TABLE entitlement_ledger ADD CONSTRAINT entitlement_ledger_redemption_id_fkey FOREIGN KEY(redemption_id) REFERENCES redemption (id);

CREATE INDEX entitlement_ledger_pool_idx ON entitlement_ledger (pool_id) WHERE pool_id is not null;

CREATE INDEX entitlement_ledger_redemption_idx ON entitlement_ledger (redemption_id);

comment on column entitlement_ledger.id is '编号';

comment on column entitlement_ledger.created_at is '建立时间';

comment on column entitlement_ledger.unit_path is '所属单位路径';

comment on column entitlement_ledger.entitlement_id is '权益';

comment on column entitlement_ledger.talent_id is '持卡人';

comment on column entitlement_ledger.entry is '授予、预占、确认、取消、冲正或过期';

comment on column entitlement_ledger.amount is '可用次数的增减（不限次数的授予记零）';

comment on column entitlement_ledger.redemption_id is '哪一笔核销';

comment on column entitlement_ledger.pool_id is '同时增减的全市名额';

comment on column entitlement_ledger.key is '同一事由只记一次';

comment on column entitlement_ledger.note is '说明';

comment on column entitlement_ledger.by_id is '经办';

ALTER TABLE need ADD CONSTRAINT need_handler_unit_id_fkey FOREIGN KEY(handler_unit_id) REFERENCES unit (id);

ALTER TABLE need ADD CONSTRAINT need_log_id_fkey FOREIGN KEY(log_id) REFERENCES contact_log (id);

ALTER TABLE need ADD CONSTRAINT need_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX need_handler_idx ON need (handler_path, raised_on, id);

CREATE INDEX need_handler_unit_id_idx ON need (handler_unit_id);

CREATE INDEX need_log_id_idx ON need (log_id);

CREATE INDEX need_scope_idx ON need (unit_path, raised_on, id);

CREATE INDEX need_talent_idx ON need (talent_id, raised_on, id);

comment on column need.id is '编号';

comment on column need.created_at is '建立时间';

comment on column need.unit_path is '所属单位路径';

comment on column need.talent_id is '人才';

comment on column need.talent_name is '人才姓名';

comment on column need.log_id is '由哪次联系提出（本人提出的为空）';

comment on column need.kind is '需求类别';

comment on column need.content is '需求内容';

comment on column need.raised_on is '提出日期';

comment on column need.status is '状态';

comment on column need.handler_unit_id is '办理单位';

comment on column need.handler_path is '办理单位路径';

comment on column need.routed_on is '分办日期';

comment on column need.due_on is '办理期限';

comment on column need.result is '办理结果';

comment on column need.finished_on is '报办结日期';

comment on column need.settled_on is '确认办结日期';

comment on column need.return_reason is '退回原因';

comment on column need.returns is '被退回重办的次数';

ALTER TABLE pool_wait ADD CONSTRAINT pool_wait_card_id_talent_id_unit_path_fkey FOREIGN KEY(card_id, talent_id, unit_path) REFERENCES card (id, talent_id, unit_path) ON UPDATE CASCADE;

ALTER TABLE pool_wait ADD CONSTRAINT pool_wait_pool_id_fkey FOREIGN KEY(pool_id) REFERENCES city_pool (id);

ALTER TABLE pool_wait ADD CONSTRAINT pool_wait_redemption_id_fkey FOREIGN KEY(redemption_id) REFERENCES redemption (id);

CREATE INDEX pool_wait_line_idx ON pool_wait (pool_id, id) WHERE status = 'waiting';

CREATE UNIQUE INDEX pool_wait_once ON pool_wait (pool_id, talent_id) WHERE status = 'waiting';

comment on column pool_wait.version is '版本';

comment on column pool_wait.id is '编号';

comment on column pool_wait.created_at is '建立时间';

comment on column pool_wait.unit_path is '所属单位路径';

comment on column pool_wait.pool_id is '全市名额';

comment on column pool_wait.card_id is '卡';

comment on column pool_wait.talent_id is '持卡人';

comment on column pool_wait.service_code is '服务代码';

comment on column pool_wait.day is '希望的日期';

comment on column pool_wait.status is '状态';

comment on column pool_wait.redemption_id is '递补所得的预约';

comment on column pool_wait.reason is '退出原因';

comment on column pool_wait.by_id is '登记人';

comment on column pool_wait.by_name is '登记人姓名';

ALTER TABLE proposed_change ADD CONSTRAINT proposed_change_log_id_fkey FOREIGN KEY(log_id) REFERENCES contact_log (id);

ALTER TABLE proposed_change ADD CONSTRAINT proposed_change_proposer_unit_id_fkey FOREIGN KEY(proposer_unit_id) REFERENCES unit (id);

ALTER TABLE proposed_change ADD CONSTRAINT proposed_change_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX proposed_change_employer_idx ON proposed_change (proposer_unit_id, raised_on, id) WHERE proposer_unit_id is not null;

CREATE INDEX proposed_change_log_id_idx ON proposed_change (log_id);

CREATE UNIQUE INDEX proposed_change_one_open ON proposed_change (talent_id, field, proposed_by) WHERE status = 'proposed' and source <> 'leader' and field <> 'note';

CREATE INDEX proposed_change_scope_idx ON proposed_change (unit_path, raised_on, id);

CREATE INDEX proposed_change_talent_idx ON proposed_change (talent_id, raised_on, id);

comment on column proposed_change.id is '编号';

comment on column proposed_change.created_at is '建立时间';

comment on column proposed_change.unit_path is '所属单位路径';

comment on column proposed_change.talent_id is '人才';

comment on column proposed_change.source is '由谁提出';

comment on column proposed_change.log_id is '由哪次联系得知（其他来源的为空）';

comment on column proposed_change.proposed_by is '提出人账号';

comment on column proposed_change.proposed_by_name is '提出人';

comment on column proposed_change.proposer_unit_id is '提出的用人单位';

comment on column proposed_change.field is '资料项（note 为文字情况，由数据责任人核实）';

comment on column proposed_change.value is '拟更正为（电话、邮箱为掩码）';

comment on column proposed_change.value_sealed is '拟更正为（加密）';

comment on column proposed_change.details is '离开报告的日期、原因、去向与说明';

comment on column proposed_change.reason is '更正理由';

comment on column proposed_change.evidence_key is '佐证文件位置';

comment on column proposed_change.evidence_name is '佐证文件名';

comment on column proposed_change.evidence_type is '佐证文件格式';

comment on column proposed_change.raised_on is '提出日期';

comment on column proposed_change.status is '状态';

comment on column proposed_change.value_before is '采用时的原值（电话、邮箱为掩码）';

comment on column proposed_change.value_taken is '部分采用时实际写入的内容（电话、邮箱为掩码）';

comment on column proposed_change.decided_on is '核实日期';

comment on column proposed_change.decided_by_name is '核实人';

comment on column proposed_change.decision_note is '核实说明';

ALTER TABLE suggestion ADD CONSTRAINT suggestion_log_id_fkey FOREIGN KEY(log_id) REFERENCES contact_log (id);

ALTER TABLE suggestion ADD CONSTRAINT suggestion_talent_id_unit_path_fkey FOREIGN KEY(talent_id, unit_path) REFERENCES talent (id, unit_path) ON UPDATE CASCADE;

CREATE INDEX suggestion_log_id_idx ON suggestion (log_id);

CREATE INDEX suggestion_scope_idx ON suggestion (unit_path, raised_on, id);

CREATE INDEX suggestion_talent_idx ON suggestion (talent_id, raised_on, id);

comment on column suggestion.id is '编号';

comment on column suggestion.created_at is '建立时间';

comment on column suggestion.unit_path is '所属单位路径';

comment on column suggestion.talent_id is '人才';

comment on column suggestion.log_id is '由哪次联系提出';

comment on column suggestion.content is '建议内容';

comment on column suggestion.raised_on is '提出日期';

comment on column suggestion.status is '状态';

comment on column suggestion.reply is '答复';

comment on column suggestion.decided_on is '答复日期';

comment on column suggestion.decided_by_name is '答复人';

grant select, insert, update, delete on account to bole_staff;

grant select, insert, update, delete on account to bole_system;

grant select on account to bole_leader;

grant select on account to bole_talent;

grant select on account to bole_partner;

grant select on appointment to bole_staff;

grant select on appointment to bole_employer;

grant select on appointment to bole_leader;

grant select on appointment to bole_talent;

grant select on appointment to bole_partner;

grant select on appointment to bole_system;

grant insert, update, delete on appointment to bole_staff;

grant insert, update, delete on appointment to bole_system;

alter table attribution_case enable row level security;

alter table attribution_case force row level security;

create policy attribution_case_staff on attribution_case to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on attribution_case to bole_staff;

create policy attribution_case_system on attribution_case to bole_system using (true) with check (true);

grant select, insert, update, delete on attribution_case to bole_system;

grant select on campaign to bole_staff;

grant select on campaign to bole_employer;

grant select on campaign to bole_leader;

grant select on campaign to bole_talent;

grant select on campaign to bole_partner;

grant select on campaign to bole_system;

grant insert, update, delete on campaign to bole_staff;

grant insert, update, delete on campaign to bole_system;

alter table campaign_item enable row level security;

alter table campaign_item force row level security;

create policy campaign_item_staff on campaign_item to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on campaign_item to bole_staff;

create policy campaign_item_system on campaign_item to bole_system using (true) with check (true);

grant select, insert, update, delete on campaign_item to bole_system;

create policy campaign_item_talent on campaign_item to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on campaign_item to bole_talent;

create policy campaign_item_leader on campaign_item to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on campaign_item to bole_leader;

alter table card enable row level security;

alter table card force row level security;

create policy card_staff on card to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on card to bole_staff;

create policy card_system on card to bole_system using (true) with check (true);

grant select, insert, update on card to bole_system;

create policy card_talent on card to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on card to bole_talent;

create policy card_leader on card to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on card to bole_leader;

create policy card_partner on card to bole_partner using (cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0) with check (cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0);

grant select, update (created_at) on card to bole_partner;

alter table card_batch enable row level security;

alter table card_batch force row level security;

create policy card_batch_staff on card_batch to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on card_batch to bole_staff;

create policy card_batch_system on card_batch to bole_system using (true) with check (true);

grant select, insert, update, delete on card_batch to bole_system;

alter table card_batch_line enable row level security;

alter table card_batch_line force row level security;

create policy card_batch_line_staff on card_batch_line to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on card_batch_line to bole_staff;

create policy card_batch_line_system on card_batch_line to bole_system using (true) with check (true);

grant select, insert, update, delete on card_batch_line to bole_system;

alter table card_code enable row level security;

alter table card_code force row level security;

create policy card_code_staff on card_code to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint) and digits = (select nullif(current_setting('app.code', true), ''))) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint) and digits = (select nullif(current_setting('app.code', true), '')));

grant select, update (presentation_id) on card_code to bole_staff;

create policy card_code_system on card_code to bole_system using (true) with check (true);

grant select, delete, update (presentation_id) on card_code to bole_system;

create policy card_code_talent on card_code to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert on card_code to bole_talent;

create policy card_code_partner on card_code to bole_partner using (digits = (select nullif(current_setting('app.code', true), '')) and cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0) with check (digits = (select nullif(current_setting('app.code', true), '')) and cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0);

grant select, update (presentation_id) on card_code to bole_partner;

alter table card_presentation enable row level security;

alter table card_presentation force row level security;

create policy card_presentation_staff on card_presentation to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on card_presentation to bole_staff;

create policy card_presentation_system on card_presentation to bole_system using (true) with check (true);

grant select, insert on card_presentation to bole_system;

create policy card_presentation_talent on card_presentation to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on card_presentation to bole_talent;

create policy card_presentation_partner on card_presentation to bole_partner using (by_id = (select nullif(current_setting('app.actor', true), '')::uuid) and cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0) with check (by_id = (select nullif(current_setting('app.actor', true), '')::uuid) and cardinality(array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))) > 0);

grant select, insert on card_presentation to bole_partner;

grant select on catalogue_entry to bole_staff;

grant select on catalogue_entry to bole_employer;

grant select on catalogue_entry to bole_leader;

grant select on catalogue_entry to bole_talent;

grant select on catalogue_entry to bole_partner;

grant select on catalogue_entry to bole_system;

grant insert, update, delete on catalogue_entry to bole_staff;

grant insert, update, delete on catalogue_entry to bole_system;

grant select on city_pool to bole_staff;

grant select on city_pool to bole_employer;

grant select on city_pool to bole_leader;

grant select on city_pool to bole_talent;

grant select on city_pool to bole_partner;

grant select on city_pool to bole_system;

grant insert, update, delete on city_pool to bole_staff;

grant insert, update, delete on city_pool to bole_system;

grant update (used, reserved, held) on city_pool to bole_partner;

alter table consent enable row level security;

alter table consent force row level security;

create policy consent_staff on consent to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select on consent to bole_staff;

create policy consent_system on consent to bole_system using (true) with check (true);

grant select, update (withdrawn_at, talent_id, unit_path) on consent to bole_system;

create policy consent_talent on consent to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update (withdrawn_at) on consent to bole_talent;

create policy consent_leader on consent to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on consent to bole_leader;

alter table contact_assignment enable row level security;

alter table contact_assignment force row level security;

create policy contact_assignment_staff on contact_assignment to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on contact_assignment to bole_staff;

create policy contact_assignment_system on contact_assignment to bole_system using (true) with check (true);

grant select, insert, update, delete on contact_assignment to bole_system;

create policy contact_assignment_talent on contact_assignment to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on contact_assignment to bole_talent;

create policy contact_assignment_leader on contact_assignment to bole_leader using (post_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (post_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, update (last_contact_on) on contact_assignment to bole_leader;

alter table contact_handover enable row level security;

alter table contact_handover force row level security;

create policy contact_handover_staff on contact_handover to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on contact_handover to bole_staff;

create policy contact_handover_system on contact_handover to bole_system using (true) with check (true);

grant select, insert, update, delete on contact_handover to bole_system;

create policy contact_handover_talent on contact_handover to bole_talent using (false) with check (false);

grant select on contact_handover to bole_talent;

create policy contact_handover_leader on contact_handover to bole_leader using (assignment_id = any (array(select a.id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid)))) with check (assignment_id = any (array(select a.id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid))));

grant select on contact_handover to bole_leader;

alter table contact_log enable row level security;

alter table contact_log force row level security;

create policy contact_log_staff on contact_log to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on contact_log to bole_staff;

create policy contact_log_system on contact_log to bole_system using (true) with check (true);

grant select, insert, update, delete on contact_log to bole_system;

create policy contact_log_talent on contact_log to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and confidentiality = 'open') with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and confidentiality = 'open');

grant select on contact_log to bole_talent;

create policy contact_log_leader on contact_log to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select, insert, update on contact_log to bole_leader;

grant select, insert, update, delete on credential to bole_staff;

grant select, insert, update, delete on credential to bole_system;

grant select, update on credential to bole_leader;

grant select, update on credential to bole_talent;

grant select, update on credential to bole_partner;

grant select, insert, update, delete on crowded_key to bole_staff;

grant select, insert, update, delete on crowded_key to bole_system;

alter table data_request enable row level security;

alter table data_request force row level security;

create policy data_request_staff on data_request to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on data_request to bole_staff;

create policy data_request_system on data_request to bole_system using (true) with check (true);

grant select, insert, update on data_request to bole_system;

create policy data_request_talent on data_request to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update (status, closed_on) on data_request to bole_talent;

alter table deletion_notice enable row level security;

alter table deletion_notice force row level security;

create policy deletion_notice_staff on deletion_notice to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, update (told_times, told_at) on deletion_notice to bole_staff;

create policy deletion_notice_system on deletion_notice to bole_system using (true) with check (true);

grant select, insert, update on deletion_notice to bole_system;

create policy deletion_notice_talent on deletion_notice to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on deletion_notice to bole_talent;

create policy deletion_notice_partner on deletion_notice to bole_partner using (partner_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (partner_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, update (status, fetched_at, acknowledged_at, receipt) on deletion_notice to bole_partner;

alter table departure enable row level security;

alter table departure force row level security;

create policy departure_staff on departure to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on departure to bole_staff;

create policy departure_system on departure to bole_system using (true) with check (true);

grant select, insert, update, delete on departure to bole_system;

create policy departure_talent on departure to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on departure to bole_talent;

create policy departure_leader on departure to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on departure to bole_leader;

alter table directory_draft enable row level security;

alter table directory_draft force row level security;

create policy directory_draft_staff on directory_draft to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on directory_draft to bole_staff;

create policy directory_draft_system on directory_draft to bole_system using (true) with check (true);

grant select, insert, update, delete on directory_draft to bole_system;

alter table directory_impact enable row level security;

alter table directory_impact force row level security;

create policy directory_impact_staff on directory_impact to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on directory_impact to bole_staff;

create policy directory_impact_system on directory_impact to bole_system using (true) with check (true);

grant select, insert, update, delete on directory_impact to bole_system;

alter table duplicate_pair enable row level security;

alter table duplicate_pair force row level security;

create policy duplicate_pair_staff on duplicate_pair to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint) and high_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and high_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint) and high_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and high_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on duplicate_pair to bole_staff;

create policy duplicate_pair_system on duplicate_pair to bole_system using (true) with check (true);

grant select, insert, update, delete on duplicate_pair to bole_system;

alter table duplicate_sign enable row level security;

alter table duplicate_sign force row level security;

create policy duplicate_sign_staff on duplicate_sign to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on duplicate_sign to bole_staff;

create policy duplicate_sign_system on duplicate_sign to bole_system using (true) with check (true);

grant select, insert, update, delete on duplicate_sign to bole_system;

alter table education enable row level security;

alter table education force row level security;

create policy education_staff on education to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on education to bole_staff;

create policy education_system on education to bole_system using (true) with check (true);

grant select, insert, update, delete on education to bole_system;

create policy education_talent on education to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on education to bole_talent;

create policy education_leader on education to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on education to bole_leader;

alter table employment enable row level security;

alter table employment force row level security;

create policy employment_staff on employment to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on employment to bole_staff;

create policy employment_system on employment to bole_system using (true) with check (true);

grant select, insert, update, delete on employment to bole_system;

create policy employment_talent on employment to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on employment to bole_talent;

create policy employment_leader on employment to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on employment to bole_leader;

alter table entitlement enable row level security;

alter table entitlement force row level security;

create policy entitlement_staff on entitlement to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on entitlement to bole_staff;

create policy entitlement_system on entitlement to bole_system using (true) with check (true);

grant select, insert, update on entitlement to bole_system;

create policy entitlement_talent on entitlement to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on entitlement to bole_talent;

create policy entitlement_leader on entitlement to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on entitlement to bole_leader;

create policy entitlement_partner on entitlement to bole_partner using (service_code = any (array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity')))) with check (service_code = any (array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))));

grant select, update (used, reserved) on entitlement to bole_partner;

alter table entitlement_ledger enable row level security;

alter table entitlement_ledger force row level security;

create policy entitlement_ledger_staff on entitlement_ledger to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on entitlement_ledger to bole_staff;

create policy entitlement_ledger_system on entitlement_ledger to bole_system using (true) with check (true);

grant select, insert on entitlement_ledger to bole_system;

create policy entitlement_ledger_talent on entitlement_ledger to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on entitlement_ledger to bole_talent;

create policy entitlement_ledger_partner on entitlement_ledger to bole_partner using (exists (select from entitlement e where e.id = entitlement_id)) with check (exists (select from entitlement e where e.id = entitlement_id));

grant select, insert on entitlement_ledger to bole_partner;

alter table erasure enable row level security;

alter table erasure force row level security;

create policy erasure_staff on erasure to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on erasure to bole_staff;

create policy erasure_system on erasure to bole_system using (true) with check (true);

grant select, insert, update on erasure to bole_system;

create policy erasure_talent on erasure to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on erasure to bole_talent;

alter table export_job enable row level security;

alter table export_job force row level security;

create policy export_job_staff on export_job to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on export_job to bole_staff;

create policy export_job_system on export_job to bole_system using (true) with check (true);

grant select, insert, update, delete on export_job to bole_system;

alter table family_member enable row level security;

alter table family_member force row level security;

create policy family_member_staff on family_member to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on family_member to bole_staff;

create policy family_member_system on family_member to bole_system using (true) with check (true);

grant select, insert, update, delete on family_member to bole_system;

create policy family_member_talent on family_member to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on family_member to bole_talent;

create policy family_member_leader on family_member to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on family_member to bole_leader;

alter table fasttrack_assessment enable row level security;

alter table fasttrack_assessment force row level security;

create policy fasttrack_assessment_staff on fasttrack_assessment to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_assessment to bole_staff;

create policy fasttrack_assessment_system on fasttrack_assessment to bole_system using (true) with check (true);

grant select, insert on fasttrack_assessment to bole_system;

create policy fasttrack_assessment_leader on fasttrack_assessment to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_assessment to bole_leader;

alter table fasttrack_case enable row level security;

alter table fasttrack_case force row level security;

create policy fasttrack_case_staff on fasttrack_case to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on fasttrack_case to bole_staff;

create policy fasttrack_case_system on fasttrack_case to bole_system using (true) with check (true);

grant select, insert, update, delete on fasttrack_case to bole_system;

create policy fasttrack_case_leader on fasttrack_case to bole_leader using (id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert, update, delete on fasttrack_case to bole_leader;

alter table fasttrack_countersign enable row level security;

alter table fasttrack_countersign force row level security;

create policy fasttrack_countersign_staff on fasttrack_countersign to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on fasttrack_countersign to bole_staff;

create policy fasttrack_countersign_system on fasttrack_countersign to bole_system using (true) with check (true);

grant select, insert, update, delete on fasttrack_countersign to bole_system;

create policy fasttrack_countersign_leader on fasttrack_countersign to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert, update, delete on fasttrack_countersign to bole_leader;

alter table fasttrack_decision enable row level security;

alter table fasttrack_decision force row level security;

create policy fasttrack_decision_staff on fasttrack_decision to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_decision to bole_staff;

create policy fasttrack_decision_system on fasttrack_decision to bole_system using (true) with check (true);

grant select, insert on fasttrack_decision to bole_system;

create policy fasttrack_decision_leader on fasttrack_decision to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_decision to bole_leader;

alter table fasttrack_due_move enable row level security;

alter table fasttrack_due_move force row level security;

create policy fasttrack_due_move_staff on fasttrack_due_move to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_due_move to bole_staff;

create policy fasttrack_due_move_system on fasttrack_due_move to bole_system using (true) with check (true);

grant select, insert on fasttrack_due_move to bole_system;

create policy fasttrack_due_move_leader on fasttrack_due_move to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_due_move to bole_leader;

alter table fasttrack_measure enable row level security;

alter table fasttrack_measure force row level security;

create policy fasttrack_measure_staff on fasttrack_measure to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on fasttrack_measure to bole_staff;

create policy fasttrack_measure_system on fasttrack_measure to bole_system using (true) with check (true);

grant select, insert, update, delete on fasttrack_measure to bole_system;

create policy fasttrack_measure_leader on fasttrack_measure to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert, update, delete on fasttrack_measure to bole_leader;

grant select, insert, update, delete on fasttrack_number to bole_staff;

grant select, insert, update, delete on fasttrack_number to bole_system;

alter table fasttrack_party enable row level security;

alter table fasttrack_party force row level security;

create policy fasttrack_party_staff on fasttrack_party to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (case_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and case_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (lead_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and lead_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (case_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and case_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (lead_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and lead_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on fasttrack_party to bole_staff;

create policy fasttrack_party_system on fasttrack_party to bole_system using (true) with check (true);

grant select, insert, update, delete on fasttrack_party to bole_system;

create policy fasttrack_party_leader on fasttrack_party to bole_leader using (post_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (post_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update, delete on fasttrack_party to bole_leader;

alter table fasttrack_pause enable row level security;

alter table fasttrack_pause force row level security;

create policy fasttrack_pause_staff on fasttrack_pause to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on fasttrack_pause to bole_staff;

create policy fasttrack_pause_system on fasttrack_pause to bole_system using (true) with check (true);

grant select, insert, update, delete on fasttrack_pause to bole_system;

create policy fasttrack_pause_leader on fasttrack_pause to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert, update, delete on fasttrack_pause to bole_leader;

alter table fasttrack_recusal enable row level security;

alter table fasttrack_recusal force row level security;

create policy fasttrack_recusal_staff on fasttrack_recusal to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_recusal to bole_staff;

create policy fasttrack_recusal_system on fasttrack_recusal to bole_system using (true) with check (true);

grant select, insert on fasttrack_recusal to bole_system;

create policy fasttrack_recusal_leader on fasttrack_recusal to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_recusal to bole_leader;

alter table fasttrack_stage enable row level security;

alter table fasttrack_stage force row level security;

create policy fasttrack_stage_staff on fasttrack_stage to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_stage to bole_staff;

create policy fasttrack_stage_system on fasttrack_stage to bole_system using (true) with check (true);

grant select, insert on fasttrack_stage to bole_system;

create policy fasttrack_stage_leader on fasttrack_stage to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_stage to bole_leader;

alter table fasttrack_vote enable row level security;

alter table fasttrack_vote force row level security;

create policy fasttrack_vote_staff on fasttrack_vote to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or case_id in (select case_id from fasttrack_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on fasttrack_vote to bole_staff;

create policy fasttrack_vote_system on fasttrack_vote to bole_system using (true) with check (true);

grant select, insert on fasttrack_vote to bole_system;

create policy fasttrack_vote_leader on fasttrack_vote to bole_leader using (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid))) with check (case_id in (select case_id from fasttrack_party where post_id = (select nullif(current_setting('app.self', true), '')::uuid)));

grant select, insert on fasttrack_vote to bole_leader;

grant select on figure_correction to bole_staff;

grant select on figure_correction to bole_employer;

grant select on figure_correction to bole_leader;

grant select on figure_correction to bole_talent;

grant select on figure_correction to bole_partner;

grant select on figure_correction to bole_system;

grant insert, update, delete on figure_correction to bole_staff;

grant insert, update, delete on figure_correction to bole_system;

alter table honour enable row level security;

alter table honour force row level security;

create policy honour_staff on honour to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on honour to bole_staff;

create policy honour_system on honour to bole_system using (true) with check (true);

grant select, insert, update, delete on honour to bole_system;

create policy honour_talent on honour to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on honour to bole_talent;

create policy honour_leader on honour to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on honour to bole_leader;

alter table identity_document enable row level security;

alter table identity_document force row level security;

create policy identity_document_staff on identity_document to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on identity_document to bole_staff;

create policy identity_document_system on identity_document to bole_system using (true) with check (true);

grant select, insert, update, delete on identity_document to bole_system;

create policy identity_document_talent on identity_document to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on identity_document to bole_talent;

create policy identity_document_leader on identity_document to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on identity_document to bole_leader;

alter table import_finding enable row level security;

alter table import_finding force row level security;

create policy import_finding_staff on import_finding to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on import_finding to bole_staff;

create policy import_finding_system on import_finding to bole_system using (true) with check (true);

grant select, insert, update, delete on import_finding to bole_system;

alter table import_job enable row level security;

alter table import_job force row level security;

create policy import_job_staff on import_job to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on import_job to bole_staff;

create policy import_job_system on import_job to bole_system using (true) with check (true);

grant select, insert, update, delete on import_job to bole_system;

alter table import_row enable row level security;

alter table import_row force row level security;

create policy import_row_staff on import_row to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on import_row to bole_staff;

create policy import_row_system on import_row to bole_system using (true) with check (true);

grant select, insert, update, delete on import_row to bole_system;

alter table introduction_claim enable row level security;

alter table introduction_claim force row level security;

create policy introduction_claim_staff on introduction_claim to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on introduction_claim to bole_staff;

create policy introduction_claim_system on introduction_claim to bole_system using (true) with check (true);

grant select, insert, update, delete on introduction_claim to bole_system;

create policy introduction_claim_talent on introduction_claim to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on introduction_claim to bole_talent;

alter table introduction_credit enable row level security;

alter table introduction_credit force row level security;

create policy introduction_credit_staff on introduction_credit to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on introduction_credit to bole_staff;

create policy introduction_credit_system on introduction_credit to bole_system using (true) with check (true);

grant select, insert on introduction_credit to bole_system;

alter table level_grant enable row level security;

alter table level_grant force row level security;

create policy level_grant_staff on level_grant to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on level_grant to bole_staff;

create policy level_grant_system on level_grant to bole_system using (true) with check (true);

grant select, insert, update, delete on level_grant to bole_system;

create policy level_grant_talent on level_grant to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on level_grant to bole_talent;

create policy level_grant_leader on level_grant to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on level_grant to bole_leader;

grant select on membership to bole_staff;

grant select on membership to bole_employer;

grant select on membership to bole_leader;

grant select on membership to bole_talent;

grant select on membership to bole_partner;

grant select on membership to bole_system;

grant insert, update, delete on membership to bole_staff;

grant insert, update, delete on membership to bole_system;

grant select, insert, update, delete on merge_image to bole_staff;

grant select, insert, update, delete on merge_image to bole_system;

alter table need enable row level security;

alter table need force row level security;

create policy need_staff on need to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (handler_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and handler_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (handler_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and handler_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on need to bole_staff;

create policy need_system on need to bole_system using (true) with check (true);

grant select, insert, update, delete on need to bole_system;

create policy need_talent on need to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update on need to bole_talent;

create policy need_leader on need to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select, insert, update on need to bole_leader;

alter table notice enable row level security;

alter table notice force row level security;

create policy notice_staff on notice to bole_staff using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, update on notice to bole_staff;

create policy notice_employer on notice to bole_employer using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, update on notice to bole_employer;

create policy notice_leader on notice to bole_leader using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, update on notice to bole_leader;

create policy notice_talent on notice to bole_talent using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, update on notice to bole_talent;

create policy notice_partner on notice to bole_partner using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, update on notice to bole_partner;

create policy notice_system on notice to bole_system using (true) with check (true);

grant select, update on notice to bole_system;

grant insert, delete on notice to bole_system;

grant select, insert, update, delete on partner to bole_staff;

grant select, insert, update, delete on partner to bole_system;

grant select on partner to bole_partner;

grant select (id, name) on partner to bole_talent;

grant select, insert, update, delete on partner_grant to bole_staff;

grant select, insert, update, delete on partner_grant to bole_system;

grant select on partner_grant to bole_partner;

grant select, insert, update, delete on partner_key to bole_staff;

grant select, insert, update, delete on partner_key to bole_system;

alter table pool_wait enable row level security;

alter table pool_wait force row level security;

create policy pool_wait_staff on pool_wait to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on pool_wait to bole_staff;

create policy pool_wait_system on pool_wait to bole_system using (true) with check (true);

grant select, insert, update, delete on pool_wait to bole_system;

create policy pool_wait_talent on pool_wait to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on pool_wait to bole_talent;

grant select on post to bole_staff;

grant select on post to bole_employer;

grant select on post to bole_leader;

grant select on post to bole_talent;

grant select on post to bole_partner;

grant select on post to bole_system;

grant insert, update, delete on post to bole_staff;

grant insert, update, delete on post to bole_system;

grant select, insert, update, delete on post_role to bole_staff;

grant select, insert, update, delete on post_role to bole_system;

grant select, insert, update, delete on post_scope to bole_staff;

grant select, insert, update, delete on post_scope to bole_system;

grant select, insert, update, delete on preference to bole_staff;

grant select, insert, update, delete on preference to bole_system;

grant select, insert, update, delete on preference to bole_leader;

grant select, insert, update, delete on preference to bole_talent;

grant select, insert, update, delete on preference to bole_partner;

alter table programme_batch enable row level security;

alter table programme_batch force row level security;

create policy programme_batch_staff on programme_batch to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or status <> 'open') with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or status <> 'open');

grant select, insert, update, delete on programme_batch to bole_staff;

create policy programme_batch_system on programme_batch to bole_system using (true) with check (true);

grant select, insert, update, delete on programme_batch to bole_system;

create policy programme_batch_talent on programme_batch to bole_talent using (id in (select batch_id from programme_member where talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and announced)) with check (id in (select batch_id from programme_member where talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and announced));

grant select on programme_batch to bole_talent;

alter table programme_member enable row level security;

alter table programme_member force row level security;

create policy programme_member_staff on programme_member to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on programme_member to bole_staff;

create policy programme_member_system on programme_member to bole_system using (true) with check (true);

grant select, insert, update, delete on programme_member to bole_system;

create policy programme_member_talent on programme_member to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and announced) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and announced);

grant select on programme_member to bole_talent;

alter table proposed_change enable row level security;

alter table proposed_change force row level security;

create policy proposed_change_staff on proposed_change to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on proposed_change to bole_staff;

create policy proposed_change_system on proposed_change to bole_system using (true) with check (true);

grant select, insert, update, delete on proposed_change to bole_system;

create policy proposed_change_talent on proposed_change to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and source = 'talent' and proposed_by = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid) and source = 'talent' and proposed_by = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, insert, update (status, decided_on, decided_by_name, evidence_key, evidence_name, evidence_type) on proposed_change to bole_talent;

create policy proposed_change_leader on proposed_change to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select, insert, update on proposed_change to bole_leader;

grant select on quarter_snapshot to bole_staff;

grant select on quarter_snapshot to bole_employer;

grant select on quarter_snapshot to bole_leader;

grant select on quarter_snapshot to bole_talent;

grant select on quarter_snapshot to bole_partner;

grant select on quarter_snapshot to bole_system;

grant insert, update, delete on quarter_snapshot to bole_staff;

grant insert, update, delete on quarter_snapshot to bole_system;

alter table read_anomaly enable row level security;

alter table read_anomaly force row level security;

create policy read_anomaly_staff on read_anomaly to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on read_anomaly to bole_staff;

create policy read_anomaly_system on read_anomaly to bole_system using (true) with check (true);

grant select, insert, update on read_anomaly to bole_system;

alter table recognition enable row level security;

alter table recognition force row level security;

create policy recognition_staff on recognition to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on recognition to bole_staff;

create policy recognition_system on recognition to bole_system using (true) with check (true);

grant select, insert, update, delete on recognition to bole_system;

create policy recognition_talent on recognition to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on recognition to bole_talent;

alter table recognition_application enable row level security;

alter table recognition_application force row level security;

create policy recognition_application_staff on recognition_application to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on recognition_application to bole_staff;

create policy recognition_application_system on recognition_application to bole_system using (true) with check (true);

grant select, insert, update on recognition_application to bole_system;

create policy recognition_application_talent on recognition_application to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update on recognition_application to bole_talent;

alter table recognition_attachment enable row level security;

alter table recognition_attachment force row level security;

create policy recognition_attachment_staff on recognition_attachment to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, delete on recognition_attachment to bole_staff;

create policy recognition_attachment_system on recognition_attachment to bole_system using (true) with check (true);

grant select, insert, delete on recognition_attachment to bole_system;

create policy recognition_attachment_talent on recognition_attachment to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, delete on recognition_attachment to bole_talent;

alter table recognition_ban enable row level security;

alter table recognition_ban force row level security;

create policy recognition_ban_staff on recognition_ban to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on recognition_ban to bole_staff;

create policy recognition_ban_system on recognition_ban to bole_system using (true) with check (true);

grant select, insert, update on recognition_ban to bole_system;

create policy recognition_ban_talent on recognition_ban to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on recognition_ban to bole_talent;

alter table recognition_check enable row level security;

alter table recognition_check force row level security;

create policy recognition_check_staff on recognition_check to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on recognition_check to bole_staff;

create policy recognition_check_system on recognition_check to bole_system using (true) with check (true);

grant select, insert, update on recognition_check to bole_system;

create policy recognition_check_talent on recognition_check to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on recognition_check to bole_talent;

alter table recognition_evidence enable row level security;

alter table recognition_evidence force row level security;

create policy recognition_evidence_staff on recognition_evidence to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select evidence_id from recognition_attachment where application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or id in (select evidence_id from recognition_attachment where application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))));

grant select, insert on recognition_evidence to bole_staff;

create policy recognition_evidence_system on recognition_evidence to bole_system using (true) with check (true);

grant select, insert, update on recognition_evidence to bole_system;

create policy recognition_evidence_talent on recognition_evidence to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert on recognition_evidence to bole_talent;

alter table recognition_expert enable row level security;

alter table recognition_expert force row level security;

create policy recognition_expert_staff on recognition_expert to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, insert, update, delete on recognition_expert to bole_staff;

create policy recognition_expert_system on recognition_expert to bole_system using (true) with check (true);

grant select, insert, update, delete on recognition_expert to bole_system;

alter table recognition_notice enable row level security;

alter table recognition_notice force row level security;

create policy recognition_notice_staff on recognition_notice to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on recognition_notice to bole_staff;

create policy recognition_notice_system on recognition_notice to bole_system using (true) with check (true);

grant select, insert, update, delete on recognition_notice to bole_system;

create policy recognition_notice_talent on recognition_notice to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on recognition_notice to bole_talent;

grant select, insert, update, delete on recognition_number to bole_staff;

grant select, insert, update, delete on recognition_number to bole_system;

alter table recognition_objection enable row level security;

alter table recognition_objection force row level security;

create policy recognition_objection_staff on recognition_objection to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on recognition_objection to bole_staff;

create policy recognition_objection_system on recognition_objection to bole_system using (true) with check (true);

grant select, insert, update on recognition_objection to bole_system;

alter table recognition_party enable row level security;

alter table recognition_party force row level security;

create policy recognition_party_staff on recognition_party to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (application_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and application_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (lead_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and lead_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (district_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and district_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (application_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and application_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (lead_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and lead_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or (district_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and district_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update, delete on recognition_party to bole_staff;

create policy recognition_party_system on recognition_party to bole_system using (true) with check (true);

grant select, insert, update, delete on recognition_party to bole_system;

create policy recognition_party_talent on recognition_party to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update, delete on recognition_party to bole_talent;

alter table recognition_review enable row level security;

alter table recognition_review force row level security;

create policy recognition_review_staff on recognition_review to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert, update on recognition_review to bole_staff;

create policy recognition_review_system on recognition_review to bole_system using (true) with check (true);

grant select, insert, update, delete on recognition_review to bole_system;

create policy recognition_review_talent on recognition_review to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on recognition_review to bole_talent;

alter table recognition_sheet enable row level security;

alter table recognition_sheet force row level security;

create policy recognition_sheet_staff on recognition_sheet to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

grant select, insert, update on recognition_sheet to bole_staff;

create policy recognition_sheet_system on recognition_sheet to bole_system using (true) with check (true);

grant select, insert, update on recognition_sheet to bole_system;

alter table recognition_stage enable row level security;

alter table recognition_stage force row level security;

create policy recognition_stage_staff on recognition_stage to bole_staff using ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint))) with check ((unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) or application_id in (select application_id from recognition_party where unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)));

grant select, insert on recognition_stage to bole_staff;

create policy recognition_stage_system on recognition_stage to bole_system using (true) with check (true);

grant select, insert, update on recognition_stage to bole_system;

create policy recognition_stage_talent on recognition_stage to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert on recognition_stage to bole_talent;

alter table redemption enable row level security;

alter table redemption force row level security;

create policy redemption_staff on redemption to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on redemption to bole_staff;

create policy redemption_system on redemption to bole_system using (true) with check (true);

grant select, insert, update on redemption to bole_system;

create policy redemption_talent on redemption to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on redemption to bole_talent;

create policy redemption_partner on redemption to bole_partner using (provider_id = (select nullif(current_setting('app.self', true), '')::uuid) and service_code = any (array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity')))) with check (provider_id = (select nullif(current_setting('app.self', true), '')::uuid) and service_code = any (array(select g.service_code from partner_grant g where g.partner_id = (select nullif(current_setting('app.self', true), '')::uuid) and current_date between g.valid_from and coalesce(g.valid_until, 'infinity'))));

grant select, insert, update (status, occurred_at, reason, needs_decision) on redemption to bole_partner;

grant select, insert, update, delete on saved_view to bole_staff;

grant select, insert, update, delete on saved_view to bole_system;

grant select, insert, update, delete on saved_view to bole_leader;

grant select, insert, update, delete on saved_view to bole_talent;

grant select, insert, update, delete on saved_view to bole_partner;

alter table sensitive_read enable row level security;

alter table sensitive_read force row level security;

create policy sensitive_read_staff on sensitive_read to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on sensitive_read to bole_staff;

create policy sensitive_read_system on sensitive_read to bole_system using (true) with check (true);

grant select, insert, update (talent_id, unit_path) on sensitive_read to bole_system;

create policy sensitive_read_talent on sensitive_read to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on sensitive_read to bole_talent;

grant select, insert, update, delete on session to bole_staff;

grant select, insert, update, delete on session to bole_system;

grant select, update on session to bole_leader;

grant select, update on session to bole_talent;

grant select, update on session to bole_partner;

alter table snapshot_row enable row level security;

alter table snapshot_row force row level security;

create policy snapshot_row_staff on snapshot_row to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert on snapshot_row to bole_staff;

create policy snapshot_row_system on snapshot_row to bole_system using (true) with check (true);

grant select, insert on snapshot_row to bole_system;

alter table suggestion enable row level security;

alter table suggestion force row level security;

create policy suggestion_staff on suggestion to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update on suggestion to bole_staff;

create policy suggestion_system on suggestion to bole_system using (true) with check (true);

grant select, insert, update, delete on suggestion to bole_system;

create policy suggestion_talent on suggestion to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on suggestion to bole_talent;

create policy suggestion_leader on suggestion to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select, insert, update on suggestion to bole_leader;

alter table talent enable row level security;

alter table talent force row level security;

create policy talent_staff on talent to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on talent to bole_staff;

create policy talent_system on talent to bole_system using (true) with check (true);

grant select, insert, update, delete on talent to bole_system;

create policy talent_talent on talent to bole_talent using (id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on talent to bole_talent;

create policy talent_leader on talent to bole_leader using (id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select, update (last_contact_on, next_contact_due) on talent to bole_leader;

alter table talent_merge enable row level security;

alter table talent_merge force row level security;

create policy talent_merge_staff on talent_merge to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on talent_merge to bole_staff;

create policy talent_merge_system on talent_merge to bole_system using (true) with check (true);

grant select, insert, update, delete on talent_merge to bole_system;

alter table talent_name enable row level security;

alter table talent_name force row level security;

create policy talent_name_staff on talent_name to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on talent_name to bole_staff;

create policy talent_name_system on talent_name to bole_system using (true) with check (true);

grant select, insert, update, delete on talent_name to bole_system;

create policy talent_name_talent on talent_name to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on talent_name to bole_talent;

create policy talent_name_leader on talent_name to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on talent_name to bole_leader;

alter table title enable row level security;

alter table title force row level security;

create policy title_staff on title to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

grant select, insert, update, delete on title to bole_staff;

create policy title_system on title to bole_system using (true) with check (true);

grant select, insert, update, delete on title to bole_system;

create policy title_talent on title to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on title to bole_talent;

create policy title_leader on title to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

grant select on title to bole_leader;

grant select on unit to bole_staff;

grant select on unit to bole_employer;

grant select on unit to bole_leader;

grant select on unit to bole_talent;

grant select on unit to bole_partner;

grant select on unit to bole_system;

grant insert, update, delete on unit to bole_staff;

grant insert, update, delete on unit to bole_system;

grant select on unit_name to bole_staff;

grant select on unit_name to bole_employer;

grant select on unit_name to bole_leader;

grant select on unit_name to bole_talent;

grant select on unit_name to bole_partner;

grant select on unit_name to bole_system;

grant insert, update, delete on unit_name to bole_staff;

grant insert, update, delete on unit_name to bole_system;

grant select on work_day to bole_staff;

grant select on work_day to bole_employer;

grant select on work_day to bole_leader;

grant select on work_day to bole_talent;

grant select on work_day to bole_partner;

grant select on work_day to bole_system;

grant insert, update, delete on work_day to bole_staff;

grant insert, update, delete on work_day to bole_system;

grant select on work_year to bole_staff;

grant select on work_year to bole_employer;

grant select on work_year to bole_leader;

grant select on work_year to bole_talent;

grant select on work_year to bole_partner;

grant select on work_year to bole_system;

grant insert, update, delete on work_year to bole_staff;

grant insert, update, delete on work_year to bole_system;

insert into audit_head select n, 0, '\x00' from generate_series(0, 63) n;

create function bole_audit_hash(e audit) returns bytea language sql immutable as $$
  select sha256(convert_to(concat_ws(chr(31), e.shard, e.seq, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
    e.actor_id, e.actor_name, coalesce(e.request_id, ''), array_to_string(e.operations, chr(30)),
    array_to_string(e.rows, chr(30)), e.changes::text, encode(e.prev, 'hex')), 'UTF8'))
$$;

create function bole_audit_chain() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
declare head audit_head;
begin
  -- Sharded by backend: two transactions at once are on two backends, so chains never make them wait.
  select * into head from audit_head where shard = pg_backend_pid() % 64 for update;
  new.shard := head.shard; new.seq := head.seq + 1; new.at := clock_timestamp(); new.prev := head.hash;
  new.hash := bole_audit_hash(new);
  update audit_head set seq = new.seq, hash = new.hash where shard = head.shard;
  return new;
end $$;

create trigger audit_chain before insert on audit for each row execute function bole_audit_chain();

alter table audit enable always trigger audit_chain;

create trigger audit_append_only before update or delete or truncate on audit for each statement execute function bole_append_only();

alter table audit enable always trigger audit_append_only;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_staff;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_employer;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_leader;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_talent;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_partner;

grant insert (actor_id, actor_name, request_id, operations, rows, changes) on audit to bole_system;

grant select on audit, audit_head to bole_system, bole_staff;

alter table audit enable row level security;

alter table audit_head enable row level security;

create policy audit_written on audit for insert to bole_staff, bole_employer, bole_leader, bole_talent, bole_partner, bole_system with check (true);

create policy audit_system on audit for select to bole_system using (true);

create policy audit_head_system on audit_head for select to bole_system using (true);

grant insert (fact, body, actor_id, attempts) on outbox to bole_staff;

grant insert (fact, body, actor_id, attempts) on outbox to bole_employer;

grant insert (fact, body, actor_id, attempts) on outbox to bole_leader;

grant insert (fact, body, actor_id, attempts) on outbox to bole_talent;

grant insert (fact, body, actor_id, attempts) on outbox to bole_partner;

grant insert (fact, body, actor_id, attempts) on outbox to bole_system;

grant select, update on outbox to bole_system;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_staff;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_employer;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_leader;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_talent;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_partner;

grant select (actor_id, key, body_hash, answer, at), insert on idempotency to bole_system;

grant delete on idempotency to bole_system;

grant select, insert, update on worker_heartbeat to bole_system;

grant select on worker_heartbeat to bole_staff;

alter table talent_gram enable row level security;

alter table talent_gram force row level security;

create policy talent_gram_staff on talent_gram to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint)) with check (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

create policy talent_gram_system on talent_gram to bole_system using (true) with check (true);

create policy talent_gram_leader on talent_gram to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active'))) with check (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

create policy talent_gram_talent on talent_gram to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, delete on talent_gram to bole_staff, bole_system;

grant select on talent_gram to bole_leader, bole_talent;

create function talent_grams() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_gram (gram, unit_path, talent_id)
    select g, f.unit_path, f.id from fresh f, unnest(f.search_tokens) g order by g
    on conflict do nothing;
  else
    delete from talent_gram
    where gram = any (old.search_tokens) and unit_path = old.unit_path and talent_id = old.id;
    if tg_op = 'UPDATE' then
      insert into talent_gram (gram, unit_path, talent_id)
      select g, new.unit_path, new.id from unnest(new.search_tokens) g
      on conflict do nothing;
    end if;
  end if;
  return null;
end $$;

create trigger talent_grams_added after insert on talent referencing new table as fresh for each statement execute function talent_grams();

create trigger talent_grams_moved after update of search_tokens, unit_path on talent for each row when (old.search_tokens is distinct from new.search_tokens or old.unit_path <> new.unit_path) execute function talent_grams();

create trigger talent_grams_gone after delete on talent for each row execute function talent_grams();

alter table talent_period enable row level security;

create policy talent_period_staff on talent_period for select to bole_staff using (unit_path >= (select nullif(current_setting('app.lo', true), '')::bigint) and unit_path < (select nullif(current_setting('app.hi', true), '')::bigint));

create policy talent_period_system on talent_period for select to bole_system using (true);

create policy talent_period_leader on talent_period for select to bole_leader using (talent_id = any (array(select a.talent_id from contact_assignment a where a.post_id = (select nullif(current_setting('app.self', true), '')::uuid) and a.status = 'active')));

create policy talent_period_talent on talent_period for select to bole_talent using (talent_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select on talent_period to bole_staff, bole_system, bole_leader, bole_talent;

create function talent_period_put(who uuid, since date, until date, told jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  began date := (select min(valid_from) from talent_period where talent_id = who);
  p talent_period; previous talent_period;
begin
  if pg_trigger_depth() = 0 then
    raise exception 'talent_period follows the facts' using errcode = 'insufficient_privilege';
  end if;
  since := greatest(since, began);
  if began is null or since >= until or not exists (
    select from talent_period t
    where t.talent_id = who and t.valid_until > since and t.valid_from < until and not to_jsonb(t) @> told
  ) then
    return;
  end if;
  for p in select * from talent_period t
    where t.talent_id = who and t.valid_until > since and t.valid_from < until order by t.valid_from desc
  loop
    if p.valid_until > until then
      update talent_period set valid_until = until where talent_id = who and valid_from = p.valid_from;
      insert into talent_period select (jsonb_populate_record(p, jsonb_build_object('valid_from', until))).*;
      p.valid_until := until;
    end if;
    if p.valid_from < since then
      update talent_period set valid_until = since where talent_id = who and valid_from = p.valid_from;
      insert into talent_period
      select (jsonb_populate_record(p, told || jsonb_build_object('valid_from', since))).*;
    else
      update talent_period t
      set (unit_id, unit_path, name_key, status, level, level_since, talent_type, employer_name, employer_unit_id,
           position)
        = (select r.unit_id, r.unit_path, r.name_key, r.status, r.level, r.level_since, r.talent_type,
                  r.employer_name, r.employer_unit_id, r.position from jsonb_populate_record(t, told) r)
      where t.talent_id = who and t.valid_from = p.valid_from;
    end if;
  end loop;
  -- neighbours that say the same are one period
  for p in select * from talent_period where talent_id = who order by valid_from loop
    if to_jsonb(p) - 'valid_from' - 'valid_until' = to_jsonb(previous) - 'valid_from' - 'valid_until' then
      delete from talent_period where talent_id = who and valid_from = p.valid_from;
      update talent_period set valid_until = p.valid_until where talent_id = who and valid_from = previous.valid_from;
      p.valid_from := previous.valid_from;
    end if;
    previous := p;
  end loop;
end $$;

create function talent_status_on(who uuid, day date) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select status from talent_period where talent_id = who and valid_from <= day and valid_until > day
$$;

create function talent_period_begin() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into talent_period (talent_id, valid_from, valid_until, unit_id, unit_path, name_key, status, level,
    level_since, talent_type, employer_name, employer_unit_id, position)
  select f.id, s.valid_from, s.valid_until, f.unit_id, f.unit_path, f.name_key, f.status,
    case when s.levelled then f.level end, case when s.levelled then f.level_since end, f.talent_type,
    f.employer_name, f.employer_unit_id, f.position
  from fresh f, lateral (
    select f.entered_on, coalesce(case when f.level_since > f.entered_on then f.level_since end, 'infinity'),
      coalesce(f.level_since <= f.entered_on, true)
    union all select f.level_since, 'infinity', true where f.level_since > f.entered_on
  ) s(valid_from, valid_until, levelled);
  return null;
end $$;

create trigger talent_period_begun after insert on talent referencing new table as fresh for each statement execute function talent_period_begin();

create function talent_levels(who uuid) returns void language plpgsql as $$
declare now_at talent; g level_grant;
begin
  select * into now_at from talent where id = who;
  if now_at.id is null then return; end if;
  perform talent_period_put(who, '-infinity', coalesce(now_at.level_since, 'infinity'),
    '{"level": null, "level_since": null}');
  for g in select * from level_grant where talent_id = who and (valid_until is not null or now_at.level is not null)
    order by valid_from, valid_until nulls last
  loop
    perform talent_period_put(who, g.valid_from,
      least(coalesce(g.valid_until + 1, 'infinity'), coalesce(now_at.level_since, 'infinity')),
      jsonb_build_object('level', g.level, 'level_since', g.valid_from));
  end loop;
  perform talent_period_put(who, now_at.level_since, 'infinity',
    jsonb_build_object('level', now_at.level, 'level_since', now_at.level_since)) where now_at.level is not null;
end $$;

create function talent_levels_follow() returns trigger language plpgsql as $$
declare who uuid;
begin
  if tg_op = 'INSERT' then
    -- the grant of the present level, as an entry or an import brings it, says nothing new
    for who in select distinct f.talent_id from fresh f join talent t on t.id = f.talent_id
      where (t.level, t.level_since) is distinct from (f.level, f.valid_from) or f.valid_until is not null
    loop perform talent_levels(who); end loop;
  elsif tg_op = 'DELETE' then
    perform talent_levels(old.talent_id);
  else
    perform talent_levels(new.talent_id);
    if old.talent_id <> new.talent_id then perform talent_levels(old.talent_id); end if;
  end if;
  return null;
end $$;

create trigger level_grant_periods_added after insert on level_grant referencing new table as fresh for each statement execute function talent_levels_follow();

create trigger level_grant_periods after delete or update of talent_id, level, valid_from, valid_until on level_grant for each row execute function talent_levels_follow();

create function talent_period_follow() returns trigger language plpgsql as $$
declare
  today constant date := case when new.changed_at < old.changed_at then (new.changed_at at time zone 'Asia/Shanghai')::date
    else coalesce(nullif(current_setting('app.day', true), '')::date, (now() at time zone 'Asia/Shanghai')::date) end;
  since date;
begin
  if new.entered_on is distinct from old.entered_on then
    perform talent_period_entered(new.id, new.entered_on);
  end if;
  if new.name_key <> old.name_key then
    perform talent_period_put(new.id, '-infinity', 'infinity', jsonb_build_object('name_key', new.name_key));
  end if;
  if new.unit_id <> old.unit_id or new.unit_path <> old.unit_path then
    perform talent_period_put(new.id, today, 'infinity',
      jsonb_build_object('unit_id', new.unit_id, 'unit_path', new.unit_path));
  end if;
  if new.talent_type is distinct from old.talent_type then
    perform talent_period_put(new.id, today, 'infinity', jsonb_build_object('talent_type', new.talent_type));
  end if;
  if new.status <> old.status then
    since := today;
    if new.status = 'left' then
      select max(left_on) into since from departure where talent_id = new.id and came_back_on is null;
    elsif old.status = 'left' and new.status <> 'closed' then
      select d.came_back_on into since from departure d where d.talent_id = new.id order by left_on desc, id desc limit 1;
    end if;
    perform talent_period_put(new.id, least(coalesce(since, today), today), 'infinity',
      jsonb_build_object('status', new.status));
  end if;
  if (new.level, new.level_since) is distinct from (old.level, old.level_since) then
    perform talent_levels(new.id);
  end if;
  if (new.employer_name, new.employer_unit_id, new.position)
    is distinct from (old.employer_name, old.employer_unit_id, old.position) then
    since := today;
    if new.employer_name is null then
      select max(ended_on) into since from employment
      where talent_id = new.id and employer_name = old.employer_name and ended_on <= today;
    else
      select started_on into since from employment
      where talent_id = new.id and main and employer_name = new.employer_name
        and position is not distinct from new.position;
    end if;
    perform talent_period_put(new.id, least(coalesce(since, today), today), 'infinity',
      jsonb_build_object('employer_name', new.employer_name, 'employer_unit_id', new.employer_unit_id,
        'position', new.position));
  end if;
  return null;
end $$;

create trigger talent_period_follows after update of unit_id, unit_path, name_key, status, level, level_since, talent_type, employer_name, employer_unit_id, position, entered_on on talent for each row when (row(old.unit_id, old.unit_path, old.name_key, old.status, old.level, old.level_since, old.talent_type, old.employer_name, old.employer_unit_id, old.position, old.entered_on) is distinct from row(new.unit_id, new.unit_path, new.name_key, new.status, new.level, new.level_since, new.talent_type, new.employer_name, new.employer_unit_id, new.position, new.entered_on)) execute function talent_period_follow();

create function talent_period_entered(who uuid, day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if pg_trigger_depth() = 0 then
    raise exception 'talent_period follows the facts' using errcode = 'insufficient_privilege';
  end if;
  delete from talent_period where talent_id = who and valid_until <= day;
  update talent_period t set valid_from = day where talent_id = who
    and valid_from = (select min(valid_from) from talent_period where talent_id = who);
end $$;

create function talent_period_end() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  delete from talent_period where talent_id = old.id;
  return null;
end $$;

create trigger talent_period_gone after delete on talent for each row execute function talent_period_end();

create function talent_departures() returns trigger language plpgsql as $$
declare standing text := (select status from talent where id = new.talent_id); was text;
begin
  if tg_op = 'INSERT' then
    if new.came_back_on is not null or standing = 'left' then
      perform talent_period_put(new.talent_id, new.left_on, coalesce(new.came_back_on, 'infinity'),
        '{"status": "left"}');
    end if;
    return null;
  end if;
  if new.left_on > old.left_on then
    was := coalesce(talent_status_on(new.talent_id, old.left_on - 1), 'active');
    perform talent_period_put(new.talent_id, old.left_on, new.left_on, jsonb_build_object('status', was));
  elsif new.left_on < old.left_on then
    perform talent_period_put(new.talent_id, new.left_on, old.left_on, '{"status": "left"}');
  end if;
  if old.came_back_on is null then
    if new.came_back_on is not null and standing <> 'left' then
      perform talent_period_put(new.talent_id, new.came_back_on, 'infinity', jsonb_build_object('status', standing));
    end if;
  elsif new.came_back_on > old.came_back_on then
    perform talent_period_put(new.talent_id, old.came_back_on, new.came_back_on, '{"status": "left"}');
  elsif new.came_back_on < old.came_back_on then
    was := talent_status_on(new.talent_id, old.came_back_on);
    perform talent_period_put(new.talent_id, new.came_back_on, old.came_back_on, jsonb_build_object('status', was));
  end if;
  return null;
end $$;

create trigger departure_periods after insert or update of left_on, came_back_on on departure for each row execute function talent_departures();

create function talent_posts() returns trigger language plpgsql as $$
begin
  perform talent_period_put(t.id, f.started_on, 'infinity', jsonb_build_object('employer_name', t.employer_name,
    'employer_unit_id', t.employer_unit_id, 'position', t.position))
  from fresh f join talent t on t.id = f.talent_id and t.employer_name = f.employer_name
    and t.position is not distinct from f.position
  where f.main and f.started_on is not null;
  return null;
end $$;

create function talent_post_gone() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  update talent_period set employer_name = null, employer_unit_id = null, position = null
  where talent_id = old.talent_id and employer_name = old.employer_name and valid_until < 'infinity';
  return null;
end $$;

create trigger employment_periods_gone after delete on employment for each row execute function talent_post_gone();

create trigger employment_periods_added after insert on employment referencing new table as fresh for each statement execute function talent_posts();

create trigger employment_periods_changed after update on employment referencing new table as fresh for each statement execute function talent_posts();

create trigger sensitive_read_append_only before delete or truncate on sensitive_read for each statement execute function bole_append_only();

alter table sensitive_read enable always trigger sensitive_read_append_only;

create trigger sensitive_read_kept before update on sensitive_read for each row when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from to_jsonb(old) - 'unit_path' - 'talent_id') execute function bole_append_only();

alter table sensitive_read enable always trigger sensitive_read_kept;

create trigger quarter_snapshot_append_only before update or delete or truncate on quarter_snapshot for each statement execute function bole_append_only();

alter table quarter_snapshot enable always trigger quarter_snapshot_append_only;

create trigger snapshot_row_append_only before update or delete or truncate on snapshot_row for each statement execute function bole_append_only();

alter table snapshot_row enable always trigger snapshot_row_append_only;

create trigger figure_correction_append_only before update or delete or truncate on figure_correction for each statement execute function bole_append_only();

alter table figure_correction enable always trigger figure_correction_append_only;

create function campaign_item_names() returns trigger language plpgsql as $$
begin
  update campaign_item set name_key = new.name_key where talent_id = new.id;
  return null;
end $$;

create trigger campaign_item_named after update of name_key on talent for each row when (old.name_key <> new.name_key) execute function campaign_item_names();

create function entitlement_count(held uuid, amount integer, to_use integer, to_reserve integer)
returns table (id uuid, talent_id uuid, unit_path bigint, used integer, reserved integer, limits integer,
  main boolean, pooled boolean, service_name varchar) language plpgsql as $$
begin
  -- A small statement of its own (card/taking.py): of a row that was waited for, PostgreSQL begins the whole
  -- statement anew. `live` is the card's status as the right knows it, looked at again under the lock.
  return query update entitlement e set used = e.used + to_use, reserved = e.reserved + to_reserve
    where e.id = held and e.live and (e.quota is null or e.used + e.reserved + e.lapsed + amount <= e.quota)
    returning e.id, e.talent_id, e.unit_path, e.used, e.reserved, e.limits, e.main, e.pooled, e.service_name;
end $$;

create function entitlement_ledger_kept() returns trigger language plpgsql as $$
begin
  -- A holder who moves takes the rows along (the foreign key cascades); nothing else of a row ever changes.
  if to_jsonb(new) - 'unit_path' - 'talent_id' = to_jsonb(old) - 'unit_path' - 'talent_id' then
    return new;
  end if;
  raise exception 'entitlement_ledger is append-only' using errcode = 'restrict_violation';
end $$;

create trigger entitlement_ledger_kept before update on entitlement_ledger for each row execute function entitlement_ledger_kept();

create trigger entitlement_ledger_append_only before delete or truncate on entitlement_ledger for each statement execute function bole_append_only();

alter table entitlement_ledger enable always trigger entitlement_ledger_kept;

alter table entitlement_ledger enable always trigger entitlement_ledger_append_only;

create function card_code_spent_once() returns trigger language plpgsql as $$
begin
  raise exception 'a code is used once' using errcode = 'restrict_violation', constraint = 'card_code_spent_once';
end $$;

create trigger card_code_spent_once before update on card_code for each row when (old.presentation_id is not null and new.presentation_id is distinct from old.presentation_id) execute function card_code_spent_once();

alter table card_code enable always trigger card_code_spent_once;

create function catalogue_entry_is_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and old.valid_until is null and new.valid_until is not null
     and to_jsonb(new) - 'valid_until' = to_jsonb(old) - 'valid_until' then
    return new;
  end if;
  raise exception 'catalogue entry % % version % is published: publish a new version instead',
    old.kind, old.code, old.number using errcode = 'restrict_violation';
end
$$;

create trigger catalogue_entry_is_published before update or delete on catalogue_entry
for each row execute function catalogue_entry_is_published();

create policy employment_employer on employment for select to bole_employer using (employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)));

create policy talent_employer on talent for select to bole_employer using (id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)) and status <> 'closed');

create policy talent_name_employer on talent_name for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy identity_document_employer on identity_document for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy level_grant_employer on level_grant for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy education_employer on education for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy title_employer on title for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy honour_employer on honour for select to bole_employer using (talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)));

create policy proposed_change_employer on proposed_change to bole_employer using (proposer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine))) with check (proposer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and talent_id = any (array(select e.talent_id from employment e
  where e.employer_unit_id = any (array(with recursive mine (id) as (
  select u.id from unit u where u.path >= (select nullif(current_setting('app.lo', true), '')::bigint) and u.path < (select nullif(current_setting('app.hi', true), '')::bigint)
  union select u.id from unit u join mine m on u.successor_id = m.id) select id from mine)) and e.ended_on is null)) and source = 'employer');

create trigger fasttrack_stage_append_only before update or delete or truncate on fasttrack_stage for each statement execute function bole_append_only();

alter table fasttrack_stage enable always trigger fasttrack_stage_append_only;

create trigger fasttrack_due_move_append_only before update or delete or truncate on fasttrack_due_move for each statement execute function bole_append_only();

alter table fasttrack_due_move enable always trigger fasttrack_due_move_append_only;

create function fasttrack_pause_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.resumed_on is null and new.resumed_on is not null
     and to_jsonb(new) - array['resumed_on', 'resumed_by', 'resumed_name']
       = to_jsonb(old) - array['resumed_on', 'resumed_by', 'resumed_name'] then
    return new;
  end if;
  raise exception 'a pause is only ever ended, once' using errcode = 'restrict_violation';
end $$;

create trigger fasttrack_pause_kept before update or delete on fasttrack_pause for each row execute function fasttrack_pause_kept();

alter table fasttrack_pause enable always trigger fasttrack_pause_kept;

create trigger fasttrack_assessment_append_only before update or delete or truncate on fasttrack_assessment for each statement execute function bole_append_only();

alter table fasttrack_assessment enable always trigger fasttrack_assessment_append_only;

create trigger fasttrack_recusal_append_only before update or delete or truncate on fasttrack_recusal for each statement execute function bole_append_only();

alter table fasttrack_recusal enable always trigger fasttrack_recusal_append_only;

create trigger fasttrack_vote_append_only before update or delete or truncate on fasttrack_vote for each statement execute function bole_append_only();

alter table fasttrack_vote enable always trigger fasttrack_vote_append_only;

create trigger fasttrack_decision_append_only before update or delete or truncate on fasttrack_decision for each statement execute function bole_append_only();

alter table fasttrack_decision enable always trigger fasttrack_decision_append_only;

create policy audit_staff on audit for select to bole_staff using ((select exists (
  select from account a
  join catalogue_entry e on e.kind = 'role' and e.body -> 'permissions' ? 'audit:read'
    and current_date between e.valid_from and coalesce(e.valid_until, 'infinity')
  where a.id = (select nullif(current_setting('app.actor', true), '')::uuid) and a.status = 'active'
    and (e.code = a.role_code or e.code in (
      select r.role_code from appointment t join post_role r on r.post_id = t.post_id
      where t.person_id = a.person_id
        and current_date between t.valid_from and coalesce(t.valid_until, 'infinity'))))));

create policy audit_head_staff on audit_head for select to bole_staff using ((select exists (
  select from account a
  join catalogue_entry e on e.kind = 'role' and e.body -> 'permissions' ? 'audit:read'
    and current_date between e.valid_from and coalesce(e.valid_until, 'infinity')
  where a.id = (select nullif(current_setting('app.actor', true), '')::uuid) and a.status = 'active'
    and (e.code = a.role_code or e.code in (
      select r.role_code from appointment t join post_role r on r.post_id = t.post_id
      where t.person_id = a.person_id
        and current_date between t.valid_from and coalesce(t.valid_until, 'infinity'))))));

create function audit_lines(changes jsonb, words jsonb) returns jsonb language sql stable
set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(line) order by line."table", line."rowId", line."column"), '[]')
  from (
    select split_part(r.key, '/', 1) as "table", words ->> split_part(r.key, '/', 1) as "tableName",
      nullif(nullif(split_part(r.key, '/', 2), '*'), '-') as "rowId", c.key as "column",
      (select col_description(k.attrelid, k.attnum) from pg_attribute k
       where k.attrelid = to_regclass(quote_ident(split_part(r.key, '/', 1))) and k.attname = c.key) as "label",
      c.value -> 0 as "before", c.value -> 1 as "after"
    from jsonb_each(changes) r, jsonb_each(r.value) c
    where c.value -> 0 is distinct from c.value -> 1
    order by r.key, c.key limit 300
  ) line
$$;

create function audit_about(keys text[]) returns table (shard integer, seq bigint) language sql stable rows 50
security definer set search_path = public, pg_temp as $$
  select a.shard, a.seq from audit a where a.rows && keys
$$;

revoke execute on function audit_about(text[]) from public;

grant execute on function audit_about(text[]) to bole_staff, bole_system;

alter table account enable row level security;

alter table account force row level security;

create policy account_staff on account to bole_staff using (true) with check (true);

create policy account_system on account to bole_system using (true) with check (true);

create policy account_leader on account to bole_leader using (id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy account_talent on account to bole_talent using (id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy account_partner on account to bole_partner using (id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (id = (select nullif(current_setting('app.actor', true), '')::uuid));

alter table credential enable row level security;

alter table credential force row level security;

create policy credential_staff on credential to bole_staff using (true) with check (true);

create policy credential_system on credential to bole_system using (true) with check (true);

create policy credential_leader on credential to bole_leader using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy credential_talent on credential to bole_talent using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy credential_partner on credential to bole_partner using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

alter table session enable row level security;

alter table session force row level security;

create policy session_staff on session to bole_staff using (true) with check (true);

create policy session_system on session to bole_system using (true) with check (true);

create policy session_leader on session to bole_leader using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy session_talent on session to bole_talent using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

create policy session_partner on session to bole_partner using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

alter table partner enable row level security;

alter table partner force row level security;

create policy partner_staff on partner to bole_staff using (true) with check (true);

create policy partner_system on partner to bole_system using (true) with check (true);

create policy partner_partner on partner to bole_partner using (id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (id = (select nullif(current_setting('app.self', true), '')::uuid));

create policy partner_talent on partner to bole_talent using (true) with check (true);

alter table partner_grant enable row level security;

alter table partner_grant force row level security;

create policy partner_grant_staff on partner_grant to bole_staff using (true) with check (true);

create policy partner_grant_system on partner_grant to bole_system using (true) with check (true);

create policy partner_grant_partner on partner_grant to bole_partner using (partner_id = (select nullif(current_setting('app.self', true), '')::uuid)) with check (partner_id = (select nullif(current_setting('app.self', true), '')::uuid));

grant select, insert, update, delete on sign_in_throttle to bole_system;

grant select, insert, update, delete on oidc_attempt to bole_system;

grant select, insert, update, delete on partner_nonce to bole_system;

create function duties_apart() returns trigger language plpgsql as $$
declare
  post uuid := new.post_id;
begin
  -- everyone who sits on this post now or later, over all the posts they sit on at the same time
  if exists (
    select from appointment here
    join appointment one on one.person_id = here.person_id
    join appointment other on other.person_id = here.person_id
      and daterange(other.valid_from, other.valid_until, '[]') && daterange(one.valid_from, one.valid_until, '[]')
    join post_role r on r.post_id = one.post_id
    join post_role s on s.post_id = other.post_id
    join catalogue_entry a on a.kind = 'role' and a.code = r.role_code and a.valid_until is null
    join catalogue_entry b on b.kind = 'role' and b.code = s.role_code and b.valid_until is null
    where here.post_id = post and (here.valid_until is null or here.valid_until >= current_date)
      and ((a.body -> 'permissions' ? 'account:manage' and b.body -> 'permissions' ? 'audit:read'))
  ) then
    raise exception 'duties of one person that must be apart'
      using errcode = 'check_violation', constraint = 'duties_apart';
  end if;
  return null;
end $$;

create constraint trigger appointment_duties_apart after insert or update on appointment for each row execute function duties_apart();

create constraint trigger post_role_duties_apart after insert or update on post_role for each row execute function duties_apart();

create function identity_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('bole_actor', coalesce(tg_argv[0], ''));
  return null;
end $$;

create function identity_changed_one() returns trigger language plpgsql as $$
begin
  perform pg_notify('bole_actor', (to_jsonb(old) ->> tg_argv[0]));
  return null;
end $$;

create trigger session_changed after update on session for each row when (old.revoked_at is distinct from new.revoked_at or old.post_id is distinct from new.post_id or old.step_up_until is distinct from new.step_up_until or old.expires_at is distinct from new.expires_at) execute function identity_changed_one('account_id');

create trigger credential_changed after update on credential for each row when (old.totp_sealed is distinct from new.totp_sealed or old.password_changed_at is distinct from new.password_changed_at) execute function identity_changed_one('account_id');

create trigger account_changed after update on account for each row when (old.version is distinct from new.version) execute function identity_changed_one('id');

create trigger appointment_changes_actors after insert or update or delete on appointment for each statement execute function identity_changed();

create trigger post_changes_actors after insert or update or delete on post for each statement execute function identity_changed();

create trigger post_role_changes_actors after insert or update or delete on post_role for each statement execute function identity_changed();

create trigger post_scope_changes_actors after insert or update or delete on post_scope for each statement execute function identity_changed();

create trigger partner_changes_actors after insert or update or delete on partner for each statement execute function identity_changed();

create trigger partner_key_changes_actors after insert or update or delete on partner_key for each statement execute function identity_changed();

create trigger partner_grant_changes_actors after insert or update or delete on partner_grant for each statement execute function identity_changed();

create trigger unit_changes_actors after update on unit for each statement execute function identity_changed();

create trigger role_changes_actors after insert or update on catalogue_entry for each row when (new.kind = 'role') execute function identity_changed();

alter table preference enable row level security;

alter table preference force row level security;

create policy preference_system on preference to bole_system using (true) with check (true);

create policy preference_owner on preference to bole_staff, bole_leader, bole_talent, bole_partner using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid));

alter table saved_view enable row level security;

alter table saved_view force row level security;

create policy saved_view_system on saved_view to bole_system using (true) with check (true);

create policy saved_view_owner on saved_view to bole_staff, bole_leader, bole_talent, bole_partner using (account_id = (select nullif(current_setting('app.actor', true), '')::uuid)) with check (account_id = (select nullif(current_setting('app.actor', true), '')::uuid) and (unit_id is null or unit_id = any (array(select p.unit_id from account a
  join appointment t on t.person_id = a.person_id
    and current_date between t.valid_from and coalesce(t.valid_until, 'infinity')
  join post p on p.id = t.post_id where a.id = (select nullif(current_setting('app.actor', true), '')::uuid)))));

create policy saved_view_unit on saved_view for select to bole_staff, bole_leader using (unit_id = any (array(select p.unit_id from account a
  join appointment t on t.person_id = a.person_id
    and current_date between t.valid_from and coalesce(t.valid_until, 'infinity')
  join post p on p.id = t.post_id where a.id = (select nullif(current_setting('app.actor', true), '')::uuid))));

create trigger introduction_credit_append_only before update or delete or truncate on introduction_credit for each statement execute function bole_append_only();

alter table introduction_credit enable always trigger introduction_credit_append_only;

create function attribution_shares() returns trigger language plpgsql as $$
declare told record;
begin
  select c.status, c.outcome, coalesce(sum(i.share), 0) as total into told
  from attribution_case c left join introduction_claim i on i.case_id = c.id
  where c.id = case tg_table_name when 'attribution_case' then new.id else
    (to_jsonb(new) ->> 'case_id')::uuid end
  group by c.id;
  if (told.status = 'decided' and told.total <> case told.outcome when 'none' then 0 else 1 end
    or told.status = 'open' and told.total <> 0) then
    raise exception 'shares sum to %', told.total using errcode = 'check_violation', constraint = 'attribution_shares_sum';
  end if;
  return null;
end $$;

create constraint trigger attribution_case_shares after insert or update on attribution_case deferrable initially deferred for each row execute function attribution_shares();

create constraint trigger introduction_claim_shares after insert or update on introduction_claim deferrable initially deferred for each row execute function attribution_shares();

alter table talent_key enable row level security;

create policy talent_key_system on talent_key for select to bole_system using (true);

grant select on talent_key to bole_system;

create function talent_spellings(tokens text[], initials text, pinyin text, born date) returns setof bytea
language sql immutable as $$
  select distinct substring(sha256(convert_to(t || (born - date '2000-01-01')::text, 'UTF8')) for 16)
  from unnest(tokens) t
  -- whole spellings, not characters, pairs or initials: those would bring half a street together
  where born is not null and t ~ '^[a-z0-9]+$' and (t = pinyin or (t <> initials and length(t) > 4))
$$;

create function talent_keys() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_key (kind, key, talent_id)
    select 'phone', substring(sha256(f.phone_blind) for 16), f.id from fresh f
    where f.phone_blind is not null
    union all
    select 'spelling', k, f.id
    from fresh f, talent_spellings(f.search_tokens, f.initials, f.pinyin, f.birth_date) k
    on conflict do nothing;
  else
    delete from talent_key where talent_id = old.id and kind = 'phone'
      and key = substring(sha256(old.phone_blind) for 16);
    delete from talent_key where talent_id = old.id and kind = 'spelling'
      and key in (select talent_spellings(old.search_tokens, old.initials, old.pinyin, old.birth_date));
    if tg_op = 'UPDATE' then
      insert into talent_key (kind, key, talent_id)
      select 'phone', substring(sha256(new.phone_blind) for 16), new.id
      where new.phone_blind is not null
      union all
      select 'spelling', k, new.id
      from talent_spellings(new.search_tokens, new.initials, new.pinyin, new.birth_date) k
      on conflict do nothing;
    end if;
  end if;
  return null;
end $$;

create trigger talent_keys_added after insert on talent referencing new table as fresh for each statement execute function talent_keys();

create trigger talent_keys_moved after update of search_tokens, birth_date, phone_blind on talent for each row when (old.search_tokens is distinct from new.search_tokens or old.birth_date is distinct from new.birth_date or old.phone_blind is distinct from new.phone_blind) execute function talent_keys();

create trigger talent_keys_gone after delete on talent for each row execute function talent_keys();

create function document_keys() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into talent_key (kind, key, talent_id)
    select 'document', substring(sha256(f.number_blind) for 16), f.talent_id from fresh f
    on conflict do nothing;
  else
    -- the number may stand on another document of the same person: then the key stays
    delete from talent_key where talent_id = old.talent_id and kind = 'document'
      and key = substring(sha256(old.number_blind) for 16) and not exists (
        select from identity_document d
        where d.talent_id = old.talent_id and d.number_blind = old.number_blind and d.id <> old.id);
    if tg_op = 'UPDATE' then
      insert into talent_key (kind, key, talent_id)
      values ('document', substring(sha256(new.number_blind) for 16), new.talent_id)
      on conflict (kind, key, talent_id) do nothing;
    end if;
  end if;
  return null;
end $$;

create trigger document_keys_added after insert on identity_document referencing new table as fresh for each statement execute function document_keys();

create trigger document_keys_moved after update of number_blind, talent_id on identity_document for each row when (old.number_blind is distinct from new.number_blind or old.talent_id <> new.talent_id) execute function document_keys();

create trigger document_keys_gone after delete on identity_document for each row execute function document_keys();

create trigger merge_image_kept before update or truncate on merge_image for each statement execute function bole_append_only();

create function merge_images_needed() returns trigger language plpgsql as $$
begin
  if exists (
    select from gone where not exists (
      select from talent_merge m where m.id = gone.merge_id and m.images_gone_on is not null)
  ) then
    raise exception 'images of a merge that may be undone stay' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger merge_image_needed after delete on merge_image referencing old table as gone for each statement execute function merge_images_needed();

alter table merge_image enable always trigger merge_image_kept;

alter table merge_image enable always trigger merge_image_needed;

create function notice_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('bole_live', concat_ws(' ', 'notice', new.account_id, new.id));
  return null;
end $$;

create trigger notice_announced after insert on notice for each row execute function notice_announce();

create trigger recognition_stage_append_only before delete or truncate on recognition_stage for each statement execute function bole_append_only();

alter table recognition_stage enable always trigger recognition_stage_append_only;

create trigger recognition_stage_kept before update on recognition_stage for each row when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from to_jsonb(old) - 'unit_path' - 'talent_id') execute function bole_append_only();

alter table recognition_stage enable always trigger recognition_stage_kept;

create sequence recognition_application_number;

create trigger recognition_evidence_append_only before delete or truncate on recognition_evidence for each statement execute function bole_append_only();

alter table recognition_evidence enable always trigger recognition_evidence_append_only;

create trigger recognition_evidence_kept before update on recognition_evidence for each row when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from to_jsonb(old) - 'unit_path' - 'talent_id') execute function bole_append_only();

alter table recognition_evidence enable always trigger recognition_evidence_kept;

create trigger recognition_check_append_only before delete or truncate on recognition_check for each statement execute function bole_append_only();

alter table recognition_check enable always trigger recognition_check_append_only;

create trigger recognition_check_kept before update on recognition_check for each row when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from to_jsonb(old) - 'unit_path' - 'talent_id') execute function bole_append_only();

alter table recognition_check enable always trigger recognition_check_kept;

create trigger recognition_ban_append_only before delete or truncate on recognition_ban for each statement execute function bole_append_only();

alter table recognition_ban enable always trigger recognition_ban_append_only;

create trigger recognition_ban_kept before update on recognition_ban for each row when (to_jsonb(new) - 'unit_path' - 'talent_id' is distinct from to_jsonb(old) - 'unit_path' - 'talent_id') execute function bole_append_only();

alter table recognition_ban enable always trigger recognition_ban_kept;

create function recognition_said() returns trigger language plpgsql as $$
begin
  if (new.year, new.ordinal, new.certificate_number, new.verify_code, new.name, new.level, new.level_name,
      new.type_name, new.issued_on, new.valid_from, new.valid_until)
     is distinct from (old.year, old.ordinal, old.certificate_number, old.verify_code, old.name, old.level,
      old.level_name, old.type_name, old.issued_on, old.valid_from, old.valid_until) then
    raise exception 'a certificate says what it said when it was issued' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger recognition_said before update on recognition for each row execute function recognition_said();

create function programme_member_counted() returns trigger language plpgsql as $$
begin
  -- the row of the batch is held to the end: two who select the last place wait for each other
  if tg_op = 'INSERT' then
    update programme_batch set selected = selected + 1 where id = new.batch_id;
  else
    update programme_batch set selected = selected - 1 where id = old.batch_id;
  end if;
  if not found then
    raise exception 'the batch is out of scope' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;

create trigger programme_member_counted after insert or delete on programme_member for each row execute function programme_member_counted();

create function recognition_sheet_fixed() returns trigger language plpgsql as $$
begin
  if old.status in ('scored', 'recused') and to_jsonb(new) - 'unit_path' is distinct from to_jsonb(old) - 'unit_path' then
    raise exception 'a score sheet is fixed once it is handed in' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger recognition_sheet_fixed before update on recognition_sheet for each row execute function recognition_sheet_fixed();

create trigger consent_append_only before delete or truncate on consent for each statement execute function bole_append_only();

alter table consent enable always trigger consent_append_only;

create trigger consent_kept before update on consent for each row when ((to_jsonb(new) - 'unit_path' - 'talent_id' - 'withdrawn_at') is distinct from (to_jsonb(old) - 'unit_path' - 'talent_id' - 'withdrawn_at') or (old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at)) execute function bole_append_only();

alter table consent enable always trigger consent_kept;

-- pgqueuer 1.6.0 -- prefix='' schema=None durability=durable

CREATE TYPE pgqueuer_status AS ENUM ('queued', 'picked', 'successful', 'exception', 'canceled', 'deleted', 'failed');

CREATE TABLE pgqueuer (
    id bigserial NOT NULL PRIMARY KEY,
    priority integer NOT NULL,
    queue_manager_id uuid,
    created timestamp with time zone NOT NULL DEFAULT now(),
    updated timestamp with time zone NOT NULL DEFAULT now(),
    heartbeat timestamp with time zone NOT NULL DEFAULT now(),
    execute_after timestamp with time zone NOT NULL DEFAULT now(),
    status pgqueuer_status NOT NULL,
    entrypoint text NOT NULL,
    dedupe_key text,
    payload bytea,
    headers jsonb,
    attempts integer NOT NULL DEFAULT 0,
    slot bigint
);

CREATE TABLE pgqueuer_log (
    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL PRIMARY KEY,
    created timestamp with time zone NOT NULL DEFAULT now(),
    job_id bigint NOT NULL,
    status pgqueuer_status NOT NULL,
    priority integer NOT NULL,
    entrypoint text NOT NULL,
    traceback jsonb,
    aggregated boolean DEFAULT false
);

CREATE TABLE pgqueuer_schedules (
    id bigserial NOT NULL PRIMARY KEY,
    expression text NOT NULL,
    entrypoint text NOT NULL,
    heartbeat timestamp with time zone NOT NULL DEFAULT now(),
    created timestamp with time zone NOT NULL DEFAULT now(),
    updated timestamp with time zone NOT NULL DEFAULT now(),
    next_run timestamp with time zone NOT NULL DEFAULT now(),
    last_run timestamp with time zone,
    status pgqueuer_status DEFAULT 'queued'::pgqueuer_status,
    UNIQUE (expression, entrypoint)
);

CREATE TABLE pgqueuer_statistics (
    id bigserial NOT NULL PRIMARY KEY,
    created timestamp with time zone NOT NULL DEFAULT date_trunc('sec'::text, now()),
    count bigint NOT NULL,
    priority integer NOT NULL,
    status pgqueuer_status NOT NULL,
    entrypoint text NOT NULL
);

CREATE INDEX pgqueuer_ep_ea_idx ON pgqueuer USING btree (entrypoint, execute_after) WHERE (status = 'queued'::pgqueuer_status);

CREATE INDEX pgqueuer_ep_prio_id_idx ON pgqueuer USING btree (entrypoint, priority DESC, id) WHERE (status = 'queued'::pgqueuer_status);

CREATE INDEX pgqueuer_log_created ON pgqueuer_log USING btree (created);

CREATE INDEX pgqueuer_log_job_id_status ON pgqueuer_log USING btree (job_id, created DESC);

CREATE INDEX pgqueuer_log_not_aggregated ON pgqueuer_log USING btree ((1)) WHERE (NOT aggregated);

CREATE INDEX pgqueuer_log_status ON pgqueuer_log USING btree (status);

CREATE INDEX pgqueuer_picked_heartbeat_idx ON pgqueuer USING btree (heartbeat) WHERE (status = 'picked'::pgqueuer_status);

CREATE UNIQUE INDEX pgqueuer_picked_slot_idx ON pgqueuer USING btree (entrypoint, slot) WHERE ((status = 'picked'::pgqueuer_status) AND (slot IS NOT NULL));

CREATE INDEX pgqueuer_priority_id_id1_idx ON pgqueuer USING btree (priority, id DESC) INCLUDE (id) WHERE (status = 'queued'::pgqueuer_status);

CREATE INDEX pgqueuer_queue_manager_id_idx ON pgqueuer USING btree (queue_manager_id) WHERE (queue_manager_id IS NOT NULL);

CREATE UNIQUE INDEX pgqueuer_statistics_unique_count ON pgqueuer_statistics USING btree (priority, date_trunc('sec'::text, timezone('UTC'::text, created)), status, entrypoint);

CREATE UNIQUE INDEX pgqueuer_unique_dedupe_key ON pgqueuer USING btree (dedupe_key) WHERE ((status = ANY (ARRAY['queued'::pgqueuer_status, 'picked'::pgqueuer_status])) AND (dedupe_key IS NOT NULL));

CREATE INDEX pgqueuer_updated_id_id1_idx ON pgqueuer USING btree (updated, id DESC) INCLUDE (id) WHERE (status = 'picked'::pgqueuer_status);

CREATE FUNCTION fn_pgqueuer_changed() RETURNS TRIGGER AS $$
DECLARE
    to_emit BOOLEAN := false;  -- Flag to decide whether to emit a notification
BEGIN
    -- Check operation type and set the emit flag accordingly
    IF TG_OP = 'UPDATE' AND OLD IS DISTINCT FROM NEW THEN
        to_emit := true;
    ELSIF TG_OP = 'DELETE' THEN
        to_emit := true;
    ELSIF TG_OP = 'INSERT' THEN
        to_emit := true;
    ELSIF TG_OP = 'TRUNCATE' THEN
        to_emit := true;
    END IF;

    -- Perform notification if the emit flag is set
    IF to_emit THEN
        PERFORM pg_notify(
            'ch_pgqueuer',
            json_build_object(
                'channel', 'ch_pgqueuer',
                'operation', lower(TG_OP),
                'sent_at', NOW(),
                'table', TG_TABLE_NAME,
                'type', 'table_changed_event'
            )::text
        );
    END IF;

    -- Return appropriate value based on the operation
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSE
        RETURN NULL; -- For TRUNCATE and other non-row-specific contexts
    END IF;

END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER tg_pgqueuer_changed
AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pgqueuer
EXECUTE FUNCTION fn_pgqueuer_changed();

grant select, insert, update, delete on pgqueuer to bole_system;

grant select, insert, update, delete on pgqueuer_log to bole_system;

grant select, insert, update, delete on pgqueuer_schedules to bole_system;

grant select, insert, update, delete on pgqueuer_statistics to bole_system;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_staff;

grant insert on pgqueuer_log to bole_staff;

grant usage on all sequences in schema public to bole_staff;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_employer;

grant insert on pgqueuer_log to bole_employer;

grant usage on all sequences in schema public to bole_employer;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_leader;

grant insert on pgqueuer_log to bole_leader;

grant usage on all sequences in schema public to bole_leader;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_talent;

grant insert on pgqueuer_log to bole_talent;

grant usage on all sequences in schema public to bole_talent;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_partner;

grant insert on pgqueuer_log to bole_partner;

grant usage on all sequences in schema public to bole_partner;

grant insert, select (id, entrypoint, priority, dedupe_key) on pgqueuer to bole_system;

grant insert on pgqueuer_log to bole_system;

grant usage on all sequences in schema public to bole_system;
