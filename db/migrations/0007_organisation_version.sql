-- additive: a column with a default; the release before neither reads nor raises it
ALTER TABLE "organisations" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;