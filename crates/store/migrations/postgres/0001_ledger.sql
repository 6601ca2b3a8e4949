-- The record: append-only. Migrations add here, never alter. Nothing is updated or deleted, erased payloads excepted.
CREATE TABLE ledger_line (
  log    TEXT   NOT NULL,
  pos    BIGINT NOT NULL,
  stream TEXT   NOT NULL,
  seq    BIGINT NOT NULL,
  -- Before the line: proofs read leaves by the hundred and never the lines behind them.
  leaf   BYTEA  NOT NULL,
  line   BYTEA  NOT NULL,
  PRIMARY KEY (log, pos)
);
CREATE UNIQUE INDEX ledger_line_stream ON ledger_line (log, stream, seq);

CREATE TABLE ledger_payload (
  log     TEXT   NOT NULL,
  pos     BIGINT NOT NULL,
  name    TEXT   NOT NULL,
  salt    BYTEA  NOT NULL,
  payload BYTEA  NOT NULL,
  PRIMARY KEY (log, pos, name)
);

-- Roots of complete subtrees of 256, 65536, … lines: what proofs and tiles are made from.
CREATE TABLE ledger_node (
  log   TEXT   NOT NULL,
  level BIGINT NOT NULL,
  idx   BIGINT NOT NULL,
  hash  BYTEA  NOT NULL,
  PRIMARY KEY (log, level, idx)
);

CREATE TABLE ledger_checkpoint (
  log  TEXT   NOT NULL,
  size BIGINT NOT NULL,
  note TEXT   NOT NULL,
  PRIMARY KEY (log, size)
);

-- A payload may only go once its erasure stands on the record.
CREATE TABLE ledger_erasure (
  log  TEXT   NOT NULL,
  pos  BIGINT NOT NULL,
  name TEXT   NOT NULL,
  PRIMARY KEY (log, pos, name)
);
CREATE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only';
END $$;
CREATE FUNCTION ledger_payload_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM ledger_erasure e WHERE e.log = OLD.log AND e.pos = OLD.pos AND e.name = OLD.name) THEN
    RAISE EXCEPTION 'a payload is erased by a ruling on record, not deleted';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER ledger_line_append_only BEFORE UPDATE OR DELETE ON ledger_line FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_node_append_only BEFORE UPDATE OR DELETE ON ledger_node FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_checkpoint_append_only BEFORE UPDATE OR DELETE ON ledger_checkpoint FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_erasure_append_only BEFORE UPDATE OR DELETE ON ledger_erasure FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_payload_no_update BEFORE UPDATE ON ledger_payload FOR EACH ROW EXECUTE FUNCTION ledger_append_only();
CREATE TRIGGER ledger_payload_no_delete BEFORE DELETE ON ledger_payload FOR EACH ROW EXECUTE FUNCTION ledger_payload_erasure();
