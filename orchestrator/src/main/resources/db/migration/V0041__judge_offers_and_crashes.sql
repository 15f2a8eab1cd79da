-- How many offers of a task in a row nobody took: each makes the next one wait longer.
ALTER TABLE task ADD COLUMN offers_expired integer NOT NULL DEFAULT 0;
