//! Every statement of the program, in the subset that SQLite and PostgreSQL share: `$1` placeholders bound by name,
//! `CAST()`, `ON CONFLICT`, `RETURNING`. A test prepares each of them on both (ADR 0002). Serves no item of its own.

macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident = $sql:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $sql;)*

        /// All of them, by name.
        pub const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

queries! {
    LINE_PUT = "INSERT INTO ledger_line (log, pos, stream, seq, line, leaf) VALUES ($1, $2, $3, $4, $5, $6)";
    LINE_NEWEST = "SELECT pos, line FROM ledger_line WHERE log = $1 ORDER BY pos DESC LIMIT 1";
    LINE_NEWEST_POS = "SELECT pos FROM ledger_line WHERE log = $1 ORDER BY pos DESC LIMIT 1";
    LINE_SEQ = "SELECT seq FROM ledger_line WHERE log = $1 AND stream = $2 ORDER BY seq DESC LIMIT 1";
    LINE_STREAM = "SELECT pos, line FROM ledger_line WHERE log = $1 AND stream = $2 ORDER BY seq";
    LINE_FROM = "SELECT pos, line FROM ledger_line WHERE log = $1 AND pos >= $2 ORDER BY pos LIMIT $3";
    LINE_BEFORE = "SELECT pos, line FROM ledger_line WHERE log = $1 AND pos < $2 ORDER BY pos DESC LIMIT $3";
    LINE_LEAVES = "SELECT leaf FROM ledger_line WHERE log = $1 AND pos >= $2 AND pos < $3 ORDER BY pos";
    PAYLOAD_PUT = "INSERT INTO ledger_payload (log, pos, name, salt, payload) VALUES ($1, $2, $3, $4, $5)";
    PAYLOAD_OF = "SELECT name, salt, payload FROM ledger_payload WHERE log = $1 AND pos = $2 ORDER BY name";
    PAYLOAD_ERASE = "DELETE FROM ledger_payload WHERE log = $1 AND pos = $2 AND name = $3";
    ERASURE_PUT = "INSERT INTO ledger_erasure (log, pos, name) VALUES ($1, $2, $3) ON CONFLICT (log, pos, name) DO NOTHING";
    ERASURE_ONE = "SELECT pos FROM ledger_erasure WHERE log = $1 AND pos = $2 AND name = $3";
    ERASURE_ALL = "SELECT log, pos, name FROM ledger_erasure ORDER BY log, pos, name";
    NODE_PUT = "INSERT INTO ledger_node (log, level, idx, hash) VALUES ($1, $2, $3, $4)";
    NODE_RANGE = "SELECT hash FROM ledger_node WHERE log = $1 AND level = $2 AND idx >= $3 AND idx < $4 ORDER BY idx";
    CHECKPOINT_PUT = "INSERT INTO ledger_checkpoint (log, size, note) VALUES ($1, $2, $3) ON CONFLICT (log, size) DO NOTHING";
    CHECKPOINT_NEWEST = "SELECT size, note FROM ledger_checkpoint WHERE log = $1 ORDER BY size DESC LIMIT 1";
    CHECKPOINT_ALL = "SELECT size, note FROM ledger_checkpoint WHERE log = $1 ORDER BY size";
    CHECKPOINT_COVERING = "SELECT size, note FROM ledger_checkpoint WHERE log = $1 AND size > $2 ORDER BY size LIMIT 1";

    DOCUMENT_ONE = "SELECT json, version FROM view_document WHERE noun = $1 AND id = $2";
    DOCUMENT_ALL = "SELECT id, json FROM view_document WHERE noun = $1 ORDER BY id";
    DOCUMENT_PUT = "INSERT INTO view_document (noun, id, json, version) VALUES ($1, $2, $3, $4) ON CONFLICT (noun, id) DO UPDATE SET json = excluded.json, version = excluded.version";
    DOCUMENT_FORGET = "DELETE FROM view_document WHERE noun = $1 AND id = $2";
    DOCUMENT_CLEAR = "DELETE FROM view_document";
    /// A page ends at (`$1`, `$2`): time and id, so that rows of one time are neither lost nor shown twice.
    POST_LIST = "SELECT post, author, title, words, stage, class, updated, open_doubts FROM view_post WHERE (updated, post) < ($1, $2) AND folded LIKE $3 ESCAPE '\\' ORDER BY updated DESC, post DESC LIMIT $4";
    POST_LIST_STAGE = "SELECT post, author, title, words, stage, class, updated, open_doubts FROM view_post WHERE stage = $5 AND (updated, post) < ($1, $2) AND folded LIKE $3 ESCAPE '\\' ORDER BY updated DESC, post DESC LIMIT $4";
    POST_UNDER_WAY = "SELECT p.post, d.version FROM view_post p JOIN view_document d ON d.noun = 'post' AND d.id = p.post WHERE p.under_way = 1 ORDER BY p.updated DESC, p.post DESC";
    POST_OF_CLASS = "SELECT post FROM view_post WHERE class = $1 ORDER BY updated DESC LIMIT $2";
    POST_COUNTS = "SELECT stage, COUNT(*) FROM view_post GROUP BY stage ORDER BY stage";
    POST_PUT = "INSERT INTO view_post (post, author, title, words, stage, class, updated, open_doubts, folded, under_way) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (post) DO UPDATE SET title = excluded.title, words = excluded.words, stage = excluded.stage, class = excluded.class, updated = excluded.updated, open_doubts = excluded.open_doubts, folded = excluded.folded, under_way = excluded.under_way";
    POST_FORGET = "DELETE FROM view_post WHERE post = $1";
    POST_CLEAR = "DELETE FROM view_post";
    DELIVERY_PUT = "INSERT INTO view_delivery (delivery, post, account, title, stage, at, url) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (delivery) DO UPDATE SET title = excluded.title, stage = excluded.stage, at = excluded.at, url = excluded.url";
    DELIVERY_ONE = "SELECT delivery, post, account, title, stage, at, url FROM view_delivery WHERE delivery = $1";
    DELIVERY_DUE = "SELECT post, delivery FROM view_delivery WHERE stage = 'scheduled' AND at <= $1 ORDER BY at, delivery";
    DELIVERY_BETWEEN = "SELECT delivery, post, account, title, stage, at, url FROM view_delivery WHERE stage IN ('scheduled', 'sending', 'unknown', 'failed', 'missed', 'published') AND at >= $1 AND at < $2 ORDER BY at, delivery";
    DELIVERY_STAGE = "SELECT delivery, post, account, title, stage, at, url FROM view_delivery WHERE stage = $1 AND at >= $2 ORDER BY at, delivery";
    DELIVERY_PUBLISHED = "SELECT delivery, post, account, title, stage, at, url FROM view_delivery WHERE account = $1 AND stage = 'published' AND (at, delivery) < ($2, $3) ORDER BY at DESC, delivery DESC LIMIT $4";
    DELIVERY_OF_POST = "SELECT delivery, post, account, title, stage, at, url FROM view_delivery WHERE post = $1 ORDER BY account";
    DELIVERY_CLEAR_POST = "DELETE FROM view_delivery WHERE post = $1";
    DELIVERY_CLEAR = "DELETE FROM view_delivery";
    CONSULTATION_PUT = "INSERT INTO view_consultation (consultation, post, author, title, asked_of, asked, ruled) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (consultation) DO UPDATE SET title = excluded.title, ruled = excluded.ruled";
    CONSULTATION_ONE = "SELECT consultation, post, author, title, asked_of, asked, ruled FROM view_consultation WHERE consultation = $1";
    CONSULTATION_OPEN = "SELECT consultation, post, author, title, asked_of, asked, ruled FROM view_consultation WHERE ruled = 0 AND (asked, consultation) < ($1, $2) ORDER BY asked DESC, consultation DESC LIMIT $3";
    CONSULTATION_RULED = "SELECT consultation, post, author, title, asked_of, asked, ruled FROM view_consultation WHERE ruled > 0 AND (asked, consultation) < ($1, $2) ORDER BY asked DESC, consultation DESC LIMIT $3";
    CONSULTATION_OPEN_COUNT = "SELECT COUNT(*) FROM view_consultation WHERE ruled = 0";
    CONSULTATION_RULED_COUNT = "SELECT COUNT(*) FROM view_consultation WHERE ruled > 0";
    CONSULTATION_FORGET = "DELETE FROM view_consultation WHERE post = $1";
    CONSULTATION_CLEAR = "DELETE FROM view_consultation";
    CERTIFICATE_PUT = "INSERT INTO view_certificate (delivery, post, account, pos, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (delivery) DO UPDATE SET pos = excluded.pos, at = excluded.at";
    CERTIFICATE_ONE = "SELECT pos FROM view_certificate WHERE delivery = $1";
    CERTIFICATE_CLEAR = "DELETE FROM view_certificate";

    SESSION_PUT = "INSERT INTO work_session (secret, person, created, seen, expires) VALUES ($1, $2, $3, $3, $4)";
    SESSION_ONE = "SELECT person, seen, expires FROM work_session WHERE secret = $1";
    SESSION_TOUCH = "UPDATE work_session SET seen = $2, expires = $3 WHERE secret = $1";
    SESSION_END = "DELETE FROM work_session WHERE secret = $1";
    SESSION_END_ALL = "DELETE FROM work_session WHERE person = $1";
    CREDENTIAL_PUT = "INSERT INTO work_credential (person, login, password_hash, changed) VALUES ($1, $2, $3, $4) ON CONFLICT (person) DO UPDATE SET login = excluded.login, password_hash = excluded.password_hash, changed = excluded.changed";
    CREDENTIAL_RENAME = "UPDATE work_credential SET login = $2 WHERE person = $1";
    CREDENTIAL_BY_LOGIN = "SELECT person, password_hash FROM work_credential WHERE login = $1";
    TOKEN_PUT = "INSERT INTO work_token (secret, person, name, created) VALUES ($1, $2, $3, $4)";
    TOKEN_ONE = "SELECT person, name FROM work_token WHERE secret = $1";
    TOKEN_END_ALL = "DELETE FROM work_token WHERE person = $1";
    DRAFT_PUT = "INSERT INTO work_draft (post, person, body, version, updated) VALUES ($1, $2, $3, 1, $4) ON CONFLICT (post) DO UPDATE SET person = excluded.person, body = excluded.body, version = work_draft.version + 1, updated = excluded.updated RETURNING version";
    DRAFT_ONE = "SELECT body, version, updated FROM work_draft WHERE post = $1";
    DRAFT_KEEP = "INSERT INTO work_draft_history (post, version, person, body, updated) VALUES ($1, $2, $3, $4, $5)";
    DRAFT_TRIM = "DELETE FROM work_draft_history WHERE post = $1 AND version <= $2";
    DRAFT_FORGET = "DELETE FROM work_draft WHERE post = $1";
    DRAFT_HISTORY_FORGET = "DELETE FROM work_draft_history WHERE post = $1";
    DRAFT_HISTORY = "SELECT version, person, body, updated FROM work_draft_history WHERE post = $1 ORDER BY version DESC LIMIT 50";
    OUTBOX_PUT = "INSERT INTO work_outbox (id, kind, payload, due, attempts, lease_until, lease_owner) VALUES ($1, $2, $3, $4, 0, 0, '')";
    /// The lease is asked for twice: in PostgreSQL two takers may find the same row, and the second looks again at the
    /// outer condition only.
    OUTBOX_TAKE = "UPDATE work_outbox SET attempts = attempts + 1, lease_until = $4, lease_owner = $3 WHERE id = (SELECT id FROM work_outbox WHERE kind = $1 AND due <= $2 AND lease_until <= $2 ORDER BY due, id LIMIT 1) AND lease_until <= $2 RETURNING id, payload, attempts";
    OUTBOX_DELAY = "UPDATE work_outbox SET due = $2, lease_until = 0, lease_owner = '' WHERE id = $1";
    OUTBOX_FINISH = "DELETE FROM work_outbox WHERE id = $1";
    OUTBOX_COUNT = "SELECT COUNT(*) FROM work_outbox";
    IDEMPOTENCY_PUT = "INSERT INTO work_idempotency (secret, request, status, body, created) VALUES ($1, $2, $3, $4, $5)";
    IDEMPOTENCY_ONE = "SELECT request, status, body FROM work_idempotency WHERE secret = $1";
    IDEMPOTENCY_TRIM = "DELETE FROM work_idempotency WHERE created < $1";
    SETTING_PUT = "INSERT INTO work_setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    SETTING_ONE = "SELECT value FROM work_setting WHERE name = $1";
    PICTURE_PUT = "INSERT INTO work_picture (blob, engine, looks, seen, traces) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (blob) DO UPDATE SET engine = excluded.engine, looks = excluded.looks, seen = excluded.seen, traces = CASE WHEN excluded.traces = '[]' THEN work_picture.traces ELSE excluded.traces END";
    PICTURE_ONE = "SELECT engine, seen, traces FROM work_picture WHERE blob = $1";
    PICTURE_USE_PUT = "INSERT INTO work_picture_use (post, blob, since) VALUES ($1, $2, $3) ON CONFLICT (post, blob) DO NOTHING";
    PICTURE_USE_OF = "SELECT blob, since FROM work_picture_use WHERE post = $1 ORDER BY blob";
    PICTURE_USE_FORGET = "DELETE FROM work_picture_use WHERE post = $1 AND blob = $2";
    /// The newest first, so that the first that matches is the one to name.
    PICTURE_USE_BEFORE = "SELECT u.post, u.blob, p.looks FROM work_picture_use u JOIN work_picture p ON p.blob = u.blob WHERE u.post <> $1 AND u.since < $2 ORDER BY u.since DESC, u.post";
    ATTEMPT_COUNT = "INSERT INTO work_attempt (name, span, count) VALUES ($1, $2, 1) ON CONFLICT (name) DO UPDATE SET count = work_attempt.count + 1 RETURNING count";
    ATTEMPT_FORGET = "DELETE FROM work_attempt WHERE name = $1";
    ATTEMPT_TRIM = "DELETE FROM work_attempt WHERE span < $1";
}
