-- additive: only indexes; the release before finds the same rows by them
DROP INDEX "mails_waiting";--> statement-breakpoint
CREATE INDEX "invitations_open_of_team" ON "invitations" USING btree ("team_id") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "invitations_open_of_project" ON "invitations" USING btree ("project_id") WHERE accepted_at is null and revoked_at is null;--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("next_attempt_at") WHERE sent_at is null and failed_at is null;
