-- What a run was asked for, to ask again with changes; a step that was done before; workers that die of a task.
ALTER TABLE run ADD COLUMN request jsonb;

ALTER TABLE task ADD COLUMN fingerprint text;
ALTER TABLE task ADD COLUMN reused_task_id uuid REFERENCES task ON DELETE SET NULL;
ALTER TABLE task ADD COLUMN code_version text;
ALTER TABLE task ADD COLUMN crashes integer NOT NULL DEFAULT 0;

CREATE INDEX task_reusable ON task (fingerprint, finished_at) WHERE state = 'SUCCEEDED' AND fingerprint IS NOT NULL;

ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN ('pipeline', 'faces', 'expressions', 'steps', 'inspection', 'import', 'export', 'erasure'));
