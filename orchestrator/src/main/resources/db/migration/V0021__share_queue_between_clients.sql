-- Whose work a run is, what each client may use, and in which order tasks are offered.
ALTER TABLE api_key ADD COLUMN weight integer NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 1000);
ALTER TABLE api_key ADD COLUMN most_running integer CHECK (most_running >= 0);
ALTER TABLE api_key ADD COLUMN starts_per_minute integer CHECK (starts_per_minute >= 0);

ALTER TABLE run ADD COLUMN client uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';

ALTER TABLE task ADD COLUMN client uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE task ADD COLUMN lane smallint NOT NULL DEFAULT 2;
ALTER TABLE task ADD COLUMN urgent_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE task ADD COLUMN held_at timestamptz;
ALTER TABLE task ADD COLUMN offered_at timestamptz;
ALTER TABLE task ADD COLUMN yield_asked_at timestamptz;

UPDATE task
   SET lane = CASE WHEN priority >= 100 THEN 0 WHEN priority >= 50 THEN 1 ELSE 2 END,
       urgent_at = created_at - make_interval(mins => priority);

DROP INDEX task_queued;
CREATE INDEX task_queued ON task (kind, client, lane, urgent_at, task_id) WHERE state = 'QUEUED' AND held_at IS NULL;
CREATE INDEX task_active_of_client ON task (client) WHERE state IN ('OFFERED', 'RUNNING', 'CANCELLING');
CREATE INDEX task_finished_of_client ON task (client, finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX task_succeeded ON task (step, finished_at) WHERE state = 'SUCCEEDED';

ALTER TABLE run DROP CONSTRAINT run_state_check;
ALTER TABLE run ADD CONSTRAINT run_state_check
  CHECK (state IN ('RUNNING', 'PAUSED', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED'));

-- Kinds of task that are not offered for the time being.
CREATE TABLE queue_pause (
  kind      text        PRIMARY KEY CHECK (kind IN ('ingest', 'train', 'synth', 'eval')),
  reason    text        NOT NULL,
  paused_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE worker ADD COLUMN drained_at timestamptz;
ALTER TABLE worker ADD COLUMN drain_reason text;
