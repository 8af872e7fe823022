-- additive: a new table; the release before tells its demo without it
CREATE TABLE "demo_telling" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "demo_telling_only" CHECK ("demo_telling"."only")
);
