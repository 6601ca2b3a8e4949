//! One TOML file for the machine. What the company wants to be known as is not here: it has a history on record.
//! Serves no item of its own.

use std::{net::SocketAddr, path::Path};

use serde::Deserialize;

/// A struct per section; unknown keys are refused, every key has a default and stands in `config.example.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    pub server: Server,
    pub sending: Sending,
    pub sign_in: SignIn,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Server {
    pub listen: SocketAddr,
    /// Largest request body in bytes.
    pub body_bytes_max: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sending {
    /// How long after its time a held delivery may still go out before it counts as missed, in minutes.
    pub grace_minutes: u16,
    /// Seconds between two looks at what is due.
    pub look_every_seconds: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignIn {
    /// Wrong attempts for one name, or from one address, in a quarter of an hour.
    pub attempts_max: u16,
    /// Hours until a session ends without use.
    pub idle_hours: u16,
}

impl Default for Server {
    fn default() -> Self {
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 8420)), body_bytes_max: 12 * 1024 * 1024 }
    }
}

impl Default for Sending {
    fn default() -> Self {
        Self { grace_minutes: 15, look_every_seconds: 1 }
    }
}

impl Default for SignIn {
    fn default() -> Self {
        Self { attempts_max: 10, idle_hours: 12 }
    }
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("expected a configuration file at `{path}`, could not read it: {source}")]
    Read { path: String, source: std::io::Error },
    #[error("expected the keys of config.example.toml in `{path}`: {source}")]
    Parse { path: String, source: toml::de::Error },
}

impl Config {
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Read { path: name.clone(), source })?;
        Self::parse(&text).map_err(|source| ConfigError::Parse { path: name, source })
    }

    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_names_every_key_with_its_default() {
        let example = include_str!("../../../config.example.toml");
        let parsed = Config::parse(example).expect("the example parses");
        assert_eq!(parsed, Config::default());
        for key in ["listen", "body_bytes_max", "grace_minutes", "look_every_seconds", "attempts_max", "idle_hours"] {
            assert!(example.contains(&format!("\n{key} = ")), "config.example.toml lacks `{key}`");
        }
    }

    #[test]
    fn an_unknown_key_is_refused_by_name() {
        let error = Config::parse("[server]\nlisten = \"127.0.0.1:1\"\nport = 1\n").unwrap_err().to_string();
        assert!(error.contains("port"), "{error}");
    }
}
