ALTER TABLE "listing" ADD COLUMN "tags" text[];--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "party_names" text[];--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "place_name" text;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "precision" text;--> statement-breakpoint
CREATE INDEX "listing_tags" ON "listing" USING gin ("tags");--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_precision_known" CHECK ("listing"."precision" in ('exact', 'vicinity', 'settlement', 'district', 'region', 'country'));--> statement-breakpoint
-- The words of a text, and beside those of its names the one spelling of all their romanisations, so that Тёткино is
-- found as Tyotkino. Latin and Cyrillic alone: names in other scripts are found as they were published.
CREATE FUNCTION public_words(texts text[], names text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT own || array_to_tsvector(ARRAY(SELECT DISTINCT '~' || key
      FROM search_split(names) AS piece, search_key(piece) AS key WHERE length(key) >= 4))
    FROM (SELECT search_words(texts || names) AS own) AS made);
END $$;
--> statement-breakpoint
-- Every word of it begins a word of the text, or is one of its names in another spelling; null where it holds no word.
CREATE FUNCTION public_query(wanted text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT string_agg(CASE WHEN length(key) >= 4 THEN '(' || begun || ' | ''~' || key || ''')' ELSE begun END, ' & ')::tsquery
    FROM (SELECT search_key(piece) AS key, search_query(piece)::text AS begun FROM search_split(ARRAY[wanted]) AS piece LIMIT 40) AS each
    WHERE begun <> '');
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION list_publication(newest publication) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO listing (incident_id, publication_id, published_at, heading, occurred, words, places, parties,
    tags, party_names, place_name, latitude, longitude, precision)
  SELECT newest.incident_id, newest.id, newest.published_at,
    jsonb_path_query_first(d, '$.claims[*] ? (@.isCentral == true).finding.heading') #>> '{}',
    public_days(d #>> '{incident,occurred}'),
    CASE WHEN d IS NOT NULL THEN public_words(public_texts(d, ARRAY['$.incident.tags[*]', '$.claims[*].text',
      '$.claims[*].question.text', '$.summary.**.text']::jsonpath[]), title || places || parties) END,
    CASE WHEN d IS NOT NULL THEN public_words('{}', places) END,
    CASE WHEN d IS NOT NULL THEN public_words('{}', parties) END,
    public_texts(d, ARRAY['$.incident.tags[*]']::jsonpath[]),
    public_texts(d, ARRAY['$.incident.parties[*].name']::jsonpath[]),
    d #>> '{incident,place,name}', (d #>> '{incident,place,latitude}')::float8, (d #>> '{incident,place,longitude}')::float8,
    d #>> '{incident,place,precision}'
  FROM (SELECT d, public_texts(d, ARRAY['$.incident.title']::jsonpath[]) AS title,
      public_texts(d, ARRAY['$.incident.place.name', '$.incident.place.names[*].name']::jsonpath[]) AS places,
      public_texts(d, ARRAY['$.incident.parties[*].name', '$.incident.parties[*].aliases[*]', '$.incident.sides[*].name',
        '$.claims[*].claimants[*].name']::jsonpath[]) AS parties
    FROM (SELECT newest.document::jsonb AS d) AS parsed) AS read
  ON CONFLICT (incident_id) DO UPDATE SET (publication_id, published_at, heading, occurred, words, places, parties,
      tags, party_names, place_name, latitude, longitude, precision) =
    (excluded.publication_id, excluded.published_at, excluded.heading, excluded.occurred, excluded.words,
      excluded.places, excluded.parties, excluded.tags, excluded.party_names, excluded.place_name, excluded.latitude,
      excluded.longitude, excluded.precision);
END $$;
--> statement-breakpoint
DO $$ DECLARE newest publication; BEGIN
  FOR newest IN SELECT p.* FROM listing l JOIN publication p ON p.id = l.publication_id LOOP
    PERFORM list_publication(newest);
  END LOOP;
END $$;
