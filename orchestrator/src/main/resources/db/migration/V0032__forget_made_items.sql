-- Under made/ lies what was made of items of bulk syntheses; it is forgotten when it is old.
INSERT INTO object_sweep (bucket, root) VALUES ('SYNTHESES', 'made/');
