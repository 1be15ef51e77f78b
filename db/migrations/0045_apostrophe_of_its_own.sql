-- Ukrainian has an apostrophe within words, which is typed in three ways: ' and ’ stand between words here, and so does ʼ,
-- which Unicode counts among letters.
CREATE OR REPLACE FUNCTION search_words(texts text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
    SELECT DISTINCT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT DISTINCT search_folded(own) AS piece FROM search_split(ARRAY(SELECT replace(line, U&'\02BC', '''') FROM unnest(texts) AS line)) AS own) AS once,
      generate_series(0, CASE WHEN piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' THEN length(piece) ELSE 0 END) AS n
    WHERE piece <> '' LIMIT 5000) AS kept);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_query(wanted text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*', ' & ')::tsquery FROM (
    SELECT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT piece, piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' AS is_paired
        FROM (SELECT search_folded(own) AS piece FROM search_split(ARRAY[replace(wanted, U&'\02BC', '''')]) AS own) AS folded WHERE piece <> '') AS each,
      generate_series(is_paired::int, CASE WHEN is_paired THEN greatest(1, length(piece) - 1) ELSE 0 END) AS n
    LIMIT 40) AS kept);
END $$;
--> statement-breakpoint
DO $$
DECLARE newest publication;
BEGIN
  FOR newest IN SELECT p.* FROM listing l JOIN publication p ON p.id = l.publication_id
      WHERE strpos(p.document, U&'\02BC') > 0
        OR EXISTS (SELECT FROM rendition t WHERE t.publication_id = p.id AND strpos(t.document, U&'\02BC') > 0) LOOP
    PERFORM list_publication(newest);
  END LOOP;
END $$;
