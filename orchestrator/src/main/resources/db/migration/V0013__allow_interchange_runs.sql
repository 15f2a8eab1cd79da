-- Checkpoints come in and go out as runs of one step.
ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN ('pipeline', 'faces', 'expressions', 'import', 'export'));
