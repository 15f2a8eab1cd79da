-- Endpoints of other programs that events are posted to. The secrets sign what is sent, so that they have to be readable here.
CREATE TABLE webhook (
  webhook_id       uuid        PRIMARY KEY,
  url              text        NOT NULL,
  types            text[]      NOT NULL,
  description      text,
  state            text        NOT NULL CHECK (state IN ('ENABLED', 'DISABLED', 'GONE')),
  secret           text        NOT NULL,
  old_secret       text,
  old_secret_until timestamptz,
  -- The sequence of task_event up to which it has its deliveries.
  read_up_to       bigint      NOT NULL,
  -- The circuit is open while there is a next probe.
  failures         integer     NOT NULL DEFAULT 0,
  probes           integer     NOT NULL DEFAULT 0,
  next_probe_at    timestamptz,
  served_at        timestamptz,
  created_at       timestamptz NOT NULL DEFAULT now(),
  CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
);

-- One event on its way to one endpoint, with all that is sent: the history may be gone before it is delivered.
CREATE TABLE webhook_delivery (
  delivery_id uuid        PRIMARY KEY,
  webhook_id  uuid        NOT NULL REFERENCES webhook ON DELETE CASCADE,
  sequence    bigint,
  type        text        NOT NULL,
  body        text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'DELIVERED', 'DEAD')),
  attempts    integer     NOT NULL DEFAULT 0,
  -- When it may be taken: for its next attempt, or because whoever took it last has been silent for too long.
  due_at      timestamptz NOT NULL DEFAULT now(),
  give_up_at  timestamptz NOT NULL,
  answered_at timestamptz,
  status      integer,
  detail      text,
  created_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  UNIQUE (webhook_id, sequence),
  CHECK ((state IN ('DELIVERED', 'DEAD')) = (finished_at IS NOT NULL)),
  CHECK ((answered_at IS NULL) = (detail IS NULL))
);

CREATE INDEX webhook_delivery_open ON webhook_delivery (webhook_id, due_at) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX webhook_delivery_listed ON webhook_delivery (webhook_id, delivery_id DESC);
CREATE INDEX webhook_delivery_dead ON webhook_delivery (webhook_id) WHERE state = 'DEAD';
CREATE INDEX webhook_delivery_finished ON webhook_delivery (finished_at) WHERE finished_at IS NOT NULL;
