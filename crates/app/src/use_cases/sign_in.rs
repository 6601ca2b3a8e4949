//! Proving who one is: by name and password for pages, by token for programs. Attempts are bounded (2-8).

use shingi_domain::{id::PersonId, people::Person, time::Timestamp};
use shingi_store::{Read, view};

use crate::{
    App, AppError, FieldProblem,
    password::{Secret, fits, hash_password},
    session::Signed,
    use_cases::add_person::check_password,
};

const WINDOW: i64 = 15 * Timestamp::MINUTE;

/// A hash that no password fits, to spend the same time on a name that does not exist.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl App {
    /// Gives a session's secret. `from` is where the attempt comes from, for the bound on attempts.
    pub fn sign_in(&self, login: &str, password: &Secret, from: &str) -> Result<(Secret, Signed), AppError> {
        let login = login.trim().to_lowercase();
        let now = self.now();
        let window = now.0 / WINDOW;
        for key in [format!("name:{login}:{window}"), format!("from:{from}:{window}")] {
            let max = i64::from(self.config.sign_in.attempts_max) * if key.starts_with("from:") { 5 } else { 1 };
            let count = self.store.write(|tx| Ok::<_, AppError>(tx.count_attempt(&key, window)?))?;
            if count > max {
                return Err(AppError::TooMany);
            }
        }
        let known = self.store.read(|read| read.credential(&login))?;
        let hash = known.as_ref().map_or(NOBODY, |known| known.password_hash.as_str());
        let right = fits(password, hash);
        let (Some(known), true) = (known, right) else { return Err(AppError::SignIn) };
        let signed = self.signed(&known.person)?.ok_or(AppError::SignIn)?;
        let secret = Secret::draw(self.ids.as_ref());
        let idle = i64::from(self.config.sign_in.idle_hours) * Timestamp::HOUR;
        self.store.write(|tx| {
            tx.forget_attempts(&format!("name:{login}:{window}"))?;
            Ok::<_, AppError>(tx.put_session(&secret.fingerprint(), &known.person, now.0, now.0 + idle)?)
        })?;
        Ok((secret, signed))
    }

    /// Who holds this session now. Use keeps it alive; it is written at most once a minute.
    pub fn session(&self, secret: &Secret) -> Result<Option<Signed>, AppError> {
        let now = self.now();
        let fingerprint = secret.fingerprint();
        let Some(session) = self.store.read(|read| read.session(&fingerprint))? else { return Ok(None) };
        if session.expires <= now.0 {
            return Ok(None);
        }
        if now.0 - session.seen > Timestamp::MINUTE {
            let idle = i64::from(self.config.sign_in.idle_hours) * Timestamp::HOUR;
            self.store.write(|tx| Ok::<_, AppError>(tx.touch_session(&fingerprint, now.0, now.0 + idle)?))?;
        }
        self.signed(&session.person)
    }

    pub fn sign_out(&self, secret: &Secret) -> Result<(), AppError> {
        self.store.write(|tx| Ok::<_, AppError>(tx.end_session(&secret.fingerprint())?))
    }

    /// A bearer token for the API, shown once.
    pub fn create_token(&self, who: &Signed, name: &str) -> Result<Secret, AppError> {
        if name.trim().is_empty() {
            return Err(AppError::Invalid(vec![FieldProblem::new("name", "name-needed")]));
        }
        let secret = Secret::draw(self.ids.as_ref());
        let person = who.id().to_string();
        let now = self.now().0;
        self.store.write(|tx| Ok::<_, AppError>(tx.put_token(&secret.fingerprint(), &person, name, now)?))?;
        Ok(secret)
    }

    /// Who holds this token now.
    pub fn bearer(&self, secret: &Secret) -> Result<Option<Signed>, AppError> {
        let token = self.store.read(|read| read.token(&secret.fingerprint()))?;
        token.map_or(Ok(None), |token| self.signed(&token.person))
    }

    pub fn change_password(&self, who: &Signed, old: &Secret, new: &Secret) -> Result<(), AppError> {
        let login = who.person.names.kept().map(|names| names.email.to_lowercase()).unwrap_or_default();
        let known = self.store.read(|read| read.credential(&login))?.ok_or(AppError::SignIn)?;
        if !fits(old, &known.password_hash) {
            return Err(AppError::SignIn);
        }
        if let Some(problem) = check_password(new) {
            return Err(AppError::Invalid(vec![problem]));
        }
        let hash = hash_password(new, self.ids.as_ref());
        let now = self.now().0;
        self.store.write(|tx| {
            tx.put_credential(&known.person, &login, &hash, now)?;
            Ok::<_, AppError>(tx.end_sessions(&known.person)?)
        })
    }

    fn signed(&self, person: &str) -> Result<Option<Signed>, AppError> {
        let found = self.store.read(|read| person_by_id(read, person))?;
        Ok(found.filter(Person::is_here).map(|person| Signed { person }))
    }

    /// For jobs and the demo: acts as this person without a session.
    pub fn signed_as(&self, person: PersonId) -> Result<Signed, AppError> {
        self.signed(&person.to_string())?.ok_or(AppError::NotFound("person"))
    }
}

fn person_by_id(read: &Read, id: &str) -> Result<Option<Person>, shingi_store::StoreError> {
    Ok(view::documents::one::<Person>(read, "person", id)?.map(|document| document.value))
}
