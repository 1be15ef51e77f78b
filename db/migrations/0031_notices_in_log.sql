ALTER TABLE "log_leaf" ALTER COLUMN "publication_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "log_leaf" ADD COLUMN "notice_id" uuid;--> statement-breakpoint
ALTER TABLE "log_leaf" ADD COLUMN "notice_step" text;--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "log_leaf_notice" ON "log_leaf" USING btree ("notice_id","notice_step");--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_notice_step" CHECK ("log_leaf"."notice_step" in ('put', 'lifted'));--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_notice_whole" CHECK (num_nulls("log_leaf"."notice_id", "log_leaf"."notice_step") in (0, 2));--> statement-breakpoint
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_of_something" CHECK (("log_leaf"."publication_id" is null) = ("log_leaf"."notice_id" is not null or ("log_leaf"."redaction_id" is not null and "log_leaf"."publication_id" is null)));--> statement-breakpoint
-- What readers are told of an account beside its versions has a leaf of its own (docs/decisions/0037). It names the leaf of
-- the account's newest version; where nothing was published, nobody is told anything.
CREATE FUNCTION log_newest_of(of_incident uuid) RETURNS log_leaf LANGUAGE sql STABLE AS $$
  SELECT l FROM log_leaf l JOIN publication p ON p.id = l.publication_id
  WHERE p.incident_id = of_incident AND l.redaction_id IS NULL AND l.rendition_id IS NULL ORDER BY l.index DESC LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION log_told_entry(kind text, at timestamptz, reason text, of_leaf log_leaf, of_index integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"%s","number":%s,"of":%s,"reason":"%s","slug":"%s","v":1}', log_instant(at), kind,
    (of_leaf).entry::jsonb ->> 'number', of_index, log_sha256(reason), (of_leaf).entry::jsonb ->> 'slug')
$$;
--> statement-breakpoint
-- Null where it cannot be told yet.
CREATE FUNCTION log_notice_entry(of_notice uuid, step text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE n notice; own log_leaf;
BEGIN
  SELECT * INTO n FROM notice WHERE id = of_notice;
  IF step = 'put' THEN
    own := log_newest_of(n.incident_id);
    RETURN CASE WHEN own.index IS NOT NULL THEN log_told_entry('notice', n.begun_at, n.reason, own, own.index) END;
  END IF;
  SELECT * INTO own FROM log_leaf l WHERE l.notice_id = of_notice AND l.notice_step = 'put';
  RETURN CASE WHEN own.index IS NOT NULL AND n.lifted_at IS NOT NULL
    THEN log_told_entry('notice-lifted', n.lifted_at, coalesce(n.lift_reason, ''), own, own.index) END;
END $$;
--> statement-breakpoint
CREATE FUNCTION log_capture_entry(of_redaction uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE r redaction; own log_leaf;
BEGIN
  SELECT * INTO r FROM redaction WHERE id = of_redaction AND kind = 'capture' AND confirmed_at IS NOT NULL;
  own := log_newest_of(r.incident_id);
  RETURN CASE WHEN own.index IS NOT NULL THEN log_told_entry('capture-redaction', r.confirmed_at, r.public_reason, own, own.index) END;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_log_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.index <> (SELECT coalesce(max(l.index) + 1, 0) FROM log_leaf l) THEN
    RAISE EXCEPTION 'the log has no gap' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.entry IS DISTINCT FROM (CASE WHEN NEW.notice_id IS NOT NULL THEN log_notice_entry(NEW.notice_id, NEW.notice_step)
      WHEN NEW.publication_id IS NULL THEN log_capture_entry(NEW.redaction_id)
      WHEN NEW.rendition_id IS NOT NULL THEN log_rendition_entry(NEW.rendition_id)
      WHEN NEW.redaction_id IS NULL THEN log_publication_entry(NEW.publication_id) ELSE log_redaction_entry(NEW.redaction_id) END)
    OR NEW.notice_id IS NOT NULL AND (NEW.redaction_id IS NOT NULL OR NEW.rendition_id IS NOT NULL)
    OR NEW.rendition_id IS NOT NULL AND (NEW.redaction_id IS NOT NULL
      OR NEW.publication_id IS DISTINCT FROM (SELECT t.publication_id FROM rendition t WHERE t.id = NEW.rendition_id))
    OR NEW.redaction_id IS NOT NULL
      AND NEW.publication_id IS DISTINCT FROM (SELECT r.publication_id FROM redaction r WHERE r.id = NEW.redaction_id) THEN
    RAISE EXCEPTION 'a leaf says what was published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION log_append_told(of_notice uuid, step text, of_redaction uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE next integer; told text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay.log'));
  told := CASE WHEN of_redaction IS NULL THEN log_notice_entry(of_notice, step) ELSE log_capture_entry(of_redaction) END;
  IF told IS NULL OR EXISTS (SELECT FROM log_leaf l WHERE l.notice_id = of_notice AND l.notice_step = step OR l.redaction_id = of_redaction) THEN
    RETURN;
  END IF;
  SELECT coalesce(max(l.index) + 1, 0) INTO next FROM log_leaf l;
  INSERT INTO log_leaf (index, notice_id, notice_step, redaction_id, entry) VALUES (next, of_notice, step, of_redaction, told);
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_notice_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM log_append_told(NEW.id, 'put', NULL);
  IF NEW.lifted_at IS NOT NULL THEN
    PERFORM log_append_told(NEW.id, 'lifted', NULL);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER notice_is_logged AFTER INSERT OR UPDATE ON "notice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_notice_log();
--> statement-breakpoint
CREATE FUNCTION keep_capture_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM log_append_told(NULL, NULL, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER redaction_is_logged AFTER INSERT OR UPDATE ON "redaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'capture' AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION keep_capture_log();
--> statement-breakpoint
-- What was redacted before an account was first published is told with it. By its name it comes after the version's own leaf.
CREATE FUNCTION keep_captures_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone uuid;
BEGIN
  FOR gone IN SELECT r.id FROM redaction r WHERE r.incident_id = NEW.incident_id AND r.kind = 'capture' AND r.confirmed_at IS NOT NULL
    ORDER BY r.confirmed_at, r.id LOOP
    PERFORM log_append_told(NULL, NULL, gone);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER publication_tells_redactions AFTER INSERT ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.number = 1) EXECUTE FUNCTION keep_captures_log();
--> statement-breakpoint
-- Nothing is told that is not in the log. By their names these come after what appends.
CREATE FUNCTION lock_notice_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF log_notice_entry(NEW.id, 'put') IS NOT NULL AND (SELECT count(*) FROM log_leaf l WHERE l.notice_id = NEW.id)
    < (CASE WHEN NEW.lifted_at IS NULL THEN 1 ELSE 2 END) THEN
    RAISE EXCEPTION 'what readers are told is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER notice_stays_logged AFTER INSERT OR UPDATE ON "notice"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_notice_logged();
--> statement-breakpoint
CREATE FUNCTION lock_capture_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF log_capture_entry(NEW.id) IS NOT NULL AND NOT EXISTS (SELECT FROM log_leaf l WHERE l.redaction_id = NEW.id) THEN
    RAISE EXCEPTION 'what readers are told is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER redaction_stays_logged AFTER INSERT OR UPDATE ON "redaction"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'capture' AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION lock_capture_logged();
--> statement-breakpoint
-- What readers were told before: logged now, each with the time when it was told, in that order. Their leaves stand after those
-- of later publications, and so say themselves that they were added afterwards.
DO $$
DECLARE line record;
BEGIN
  FOR line IN
    SELECT n.id AS notice_id, 'put' AS step, NULL::uuid AS redaction_id, n.begun_at AS at FROM notice n
    UNION ALL SELECT n.id, 'lifted', NULL, n.lifted_at FROM notice n WHERE n.lifted_at IS NOT NULL
    UNION ALL SELECT NULL, NULL, r.id, r.confirmed_at FROM redaction r WHERE r.kind = 'capture' AND r.confirmed_at IS NOT NULL
    ORDER BY at, step DESC
  LOOP
    PERFORM log_append_told(line.notice_id, line.step, line.redaction_id);
  END LOOP;
END $$;
