CREATE TABLE checkpoint (
  checkpoint_id uuid        PRIMARY KEY,
  run_id        uuid        NOT NULL REFERENCES run,
  task_id       uuid        NOT NULL UNIQUE REFERENCES task,
  network       text        NOT NULL,
  summary       jsonb       NOT NULL,
  location      jsonb       NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX checkpoint_by_network ON checkpoint (network, checkpoint_id DESC);
CREATE INDEX checkpoint_by_run ON checkpoint (run_id);

-- An alias names one checkpoint of each network.
CREATE TABLE checkpoint_alias (
  network       text        NOT NULL,
  alias         text        NOT NULL,
  checkpoint_id uuid        NOT NULL REFERENCES checkpoint,
  moved_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (network, alias)
);
