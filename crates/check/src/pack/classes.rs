//! `pack.toml`: who the pack is, and what each class asks of every text. Serves every item.

use shingi_domain::policy::{Class, ClassRule, Consulted, Requirement};
use toml::{Spanned, de::DeValue};

use super::{Titles, read::Reader};
use crate::problem::PackProblem;

const FILE: &str = "pack.toml";
/// Thirty days: a longer cooling-off time is a typing mistake.
const COOLING_OFF_MAX: u16 = 43_200;
/// Thirty days as well: what is looked at later is looked at never.
const REVIEW_AFTERWARDS_MAX: u16 = 720;

pub const CLASSES: [(&str, Class); 6] = [
    ("reply", Class::Reply),
    ("routine", Class::Routine),
    ("fix", Class::Fix),
    ("campaign", Class::Campaign),
    ("delicate", Class::Delicate),
    ("emergency", Class::Emergency),
];

pub struct Head {
    pub id: String,
    pub version: String,
    pub title: Titles,
    pub acknowledge_days: u16,
    pub pass_percent: u16,
    pub classes: Vec<ClassRule>,
    pub class_titles: Vec<(Class, Titles)>,
}

/// `None` where something is wrong; that is told.
pub fn read(text: Option<&str>, problems: &mut Vec<PackProblem>) -> Option<Head> {
    let Some(text) = text else {
        let help = "add `pack.toml` with `[pack]` and one `[[class]]` for each class";
        problems.push(PackProblem::new(FILE, 1, "the head of the pack", "no such file", help));
        return None;
    };
    let (mut reader, table) = Reader::parse(FILE, text, problems);
    let table = table?;
    let root = table.get_ref();
    reader.only(root, &["pack", "class"]);
    let (mut id, mut version, mut title) = (None, None, None);
    let (mut acknowledge_days, mut pass_percent) = (None, None);
    match root.get("pack") {
        Some(value) => {
            if let Some(pack) = reader.table(value, "`pack`") {
                reader.only(pack, &["id", "version", "title_ja", "title_en", "acknowledge_days", "pass_percent"]);
                id = reader.required_text(pack, &value.span(), "id");
                version = reader.required_text(pack, &value.span(), "version");
                title = titles(&mut reader, pack, &value.span());
                acknowledge_days = number(&mut reader, pack, &value.span(), "acknowledge_days", 1..=365);
                pass_percent = number(&mut reader, pack, &value.span(), "pass_percent", 1..=100);
            }
        }
        None => reader.tell(
            &(0..0),
            "a table `[pack]`",
            "none",
            "add it with id, version, title_ja, title_en, acknowledge_days, pass_percent",
        ),
    }
    let mut found: Vec<(ClassRule, Titles)> = Vec::new();
    if let Some(value) = root.get("class") {
        for entry in reader.list(value, "`class`") {
            let Some(class) = read_class(&mut reader, entry) else { continue };
            if found.iter().any(|(old, _)| old.class == class.0.class) {
                reader.tell(
                    &entry.span(),
                    "each class once",
                    &format!("`{}` again", name(class.0.class)),
                    "remove one",
                );
            }
            found.push(class);
        }
    }
    for (name, class) in CLASSES {
        if !found.iter().any(|(old, _)| old.class == class) {
            let expected = format!("a `[[class]]` with id = \"{name}\"");
            reader.tell(&(text.len()..text.len()), &expected, "none", "every class is needed, even if it asks nothing");
        }
    }
    found.sort_by_key(|(rule, _)| Class::ALL.iter().position(|class| *class == rule.class));
    let class_titles = found.iter().map(|(rule, titles)| (rule.class, titles.clone())).collect();
    let classes = found.into_iter().map(|(rule, _)| rule).collect();
    Some(Head {
        id: id?,
        version: version?,
        title: title?,
        acknowledge_days: acknowledge_days?,
        pass_percent: pass_percent?,
        classes,
        class_titles,
    })
}

/// A whole number that the table must have.
fn number(
    reader: &mut Reader<'_>,
    table: &toml::de::DeTable<'_>,
    at: &std::ops::Range<usize>,
    key: &str,
    range: std::ops::RangeInclusive<u16>,
) -> Option<u16> {
    let expected = format!("`{key}` as a number from {} to {}", range.start(), range.end());
    let Some(value) = table.get(key) else {
        reader.tell(at, &expected, "none", "add the key");
        return None;
    };
    let words = match value.get_ref() {
        DeValue::Integer(number) => number.to_string(),
        _ => "something else".to_owned(),
    };
    let number = words.parse().ok().filter(|number| range.contains(number));
    if number.is_none() {
        reader.tell(&value.span(), &expected, &format!("`{words}`"), "write such a number");
    }
    number
}

fn titles(reader: &mut Reader<'_>, table: &toml::de::DeTable<'_>, at: &std::ops::Range<usize>) -> Option<Titles> {
    let ja = reader.required_text(table, at, "title_ja");
    let en = reader.required_text(table, at, "title_en");
    Some(Titles { ja: ja?, en: en? })
}

fn read_class(reader: &mut Reader<'_>, entry: &Spanned<DeValue<'_>>) -> Option<(ClassRule, Titles)> {
    let table = reader.table(entry, "a class")?;
    reader.only(table, &["id", "title_ja", "title_en", "requires"]);
    let class = match table.get("id") {
        Some(value) => reader.choice(value, "a class", &CLASSES),
        None => {
            reader.tell(&entry.span(), "the key `id`", "none", "say which class this is");
            None
        }
    };
    let titles = titles(reader, table, &entry.span());
    let mut requires = Vec::new();
    match table.get("requires") {
        Some(value) => {
            for wanted in reader.list(value, "`requires`") {
                let Some(words) = reader.text(wanted, "a requirement") else { continue };
                match requirement(&words) {
                    Some(requirement) if !requires.contains(&requirement) => requires.push(requirement),
                    Some(_) => {
                        reader.tell(&wanted.span(), "each requirement once", &format!("`{words}`"), "remove one")
                    }
                    None => {
                        let expected = "benefit, review, sources, cooling_off:<1 to 43200 minutes>, consult:committee, \
                                        consult:manager or review_afterwards:<1 to 720 hours>";
                        reader.tell(&wanted.span(), expected, &format!("`{words}`"), "choose one of them");
                    }
                }
            }
        }
        None => {
            reader.tell(&entry.span(), "the key `requires`", "none", "write `requires = []` where nothing is asked")
        }
    }
    Some((ClassRule { class: class?, requires }, titles?))
}

fn requirement(words: &str) -> Option<Requirement> {
    Some(match words {
        "benefit" => Requirement::Benefit,
        "review" => Requirement::Review,
        "sources" => Requirement::Sources,
        "consult:committee" => Requirement::Consult(Consulted::Committee),
        "consult:manager" => Requirement::Consult(Consulted::Manager),
        _ => {
            let (name, number) = words.split_once(':')?;
            let number: u16 = number.parse().ok()?;
            match name {
                "cooling_off" if (1..=COOLING_OFF_MAX).contains(&number) => Requirement::CoolingOff(number),
                "review_afterwards" if (1..=REVIEW_AFTERWARDS_MAX).contains(&number) => {
                    Requirement::ReviewAfterwards(number)
                }
                _ => return None,
            }
        }
    })
}

pub fn name(class: Class) -> &'static str {
    CLASSES.iter().find(|(_, known)| *known == class).map_or("", |(name, _)| name)
}
