-- Syntheses of many photos: runs whose parts stand for themselves, that may have a deadline, and that keep what is done.
ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN ('pipeline', 'faces', 'expressions', 'steps', 'inspection', 'import', 'export', 'erasure', 'synthesis'));

ALTER TABLE run ADD COLUMN deadline_at timestamptz;
ALTER TABLE run ADD COLUMN overdue_at timestamptz;

CREATE INDEX run_by_deadline ON run (deadline_at)
 WHERE deadline_at IS NOT NULL AND overdue_at IS NULL AND finished_at IS NULL;
CREATE INDEX run_synthesis ON run (run_id) WHERE template = 'synthesis';

-- How far the state is from which the next attempt goes on: iterations of a training, items of a synthesis.
ALTER TABLE task ADD COLUMN resume_iteration bigint;
