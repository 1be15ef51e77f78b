-- Names that are written alike but not the same are found by their trigrams. The extension comes with PostgreSQL and
-- any owner of a database may turn it on; where it is not there, spellings are still found by their keys.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE WARNING 'pg_trgm is not there: names that are only alike are not found';
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX name_key_near ON "name_key" USING gin ("key" gin_trgm_ops);
    CREATE INDEX name_key_within ON "name_key" USING gin ("folded" gin_trgm_ops);
  END IF;
END $$;
--> statement-breakpoint
-- Rule 12: what was told apart stays so.
CREATE TRIGGER told_apart_append_only BEFORE UPDATE OR DELETE ON "told_apart" FOR EACH ROW EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
CREATE TRIGGER told_apart_no_truncate BEFORE TRUNCATE ON "told_apart" FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse();
--> statement-breakpoint
-- A record that was merged stays merged, into one that is not: no chain, no circle.
CREATE FUNCTION lock_merged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE is_free boolean;
BEGIN
  IF NEW.merged_into_id IS NULL THEN
    IF OLD.merged_into_id IS NULL THEN RETURN NEW; END IF;
  ELSIF NEW.merged_into_id <> NEW.id THEN
    EXECUTE format('SELECT merged_into_id IS NULL FROM %I WHERE id = $1', TG_TABLE_NAME) INTO is_free USING NEW.merged_into_id;
    IF is_free THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a merged % leads to one that is not', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER party_merged BEFORE UPDATE OF merged_into_id ON "party" FOR EACH ROW EXECUTE FUNCTION lock_merged();
--> statement-breakpoint
CREATE TRIGGER place_merged BEFORE UPDATE OF merged_into_id ON "place" FOR EACH ROW EXECUTE FUNCTION lock_merged();
--> statement-breakpoint
-- Whoever writes the id of a record that is being merged waits for that, and writes the one it became: a kept draft, a
-- picker that was open meanwhile.
CREATE FUNCTION follow_merged_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(p.merged_into_id, p.id) INTO NEW.party_id FROM party p WHERE p.id = NEW.party_id FOR KEY SHARE;
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['claim_claimant', 'evidence_relay', 'incident_party', 'origin', 'outlet_grade', 'party_alias', 'side_party'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OF party_id ON %I FOR EACH ROW WHEN (NEW.party_id IS NOT NULL)
      EXECUTE FUNCTION follow_merged_party()', t || '_follows_merged', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION follow_merged_outlet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(p.merged_into_id, p.id) INTO NEW.outlet_id FROM party p WHERE p.id = NEW.outlet_id FOR KEY SHARE;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER source_follows_merged BEFORE INSERT OR UPDATE OF outlet_id ON "source" FOR EACH ROW WHEN (NEW.outlet_id IS NOT NULL)
  EXECUTE FUNCTION follow_merged_outlet();
--> statement-breakpoint
CREATE FUNCTION follow_merged_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(p.merged_into_id, p.id) INTO NEW.place_id FROM place p WHERE p.id = NEW.place_id FOR KEY SHARE;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER incident_follows_merged BEFORE INSERT OR UPDATE OF place_id ON "incident" FOR EACH ROW WHEN (NEW.place_id IS NOT NULL)
  EXECUTE FUNCTION follow_merged_place();
--> statement-breakpoint
CREATE TRIGGER place_name_follows_merged BEFORE INSERT OR UPDATE OF place_id ON "place_name" FOR EACH ROW EXECUTE FUNCTION follow_merged_place();
--> statement-breakpoint
-- Rule 13: a merge's event answers for all that it leads elsewhere.
DO $$
DECLARE t text; args text[];
BEGIN
  FOR t, args IN SELECT * FROM (VALUES
    ('claim_claimant', ARRAY['claim_id:claim', 'party.merged']),
    ('evidence_relay', ARRAY['evidence_id:evidence', 'party.merged']),
    ('incident', ARRAY['id:incident', 'party.merged', 'place.merged']),
    ('incident_party', ARRAY['incident_id:incident', 'party.merged']),
    ('origin', ARRAY['id:origin', 'party.merged']),
    ('party', ARRAY['id:party', 'party.merged']),
    ('party_alias', ARRAY['party_id:party', 'party.merged']),
    ('place', ARRAY['id:place', 'place.merged']),
    ('place_name', ARRAY['place_id:place', 'place.merged']),
    ('side_party', ARRAY['incident_id:incident', 'party.merged']),
    ('source', ARRAY['id:source', 'party.merged']),
    ('told_apart', ARRAY['party.told-apart', 'place.told-apart'])) AS lock (of_table, asked)
  LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', t || '_leaves_event', t);
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_event_left(%s)',
      t || '_leaves_event', t, (SELECT string_agg(quote_literal(arg), ', ') FROM unnest(args) AS arg));
  END LOOP;
END $$;
