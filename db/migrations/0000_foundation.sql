CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"organisation_id" uuid,
	"team_id" uuid,
	"project_id" uuid,
	"cycle_id" uuid,
	"document_id" uuid,
	"card_id" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"discarded_at" timestamp with time zone,
	"discarded_by" uuid,
	CONSTRAINT "cards_kind" CHECK (kind in ('signal', 'hypothesis', 'goal', 'source', 'ingredient', 'action', 'trial', 'log', 'finding', 'decision', 'agreement')),
	CONSTRAINT "cards_title" CHECK (char_length(title) <= 200 and btrim(title) <> ''),
	CONSTRAINT "cards_content" CHECK (jsonb_typeof("cards"."content") = 'object')
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "comments_body" CHECK (char_length(body) <= 4000 and btrim(body) <> '')
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"document_id" uuid,
	"card_id" uuid,
	"quotation" text DEFAULT '' NOT NULL,
	"asks_coach" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" uuid,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	CONSTRAINT "threads_one_subject" CHECK ("threads"."document_id" is null or "threads"."card_id" is null),
	CONSTRAINT "threads_quotation" CHECK (char_length("threads"."quotation") <= 600)
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"cycle_id" uuid,
	"coach_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"notes_to_self" text DEFAULT '' NOT NULL,
	"notes_to_team" text DEFAULT '' NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"held_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "visits_purpose" CHECK (char_length("visits"."purpose") <= 400),
	CONSTRAINT "visits_notes" CHECK (char_length("visits"."notes_to_self") <= 8000 and char_length("visits"."notes_to_team") <= 8000)
);
--> statement-breakpoint
CREATE TABLE "cycle_strands" (
	"cycle_id" uuid NOT NULL,
	"strand_id" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"linked_by" uuid,
	CONSTRAINT "cycle_strands_cycle_id_strand_id_pk" PRIMARY KEY("cycle_id","strand_id")
);
--> statement-breakpoint
CREATE TABLE "cycle_visits" (
	"cycle_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"previous_at" timestamp with time zone,
	CONSTRAINT "cycle_visits_cycle_id_person_id_pk" PRIMARY KEY("cycle_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "cycles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"project_id" uuid,
	"parent_id" uuid,
	"title" text NOT NULL,
	"need" text NOT NULL,
	"need_owner" text NOT NULL,
	"target_group" text DEFAULT '' NOT NULL,
	"care_phase" integer,
	"theme_id" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"cards_audience" text DEFAULT 'coach' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"discarded_at" timestamp with time zone,
	"discarded_by" uuid,
	CONSTRAINT "cycles_title" CHECK (char_length(title) <= 120 and btrim(title) <> ''),
	CONSTRAINT "cycles_need" CHECK (char_length(need) <= 400 and btrim(need) <> ''),
	CONSTRAINT "cycles_target_group" CHECK (char_length("cycles"."target_group") <= 160),
	CONSTRAINT "cycles_need_owner" CHECK (need_owner in ('pupils', 'support', 'team')),
	CONSTRAINT "cycles_care_phase" CHECK (care_phase in (0, 1)),
	CONSTRAINT "cycles_cards_audience" CHECK (cards_audience in ('team', 'coach')),
	CONSTRAINT "cycles_period" CHECK ("cycles"."ends_on" is null or "cycles"."ends_on" >= "cycles"."starts_on"),
	CONSTRAINT "cycles_not_own_parent" CHECK ("cycles"."parent_id" <> "cycles"."id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"planned_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	CONSTRAINT "meetings_purpose" CHECK (char_length("meetings"."purpose") <= 160)
);
--> statement-breakpoint
CREATE TABLE "phase_documents" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"audience" text DEFAULT 'team' NOT NULL,
	CONSTRAINT "phase_documents_stage" CHECK (stage in ('need', 'sources', 'implement', 'evaluate', 'anchor')),
	CONSTRAINT "phase_documents_audience" CHECK (audience in ('team', 'coach'))
);
--> statement-breakpoint
CREATE TABLE "phase_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cycle_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "phase_entries_from" CHECK (from_stage in ('need', 'sources', 'implement', 'evaluate', 'anchor')),
	CONSTRAINT "phase_entries_to" CHECK (to_stage in ('need', 'sources', 'implement', 'evaluate', 'anchor')),
	CONSTRAINT "phase_entries_first" CHECK (("phase_entries"."ordinal" = 1) = ("phase_entries"."from_stage" is null)),
	CONSTRAINT "phase_entries_moves" CHECK ("phase_entries"."from_stage" is null or "phase_entries"."from_stage" <> "phase_entries"."to_stage"),
	CONSTRAINT "phase_entries_why" CHECK (char_length("phase_entries"."why") <= 280)
);
--> statement-breakpoint
CREATE TABLE "document_clients" (
	"document_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "document_clients_document_id_client_id_pk" PRIMARY KEY("document_id","client_id"),
	CONSTRAINT "document_clients_32_bits" CHECK ("document_clients"."client_id" between 0 and 4294967295)
);
--> statement-breakpoint
CREATE TABLE "document_sessions" (
	"document_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"saved_up_to" bigint NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_sessions_document_id_person_id_session_id_pk" PRIMARY KEY("document_id","person_id","session_id"),
	CONSTRAINT "document_sessions_saved_up_to" CHECK ("document_sessions"."saved_up_to" > 0)
);
--> statement-breakpoint
CREATE TABLE "document_snapshots" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"state" "bytea" NOT NULL,
	"vector" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_snapshots_seq" CHECK ("document_snapshots"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"entries" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_updates_document_id_seq_pk" PRIMARY KEY("document_id","seq"),
	CONSTRAINT "document_updates_seq" CHECK ("document_updates"."seq" > 0),
	CONSTRAINT "document_updates_not_empty" CHECK (octet_length("document_updates"."entries") > 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"schema_version" integer NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"snapshot_seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" ~ '^[a-z][a-z-]{0,31}$'),
	CONSTRAINT "documents_schema_version" CHECK ("documents"."schema_version" > 0),
	CONSTRAINT "documents_snapshot_within_log" CHECK ("documents"."snapshot_seq" between 0 and "documents"."last_seq")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"function" text NOT NULL,
	"team_id" uuid,
	"team_role" text,
	"project_id" uuid,
	"project_role" text,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "invitations_function" CHECK (function in ('teacher', 'care-coordinator', 'principal', 'coach', 'administrator', 'staff', 'reviewer')),
	CONSTRAINT "invitations_team_role" CHECK (team_role in ('lead', 'member', 'reader')),
	CONSTRAINT "invitations_project_role" CHECK (project_role in ('lead', 'coach')),
	CONSTRAINT "invitations_team" CHECK (("invitations"."team_id" is null) = ("invitations"."team_role" is null)),
	CONSTRAINT "invitations_project" CHECK (("invitations"."project_id" is null) = ("invitations"."project_role" is null)),
	CONSTRAINT "invitations_one_end" CHECK ("invitations"."accepted_at" is null or "invitations"."revoked_at" is null)
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"levels" text[] DEFAULT '{}' NOT NULL,
	"education" text,
	"network" text,
	"municipality" text,
	"institution_number" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organisations_kind" CHECK (kind in ('school', 'support-service', 'knowledge-centre')),
	CONSTRAINT "organisations_education" CHECK (education in ('gewoon', 'buitengewoon')),
	CONSTRAINT "organisations_network" CHECK (network in ('go', 'subsidised-official', 'subsidised-free')),
	CONSTRAINT "organisations_name" CHECK (char_length(name) <= 120 and btrim(name) <> ''),
	CONSTRAINT "organisations_institution_number" CHECK ("organisations"."institution_number" ~ '^[0-9]{1,6}$'),
	CONSTRAINT "organisations_levels" CHECK (levels <@ array['kleuter','lager','secundair'])
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"function" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "memberships_function" CHECK (function in ('teacher', 'care-coordinator', 'principal', 'coach', 'administrator', 'staff', 'reviewer')),
	CONSTRAINT "memberships_period" CHECK ("memberships"."ended_at" is null or "memberships"."ended_at" >= "memberships"."started_at")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"password_hash" text,
	"language" text DEFAULT 'nl' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "people_name" CHECK (char_length(name) <= 120 and btrim(name) <> ''),
	CONSTRAINT "people_language" CHECK (language in ('nl', 'en')),
	CONSTRAINT "people_email" CHECK ("people"."email" = lower("people"."email") and "people"."email" like '%_@_%' and char_length("people"."email") <= 254)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"from_year" integer NOT NULL,
	"to_year" integer NOT NULL,
	"ceiling_euro" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programmes_kind" CHECK (kind in ('guidance', 'implementation')),
	CONSTRAINT "programmes_name" CHECK (char_length(name) <= 160 and btrim(name) <> ''),
	CONSTRAINT "programmes_years" CHECK ("programmes"."from_year" between 2000 and 2199 and "programmes"."to_year" >= "programmes"."from_year"),
	CONSTRAINT "programmes_ceiling" CHECK ("programmes"."ceiling_euro" is null or "programmes"."ceiling_euro" >= 0)
);
--> statement-breakpoint
CREATE TABLE "project_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "project_people_role" CHECK (role in ('lead', 'coach'))
);
--> statement-breakpoint
CREATE TABLE "project_strands" (
	"project_id" uuid NOT NULL,
	"strand_id" text NOT NULL,
	CONSTRAINT "project_strands_project_id_strand_id_pk" PRIMARY KEY("project_id","strand_id")
);
--> statement-breakpoint
CREATE TABLE "project_teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"documents_audience" text DEFAULT 'team' NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"left_at" timestamp with time zone,
	"left_by" uuid,
	CONSTRAINT "project_teams_documents_audience" CHECK (documents_audience in ('team', 'coach'))
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"applicant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"theme_ids" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "projects_name" CHECK (char_length(name) <= 160 and btrim(name) <> ''),
	CONSTRAINT "projects_period" CHECK ("projects"."ends_on" >= "projects"."starts_on"),
	CONSTRAINT "projects_summary" CHECK (char_length("projects"."summary") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "team_members_role" CHECK (role in ('lead', 'member', 'reader')),
	CONSTRAINT "team_members_period" CHECK ("team_members"."ended_at" is null or "team_members"."ended_at" >= "team_members"."started_at")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "teams_name" CHECK (char_length(name) <= 120 and btrim(name) <> '')
);
--> statement-breakpoint
CREATE TABLE "strand_figures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strand_id" text NOT NULL,
	"impact_months" integer,
	"cost" integer NOT NULL,
	"evidence_strength" integer NOT NULL,
	"edition" integer NOT NULL,
	"source_url" text NOT NULL,
	"verified" boolean NOT NULL,
	"unverified_fields" text[] DEFAULT '{}' NOT NULL,
	"valid_from" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "strand_figures_months" CHECK ("strand_figures"."impact_months" between -12 and 24),
	CONSTRAINT "strand_figures_cost" CHECK ("strand_figures"."cost" between 1 and 5),
	CONSTRAINT "strand_figures_evidence" CHECK ("strand_figures"."evidence_strength" between 0 and 5),
	CONSTRAINT "strand_figures_edition" CHECK ("strand_figures"."edition" between 2000 and 2199)
);
--> statement-breakpoint
CREATE TABLE "strand_texts" (
	"strand_id" text NOT NULL,
	"language" text NOT NULL,
	"name" text NOT NULL,
	"what" text NOT NULL,
	"watch" text NOT NULL,
	"for_whom" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (case language when 'nl' then setweight(to_tsvector('dutch', name), 'A') else setweight(to_tsvector('english', name), 'A') end || case language when 'nl' then setweight(to_tsvector('dutch', what), 'B') else setweight(to_tsvector('english', what), 'B') end || case language when 'nl' then setweight(to_tsvector('dutch', watch), 'C') else setweight(to_tsvector('english', watch), 'C') end || case language when 'nl' then setweight(to_tsvector('dutch', for_whom), 'C') else setweight(to_tsvector('english', for_whom), 'C') end) STORED,
	CONSTRAINT "strand_texts_strand_id_language_pk" PRIMARY KEY("strand_id","language"),
	CONSTRAINT "strand_texts_language" CHECK (language in ('nl', 'en'))
);
--> statement-breakpoint
CREATE TABLE "strands" (
	"id" text PRIMARY KEY NOT NULL,
	"toolkit" text NOT NULL,
	"name_nl_verified" boolean NOT NULL,
	CONSTRAINT "strands_toolkit" CHECK (toolkit in ('leren-en-lesgeven', 'kleuters')),
	CONSTRAINT "strands_id" CHECK ("strands"."id" ~ '^[a-z0-9-]{1,60}$')
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_discarded_by_people_id_fk" FOREIGN KEY ("discarded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_people_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_coach_id_people_id_fk" FOREIGN KEY ("coach_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_strands" ADD CONSTRAINT "cycle_strands_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_strands" ADD CONSTRAINT "cycle_strands_strand_id_strands_id_fk" FOREIGN KEY ("strand_id") REFERENCES "public"."strands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_strands" ADD CONSTRAINT "cycle_strands_linked_by_people_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_visits" ADD CONSTRAINT "cycle_visits_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_visits" ADD CONSTRAINT "cycle_visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_parent_id_cycles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycles" ADD CONSTRAINT "cycles_discarded_by_people_id_fk" FOREIGN KEY ("discarded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_documents" ADD CONSTRAINT "phase_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_documents" ADD CONSTRAINT "phase_documents_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_entries" ADD CONSTRAINT "phase_entries_cycle_id_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase_entries" ADD CONSTRAINT "phase_entries_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_clients" ADD CONSTRAINT "document_clients_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_sessions" ADD CONSTRAINT "document_sessions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD CONSTRAINT "document_snapshots_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_people" ADD CONSTRAINT "project_people_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_people" ADD CONSTRAINT "project_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_people" ADD CONSTRAINT "project_people_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_strands" ADD CONSTRAINT "project_strands_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_strands" ADD CONSTRAINT "project_strands_strand_id_strands_id_fk" FOREIGN KEY ("strand_id") REFERENCES "public"."strands"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_teams" ADD CONSTRAINT "project_teams_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_teams" ADD CONSTRAINT "project_teams_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_teams" ADD CONSTRAINT "project_teams_left_by_people_id_fk" FOREIGN KEY ("left_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_applicant_id_organisations_id_fk" FOREIGN KEY ("applicant_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strand_figures" ADD CONSTRAINT "strand_figures_strand_id_strands_id_fk" FOREIGN KEY ("strand_id") REFERENCES "public"."strands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strand_figures" ADD CONSTRAINT "strand_figures_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strand_texts" ADD CONSTRAINT "strand_texts_strand_id_strands_id_fk" FOREIGN KEY ("strand_id") REFERENCES "public"."strands"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_cycle" ON "events" USING btree ("cycle_id","id");--> statement-breakpoint
CREATE INDEX "events_of_team" ON "events" USING btree ("team_id","id");--> statement-breakpoint
CREATE INDEX "events_of_project" ON "events" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "events_of_organisation" ON "events" USING btree ("organisation_id","id");--> statement-breakpoint
CREATE INDEX "cards_of_cycle" ON "cards" USING btree ("cycle_id","kind");--> statement-breakpoint
CREATE INDEX "comments_of_thread" ON "comments" USING btree ("thread_id","at");--> statement-breakpoint
CREATE INDEX "threads_of_cycle" ON "threads" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "visits_of_coach" ON "visits" USING btree ("coach_id","starts_at");--> statement-breakpoint
CREATE INDEX "visits_of_team" ON "visits" USING btree ("team_id","starts_at");--> statement-breakpoint
CREATE INDEX "cycle_strands_of_strand" ON "cycle_strands" USING btree ("strand_id");--> statement-breakpoint
CREATE INDEX "cycles_of_team" ON "cycles" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "cycles_of_project" ON "cycles" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "meetings_of_cycle" ON "meetings" USING btree ("cycle_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "phase_documents_one_a_stage" ON "phase_documents" USING btree ("cycle_id","stage");--> statement-breakpoint
CREATE UNIQUE INDEX "phase_entries_in_order" ON "phase_entries" USING btree ("cycle_id","ordinal");--> statement-breakpoint
CREATE INDEX "document_sessions_seen" ON "document_sessions" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_once" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_of_organisation" ON "invitations" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("next_attempt_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_institution_number_once" ON "organisations" USING btree ("institution_number");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_running_once" ON "memberships" USING btree ("person_id","organisation_id","function") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "memberships_of_organisation" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "password_resets_one_per_person" ON "password_resets" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email_once" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_people_running_once" ON "project_people" USING btree ("project_id","person_id","role") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "project_people_of_person" ON "project_people" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_teams_running_once" ON "project_teams" USING btree ("project_id","team_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "project_teams_of_team" ON "project_teams" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "projects_of_programme" ON "projects" USING btree ("programme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_running_once" ON "team_members" USING btree ("team_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "team_members_of_person" ON "team_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name_once" ON "teams" USING btree ("organisation_id",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "strand_figures_once_a_day" ON "strand_figures" USING btree ("strand_id","valid_from");--> statement-breakpoint
CREATE INDEX "strand_texts_search" ON "strand_texts" USING gin ("search");