CREATE TABLE task (
  task_id           uuid        PRIMARY KEY,
  run_id            uuid        NOT NULL REFERENCES run,
  step_id           uuid        NOT NULL REFERENCES step,
  step              text        NOT NULL,
  kind              text        NOT NULL CHECK (kind IN ('ingest', 'train', 'synth', 'eval')),
  state             text        NOT NULL CHECK (state IN
    ('QUEUED', 'OFFERED', 'RUNNING', 'CANCELLING', 'SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED')),
  priority          integer     NOT NULL,
  spec              jsonb       NOT NULL,
  attempt           integer     NOT NULL DEFAULT 0,
  failures          integer     NOT NULL DEFAULT 0,
  interruptions     integer     NOT NULL DEFAULT 0,
  not_before_at     timestamptz NOT NULL DEFAULT now(),
  offer_expires_at  timestamptz,
  worker_id         text,
  lease_until       timestamptz,
  progress          jsonb,
  resume_from       jsonb,
  result            jsonb,
  outputs           jsonb,
  peak_memory_bytes bigint,
  error             jsonb,
  created_at        timestamptz NOT NULL DEFAULT now(),
  started_at        timestamptz,
  finished_at       timestamptz,
  CHECK ((state IN ('RUNNING', 'CANCELLING')) = (lease_until IS NOT NULL)),
  CHECK ((state = 'OFFERED') = (offer_expires_at IS NOT NULL)),
  CHECK ((state IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED')) = (finished_at IS NOT NULL)),
  CHECK ((state = 'SUCCEEDED') = (result IS NOT NULL))
);

CREATE INDEX task_queued ON task (kind, priority DESC, task_id) WHERE state = 'QUEUED';
CREATE INDEX task_offered ON task (offer_expires_at) WHERE state = 'OFFERED';
CREATE INDEX task_leased ON task (lease_until) WHERE state IN ('RUNNING', 'CANCELLING');
CREATE INDEX task_leased_by_worker ON task (worker_id) WHERE state IN ('RUNNING', 'CANCELLING');
CREATE INDEX task_active ON task (kind, state) WHERE state IN ('QUEUED', 'OFFERED', 'RUNNING', 'CANCELLING', 'DEAD');
CREATE INDEX task_by_run ON task (run_id);
CREATE INDEX task_by_step ON task (step_id);
