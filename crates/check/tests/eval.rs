//! The engine with the standard pack against the labelled posts of `eval/`, scored as `eval/score.py` does.
//!
//! The figures in `eval/figures.json` may only rise: a change that makes the engine worse fails here.
//! A test may read the files of its own repository and print what it measured.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use shingi_check::{
    context::{Context, Organisation},
    engine::Engine,
    pack::Pack,
    score::{Count, Labelled, Score, Share},
};
use shingi_domain::{
    policy::{Circumstances, Class, Voice},
    report::Place,
};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../eval")
}

/// The sets that are measured: a name and its files. The rules were written beside the first, and the weights of
/// `likeness` were learned from it too; the others were written by other hands afterwards and only measured.
const SETS: [(&str, &[&str]); 3] = [
    ("development", &["posts.jsonl", "more-a.jsonl", "more-b.jsonl"]),
    ("blind", &["blind.jsonl"]),
    ("blind-2", &["blind-2.jsonl"]),
];

fn posts(files: &[&str]) -> Vec<Labelled> {
    let texts = files.iter().map(|file| fs::read_to_string(folder().join(file)).unwrap());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter(|line| !line.is_empty()).map(|line| serde_json::from_str(&line).unwrap()).collect()
}

fn measure(files: &[&str], names: &[&str]) -> Score {
    let pack = Pack::standard().unwrap();
    let engine = Engine::new(&pack).unwrap();
    let today = "2026-11-24".parse().unwrap();
    let posts = posts(files);
    let mut score = Score::new(&pack.policy, &posts);
    for post in &posts {
        let mut ctx = match post.speaker {
            Voice::Official => Context::official(today),
            Voice::Personal => Context::personal(today),
        };
        ctx.organisation = Organisation::new(names.iter().map(|name| (*name).to_owned()).collect(), Vec::new());
        let report = engine.inspect(&post.text, &[], &ctx);
        assert!(
            report.findings.iter().all(|f| f.place == Place::Text && post.text[f.span.start..f.span.end] == f.quote)
        );
        let circumstances = Circumstances { voice: post.speaker, class: Class::Routine, reply: false };
        score.judge(post, &pack.policy.bind(&report, circumstances));
    }
    score
}

fn figure(share: Share) -> f64 {
    share.figure().unwrap_or(1.0)
}

fn figures(score: &Score) -> [(&'static str, f64); 3] {
    [("recall", figure(score.recall)), ("precision", figure(score.precision)), ("clean", figure(score.clean))]
}

fn heading(name: &str) -> &'static str {
    match name {
        "blind" => "Written afterwards, by another hand",
        "blind-2" => "Written last, by a third hand",
        _ => "Development",
    }
}

/// The section of `docs/accuracy.md` for one set.
fn section(score: &Score, name: &str) -> String {
    let [recall, precision, clean] = figures(score).map(|(_, figure)| figure);
    let mut lines = vec![
        format!("## {}\n", heading(name)),
        format!("Recall {recall:.3}, precision {precision:.3}, clean texts left alone {clean:.3}.\n"),
        "| Item | quotes | found | recall | flagged rightly | wrongly | precision |".to_owned(),
        "|---|---|---|---|---|---|---|".to_owned(),
    ];
    for (item, Count { recall, precision, .. }) in &score.items {
        let (quotes, found, right, wrong) =
            (recall.whole, recall.part, precision.part, precision.whole - precision.part);
        let (recall, precision) = (figure(*recall), figure(*precision));
        lines.push(format!("| {item} | {quotes} | {found} | {recall:.2} | {right} | {wrong} | {precision:.2} |"));
    }
    lines.join("\n") + "\n"
}

/// `EVAL_LIST=1-4 cargo test …` lists what was missed and what was wrongly flagged for an item.
fn list(score: &Score, files: &[&str]) {
    let Some(item) = std::env::var("EVAL_LIST").ok().and_then(|item| item.parse().ok()) else { return };
    let posts = posts(files);
    let text = |id: &str| posts.iter().find(|post| post.id == id).map_or("", |post| post.text.as_str());
    for missed in score.missed.iter().filter(|missed| missed.item == item || missed.or.contains(&item)) {
        println!("missed {} «{}» {:?}", missed.id, missed.quote, text(&missed.id));
    }
    for wrong in score.wrong.iter().filter(|wrong| wrong.item == item) {
        println!("wrong  {} {} «{}» {:?}", wrong.rule, wrong.id, wrong.quote, text(&wrong.id));
    }
    for (rule, Count { precision, .. }) in &score.rules {
        println!("{rule:40} {:4} right {:4} wrong", precision.part, precision.whole - precision.part);
    }
}

const HEAD: &str = "# How well the engine finds what it should\n
<!-- Written by `UPDATE_SNAPSHOTS=1 cargo test -p shingi-check --test eval`; the test fails where it differs. -->\n
The engine with the standard pack on the labelled posts of `eval/` (its README says how they were labelled). Recall: quotes
that a finding of a right item touches. Precision: pairs of text and item that are right. Clean: texts without a fault that
get no finding above a note. All posts are invented, by one hand each: real posts are harder, so read every figure as an
upper bound. The first set is what the rules were written beside and the statistics learned from: it says only that
nothing got worse. The second was written afterwards by somebody who had not seen the rules; it was used once to choose
where the statistical rules begin to speak, and nobody may write a rule to its texts. The third was written when rules and
weights stood, by somebody who had seen neither, and was measured once they did: the figure to believe.\n
";

#[test]
fn the_engine_finds_no_less_and_flags_no_more_than_it_did() {
    let floor: Value = serde_json::from_str(&fs::read_to_string(folder().join("figures.json")).unwrap()).unwrap();
    let mut page = HEAD.to_owned();
    let mut fallen = Vec::new();
    for (name, files) in SETS {
        let score = measure(files, &["つきのわ", "Tsukinowa"]);
        println!("{}", section(&score, name));
        page += &format!("{}\n", section(&score, name));
        list(&score, files);
        for (what, now) in figures(&score) {
            let before = floor[name][what].as_f64().unwrap();
            if now < before {
                fallen.push(format!("{name}: {what} fell from {before} to {now:.4}"));
            }
        }
    }
    let [recall, precision, clean] = figures(&measure(SETS[1].1, &[])).map(|(_, figure)| figure);
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
