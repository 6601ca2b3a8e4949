-- Lists that end nowhere silently: pages by time and id, search in folded words, the posts that are under way.
-- The words to search in: title and texts, NFKC and lower case, so that both databases find the same.
ALTER TABLE view_post ADD COLUMN folded TEXT NOT NULL DEFAULT '';
-- 1 from the hand-in until nothing is left to clear or to settle.
ALTER TABLE view_post ADD COLUMN under_way BIGINT NOT NULL DEFAULT 0;
DROP INDEX view_post_stage;
CREATE INDEX view_post_stage ON view_post (stage, updated, post);
DROP INDEX view_post_updated;
CREATE INDEX view_post_updated ON view_post (updated, post);
CREATE INDEX view_post_under_way ON view_post (under_way, updated, post);
DROP INDEX view_delivery_stage;
CREATE INDEX view_delivery_stage ON view_delivery (stage, at, delivery);
DROP INDEX view_delivery_account;
CREATE INDEX view_delivery_account ON view_delivery (account, stage, at, delivery);
CREATE INDEX view_delivery_at ON view_delivery (at, delivery);
CREATE INDEX view_consultation_open ON view_consultation (asked, consultation) WHERE ruled = 0;
CREATE INDEX view_consultation_ruled ON view_consultation (asked, consultation) WHERE ruled > 0;
CREATE INDEX view_consultation_post ON view_consultation (post);
-- Whoever opens the folder next folds the record into the views again.
INSERT INTO work_setting (name, value) VALUES ('views', 'stale') ON CONFLICT (name) DO UPDATE SET value = excluded.value;
