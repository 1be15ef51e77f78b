ALTER TABLE "redaction" DROP CONSTRAINT "redaction_kind";--> statement-breakpoint
ALTER TABLE "redaction" DROP CONSTRAINT "redaction_target";--> statement-breakpoint
ALTER TABLE "redaction" ADD COLUMN "rendition_id" uuid;--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_rendition_id_rendition_id_fk" FOREIGN KEY ("rendition_id") REFERENCES "public"."rendition"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redaction_rendition" ON "redaction" USING btree ("rendition_id");--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_kind" CHECK ("redaction"."kind" in ('publication', 'capture', 'byline', 'translation'));--> statement-breakpoint
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_target" CHECK (("redaction"."kind" = 'capture') = ("redaction"."capture_id" is not null) and ("redaction"."kind" <> 'capture') = ("redaction"."publication_id" is not null) and ("redaction"."kind" = 'translation') = ("redaction"."rendition_id" is not null));--> statement-breakpoint
-- A translation redacted alone (docs/decisions/0020, 0045): a lead proposes, a second confirms, and its bytes go; its version stays.
CREATE OR REPLACE FUNCTION lock_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.confirmed_at IS NOT NULL OR NEW.declined_at IS NOT NULL OR NOT is_active_lead(NEW.proposed_by) THEN
      RAISE EXCEPTION 'a redaction begins as a proposal of a lead' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.rendition_id IS NOT NULL AND NOT EXISTS (SELECT FROM rendition t WHERE t.id = NEW.rendition_id
      AND t.publication_id = NEW.publication_id AND t.incident_id = NEW.incident_id AND t.revision_id IS NOT NULL) THEN
      RAISE EXCEPTION 'a redaction names the version of its translation' USING ERRCODE = 'integrity_constraint_violation';
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
CREATE OR REPLACE FUNCTION lock_rendition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given integer; original publication; says jsonb; last rendition;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'document' IS DISTINCT FROM to_jsonb(OLD) - 'document' OR NEW.document IS NOT NULL
      OR NOT EXISTS (SELECT FROM redaction r WHERE r.confirmed_at IS NOT NULL AND (r.rendition_id = NEW.id
        OR r.publication_id = NEW.publication_id AND r.kind = 'publication')) THEN
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
    IF last.revision_id IS NULL OR last.document IS NULL OR NOT is_active_lead(NEW.published_by) THEN
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
-- Its leaf names the translation's own. What follows reads of a version's redactions those of the version alone.
CREATE OR REPLACE FUNCTION log_redaction_entry(of_redaction uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"redaction","number":%s,"of":%s,"reason":"%s","sha256":%s,"slug":"%s","v":1,"what":"%s"}',
    log_instant(r.confirmed_at), p.number, l.index, log_sha256(r.public_reason),
    log_json(log_sha256(CASE WHEN r.rendition_id IS NULL THEN p.document ELSE (SELECT t.document FROM rendition t WHERE t.id = r.rendition_id) END)),
    l.entry::jsonb ->> 'slug', r.kind)
  FROM redaction r JOIN publication p ON p.id = r.publication_id
    JOIN log_leaf l ON l.publication_id = p.id AND l.redaction_id IS NULL AND l.rendition_id IS NOT DISTINCT FROM r.rendition_id
  WHERE r.id = of_redaction AND r.confirmed_at IS NOT NULL
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE done uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM log_append(NEW.id, NULL);
    RETURN NULL;
  END IF;
  FOR done IN SELECT r.id FROM redaction r WHERE r.publication_id = NEW.id AND r.rendition_id IS NULL AND r.confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM log_leaf l WHERE l.redaction_id = r.id) ORDER BY r.confirmed_at, r.id LOOP
    PERFORM log_append(NEW.id, done);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM publication p JOIN LATERAL (SELECT l.entry FROM log_leaf l LEFT JOIN redaction r ON r.id = l.redaction_id
      WHERE l.publication_id = p.id AND l.rendition_id IS NULL AND r.rendition_id IS NULL ORDER BY l.index DESC LIMIT 1) AS last ON true
    WHERE p.id = NEW.id AND last.entry::jsonb ->> 'sha256' IS NOT DISTINCT FROM log_sha256(p.document)) THEN
    RAISE EXCEPTION 'what is public is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_rendition_redaction_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE done uuid;
BEGIN
  FOR done IN SELECT r.id FROM redaction r WHERE r.rendition_id = NEW.id AND r.confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM log_leaf l WHERE l.redaction_id = r.id) ORDER BY r.confirmed_at, r.id LOOP
    PERFORM log_append(NEW.publication_id, done);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_redaction_is_logged AFTER UPDATE OF document ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_rendition_redaction_log();
--> statement-breakpoint
-- By its name after what appends. A translation's bytes are gone where an entry says so, its own or its version's.
CREATE FUNCTION lock_rendition_redaction_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM log_leaf l JOIN redaction r ON r.id = l.redaction_id
    WHERE r.rendition_id = NEW.id OR r.publication_id = NEW.publication_id AND r.kind = 'publication') THEN
    RAISE EXCEPTION 'what is public is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER rendition_redaction_stays_logged AFTER UPDATE OF document ON "rendition"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_rendition_redaction_logged();
--> statement-breakpoint
-- Rule 12: what is confirmed has gone.
CREATE FUNCTION lock_redacted_rendition_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM rendition t WHERE t.id = NEW.rendition_id AND t.document IS NOT NULL) THEN
    RAISE EXCEPTION 'a redacted translation is gone' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER redaction_rendition_gone AFTER UPDATE ON "redaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.rendition_id IS NOT NULL AND NEW.confirmed_at IS NOT NULL)
  EXECUTE FUNCTION lock_redacted_rendition_gone();
