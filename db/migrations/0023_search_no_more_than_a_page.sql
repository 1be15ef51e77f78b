-- A beginning is the words that begin so, where they are few: the index takes each of them by itself, from the newest on,
-- and of a beginning reads all there ever were.
CREATE INDEX "search_word_begun" ON "search_word" USING btree ("word" text_pattern_ops);--> statement-breakpoint
CREATE FUNCTION search_begun(piece text) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  words text[] := ARRAY(SELECT word FROM search_word WHERE word ~>=~ piece AND word ~<~ (piece || chr(1114111)) ORDER BY word USING ~<~ LIMIT 65);
  quoted text := '''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''';
BEGIN
  IF cardinality(words) > 64 THEN RETURN (quoted || ':*')::tsquery; END IF;
  RETURN coalesce((SELECT string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || '''', ' | ' ORDER BY word)
    FROM unnest(words) AS word), quoted)::tsquery;
END $$;
--> statement-breakpoint
-- As before, but for how a beginning is asked.
CREATE OR REPLACE FUNCTION search_word_query(piece text, stemmed boolean) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  quoted text := '''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''';
  own text := search_key(piece);
  known boolean;
  alike text[];
  wish tsquery;
BEGIN
  IF search_paired(piece) THEN
    RETURN (SELECT string_agg('''' || substr(piece, n, 2) || '''' || CASE length(piece) WHEN 1 THEN ':*' ELSE '' END, ' <-> ' ORDER BY n)::tsquery
      FROM generate_series(1, greatest(1, length(piece) - 1)) AS n);
  END IF;
  IF NOT stemmed THEN RETURN quoted::tsquery; END IF;
  known := EXISTS (SELECT FROM search_word w WHERE w.word = piece);
  IF length(own) >= 4 THEN
    -- Ordinary words that only look alike in their own script are other words.
    SELECT array_agg(w.word) INTO alike FROM (SELECT word FROM search_word WHERE search_word.key = own ORDER BY word LIMIT 24) AS w;
    IF known AND NOT EXISTS (SELECT FROM unnest(alike) AS a WHERE (a ~ '[\u0400-\u04FF]') <> (piece ~ '[\u0400-\u04FF]')) THEN
      alike := NULL;
    END IF;
  END IF;
  wish := (SELECT string_agg(DISTINCT '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''', ' | ') FROM (
    SELECT a AS word FROM unnest(array_append(alike, piece)) AS a) AS words,
    LATERAL (SELECT word AS lexeme UNION ALL SELECT stem FROM search_stems(word, NULL) AS stem
      UNION ALL SELECT '~' || stem FROM search_stems(word, NULL) AS stem) AS forms
    WHERE lexeme <> '')::tsquery;
  -- What nobody wrote is taken for the beginning of a word.
  IF NOT known AND alike IS NULL AND length(piece) > 1 THEN wish := wish || search_begun(piece); END IF;
  RETURN wish;
END $$;
--> statement-breakpoint
-- As before, but for how a beginning is asked.
CREATE OR REPLACE FUNCTION search_term(line text, kind text) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  pieces text[] := ARRAY(SELECT piece FROM search_split(ARRAY[line]) WITH ORDINALITY AS split(piece, at) ORDER BY at LIMIT 20);
  wish tsquery;
  one tsquery;
BEGIN
  FOR i IN 1 .. cardinality(pieces) LOOP
    one := CASE WHEN kind = 'beginning' AND i = cardinality(pieces) AND NOT search_paired(pieces[i])
      THEN search_begun(pieces[i]) ELSE search_word_query(pieces[i], kind = 'word') END;
    wish := CASE WHEN wish IS NULL THEN one ELSE wish <-> one END;
  END LOOP;
  RETURN wish;
END $$;
--> statement-breakpoint
-- Of the newest so many entries those that hold what is wanted, read one by one.
CREATE FUNCTION search_walk(condition text, wanted tsquery, newest bigint, most integer, width bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE
  found bigint[];
BEGIN
  EXECUTE 'SELECT array_agg(n) FROM (SELECT n FROM search_entry WHERE n <= $1 AND n > $1 - $4 AND ' || condition || ' ORDER BY n DESC LIMIT $2) AS newest'
    INTO found USING newest, most, wanted, width;
  RETURN coalesce(found, '{}');
END $$;
--> statement-breakpoint
-- The newest entries up to `top` that hold what is wanted, newest first: from step to step until there are `enough`, so that
-- no more is read than a page needs, and never more than `most`. `bottom` is how far was read: between it and `top` is
-- none that is wanted and not found. With `down_to` it goes on to there. `sure` is what of `wanted` the index knows
-- without reading all that begins so: that part alone is looked for in it, and the rest in what it gives.
CREATE FUNCTION search_window(wanted tsquery, sure tsquery, groups jsonb, top bigint, most integer, enough integer, down_to bigint,
  OUT numbers bigint[], OUT bottom bigint)
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  newest bigint := least(top, (SELECT last_value FROM search_entry_n));
  part bigint[];
  narrowed text := 'true';
  condition text;
  one jsonb;
  -- What is read next: so many (width) steps of 2 ^ level entries, the newest of them this.
  level integer := 12;
  step bigint := newest >> 12;
  width bigint := 2;
  behind bigint := 0;
BEGIN
  numbers := '{}';
  bottom := 0;
  IF wanted IS NULL AND jsonb_array_length(groups) = 0 THEN RETURN; END IF;
  FOR one IN SELECT jsonb_array_elements(groups) LOOP
    narrowed := narrowed || format(' AND facets && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(one)));
  END LOOP;
  condition := narrowed || CASE
    WHEN wanted IS NULL THEN ''
    WHEN sure::text = wanted::text THEN ' AND words @@ $3'
    WHEN sure IS NOT NULL THEN ' AND words @@ $5 AND ts_match_vq(words, $3)'
    WHEN narrowed <> 'true' THEN ' AND ts_match_vq(words, $3)'
    ELSE ' AND words @@ $3' END;
  IF wanted IS NOT NULL AND sure::text IS DISTINCT FROM wanted::text THEN
    -- Many words begin so: as a rule some among the newest.
    bottom := greatest(0, newest - 4095);
    numbers := search_walk(narrowed || ' AND ts_match_vq(words, $3)', wanted, newest, most, newest - bottom + 1);
    IF cardinality(numbers) >= most THEN bottom := numbers[most]; END IF;
    IF bottom = 0 OR cardinality(numbers) >= most OR (cardinality(numbers) >= enough AND bottom <= coalesce(down_to, bottom)) THEN RETURN; END IF;
    numbers := '{}';
  END IF;
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
    -- No range that an index could be read by: the steps are the range.
    EXECUTE 'SELECT array_agg(n) FROM (SELECT n FROM search_entry WHERE (n + 0) <= $1 AND ' || condition || ' AND facets && $4 ORDER BY n DESC LIMIT $2) AS newest'
      INTO part USING newest, most - cardinality(numbers), wanted,
        ARRAY(SELECT level || ':' || s FROM generate_series(step - width + 1, step) AS s), sure;
    numbers := numbers || coalesce(part, '{}');
    step := step - width;
    bottom := (step + 1) << level;
    IF cardinality(numbers) >= most THEN
      bottom := numbers[most];
      RETURN;
    END IF;
    EXIT WHEN cardinality(numbers) >= enough AND bottom <= coalesce(down_to, bottom);
    behind := behind + (width << level);
    -- As many entries again as hold what is missing and half of that, going by those read, and at most fifteen times as many.
    width := greatest(1, least(15 * behind, behind * 3 / 2 * greatest(1, enough - cardinality(numbers)) / greatest(1, cardinality(numbers))) >> level);
  END LOOP;
END $$;
