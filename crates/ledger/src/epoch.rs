//! A log that was restored behind what had been published of it goes on under another origin: a new epoch (2-9).
//!
//! The lines that the backup had are the beginning of the new epoch too. Its first own line names the origins that ended
//! and how far each was published, so that whoever kept a checkpoint of what is lost finds it named. This module must
//! never let one origin stand over two trees: an origin ends for good.

use serde::Deserialize;

use crate::{Log, checkpoint::Checkpoint, json::INTEGER_MAX, tree::Hash};

/// The `type` of the line that opens an epoch.
pub const KIND: &str = "epoch_opened";

/// What the line that opens an epoch says in its `data`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Of this line and those that follow.
    pub origin: String,
    /// The origins that ended with the last that is known to have been published of each, the one of the line before
    /// first. Never empty, each origin once.
    pub ended: Vec<Checkpoint>,
}

impl Opening {
    /// Reads `data` as it stands on a line; `None` where it has another form.
    #[must_use]
    pub fn read(data: &str) -> Option<Self> {
        #[derive(Deserialize)]
        struct Data {
            origin: String,
            ended: Vec<Ended>,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Ended {
            origin: String,
            size: u64,
            root: String,
        }
        let Data { origin, ended } = serde_json::from_str(data).ok()?;
        let checkpoint = |Ended { origin, size, root }| {
            let fits = size <= INTEGER_MAX;
            Some(Checkpoint { origin, size, root: Hash::from_text(&root)? }).filter(|_| fits)
        };
        let ended = ended.into_iter().map(checkpoint).collect::<Option<Vec<_>>>()?;
        let mut origins = ended.iter().map(|ended| &ended.origin).chain([&origin]).collect::<Vec<_>>();
        origins.sort_unstable();
        let distinct = origins.windows(2).all(|pair| pair[0] != pair[1]);
        (distinct && !ended.is_empty()).then_some(Self { origin, ended })
    }
}

impl Log {
    /// The origin of another epoch of the log that has `origin`: that of the first epoch and eight digits. They are
    /// `random`, since two restores of one backup that know nothing of each other must not sign under one origin.
    #[must_use]
    pub fn next_origin(self, origin: &str, random: [u8; 4]) -> String {
        let first = match origin.rsplit_once('/') {
            Some((first, last)) if last != self.name() => first,
            Some(_) | None => origin,
        };
        format!("{first}/{:08x}", u32::from_be_bytes(random))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "ucEU8fE6sYteoU/05La437qXi8YYqRPRxtiumyVM4/E=";

    #[test]
    fn an_epoch_has_the_origin_of_the_first_and_eight_digits() {
        let second = Log::Record.next_origin("shingi.example/record", [0, 1, 0xab, 0xff]);
        assert_eq!(second, "shingi.example/record/0001abff");
        assert_eq!(Log::Record.next_origin(&second, [1; 4]), "shingi.example/record/01010101");
    }

    #[test]
    fn an_opening_names_each_origin_once_and_at_least_one() {
        let ended = |origin: &str| format!(r#"{{"origin":"{origin}","root":"{ROOT}","size":3}}"#);
        let data = |ended: &[String]| format!(r#"{{"ended":[{}],"origin":"a/record/1"}}"#, ended.join(","));
        let opening = Opening::read(&data(&[ended("a/record"), ended("a/record/2")])).unwrap();
        assert_eq!((opening.origin.as_str(), opening.ended.len()), ("a/record/1", 2));
        assert_eq!(
            opening.ended[0],
            Checkpoint { origin: "a/record".into(), size: 3, root: Hash::from_text(ROOT).unwrap() }
        );
        for wrong in [
            data(&[]),
            data(&[ended("a/record"), ended("a/record")]),
            data(&[ended("a/record/1")]),
            data(&[ended("a/record").replace('3', "9007199254740992")]),
            data(&[ended("a/record").replace("ucEU", "ucE")]),
            r#"{"ended":[]}"#.to_owned(),
        ] {
            assert_eq!(Opening::read(&wrong), None, "{wrong}");
        }
    }
}
