//! The engine with the standard pack against the labelled posts of `eval/`, scored as `eval/score.py` does.
//!
//! The figures in `eval/figures.json` may only rise: a change that makes the engine worse fails here.
//! A test may read the files of its own repository and print what it measured.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use shingi_check::{
    context::{Context, Organisation},
    engine::Engine,
    pack::Pack,
};
use shingi_domain::{
    policy::{BoundFinding, Circumstances, Class, Strength},
    report::Place,
};

/// The items that the posts are labelled with; a finding on another is not scored.
const ITEMS: [&str; 11] = ["1-3", "1-4", "1-5", "1-6", "1-8", "1-9", "1-10", "2-2", "2-3", "2-4", "2-5"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval")
}

struct Post {
    id: String,
    official: bool,
    text: String,
    /// (quote, items that are right for it, the one it is labelled with)
    expected: Vec<(String, BTreeSet<String>, String)>,
    allowed: BTreeSet<String>,
}

/// The sets that are measured: a name and its files. The rules were written beside the first, and the weights of
/// `likeness` were learned from it too; the second was written by another hand afterwards and only measured.
const SETS: [(&str, &[&str]); 2] =
    [("development", &["posts.jsonl", "more-a.jsonl", "more-b.jsonl"]), ("blind", &["blind.jsonl"])];

fn posts(files: &[&str]) -> Vec<Post> {
    let mut posts = Vec::new();
    for file in files {
        for line in fs::read_to_string(folder().join(file)).unwrap().lines().filter(|line| !line.is_empty()) {
            let row: Value = serde_json::from_str(line).unwrap();
            let words = |value: &Value| -> BTreeSet<String> {
                value.as_array().into_iter().flatten().map(|word| word.as_str().unwrap().to_owned()).collect()
            };
            let expected = row["expect"].as_array().unwrap().iter().map(|expected| {
                let mut items = words(&expected["or"]);
                let item = expected["item"].as_str().unwrap().to_owned();
                items.insert(item.clone());
                (expected["quote"].as_str().unwrap().to_owned(), items, item)
            });
            posts.push(Post {
                id: row["id"].as_str().unwrap().to_owned(),
                official: row["speaker"] == "official",
                text: row["text"].as_str().unwrap().to_owned(),
                expected: expected.collect(),
                allowed: words(&row["allow"]),
            });
        }
    }
    posts
}

#[derive(Default)]
struct Count {
    quotes: usize,
    found: usize,
    right: usize,
    wrong: usize,
}

#[derive(Default)]
struct Figures {
    all: Count,
    items: BTreeMap<String, Count>,
    rules: BTreeMap<String, (usize, usize)>,
    clean: usize,
    quiet: usize,
    missed: Vec<String>,
    wrong: Vec<String>,
}

fn touches(text: &str, quote: &str, bound: &BoundFinding) -> bool {
    let span = bound.finding.span;
    text.match_indices(quote).any(|(at, _)| span.start < at + quote.len() && at < span.end)
}

fn judge(post: &Post, bound: &[BoundFinding], figures: &mut Figures) {
    let credit: BTreeSet<&String> = post.expected.iter().flat_map(|(_, items, _)| items).collect();
    for (quote, items, item) in &post.expected {
        let found = bound.iter().any(|b| items.contains(&b.item.to_string()) && touches(&post.text, quote, b));
        for count in [&mut figures.all, figures.items.entry(item.clone()).or_default()] {
            count.quotes += 1;
            count.found += usize::from(found);
        }
        if !found {
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            figures.missed.push(format!("{} {} «{}» {:?}", items.join("/"), post.id, quote, post.text));
        }
    }
    let flagged: BTreeSet<String> = bound.iter().map(|b| b.item.to_string()).collect();
    for item in flagged
        .iter()
        .filter(|item| ITEMS.contains(&item.as_str()) && !post.allowed.contains(*item) || credit.contains(item))
    {
        let right = credit.contains(item);
        for count in [&mut figures.all, figures.items.entry(item.clone()).or_default()] {
            count.right += usize::from(right);
            count.wrong += usize::from(!right);
        }
        for finding in bound.iter().filter(|b| b.item.to_string() == *item) {
            let rule = figures.rules.entry(finding.finding.rule.to_string()).or_default();
            rule.0 += usize::from(right);
            rule.1 += usize::from(!right);
            if !right {
                let who = if post.official { "official" } else { "personal" };
                let Post { id, text, .. } = post;
                figures
                    .wrong
                    .push(format!("{item} {} {id} {who} «{}» {text:?}", finding.finding.rule, finding.finding.quote));
            }
        }
    }
    if post.expected.is_empty() {
        figures.clean += 1;
        let quiet = bound.iter().all(|b| b.strength == Strength::Note);
        figures.quiet += usize::from(quiet);
        for b in bound.iter().filter(|b| b.strength != Strength::Note && !ITEMS.contains(&b.item.to_string().as_str()))
        {
            figures
                .wrong
                .push(format!("{} {} {} «{}» {:?}", b.item, b.finding.rule, post.id, b.finding.quote, post.text));
        }
    }
}

fn measure(files: &[&str], names: &[&str]) -> Figures {
    let pack = Pack::standard().unwrap();
    let engine = Engine::new(&pack).unwrap();
    let today = "2026-11-24".parse().unwrap();
    let mut figures = Figures::default();
    for post in posts(files) {
        let mut ctx = if post.official { Context::official(today) } else { Context::personal(today) };
        ctx.organisation = Organisation::new(names.iter().map(|name| (*name).to_owned()).collect(), Vec::new());
        let report = engine.inspect(&post.text, &[], &ctx);
        assert!(
            report.findings.iter().all(|f| f.place == Place::Text && post.text[f.span.start..f.span.end] == f.quote)
        );
        let circumstances = Circumstances { voice: ctx.speaker.voice(), class: Class::Routine, reply: false };
        judge(&post, &pack.policy.bind(&report, circumstances), &mut figures);
    }
    figures
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole).unwrap()) }
}

impl Figures {
    fn all(&self) -> [(&'static str, f64); 3] {
        [
            ("recall", share(self.all.found, self.all.quotes)),
            ("precision", share(self.all.right, self.all.right + self.all.wrong)),
            ("clean", share(self.quiet, self.clean)),
        ]
    }

    /// The section of `docs/accuracy.md` for one set.
    fn section(&self, name: &str) -> String {
        let [recall, precision, clean] = self.all().map(|(_, figure)| figure);
        let mut lines = vec![
            format!("## {}\n", if name == "blind" { "Written afterwards, by another hand" } else { "Development" }),
            format!("Recall {recall:.3}, precision {precision:.3}, clean texts left alone {clean:.3}.\n"),
            "| Item | quotes | found | recall | flagged rightly | wrongly | precision |".to_owned(),
            "|---|---|---|---|---|---|---|".to_owned(),
        ];
        for (item, Count { quotes, found, right, wrong }) in &self.items {
            let (recall, precision) = (share(*found, *quotes), share(*right, right + wrong));
            lines.push(format!("| {item} | {quotes} | {found} | {recall:.2} | {right} | {wrong} | {precision:.2} |"));
        }
        lines.join("\n") + "\n"
    }

    /// `EVAL_LIST=1-4 cargo test …` lists what was missed and what was wrongly flagged for an item.
    fn list(&self) {
        let Ok(item) = std::env::var("EVAL_LIST") else { return };
        let concerns = |line: &&String| line.split(' ').next().is_some_and(|items| items.split('/').any(|i| i == item));
        self.missed.iter().filter(concerns).for_each(|line| println!("missed {line}"));
        self.wrong.iter().filter(concerns).for_each(|line| println!("wrong  {line}"));
        for (rule, (right, wrong)) in &self.rules {
            println!("{rule:40} {right:4} right {wrong:4} wrong");
        }
    }
}

const HEAD: &str = "# How well the engine finds what it should\n
<!-- Written by `UPDATE_SNAPSHOTS=1 cargo test -p shingi-check --test eval`; the test fails where it differs. -->\n
The engine with the standard pack on the labelled posts of `eval/` (its README says how they were labelled). Recall: quotes
that a finding of a right item touches. Precision: pairs of text and item that are right. Clean: texts without a fault that
get no finding above a note. All posts are invented, by one hand each: real posts are harder, so read every figure as an
upper bound. The first set is what the rules were written beside and the statistics learned from: it says only that
nothing got worse. The second was written afterwards by somebody who had not seen the rules; it was used once to choose
where the statistical rules begin to speak, and nobody may write a rule to its texts.\n
";

#[test]
fn the_engine_finds_no_less_and_flags_no_more_than_it_did() {
    let floor: Value = serde_json::from_str(&fs::read_to_string(folder().join("figures.json")).unwrap()).unwrap();
    let mut page = HEAD.to_owned();
    let mut fallen = Vec::new();
    for (name, files) in SETS {
        let figures = measure(files, &["つきのわ", "Tsukinowa"]);
        println!("{}", figures.section(name));
        page += &format!("{}\n", figures.section(name));
        figures.list();
        for (what, now) in figures.all() {
            let before = floor[name][what].as_f64().unwrap();
            if now < before {
                fallen.push(format!("{name}: {what} fell from {before} to {now:.4}"));
            }
        }
    }
    let [recall, precision, clean] = measure(SETS[1].1, &[]).all().map(|(_, figure)| figure);
    page += &format!(
        "Without the organisation's names: recall {recall:.3}, precision {precision:.3}, clean {clean:.3} on the second set.\n"
    );
    assert!(fallen.is_empty(), "{}; see what changed with EVAL_LIST=<item>", fallen.join("; "));
    let path = folder().join("../docs/accuracy.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "docs/accuracy.md is not what was measured; write it with UPDATE_SNAPSHOTS=1");
}
