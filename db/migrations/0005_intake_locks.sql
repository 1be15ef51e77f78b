-- What is taken in, and what stands beside a capture: no row of it goes.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['intake', 'intake_list', 'capture_fetch', 'capture_image'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_no_delete', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER intake_list_append_only BEFORE UPDATE ON "intake_list" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
-- Rules 2 and 12: how a page came and what a picture carried never change; a redaction empties what may tell of somebody.
CREATE FUNCTION lock_capture_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD) || (SELECT coalesce(jsonb_object_agg(part, '[]'::jsonb), '{}')
      FROM unnest(TG_ARGV) AS part) OR NOT is_redacted_capture(OLD.capture_id) THEN
    RAISE EXCEPTION 'a capture never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER capture_fetch_immutable BEFORE UPDATE ON "capture_fetch" FOR EACH ROW EXECUTE FUNCTION lock_capture_part('headers', 'redirects');
--> statement-breakpoint
CREATE TRIGGER capture_image_immutable BEFORE UPDATE ON "capture_image" FOR EACH ROW EXECUTE FUNCTION lock_capture_part('exif');
--> statement-breakpoint
-- As in 0001_locks.sql, but that any column may say what a row is about.
CREATE OR REPLACE FUNCTION lock_event_left() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE noted text := coalesce(current_setting('assay.events', true), ''); changed record; wanted text; about text;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
  FOREACH wanted IN ARRAY TG_ARGV LOOP
    about := NULL;
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
      WHEN 'capture_id' THEN about := changed.capture_id;
      WHEN 'list_id' THEN about := changed.list_id;
      -- Not for rows with long texts in them: it reads the whole of one.
      ELSE IF strpos(wanted, ':') > 0 THEN about := to_jsonb(changed) ->> split_part(wanted, ':', 1); END IF;
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
CREATE CONSTRAINT TRIGGER capture_fetch_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "capture_fetch" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('capture_id:capture', 'redaction.confirmed');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER capture_image_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "capture_image" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('capture_id:capture', 'redaction.confirmed');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER intake_list_leaves_event AFTER INSERT OR UPDATE OR DELETE ON "intake_list" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('id:intake');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER intake_asked_leaves_event AFTER INSERT ON "intake" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION lock_event_left('id:intake', 'list_id:intake');
--> statement-breakpoint
-- How far a page has come is no record, and that its reading has begun neither; what came of it is.
CREATE CONSTRAINT TRIGGER intake_leaves_event AFTER UPDATE OF state ON "intake" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state AND NEW.state <> 'reading')
  EXECUTE FUNCTION lock_event_left('id:intake', 'capture_id:capture', 'list_id:intake');
