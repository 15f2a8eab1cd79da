CREATE TABLE api_key (
  api_key_id uuid        PRIMARY KEY,
  name       text        NOT NULL,
  key_sha256 text        NOT NULL UNIQUE,
  role       text        NOT NULL CHECK (role IN ('viewer', 'submitter', 'operator', 'admin')),
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz
);

CREATE TABLE session (
  token_sha256 text        PRIMARY KEY,
  api_key_id   uuid        NOT NULL REFERENCES api_key,
  expires_at   timestamptz NOT NULL
);

CREATE INDEX session_by_expiry ON session (expires_at);
