CREATE TABLE "page_instance" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seen" bigint NOT NULL,
	"lease_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "public_record" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "public_record_single" CHECK ("public_record"."id" = 1)
);

--> statement-breakpoint
INSERT INTO "public_record" DEFAULT VALUES;
--> statement-breakpoint
-- Counted at the commit, so that the row is held for no longer than that; once a transaction. Whoever serves stored
-- pages is told, and asks all the same (docs/decisions/0038).
CREATE FUNCTION count_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE own text := pg_current_xact_id()::text;
BEGIN
  IF current_setting('assay.public_change', true) IS DISTINCT FROM own THEN
    PERFORM set_config('assay.public_change', own, true);
    UPDATE public_record SET number = number + 1;
    PERFORM pg_notify('public_record', '');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publication', 'notice', 'redaction', 'slug', 'team'] LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION count_public_change()', t || '_public', t);
  END LOOP;
END $$;
