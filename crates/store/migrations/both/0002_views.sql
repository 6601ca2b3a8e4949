-- Views of the record: can be dropped and rebuilt at any time.
CREATE TABLE view_document (
  noun    TEXT   NOT NULL,
  id      TEXT   NOT NULL,
  json    TEXT   NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (noun, id)
);
CREATE TABLE view_post (
  post        TEXT PRIMARY KEY,
  author      TEXT   NOT NULL,
  title       TEXT   NOT NULL,
  words       TEXT   NOT NULL,
  stage       TEXT   NOT NULL,
  class       TEXT   NOT NULL,
  updated     BIGINT NOT NULL,
  open_doubts BIGINT NOT NULL
);
CREATE INDEX view_post_stage ON view_post (stage, updated);
CREATE INDEX view_post_updated ON view_post (updated);
CREATE TABLE view_delivery (
  delivery TEXT PRIMARY KEY,
  post     TEXT   NOT NULL,
  account  TEXT   NOT NULL,
  title    TEXT   NOT NULL,
  stage    TEXT   NOT NULL,
  at       BIGINT NOT NULL,
  url      TEXT   NOT NULL
);
CREATE INDEX view_delivery_post ON view_delivery (post);
CREATE INDEX view_delivery_stage ON view_delivery (stage, at);
CREATE INDEX view_delivery_account ON view_delivery (account, stage, at);
CREATE TABLE view_consultation (
  consultation TEXT PRIMARY KEY,
  post         TEXT   NOT NULL,
  author       TEXT   NOT NULL,
  title        TEXT   NOT NULL,
  asked_of     TEXT   NOT NULL,
  asked        BIGINT NOT NULL,
  ruled        BIGINT NOT NULL
);
CREATE TABLE view_certificate (
  delivery TEXT PRIMARY KEY,
  post     TEXT   NOT NULL,
  account  TEXT   NOT NULL,
  pos      BIGINT NOT NULL,
  at       BIGINT NOT NULL
);
