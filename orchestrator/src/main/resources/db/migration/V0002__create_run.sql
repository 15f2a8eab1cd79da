CREATE TABLE run (
  run_id      uuid        PRIMARY KEY,
  name        text        NOT NULL,
  template    text        NOT NULL CHECK (template IN ('pipeline', 'expressions')),
  dataset_id  uuid        REFERENCES dataset,
  preset      text,
  plan        jsonb       NOT NULL,
  priority    integer     NOT NULL,
  state       text        NOT NULL CHECK (state IN ('RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);

CREATE INDEX run_by_state ON run (state, run_id DESC);

CREATE TABLE step (
  step_id    uuid    PRIMARY KEY,
  run_id     uuid    NOT NULL REFERENCES run,
  position   integer NOT NULL,
  name       text    NOT NULL,
  kind       text    NOT NULL CHECK (kind IN ('ingest', 'train', 'synth', 'eval')),
  depends_on text[]  NOT NULL,
  state      text    NOT NULL CHECK (state IN ('WAITING', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'SKIPPED')),
  UNIQUE (run_id, name),
  UNIQUE (run_id, position)
);
