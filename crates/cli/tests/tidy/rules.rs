//! A rule is two files and one line: its code, its document, which is its test too, and its place in the visible list.
//! Its finding has words in both languages. Serves every **R** item: a rule that nobody lists finds nothing.
//!
//! Misses: a rule listed twice, and one that its line in the list would not compile with; the compiler sees those.

use std::collections::BTreeSet;

use crate::tree::{assert_none, texts};

const FOLDER: &str = "crates/check/src/rules/";

/// One rule's files, by family and name.
struct RuleFiles<'a> {
    family: &'a str,
    name: &'a str,
    code: Option<&'a str>,
    document: Option<&'a str>,
}

fn complaints_about(rule: &RuleFiles<'_>, list: &str) -> Vec<String> {
    let RuleFiles { family, name, code, document } = rule;
    let mut complaints = Vec::new();
    let mut expect = |holds: bool, what: String| {
        if !holds {
            complaints.push(format!("{family}/{name}: {what}"));
        }
    };
    expect(document.is_some(), format!("no document `{name}.md`"));
    expect(code.is_some(), format!("no code `{name}.rs`"));
    if let Some(code) = code {
        expect(code.contains(&format!("include_str!(\"{name}.md\")")), format!("the code does not carry `{name}.md`"));
        expect(
            code.contains(&format!("\"{family}/{name}\"")),
            format!("the code does not say its id `{family}/{name}`"),
        );
    }
    expect(list.contains(&format!("{name}::RULE")), format!("no line `{name}::RULE` in `rules/{family}.rs`"));
    complaints
}

/// `(family, name)` of every file of the rules' folders with this ending. Code without a `RULE` helps other rules.
fn named(ending: &'static str) -> BTreeSet<(&'static str, &'static str)> {
    let files = texts(FOLDER, ending).filter(|(_, text)| ending == ".md" || text.contains("RULE: Rule"));
    files.filter_map(|(path, _)| path[FOLDER.len()..].strip_suffix(ending)?.split_once('/')).collect()
}

fn find(path: &str) -> Option<&'static str> {
    texts(path, "").find(|(found, _)| *found == path).map(|(_, text)| text)
}

pub fn rule_names() -> BTreeSet<(&'static str, &'static str)> {
    named(".rs").union(&named(".md")).copied().collect()
}

#[test]
fn every_rule_has_its_code_its_document_and_its_line_in_the_list() {
    let rules = rule_names();
    assert!(!rules.is_empty(), "expected rules in `{FOLDER}`, found none");
    let mut complaints = Vec::new();
    for (family, name) in rules {
        let file = |ending: &str| find(&format!("{FOLDER}{family}/{name}{ending}"));
        let rule = RuleFiles { family, name, code: file(".rs"), document: file(".md") };
        complaints.extend(complaints_about(&rule, find(&format!("{FOLDER}{family}.rs")).unwrap_or("")));
    }
    assert_none(&complaints, "A rule is `rules/FAMILY/NAME.rs`, `NAME.md` and `NAME::RULE` in `rules/FAMILY.rs`.");
}

#[test]
fn a_rule_without_document_id_or_line_is_noticed() {
    let code = "pub const RULE: Rule = Rule { id: \"temper/shouting\", doc: include_str!(\"shouting.md\") };";
    let rule = |code, document| RuleFiles { family: "temper", name: "shouting", code, document };
    assert!(complaints_about(&rule(Some(code), Some("# Shouting")), "&shouting::RULE,").is_empty());
    assert_eq!(complaints_about(&rule(Some(code), None), "&shouting::RULE,").len(), 1);
    assert_eq!(complaints_about(&rule(None, Some("# Shouting")), "&shouting::RULE,").len(), 1);
    assert_eq!(complaints_about(&rule(Some("RULE: Rule"), Some("#")), "").len(), 3);
}
