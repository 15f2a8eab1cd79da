-- What the layout of a dataset leaves to choose.
ALTER TABLE dataset ADD COLUMN options jsonb;
