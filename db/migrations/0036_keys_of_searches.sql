DROP INDEX "listing_search";--> statement-breakpoint
DROP FUNCTION public_terms(tsvector, tsvector, tsvector, text[], text, int4range);--> statement-breakpoint
DROP FUNCTION public_grains(timestamptz);--> statement-breakpoint
DROP FUNCTION public_grains_within(timestamptz, timestamptz);--> statement-breakpoint
DROP FUNCTION public_asked(tsquery, text);--> statement-breakpoint
-- What the index of the list holds of a line: how its words begin, up to six letters, the spellings of its names, its
-- tags, level and days; what places are called behind `p@`, and parties behind `o@`; and behind `g@` when it was published,
-- at grains of a minute to eight years, each four times as long as the one before. So whatever is asked for is a few
-- entries, which the index reads from where it wants to. (It holds a megabyte: of more words the rest is not in it.)
CREATE FUNCTION public_terms(words tsvector, places tsvector, parties tsvector, tags text[], heading text, occurred int4range, published timestamptz)
RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE second bigint := floor(extract(epoch FROM published));
BEGIN
  RETURN array_to_tsvector(ARRAY(SELECT class || left(word, n) FROM (
      (SELECT '' AS class, word FROM unnest(tsvector_to_array(words)) AS word LIMIT 6000)
      UNION ALL (SELECT 'p@', word FROM unnest(tsvector_to_array(places)) AS word LIMIT 2000)
      UNION ALL (SELECT 'o@', word FROM unnest(tsvector_to_array(parties)) AS word LIMIT 2000)) AS own,
      generate_series(CASE WHEN left(word, 1) = '~' THEN 99 ELSE 1 END, CASE WHEN left(word, 1) = '~' THEN 99 ELSE least(6, length(word)) END) AS n)
    || ARRAY(SELECT 't@' || tag FROM unnest(tags) AS tag) || public.public_day_facets(occurred)
    || CASE WHEN heading IS NULL THEN '{}' ELSE ARRAY['h@' || heading] END
    || ARRAY(SELECT 'g@' || grain || ':' || (second >> grain) FROM generate_series(6, 28, 2) AS grain));
END $$;
--> statement-breakpoint
CREATE INDEX "listing_search" ON "listing" USING gin (public_terms(words, places, parties, tags, heading, occurred, published_at)) WITH (fastupdate=false);--> statement-breakpoint
-- Nothing is guessed by it, and to gather what it holds would take longer than all the rest.
ALTER INDEX "listing_search" ALTER COLUMN 1 SET STATISTICS 0;--> statement-breakpoint
-- The grains, five at most, that cover a time; null: it is longer than those are.
CREATE FUNCTION public_within(first timestamptz, last timestamptz) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE a bigint := floor(extract(epoch FROM first)); b bigint := floor(extract(epoch FROM last)); grain integer := 6;
BEGIN
  WHILE (b >> grain) - (a >> grain) > 4 LOOP grain := grain + 2; END LOOP;
  IF grain > 28 THEN RETURN NULL; END IF;
  RETURN (SELECT string_agg('''g@' || grain || ':' || n || '''', ' | ')::tsquery FROM generate_series(a >> grain, b >> grain) AS n);
END $$;
--> statement-breakpoint
-- What is asked of the index for words in a class, each by itself: every line that holds such words has one of these
-- entries for each, and some others may. First those of which there is one spelling.
CREATE FUNCTION public_asked(wanted tsquery, class text) RETURNS tsquery[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  entries text := regexp_replace(regexp_replace(wanted::text, '''([^''~][^'']{0,5})[^'']*'':\*', '''\1''', 'g'), '''([^'']+)''', '''' || class || '\1''', 'g');
BEGIN
  IF entries IS NULL THEN RETURN '{}'; END IF;
  -- One word in several spellings stands without brackets.
  IF regexp_replace(entries, '\([^()]*\)', '', 'g') LIKE '%|%' THEN RETURN ARRAY[entries::tsquery]; END IF;
  RETURN ARRAY(SELECT part[1]::tsquery FROM regexp_matches(entries, '\([^()]*\)|''[^'']*''', 'g') AS part ORDER BY part[1] LIKE '%|%', length(part[1]) DESC, part[1]);
END $$;
--> statement-breakpoint
-- What the index proposes for some keys and a time. Each is a key of its own, for the index passes over what one of them
-- lacks, which it does not within a key; there are as many as there are, for each that says nothing new is read all the same.
CREATE FUNCTION public_candidates(k tsquery[], cells tsquery) RETURNS TABLE (id uuid, since timestamptz) LANGUAGE plpgsql STABLE ROWS 100
  SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE k1 tsquery; k2 tsquery; k3 tsquery; k4 tsquery; n integer;
BEGIN
  IF cells IS NOT NULL THEN k := k || cells; END IF;
  n := cardinality(k); k1 := k[1]; k2 := k[2]; k3 := k[3]; k4 := k[n];
  IF n > 4 THEN k3 := (SELECT string_agg('(' || each::text || ')', ' & ')::tsquery FROM unnest(k[3 : n - 1]) AS each); END IF;
  IF n = 1 THEN RETURN QUERY SELECT publication_id, published_at::timestamptz FROM listing WHERE public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k1;
  ELSIF n = 2 THEN RETURN QUERY SELECT publication_id, published_at::timestamptz FROM listing WHERE public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k1 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k2;
  ELSIF n = 3 THEN RETURN QUERY SELECT publication_id, published_at::timestamptz FROM listing WHERE public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k1 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k2 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k3;
  ELSE RETURN QUERY SELECT publication_id, published_at::timestamptz FROM listing WHERE public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k1 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k2 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k3 AND public_terms(words, places, parties, tags, heading, occurred, published_at) @@ k4;
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION public_found(words text, place text, party text, tag text, heading text, first integer, last integer,
  before timestamptz, before_id uuid, many integer, walked integer DEFAULT 128)
RETURNS TABLE (publication_id uuid, published_at timestamptz) LANGUAGE plpgsql STABLE ROWS 20
  SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  w tsquery := public_query(words); p tsquery := public_query(place); o tsquery := public_query(party); span int4range;
  k tsquery[];
  at timestamptz := coalesce(before, 'infinity'); at_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  newest timestamptz; oldest timestamptz; bottom timestamptz; width interval; one record; seen integer := 0; n integer := 0;
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

  -- Behind them what the index finds, through windows of time: the first as long as it should take to fill the page, each
  -- next one sixteen times as wide. What it finds is put in order first, and looked at only until there are
  -- enough.
  k := array_remove(public_exactly('t@' || tag) || public_asked(o, 'o@') || public_asked(p, 'p@') || public_asked(w, '')
    || public_day_query(span) || public_exactly('h@' || heading), NULL);
  oldest := (SELECT l.published_at FROM listing l ORDER BY l.published_at, l.publication_id LIMIT 1);
  width := greatest((newest - at) * CASE WHEN n < 2 THEN 64 ELSE least(64, greatest(2, (many - n) * 2 / n)) END, interval '1 minute');
  LOOP
    bottom := greatest(at - width, oldest);
    FOR publication_id, published_at IN SELECT c.id, c.since FROM (SELECT id, since FROM public_candidates(k, CASE WHEN bottom > oldest THEN public_within(bottom, at) END)
        WHERE since >= bottom AND (since, id) < (at, at_id) ORDER BY since DESC, id DESC OFFSET 0) AS c,
      LATERAL (SELECT (w IS NULL OR l.words @@ w) AND (p IS NULL OR l.places @@ p) AND (o IS NULL OR l.parties @@ o)
        AND (tag IS NULL OR l.tags @> ARRAY[tag]) AND (public_found.heading IS NULL OR l.heading = public_found.heading)
        AND (span IS NULL OR l.occurred && span) AS is_found FROM listing l WHERE l.publication_id = c.id OFFSET 0) AS looked
      WHERE looked.is_found LIMIT many - n LOOP
      RETURN NEXT;
      n := n + 1;
    END LOOP;
    EXIT WHEN n >= many OR bottom = oldest;
    at := bottom; at_id := '00000000-0000-0000-0000-000000000000';
    width := width * 16;
  END LOOP;
END $$;
