-- Captured bytes lie in the store. What was in the database waits in a table of its own, which no schema names: the
-- next start moves it there and drops it (server/store/move-in.ts).
DO $$
BEGIN
  IF EXISTS (SELECT FROM "capture" WHERE "bytes" IS NOT NULL) THEN
    CREATE TABLE "bytes_to_store" AS SELECT DISTINCT ON ("bytes_sha256") "bytes_sha256" AS "sha256", "bytes"
      FROM "capture" WHERE "bytes" IS NOT NULL ORDER BY "bytes_sha256";
    ALTER TABLE "bytes_to_store" ADD PRIMARY KEY ("sha256");
  END IF;
END $$;
--> statement-breakpoint
-- Rules 2 and 12: as in 0001_locks.sql, but that no trigger can look into the store; reading checks the hash there.
CREATE OR REPLACE FUNCTION lock_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.text IS NULL OR NEW.bytes_sha256 !~ '^[0-9a-f]{64}$'
      OR encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') <> NEW.text_sha256 OR char_length(NEW.text) <> NEW.text_length THEN
      RAISE EXCEPTION 'the capture does not match its hashes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - 'text' IS DISTINCT FROM to_jsonb(OLD) - 'text' OR NEW.text IS NOT NULL
    OR NOT EXISTS (SELECT FROM redaction r WHERE r.capture_id = NEW.id AND r.confirmed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a capture never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
ALTER TABLE "capture" DROP COLUMN "bytes";