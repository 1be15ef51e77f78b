-- Rule 12: where a capture is redacted, what was cut from it goes with it: passages, their translations, and their
-- quotation in the history. Nothing else about them changes (docs/decisions/0020).
CREATE FUNCTION is_redacted_capture(capture uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM redaction r WHERE r.capture_id = capture AND r.confirmed_at IS NOT NULL)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lock_excerpt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.capture_id, NEW.start, NEW."end", NEW.created_by, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.capture_id, OLD.start, OLD."end", OLD.created_by, OLD.created_at)
      OR (NEW.exact, NEW.prefix, NEW.suffix) IS DISTINCT FROM (OLD.exact, OLD.prefix, OLD.suffix)
      AND NOT ((NEW.exact, NEW.prefix, NEW.suffix) = ('', '', '') AND is_redacted_capture(OLD.capture_id)) THEN
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
DROP TRIGGER translation_append_only ON "translation";
--> statement-breakpoint
CREATE TRIGGER translation_append_only BEFORE DELETE ON "translation" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER translation_redacted_only BEFORE UPDATE ON "translation" FOR EACH ROW EXECUTE FUNCTION lock_translation();
--> statement-breakpoint
DROP TRIGGER event_append_only ON "event";
--> statement-breakpoint
CREATE TRIGGER event_append_only BEFORE DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER event_redacted_only BEFORE UPDATE ON "event" FOR EACH ROW EXECUTE FUNCTION lock_event();
