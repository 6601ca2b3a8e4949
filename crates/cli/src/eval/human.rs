//! Figures for people, as tables of a terminal. Serves 0.

use std::io::{self, Write};

use shingi_check::score::{Labelled, Missed, Wrong};
use shingi_domain::policy::ItemId;
use unicode_width::UnicodeWidthStr as _;

use super::{
    compare::{Change, Compared},
    figures::{Count, Figures, Share},
};
use crate::checker::Checker;

pub fn write(checker: &Checker, figures: &Figures, out: &mut dyn Write) -> io::Result<()> {
    let Figures { pack, engine, today, posts, items, rules, .. } = figures;
    writeln!(out, "{pack} · {engine} · {today} · {}", checker.word_with("eval-posts", "n", *posts))?;
    let all = figures.all().map(|(key, share)| {
        vec![checker.word(key).into_owned(), figure(share), format!("{}/{}", share.part, share.whole)]
    });
    table(&all, out)?;
    writeln!(out)?;
    let head = |first: &str, last: &str| -> Vec<String> {
        [first, "eval-recall", "eval-quotes", "eval-precision", "eval-right", "eval-wrong", "eval-noise", last]
            .map(|key| checker.word(key).into_owned())
            .into()
    };
    let row = |name: String, count: &Count, last: String| -> Vec<String> {
        let Count { recall, precision, noise, .. } = count;
        let (right, wrong) = (precision.part.to_string(), (precision.whole - precision.part).to_string());
        let quotes = format!("{}/{}", recall.part, recall.whole);
        vec![name, figure(*recall), quotes, figure(*precision), right, wrong, figure(*noise), last]
    };
    let mut rows = vec![head("eval-item", "eval-noise-clean")];
    rows.extend(items.iter().map(|(item, count)| row(item.to_string(), count, figure(count.noise_clean))));
    table(&rows, out)?;
    writeln!(out)?;
    // A rule that neither found nor flagged anything says nothing about these posts.
    let spoke = rules.iter().filter(|(_, count)| count.recall.part + count.precision.whole > 0);
    let mut rows = vec![head("eval-rule", "eval-alone")];
    rows.extend(spoke.map(|(rule, count)| row(rule.clone(), count, count.alone.to_string())));
    table(&rows, out)
}

/// What was missed and wrongly flagged for one item, with the texts.
pub fn list(
    checker: &Checker,
    figures: &Figures,
    item: ItemId,
    posts: &[Labelled],
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = |id: &str| posts.iter().find(|post| post.id == id).map_or("", |post| post.text.as_str());
    writeln!(out, "\n{item} {}", checker.title(item))?;
    for missed in figures.missed.iter().filter(|missed| missed.item == item || missed.or.contains(&item)) {
        writeln!(out, "  {}: {}", checker.word("eval-missed"), of_missed(missed))?;
        writeln!(out, "    {:?}", text(&missed.id))?;
    }
    for wrong in figures.wrong.iter().filter(|wrong| wrong.item == item) {
        writeln!(out, "  {}: {}", checker.word("eval-wrong"), of_wrong(wrong))?;
        writeln!(out, "    {:?}", text(&wrong.id))?;
    }
    Ok(())
}

pub fn compared(checker: &Checker, compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    let Compared { changes, newly_missed, newly_found, newly_wrong, no_longer_wrong, other_posts } = compared;
    writeln!(out, "\n{}", checker.word("eval-compared"))?;
    if let Some((before, now)) = other_posts {
        writeln!(out, "  {}: {before} → {now}", checker.word("eval-other-posts"))?;
    }
    if changes.is_empty() {
        writeln!(out, "  {}", checker.word("eval-same"))?;
    }
    let rows = changes.iter().map(|Change { of, what, before, now, worse, counts: _ }| {
        let judged = checker.word(if *worse { "eval-worse" } else { "eval-better" }).into_owned();
        let of = if of.is_empty() { checker.word("eval-all").into_owned() } else { of.clone() };
        vec![format!("{judged}  {of}  {}", checker.word(what)), format!("{before:.3}"), format!("→ {now:.3}")]
    });
    table(&rows.collect::<Vec<_>>(), out)?;
    for (key, quotes) in [("eval-newly-missed", newly_missed), ("eval-newly-found", newly_found)] {
        for missed in quotes {
            writeln!(out, "  {}: {}", checker.word(key), of_missed(missed))?;
        }
    }
    for (key, findings) in [("eval-newly-wrong", newly_wrong), ("eval-no-longer-wrong", no_longer_wrong)] {
        for wrong in findings {
            writeln!(out, "  {}: {}", checker.word(key), of_wrong(wrong))?;
        }
    }
    Ok(())
}

fn of_missed(Missed { id, item, or, quote }: &Missed) -> String {
    let or: String = or.iter().map(|item| format!("/{item}")).collect();
    format!("{item}{or} {id} «{quote}»")
}

fn of_wrong(Wrong { id, item, rule, quote }: &Wrong) -> String {
    format!("{item} {id} {rule} «{quote}»")
}

fn figure(share: Share) -> String {
    share.figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}"))
}

/// The first column stands to the left, the others to the right; full-width characters take two columns.
fn table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|nth| rows.iter().filter_map(|row| row.get(nth)).map(|cell| cell.width()).max().unwrap_or(0))
        .collect();
    for row in rows {
        let mut line = String::new();
        for (nth, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[nth] - cell.width());
            line += &if nth == 0 { format!("  {cell}{gap}") } else { format!("  {gap}{cell}") };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
