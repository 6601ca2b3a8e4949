//! Passwords and bearer secrets: kept as Argon2id and SHA-256, compared without telling how far they agree (2-8).

use std::fmt;

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};

use crate::ids::Ids;

pub const PASSWORD_LENGTH_MIN: usize = 12;
/// Longer ones would only be work for the hash function.
pub const PASSWORD_LENGTH_MAX: usize = 256;

/// A secret that a person or a program shows. Its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// A fresh one of 256 bits.
    #[must_use]
    pub fn draw(ids: &dyn Ids) -> Self {
        Self(URL_SAFE_NO_PAD.encode(ids.secret()))
    }

    /// For the one moment in which it is shown or sent.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the store keeps of a bearer secret: it has enough entropy for a plain hash.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"shingi bearer v1\n");
        hash.update(self.0.as_bytes());
        URL_SAFE_NO_PAD.encode(hash.finalize())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Argon2id with the library's default cost, as a PHC string.
#[must_use]
pub fn hash_password(password: &Secret, ids: &dyn Ids) -> String {
    let hash = Argon2::default().hash_password_with_salt(password.0.as_bytes(), &ids.salt());
    hash.expect("the default cost with a salt of 16 bytes is always valid").to_string()
}

/// Whether the password fits. A hash that cannot be read fits nothing.
#[must_use]
pub fn fits(password: &Secret, phc: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|hash| Argon2::default().verify_password(password.0.as_bytes(), &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::CountedIds;

    #[test]
    fn a_password_fits_its_own_hash_and_no_other_password_does() {
        let ids = CountedIds::from(0);
        let phc = hash_password(&Secret::new("正しい馬の電池".into()), &ids);
        assert!(phc.starts_with("$argon2id$"));
        assert!(fits(&Secret::new("正しい馬の電池".into()), &phc));
        assert!(!fits(&Secret::new("正しい馬の電地".into()), &phc));
        assert!(!fits(&Secret::new(String::new()), "not a hash"));
    }

    #[test]
    fn a_secret_does_not_show_itself() {
        let secret = Secret::draw(&CountedIds::from(7));
        assert!(!format!("{secret:?}").contains(secret.reveal()));
        assert!(secret.reveal().len() >= 43);
    }
}
