-- By which settings a publication was decided, as one short text; null of a redacted one and of a retraction.
CREATE FUNCTION public_rules(document text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT concat_ws(' ', rules ->> 'quorum', rules ->> 'approvals', rules ->> 'disputedSpread')
    FROM (SELECT document::jsonb -> 'rules' AS rules) AS read WHERE rules IS NOT NULL);
END $$;
--> statement-breakpoint
-- For the settings through time, of which there are few however many publications there are.
CREATE INDEX publication_rules ON publication (public_rules(document), published_at) WHERE public_rules(document) IS NOT NULL;
