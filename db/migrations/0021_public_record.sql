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
DECLARE t text; happens text; matters text;
BEGIN
  FOR t, happens, matters IN VALUES
    ('publication', 'INSERT OR UPDATE OR DELETE', 'true'),
    ('notice', 'INSERT OR UPDATE OR DELETE', 'true'),
    ('team', 'UPDATE', 'true'),
    -- One that is proposed or declined hides nothing.
    ('redaction', 'UPDATE', 'NEW.confirmed_at IS NOT NULL'),
    -- An address that is new leads nowhere yet; one that takes the place of another retires that.
    ('slug', 'UPDATE OR DELETE', 'true')
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER %s ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (%s) EXECUTE FUNCTION count_public_change()', t || '_public', happens, t, matters);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_record_no_delete BEFORE DELETE ON public_record FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER public_record_no_truncate BEFORE TRUNCATE ON public_record FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse();
