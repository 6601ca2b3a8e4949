//! Functions that fit on a screen: 70 lines, and a list of the exceptions that only shrinks.
//!
//! Relies on rustfmt: a function ends at the first line that is its own indentation and `}`. Misses: functions that
//! a macro writes; a raw string that holds such a line ends the count early. Tests and tables count like all others.

use crate::tree::{assert_none, texts};

const LINES_MAX: usize = 70;
const LIST: &str = include_str!("long_functions.txt");

#[derive(Debug, PartialEq)]
struct Long {
    path: String,
    name: String,
    lines: usize,
}

fn long_functions(path: &str, source: &str) -> Vec<Long> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let Some(name) = function_name(line) else { continue };
        let indentation = &line[..line.len() - line.trim_start().len()];
        let end_line = format!("{indentation}}}");
        let Some(length) = lines[start..].iter().position(|line| **line == *end_line) else { continue };
        if length + 1 > LINES_MAX {
            found.push(Long { path: path.to_owned(), name: name.to_owned(), lines: length + 1 });
        }
    }
    found
}

/// The name in a line that begins a function with a body.
fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    for word in ["pub ", "pub(crate) ", "pub(super) ", "const ", "async ", "unsafe ", "extern \"C\" "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let rest = rest.strip_prefix("fn ")?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    (!line.ends_with(';') && !line.ends_with('}')).then_some(&rest[..end])
}

/// Lines of `PATH NAME LINES`, `#` for comments.
fn listed(list: &str) -> Vec<Long> {
    let entries = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries
        .map(|line| match line.split_whitespace().collect::<Vec<_>>()[..] {
            [path, name, lines] => {
                Long { path: path.to_owned(), name: name.to_owned(), lines: lines.parse().expect("a number of lines") }
            }
            _ => panic!("expected `PATH NAME LINES` in long_functions.txt, got `{line}`"),
        })
        .collect()
}

fn compare(found: &[Long], listed: &[Long]) -> Vec<String> {
    let mut complaints = Vec::new();
    for long in found {
        let Long { path, name, lines } = long;
        let same = listed.iter().find(|entry| entry.path == *path && entry.name == *name);
        match same {
            None => complaints.push(format!("{path}: `{name}` has {lines} lines, at most {LINES_MAX} are expected")),
            Some(entry) if entry.lines < *lines => {
                complaints.push(format!("{path}: `{name}` grew from {} to {lines} lines", entry.lines));
            }
            Some(entry) if entry.lines > *lines => complaints.push(format!(
                "{path}: `{name}` shrank from {} to {lines} lines: well done, lower the list",
                entry.lines
            )),
            Some(_) => {}
        }
    }
    for Long { path, name, lines: _ } in listed {
        if !found.iter().any(|long| long.path == *path && long.name == *name) {
            complaints.push(format!("{path}: `{name}` is short or gone: well done, take it off the list"));
        }
    }
    complaints
}

#[test]
fn functions_fit_on_a_screen_and_the_list_of_exceptions_only_shrinks() {
    let found: Vec<Long> = texts("crates/", ".rs").flat_map(|(path, source)| long_functions(path, source)).collect();
    assert_none(
        &compare(&found, &listed(LIST)),
        "Split by idea, not by length. The list of exceptions is crates/cli/tests/tidy/long_functions.txt.",
    );
}

#[test]
fn a_long_function_is_measured_from_its_name_to_its_brace() {
    let body = "        one();\n".repeat(LINES_MAX - 1);
    let long = format!("impl A {{\n    pub(crate) async fn long(&self) {{\n{body}    }}\n}}\nfn short() {{\n}}\n");
    let found = long_functions("a.rs", &long);
    assert_eq!(found, [Long { path: "a.rs".to_owned(), name: "long".to_owned(), lines: LINES_MAX + 1 }]);
    assert_eq!(long_functions("a.rs", &long.replacen("        one();\n", "", 1)), []);
}

#[test]
fn a_function_that_grows_shrinks_or_goes_away_must_change_the_list() {
    let of = |name: &str, lines| Long { path: "a.rs".to_owned(), name: name.to_owned(), lines };
    assert!(compare(&[of("a", 80)], &[of("a", 80)]).is_empty());
    assert_eq!(compare(&[of("a", 81)], &[of("a", 80)]), ["a.rs: `a` grew from 80 to 81 lines"]);
    assert_eq!(compare(&[of("a", 79)], &[of("a", 80)]).len(), 1);
    assert_eq!(compare(&[], &[of("a", 80)]).len(), 1);
    assert_eq!(compare(&[of("b", 71)], &[]).len(), 1);
    assert_eq!(listed("# why\na.rs a 80\n"), [of("a", 80)]);
}
