-- The second locks of the design's rules: what the commands decide, the database holds, for its own role too.
INSERT INTO "team" ("id") VALUES (1);
--> statement-breakpoint
CREATE FUNCTION lock_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- Rule 12: never updated, never deleted.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'finding', 'outlet_grade', 'translation'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
  -- These change under stated conditions, but no row of them ever goes.
  FOREACH t IN ARRAY ARRAY['account', 'team', 'incident', 'slug', 'notice', 'question', 'claim', 'party', 'place', 'source',
    'capture', 'exclusion', 'lineage', 'origin', 'excerpt', 'evidence', 'round', 'ballot', 'revision', 'revision_author',
    'review', 'publication', 'redaction'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_no_delete', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Rule 1: an excerpt is what its capture says at its position (PostgreSQL counts code points in UTF-8).
CREATE FUNCTION lock_excerpt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.capture_id, NEW.exact, NEW.prefix, NEW.suffix, NEW.start, NEW."end", NEW.created_by, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.capture_id, OLD.exact, OLD.prefix, OLD.suffix, OLD.start, OLD."end", OLD.created_by, OLD.created_at) THEN
      RAISE EXCEPTION 'an excerpt never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.exact IS DISTINCT FROM (SELECT substr(c.text, NEW.start + 1, NEW."end" - NEW.start) FROM capture c WHERE c.id = NEW.capture_id) THEN
    RAISE EXCEPTION 'the excerpt is not in its capture' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER excerpt_verbatim BEFORE INSERT OR UPDATE ON "excerpt" FOR EACH ROW EXECUTE FUNCTION lock_excerpt();
--> statement-breakpoint
-- Rules 2 and 12: a capture never changes, but for a redaction that two people stand behind.
CREATE FUNCTION lock_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.bytes IS NULL OR NEW.text IS NULL OR encode(sha256(NEW.bytes), 'hex') <> NEW.bytes_sha256
      OR encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') <> NEW.text_sha256 OR char_length(NEW.text) <> NEW.text_length THEN
      RAISE EXCEPTION 'the capture does not match its hashes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - 'bytes' - 'text' IS DISTINCT FROM to_jsonb(OLD) - 'bytes' - 'text' OR NEW.bytes IS NOT NULL OR NEW.text IS NOT NULL
    OR NOT EXISTS (SELECT FROM redaction r WHERE r.capture_id = NEW.id AND r.confirmed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a capture never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER capture_immutable BEFORE INSERT OR UPDATE ON "capture" FOR EACH ROW EXECUTE FUNCTION lock_capture();
--> statement-breakpoint
-- Rules 4, 5, 7 and 8: a round's terms are fixed when it opens, and its state only goes forward.
CREATE FUNCTION lock_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.claim_id, NEW.number, NEW.quorum, NEW.fingerprint, NEW.reason, NEW.opened_by, NEW.opened_at)
    IS DISTINCT FROM (OLD.id, OLD.claim_id, OLD.number, OLD.quorum, OLD.fingerprint, OLD.reason, OLD.opened_by, OLD.opened_at) THEN
    RAISE EXCEPTION 'the terms of a round never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT ((OLD.state = 'open') OR (OLD.state = 'revealed' AND NEW.state = 'superseded')) THEN
    RAISE EXCEPTION 'a round never goes back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER round_forward BEFORE UPDATE ON "round" FOR EACH ROW EXECUTE FUNCTION lock_round();
--> statement-breakpoint
-- Rule 5: a ballot is cast and recast while its round is open, and never after. The share lock makes a reveal wait.
CREATE FUNCTION lock_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE round_state text;
BEGIN
  SELECT r.state INTO round_state FROM round r WHERE r.id = NEW.round_id FOR SHARE;
  IF round_state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'the round is not open' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.round_id, NEW.account_id, NEW.cast_at) IS DISTINCT FROM (OLD.id, OLD.round_id, OLD.account_id, OLD.cast_at) THEN
    RAISE EXCEPTION 'a ballot stays whose it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.level IS NOT NULL AND NOT EXISTS (SELECT FROM account a WHERE a.id = NEW.account_id AND a.suspended_at IS NULL AND a.role <> 'observer') THEN
    RAISE EXCEPTION 'only active editors vote' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballot_open BEFORE INSERT OR UPDATE ON "ballot" FOR EACH ROW EXECUTE FUNCTION lock_ballot();
--> statement-breakpoint
CREATE FUNCTION lock_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM round r WHERE r.id = NEW.round_id AND r.claim_id = NEW.claim_id AND r.state = 'revealed') THEN
    RAISE EXCEPTION 'a finding needs its revealed round' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER finding_revealed BEFORE INSERT ON "finding" FOR EACH ROW EXECUTE FUNCTION lock_finding();
--> statement-breakpoint
-- Rule 10: a frozen revision keeps its text, and an ended one its state.
CREATE FUNCTION lock_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.incident_id <> OLD.incident_id OR NEW.created_by <> OLD.created_by OR NEW.created_at <> OLD.created_at THEN
    RAISE EXCEPTION 'a revision stays what it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.document IS DISTINCT FROM OLD.document AND NOT (OLD.state = 'draft' AND NEW.state = 'draft') THEN
    RAISE EXCEPTION 'a frozen revision keeps its text' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT (
    (OLD.state = 'draft' AND NEW.state IN ('in_review', 'withdrawn')) OR
    (OLD.state = 'in_review' AND NEW.state IN ('approved', 'changes_requested', 'withdrawn')) OR
    (OLD.state = 'approved' AND NEW.state IN ('published', 'changes_requested', 'withdrawn')) OR
    (OLD.state = 'published' AND NEW.state = 'superseded')) THEN
    RAISE EXCEPTION 'a revision cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_frozen BEFORE UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION lock_revision();
--> statement-breakpoint
CREATE FUNCTION lock_revision_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.revision_id, NEW.account_id, NEW.since) IS DISTINCT FROM (OLD.revision_id, OLD.account_id, OLD.since) THEN
    RAISE EXCEPTION 'an author stays an author' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_author_stays BEFORE UPDATE ON "revision_author" FOR EACH ROW EXECUTE FUNCTION lock_revision_author();
--> statement-breakpoint
-- Rule 10: by someone else, of something frozen. A redaction may empty the snapshot that the review keeps.
CREATE FUNCTION lock_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'snapshot' IS DISTINCT FROM to_jsonb(OLD) - 'snapshot' OR NEW.snapshot <> ''
      OR NOT EXISTS (SELECT FROM redaction r WHERE r.confirmed_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a review never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM revision_author a WHERE a.revision_id = NEW.revision_id AND a.account_id = NEW.account_id) THEN
    RAISE EXCEPTION 'an author cannot review' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.state IN ('in_review', 'approved')) THEN
    RAISE EXCEPTION 'only a frozen revision is reviewed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_by_another BEFORE INSERT OR UPDATE ON "review" FOR EACH ROW EXECUTE FUNCTION lock_review();
--> statement-breakpoint
-- Rules 10 and 12: published is what was approved, by enough others; it never changes, but for a redaction.
CREATE FUNCTION lock_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'document' IS DISTINCT FROM to_jsonb(OLD) - 'document'
      OR NOT EXISTS (SELECT FROM redaction r WHERE r.publication_id = NEW.id AND r.confirmed_at IS NOT NULL
        AND (NEW.document IS NULL OR r.kind = 'byline')) THEN
      RAISE EXCEPTION 'a publication never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.document IS NULL OR encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') <> NEW.hash THEN
    RAISE EXCEPTION 'the publication does not match its hash' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.number <> 1 + (SELECT count(*) FROM publication p WHERE p.incident_id = NEW.incident_id) THEN
    RAISE EXCEPTION 'publications are numbered without gaps' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.revision_id IS NULL THEN RETURN NEW; END IF;
  SELECT count(DISTINCT v.account_id) INTO given FROM review v
    WHERE v.revision_id = NEW.revision_id AND v.decision = 'approve' AND v.snapshot_hash = NEW.hash
      AND NOT EXISTS (SELECT FROM revision_author a WHERE a.revision_id = v.revision_id AND a.account_id = v.account_id);
  IF given < (SELECT t.approvals FROM team t)
    OR NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'only what was approved is published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_immutable BEFORE INSERT OR UPDATE ON "publication" FOR EACH ROW EXECUTE FUNCTION lock_publication();
--> statement-breakpoint
-- A redaction is proposed, then confirmed or declined; what it says stays.
CREATE FUNCTION lock_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NOT NULL AND (to_jsonb(NEW) - 'byline' IS DISTINCT FROM to_jsonb(OLD) - 'byline')
    OR OLD.declined_at IS NOT NULL
    OR (to_jsonb(NEW) - 'byline' - 'confirmed_by' - 'confirmed_at' - 'declined_at')
      IS DISTINCT FROM (to_jsonb(OLD) - 'byline' - 'confirmed_by' - 'confirmed_at' - 'declined_at') THEN
    RAISE EXCEPTION 'a redaction keeps what it says' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER redaction_keeps BEFORE UPDATE ON "redaction" FOR EACH ROW EXECUTE FUNCTION lock_redaction();
--> statement-breakpoint
-- The last active lead and the last active admin are safe. The advisory lock makes two demotions at once take turns.
CREATE FUNCTION lock_last_of_rank() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay.account.rank'));
  IF OLD.suspended_at IS NULL AND OLD.role = 'lead' AND (NEW.role <> 'lead' OR NEW.suspended_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM account a WHERE a.id <> OLD.id AND a.role = 'lead' AND a.suspended_at IS NULL) THEN
    RAISE EXCEPTION 'the last active lead' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'account_last_lead';
  END IF;
  IF OLD.suspended_at IS NULL AND OLD.is_admin AND (NOT NEW.is_admin OR NEW.suspended_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM account a WHERE a.id <> OLD.id AND a.is_admin AND a.suspended_at IS NULL) THEN
    RAISE EXCEPTION 'the last active admin' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'account_last_admin';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER account_last_of_rank BEFORE UPDATE OF role, is_admin, suspended_at ON "account" FOR EACH ROW EXECUTE FUNCTION lock_last_of_rank();
