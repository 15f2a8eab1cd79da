-- Runs that are started again and again. Several replicas look for due ones; a row is theirs while they hold its lock.
CREATE TABLE schedule (
  schedule_id  uuid        PRIMARY KEY,
  name         text        NOT NULL UNIQUE,
  client       text        NOT NULL,
  cron         text        NOT NULL,
  time_zone    text        NOT NULL,
  overlap      text        NOT NULL CHECK (overlap IN ('SKIP', 'ALLOW')),
  request      jsonb       NOT NULL,
  state        text        NOT NULL CHECK (state IN ('ENABLED', 'DISABLED')),
  created_at   timestamptz NOT NULL DEFAULT now(),
  next_at      timestamptz,
  run_id       uuid        REFERENCES run ON DELETE SET NULL,
  last_due_at  timestamptz,
  last_outcome text        CHECK (last_outcome IN ('STARTED', 'SKIPPED', 'FAILED')),
  last_message text,
  CHECK ((state = 'ENABLED') = (next_at IS NOT NULL)),
  CHECK ((last_due_at IS NULL) = (last_outcome IS NULL))
);

CREATE INDEX schedule_due ON schedule (next_at) WHERE state = 'ENABLED';
CREATE INDEX schedule_by_run ON schedule (run_id);
