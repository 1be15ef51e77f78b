-- Readers see by names how many origins there are: two that differ in an account never become one in its translation
-- (docs/decisions/0045). How letters are cased is left to the program: it knows more languages.
CREATE FUNCTION lock_rendition_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE original jsonb; words jsonb := NEW.document::jsonb -> 'words';
BEGIN
  SELECT p.document::jsonb INTO original FROM publication p WHERE p.id = NEW.publication_id;
  IF EXISTS (SELECT FROM unnest(public_texts(original, ARRAY['$.incident.place.name', '$.incident.parties[*].name',
      '$.incident.sides[*].name', '$.claims[*].claimants[*].name', '$.evidence[*].origin.party',
      '$.evidence[*].origin.channel', '$.evidence[*].relays[*]']::jsonpath[])) AS n(name)
      GROUP BY normalize(coalesce(words ->> ('name/' || name), name)) HAVING count(DISTINCT normalize(name)) > 1) THEN
    RAISE EXCEPTION 'two names became one in a translation' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER rendition_names BEFORE INSERT ON "rendition" FOR EACH ROW WHEN (NEW.revision_id IS NOT NULL)
  EXECUTE FUNCTION lock_rendition_names();
