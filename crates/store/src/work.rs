//! Sessions, credentials, tokens, drafts, the outbox, settings: mutable, never on record, never exported.
//! Serves no item of its own.

use crate::{
    StoreError, queries,
    read::{Read, natural},
    write::WriteTx,
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub person: String,
    pub seen: i64,
    pub expires: i64,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    pub person: String,
    pub password_hash: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub person: String,
    pub name: String,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    pub body: String,
    pub version: i64,
    pub updated: i64,
}

/// A call that has to be made; `attempts` counts this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxRow {
    pub id: String,
    pub payload: String,
    pub attempts: u64,
}

/// An answer that was given before under the same key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Fingerprint of the request.
    pub request: String,
    pub status: u16,
    pub body: String,
}

/// A picture that was looked at: by which program, what it saw and what the file carried, as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureRow {
    pub engine: String,
    /// Empty where it could not be looked at.
    pub seen: String,
    pub traces: String,
}

/// A picture in a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureUse {
    pub post: String,
    pub blob: String,
    pub looks: String,
}

impl Read {
    pub fn picture(&self, blob: &str) -> Result<Option<PictureRow>, StoreError> {
        self.one(queries::PICTURE_ONE, &[&blob], |row| {
            Ok(PictureRow { engine: row.get(0)?, seen: row.get(1)?, traces: row.get(2)? })
        })
    }

    /// The pictures of a post, each with the time since which it shows them.
    pub fn picture_uses(&self, post: &str) -> Result<Vec<(String, i64)>, StoreError> {
        self.rows(queries::PICTURE_USE_OF, &[&post], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Pictures that other posts showed before `until`, the newest first.
    pub fn picture_uses_before(&self, post: &str, until: i64) -> Result<Vec<PictureUse>, StoreError> {
        self.rows(queries::PICTURE_USE_BEFORE, &[&post, &until], |row| {
            Ok(PictureUse { post: row.get(0)?, blob: row.get(1)?, looks: row.get(2)? })
        })
    }

    pub fn session(&self, secret: &str) -> Result<Option<Session>, StoreError> {
        self.one(queries::SESSION_ONE, &[&secret], |row| {
            Ok(Session { person: row.get(0)?, seen: row.get(1)?, expires: row.get(2)? })
        })
    }

    pub fn credential(&self, login: &str) -> Result<Option<Credential>, StoreError> {
        self.one(queries::CREDENTIAL_BY_LOGIN, &[&login], |row| {
            Ok(Credential { person: row.get(0)?, password_hash: row.get(1)? })
        })
    }

    pub fn token(&self, secret: &str) -> Result<Option<Token>, StoreError> {
        self.one(queries::TOKEN_ONE, &[&secret], |row| Ok(Token { person: row.get(0)?, name: row.get(1)? }))
    }

    pub fn draft(&self, post: &str) -> Result<Option<Draft>, StoreError> {
        self.one(queries::DRAFT_ONE, &[&post], |row| {
            Ok(Draft { body: row.get(0)?, version: row.get(1)?, updated: row.get(2)? })
        })
    }

    /// The last autosaved states, newest first: version, person, body, time.
    pub fn draft_history(&self, post: &str) -> Result<Vec<(i64, String, String, i64)>, StoreError> {
        self.rows(queries::DRAFT_HISTORY, &[&post], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
    }

    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.one(queries::SETTING_ONE, &[&name], |row| row.get(0))
    }

    pub fn outbox_count(&self) -> Result<u64, StoreError> {
        Ok(self.one(queries::OUTBOX_COUNT, &[], |row| row.get(0))?.map_or(0, natural))
    }

    pub fn answered(&self, secret: &str) -> Result<Option<Answered>, StoreError> {
        self.one(queries::IDEMPOTENCY_ONE, &[&secret], |row| {
            let status = row.get::<_, i64>(1)?;
            Ok(Answered { request: row.get(0)?, status: u16::try_from(status).unwrap_or(500), body: row.get(2)? })
        })
    }
}

/// How many autosaved states of a post are kept.
const DRAFTS_KEPT: i64 = 50;

impl WriteTx<'_> {
    pub fn put_session(&self, secret: &str, person: &str, now: i64, expires: i64) -> Result<(), StoreError> {
        self.run(queries::SESSION_PUT, &[&secret, &person, &now, &expires]).map(drop)
    }

    pub fn touch_session(&self, secret: &str, now: i64, expires: i64) -> Result<(), StoreError> {
        self.run(queries::SESSION_TOUCH, &[&secret, &now, &expires]).map(drop)
    }

    pub fn end_session(&self, secret: &str) -> Result<(), StoreError> {
        self.run(queries::SESSION_END, &[&secret]).map(drop)
    }

    /// Ends every session and token of a person.
    pub fn end_sessions(&self, person: &str) -> Result<(), StoreError> {
        self.run(queries::SESSION_END_ALL, &[&person])?;
        self.run(queries::TOKEN_END_ALL, &[&person]).map(drop)
    }

    pub fn put_credential(&self, person: &str, login: &str, hash: &str, now: i64) -> Result<(), StoreError> {
        self.run(queries::CREDENTIAL_PUT, &[&person, &login, &hash, &now]).map(drop)
    }

    pub fn rename_credential(&self, person: &str, login: &str) -> Result<(), StoreError> {
        self.run(queries::CREDENTIAL_RENAME, &[&person, &login]).map(drop)
    }

    pub fn put_token(&self, secret: &str, person: &str, name: &str, now: i64) -> Result<(), StoreError> {
        self.run(queries::TOKEN_PUT, &[&secret, &person, &name, &now]).map(drop)
    }

    /// Keeps an autosaved state, and gives its version.
    pub fn put_draft(&self, post: &str, person: &str, body: &str, now: i64) -> Result<i64, StoreError> {
        let version = self.one(queries::DRAFT_PUT, &[&post, &person, &body, &now], |row| row.get::<_, i64>(0))?;
        let version = version.unwrap_or(1);
        self.run(queries::DRAFT_KEEP, &[&post, &version, &person, &body, &now])?;
        self.run(queries::DRAFT_TRIM, &[&post, &(version - DRAFTS_KEPT)])?;
        Ok(version)
    }

    /// Takes the autosaved words of a post away, with their history: after an erasure.
    pub fn forget_drafts(&self, post: &str) -> Result<(), StoreError> {
        self.run(queries::DRAFT_FORGET, &[&post])?;
        self.run(queries::DRAFT_HISTORY_FORGET, &[&post]).map(drop)
    }

    pub fn put_outbox(&self, id: &str, kind: &str, payload: &str, due: i64) -> Result<(), StoreError> {
        self.run(queries::OUTBOX_PUT, &[&id, &kind, &payload, &due]).map(drop)
    }

    /// Takes the next row that is due and leased by nobody, for `owner` until `lease`.
    pub fn take_outbox(&self, kind: &str, now: i64, owner: &str, lease: i64) -> Result<Option<OutboxRow>, StoreError> {
        self.one(queries::OUTBOX_TAKE, &[&kind, &now, &owner, &lease], |row| {
            Ok(OutboxRow { id: row.get(0)?, payload: row.get(1)?, attempts: natural(row.get(2)?) })
        })
    }

    pub fn delay_outbox(&self, id: &str, due: i64) -> Result<(), StoreError> {
        self.run(queries::OUTBOX_DELAY, &[&id, &due]).map(drop)
    }

    pub fn finish_outbox(&self, id: &str) -> Result<(), StoreError> {
        self.run(queries::OUTBOX_FINISH, &[&id]).map(drop)
    }

    /// Keeps what was seen in a picture. Traces that are known stay where this look has none.
    pub fn put_picture(&self, blob: &str, looks: &str, row: &PictureRow) -> Result<(), StoreError> {
        let PictureRow { engine, seen, traces } = row;
        self.run(queries::PICTURE_PUT, &[&blob, &engine, &looks, &seen, &traces]).map(drop)
    }

    /// Says which pictures a post shows now. Those that it showed before keep their time.
    pub fn put_picture_uses(&self, post: &str, blobs: &[String], now: i64) -> Result<(), StoreError> {
        for (blob, _) in self.picture_uses(post)?.iter().filter(|(blob, _)| !blobs.contains(blob)) {
            self.run(queries::PICTURE_USE_FORGET, &[&post, blob])?;
        }
        for blob in blobs {
            self.run(queries::PICTURE_USE_PUT, &[&post, blob, &now])?;
        }
        Ok(())
    }

    pub fn put_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.run(queries::SETTING_PUT, &[&name, &value]).map(drop)
    }

    /// Counts an attempt in a span of time, and gives the count; older spans are forgotten.
    pub fn count_attempt(&self, name: &str, span: i64) -> Result<i64, StoreError> {
        self.run(queries::ATTEMPT_TRIM, &[&span])?;
        Ok(self.one(queries::ATTEMPT_COUNT, &[&name, &span], |row| row.get(0))?.unwrap_or(1))
    }

    pub fn forget_attempts(&self, name: &str) -> Result<(), StoreError> {
        self.run(queries::ATTEMPT_FORGET, &[&name]).map(drop)
    }

    pub fn put_answered(&self, secret: &str, answered: &Answered, now: i64, forget: i64) -> Result<(), StoreError> {
        self.run(queries::IDEMPOTENCY_TRIM, &[&forget])?;
        let Answered { request, status, body } = answered;
        self.run(queries::IDEMPOTENCY_PUT, &[&secret, &request, &i64::from(*status), &body, &now]).map(drop)
    }
}
