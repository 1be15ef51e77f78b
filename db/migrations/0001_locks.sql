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
  FOREACH t IN ARRAY ARRAY['finding', 'outlet_grade'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
  -- These change under stated conditions, but no row of them ever goes.
  FOREACH t IN ARRAY ARRAY['account', 'team', 'incident', 'slug', 'notice', 'question', 'claim', 'party', 'place', 'source',
    'capture', 'exclusion', 'lineage', 'origin', 'excerpt', 'evidence', 'round', 'ballot', 'revision', 'revision_author',
    'review', 'publication', 'redaction', 'event', 'translation'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_no_delete', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Rule 1: the context of an excerpt is its capture's too, and what was withdrawn stays so.
CREATE FUNCTION lock_excerpt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.capture_id, NEW.start, NEW."end", NEW.created_by, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.capture_id, OLD.start, OLD."end", OLD.created_by, OLD.created_at)
      OR (NEW.exact, NEW.prefix, NEW.suffix) IS DISTINCT FROM (OLD.exact, OLD.prefix, OLD.suffix)
      AND NOT ((NEW.exact, NEW.prefix, NEW.suffix) = ('', '', '') AND is_redacted_capture(OLD.capture_id))
      OR OLD.withdrawn_at IS NOT NULL AND (NEW.withdrawn_at, NEW.withdrawn_by, NEW.withdrawn_reason)
        IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by, OLD.withdrawn_reason) THEN
      RAISE EXCEPTION 'an excerpt never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT FROM capture c WHERE c.id = NEW.capture_id AND NEW.exact = substr(c.text, NEW.start + 1, NEW."end" - NEW.start)
    AND NEW.prefix = right(left(c.text, NEW.start), char_length(NEW.prefix)) AND NEW.suffix = substr(c.text, NEW."end" + 1, char_length(NEW.suffix))) THEN
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
-- Rules 7 and 8: a round begins open, on evidence, with the team's quorum or less, and again on the same evidence only
-- with a reason; it is revealed with its quorum reached.
CREATE FUNCTION lock_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last round; levels bigint; recusals bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT r.* INTO last FROM round r WHERE r.claim_id = NEW.claim_id ORDER BY r.number DESC LIMIT 1;
    IF NEW.state <> 'open' OR NEW.revealed_at IS NOT NULL OR NEW.superseded_at IS NOT NULL
      OR NEW.number <> coalesce(last.number, 0) + 1
      OR NEW.quorum > (SELECT greatest(2, t.quorum) FROM team t)
      OR last.fingerprint = NEW.fingerprint AND trim(coalesce(NEW.reason, '')) = ''
      OR NOT EXISTS (SELECT FROM claim c JOIN incident i ON i.id = c.incident_id
        WHERE c.id = NEW.claim_id AND c.withdrawn_at IS NULL AND i.state = 'open')
      OR NOT EXISTS (SELECT FROM evidence v JOIN excerpt x ON x.id = v.excerpt_id
        WHERE v.claim_id = NEW.claim_id AND v.withdrawn_at IS NULL AND x.withdrawn_at IS NULL) THEN
      RAISE EXCEPTION 'a round begins open, and with evidence' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.claim_id, NEW.number, NEW.quorum, NEW.fingerprint, NEW.reason, NEW.opened_by, NEW.opened_at)
    IS DISTINCT FROM (OLD.id, OLD.claim_id, OLD.number, OLD.quorum, OLD.fingerprint, OLD.reason, OLD.opened_by, OLD.opened_at) THEN
    RAISE EXCEPTION 'the terms of a round never change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.state <> OLD.state AND NOT ((OLD.state = 'open') OR (OLD.state = 'revealed' AND NEW.state = 'superseded')) THEN
    RAISE EXCEPTION 'a round never goes back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.revealed_by, NEW.revealed_at) IS DISTINCT FROM (OLD.revealed_by, OLD.revealed_at)
    AND NOT (OLD.state = 'open' AND NEW.state = 'revealed') THEN
    RAISE EXCEPTION 'a round is revealed once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.state = 'open' AND NEW.state = 'revealed' THEN
    SELECT count(b.level), count(*) - count(b.level) INTO levels, recusals
      FROM ballot b JOIN account a ON a.id = b.account_id WHERE b.round_id = NEW.id AND a.suspended_at IS NULL;
    IF levels < greatest(2, NEW.quorum - recusals) THEN
      RAISE EXCEPTION 'the quorum is not reached' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER round_forward BEFORE INSERT OR UPDATE ON "round" FOR EACH ROW EXECUTE FUNCTION lock_round();
--> statement-breakpoint
-- Rules 5 and 6: of active editors alone, recusals too; and "confirmed" has to be earned.
CREATE FUNCTION lock_ballot() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE voted round;
BEGIN
  SELECT r.* INTO voted FROM round r WHERE r.id = NEW.round_id FOR SHARE;
  IF voted.state IS DISTINCT FROM 'open' THEN
    RAISE EXCEPTION 'the round is not open' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.round_id, NEW.account_id, NEW.cast_at) IS DISTINCT FROM (OLD.id, OLD.round_id, OLD.account_id, OLD.cast_at) THEN
    RAISE EXCEPTION 'a ballot stays whose it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT is_active_editor(NEW.account_id) THEN
    RAISE EXCEPTION 'only active editors vote' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.level = 'confirmed' AND NOT has_two_origins(voted.claim_id) THEN
    RAISE EXCEPTION 'confirmed takes two independent origins' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ballot_open BEFORE INSERT OR UPDATE ON "ballot" FOR EACH ROW EXECUTE FUNCTION lock_ballot();
--> statement-breakpoint
-- Rule 7: the finding is what its ballots say (domain/round.ts states the same).
CREATE FUNCTION lock_finding() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  scale text[] := ARRAY['improbable', 'doubtful', 'possible', 'probable', 'confirmed'];
  levels text[]; steps integer[]; rated integer; dropped integer; middle text; width integer;
BEGIN
  IF NOT EXISTS (SELECT FROM round r WHERE r.id = NEW.round_id AND r.claim_id = NEW.claim_id AND r.state = 'revealed') THEN
    RAISE EXCEPTION 'a finding needs its revealed round' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT coalesce(array_agg(b.level), '{}') INTO levels FROM ballot b JOIN account a ON a.id = b.account_id
    WHERE b.round_id = NEW.round_id AND b.level IS NOT NULL AND a.suspended_at IS NULL;
  SELECT array_agg(array_position(scale, level) ORDER BY array_position(scale, level)) INTO steps
    FROM unnest(levels) AS level WHERE level <> 'unknown';
  rated := coalesce(cardinality(steps), 0);
  dropped := rated / 4;
  middle := CASE WHEN 2 * (cardinality(levels) - rated) >= cardinality(levels) THEN 'unknown' ELSE scale[steps[(rated + 1) / 2]] END;
  width := steps[rated - dropped] - steps[1 + dropped];
  IF NEW.level <> middle OR NEW.spread IS DISTINCT FROM width
    OR EXISTS (SELECT FROM unnest(scale || 'unknown'::text) AS level
      WHERE (NEW.distribution ->> level)::integer IS DISTINCT FROM cardinality(array_positions(levels, level))) THEN
    RAISE EXCEPTION 'the finding is not what the ballots say' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER finding_revealed BEFORE INSERT ON "finding" FOR EACH ROW EXECUTE FUNCTION lock_finding();
--> statement-breakpoint
-- Rules 9 and 10: a text begins as a draft of what was there, is edited by its authors alone, keeps its words once it
-- is frozen, and is submitted cited, with everybody behind it who edited the drafts it came from.
CREATE FUNCTION lock_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NOT EXISTS (SELECT FROM incident i WHERE i.id = NEW.incident_id AND i.state = 'open')
      OR NEW.based_on IS NULL AND EXISTS (SELECT FROM revision r WHERE r.incident_id = NEW.incident_id)
      OR NEW.based_on IS NOT NULL AND NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.based_on AND r.incident_id = NEW.incident_id) THEN
      RAISE EXCEPTION 'a text begins as a draft of the last' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.incident_id, NEW.based_on, NEW.created_by, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.incident_id, OLD.based_on, OLD.created_by, OLD.created_at) THEN
    RAISE EXCEPTION 'a revision stays what it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.document IS DISTINCT FROM OLD.document THEN
    IF NOT (OLD.state = 'draft' AND NEW.state = 'draft') THEN
      RAISE EXCEPTION 'a frozen revision keeps its text' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM revision_author a WHERE a.revision_id = NEW.id AND a.account_id = NEW.updated_by) THEN
      RAISE EXCEPTION 'whoever edits is an author' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  IF NEW.state <> OLD.state AND NOT (
    (OLD.state = 'draft' AND NEW.state IN ('in_review', 'withdrawn')) OR
    (OLD.state = 'in_review' AND NEW.state IN ('approved', 'changes_requested', 'withdrawn')) OR
    (OLD.state = 'approved' AND NEW.state IN ('published', 'changes_requested', 'withdrawn')) OR
    (OLD.state = 'published' AND NEW.state = 'superseded')) THEN
    RAISE EXCEPTION 'a revision cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.state = 'draft' AND NEW.state = 'in_review' THEN
    IF has_uncited_block(NEW.document, NEW.incident_id) THEN
      RAISE EXCEPTION 'a block cites nothing' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (WITH RECURSIVE before AS (
        SELECT r.id, r.based_on FROM revision r WHERE r.id = NEW.based_on AND r.state NOT IN ('published', 'superseded')
        UNION SELECT r.id, r.based_on FROM before b JOIN revision r ON r.id = b.based_on AND r.state NOT IN ('published', 'superseded'))
      SELECT a.account_id FROM before b JOIN revision_author a ON a.revision_id = b.id
      EXCEPT SELECT a.account_id FROM revision_author a WHERE a.revision_id = NEW.id) THEN
      RAISE EXCEPTION 'an author since the last publication is missing' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_frozen BEFORE INSERT OR UPDATE ON "revision" FOR EACH ROW EXECUTE FUNCTION lock_revision();
--> statement-breakpoint
-- Rule 10: who is an author, and under which byline, is settled when the text is frozen.
CREATE FUNCTION lock_revision_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.revision_id, NEW.account_id, NEW.since) IS DISTINCT FROM (OLD.revision_id, OLD.account_id, OLD.since) THEN
    RAISE EXCEPTION 'an author stays an author' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.state <> 'draft' AND NOT (TG_OP = 'UPDATE'
    AND NEW.byline IS NULL AND EXISTS (SELECT FROM redaction d
      WHERE d.incident_id = r.incident_id AND d.kind = 'byline' AND d.confirmed_at IS NOT NULL))) THEN
    RAISE EXCEPTION 'a frozen revision keeps its authors' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_author_stays BEFORE INSERT OR UPDATE ON "revision_author" FOR EACH ROW EXECUTE FUNCTION lock_revision_author();
--> statement-breakpoint
-- Rule 10: by an active editor who is no author, of the very page whose hash it keeps, and not twice in a row. A
-- redaction empties the pages of its own incident, and of those that quote its capture.
CREATE FUNCTION lock_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'snapshot' IS DISTINCT FROM to_jsonb(OLD) - 'snapshot' OR NEW.snapshot <> ''
      OR NOT EXISTS (SELECT FROM revision v JOIN redaction r ON r.confirmed_at IS NOT NULL
        WHERE v.id = NEW.revision_id AND (r.incident_id = v.incident_id OR EXISTS (SELECT FROM evidence e
          JOIN excerpt x ON x.id = e.excerpt_id WHERE e.incident_id = v.incident_id AND x.capture_id = r.capture_id))) THEN
      RAISE EXCEPTION 'a review never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF encode(sha256(convert_to(NEW.snapshot, 'UTF8')), 'hex') <> NEW.snapshot_hash THEN
    RAISE EXCEPTION 'the page does not match its hash' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NOT is_active_editor(NEW.account_id)
    OR EXISTS (SELECT FROM revision_author a WHERE a.revision_id = NEW.revision_id AND a.account_id = NEW.account_id) THEN
    RAISE EXCEPTION 'an author cannot review' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM FROM revision r WHERE r.id = NEW.revision_id AND r.state IN ('in_review', 'approved') FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a frozen revision is reviewed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.decision = 'approve' AND EXISTS (SELECT FROM (SELECT v.decision, v.snapshot_hash FROM review v
      WHERE v.revision_id = NEW.revision_id AND v.account_id = NEW.account_id ORDER BY v.decided_at DESC, v.id DESC LIMIT 1) AS last
    WHERE last.decision = 'approve' AND last.snapshot_hash = NEW.snapshot_hash) THEN
    RAISE EXCEPTION 'this very page was approved already' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER review_by_another BEFORE INSERT OR UPDATE ON "review" FOR EACH ROW EXECUTE FUNCTION lock_review();
--> statement-breakpoint
-- Rules 10 and 12: published is what was approved, by enough others in their last decision. A redaction takes the
-- whole document, or one of its bylines and nothing else.
CREATE FUNCTION lock_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'document' IS DISTINCT FROM to_jsonb(OLD) - 'document' OR OLD.document IS NULL AND NEW.document IS NOT NULL
      OR NOT EXISTS (SELECT FROM redaction r WHERE r.publication_id = NEW.id AND r.confirmed_at IS NOT NULL AND CASE r.kind
        WHEN 'publication' THEN NEW.document IS NULL
        ELSE NEW.document::jsonb - 'bylines' = OLD.document::jsonb - 'bylines'
          AND NEW.document::jsonb -> 'bylines' <@ (OLD.document::jsonb -> 'bylines') END) THEN
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
  SELECT count(*) INTO given FROM (SELECT DISTINCT ON (v.account_id) v.account_id, v.decision, v.snapshot_hash
      FROM review v WHERE v.revision_id = NEW.revision_id ORDER BY v.account_id, v.decided_at DESC, v.id DESC) AS last
    WHERE last.decision = 'approve' AND last.snapshot_hash = NEW.hash
      AND NOT EXISTS (SELECT FROM revision_author a WHERE a.revision_id = NEW.revision_id AND a.account_id = last.account_id);
  IF given < (SELECT t.approvals FROM team t)
    OR NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.state IN ('approved', 'published')) THEN
    RAISE EXCEPTION 'only what was approved is published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_immutable BEFORE INSERT OR UPDATE ON "publication" FOR EACH ROW EXECUTE FUNCTION lock_publication();
--> statement-breakpoint
-- Rule 12: a lead proposes, a second active editor confirms while the lead still is one; what it says stays, and its
-- byline is only ever forgotten.
CREATE FUNCTION lock_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.confirmed_at IS NOT NULL OR NEW.declined_at IS NOT NULL OR NOT is_active_lead(NEW.proposed_by) THEN
      RAISE EXCEPTION 'a redaction begins as a proposal of a lead' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.confirmed_at IS NOT NULL AND (to_jsonb(NEW) - 'byline' IS DISTINCT FROM to_jsonb(OLD) - 'byline')
    OR OLD.declined_at IS NOT NULL
    OR (to_jsonb(NEW) - 'byline' - 'confirmed_by' - 'confirmed_at' - 'declined_at')
      IS DISTINCT FROM (to_jsonb(OLD) - 'byline' - 'confirmed_by' - 'confirmed_at' - 'declined_at')
    OR NEW.byline IS NOT NULL AND NEW.byline IS DISTINCT FROM OLD.byline THEN
    RAISE EXCEPTION 'a redaction keeps what it says' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.confirmed_by IS NULL AND NEW.confirmed_by IS NOT NULL AND NOT (is_active_editor(NEW.confirmed_by) AND is_active_lead(NEW.proposed_by)) THEN
    RAISE EXCEPTION 'a redaction takes a lead and a second editor' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER redaction_keeps BEFORE INSERT OR UPDATE ON "redaction" FOR EACH ROW EXECUTE FUNCTION lock_redaction();
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
--> statement-breakpoint
-- Rule 12: where a capture is redacted, what was cut from it goes with it: passages, their translations, and their
-- quotation in the history. Nothing else about them changes (docs/decisions/0020).
CREATE FUNCTION is_redacted_capture(capture uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM redaction r WHERE r.capture_id = capture AND r.confirmed_at IS NOT NULL)
$$;
--> statement-breakpoint
CREATE FUNCTION lock_translation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'text' IS DISTINCT FROM to_jsonb(OLD) - 'text' OR NEW.text <> ''
    OR NOT EXISTS (SELECT FROM excerpt e WHERE e.id = OLD.excerpt_id AND is_redacted_capture(e.capture_id)) THEN
    RAISE EXCEPTION 'translation is append-only: update refused' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION lock_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'detail' IS DISTINCT FROM to_jsonb(OLD) - 'detail' OR NOT OLD.detail ? 'exact'
    OR NEW.detail IS DISTINCT FROM OLD.detail || '{"exact": ""}'
    OR NOT EXISTS (SELECT FROM excerpt e LEFT JOIN evidence v ON v.excerpt_id = e.id
      WHERE OLD.subject_id IN (e.id, v.id) AND is_redacted_capture(e.capture_id)) THEN
    RAISE EXCEPTION 'event is append-only: update refused' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER translation_redacted_only BEFORE UPDATE ON "translation" FOR EACH ROW EXECUTE FUNCTION lock_translation();
--> statement-breakpoint
CREATE TRIGGER event_redacted_only BEFORE UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION lock_event();
--> statement-breakpoint
-- Rule 12: what evidence quotes and bears on stays; it is withdrawn once, for good. Its source serves the incident.
CREATE FUNCTION lock_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM excerpt x JOIN capture c ON c.id = x.capture_id
      JOIN incident_source s ON s.source_id = c.source_id AND s.incident_id = NEW.incident_id
      WHERE x.id = NEW.excerpt_id AND x.withdrawn_at IS NULL) THEN
      RAISE EXCEPTION 'the passage is not of a source of this incident' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.incident_id, NEW.excerpt_id, NEW.claim_id, NEW.created_by, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.incident_id, OLD.excerpt_id, OLD.claim_id, OLD.created_by, OLD.created_at)
    OR OLD.withdrawn_at IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'what evidence quotes and bears on stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER evidence_stays BEFORE INSERT OR UPDATE ON "evidence" FOR EACH ROW EXECUTE FUNCTION lock_evidence();
--> statement-breakpoint
-- Companions of the record: a mark, a notice and an address end once, and otherwise stay what they are.
CREATE FUNCTION lock_companion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ends text[] := TG_ARGV;
BEGIN
  IF to_jsonb(NEW) - ends IS DISTINCT FROM to_jsonb(OLD) - ends
    OR TG_TABLE_NAME <> 'slug' AND to_jsonb(OLD) ->> ends[1] IS NOT NULL AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION '% stays what it is', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_stays BEFORE UPDATE ON "notice" FOR EACH ROW EXECUTE FUNCTION lock_companion('lifted_at', 'lifted_by', 'lift_reason');
--> statement-breakpoint
CREATE TRIGGER exclusion_stays BEFORE UPDATE ON "exclusion" FOR EACH ROW EXECUTE FUNCTION lock_companion('lifted_at');
--> statement-breakpoint
CREATE TRIGGER slug_stays BEFORE UPDATE ON "slug" FOR EACH ROW EXECUTE FUNCTION lock_companion('retired_at');
--> statement-breakpoint
-- The workflow: nothing is being voted on or written in an incident that is closed.
CREATE FUNCTION lock_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM round r JOIN claim c ON c.id = r.claim_id WHERE c.incident_id = NEW.id AND r.state = 'open')
    OR EXISTS (SELECT FROM revision r WHERE r.incident_id = NEW.id AND r.state IN ('draft', 'in_review', 'approved')) THEN
    RAISE EXCEPTION 'work goes on in this incident' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER incident_closing BEFORE UPDATE ON "incident" FOR EACH ROW
  WHEN (OLD.state = 'open' AND NEW.state = 'closed') EXECUTE FUNCTION lock_closing();
--> statement-breakpoint
-- Rules 3 and 6: are there two pieces of supporting evidence of known origin that nothing joins? From the first one
-- everything is reached that shares an origin, a party, a side or the reporting of copies with it (domain/origin.ts).
CREATE FUNCTION has_two_origins(of_claim uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE piece AS (
    SELECT v.id, v.origin_id, o.party_id, c.source_id, p.side_id
    FROM evidence v JOIN origin o ON o.id = v.origin_id JOIN excerpt x ON x.id = v.excerpt_id
    JOIN capture c ON c.id = x.capture_id
    LEFT JOIN side_party p ON p.incident_id = v.incident_id AND p.party_id = o.party_id
    WHERE v.claim_id = of_claim AND v.stance = 'supports' AND v.withdrawn_at IS NULL AND x.withdrawn_at IS NULL
  ), original(source_id, of_id) AS (
    SELECT source_id, source_id FROM piece UNION
    SELECT o.source_id, l.of_id FROM original o
    JOIN lineage l ON l.source_id = o.of_id AND l.state = 'confirmed' AND l.kind <> 'quotes'
  ), kin(source_id, other_id) AS (
    SELECT source_id, source_id FROM piece UNION
    SELECT k.source_id, CASE WHEN l.source_id = k.other_id THEN l.of_id ELSE l.source_id END FROM kin k
    JOIN lineage l ON k.other_id IN (l.source_id, l.of_id) AND l.state = 'confirmed' AND l.kind <> 'quotes'
  ), family AS (
    SELECT source_id, min(other_id::text) AS family FROM kin GROUP BY source_id
  ), mark(id, mark) AS (
    SELECT id, 'origin ' || origin_id FROM piece UNION
    SELECT id, 'party ' || party_id FROM piece WHERE party_id IS NOT NULL UNION
    SELECT id, 'side ' || side_id FROM piece WHERE side_id IS NOT NULL UNION
    SELECT p.id, 'family ' || f.family FROM piece p JOIN family f ON f.source_id = p.source_id
    WHERE EXISTS (SELECT FROM original o JOIN source s ON s.id = o.of_id
      WHERE o.source_id = p.source_id AND s.outlet_id = p.party_id)
  ), reached(id) AS (
    (SELECT id FROM piece ORDER BY id LIMIT 1) UNION
    SELECT b.id FROM reached r JOIN mark a ON a.id = r.id JOIN mark b ON b.mark = a.mark
  )
  SELECT EXISTS (SELECT FROM piece WHERE id NOT IN (SELECT id FROM reached))
$$;
--> statement-breakpoint
CREATE FUNCTION is_active_editor(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.id = who AND a.suspended_at IS NULL AND a.role <> 'observer')
$$;
--> statement-breakpoint
CREATE FUNCTION is_active_lead(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.id = who AND a.suspended_at IS NULL AND a.role = 'lead')
$$;
--> statement-breakpoint
CREATE FUNCTION cited_evidence(document jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT (id #>> '{}')::uuid FROM jsonb_path_query(document, '$.** ? (@.type == "citation").attrs.evidenceId') AS id
$$;
--> statement-breakpoint
CREATE FUNCTION is_standing_evidence(evidence_id uuid, of_incident uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM evidence v JOIN excerpt x ON x.id = v.excerpt_id
    WHERE v.id = evidence_id AND v.incident_id = of_incident AND v.withdrawn_at IS NULL AND x.withdrawn_at IS NULL)
$$;
--> statement-breakpoint
-- Rule 9: does a paragraph, a quotation or a list item say something and cite nothing that stands? An item is asked
-- with the items within it, so this refuses nothing that domain/citation.ts allows.
CREATE FUNCTION has_uncited_block(document jsonb, of_incident uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM (
      SELECT block FROM jsonb_path_query(document, '$.content[*] ? (@.type == "paragraph" || @.type == "blockquote")') AS block
      UNION ALL SELECT block FROM jsonb_path_query(document, '$.** ? (@.type == "listItem")') AS block) AS blocks
    WHERE (EXISTS (SELECT FROM cited_evidence(block))
        OR EXISTS (SELECT FROM jsonb_path_query(block, '$.** ? (@.type == "text").text') AS line
          WHERE line #>> '{}' ~ '[^\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]'))
      AND NOT EXISTS (SELECT FROM cited_evidence(block) AS id WHERE is_standing_evidence(id, of_incident)))
$$;
--> statement-breakpoint
-- Rules 9 and 11, but for staleness, which only the fingerprint of domain/round.ts can tell.
CREATE FUNCTION lock_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words jsonb; cited uuid[];
BEGIN
  SELECT r.document INTO words FROM revision r WHERE r.id = NEW.revision_id;
  -- Frozen, its blocks cite what they cited when it was submitted: so nothing of that may be gone.
  IF EXISTS (SELECT FROM cited_evidence(words) AS id WHERE NOT is_standing_evidence(id, NEW.incident_id)) THEN
    RAISE EXCEPTION 'what it cites does not stand' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT coalesce(array_agg(DISTINCT v.claim_id), '{}') INTO cited FROM cited_evidence(words) AS cite(id) JOIN evidence v ON v.id = cite.id
    WHERE v.claim_id IS NOT NULL;
  IF NOT EXISTS (SELECT FROM claim c WHERE c.id = ANY (cited) AND c.is_central)
    OR EXISTS (SELECT FROM claim c WHERE c.id = ANY (cited) AND (c.withdrawn_at IS NOT NULL
      OR EXISTS (SELECT FROM round r WHERE r.claim_id = c.id AND r.state = 'open')
      OR NOT EXISTS (SELECT FROM round r WHERE r.claim_id = c.id AND r.state = 'revealed'))) THEN
    RAISE EXCEPTION 'a cited claim has no finding, or the central one is not cited' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM claim c JOIN round r ON r.claim_id = c.id AND r.state = 'revealed' JOIN finding f ON f.round_id = r.id
    WHERE c.id = ANY (cited) AND f.level IN ('probable', 'confirmed') GROUP BY c.question_id HAVING count(*) > 1) THEN
    RAISE EXCEPTION 'two rivals cannot both be likely' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_gate BEFORE INSERT ON "publication" FOR EACH ROW
  WHEN (NEW.revision_id IS NOT NULL) EXECUTE FUNCTION lock_gate();
--> statement-breakpoint
-- Rule 13: what changes leaves its event in the same transaction. Each event is noted for as long as its transaction
-- lasts; at the commit every changed row asks whether one of them is about it, or it all does not happen. What is noted
-- is stored nowhere, so it tells nothing of a recast either (docs/decisions/0023).
CREATE FUNCTION note_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('assay.events', coalesce(current_setting('assay.events', true), '')
    || format('%1$s %2$s:%3$s %2$s:%4$s ', NEW.kind, split_part(NEW.kind, '.', 1), NEW.subject_id, NEW.incident_id), true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_noted AFTER INSERT ON "event" FOR EACH ROW EXECUTE FUNCTION note_event();
--> statement-breakpoint
-- Its arguments: either column:noun, for an event of that noun about what the column names, or the kind of an event
-- that answers for this table whatever it is about.
CREATE FUNCTION lock_event_left() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE noted text := coalesce(current_setting('assay.events', true), ''); changed record; wanted text; about text;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  FOREACH wanted IN ARRAY TG_ARGV LOOP
    CASE split_part(wanted, ':', 1)
      WHEN 'id' THEN about := changed.id;
      WHEN 'incident_id' THEN about := changed.incident_id;
      WHEN 'account_id' THEN about := changed.account_id;
      WHEN 'claim_id' THEN about := changed.claim_id;
      WHEN 'evidence_id' THEN about := changed.evidence_id;
      WHEN 'party_id' THEN about := changed.party_id;
      WHEN 'place_id' THEN about := changed.place_id;
      WHEN 'revision_id' THEN about := changed.revision_id;
      WHEN 'round_id' THEN about := changed.round_id;
      WHEN 'source_id' THEN about := changed.source_id;
      ELSE about := NULL;
    END CASE;
    IF strpos(noted, coalesce(split_part(wanted, ':', 2) || ':' || about, wanted) || ' ') > 0 THEN RETURN NULL; END IF;
  END LOOP;
  -- Autosaves leave one event per author and draft: the first.
  IF TG_TABLE_NAME = 'revision' AND TG_OP = 'UPDATE' THEN
    IF NEW.state = OLD.state AND EXISTS (SELECT FROM event e
      WHERE e.subject_id = NEW.id AND e.kind = 'revision.edited' AND e.actor_id = NEW.updated_by) THEN
      RETURN NULL;
    END IF;
  END IF;
  -- Not the code of the other locks: nobody asked for something forbidden, the program forgot something.
  RAISE EXCEPTION 'a change of % left no event', TG_TABLE_NAME USING ERRCODE = 'triggered_data_change_violation', CONSTRAINT = TG_NAME;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text; args text[];
BEGIN
  FOR t, args IN SELECT * FROM (VALUES
    ('access_link', ARRAY['id:invitation', 'account_id:reset', 'account_id:account', 'account.created']),
    ('account', ARRAY['id:account']),
    ('ballot', ARRAY['round_id:ballot']),
    ('capture', ARRAY['id:capture', 'redaction.confirmed']),
    ('claim', ARRAY['incident_id:claim']),
    ('claim_claimant', ARRAY['claim_id:claim']),
    ('evidence', ARRAY['id:evidence']),
    ('evidence_relay', ARRAY['evidence_id:evidence']),
    ('excerpt', ARRAY['id:excerpt', 'redaction.confirmed']),
    ('exclusion', ARRAY['id:exclusion']),
    ('finding', ARRAY['round_id:round']),
    ('incident', ARRAY['id:incident']),
    ('incident_member', ARRAY['incident_id:incident']),
    ('incident_party', ARRAY['incident_id:incident']),
    ('incident_relation', ARRAY['incident_id:incident']),
    ('incident_source', ARRAY['source_id:source']),
    ('incident_tag', ARRAY['incident_id:incident']),
    ('lineage', ARRAY['id:lineage']),
    ('notice', ARRAY['id:notice']),
    ('origin', ARRAY['id:origin']),
    ('outlet_grade', ARRAY['party_id:outlet']),
    ('party', ARRAY['id:party']),
    ('party_alias', ARRAY['party_id:party']),
    ('place', ARRAY['id:place']),
    ('place_name', ARRAY['place_id:place']),
    ('publication', ARRAY['incident_id:publication', 'redaction.confirmed']),
    ('question', ARRAY['id:question', 'incident_id:incident']),
    ('redaction', ARRAY['id:redaction']),
    ('review', ARRAY['revision_id:revision', 'redaction.confirmed']),
    ('revision', ARRAY['id:revision', 'incident_id:publication']),
    ('revision_author', ARRAY['revision_id:revision', 'revision_id:byline', 'redaction.confirmed']),
    ('round', ARRAY['id:round']),
    ('side', ARRAY['incident_id:incident']),
    ('side_party', ARRAY['incident_id:incident']),
    ('slug', ARRAY['incident_id:incident']),
    ('source', ARRAY['id:source']),
    ('team', ARRAY['team.changed']),
    ('translation', ARRAY['id:translation', 'redaction.confirmed'])) AS lock (of_table, asked)
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_event_left(%s)',
      t || '_leaves_event', t, (SELECT string_agg(quote_literal(arg), ', ') FROM unnest(args) AS arg));
  END LOOP;
END $$;
--> statement-breakpoint
-- A sign-in is no change of the record; the end of a session is.
CREATE CONSTRAINT TRIGGER session_leaves_event AFTER UPDATE OF ended_at ON "session" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION lock_event_left('id:session', 'account_id:account');
