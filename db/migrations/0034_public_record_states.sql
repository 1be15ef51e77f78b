ALTER TABLE "public_record" ADD COLUMN "state" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "public_record" ADD COLUMN "erasure" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
-- Counted once a transaction, as before. What is kept of it beyond one run of the program is known by its state, and
-- what was redacted is to be kept by nobody (docs/decisions/0050).
CREATE OR REPLACE FUNCTION count_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE own text := pg_current_xact_id()::text;
BEGIN
  IF TG_TABLE_NAME = 'redaction' THEN
    UPDATE public_record SET erasure = gen_random_uuid();
  END IF;
  IF current_setting('assay.public_change', true) IS DISTINCT FROM own THEN
    PERFORM set_config('assay.public_change', own, true);
    UPDATE public_record SET number = number + 1, state = gen_random_uuid();
    PERFORM pg_notify('public_record', '');
  END IF;
  RETURN NULL;
END $$;
