//! `--stats`: how much was found, by item and by rule, and how fast. Serves every **R** item.
//!
//! It stands on standard error, so that reports stay readable by programs.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    time::{Duration, Instant},
};

use shingi_domain::{
    policy::{ItemId, Strength},
    report::RuleId,
};

use super::{Checker, report::Checked};

#[derive(Debug)]
pub struct Stats {
    /// Until the engine was ready.
    ready: Duration,
    since: Instant,
    posts: usize,
    open: usize,
    bytes: usize,
    /// Findings above a note, and all.
    items: BTreeMap<ItemId, (usize, usize)>,
    rules: BTreeMap<RuleId, (usize, usize)>,
}

impl Stats {
    pub fn new(started: Instant) -> Self {
        let (items, rules) = (BTreeMap::new(), BTreeMap::new());
        Self { ready: started.elapsed(), since: Instant::now(), posts: 0, open: 0, bytes: 0, items, rules }
    }

    pub fn count(&mut self, text: &str, checked: &Checked) {
        self.posts += 1;
        self.bytes += text.len();
        self.open += usize::from(checked.code() != super::CLEAN);
        for bound in &checked.findings {
            let loud = usize::from(bound.strength > Strength::Note);
            let item = self.items.entry(bound.item).or_default();
            *item = (item.0 + loud, item.1 + 1);
            let rule = self.rules.entry(bound.finding.rule.clone()).or_default();
            *rule = (rule.0 + loud, rule.1 + 1);
        }
    }

    pub fn write(&self, checker: &Checker, out: &mut dyn Write) -> io::Result<()> {
        let seconds = self.since.elapsed().as_secs_f64();
        let per_second = f64::from(u32::try_from(self.posts).unwrap_or(u32::MAX)) / seconds.max(1e-6);
        writeln!(out, "{}", checker.word("check-stats"))?;
        for (key, value) in [
            ("check-stats-posts", self.posts.to_string()),
            ("check-stats-open", self.open.to_string()),
            ("check-stats-bytes", self.bytes.to_string()),
            ("check-stats-ready", format!("{} ms", self.ready.as_millis())),
            ("check-stats-seconds", format!("{seconds:.3} s")),
            ("check-stats-speed", format!("{per_second:.0}")),
        ] {
            writeln!(out, "  {value:>9}  {}", checker.word(key))?;
        }
        writeln!(out, "{}", checker.word("check-stats-counts"))?;
        for (item, (loud, all)) in &self.items {
            writeln!(out, "  {loud:>6} {all:>6}  {item} {}", checker.title(*item))?;
        }
        for (rule, (loud, all)) in &self.rules {
            writeln!(out, "  {loud:>6} {all:>6}  {rule}")?;
        }
        Ok(())
    }
}
