-- Who narrows a list by a place or a party writes its name as their language has it (docs/decisions/0045, 0047).
CREATE FUNCTION public_called(version uuid, names text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(d -> 'words' ->> ('name/' || name)) FROM (SELECT DISTINCT ON (t.language) t.document::jsonb AS d, t.revision_id
      FROM rendition t WHERE t.publication_id = version ORDER BY t.language, t.number DESC) AS last, unnest(names) AS name
    WHERE d IS NOT NULL AND revision_id IS NOT NULL AND d -> 'words' ? ('name/' || name)
$$;
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
    place := place || public_called(newest.id, place);
    party := party || public_called(newest.id, party);
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
