-- The events of each run are numbered from 1 without gaps, so that who follows one knows what it has missed.
ALTER TABLE task_event ADD COLUMN run_sequence bigint;

UPDATE task_event
   SET run_sequence = numbered.number
  FROM (SELECT sequence, row_number() OVER (PARTITION BY run_id ORDER BY sequence) AS number
          FROM task_event
         WHERE run_id IS NOT NULL) AS numbered
 WHERE task_event.sequence = numbered.sequence;

ALTER TABLE task_event ADD CONSTRAINT task_event_numbered CHECK ((run_id IS NULL) = (run_sequence IS NULL));
