-- As before, without a query of nothing, of which the server sends a notice with each word.
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
  IF NOT known AND alike IS NULL AND length(piece) > 1 THEN wish := wish || (quoted || ':*')::tsquery; END IF;
  RETURN wish;
END $$;
