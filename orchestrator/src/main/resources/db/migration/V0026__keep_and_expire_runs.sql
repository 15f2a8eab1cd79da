-- Which installation this is; whoever deletes objects must know that the buckets are its own.
CREATE TABLE installation (
  installation_id uuid        PRIMARY KEY,
  created_at      timestamptz NOT NULL DEFAULT now()
);

INSERT INTO installation (installation_id) VALUES (gen_random_uuid());

-- How far the search for objects that nothing needs has come, in each part of each bucket.
CREATE TABLE object_sweep (
  bucket    text        NOT NULL CHECK (bucket IN ('DATASETS', 'MODELS', 'SYNTHESES', 'REPORTS')),
  root      text        NOT NULL,
  after_key text        NOT NULL DEFAULT '',
  next_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (bucket, root)
);

INSERT INTO object_sweep (bucket, root)
VALUES ('DATASETS', 'tasks/'), ('MODELS', 'tasks/'), ('SYNTHESES', 'tasks/'), ('REPORTS', 'tasks/'),
       ('DATASETS', 'uploads/'), ('MODELS', 'uploads/'), ('SYNTHESES', 'uploads/');

-- A run that is expiring will be gone: nothing may be made from it any more. Retention looks at a run again at review_at.
ALTER TABLE run ADD COLUMN pinned_at timestamptz;
ALTER TABLE run ADD COLUMN expiring_at timestamptz;
ALTER TABLE run ADD COLUMN review_at timestamptz;
ALTER TABLE run ADD CONSTRAINT run_expiring_check
  CHECK (expiring_at IS NULL OR (pinned_at IS NULL AND finished_at IS NOT NULL));

CREATE INDEX run_by_end ON run (state, finished_at) WHERE finished_at IS NOT NULL AND template <> 'expressions';
CREATE INDEX run_of_photo_by_end ON run (finished_at) WHERE template = 'expressions';
CREATE INDEX run_expiring ON run (expiring_at) WHERE expiring_at IS NOT NULL;

-- The tasks whose objects a plan or a result names by their keys.
CREATE FUNCTION named_tasks(document jsonb) RETURNS uuid[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT CAST(found[1] AS uuid)
      FROM regexp_matches(
             CAST(document AS text),
             'tasks/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/', 'g') AS found);

CREATE INDEX run_by_named_task ON run USING gin (named_tasks(plan));
CREATE INDEX task_by_named_task ON task USING gin (named_tasks(result)) WHERE state = 'SUCCEEDED';

-- Both are looked for when a task or a run is deleted.
CREATE INDEX task_by_reused_task ON task (reused_task_id) WHERE reused_task_id IS NOT NULL;
CREATE INDEX idempotency_key_by_resource ON idempotency_key (resource_id);

-- A whole upload is kept until a dataset has it as its source, but not for ever.
UPDATE upload SET expires_at = now() + interval '30 days' WHERE state = 'READY';
CREATE INDEX upload_unused_by_expiry ON upload (expires_at) WHERE state = 'READY';
