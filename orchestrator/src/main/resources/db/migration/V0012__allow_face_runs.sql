-- Face generation is a template of its own.
ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN ('pipeline', 'faces', 'expressions'));
