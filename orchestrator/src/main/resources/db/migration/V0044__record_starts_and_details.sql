-- When attempts of a task began, the newest first; those that are older than a minute leave with the next one.
ALTER TABLE task ADD COLUMN recent_starts timestamptz[] NOT NULL DEFAULT '{}';

CREATE INDEX task_started_of_client ON task (client, (recent_starts[1])) WHERE recent_starts[1] IS NOT NULL;
DROP INDEX task_finished_of_client;

-- What a call asked for, in short: JSON, cut where it is long, without secrets.
ALTER TABLE audit ADD COLUMN details text;
