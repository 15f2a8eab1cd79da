-- Syntheses that were asked for by an event, and whether the end was told.
CREATE TABLE synthesis_request (
  run_id       uuid        PRIMARY KEY REFERENCES run ON DELETE CASCADE,
  event_source text        NOT NULL,
  event_id     text        NOT NULL,
  received_at  timestamptz NOT NULL DEFAULT now(),
  answered_at  timestamptz,
  UNIQUE (event_source, event_id)
);

CREATE INDEX synthesis_request_open ON synthesis_request (received_at) WHERE answered_at IS NULL;
