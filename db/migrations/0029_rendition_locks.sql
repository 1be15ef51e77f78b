-- Translations of accounts (docs/decisions/0045). The evidence that each paragraph and heading of a text cites, in order.
CREATE FUNCTION text_citations(document jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_agg((SELECT coalesce(jsonb_agg(id ORDER BY id), '[]')
      FROM jsonb_path_query(block, '$.content[*] ? (@.type == "citation").attrs.evidenceId') AS id) ORDER BY n)
  FROM jsonb_path_query(document, 'strict $.** ? (@.type == "paragraph" || @.type == "heading")') WITH ORDINALITY AS blocks (block, n)
$$;
--> statement-breakpoint
-- Rules 9 and 10: as before, each language by itself; a translation keeps its version, and cites what that cites.
CREATE OR REPLACE FUNCTION lock_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NOT EXISTS (SELECT FROM incident i WHERE i.id = NEW.incident_id AND i.state = 'open')
      OR NEW.based_on IS NULL AND EXISTS (SELECT FROM revision r WHERE r.incident_id = NEW.incident_id
        AND r.language IS NOT DISTINCT FROM NEW.language)
      OR NEW.based_on IS NOT NULL AND NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.based_on
        AND r.incident_id = NEW.incident_id AND r.language IS NOT DISTINCT FROM NEW.language) THEN
      RAISE EXCEPTION 'a text begins as a draft of the last' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- One that is taken back goes on with its version, whatever became of that.
    IF NEW.translates IS NOT NULL
      AND NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.based_on AND r.translates = NEW.translates)
      AND NOT EXISTS (SELECT FROM publication p WHERE p.id = NEW.translates AND p.incident_id = NEW.incident_id
        AND p.revision_id IS NOT NULL AND p.document::jsonb ->> 'language' <> NEW.language) THEN
      RAISE EXCEPTION 'what is translated is an account as it was published' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.incident_id, NEW.translates, NEW.language, NEW.based_on, NEW.created_by, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.incident_id, OLD.translates, OLD.language, OLD.based_on, OLD.created_by, OLD.created_at) THEN
    RAISE EXCEPTION 'a revision stays what it is' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.document, NEW.words) IS DISTINCT FROM (OLD.document, OLD.words) THEN
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
    IF NEW.language IS NULL AND has_uncited_block(NEW.document, NEW.incident_id) THEN
      RAISE EXCEPTION 'a block cites nothing' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.language IS NOT NULL AND text_citations(NEW.document) IS DISTINCT FROM (SELECT text_citations(o.document)
        FROM publication p JOIN revision o ON o.id = p.revision_id WHERE p.id = NEW.translates) THEN
      RAISE EXCEPTION 'a translation cites what its original cites' USING ERRCODE = 'integrity_constraint_violation';
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
-- Rules 10 and 12: what is published in another language is what was approved, of the version that readers have; it is
-- taken back by a lead's notice, and goes with its version where that is redacted.
CREATE FUNCTION lock_rendition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given integer; original publication; says jsonb; last rendition;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'document' IS DISTINCT FROM to_jsonb(OLD) - 'document' OR NEW.document IS NOT NULL
      OR NOT EXISTS (SELECT FROM redaction r WHERE r.publication_id = NEW.publication_id AND r.kind = 'publication'
        AND r.confirmed_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a published translation never changes' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.document IS NULL OR encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') <> NEW.hash THEN
    RAISE EXCEPTION 'the translation does not match its hash' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT t.* INTO last FROM rendition t WHERE t.publication_id = NEW.publication_id AND t.language = NEW.language
    ORDER BY t.number DESC LIMIT 1;
  IF NEW.number <> 1 + coalesce(last.number, 0) THEN
    RAISE EXCEPTION 'translations are numbered without gaps' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT p.* INTO original FROM publication p WHERE p.id = NEW.publication_id AND p.incident_id = NEW.incident_id;
  says := NEW.document::jsonb;
  IF original.document IS NULL OR original.revision_id IS NULL OR says ->> 'kind' IS DISTINCT FROM 'translation'
    OR says ->> 'language' IS DISTINCT FROM NEW.language OR says #>> '{translates,sha256}' IS DISTINCT FROM original.hash
    OR says #>> '{translates,number}' IS DISTINCT FROM original.number::text
    OR says ->> 'withdrawn' IS DISTINCT FROM (CASE WHEN NEW.revision_id IS NULL THEN NEW.note END) THEN
    RAISE EXCEPTION 'a translation says what it translates' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.revision_id IS NULL THEN
    IF last.revision_id IS NULL OR NOT is_active_lead(NEW.published_by) THEN
      RAISE EXCEPTION 'a lead takes back what stands' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM publication p WHERE p.incident_id = NEW.incident_id AND p.number > original.number) THEN
    RAISE EXCEPTION 'the newest version is translated' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT count(*) INTO given FROM (SELECT DISTINCT ON (v.account_id) v.account_id, v.decision, v.snapshot_hash
      FROM review v WHERE v.revision_id = NEW.revision_id ORDER BY v.account_id, v.decided_at DESC, v.id DESC) AS decided
    WHERE decided.decision = 'approve' AND decided.snapshot_hash = NEW.hash
      AND NOT EXISTS (SELECT FROM revision_author a WHERE a.revision_id = NEW.revision_id AND a.account_id = decided.account_id);
  IF given < (SELECT t.approvals FROM team t)
    OR NOT EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.state IN ('approved', 'published')
      AND r.translates = NEW.publication_id AND r.language = NEW.language) THEN
    RAISE EXCEPTION 'only what was approved is published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rendition_immutable BEFORE INSERT OR UPDATE ON "rendition" FOR EACH ROW EXECUTE FUNCTION lock_rendition();
--> statement-breakpoint
CREATE TRIGGER rendition_no_delete BEFORE DELETE ON "rendition" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER rendition_no_truncate BEFORE TRUNCATE ON "rendition" FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
-- A text of an account is published as an account, and never a translation in its place.
CREATE FUNCTION lock_own_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM revision r WHERE r.id = NEW.revision_id AND r.language IS NOT NULL) THEN
    RAISE EXCEPTION 'a translation is no account' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_own_text BEFORE INSERT ON "publication" FOR EACH ROW
  WHEN (NEW.revision_id IS NOT NULL) EXECUTE FUNCTION lock_own_text();
--> statement-breakpoint
-- Rule 12: nothing that was redacted stays to be read in another language.
CREATE FUNCTION lock_redacted_renditions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM rendition t WHERE t.publication_id = NEW.id AND t.document IS NOT NULL) THEN
    RAISE EXCEPTION 'translations are redacted with their version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER publication_redacted_whole AFTER UPDATE OF document ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.document IS NULL) EXECUTE FUNCTION lock_redacted_renditions();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_event_left('id:rendition', 'redaction.confirmed');
--> statement-breakpoint
-- The text that a translation takes the place of ends with that translation's event.
DROP TRIGGER revision_leaves_event ON "revision";
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER revision_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "revision" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('id:revision', 'incident_id:publication', 'incident_id:rendition');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_public AFTER INSERT OR UPDATE OR DELETE ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_public_change();
--> statement-breakpoint
-- The log: a leaf for each translation and each notice that takes one back. It names the leaf of the version it is of,
-- whose redaction is the translation's too.
CREATE FUNCTION log_rendition_entry(of_rendition uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"%s","language":"%s","note":%s,"number":%s,"of":%s,"sha256":"%s","slug":"%s","translation":%s,"v":1}',
    log_instant(t.published_at), CASE WHEN t.revision_id IS NULL THEN 'translation-withdrawal' ELSE 'translation' END, t.language,
    log_json(log_sha256(t.note)), p.number, l.index, t.hash, l.entry::jsonb ->> 'slug', t.number)
  FROM rendition t JOIN publication p ON p.id = t.publication_id
    JOIN log_leaf l ON l.publication_id = p.id AND l.redaction_id IS NULL AND l.rendition_id IS NULL
  WHERE t.id = of_rendition
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION log_redaction_entry(of_redaction uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"redaction","number":%s,"of":%s,"reason":"%s","sha256":%s,"slug":"%s","v":1,"what":"%s"}',
    log_instant(r.confirmed_at), p.number, l.index, log_sha256(r.public_reason), log_json(log_sha256(p.document)),
    l.entry::jsonb ->> 'slug', r.kind)
  FROM redaction r JOIN publication p ON p.id = r.publication_id
    JOIN log_leaf l ON l.publication_id = p.id AND l.redaction_id IS NULL AND l.rendition_id IS NULL
  WHERE r.id = of_redaction AND r.confirmed_at IS NOT NULL
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM publication p JOIN LATERAL (SELECT l.entry FROM log_leaf l WHERE l.publication_id = p.id AND l.rendition_id IS NULL
      ORDER BY l.index DESC LIMIT 1) AS last ON true
    WHERE p.id = NEW.id AND last.entry::jsonb ->> 'sha256' IS NOT DISTINCT FROM log_sha256(p.document)) THEN
    RAISE EXCEPTION 'what is public is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_log_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.index <> (SELECT coalesce(max(l.index) + 1, 0) FROM log_leaf l) THEN
    RAISE EXCEPTION 'the log has no gap' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.entry IS DISTINCT FROM (CASE WHEN NEW.rendition_id IS NOT NULL THEN log_rendition_entry(NEW.rendition_id)
      WHEN NEW.redaction_id IS NULL THEN log_publication_entry(NEW.publication_id) ELSE log_redaction_entry(NEW.redaction_id) END)
    OR NEW.rendition_id IS NOT NULL AND (NEW.redaction_id IS NOT NULL
      OR NEW.publication_id <> (SELECT t.publication_id FROM rendition t WHERE t.id = NEW.rendition_id))
    OR NEW.redaction_id IS NOT NULL AND NEW.publication_id <> (SELECT r.publication_id FROM redaction r WHERE r.id = NEW.redaction_id) THEN
    RAISE EXCEPTION 'a leaf says what was published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_rendition_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay.log'));
  SELECT coalesce(max(l.index) + 1, 0) INTO next FROM log_leaf l;
  INSERT INTO log_leaf (index, publication_id, rendition_id, entry) VALUES (next, NEW.publication_id, NEW.id, log_rendition_entry(NEW.id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_is_logged AFTER INSERT ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_rendition_log();
--> statement-breakpoint
CREATE FUNCTION lock_rendition_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM log_leaf l WHERE l.rendition_id = NEW.id AND l.entry::jsonb ->> 'sha256' = NEW.hash) THEN
    RAISE EXCEPTION 'what is public is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_stays_logged AFTER INSERT ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_rendition_logged();
