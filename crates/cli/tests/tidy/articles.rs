//! `docs/articles.md`: a row for the preamble and each item of the policy, with the rules that find what it is about, the
//! modules that carry it, the screens where people meet it, and the tests. Serves every item: what has no row is a
//! promise that nobody keeps.
//!
//! Rules come from the bindings of the standard pack, all else from what module headers say that they serve. A cell that
//! nothing fills must have a note in [`NOTES`], and a note whose cell has been filled must go.

use std::{collections::BTreeMap, fmt::Write as _};

use shingi_check::pack::Pack;

use crate::{
    generated::MARK,
    items::{header, served},
    rule_pages::bindings,
    tree::{assert_none, texts},
};

const COLUMNS: [&str; 4] = ["Rules", "Domain and use cases", "Screens", "Tests"];

/// What an empty cell means: (item, column, what is so today).
const NOTES: &[(&str, &str, &str)] = &[
    ("0", "Rules", "none: no word of a text tells it"),
    ("1", "Rules", "none: no word of a text tells it"),
    ("1-1", "Rules", "none: no word of a text tells it"),
    ("1-2", "Rules", "none: no word of a text tells it"),
    ("1-5", "Domain and use cases", "none of its own: its rules and its article carry it"),
    ("1-10", "Domain and use cases", "none: a private text never reaches the server"),
    ("2", "Rules", "none: no word of a text tells it"),
    ("2-1", "Rules", "none: no word of a text tells it"),
    ("2-6", "Rules", "none; the inbox with its clocks is to come"),
    ("2-8", "Rules", "none; the vault is to come"),
    ("2-9", "Rules", "none: no word of a text tells it"),
];

type Cells = BTreeMap<(String, &'static str), Vec<String>>;

fn cells(pack: &Pack) -> Cells {
    let mut cells = Cells::new();
    let mut add = |item: &str, column: &'static str, link: String| {
        let cell = cells.entry((item.to_owned(), column)).or_default();
        if !cell.contains(&link) {
            cell.push(link);
        }
    };
    for rule in shingi_check::rules::all() {
        for binding in bindings(pack, rule.id) {
            add(&binding.item.to_string(), COLUMNS[0], format!("[{0}](rules/{0}.md)", rule.id));
        }
    }
    for (path, source) in texts("crates/", ".rs").chain(texts("e2e/stories/", ".mjs")) {
        if let Some((column, link)) = place(path) {
            served(&header(source)).items.iter().for_each(|item| add(item, column, link.clone()));
        }
    }
    for (id, cases) in pack.cases.iter().filter(|(_, cases)| !cases.is_empty()) {
        let folder = texts("policy/standard/", "/cases.md").map(|(path, _)| path);
        let folder = folder.filter(|path| path[16..].starts_with(&format!("{}-{:02}-", id.part, id.number)));
        folder.for_each(|path| add(&id.to_string(), COLUMNS[3], format!("[{} cases](../{path})", cases.len())));
    }
    cells
}

/// In which column a file stands, and how it is called there.
fn place(path: &str) -> Option<(&'static str, String)> {
    let named = |name: &str, path: &str| format!("[{name}](../{path})");
    let is_test = path.contains("/tests/") || path.ends_with("/tests.rs") || path.starts_with("e2e/");
    if is_test {
        let story = path.strip_prefix("e2e/stories/").map(|story| format!("story {}", story.trim_end_matches(".mjs")));
        let name = story.as_deref().or(path.strip_prefix("crates/")).unwrap_or(path);
        let name = name.trim_end_matches(".rs").replace("/src/", "/").replace("/tests/", "/");
        let shown = !path.contains("/tidy/") && !path.ends_with("/mod.rs");
        return shown.then(|| (COLUMNS[3], named(name.trim_end_matches("/tests"), path)));
    }
    if let Some(rest) = path.strip_prefix("crates/web/src/pages/") {
        let (noun, file) = rest.split_once('/')?;
        let folder = format!("crates/web/src/pages/{noun}/");
        return (!file.contains("samples")).then(|| (COLUMNS[2], named(noun, &folder)));
    }
    if let Some(command) = path.strip_prefix("crates/cli/src/").and_then(|rest| rest.strip_suffix(".rs")) {
        return (!command.contains('/')).then(|| (COLUMNS[2], named(&format!("cli/{command}"), path)));
    }
    let modules = ["crates/domain/src/", "crates/app/src/", "crates/connect/src/"];
    let name = modules.iter().find_map(|top| path.strip_prefix(top))?.strip_suffix(".rs")?;
    let name = name.trim_end_matches("/mod").trim_start_matches("use_cases/");
    (name != "lib").then(|| (COLUMNS[1], named(name, path)))
}

/// What the table lacks, and which notes are out of date.
fn complaints(items: &[String], cells: &Cells, notes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut complaints = Vec::new();
    for item in items {
        for column in COLUMNS {
            let filled = cells.contains_key(&(item.clone(), column));
            let noted = notes.iter().any(|(noted, of, _)| noted == item && *of == column);
            match (filled, noted) {
                (false, false) => complaints.push(format!("{item}: nothing under `{column}`, and no note")),
                (true, true) => complaints.push(format!("{item}: `{column}` is filled, its note is out of date")),
                (true, false) | (false, true) => {}
            }
        }
    }
    let unknown = cells.keys().map(|(item, _)| item.as_str()).chain(notes.iter().map(|(item, ..)| *item));
    let unknown: std::collections::BTreeSet<&str> =
        unknown.filter(|item| !items.iter().any(|known| known == item)).collect();
    complaints.extend(unknown.iter().map(|item| format!("{item}: is named somewhere, but the pack has no such item")));
    complaints
}

fn items(pack: &Pack) -> Vec<String> {
    pack.policy.items.iter().map(|item| item.id.to_string()).collect()
}

pub fn page() -> String {
    let pack = Pack::standard().expect("the embedded pack loads");
    let cells = cells(&pack);
    let mut text = format!(
        "{MARK}\n\n# Where each item is made to work\n\nA row for each item of the standard policy. Rules are those that the \
         pack binds; modules, screens and tests are those whose opening lines name the item. *In italics* stands what an \
         empty cell means. What is still to come stands in [README.md](../README.md), item by item.\n\n| Item | {} |\n|---|---|---|---|---|\n",
        COLUMNS.join(" | ")
    );
    for item in &pack.policy.items {
        let folder = texts("policy/standard/", "/article.en.md").map(|(path, _)| path);
        let mut folder =
            folder.filter(|path| path[16..].starts_with(&format!("{}-{:02}-", item.id.part, item.id.number)));
        let article = folder.next().expect("an item that loaded has its article");
        let _ = write!(text, "| **{}** [{}](../{article}) {} ", item.id, item.title_en, item.title_ja);
        for column in COLUMNS {
            let id = item.id.to_string();
            let note = NOTES.iter().find(|(noted, of, _)| *noted == id && *of == column);
            let note = note.map_or(String::new(), |(.., note)| format!("*{note}*"));
            let _ = write!(text, "| {} ", cells.get(&(id, column)).map_or(note, |links| links.join(", ")));
        }
        text.push_str("|\n");
    }
    text
}

#[test]
fn every_item_of_the_policy_has_its_row_and_no_cell_is_silently_empty() {
    let pack = Pack::standard().expect("the embedded pack loads");
    assert_none(
        &complaints(&items(&pack), &cells(&pack), NOTES),
        "Name the item in the `//!` of the module or test that serves it; where there is none, say so in NOTES of \
         crates/cli/tests/tidy/articles.rs.",
    );
}

#[test]
fn an_empty_cell_an_old_note_and_an_item_that_does_not_exist_are_each_noticed() {
    let items = ["0".to_owned(), "1-1".to_owned()];
    let mut cells = Cells::new();
    for item in &items {
        for column in COLUMNS {
            cells.insert((item.clone(), column), vec!["[x](x)".to_owned()]);
        }
    }
    assert!(complaints(&items, &cells, &[]).is_empty());
    assert_eq!(complaints(&items, &cells, &[("0", "Rules", "to come")]).len(), 1);
    cells.remove(&("0".to_owned(), "Rules"));
    assert_eq!(complaints(&items, &cells, &[("0", "Rules", "to come")]), Vec::<String>::new());
    assert_eq!(complaints(&items, &cells, &[]), ["0: nothing under `Rules`, and no note"]);
    cells.insert(("1-19".to_owned(), "Rules"), vec![]);
    assert_eq!(complaints(&items, &cells, &[("0", "Rules", "to come")]).len(), 1);
}
