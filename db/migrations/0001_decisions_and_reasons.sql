-- additive: a new table, and a column with a default; the release before reads neither
CREATE TABLE "meeting_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"what" text NOT NULL,
	"who" text DEFAULT '' NOT NULL,
	"due_on" date,
	"noted_at" timestamp with time zone NOT NULL,
	"noted_by" uuid,
	"struck_at" timestamp with time zone,
	"struck_by" uuid,
	CONSTRAINT "meeting_decisions_what" CHECK (char_length(what) <= 200 and btrim(what) <> ''),
	CONSTRAINT "meeting_decisions_who" CHECK (char_length("meeting_decisions"."who") <= 80)
);
--> statement-breakpoint
ALTER TABLE "cycle_strands" ADD COLUMN "why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_struck_by_people_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_decisions_once" ON "meeting_decisions" USING btree ("meeting_id","what") WHERE struck_at is null;--> statement-breakpoint
ALTER TABLE "cycle_strands" ADD CONSTRAINT "cycle_strands_why" CHECK (char_length("cycle_strands"."why") <= 280);