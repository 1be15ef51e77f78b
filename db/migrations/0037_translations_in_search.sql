-- The words of the translations that stand of a version, as its readers see them: of each language the last, where that was neither
-- taken back nor redacted. Titles are found in other spellings too, as the account's own is (docs/decisions/0045, 0047).
CREATE FUNCTION public_translated(version uuid) RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE texts text[] := '{}'; titles text[] := '{}'; d jsonb;
BEGIN
  FOR d IN SELECT last.document::jsonb FROM (SELECT DISTINCT ON (t.language) t.document, t.revision_id FROM rendition t
      WHERE t.publication_id = version ORDER BY t.language, t.number DESC) AS last
      WHERE last.document IS NOT NULL AND last.revision_id IS NOT NULL LOOP
    titles := titles || (d #>> '{words,title}');
    texts := texts || ARRAY(SELECT value FROM jsonb_each_text(d -> 'words') WHERE key LIKE 'claim/%' OR key LIKE 'question/%')
      || public_texts(d, ARRAY['$.summary.**.text']::jsonpath[]);
  END LOOP;
  RETURN CASE WHEN titles = '{}' THEN '' ELSE public_words(texts, titles) END;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION list_publication(newest publication) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  d jsonb := newest.document::jsonb;
  tags text[] := public_texts(d, ARRAY['$.incident.tags[*]']::jsonpath[]);
  title text[] := public_texts(d, ARRAY['$.incident.title']::jsonpath[]);
  place text[] := public_texts(d, ARRAY['$.incident.place.name', '$.incident.place.names[*].name']::jsonpath[]);
  party text[] := public_texts(d, ARRAY['$.incident.parties[*].name', '$.incident.parties[*].aliases[*]',
    '$.incident.sides[*].name', '$.claims[*].claimants[*].name']::jsonpath[]);
  words tsvector; places tsvector; parties tsvector;
BEGIN
  -- To spell a name is most of what this costs: each is spelled once.
  IF d IS NOT NULL THEN
    places := public_words('{}', place);
    parties := public_words('{}', party);
    words := public_words(tags || place || party || public_texts(d, ARRAY['$.claims[*].text', '$.claims[*].question.text',
      '$.summary.**.text']::jsonpath[]), title) || places || parties || public_translated(newest.id);
  END IF;
  INSERT INTO listing (incident_id, publication_id, published_at, heading, occurred, words, places, parties,
    tags, party_names, place_name, latitude, longitude, precision, head)
  VALUES (newest.incident_id, newest.id, newest.published_at,
    jsonb_path_query_first(d, '$.claims[*] ? (@.isCentral == true).finding.heading') #>> '{}',
    public_days(d #>> '{incident,occurred}'), words, places, parties, tags,
    public_texts(d, ARRAY['$.incident.parties[*].name']::jsonpath[]),
    d #>> '{incident,place,name}', (d #>> '{incident,place,latitude}')::float8, (d #>> '{incident,place,longitude}')::float8,
    d #>> '{incident,place,precision}', public_head(d))
  ON CONFLICT (incident_id) DO UPDATE SET (publication_id, published_at, heading, occurred, words, places, parties,
      tags, party_names, place_name, latitude, longitude, precision, head) =
    (excluded.publication_id, excluded.published_at, excluded.heading, excluded.occurred, excluded.words,
      excluded.places, excluded.parties, excluded.tags, excluded.party_names, excluded.place_name, excluded.latitude,
      excluded.longitude, excluded.precision, excluded.head);
END $$;
--> statement-breakpoint
-- A line holds the newest version, and its words come and go with that version's translations.
CREATE FUNCTION keep_listing_translated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM list_publication(p) FROM publication p WHERE p.id = NEW.publication_id
    AND NOT EXISTS (SELECT FROM publication later WHERE later.incident_id = p.incident_id AND later.number > p.number);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rendition_listed AFTER INSERT OR UPDATE ON "rendition" FOR EACH ROW EXECUTE FUNCTION keep_listing_translated();
--> statement-breakpoint
-- What was translated before.
DO $$
DECLARE newest publication;
BEGIN
  FOR newest IN SELECT p.* FROM listing l JOIN publication p ON p.id = l.publication_id
      WHERE EXISTS (SELECT FROM rendition t WHERE t.publication_id = p.id) LOOP
    PERFORM list_publication(newest);
  END LOOP;
END $$;
