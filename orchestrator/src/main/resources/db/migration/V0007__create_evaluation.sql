CREATE TABLE evaluation (
  evaluation_id uuid        PRIMARY KEY,
  run_id        uuid        NOT NULL REFERENCES run,
  task_id       uuid        NOT NULL UNIQUE REFERENCES task,
  measures      jsonb       NOT NULL,
  page          jsonb       NOT NULL,
  gallery       jsonb       NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX evaluation_by_run ON evaluation (run_id);
