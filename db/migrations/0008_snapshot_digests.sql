-- additive: two columns that may be empty; the release before neither reads nor writes them
ALTER TABLE "document_snapshots" ADD COLUMN "digests" "bytea";--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "digests_seq" bigint;