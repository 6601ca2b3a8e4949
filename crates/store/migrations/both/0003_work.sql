-- Work in progress: mutable, never on record, never exported.
CREATE TABLE work_session (
  secret  TEXT PRIMARY KEY,
  person  TEXT   NOT NULL,
  created BIGINT NOT NULL,
  seen    BIGINT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE INDEX work_session_person ON work_session (person);
CREATE TABLE work_credential (
  person        TEXT PRIMARY KEY,
  login         TEXT   NOT NULL UNIQUE,
  password_hash TEXT   NOT NULL,
  changed       BIGINT NOT NULL
);
CREATE TABLE work_token (
  secret  TEXT PRIMARY KEY,
  person  TEXT   NOT NULL,
  name    TEXT   NOT NULL,
  created BIGINT NOT NULL
);
CREATE TABLE work_draft (
  post    TEXT PRIMARY KEY,
  person  TEXT   NOT NULL,
  body    TEXT   NOT NULL,
  version BIGINT NOT NULL,
  updated BIGINT NOT NULL
);
CREATE TABLE work_draft_history (
  post    TEXT   NOT NULL,
  version BIGINT NOT NULL,
  person  TEXT   NOT NULL,
  body    TEXT   NOT NULL,
  updated BIGINT NOT NULL,
  PRIMARY KEY (post, version)
);
CREATE TABLE work_outbox (
  id          TEXT PRIMARY KEY,
  kind        TEXT   NOT NULL,
  payload     TEXT   NOT NULL,
  due         BIGINT NOT NULL,
  attempts    BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  lease_owner TEXT   NOT NULL
);
CREATE INDEX work_outbox_due ON work_outbox (kind, due);
CREATE TABLE work_idempotency (
  secret  TEXT PRIMARY KEY,
  request TEXT   NOT NULL,
  status  BIGINT NOT NULL,
  body    TEXT   NOT NULL,
  created BIGINT NOT NULL
);
CREATE TABLE work_setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
CREATE TABLE work_attempt (
  name  TEXT PRIMARY KEY,
  span  BIGINT NOT NULL,
  count BIGINT NOT NULL
);
