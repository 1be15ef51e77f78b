-- Walking back from the newest entry is quick where much is found, and reads all there is where filters leave little: the
-- planner cannot tell, for it takes what one narrows by for independent. The steps bound what is read by the index.
ALTER FUNCTION search_newest(tsquery, jsonb, bigint, integer) SET enable_indexscan = off;
