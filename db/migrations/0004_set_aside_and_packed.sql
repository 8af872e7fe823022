-- additive: the release before goes on without the packed state (a newer seq makes it worth nothing) and sets no rows aside.
CREATE TABLE "document_rows_set_aside" (
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"entries" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"set_aside_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_rows_set_aside_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "packed" "bytea";--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "packed_seq" bigint;--> statement-breakpoint
ALTER TABLE "document_rows_set_aside" ADD CONSTRAINT "document_rows_set_aside_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;