//! The epochs of one log while it is read: whose origin is in force, how the others ended, and what of them was kept
//! elsewhere (2-9).

use super::{NotEstablished, Reason};
use crate::{checkpoint::Checkpoint, epoch::Opening, note::VerifierKey, tree::Hash};

pub(super) struct Epochs {
    /// The origins that the first line of the file names: the newest first, that of the first epoch last.
    origins: Vec<String>,
    in_force: String,
    /// Those that were in force, with the size at which the next began.
    left: Vec<(String, u64)>,
    /// The last that is known to have been published of each that ended.
    ended: Vec<Checkpoint>,
    /// Checkpoints kept elsewhere of origins that were not in force when the log had their size, with the root that it
    /// had then.
    passed: Vec<(Checkpoint, Hash)>,
}

impl Epochs {
    /// `keys` are not empty, as [`super::header::scan_keys`] reads them.
    pub(super) fn of(keys: &[VerifierKey]) -> Self {
        let mut origins = Vec::<String>::new();
        for key in keys {
            if !origins.iter().any(|origin| origin == key.name()) {
                origins.push(key.name().to_owned());
            }
        }
        let in_force = origins.last().cloned().unwrap_or_default();
        Self { origins, in_force, left: Vec::new(), ended: Vec::new(), passed: Vec::new() }
    }

    /// As if all lines were read: for a certificate, which is of the newest epoch.
    pub(super) fn newest(mut self) -> Self {
        self.in_force.clone_from(&self.origins[0]);
        self
    }

    pub(super) fn origins(&self) -> &[String] {
        &self.origins
    }

    pub(super) fn in_force(&self) -> &str {
        &self.in_force
    }

    pub(super) fn ended(&self) -> &[Checkpoint] {
        &self.ended
    }

    pub(super) fn is_newest(&self, origin: &str) -> bool {
        self.origins[0] == origin
    }

    /// Whether the lines read so far are the beginning of this origin's, as far as can be known now.
    pub(super) fn covers(&self, origin: &str) -> bool {
        self.in_force == origin || self.is_newest(origin)
    }

    pub(super) fn pass(&mut self, kept: Checkpoint, computed: Hash) {
        self.passed.push((kept, computed));
    }

    /// A line opens an epoch; `size` and `root` are those of the lines before it.
    pub(super) fn open(&mut self, opening: Opening, size: u64, root: Hash) -> Result<(), Reason> {
        let Opening { origin, ended } = opening;
        let last = &ended[0];
        if last.origin != self.in_force {
            return Err(Reason::Epoch("does not name the origin of the lines before it first"));
        }
        if last.size < size || last.size == size && last.root != root {
            return Err(Reason::Epoch("names another end of the lines before it"));
        }
        if ended.iter().map(|ended| &ended.origin).chain([&origin]).any(|origin| !self.origins.contains(origin)) {
            return Err(Reason::Epoch("names an origin whose key the first line of the file does not have"));
        }
        if self.ended.iter().any(|ended| ended.origin == origin) {
            return Err(Reason::Epoch("has an origin that has ended before"));
        }
        self.left.push((std::mem::replace(&mut self.in_force, origin), size));
        for end in ended {
            // A later line may know of more that had been published.
            match self.ended.iter_mut().find(|known| known.origin == end.origin) {
                Some(known) if known.size >= end.size => {}
                Some(known) => *known = end,
                None => self.ended.push(end),
            }
        }
        Ok(())
    }

    /// At the end of the file: every origin has its place, and what was kept elsewhere of those that ended agrees.
    /// `unreached` are checkpoints kept elsewhere that are longer than the log.
    pub(super) fn finish(&mut self, unreached: Vec<Checkpoint>) -> Result<Vec<NotEstablished>, Reason> {
        let named = |origin: &String| *origin == self.in_force || self.ended.iter().any(|end| end.origin == *origin);
        if !self.is_newest(&self.in_force) || !self.origins.iter().all(named) {
            return Err(Reason::Epoch("does not name every origin of which the first line of the file has a key"));
        }
        let passed = std::mem::take(&mut self.passed).into_iter().map(|(kept, computed)| (kept, Some(computed)));
        let mut lost = Vec::new();
        for (kept, computed) in passed.chain(unreached.into_iter().map(|kept| (kept, None))) {
            let Checkpoint { origin, size, root } = kept;
            let until = self.left.iter().find(|(left, _)| *left == origin).map_or(0, |(_, until)| *until);
            let Some(end) = self.ended.iter().find(|end| end.origin == origin) else { continue };
            let here = match computed {
                // Its lines are the beginning of what is here.
                Some(computed) if size <= until => computed,
                _ if size > end.size => {
                    return Err(Reason::EpochLonger { origin, kept: size, ended: end.size });
                }
                _ if size == end.size => end.root,
                computed => {
                    if computed != Some(root) {
                        lost.push(NotEstablished::OutsideLost { origin, size });
                    }
                    continue;
                }
            };
            if here != root {
                return Err(Reason::EpochRoot { origin, size, kept: root });
            }
        }
        Ok(lost)
    }
}
