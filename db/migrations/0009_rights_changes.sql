-- additive: a table of its own; the release before neither reads nor writes it
CREATE TABLE "rights_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rights_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid,
	"session_id" text,
	"document_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rights_changes_one_or_the_other" CHECK (num_nonnulls("rights_changes"."person_id", "rights_changes"."document_id") = 1)
);
