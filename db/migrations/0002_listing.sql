-- What separates words is told by code points, and cases are folded by the server, so that the same text has the same
-- words under every collation. Scripts that put no blanks between words are cut into pairs of characters.
CREATE FUNCTION search_split(texts text[]) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(word, 40) FROM unnest(texts) AS line, regexp_split_to_table(lower(normalize(line, NFKC)),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u02C2-\u02DF\u055A-\u055F\u0589\u05BE\u05C0\u05C3\u05F3\u05F4\u060C\u061B\u061F\u066A-\u066D\u06D4\u0964\u0965\u2000-\u206F\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u30FB\uFE00-\uFE0F\uFE30-\uFE6F\uFFFC-\uFFFD]+') AS word
  WHERE word <> ''
$$;
--> statement-breakpoint
-- A vector holds a megabyte at most: of a text with more different words the rest is not searched. (PL/pgSQL keeps
-- its plans; SQL would be planned again for each text, which costs more than all the rest.)
CREATE FUNCTION search_words(texts text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
    SELECT DISTINCT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT DISTINCT piece FROM search_split(texts) AS piece) AS once,
      generate_series(0, CASE WHEN piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' THEN length(piece) ELSE 0 END) AS n
    LIMIT 5000) AS kept);
END $$;
--> statement-breakpoint
-- Every word of it begins a word of the text; null where it holds no word.
CREATE FUNCTION search_query(wanted text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT string_agg('''' || replace(replace(word, '\', '\\'), '''', '''''') || ''':*', ' & ')::tsquery FROM (
    SELECT CASE n WHEN 0 THEN piece ELSE substr(piece, n, 2) END AS word
    FROM (SELECT piece, piece ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]' AS is_paired FROM search_split(ARRAY[wanted]) AS piece) AS each,
      generate_series(is_paired::int, CASE WHEN is_paired THEN greatest(1, length(piece) - 1) ELSE 0 END) AS n
    LIMIT 40) AS kept);
END $$;
--> statement-breakpoint
CREATE FUNCTION public_texts(document jsonb, paths jsonpath[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT array_agg(piece #>> '{}') FROM unnest(paths) AS path, jsonb_path_query(document, path) AS piece);
END $$;
--> statement-breakpoint
-- The first or last day that one end of an EDTF value may mean; a season is its whole year (see domain/time).
CREATE FUNCTION public_day(part text, fill text) RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT CASE WHEN digits ~ '^\d{8}$' THEN digits::integer END FROM (SELECT rpad(CASE
    WHEN part IN ('', '..') THEN ''
    WHEN bare ~ '^\d{4}-2[1-9]$' THEN left(bare, 4)
    ELSE replace(replace(bare, '-', ''), 'X', fill) END, 8, fill) AS digits
    FROM (SELECT translate(part, '~?%', '') AS bare) AS plain) AS filled);
END $$;
--> statement-breakpoint
CREATE FUNCTION public_days(edtf text) RETURNS int4range LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT CASE WHEN first <= last THEN int4range(first, last, '[]') END FROM (SELECT
    public_day(split_part(edtf, '/', 1), '0') AS first,
    public_day(CASE WHEN strpos(edtf, '/') > 0 THEN split_part(edtf, '/', 2) ELSE edtf END, '9') AS last) AS bounds);
END $$;
--> statement-breakpoint
CREATE FUNCTION list_publication(newest publication) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO listing (incident_id, publication_id, published_at, heading, occurred, words, places, parties)
  SELECT newest.incident_id, newest.id, newest.published_at,
    jsonb_path_query_first(d, '$.claims[*] ? (@.isCentral == true).finding.heading') #>> '{}',
    public_days(d #>> '{incident,occurred}'),
    CASE WHEN d IS NOT NULL THEN search_words(public_texts(d, ARRAY['$.incident.title', '$.incident.tags[*]',
      '$.claims[*].text', '$.claims[*].question.text', '$.summary.**.text']::jsonpath[]) || places || parties) END,
    CASE WHEN d IS NOT NULL THEN search_words(places) END,
    CASE WHEN d IS NOT NULL THEN search_words(parties) END
  FROM (SELECT d, public_texts(d, ARRAY['$.incident.place.name', '$.incident.place.names[*].name']::jsonpath[]) AS places,
      public_texts(d, ARRAY['$.incident.parties[*].name', '$.incident.parties[*].aliases[*]', '$.incident.sides[*].name',
        '$.claims[*].claimants[*].name']::jsonpath[]) AS parties
    FROM (SELECT newest.document::jsonb AS d) AS parsed) AS read
  ON CONFLICT (incident_id) DO UPDATE SET (publication_id, published_at, heading, occurred, words, places, parties) =
    (excluded.publication_id, excluded.published_at, excluded.heading, excluded.occurred, excluded.words,
      excluded.places, excluded.parties);
END $$;
--> statement-breakpoint
-- Of the newest only: what is redacted later may be an earlier one.
CREATE FUNCTION keep_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM publication p WHERE p.incident_id = NEW.incident_id AND p.number > NEW.number) THEN
    PERFORM list_publication(NEW);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_listed AFTER INSERT OR UPDATE ON "publication" FOR EACH ROW EXECUTE FUNCTION keep_listing();
