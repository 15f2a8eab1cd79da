-- When attempts of a task began, the newest first; those that are older than a minute leave with the next one.
ALTER TABLE task ADD COLUMN recent_starts timestamptz[] NOT NULL DEFAULT '{}';

-- What a call asked for, in short: JSON, cut where it is long, without secrets.
ALTER TABLE audit ADD COLUMN details text;
