CREATE TABLE outbox (
  outbox_id  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic      text        NOT NULL,
  record_key text        NOT NULL,
  message    jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
