-- How many offers of a task in a row nobody took: each makes the next one wait longer.
ALTER TABLE task ADD COLUMN offers_expired integer NOT NULL DEFAULT 0;

-- How many tasks a worker held when it was lost: only one that was alone with it is taken for the cause.
ALTER TABLE worker ADD COLUMN lost_tasks integer;
