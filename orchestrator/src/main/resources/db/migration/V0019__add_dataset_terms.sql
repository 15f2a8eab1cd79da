-- On what terms the pictures of a dataset may be used, as somebody stated them.
ALTER TABLE dataset ADD COLUMN terms jsonb;
