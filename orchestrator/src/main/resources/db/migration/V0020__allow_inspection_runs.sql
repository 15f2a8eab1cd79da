-- Looking at a dataset before it is ingested is a run of one step.
ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN
    ('pipeline', 'faces', 'expressions', 'inspection', 'import', 'export', 'erasure'));
