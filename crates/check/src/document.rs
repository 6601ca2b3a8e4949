//! What a rule's document must have before anybody relies on the rule: why, what to do, hits and near misses.
//!
//! Serves every **R** item. Whether the examples come out as written is asked elsewhere (`examples`).

use crate::{
    examples::{self, Example},
    problem::PackProblem,
};

/// Fewer near misses say too little about where a rule ends.
const NEAR_MISSES: usize = 3;

/// Everything that a document lacks, with its line.
#[must_use]
pub fn faults(id: &str, document: &str) -> Vec<PackProblem> {
    let file = format!("rules/{id}.md");
    let mut faults = Vec::new();
    let examples = match examples::parse(&file, document) {
        Ok(examples) => examples,
        Err(problems) => return problems,
    };
    let line_of = |heading: &str| document.lines().position(|line| line == heading).map(|nth| nth + 1);
    let here = line_of("## Examples").unwrap_or_else(|| document.lines().count().max(1));
    let mut tell = |line: usize, expected: &str, came: &str, help: &str| {
        faults.push(PackProblem::new(&file, line, expected, came, help));
    };
    let title = format!("# {id}");
    if document.lines().next() != Some(title.as_str()) {
        tell(1, &format!("`{title}`"), document.lines().next().unwrap_or("nothing"), "put the rule's name first");
    }
    for heading in ["## Why", "## What to do"] {
        if line_of(heading).is_none() {
            tell(here, &format!("a part `{heading}`"), "none", "write it: people read it beside the finding");
        }
    }
    let hits = || examples.iter().filter(|example| example.finds);
    let not_applicable = |what: &str| document.contains(&format!("{what}: not applicable, because "));
    if hits().next().is_none() {
        tell(here, "a hit", "none", "add a block `finds official` with a line for each");
    }
    if !not_applicable("Without spaces") && !hits().any(without_spaces) {
        let help = "add one, or `Without spaces: not applicable, because …`";
        tell(here, "a hit between two letters without a space", "none", help);
    }
    if !not_applicable("Full width") && !hits().any(is_wide) {
        let help = "add one, or `Full width: not applicable, because …`";
        tell(here, "a hit in full width (or half-width kana)", "none", help);
    }
    let misses = examples.iter().filter(|example| !example.finds).count();
    if misses < NEAR_MISSES {
        let help = "add a block `leaves-alone official` with texts that look like hits and are none";
        tell(here, &format!("at least {NEAR_MISSES} near misses"), &misses.to_string(), help);
    }
    for example in examples.iter().filter(|example| example.strength.is_some() || example.rule.is_some()) {
        tell(example.line, "an example without strength and rule", "one with them", "a rule knows no policy");
    }
    faults
}

fn without_spaces(example: &Example) -> bool {
    example.marked.iter().any(|span| {
        let before = example.text[..span.start].chars().next_back();
        let after = example.text[span.end..].chars().next();
        before.is_some_and(|c| !c.is_whitespace()) && after.is_some_and(|c| !c.is_whitespace())
    })
}

fn is_wide(example: &Example) -> bool {
    let wide = |c: char| matches!(c, '\u{ff01}'..='\u{ff9f}');
    example.marked.iter().any(|span| example.text[span.start..span.end].chars().any(wide))
}

#[cfg(test)]
mod tests {
    use super::faults;

    const GOOD: &str = "# a/b\n\n## Why\n\nx\n\n## What to do\n\nx\n\n## Examples\n\n```finds official\nこの⟦Ａ⟧が\n```\n\n\
                        ```leaves-alone official\nい\nろ\nは\n```\n";

    fn told(document: &str) -> Vec<String> {
        faults("a/b", document).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_document_without_near_misses_is_told_with_file_line_and_what_to_do() {
        assert_eq!(told(GOOD), Vec::<String>::new());
        let none = GOOD.replace("い\nろ\nは\n", "");
        let said = "rules/a/b.md:11: expected at least 3 near misses, got 0; add a block `leaves-alone official` with texts \
                    that look like hits and are none";
        assert_eq!(told(&none), [said]);
    }

    #[test]
    fn every_part_that_is_missing_is_told_at_once() {
        let bare = GOOD.replace("# a/b\n", "# a/c\n").replace("## Why\n", "").replace("この⟦Ａ⟧が", "⟦A⟧");
        assert_eq!(told(&bare).len(), 4, "{:?}", told(&bare));
        let policy = GOOD.replace("finds official", "finds official forbid");
        assert!(told(&policy)[0].starts_with("rules/a/b.md:14: expected an example without strength"));
        assert!(told("")[0].starts_with("rules/a/b.md:1: expected `# a/b`, got nothing"), "{:?}", told(""));
        assert!(told(&GOOD.replace("⟧", ""))[0].contains("⟧ after ⟦"));
    }
}
