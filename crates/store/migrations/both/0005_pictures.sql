-- What was seen in a picture and what its file carried, beside its blob. A cache, but for the traces: those are gone from
-- the bytes that were kept. `seen` is empty where the picture could not be looked at.
CREATE TABLE work_picture (
  blob   TEXT PRIMARY KEY,
  engine TEXT NOT NULL,
  looks  TEXT NOT NULL,
  seen   TEXT NOT NULL,
  traces TEXT NOT NULL
);
-- Which posts show a picture, and since when.
CREATE TABLE work_picture_use (
  post  TEXT   NOT NULL,
  blob  TEXT   NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (post, blob)
);
