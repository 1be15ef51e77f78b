-- As before, a long line cut in two steps: to cut two million characters by threes of thousands from their beginning each
-- time, and to sort them with the whole line beside each piece, took longer than a statement may.
CREATE OR REPLACE FUNCTION search_passages(line text) RETURNS TABLE (part integer, start integer, passage text) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN QUERY WITH lines AS MATERIALIZED (
    SELECT at, whole, length(whole) AS width, length(whole) > 4000 AS is_long
    FROM string_to_table(search_passages.line, E'\n') WITH ORDINALITY AS split(whole, at)),
  blocks AS MATERIALIZED (
    SELECT at, b, is_long, NOT is_long OR b = width / 60000 AS is_last,
      CASE WHEN is_long THEN substr(whole, b * 60000 + 1, 60000) ELSE whole END AS block
    FROM lines, generate_series(0, CASE WHEN is_long THEN width / 60000 ELSE 0 END) AS b),
  pieces AS MATERIALIZED (
    SELECT at, b, n, CASE WHEN is_long THEN substr(block, n * 3000 + 1, 3000) ELSE block END
        || CASE WHEN is_last AND (NOT is_long OR n = length(block) / 3000) THEN E'\n' ELSE '' END AS piece
    FROM blocks, generate_series(0, CASE WHEN NOT is_long THEN 0 WHEN is_last THEN length(block) / 3000 ELSE 19 END) AS n),
  placed AS MATERIALIZED (
    SELECT at, b, n, piece, (sum(length(piece)) OVER (ORDER BY at, b, n))::integer - length(piece) AS begun FROM pieces)
  SELECT (row_number() OVER (ORDER BY begun / 3000) - 1)::integer, min(begun), string_agg(piece, '' ORDER BY at, b, n)
  FROM placed GROUP BY begun / 3000;
END $$;
