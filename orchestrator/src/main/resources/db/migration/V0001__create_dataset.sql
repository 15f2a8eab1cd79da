CREATE TABLE dataset (
  dataset_id uuid        PRIMARY KEY,
  name       text        NOT NULL,
  source     text        NOT NULL,
  layout     text        NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  prepared   jsonb
);
