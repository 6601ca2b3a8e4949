//! `bindings.toml` of an item: for whom a finding counts, and what follows. Serves every item.

use std::collections::BTreeMap;

use shingi_domain::{
    policy::{Binding, Consulted, ItemId, Strength, Voice, When},
    report::RuleId,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{classes::CLASSES, overlap, read::Reader};
use crate::{problem::PackProblem, rules};

const STRENGTHS: [(&str, Strength); 5] = [
    ("note", Strength::Note),
    ("answer", Strength::Answer),
    ("review", Strength::Review),
    ("consult", Strength::Consult),
    ("forbid", Strength::Forbid),
];
const CONSULTED: [(&str, Consulted); 2] = [("manager", Consulted::Manager), ("committee", Consulted::Committee)];
const VOICES: [(&str, Voice); 2] = [("official", Voice::Official), ("personal", Voice::Personal)];

/// The bindings of one item. An item without the file binds nothing: some items are kept by workflow alone.
pub fn read(item: ItemId, folder: &str, texts: &BTreeMap<&str, &str>, problems: &mut Vec<PackProblem>) -> Vec<Binding> {
    let file = format!("{folder}/bindings.toml");
    let Some(text) = texts.get(file.as_str()) else { return Vec::new() };
    let (mut reader, table) = Reader::parse(&file, text, problems);
    let Some(table) = table else { return Vec::new() };
    reader.only(table.get_ref(), &["binding"]);
    let mut bindings: Vec<(Binding, usize)> = Vec::new();
    if let Some(value) = table.get_ref().get("binding") {
        for entry in reader.list(value, "`binding`") {
            let Some(binding) = read_binding(&mut reader, item, entry) else { continue };
            if let Some((_, line)) = overlap(&bindings, &binding) {
                let came = format!("`{}` bound in line {line} for some of the same texts", binding.rule);
                let help = "keep one, or let their `when` exclude each other";
                reader.tell(&entry.span(), "one strength for each rule and text", &came, help);
            }
            bindings.push((binding, reader.line(entry.span().start)));
        }
    }
    bindings.into_iter().map(|(binding, _)| binding).collect()
}

fn read_binding(reader: &mut Reader<'_>, item: ItemId, entry: &Spanned<DeValue<'_>>) -> Option<Binding> {
    let table = reader.table(entry, "a binding")?;
    reader.only(table, &["rule", "when", "strength", "consult", "raises"]);
    let at = entry.span();
    let rule = reader.required_text(table, &at, "rule");
    if let (Some(name), Some(value)) = (&rule, table.get("rule"))
        && rules::find(name).is_none()
    {
        let near = match rules::nearest(name).as_slice() {
            [] => String::new(),
            near => format!("; is `{}` meant?", near.join("` or `")),
        };
        let help = format!("`shingi check --list-rules` names all; one that is not there would never be checked{near}");
        reader.tell(&value.span(), "a rule that exists", &format!("`{name}`"), &help);
    }
    let strength = match table.get("strength") {
        Some(value) => reader.choice(value, "a strength", &STRENGTHS),
        None => {
            reader.tell(&at, "the key `strength`", "none", "say what follows: note, answer, review, consult or forbid");
            None
        }
    };
    let consult = table.get("consult").and_then(|value| reader.choice(value, "who is consulted", &CONSULTED));
    match (strength, table.get("consult")) {
        (Some(Strength::Consult), None) => {
            reader.tell(&at, "`consult = \"manager\"` or `\"committee\"`", "none", "say who rules");
        }
        (Some(strength), Some(value)) if strength != Strength::Consult => {
            reader.tell(&value.span(), "`consult` only with strength `consult`", "another strength", "remove the key");
        }
        _ => {}
    }
    let raises = table.get("raises").and_then(|value| {
        let class = reader.choice(value, "a class", &CLASSES);
        if class == Some(shingi_domain::policy::Class::Emergency) {
            reader.tell(&value.span(), "a class that findings can raise to", "`emergency`", "people open that lane");
        }
        class
    });
    let when = table.get("when").map_or_else(|| Some(When::default()), |value| read_when(reader, value));
    Some(Binding { item, rule: RuleId(rule?.into()), when: when?, strength: strength?, consult, raises })
}

fn read_when(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>) -> Option<When> {
    let table: &DeTable<'_> = reader.table(value, "`when`")?;
    reader.only(table, &["speaker", "class", "reply"]);
    let speaker = table.get("speaker").map(|value| reader.choice(value, "a speaker", &VOICES));
    let class = table.get("class").map(|value| match value.get_ref() {
        DeValue::Array(list) if list.is_empty() => {
            let help = "name the classes, or leave the key out: a binding that counts for no text would never be seen";
            reader.tell(&value.span(), "at least one class", "an empty list", help);
            None
        }
        DeValue::Array(list) => {
            list.iter().map(|value| reader.choice(value, "a class", &CLASSES)).collect::<Option<Vec<_>>>()
        }
        _ => reader.choice(value, "a class", &CLASSES).map(|class| vec![class]),
    });
    let reply = table.get("reply").map(|value| {
        let found = value.get_ref().as_bool();
        if found.is_none() {
            reader.tell(&value.span(), "true or false", value.get_ref().type_str(), "write it without quotation marks");
        }
        found
    });
    Some(When { speaker: flat(speaker)?, class: flat(class)?, reply: flat(reply)? })
}

/// A key that is missing is fine; one that cannot be read is not.
#[expect(clippy::option_option, reason = "missing, unreadable and readable are three things here")]
fn flat<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    read.map_or(Some(None), |value| value.map(Some))
}
