CREATE SEQUENCE "public"."search_entry_n" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "search_entry" (
	"n" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"start" integer NOT NULL,
	"language" text,
	"text" text NOT NULL,
	"words" "tsvector" NOT NULL,
	"facets" text[] NOT NULL,
	CONSTRAINT "search_entry_kind" CHECK ("search_entry"."kind" in ('incident', 'claim', 'source', 'passage', 'excerpt', 'party', 'place'))
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL,
	"key" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "search_entry_subject" ON "search_entry" USING btree ("subject_id","kind","part");--> statement-breakpoint
CREATE INDEX "search_entry_found" ON "search_entry" USING gin ("words","facets") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_word_key" ON "search_word" USING btree ("key");
--> statement-breakpoint
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX search_word_near ON search_word USING gin (key gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN NULL; -- A server without it offers no near spellings.
END $$;
--> statement-breakpoint
-- Words that are there, spelled nearly like one that is not, the nearest first; none on a server without trigrams.
CREATE FUNCTION search_near(wanted text) RETURNS text[] LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  own text := search_key(lower(wanted));
  near text[];
BEGIN
  IF own IS NULL OR NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN RETURN '{}'; END IF;
  EXECUTE 'SELECT array_agg(word) FROM (SELECT word FROM search_word WHERE key % $1
    ORDER BY similarity(key, $1) DESC, word LIMIT 5) AS nearest' INTO near USING own;
  RETURN coalesce(near, '{}');
END $$;
--> statement-breakpoint
-- One spelling for all the romanisations of a word (see domain/name-word): of what captured texts are made of, which
-- no program but this one reads word by word. Null for what is no word of Latin or Cyrillic letters.
CREATE FUNCTION search_key(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  key text := regexp_replace(normalize(lower(word), NFD), '[\u0300-\u0305\u0307\u0309-\u036F\u2019''ьъ]', '', 'g');
  rule text[];
BEGIN
  -- й, ї and ё come apart under NFD: the breve and the two dots, which the first line takes or the next ones do.
  key := replace(replace(key, U&'\0306', ''), U&'\0308', '');
  IF key !~ '^[a-zßæœøđłþа-яіїєґѓќўџљњћђјѕ]{3,40}$' THEN RETURN NULL; END IF;
  key := translate(key, 'абвгґдезиійклмнопрстуфхцчшщыэєїјѕўћђљњџѓќøłđ', 'abvggdeziiiklmnoprstufhccssieeiizvcdlnjgkold');
  FOREACH rule SLICE 1 IN ARRAY ARRAY[['ж', 'z'], ['ю', 'iu'], ['я', 'ia'], ['ß', 'ss'], ['[æœ]', 'e'], ['þ', 'th'],
    ['shch|sch|sh|sz|sc(?=[eiy])', 's'], ['dzh|dj', 'j'], ['zh', 'z'], ['kh', 'h'], ['tch|cz|ch|tz|ts', 'c'],
    ['ph', 'f'], ['th', 't'], ['gh', 'g'], ['ck|q', 'k'], ['x', 'ks'], ['w', 'v'], ['ou|oo', 'u'], ['ee', 'i'],
    ['[jy]', 'i'], ['i+(?=[eo])[eo]', 'e'], ['([aou])e', '\1'], ['([a-z])\1+', '\1']] LOOP
    key := regexp_replace(key, rule[1], rule[2], 'g');
  END LOOP;
  RETURN key;
END $$;
--> statement-breakpoint
-- The stemmers that a word of this language is cut by; null: of each language written in the word's letters.
CREATE FUNCTION search_stems(word text, language text) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  names text[] := CASE
    WHEN word !~ '[^\u0000-\u007F]' OR word ~ '^[\u0000-\u024F]+$' THEN
      CASE split_part(lower(language), '-', 1) WHEN 'en' THEN '{english}' WHEN 'de' THEN '{german}'
        WHEN 'fr' THEN '{french}' WHEN 'es' THEN '{spanish}' WHEN 'it' THEN '{italian}' WHEN 'pt' THEN '{portuguese}'
        WHEN 'nl' THEN '{dutch}' WHEN 'tr' THEN '{turkish}' WHEN 'sv' THEN '{swedish}' WHEN 'da' THEN '{danish}'
        WHEN 'nb' THEN '{norwegian}' WHEN 'no' THEN '{norwegian}' WHEN 'fi' THEN '{finnish}'
        WHEN 'hu' THEN '{hungarian}' WHEN 'ro' THEN '{romanian}' WHEN 'id' THEN '{indonesian}'
        ELSE CASE WHEN language IS NULL THEN '{english,german,french,spanish,italian,portuguese,dutch,turkish}' ELSE '{}' END END
    WHEN word ~ '[\u0400-\u04FF]' AND (language IS NULL OR language ~* '^(ru|be)\y') THEN '{russian}'
    WHEN word ~ '[\u0600-\u06FF]' AND (language IS NULL OR language ~* '^ar\y') THEN '{arabic}'
    WHEN word ~ '[\u0370-\u03FF]' THEN '{greek}'
    WHEN word ~ '[\u0900-\u097F]' AND (language IS NULL OR language ~* '^hi\y') THEN '{hindi}'
    WHEN word ~ '[\u0530-\u058F]' THEN '{armenian}'
    ELSE '{}' END;
  name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    -- The dictionaries of PostgreSQL itself; a word too common for them has no stem.
    RETURN NEXT (ts_lexize(('pg_catalog.' || name || '_stem')::regdictionary, word))[1];
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_paired(word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word ~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]'
$$;
--> statement-breakpoint
-- The words of a text in their places, and at the same places their stems behind a ~, which no word can hold: so a phrase
-- means its very words. What runs on without blanks is cut into pairs of characters, each in a place of its own.
CREATE FUNCTION search_placed(line text, language text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (WITH pieces AS (
    SELECT piece, is_paired, width, sum(width) OVER (ORDER BY at) - width AS before FROM (
      SELECT piece, at, search_paired(piece) AS is_paired,
        CASE WHEN search_paired(piece) THEN greatest(1, length(piece) - 1) ELSE 1 END AS width
      FROM search_split(ARRAY[line]) WITH ORDINALITY AS split(piece, at)) AS measured),
  gathered AS (
    SELECT lexeme, string_agg(place::text, ',') AS places FROM (
      SELECT lexeme, place, row_number() OVER (PARTITION BY lexeme ORDER BY place) AS nth FROM (
        SELECT CASE WHEN is_paired THEN substr(piece, n, 2) ELSE piece END AS lexeme, before + n AS place
        FROM pieces, generate_series(1, width) AS n) AS cut) AS numbered
    WHERE nth <= 200 AND place <= 16383 GROUP BY lexeme),
  stemmed AS (
    SELECT lexeme, places FROM gathered
    UNION ALL
    SELECT '~' || stem, places FROM gathered, search_stems(lexeme, coalesce(search_placed.language, 'und')) AS stem
    WHERE stem <> lexeme)
  SELECT coalesce(string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || ''':' || places, ' '), '')::tsvector
  FROM stemmed);
END $$;
--> statement-breakpoint
-- A word as a query: itself, what has its stem, and those that other spellings of it are.
CREATE FUNCTION search_word_query(piece text, stemmed boolean) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  quoted text := '''' || replace(replace(piece, '\', '\\'), '''', '''''') || '''';
  own text := search_key(piece);
  known boolean;
  alike text[];
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
  RETURN (SELECT string_agg(DISTINCT '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''', ' | ') FROM (
    SELECT a AS word FROM unnest(array_append(alike, piece)) AS a) AS words,
    LATERAL (SELECT word AS lexeme UNION ALL SELECT stem FROM search_stems(word, NULL) AS stem
      UNION ALL SELECT '~' || stem FROM search_stems(word, NULL) AS stem) AS forms
    WHERE lexeme <> '')::tsquery
    -- What nobody wrote is taken for the beginning of a word.
    || CASE WHEN NOT known AND alike IS NULL AND length(piece) > 1 THEN (quoted || ':*')::tsquery ELSE ''::tsquery END;
END $$;
--> statement-breakpoint
-- One thing that is wanted: a word, a phrase of very words, or words of which the last is only begun.
CREATE FUNCTION search_term(line text, kind text) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  pieces text[] := ARRAY(SELECT piece FROM search_split(ARRAY[line]) WITH ORDINALITY AS split(piece, at) ORDER BY at LIMIT 20);
  wish tsquery;
  one tsquery;
BEGIN
  FOR i IN 1 .. cardinality(pieces) LOOP
    one := CASE WHEN kind = 'beginning' AND i = cardinality(pieces) AND NOT search_paired(pieces[i])
      THEN ('''' || replace(replace(pieces[i], '\', '\\'), '''', '''''') || ''':*')::tsquery
      ELSE search_word_query(pieces[i], kind = 'word') END;
    wish := CASE WHEN wish IS NULL THEN one ELSE wish <-> one END;
  END LOOP;
  RETURN wish;
END $$;
--> statement-breakpoint
-- `terms`: [{line, kind, not, also: [other names of the same]}]. Null where nothing is wanted by a word.
CREATE FUNCTION search_wanted(terms jsonb) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
  term jsonb;
  other text;
  one tsquery;
  wish tsquery;
BEGIN
  FOR term IN SELECT jsonb_array_elements(terms) LOOP
    one := search_term(term ->> 'line', term ->> 'kind');
    FOR other IN SELECT jsonb_array_elements_text(term -> 'also') LOOP
      one := coalesce(one || search_term(other, 'phrase'), search_term(other, 'phrase'));
    END LOOP;
    IF one IS NULL OR numnode(one) = 0 THEN CONTINUE; END IF;
    IF (term ->> 'not')::boolean THEN one := !!one; END IF;
    wish := CASE WHEN wish IS NULL THEN one ELSE wish && one END;
  END LOOP;
  RETURN wish;
END $$;
--> statement-breakpoint
-- Steps in time of 4,096 entries and eight times that each: a search begins with the newest and widens as it must, so
-- that a common word costs no more among a million entries than among ten thousand.
CREATE FUNCTION search_steps(n bigint) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY['12:' || (n >> 12), '15:' || (n >> 15), '18:' || (n >> 18), '21:' || (n >> 21)]
$$;
--> statement-breakpoint
-- The newest entries up to `top` that hold what is wanted, newest first, at most so many. `groups`: lists of facets, of
-- each of which an entry has one at least.
CREATE FUNCTION search_newest(wanted tsquery, groups jsonb, top bigint, most integer) RETURNS bigint[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  found bigint[];
  -- No range that an index could be read by: the steps are the range.
  condition text := '(n + 0) <= $1';
  step integer;
  one jsonb;
BEGIN
  IF wanted IS NULL AND jsonb_array_length(groups) = 0 THEN RETURN '{}'; END IF;
  IF wanted IS NOT NULL THEN condition := condition || ' AND words @@ $3'; END IF;
  FOR one IN SELECT jsonb_array_elements(groups) LOOP
    condition := condition || format(' AND facets && %L::text[]', ARRAY(SELECT jsonb_array_elements_text(one)));
  END LOOP;
  FOREACH step IN ARRAY ARRAY[12, 15, 18, 21, 62] LOOP
    EXECUTE 'SELECT array_agg(n) FROM (SELECT n FROM search_entry WHERE ' || condition
      || CASE WHEN step = 62 THEN '' ELSE format(' AND facets && %L::text[]', ARRAY[step || ':' || (top >> step), step || ':' || ((top >> step) - 1)]) END
      || ' ORDER BY n DESC LIMIT $2) AS newest' INTO found USING top, most, wanted;
    EXIT WHEN cardinality(found) >= most OR top >> step <= 1;
  END LOOP;
  RETURN coalesce(found, '{}');
END $$;
--> statement-breakpoint
-- The days on which something may have happened as facets: each day, month and year that it touches; of what spans more
-- than a month, the months (or years, or all time) within which no day is known, behind an x.
CREATE FUNCTION search_days(edtf text, letter text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  span int4range := public_days(edtf);
  first date;
  last date;
BEGIN
  IF span IS NULL OR isempty(span) THEN RETURN '{}'; END IF;
  IF lower(span) < 10000 OR upper(span) > 99990000 THEN RETURN ARRAY[letter || 'x:']; END IF;
  first := make_date(lower(span) / 10000, least(12, greatest(1, lower(span) / 100 % 100)), 1);
  first := least(first + greatest(1, lower(span) % 100) - 1, (first + interval '1 month - 1 day')::date);
  last := make_date((upper(span) - 1) / 10000, least(12, greatest(1, (upper(span) - 1) / 100 % 100)), 1);
  last := least(last + greatest(1, (upper(span) - 1) % 100) - 1, (last + interval '1 month - 1 day')::date);
  IF last - first <= 31 THEN
    RETURN ARRAY(SELECT DISTINCT letter || ':' || to_char(day, form)
      FROM generate_series(first, last, interval '1 day') AS day, unnest('{YYYY,YYYYMM,YYYYMMDD}'::text[]) AS form);
  END IF;
  IF last - first <= 1100 THEN
    RETURN ARRAY(SELECT letter || mark || to_char(month, 'YYYYMM') FROM generate_series(date_trunc('month', first), last, interval '1 month') AS month, unnest('{:,x:}'::text[]) AS mark
      UNION SELECT letter || ':' || to_char(year, 'YYYY') FROM generate_series(date_trunc('year', first), last, interval '1 year') AS year);
  END IF;
  IF last - first <= 73000 THEN
    RETURN ARRAY(SELECT letter || mark || to_char(year, 'YYYY') FROM generate_series(date_trunc('year', first), last, interval '1 year') AS year, unnest('{:,x:}'::text[]) AS mark);
  END IF;
  RETURN ARRAY[letter || 'x:'];
END $$;
--> statement-breakpoint
-- What an incident gives to all that stands in it.
CREATE FUNCTION search_of_incident(incident_id uuid) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  kept incident%ROWTYPE;
  last_kind text;
  is_published boolean;
BEGIN
  SELECT * INTO kept FROM incident i WHERE i.id = search_of_incident.incident_id;
  SELECT p.correction_kind, true INTO last_kind, is_published FROM publication p
    WHERE p.incident_id = kept.id ORDER BY p.number DESC LIMIT 1;
  RETURN search_days(kept.occurred, 'h')
    || CASE WHEN kept.place_id IS NULL THEN '{}' ELSE ARRAY['a:' || kept.place_id] END
    || ARRAY(SELECT 'p:' || p.party_id FROM incident_party p WHERE p.incident_id = kept.id)
    || CASE WHEN kept.state = 'closed' THEN ARRAY['s:closed'] ELSE '{}' END
    || CASE WHEN is_published IS NULL THEN CASE kept.state WHEN 'closed' THEN '{}' ELSE ARRAY['s:open'] END
         WHEN last_kind = 'retraction' THEN ARRAY['s:retracted'] ELSE ARRAY['s:published'] END;
END $$;
--> statement-breakpoint
-- The revealed finding's level of a claim; nothing of a round that is open (rule 4).
CREATE FUNCTION search_of_claim(claim_id uuid) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY['v:' || coalesce((SELECT f.level FROM round r JOIN finding f ON f.round_id = r.id
      WHERE r.claim_id = search_of_claim.claim_id AND r.state = 'revealed'), 'none')]
    || ARRAY(SELECT 'p:' || c.party_id FROM claim_claimant c WHERE c.claim_id = search_of_claim.claim_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION search_of_source(source_id uuid, language text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT search_days(s.published, 'd')
    || CASE WHEN s.outlet_id IS NULL THEN '{}' ELSE ARRAY['o:' || s.outlet_id, 'p:' || s.outlet_id] END
    || CASE WHEN search_of_source.language IS NULL THEN '{}' ELSE ARRAY['l:' || split_part(search_of_source.language, '-', 1)] END
    FROM source s WHERE s.id = search_of_source.source_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION search_facets(of_kind text, id uuid, language text) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  own text[] := '{}';
  one uuid;
  of_source uuid;
BEGIN
  IF of_kind = 'incident' THEN
    own := search_of_incident(id) || ARRAY(SELECT DISTINCT 'v:' || f.level FROM claim c JOIN round r ON r.claim_id = c.id AND r.state = 'revealed'
      JOIN finding f ON f.round_id = r.id WHERE c.incident_id = search_facets.id AND c.withdrawn_at IS NULL);
  ELSIF of_kind = 'claim' THEN
    own := search_of_claim(id) || search_of_incident((SELECT c.incident_id FROM claim c WHERE c.id = search_facets.id));
  ELSIF of_kind = 'party' THEN own := ARRAY['p:' || id];
  ELSIF of_kind = 'place' THEN own := ARRAY['a:' || id];
  ELSE
    SELECT CASE of_kind WHEN 'source' THEN search_facets.id ELSE (SELECT c.source_id FROM capture c WHERE c.id = CASE of_kind
      WHEN 'passage' THEN search_facets.id ELSE (SELECT x.capture_id FROM excerpt x WHERE x.id = search_facets.id) END) END INTO of_source;
    own := search_of_source(of_source, language);
    IF of_kind = 'excerpt' THEN
      FOR one IN SELECT DISTINCT e.claim_id FROM evidence e WHERE e.excerpt_id = search_facets.id AND e.withdrawn_at IS NULL AND e.claim_id IS NOT NULL LOOP
        own := own || search_of_claim(one);
      END LOOP;
      own := own || ARRAY(SELECT 'p:' || o.party_id FROM evidence e JOIN origin o ON o.id = e.origin_id
          WHERE e.excerpt_id = search_facets.id AND e.withdrawn_at IS NULL AND o.party_id IS NOT NULL)
        || ARRAY(SELECT 'p:' || r.party_id FROM evidence e JOIN evidence_relay r ON r.evidence_id = e.id
          WHERE e.excerpt_id = search_facets.id AND e.withdrawn_at IS NULL);
      FOR one IN SELECT DISTINCT e.incident_id FROM evidence e WHERE e.excerpt_id = search_facets.id LOOP
        own := own || search_of_incident(one);
      END LOOP;
    ELSE
      FOR one IN SELECT i.incident_id FROM incident_source i WHERE i.source_id = of_source LIMIT 50 LOOP
        own := own || search_of_incident(one);
      END LOOP;
    END IF;
  END IF;
  RETURN ARRAY(SELECT DISTINCT f FROM unnest(own || ('k:' || of_kind)) AS f ORDER BY f);
END $$;
--> statement-breakpoint
-- A text in passages of about three thousand characters, cut where a line ends: what a tsvector can hold is bounded, and
-- so are the places in it. `start` in code points.
CREATE FUNCTION search_passages(line text) RETURNS TABLE (part integer, start integer, passage text) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN QUERY WITH lines AS (
    SELECT at, piece, length(piece) + 1 AS width FROM string_to_table(search_passages.line, E'\n') WITH ORDINALITY AS split(piece, at)),
  pieces AS (
    SELECT at, n, CASE WHEN width <= 4001 THEN piece || E'\n' WHEN n = (width - 1) / 3000 THEN substr(piece, n * 3000 + 1) || E'\n'
        ELSE substr(piece, n * 3000 + 1, 3000) END AS piece
    FROM lines, generate_series(0, CASE WHEN width <= 4001 THEN 0 ELSE (width - 1) / 3000 END) AS n),
  placed AS (
    SELECT at, n, piece, (sum(length(piece)) OVER (ORDER BY at, n))::integer - length(piece) AS begun FROM pieces)
  SELECT (row_number() OVER (ORDER BY begun / 3000) - 1)::integer, min(begun), string_agg(piece, '' ORDER BY at, n)
  FROM placed GROUP BY begun / 3000;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_texts(of_kind text, id uuid) RETURNS TABLE (part integer, start integer, language text, line text) LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE of_kind
  WHEN 'incident' THEN RETURN QUERY SELECT 0, 0, t.language, concat_ws(E'\n', i.title,
      (SELECT string_agg(g.tag, ' · ' ORDER BY g.tag) FROM incident_tag g WHERE g.incident_id = i.id))
    FROM incident i, team t WHERE i.id = search_texts.id;
  WHEN 'claim' THEN RETURN QUERY SELECT 0, 0, t.language, c.text FROM claim c, team t WHERE c.id = search_texts.id;
  WHEN 'source' THEN RETURN QUERY SELECT 0, 0, s.language, concat_ws(E'\n', s.title, s.byline, s.public_description, s.url)
    FROM source s WHERE s.id = search_texts.id;
  WHEN 'passage' THEN RETURN QUERY SELECT p.part, p.start, s.language, p.passage
    FROM capture c JOIN source s ON s.id = c.source_id, search_passages(c.text) AS p WHERE c.id = search_texts.id AND c.text IS NOT NULL;
  WHEN 'excerpt' THEN RETURN QUERY SELECT 0, x.start, s.language, x.exact
      FROM excerpt x JOIN capture c ON c.id = x.capture_id JOIN source s ON s.id = c.source_id WHERE x.id = search_texts.id
    UNION ALL SELECT (row_number() OVER (ORDER BY l.created_at, l.id))::integer, x.start, l.language, l.text
      FROM translation l JOIN excerpt x ON x.id = l.excerpt_id WHERE x.id = search_texts.id;
  WHEN 'party' THEN RETURN QUERY SELECT 0, 0, NULL::text, concat_ws(E'\n', p.name,
      (SELECT string_agg(a.name, E'\n' ORDER BY a.name, a.id) FROM party_alias a WHERE a.party_id = p.id)) FROM party p WHERE p.id = search_texts.id AND p.merged_into_id IS NULL;
  WHEN 'place' THEN RETURN QUERY SELECT 0, 0, NULL::text, string_agg(n.name, E'\n' ORDER BY n.is_main DESC, n.name, n.id)
    FROM place_name n JOIN place p ON p.id = n.place_id WHERE p.id = search_texts.id AND p.merged_into_id IS NULL HAVING count(*) > 0;
  END CASE;
END $$;
--> statement-breakpoint
-- What a thing is narrowed by, made anew; its rows are locked first, so that of two changes at once the later sees both.
CREATE FUNCTION search_reface(of_kind text, id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  spoken text;
  made text[];
BEGIN
  PERFORM FROM search_entry e WHERE e.subject_id = search_reface.id AND e.kind = of_kind ORDER BY e.n FOR UPDATE;
  FOR spoken IN SELECT DISTINCT e.language FROM search_entry e WHERE e.subject_id = search_reface.id AND e.kind = of_kind LOOP
    made := search_facets(of_kind, search_reface.id, spoken);
    UPDATE search_entry e SET facets = made || search_steps(e.n) WHERE e.subject_id = search_reface.id AND e.kind = of_kind
      AND e.language IS NOT DISTINCT FROM spoken AND e.facets IS DISTINCT FROM made || search_steps(e.n);
  END LOOP;
END $$;
--> statement-breakpoint
-- Words that were in what is gone, and are in nothing else, go too (a redaction leaves none behind). Whoever adds words
-- at the same time holds the lock that this waits for.
CREATE FUNCTION search_forget(gone text[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  one text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('assay.search.word'));
  FOREACH one IN ARRAY gone LOOP
    IF NOT EXISTS (SELECT FROM search_entry e WHERE e.words @@ ('''' || replace(replace(one, '\', '\\'), '''', '''''') || '''')::tsquery) THEN
      DELETE FROM search_word w WHERE w.word = one;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- A thing's entries made anew from what it is now.
CREATE FUNCTION search_keep(of_kind text, id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
  parts integer[] := '{}';
  gone text[];
  placed tsvector;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('assay.search.word'));
  FOR one IN SELECT t.* FROM search_texts(of_kind, search_keep.id) AS t WHERE btrim(t.line, E' \n\t') <> '' LOOP
    parts := parts || one.part;
    CONTINUE WHEN EXISTS (SELECT FROM search_entry e WHERE e.subject_id = search_keep.id AND e.kind = of_kind AND e.part = one.part
      AND e.text = one.line AND e.language IS NOT DISTINCT FROM one.language);
    placed := setweight(search_placed(one.line, one.language), (CASE of_kind WHEN 'passage' THEN 'D' WHEN 'excerpt' THEN 'C' ELSE 'A' END)::"char");
    INSERT INTO search_entry (n, kind, subject_id, part, start, language, text, words, facets)
      VALUES (nextval('search_entry_n'), of_kind, search_keep.id, one.part, one.start, one.language, one.line, placed, '{}')
      ON CONFLICT (subject_id, kind, part) DO UPDATE SET start = excluded.start, language = excluded.language, text = excluded.text, words = excluded.words;
    INSERT INTO search_word (word, key) SELECT lexeme, search_key(lexeme) FROM unnest(tsvector_to_array(placed)) AS lexeme
      WHERE left(lexeme, 1) <> '~' AND NOT EXISTS (SELECT FROM search_word w WHERE w.word = lexeme) ON CONFLICT DO NOTHING;
  END LOOP;
  WITH lost AS (DELETE FROM search_entry e WHERE e.subject_id = search_keep.id AND e.kind = of_kind AND e.part <> ALL (parts) RETURNING e.words)
  SELECT array_agg(DISTINCT lexeme) INTO gone FROM lost, unnest(tsvector_to_array(lost.words)) AS lexeme WHERE left(lexeme, 1) <> '~';
  IF gone IS NOT NULL THEN PERFORM search_forget(gone); END IF;
  PERFORM search_reface(of_kind, search_keep.id);
END $$;
--> statement-breakpoint
-- All that stands in an incident, beside itself.
CREATE FUNCTION search_reface_within(incident_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_reface('claim', c.id) FROM claim c WHERE c.incident_id = search_reface_within.incident_id ORDER BY c.id;
  PERFORM search_reface('source', s.source_id) FROM incident_source s WHERE s.incident_id = search_reface_within.incident_id ORDER BY s.source_id;
  PERFORM search_reface('passage', c.id) FROM incident_source s JOIN capture c ON c.source_id = s.source_id
    WHERE s.incident_id = search_reface_within.incident_id ORDER BY c.id;
  PERFORM search_reface('excerpt', x.excerpt_id) FROM (SELECT DISTINCT e.excerpt_id FROM evidence e
    WHERE e.incident_id = search_reface_within.incident_id ORDER BY e.excerpt_id) AS x;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_reface_claim(claim_id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_reface('claim', search_reface_claim.claim_id);
  PERFORM search_reface('incident', c.incident_id) FROM claim c WHERE c.id = search_reface_claim.claim_id;
  PERFORM search_reface('excerpt', x.excerpt_id) FROM (SELECT DISTINCT e.excerpt_id FROM evidence e
    WHERE e.claim_id = search_reface_claim.claim_id ORDER BY e.excerpt_id) AS x;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  kept jsonb := coalesce(new_row, old_row);
  of_id uuid := (kept ->> TG_ARGV[0])::uuid;
BEGIN
  CASE TG_TABLE_NAME
  WHEN 'incident' THEN
    PERFORM search_keep('incident', of_id);
    IF TG_OP = 'UPDATE' AND (new_row ->> 'occurred', new_row ->> 'place_id', new_row ->> 'state')
      IS DISTINCT FROM (old_row ->> 'occurred', old_row ->> 'place_id', old_row ->> 'state') THEN PERFORM search_reface_within(of_id); END IF;
  WHEN 'incident_tag' THEN PERFORM search_keep('incident', of_id);
  WHEN 'incident_party', 'publication' THEN
    PERFORM search_reface('incident', of_id);
    PERFORM search_reface_within(of_id);
  WHEN 'claim' THEN
    PERFORM search_keep('claim', of_id);
    IF TG_OP = 'UPDATE' AND (new_row ->> 'withdrawn_at') IS DISTINCT FROM (old_row ->> 'withdrawn_at') THEN
      PERFORM search_reface('incident', (new_row ->> 'incident_id')::uuid);
    END IF;
  WHEN 'claim_claimant', 'round', 'finding' THEN PERFORM search_reface_claim(of_id);
  WHEN 'source' THEN
    PERFORM search_keep('source', of_id);
    IF TG_OP = 'UPDATE' AND (new_row ->> 'language') IS DISTINCT FROM (old_row ->> 'language') THEN
      PERFORM search_keep('passage', c.id) FROM capture c WHERE c.source_id = of_id ORDER BY c.id;
      PERFORM search_keep('excerpt', x.id) FROM capture c JOIN excerpt x ON x.capture_id = c.id WHERE c.source_id = of_id ORDER BY x.id;
    ELSIF TG_OP = 'UPDATE' AND (new_row ->> 'outlet_id', new_row ->> 'published') IS DISTINCT FROM (old_row ->> 'outlet_id', old_row ->> 'published') THEN
      PERFORM search_reface('passage', c.id) FROM capture c WHERE c.source_id = of_id ORDER BY c.id;
      PERFORM search_reface('excerpt', x.id) FROM capture c JOIN excerpt x ON x.capture_id = c.id WHERE c.source_id = of_id ORDER BY x.id;
    END IF;
  WHEN 'incident_source' THEN
    PERFORM search_reface('source', of_id);
    PERFORM search_reface('passage', c.id) FROM capture c WHERE c.source_id = of_id ORDER BY c.id;
  WHEN 'excerpt', 'translation' THEN PERFORM search_keep('excerpt', of_id);
  WHEN 'evidence' THEN PERFORM search_reface('excerpt', of_id);
  WHEN 'evidence_relay' THEN PERFORM search_reface('excerpt', e.excerpt_id) FROM evidence e WHERE e.id = of_id;
  WHEN 'origin' THEN PERFORM search_reface('excerpt', x.excerpt_id) FROM (SELECT DISTINCT e.excerpt_id FROM evidence e
    WHERE e.origin_id = of_id ORDER BY e.excerpt_id) AS x;
  WHEN 'party', 'party_alias' THEN PERFORM search_keep('party', of_id);
  WHEN 'place', 'place_name' THEN PERFORM search_keep('place', of_id);
  END CASE;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- By itself: a capture's bytes are not to be turned into JSON.
CREATE FUNCTION search_follow_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep('passage', NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What a row's change is followed by, and under which of its columns its thing is.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['incident id', 'incident_tag incident_id', 'incident_party incident_id', 'publication incident_id',
    'claim id', 'claim_claimant claim_id', 'round claim_id', 'finding claim_id', 'source id', 'incident_source source_id', 'excerpt id',
    'translation excerpt_id', 'evidence excerpt_id', 'evidence_relay evidence_id', 'origin id', 'party id',
    'party_alias party_id', 'place id', 'place_name place_id'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION search_follow(%L)',
      split_part(t, ' ', 1) || '_searched', split_part(t, ' ', 1), split_part(t, ' ', 2));
  END LOOP;
  CREATE TRIGGER capture_searched AFTER INSERT OR UPDATE OF text ON capture FOR EACH ROW EXECUTE FUNCTION search_follow_capture();
END $$;
--> statement-breakpoint
-- What was there before.
SELECT count(search_keep('party', p.id)) FROM party p;--> statement-breakpoint
SELECT count(search_keep('place', p.id)) FROM place p;--> statement-breakpoint
SELECT count(search_keep('incident', i.id)) FROM incident i;--> statement-breakpoint
SELECT count(search_keep('claim', c.id)) FROM claim c;--> statement-breakpoint
SELECT count(search_keep('source', s.id)) FROM source s;--> statement-breakpoint
SELECT count(search_keep('passage', c.id)) FROM capture c;--> statement-breakpoint
SELECT count(search_keep('excerpt', x.id)) FROM excerpt x;
