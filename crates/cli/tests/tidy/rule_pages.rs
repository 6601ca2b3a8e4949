//! `docs/rules/`: a page per rule, which is its own document with what the standard policy makes of a finding, and an
//! index by item and by family. Serves every **R** item: who is held up by a finding can read why.

use std::{collections::BTreeMap, fmt::Write as _};

use shingi_check::{pack::Pack, rule::Rule, rules};
use shingi_domain::policy::{Binding, Class, Consulted, Strength, Voice};

use crate::generated::MARK;

/// Every page: path → text.
pub fn pages() -> BTreeMap<String, String> {
    let pack = Pack::standard().expect("the embedded pack loads");
    let mut pages: BTreeMap<String, String> =
        rules::all().map(|rule| (format!("docs/rules/{}.md", rule.id), page(rule, &pack))).collect();
    pages.insert("docs/rules/README.md".to_owned(), index(&pack));
    pages
}

fn page(rule: &Rule, pack: &Pack) -> String {
    let mut text = format!("{MARK}\n\n{}\n\n", rule.doc.trim_end());
    let _ = writeln!(text, "## What the standard policy makes of it\n");
    let _ = writeln!(text, "| Item | In whose text | Strength | Raises the class to |\n|---|---|---|---|");
    for binding in bindings(pack, rule.id) {
        let item = pack.policy.items.iter().find(|item| item.id == binding.item).expect("a binding stands in an item");
        let raises = binding.raises.map_or(String::new(), |class| class_name(class).to_owned());
        let (speaker, strength) = (speaker(binding), strength(binding));
        let _ = writeln!(text, "| {} {} | {speaker} | {strength} | {raises} |", item.id, item.title_en);
    }
    let code = format!("crates/check/src/rules/{}.rs", rule.id);
    let _ = writeln!(text, "\nCode: [`{code}`](../../../{code}). All rules: [index](../README.md).");
    text
}

fn index(pack: &Pack) -> String {
    let mut text = format!(
        "{MARK}\n\n# Rules\n\nA rule says what is in a text; what follows is the policy's word. Each page is the rule's own \
         document, whose examples are its test.\n\n## By item\n\n| Item | Rules, with what a finding asks for |\n|---|---|\n"
    );
    for item in &pack.policy.items {
        let mut cells: Vec<String> = Vec::new();
        for rule in rules::all() {
            let here: Vec<&Binding> = bindings(pack, rule.id).filter(|binding| binding.item == item.id).collect();
            let words: Vec<String> =
                here.iter().map(|binding| format!("{}: {}", speaker(binding), strength(binding))).collect();
            if !here.is_empty() {
                cells.push(format!("{} ({})", link(rule), words.join("; ")));
            }
        }
        let cells = if cells.is_empty() { "none: no word of a text tells it".to_owned() } else { cells.join("<br>") };
        let _ = writeln!(text, "| {} {} | {cells} |", item.id, item.title_en);
    }
    let _ = writeln!(text, "\n## By family");
    for family in rules::FAMILIES {
        let name = family.first().map_or("", |rule| rule.family());
        let _ = writeln!(text, "\n### {name}\n\n| Rule | What it finds |\n|---|---|");
        for rule in family {
            let _ = writeln!(text, "| {} | {} |", link(rule), first_paragraph(rule.doc));
        }
    }
    text
}

pub fn link(rule: &Rule) -> String {
    format!("[{}]({}.md)", rule.id, rule.id)
}

pub fn bindings<'p>(pack: &'p Pack, rule: &str) -> impl Iterator<Item = &'p Binding> {
    pack.policy.bindings.iter().filter(move |binding| binding.rule.as_str() == rule)
}

/// The first paragraph after the title.
fn first_paragraph(doc: &str) -> String {
    let lines = doc.lines().skip_while(|line| line.starts_with('#') || line.is_empty());
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn speaker(binding: &Binding) -> String {
    let mut words = match binding.when.speaker {
        Some(Voice::Official) => "official".to_owned(),
        Some(Voice::Personal) => "personal".to_owned(),
        None => "any".to_owned(),
    };
    if let Some(classes) = &binding.when.class {
        let names: Vec<&str> = classes.iter().map(|class| class_name(*class)).collect();
        let _ = write!(words, ", class {}", names.join(" or "));
    }
    match binding.when.reply {
        Some(true) => words.push_str(", in a reply"),
        Some(false) => words.push_str(", not in a reply"),
        None => {}
    }
    words
}

fn strength(binding: &Binding) -> String {
    let name = match binding.strength {
        Strength::Note => "note",
        Strength::Answer => "answer",
        Strength::Review => "review",
        Strength::Consult => "consult",
        Strength::Forbid => "forbid",
    };
    match binding.consult {
        Some(Consulted::Manager) => format!("{name} the manager"),
        Some(Consulted::Committee) => format!("{name} the committee"),
        None => name.to_owned(),
    }
}

fn class_name(class: Class) -> &'static str {
    shingi_check::pack::class_name(class)
}

#[test]
fn a_rule_has_its_page_with_its_document_and_what_follows_and_stands_in_the_index() {
    let pages = pages();
    let page = &pages["docs/rules/personal/phone_number.md"];
    assert!(page.contains("## Why") && page.contains("| 1-4 ") && page.contains("| official | forbid |"), "{page}");
    let index = &pages["docs/rules/README.md"];
    let unlisted: Vec<_> =
        rules::all().filter(|rule| index.matches(&link(rule)).count() < 2).map(|rule| rule.id).collect();
    assert!(unlisted.is_empty(), "expected each rule by item and by family, {unlisted:?} are not");
}
