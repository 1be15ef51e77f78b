-- Each window is ten times as wide as the one before, and no longer sixteen: as many windows, and half as much to put in order in the
-- one that fills the page.
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
  -- next one ten times as wide. What it finds is put in order first, and looked at only until there are
  -- enough.
  k := array_remove(public_exactly('t@' || tag) || public_asked(o, 'o@') || public_asked(p, 'p@') || public_asked(w, '')
    || public_day_query(span) || public_exactly('h@' || heading), NULL);
  oldest := (SELECT l.published_at FROM listing l ORDER BY l.published_at, l.publication_id LIMIT 1);
  width := greatest((newest - at) * CASE WHEN n < 2 THEN 16 ELSE least(64, greatest(2, (many - n) * 2 / n)) END, interval '1 minute');
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
    width := width * 10;
  END LOOP;
END $$;
