//! A bar on a terminal, nothing elsewhere. Serves no item of its own.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that counts `unit`; hidden where standard error is no terminal.
pub fn bar(unit: &str) -> ProgressBar {
    let bar = ProgressBar::new(0);
    let template = format!("{{bar:30}} {{human_pos}} / {{human_len}} {unit}  {{eta}}");
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style);
    }
    bar
}

pub fn at(bar: &ProgressBar, done: u64, whole: u64) {
    bar.set_length(whole);
    bar.set_position(done);
}
