CREATE TABLE measure (
  task_id   uuid             NOT NULL REFERENCES task,
  name      text             NOT NULL,
  iteration bigint           NOT NULL,
  value     double precision NOT NULL,
  PRIMARY KEY (task_id, name, iteration)
);

CREATE TABLE sample (
  task_id   uuid        NOT NULL REFERENCES task,
  iteration bigint      NOT NULL,
  image     jsonb       NOT NULL,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (task_id, iteration)
);
