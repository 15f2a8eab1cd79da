-- Append-only. Rows are inserted under one advisory lock at the very end of their transaction, so that the sequence is the order of commits.
CREATE TABLE task_event (
  sequence bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type     text        NOT NULL,
  at       timestamptz NOT NULL DEFAULT now(),
  run_id   uuid,
  task_id  uuid,
  data     jsonb       NOT NULL
);

CREATE INDEX task_event_by_run ON task_event (run_id, sequence);
