-- The publication log (docs/decisions/0037). What a leaf says is made here, of the very rows it tells of; it is the
-- canonical JSON (RFC 8785) of domain/log/leaf.ts: keys in their order, no blanks, and nothing in it to be escaped.
CREATE FUNCTION log_sha256(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(words, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION log_json(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce('"' || words || '"', 'null')
$$;
--> statement-breakpoint
CREATE FUNCTION log_instant(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;
--> statement-breakpoint
CREATE FUNCTION log_publication_entry(of_publication uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"%s","note":%s,"number":%s,"sha256":"%s","slug":"%s","v":1}', log_instant(p.published_at),
    coalesce(p.correction_kind, 'publication'), log_json(log_sha256(p.correction_note)), p.number, p.hash,
    -- What was redacted before there was a log says its address no more.
    coalesce(p.document::jsonb #>> '{incident,slug}', (SELECT s.slug FROM slug s WHERE s.incident_id = p.incident_id
      AND s.retired_at IS NULL ORDER BY s.created_at DESC, s.slug LIMIT 1)))
  FROM publication p WHERE p.id = of_publication
$$;
--> statement-breakpoint
CREATE FUNCTION log_redaction_entry(of_redaction uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format('{"at":"%s","kind":"redaction","number":%s,"of":%s,"reason":"%s","sha256":%s,"slug":"%s","v":1,"what":"%s"}',
    log_instant(r.confirmed_at), p.number, l.index, log_sha256(r.public_reason), log_json(log_sha256(p.document)),
    l.entry::jsonb ->> 'slug', r.kind)
  FROM redaction r JOIN publication p ON p.id = r.publication_id
    JOIN log_leaf l ON l.publication_id = p.id AND l.redaction_id IS NULL
  WHERE r.id = of_redaction AND r.confirmed_at IS NOT NULL
$$;
--> statement-breakpoint
-- The index is taken under a lock that lasts to the end of the transaction, so that none is skipped and none taken
-- twice, and so that leaves become visible in their order.
CREATE FUNCTION log_append(of_publication uuid, of_redaction uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE next integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay.log'));
  SELECT coalesce(max(l.index) + 1, 0) INTO next FROM log_leaf l;
  INSERT INTO log_leaf (index, publication_id, redaction_id, entry) VALUES (next, of_publication, of_redaction,
    CASE WHEN of_redaction IS NULL THEN log_publication_entry(of_publication) ELSE log_redaction_entry(of_redaction) END);
END $$;
--> statement-breakpoint
-- RFC 6962 §2.1: the leaf's hash, and that of each subtree it completes.
CREATE FUNCTION keep_log_nodes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE height integer := 0; at integer := NEW.index; made bytea := sha256('\x00'::bytea || convert_to(NEW.entry, 'UTF8'));
BEGIN
  LOOP
    INSERT INTO log_node (level, index, hash) VALUES (height, at, encode(made, 'hex'));
    EXIT WHEN at % 2 = 0;
    SELECT sha256('\x01'::bytea || decode(n.hash, 'hex') || made) INTO made FROM log_node n WHERE n.level = height AND n.index = at - 1;
    height := height + 1;
    at := at / 2;
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_leaf_hashed AFTER INSERT ON "log_leaf" FOR EACH ROW EXECUTE FUNCTION keep_log_nodes();
--> statement-breakpoint
-- At the commit, so that publications wait for one another no longer than that takes.
CREATE FUNCTION keep_log() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE done uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM log_append(NEW.id, NULL);
    RETURN NULL;
  END IF;
  FOR done IN SELECT r.id FROM redaction r WHERE r.publication_id = NEW.id AND r.confirmed_at IS NOT NULL
    AND NOT EXISTS (SELECT FROM log_leaf l WHERE l.redaction_id = r.id) ORDER BY r.confirmed_at, r.id LOOP
    PERFORM log_append(NEW.id, done);
  END LOOP;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Triggers of one moment go by their names: it is logged before it is asked whether it was.
CREATE CONSTRAINT TRIGGER publication_is_logged AFTER INSERT OR UPDATE OF document ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_log();
--> statement-breakpoint
-- No publication without its leaf, and the last leaf says what can be read.
CREATE FUNCTION lock_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM publication p JOIN LATERAL (SELECT l.entry FROM log_leaf l WHERE l.publication_id = p.id
      ORDER BY l.index DESC LIMIT 1) AS last ON true
    WHERE p.id = NEW.id AND last.entry::jsonb ->> 'sha256' IS NOT DISTINCT FROM log_sha256(p.document)) THEN
    RAISE EXCEPTION 'what is public is not in the log' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER publication_stays_logged AFTER INSERT OR UPDATE ON "publication"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lock_logged();
--> statement-breakpoint
CREATE FUNCTION lock_log_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.index <> (SELECT coalesce(max(l.index) + 1, 0) FROM log_leaf l) THEN
    RAISE EXCEPTION 'the log has no gap' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.entry IS DISTINCT FROM (CASE WHEN NEW.redaction_id IS NULL THEN log_publication_entry(NEW.publication_id)
      ELSE log_redaction_entry(NEW.redaction_id) END)
    OR NEW.redaction_id IS NOT NULL AND NEW.publication_id <> (SELECT r.publication_id FROM redaction r WHERE r.id = NEW.redaction_id) THEN
    RAISE EXCEPTION 'a leaf says what was published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_leaf_true BEFORE INSERT ON "log_leaf" FOR EACH ROW EXECUTE FUNCTION lock_log_leaf();
--> statement-breakpoint
CREATE FUNCTION lock_log_node() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE whole bytea;
BEGIN
  IF NEW.level = 0 THEN
    SELECT '\x00'::bytea || convert_to(l.entry, 'UTF8') INTO whole FROM log_leaf l WHERE l.index = NEW.index;
  ELSE
    SELECT '\x01'::bytea || decode(a.hash, 'hex') || decode(b.hash, 'hex') INTO whole FROM log_node a JOIN log_node b ON b.level = a.level
      WHERE a.level = NEW.level - 1 AND a.index = 2 * NEW.index AND b.index = 2 * NEW.index + 1;
  END IF;
  IF encode(sha256(whole), 'hex') IS DISTINCT FROM NEW.hash THEN
    RAISE EXCEPTION 'a hash of the log is of what lies under it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER log_node_true BEFORE INSERT ON "log_node" FOR EACH ROW EXECUTE FUNCTION lock_log_node();
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['log_leaf', 'log_node', 'log_cosignature', 'log_key'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION lock_refuse()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION lock_refuse()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was published before there was a log, in its order. Of several redactions of one publication only the last has
-- a leaf: what was left by those before it is not known any more.
DO $$
DECLARE line record;
BEGIN
  FOR line IN
    SELECT p.id, NULL::uuid AS redaction_id, p.published_at AS at, p.incident_id, p.number FROM publication p
    UNION ALL
    (SELECT DISTINCT ON (p.id) p.id, r.id, r.confirmed_at, p.incident_id, p.number
      FROM redaction r JOIN publication p ON p.id = r.publication_id WHERE r.confirmed_at IS NOT NULL
      ORDER BY p.id, r.confirmed_at DESC, r.id DESC)
    ORDER BY at, redaction_id NULLS FIRST, incident_id, number
  LOOP
    PERFORM log_append(line.id, line.redaction_id);
  END LOOP;
END $$;
