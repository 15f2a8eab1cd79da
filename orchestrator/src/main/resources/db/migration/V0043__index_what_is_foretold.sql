-- How many tasks come before one: only those count that wait for nothing else.
DROP INDEX task_queued;
CREATE INDEX task_queued ON task (kind, client, lane, urgent_at, task_id) INCLUDE (not_before_at)
  WHERE state = 'QUEUED' AND held_at IS NULL;

-- The newest runs alike, which tell how long another takes.
CREATE INDEX run_succeeded ON run (template, run_id DESC) WHERE state = 'SUCCEEDED';
