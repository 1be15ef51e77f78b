-- How many approved stands in the leaf of a publication too (docs/decisions/0065), from now on: what is logged is never
-- written anew. It is as many as did; a version that was published before they were counted has no number.
CREATE OR REPLACE FUNCTION log_publication_entry(of_publication uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{%s"at":"%s","kind":"%s","note":%s,"number":%s,"sha256":"%s","slug":"%s","v":1}',
    '"approvals":' || p.approvals || ',', log_instant(p.published_at),
    coalesce(p.correction_kind, 'publication'), log_json(log_sha256(p.correction_note)), p.number, p.hash,
    -- What was redacted before there was a log says its address no more.
    coalesce(p.document::jsonb #>> '{incident,slug}', (SELECT s.slug FROM slug s WHERE s.incident_id = p.incident_id
      AND s.retired_at IS NULL ORDER BY s.created_at DESC, s.slug LIMIT 1)))
  FROM publication p WHERE p.id = of_publication
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_publication() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF EXISTS (SELECT FROM publication p WHERE p.incident_id = NEW.incident_id AND p.published_at > NEW.published_at) THEN
    RAISE EXCEPTION 'a version is no older than the one before it' USING ERRCODE = 'integrity_constraint_violation';
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
  IF NEW.approvals <> given THEN
    RAISE EXCEPTION 'so many did not approve it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
