-- Who changed what, by which call. Append-only; no bodies, and nothing that a key could be made of.
CREATE TABLE audit (
  audit_id   uuid        PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT now(),
  api_key_id uuid        REFERENCES api_key,
  key_name   text,
  action     text        NOT NULL,
  path       text        NOT NULL,
  subject    text,
  made       text,
  status     integer     NOT NULL
);

CREATE INDEX audit_by_key ON audit (api_key_id, audit_id DESC);
CREATE INDEX audit_by_action ON audit (action text_pattern_ops, audit_id DESC);
CREATE INDEX audit_by_subject ON audit (subject, audit_id DESC) WHERE subject IS NOT NULL;
CREATE INDEX audit_by_made ON audit (made, audit_id DESC) WHERE made IS NOT NULL;
CREATE INDEX audit_by_age ON audit (at);
