-- What the columns of a sample grid show; grids of earlier versions have no names.
ALTER TABLE sample ADD COLUMN columns jsonb NOT NULL DEFAULT '[]';
