-- The history by ranges of its sequence: a replay reads the newest ones, and old ones are dropped whole. What is there becomes the first, without being copied.
-- The newest has no end; it is cut by the orchestrator.
ALTER TABLE task_event ALTER COLUMN sequence DROP IDENTITY;
ALTER TABLE task_event RENAME TO task_event_1;
ALTER INDEX task_event_pkey RENAME TO task_event_1_pkey;
ALTER INDEX task_event_by_run RENAME TO task_event_1_by_run;

CREATE SEQUENCE task_event_sequence;
SELECT setval('task_event_sequence', (SELECT COALESCE(max(sequence), 0) + 1 FROM task_event_1), false);

CREATE TABLE task_event (LIKE task_event_1 INCLUDING ALL) PARTITION BY RANGE (sequence);
ALTER TABLE task_event ALTER COLUMN sequence SET DEFAULT nextval('task_event_sequence');
ALTER SEQUENCE task_event_sequence OWNED BY task_event.sequence;

ALTER TABLE task_event ATTACH PARTITION task_event_1 FOR VALUES FROM (1) TO (MAXVALUE);
