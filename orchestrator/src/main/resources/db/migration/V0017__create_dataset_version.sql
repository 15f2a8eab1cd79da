-- Every prepared version of a dataset, and the people who were taken out of it.
CREATE TABLE dataset_version (
  task_id    uuid        PRIMARY KEY REFERENCES task,
  dataset_id uuid        NOT NULL REFERENCES dataset,
  location   jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);

CREATE INDEX dataset_version_by_dataset ON dataset_version (dataset_id, created_at);

INSERT INTO dataset_version (task_id, dataset_id, location, created_at)
SELECT task_id, CAST(spec #>> '{dataset,datasetId}' AS uuid), result -> 'dataset', finished_at
  FROM task
 WHERE spec ->> 'type' = 'PackDataset' AND state = 'SUCCEEDED';

CREATE TABLE erased_subject (
  dataset_id uuid        NOT NULL REFERENCES dataset,
  subject    text        NOT NULL,
  run_id     uuid        NOT NULL REFERENCES run,
  crops      integer     NOT NULL,
  erased_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (dataset_id, subject)
);

ALTER TABLE run DROP CONSTRAINT run_template_check;
ALTER TABLE run ADD CONSTRAINT run_template_check
  CHECK (template IN ('pipeline', 'faces', 'expressions', 'import', 'export', 'erasure'));
