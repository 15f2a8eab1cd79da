-- What the client gets of a part that ends without a result is its last state: how many of its items are rejected, and how many images it has.
ALTER TABLE task ADD COLUMN resume_rejected bigint;
ALTER TABLE task ADD COLUMN resume_images bigint;
