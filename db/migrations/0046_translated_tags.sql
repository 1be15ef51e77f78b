-- Tags that a translation writes otherwise are found as its names are (docs/decisions/0045).
CREATE OR REPLACE FUNCTION public_translated(version uuid) RETURNS tsvector LANGUAGE plpgsql STABLE AS $$
DECLARE texts text[] := '{}'; titles text[] := '{}'; d jsonb;
BEGIN
  FOR d IN SELECT last.document::jsonb FROM (SELECT DISTINCT ON (t.language) t.document, t.revision_id FROM rendition t
      WHERE t.publication_id = version ORDER BY t.language, t.number DESC) AS last
      WHERE last.document IS NOT NULL AND last.revision_id IS NOT NULL LOOP
    titles := titles || (d #>> '{words,title}');
    texts := texts || ARRAY(SELECT value FROM jsonb_each_text(d -> 'words')
        WHERE key LIKE 'claim/%' OR key LIKE 'question/%' OR key LIKE 'name/%' OR key LIKE 'tag/%')
      || public_texts(d, ARRAY['$.summary.**.text']::jsonpath[]);
  END LOOP;
  RETURN CASE WHEN titles = '{}' THEN '' ELSE public_words(texts, titles) END;
END $$;
