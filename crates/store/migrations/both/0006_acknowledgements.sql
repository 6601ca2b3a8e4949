-- A person's document has what they acknowledged and when they came: whoever opens the folder next folds the record again.
INSERT INTO work_setting (name, value) VALUES ('views', 'stale') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
