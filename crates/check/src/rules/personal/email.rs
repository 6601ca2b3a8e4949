//! 1-4: an address of mail that reaches a person, also where it is disguised. Addresses of desks are none.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "personal/email",
    doc: crate::rule::document(include_str!("email.md")),
    triggers: &[Trigger::Words(&["@", "あっとまーく", "あっと", "(at)", "[at]", "{at}", " at ", "(a)"])],
    needs: &[],
    run,
};

static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?P<local>[A-Za-z0-9][A-Za-z0-9._%+\-]*)\s?(?P<at>@{1,2}|[(\[{]\s?(?i:at|a|アット(?:マーク)?|あっと(?:まーく)?)\s?[)\]}]|\s(?i:at)\s|\s?(?:あっと(?:まーく)?|アット(?:マーク)?)\s?)\s?(?P<domain>[A-Za-z0-9\-]+(?:\s?(?:\.|[(\[]\s?(?i:dot|ドット)\s?[)\]]|\s(?i:dot)\s|どっと|ドット)\s?[A-Za-z0-9\-]+)+)";
    regex(pattern)
});
/// Boxes that no single person reads.
const DESKS: [&str; 22] = [
    "info",
    "support",
    "contact",
    "press",
    "pr",
    "recruit",
    "saiyo",
    "sales",
    "help",
    "inquiry",
    "toiawase",
    "office",
    "webmaster",
    "postmaster",
    "noreply",
    "no-reply",
    "customer",
    "service",
    "privacy",
    "compliance",
    "hello",
    "koho",
];

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    for found in ADDRESS.captures_iter(a.text()) {
        let (Some(whole), Some(local), Some(domain)) = (found.get(0), found.name("local"), found.name("domain")) else {
            continue;
        };
        let range = whole.range();
        let top =
            domain.as_str().rsplit(|c: char| !c.is_ascii_alphabetic()).find(|part| !part.is_empty()).unwrap_or("");
        let federated = a.before(range.start, 1) == "@";
        let desk = ctx.is_official() && DESKS.contains(&local.as_str().to_ascii_lowercase().as_str());
        if top.len() < 2 || federated || desk || a.is_in_url(&range) || ctx.organisation.publishes(whole.as_str()) {
            continue;
        }
        sink.find(a, range);
    }
}
