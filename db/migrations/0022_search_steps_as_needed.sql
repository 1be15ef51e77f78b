-- As before, in steps as wide as what was found so far asks for, each behind the one before: steps of eight times the last
-- read up to sixteen times as many entries as were needed, which of a common phrase or with all filters was a second.
CREATE OR REPLACE FUNCTION search_newest(wanted tsquery, groups jsonb, top bigint, most integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  newest bigint := least(top, (SELECT last_value FROM search_entry_n));
  found bigint[] := '{}';
  part bigint[];
  -- No range that an index could be read by: the steps are the range.
  condition text := '(n + 0) <= $1';
  one jsonb;
  -- What is read next: so many (width) steps of 2 ^ level entries, the newest of them this.
  level integer := 12;
  step bigint := newest >> 12;
  width bigint := 2;
  behind bigint := 0;
BEGIN
  IF wanted IS NULL AND jsonb_array_length(groups) = 0 THEN RETURN '{}'; END IF;
  IF wanted IS NOT NULL THEN condition := condition || ' AND words @@ $3'; END IF;
  FOR one IN SELECT jsonb_array_elements(groups) LOOP
    condition := condition || format(' AND facets && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(one)));
  END LOOP;
  WHILE step >= 0 LOOP
    IF level < 21 AND width >= 8 THEN
      -- To the end of the wider step that this one is in, and on in those.
      IF step & 7 = 7 THEN
        level := level + 3;
        step := step >> 3;
        width := width >> 3;
        CONTINUE;
      END IF;
      width := (step & 7) + 1;
    END IF;
    width := least(width, step + 1);
    EXECUTE 'SELECT array_agg(n) FROM (SELECT n FROM search_entry WHERE ' || condition || ' AND facets && $4 ORDER BY n DESC LIMIT $2) AS newest'
      INTO part USING newest, most - cardinality(found), wanted,
        ARRAY(SELECT level || ':' || s FROM generate_series(step - width + 1, step) AS s);
    found := found || coalesce(part, '{}');
    EXIT WHEN cardinality(found) >= most;
    step := step - width;
    behind := behind + (width << level);
    -- As many entries again as these found so little among, and at most seven times as many.
    width := greatest(1, least(7 * behind, behind * (most - cardinality(found)) / greatest(1, cardinality(found)) * 5 / 4) >> level);
  END LOOP;
  RETURN found;
END $$;
