DROP INDEX "listing_occurred";--> statement-breakpoint
DROP INDEX "listing_words";--> statement-breakpoint
DROP INDEX "listing_places";--> statement-breakpoint
DROP INDEX "listing_parties";--> statement-breakpoint
DROP INDEX "listing_tags";--> statement-breakpoint
ALTER TABLE "listing" ADD COLUMN "head" jsonb;--> statement-breakpoint
-- A span of days as the fewest whole blocks of 1, 10, 100 … days in the counting of public_day: level and number.
CREATE FUNCTION public_blocks(span int4range) RETURNS TABLE (level integer, block integer) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE first bigint := lower(span); last bigint := upper(span) - 1; size bigint := 1; a bigint; b bigint; n bigint;
BEGIN
  -- From both ends inwards: what does not fill a block of the next level stands by itself.
  FOR k IN 0 .. 7 LOOP
    EXIT WHEN first > last;
    a := first / size; b := last / size;
    WHILE a <= b AND (a % 10 <> 0 OR a + 9 > b OR k = 7) LOOP
      level := k; block := a; RETURN NEXT; a := a + 1;
    END LOOP;
    WHILE b >= a AND (b % 10 <> 9 OR k = 7) LOOP
      level := k; block := b; RETURN NEXT; b := b - 1;
    END LOOP;
    first := a * size; last := (b + 1) * size - 1; size := size * 10;
  END LOOP;
END $$;
--> statement-breakpoint
-- Facets of what happened within a span: `d=` its own blocks, `d<` those with all that they lie in.
CREATE FUNCTION public_day_facets(span int4range) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT facet FROM public.public_blocks(span), generate_series(level, 7) AS k,
    LATERAL (VALUES ('d<' || k || ':' || block / (10 ^ (k - level))::integer), (CASE WHEN k = level THEN 'd=' || k || ':' || block END)) AS each (facet)
    WHERE facet IS NOT NULL);
END $$;
--> statement-breakpoint
-- What overlaps a span: a block of it lies in one of the span's, or the other way round. A span of whole months or years
-- is as many blocks and not all their days: the numbers that are no day are taken to it.
CREATE FUNCTION public_day_query(span int4range) RETURNS tsquery LANGUAGE plpgsql STRICT IMMUTABLE PARALLEL SAFE AS $$
DECLARE first integer := lower(span); last integer := upper(span) - 1;
BEGIN
  IF first % 100 = 1 THEN first := first - 1; END IF;
  IF first % 10000 = 100 THEN first := first - 100; END IF;
  IF last % 100 = 31 THEN last := last + 68; END IF;
  IF last % 10000 = 1299 THEN last := last + 8700; END IF;
  RETURN (SELECT string_agg(DISTINCT '''' || facet || '''', ' | ')::tsquery FROM public_blocks(int4range(first, last, '[]')), generate_series(level, 7) AS k,
    LATERAL (SELECT CASE WHEN k = level THEN 'd<' ELSE 'd=' END || k || ':' || block / (10 ^ (k - level))::integer AS facet) AS each);
END $$;
--> statement-breakpoint
-- When it was published, at grains of a minute to eight years, each four times as long as the one before; 0 holds all.
CREATE FUNCTION public_grains(at timestamptz) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE second bigint := floor(extract(epoch FROM at)); grains bigint[] := '{0}';
BEGIN
  FOR grain IN 6 .. 28 BY 2 LOOP
    grains := grains || ((grain::bigint << 40) + (second >> grain));
  END LOOP;
  RETURN grains;
END $$;
--> statement-breakpoint
-- The grains, five at most, that cover a time.
CREATE FUNCTION public_grains_within(first timestamptz, last timestamptz) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE a bigint := floor(extract(epoch FROM first)); b bigint := floor(extract(epoch FROM last)); grain integer := 6;
BEGIN
  WHILE (b >> grain) - (a >> grain) > 4 LOOP grain := grain + 2; END LOOP;
  RETURN CASE WHEN grain > 28 THEN '{0}' ELSE ARRAY(SELECT (grain::bigint << 40) + n FROM generate_series(a >> grain, b >> grain) AS n) END;
END $$;
--> statement-breakpoint
-- What the index of the list holds of a line: how its words begin, up to six letters, the spellings of its names, its
-- tags, level and days; what places are called behind `p@`, and parties behind `o@`. So whatever is asked for is a few
-- entries, which the index reads from where it wants to. (It holds a megabyte: of more words the rest is not in it.)
CREATE FUNCTION public_terms(words tsvector, places tsvector, parties tsvector, tags text[], heading text, occurred int4range)
RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN array_to_tsvector(ARRAY(SELECT class || left(word, n) FROM (
      (SELECT '' AS class, word FROM unnest(tsvector_to_array(words)) AS word LIMIT 6000)
      UNION ALL (SELECT 'p@', word FROM unnest(tsvector_to_array(places)) AS word LIMIT 2000)
      UNION ALL (SELECT 'o@', word FROM unnest(tsvector_to_array(parties)) AS word LIMIT 2000)) AS own,
      generate_series(CASE WHEN left(word, 1) = '~' THEN 99 ELSE 1 END, CASE WHEN left(word, 1) = '~' THEN 99 ELSE least(6, length(word)) END) AS n)
    || ARRAY(SELECT 't@' || tag FROM unnest(tags) AS tag) || public.public_day_facets(occurred)
    || CASE WHEN heading IS NULL THEN '{}' ELSE ARRAY['h@' || heading] END);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public_words(texts text[], names text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN search_words(texts || names) || array_to_tsvector(ARRAY(SELECT '~' || key FROM (SELECT DISTINCT search_key(piece) AS key
    FROM (SELECT DISTINCT piece FROM search_split(names) AS piece) AS once OFFSET 0) AS keyed WHERE length(key) >= 4));
END $$;
--> statement-breakpoint
CREATE FUNCTION public_exactly(facet text) RETURNS tsquery LANGUAGE plpgsql STRICT IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ('''' || replace(replace(facet, '\', '\\'), '''', '''''') || '''')::tsquery;
END $$;
--> statement-breakpoint
-- What is asked of it for words in a class: every one that holds such words has these entries, and some others may.
CREATE FUNCTION public_asked(wanted tsquery, class text) RETURNS text LANGUAGE plpgsql STRICT IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN '(' || regexp_replace(regexp_replace(wanted::text, '''([^''~][^'']{0,5})[^'']*'':\*', '''\1''', 'g'), '''([^'']+)''', '''' || class || '\1''', 'g') || ')';
END $$;
--> statement-breakpoint
ALTER FUNCTION public_query(text) STRICT;
--> statement-breakpoint
-- What a list shows of a document; null of a redacted one.
CREATE FUNCTION public_head(d jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  central jsonb := jsonb_path_query_first(d, '$.claims[*] ? (@.isCentral == true)');
  place jsonb := d #> '{incident,place}';
BEGIN
  IF d IS NULL THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('kind', d -> 'kind', 'language', d -> 'language',
    'incident', jsonb_build_object('title', d #> '{incident,title}', 'type', d #> '{incident,type}', 'occurred', d #> '{incident,occurred}',
      'place', CASE WHEN jsonb_typeof(place) = 'object' THEN jsonb_build_object('name', place -> 'name', 'precision', place -> 'precision') END),
    'central', CASE WHEN central IS NOT NULL THEN jsonb_build_object('key', central -> 'key', 'text', central -> 'text',
      'finding', CASE WHEN jsonb_typeof(central -> 'finding') = 'object'
        THEN jsonb_build_object('level', central #> '{finding,level}', 'heading', central #> '{finding,heading}') END,
      'origins', jsonb_build_object('count', central #> '{origins,count}')) END);
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
      '$.summary.**.text']::jsonpath[]), title) || places || parties;
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
UPDATE listing l SET head = public_head(p.document::jsonb) FROM publication p WHERE p.id = l.publication_id;
--> statement-breakpoint
CREATE INDEX "listing_search" ON "listing" USING gin (public_terms(words, places, parties, tags, heading, occurred),public_grains(published_at)) WITH (fastupdate=false);--> statement-breakpoint
-- What stands in it is not estimated: to make it again for each row that is looked at takes half a minute at 100,000.
ALTER INDEX listing_search ALTER COLUMN 1 SET STATISTICS 0, ALTER COLUMN 2 SET STATISTICS 0;
--> statement-breakpoint
-- The newest publications that are found, newest first, behind a place in the list where one is given. However many
-- there are, it looks at about as many of them as it finds (docs/decisions/0047). `walked`: so many are looked at before
-- the index is asked.
CREATE FUNCTION public_found(words text, place text, party text, tag text, heading text, first integer, last integer,
  before timestamptz, before_id uuid, many integer, walked integer DEFAULT 128)
RETURNS TABLE (publication_id uuid, published_at timestamptz) LANGUAGE plpgsql STABLE ROWS 20
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  w tsquery := public_query(words); p tsquery := public_query(place); o tsquery := public_query(party); span int4range; asked tsquery;
  at timestamptz := coalesce(before, 'infinity'); at_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  newest timestamptz; oldest timestamptz; bottom timestamptz; width interval; one record; seen integer := 0; n integer := 0; cells bigint[];
BEGIN
  IF num_nulls(words, place, party, tag, heading, first, last) = 7 THEN
    RETURN QUERY SELECT l.publication_id, l.published_at::timestamptz FROM listing l
      WHERE (l.published_at, l.publication_id) < (at, at_id) ORDER BY l.published_at DESC, l.publication_id DESC LIMIT many;
    RETURN;
  END IF;
  -- The levels have an index in the list's own order.
  IF num_nulls(words, place, party, tag, first, last) = 6 THEN
    RETURN QUERY SELECT l.publication_id, l.published_at::timestamptz FROM listing l WHERE l.heading = public_found.heading
      AND (l.published_at, l.publication_id) < (at, at_id) ORDER BY l.published_at DESC, l.publication_id DESC LIMIT many;
    RETURN;
  END IF;
  -- What holds no word finds nothing, and so does what ends before it begins.
  IF words IS NOT NULL AND w IS NULL OR place IS NOT NULL AND p IS NULL OR party IS NOT NULL AND o IS NULL OR first > last THEN RETURN; END IF;
  IF num_nulls(first, last) < 2 THEN span := int4range(coalesce(first, 0), coalesce(last, 99999999), '[]'); END IF;

  -- The newest, one by one: of what many have a page is soon full.
  FOR one IN SELECT l.publication_id AS id, l.published_at AS since, (w IS NULL OR l.words @@ w) AND (p IS NULL OR l.places @@ p)
      AND (o IS NULL OR l.parties @@ o) AND (tag IS NULL OR l.tags @> ARRAY[tag]) AND (public_found.heading IS NULL OR l.heading = public_found.heading)
      AND (span IS NULL OR l.occurred && span) AS is_found FROM listing l
      WHERE (l.published_at, l.publication_id) < (at, at_id) ORDER BY l.published_at DESC, l.publication_id DESC LIMIT walked LOOP
    seen := seen + 1;
    newest := coalesce(newest, one.since);
    at := one.since; at_id := one.id;
    CONTINUE WHEN one.is_found IS NOT TRUE;
    publication_id := at_id; published_at := at;
    RETURN NEXT;
    n := n + 1;
    IF n = many THEN RETURN; END IF;
  END LOOP;
  IF seen < walked THEN RETURN; END IF;

  -- Behind them what the index finds, through windows of time, each eight times as wide as the one before; what it
  -- finds is put in order first, and looked at only until there are enough.
  asked := concat_ws(' & ', public_asked(w, ''), public_asked(p, 'p@'), public_asked(o, 'o@'), public_exactly('t@' || tag)::text,
    public_exactly('h@' || heading)::text, '(' || public_day_query(span)::text || ')')::tsquery;
  oldest := (SELECT l.published_at FROM listing l ORDER BY l.published_at, l.publication_id LIMIT 1);
  width := greatest((newest - at) * 16, interval '1 minute');
  LOOP
    bottom := greatest(at - width, oldest);
    cells := CASE WHEN bottom = oldest THEN '{0}' ELSE public_grains_within(bottom, at) END;
    FOR publication_id, published_at IN SELECT c.id, c.since FROM (SELECT l.publication_id AS id, l.published_at AS since FROM listing l
        WHERE public_terms(l.words, l.places, l.parties, l.tags, l.heading, l.occurred) @@ asked AND public_grains(l.published_at) && cells
        ORDER BY l.published_at DESC, l.publication_id DESC OFFSET 0) AS c,
      LATERAL (SELECT (w IS NULL OR l.words @@ w) AND (p IS NULL OR l.places @@ p) AND (o IS NULL OR l.parties @@ o)
        AND (tag IS NULL OR l.tags @> ARRAY[tag]) AND (public_found.heading IS NULL OR l.heading = public_found.heading)
        AND (span IS NULL OR l.occurred && span) AS is_found FROM listing l WHERE l.publication_id = c.id OFFSET 0) AS looked
      WHERE c.since >= bottom AND (c.since, c.id) < (at, at_id) AND looked.is_found LIMIT many - n LOOP
      RETURN NEXT;
      n := n + 1;
    END LOOP;
    EXIT WHEN n >= many OR bottom = oldest;
    at := bottom; at_id := '00000000-0000-0000-0000-000000000000';
    width := width * 8;
  END LOOP;
END $$;
