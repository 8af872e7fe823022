-- additive: new tables, and a column that may be empty; the release before reads none of them
CREATE TABLE "document_history_marks" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"author_ids" uuid[] NOT NULL,
	"wrote_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "document_removals" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"removed_by" uuid NOT NULL,
	"removed_at" timestamp with time zone NOT NULL,
	"length_before" integer NOT NULL,
	"noted_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" uuid
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"name" text,
	"made_by" uuid,
	"author_ids" uuid[] NOT NULL,
	"words" integer NOT NULL,
	"words_added" integer NOT NULL,
	"words_removed" integer NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "document_versions_reason" CHECK (reason in ('begun', 'sitting', 'moved', 'before-removal', 'before-restore', 'restored', 'named')),
	CONSTRAINT "document_versions_name" CHECK (name is null or (char_length(name) <= 80 and btrim(name) <> '')),
	CONSTRAINT "document_versions_words" CHECK (least("document_versions"."words", "document_versions"."words_added", "document_versions"."words_removed") >= 0)
);
--> statement-breakpoint
ALTER TABLE "phase_documents" ADD COLUMN "shared_at" timestamp with time zone;--> statement-breakpoint
-- Since when a text was shared before this release is not known; from now on is the careful answer.
UPDATE "phase_documents" SET "shared_at" = now() WHERE "audience" = 'coach';--> statement-breakpoint
ALTER TABLE "document_history_marks" ADD CONSTRAINT "document_history_marks_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_removals" ADD CONSTRAINT "document_removals_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_removals" ADD CONSTRAINT "document_removals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_removals_open" ON "document_removals" USING btree ("document_id") WHERE "document_removals"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "document_versions_of_document" ON "document_versions" USING btree ("document_id","seq");