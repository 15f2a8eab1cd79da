CREATE TABLE worker (
  worker_id    text        PRIMARY KEY,
  kind         text        NOT NULL CHECK (kind IN ('ingest', 'train', 'synth', 'eval')),
  slots        integer     NOT NULL CHECK (slots >= 0),
  state        text        NOT NULL CHECK (state IN ('ALIVE', 'LOST', 'STOPPED')),
  heartbeat    jsonb       NOT NULL,
  last_seen_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX worker_alive ON worker (kind) WHERE state = 'ALIVE';
