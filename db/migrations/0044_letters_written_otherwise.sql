-- Letters that readers type otherwise than texts have them: Russian ё as е, Ukrainian ґ as г, German ß as ss, and in
-- Arabic the alif with or without its hamza, ى for ي, ه for ة, and the signs of vowels, which few type (docs/decisions/0021).
CREATE FUNCTION search_folded(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT replace(translate(word,
    U&'\0451\0491\0622\0623\0625\0671\0649\06CC\0629\0624\0626\06A9\0640\064B\064C\064D\064E\064F\0650\0651\0652\0653\0654\0655\0670',
    U&'\0435\0433\0627\0627\0627\0627\064A\064A\0647\0648\064A\0643'), 'ß', 'ss')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_words(texts text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
    SELECT DISTINCT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT DISTINCT search_folded(own) AS piece FROM search_split(texts) AS own) AS once,
      generate_series(0, CASE WHEN piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' THEN length(piece) ELSE 0 END) AS n
    WHERE piece <> '' LIMIT 5000) AS kept);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION search_query(wanted text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*', ' & ')::tsquery FROM (
    SELECT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT piece, piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' AS is_paired
        FROM (SELECT search_folded(own) AS piece FROM search_split(ARRAY[wanted]) AS own) AS folded WHERE piece <> '') AS each,
      generate_series(is_paired::int, CASE WHEN is_paired THEN greatest(1, length(piece) - 1) ELSE 0 END) AS n
    LIMIT 40) AS kept);
END $$;
--> statement-breakpoint
-- What is listed already, in the letters that it will be asked for.
DO $$
DECLARE newest publication;
BEGIN
  FOR newest IN SELECT p.* FROM publication p JOIN listing l ON l.publication_id = p.id LOOP
    PERFORM list_publication(newest);
  END LOOP;
END $$;
