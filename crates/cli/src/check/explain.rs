//! `--list-rules` and `--explain`: which rules there are, what the pack makes of each, and the document of one.
//! Serves every **R** item: whoever is told something may ask why.

use std::io::{self, Write};

use serde::Serialize;
use shingi_app::words::Lang;
use shingi_check::{
    pack::Pack,
    rule::{Need, Rule},
    rules,
};
use shingi_domain::policy::{Binding, Class, ItemId, Strength, Voice};

use super::{Format, human::width};
use crate::checker::{strength_key, title, word};

const STRENGTHS: [Strength; 5] =
    [Strength::Note, Strength::Answer, Strength::Review, Strength::Consult, Strength::Forbid];

/// A rule as other programs read it.
#[derive(Serialize)]
struct JsonRule<'p> {
    rule: &'static str,
    family: &'static str,
    message: std::borrow::Cow<'static, str>,
    why: std::borrow::Cow<'static, str>,
    help: std::borrow::Cow<'static, str>,
    bindings: Vec<JsonBinding<'p>>,
    /// What the rule cannot do without: `matters`, `history`, `words`.
    needs: Vec<&'static str>,
}

#[derive(Serialize)]
struct JsonBinding<'p> {
    item: ItemId,
    strength: Strength,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<Voice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'p [Class]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<bool>,
}

fn bindings<'p>(pack: &'p Pack, rule: &'static str) -> impl Iterator<Item = &'p Binding> {
    pack.policy.bindings.iter().filter(move |binding| binding.rule.as_str() == rule)
}

pub fn list(pack: &Pack, lang: Lang, format: Format, out: &mut dyn Write) -> io::Result<()> {
    if format == Format::Json {
        let all: Vec<JsonRule<'_>> = rules::all().map(|rule| json(pack, lang, rule)).collect();
        serde_json::to_writer_pretty(&mut *out, &all)?;
        return writeln!(out);
    }
    let names = rules::all().map(|rule| rule.id.len()).max().unwrap_or(0);
    let strengths: Vec<_> = STRENGTHS.iter().map(|strength| word(lang, strength_key(*strength))).collect();
    let columns = strengths.iter().map(|words| width(words)).max().unwrap_or(0);
    for rule in rules::all() {
        let mut items: Vec<String> = bindings(pack, rule.id).map(|binding| binding.item.to_string()).collect();
        items.dedup();
        let strongest = bindings(pack, rule.id).map(|binding| binding.strength).max();
        let strength = strongest.map_or_else(|| "–".into(), |strength| word(lang, strength_key(strength)));
        let words = word(lang, &rule.rule_id().message_key());
        // Columns of a terminal, of which a Japanese character takes two.
        let gap = " ".repeat(columns - width(&strength));
        writeln!(out, "{:names$}  {:9}  {strength}{gap}  {words}", rule.id, items.join(" "))?;
    }
    Ok(())
}

fn json<'p>(pack: &'p Pack, lang: Lang, rule: &'static Rule) -> JsonRule<'p> {
    let key = rule.rule_id().message_key();
    let bindings = bindings(pack, rule.id).map(|binding| JsonBinding {
        item: binding.item,
        strength: binding.strength,
        speaker: binding.when.speaker,
        class: binding.when.class.as_deref(),
        reply: binding.when.reply,
    });
    let needs = rule.needs.iter().map(|need| match need {
        Need::Matters => "matters",
        Need::History => "history",
        Need::ReplyTo => "reply_to",
        Need::Words => "words",
        Need::Weights => "weights",
        Need::Pictures => "pictures",
    });
    JsonRule {
        rule: rule.id,
        family: rule.family(),
        message: word(lang, &key),
        why: word(lang, &format!("{key}.why")),
        help: word(lang, &format!("{key}.help")),
        bindings: bindings.collect(),
        needs: needs.collect(),
    }
}

/// The document of a rule: for a program as it is written, for a person with what the pack makes of it. `None` where
/// there is no such rule.
///
/// # Errors
/// What is said of a name that is no rule's.
pub fn explain(
    pack: &Pack,
    lang: Lang,
    name: &str,
    terminal: bool,
    out: &mut dyn Write,
) -> io::Result<Result<(), String>> {
    let Some(rule) = rules::find(name) else {
        let near = match rules::nearest(name).as_slice() {
            [] => String::new(),
            near => format!("; is `{}` meant?", near.join("` or `")),
        };
        let short: String = name.chars().take(80).collect();
        return Ok(Err(format!("expected a rule, got `{short}`; `shingi check --list-rules` names them all{near}")));
    };
    if !terminal {
        writeln!(out, "{}", rule.doc.trim_end())?;
        return Ok(Ok(()));
    }
    let key = rule.rule_id().message_key();
    writeln!(out, "{}\n  {}", bold(rule.id), word(lang, &key))?;
    for part in ["why", "help"] {
        writeln!(out, "  {}: {}", word(lang, &format!("check-{part}")), word(lang, &format!("{key}.{part}")))?;
    }
    for binding in bindings(pack, rule.id) {
        let (item, strength) = (binding.item, word(lang, strength_key(binding.strength)));
        writeln!(out, "  {strength}[{item}] {}{}", title(pack, item, lang), when(binding))?;
    }
    writeln!(out)?;
    write!(out, "{}", readable(rule.doc))?;
    Ok(Ok(()))
}

/// The circumstances of a binding, in the words of a pack.
fn when(binding: &Binding) -> String {
    let mut words: Vec<String> = Vec::new();
    words.extend(binding.when.speaker.map(|speaker| match speaker {
        Voice::Official => "official".to_owned(),
        Voice::Personal => "personal".to_owned(),
    }));
    let classes = binding.when.class.iter().flatten();
    words.extend(classes.map(|class| shingi_check::pack::class_name(*class).to_owned()));
    words.extend(binding.when.reply.map(|reply| if reply { "reply" } else { "no reply" }.to_owned()));
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}

/// Markdown of our documents without its marks: headings bold, examples set in, with `+` where something is found and `-`
/// where nothing is.
fn readable(document: &str) -> String {
    let mut shown = String::new();
    let mut sign = None;
    for line in document.lines().skip(1).skip_while(|line| line.is_empty()) {
        if let Some(info) = line.strip_prefix("```") {
            sign = if sign.is_some() { None } else { Some(if info.starts_with("finds") { '+' } else { '-' }) };
            if sign.is_some() && !info.is_empty() {
                shown.push_str(&format!("  {info}\n"));
            }
        } else if let Some(sign) = sign {
            shown.push_str(&format!("    {sign} {line}\n"));
        } else if let Some(heading) = line.strip_prefix("## ") {
            shown.push_str(&format!("{}\n", bold(heading)));
        } else {
            shown.push_str(&format!("{line}\n"));
        }
    }
    shown
}

fn bold(words: &str) -> String {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return words.to_owned();
    }
    format!("\u{1b}[1m{words}\u{1b}[0m")
}
