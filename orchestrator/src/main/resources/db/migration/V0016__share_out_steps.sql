-- A step may be shared out over several tasks; the ingest of a dataset is listed, detected in parts, and packed.
ALTER TABLE task ADD COLUMN part integer NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN units bigint;

UPDATE run
   SET plan = (plan - 'datasetId' - 'datasetName' - 'source' - 'layout' - 'options')
       || jsonb_build_object('dataset', jsonb_strip_nulls(jsonb_build_object(
            'datasetId', plan -> 'datasetId', 'name', plan -> 'datasetName', 'source', plan -> 'source',
            'layout', plan -> 'layout', 'options', plan -> 'options')))
 WHERE plan ? 'datasetName';

UPDATE task
   SET spec = jsonb_build_object('type', 'PackDataset', 'dataset', spec - 'type', 'faces', '[]'::jsonb, 'listing',
       '{"bucket": "datasets", "prefix": "/", "manifest": {"bucket": "datasets", "key": "listing.json", "bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}'::jsonb)
 WHERE spec ->> 'type' = 'IngestDataset';

UPDATE step SET name = replace(name, 'ingest', 'pack') WHERE name LIKE 'ingest%';
UPDATE task SET step = replace(step, 'ingest', 'pack') WHERE step LIKE 'ingest%';
UPDATE step
   SET depends_on = ARRAY(SELECT regexp_replace(each, '^ingest', 'pack') FROM unnest(depends_on) AS each)
 WHERE EXISTS (SELECT FROM unnest(depends_on) AS each WHERE each LIKE 'ingest%');
