-- Archives that are sent in parts, straight to the object store.
CREATE TABLE upload (
  upload_id    uuid        PRIMARY KEY,
  client       text        NOT NULL,
  name         text        NOT NULL,
  fingerprint  text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('OPEN', 'ASSEMBLED', 'READY', 'GIVEN_UP')),
  part_bytes   bigint      NOT NULL CHECK (part_bytes > 0),
  store_upload text        NOT NULL,
  sha256       text,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL
);

-- Known again by its client unless it was given up, and found once it is too old.
CREATE UNIQUE INDEX upload_by_fingerprint ON upload (client, fingerprint) WHERE state <> 'GIVEN_UP';
CREATE INDEX upload_by_expiry ON upload (expires_at) WHERE state IN ('OPEN', 'ASSEMBLED');
