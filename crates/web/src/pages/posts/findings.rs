//! What was found in a post, as its writers and reviewers see it: numbered through the texts, grouped by item, each with
//! the form that the reader may use (1-3 to 1-7, 2-2 to 2-4). What counts for whom is computed before.

use std::collections::BTreeMap;

use serde::Serialize;
use shingi_app::{
    queries::desk::{Desk, Part},
    words::{Lang, words},
};
use shingi_domain::{
    id::{AccountId, PersonId},
    obligation::{Duty, Misfit, Obligation, Party, Standing},
    policy::{BoundFinding, Consulted, ItemId, Strength as DomainStrength},
    post::{EvidenceKind, FindingKey},
    report::Place,
};

use super::{
    form::key_field,
    view::{AnswerForm, FindingGroup, FindingView, FindingsPanel, Proof, Replacement},
};
use crate::{
    form::word_of,
    pages::parts::{Choice, ObligationRow, Strength},
    present::{Present, strength},
    words_filter::text,
};

/// For whom the findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// May answer, ask and put notes away.
    Writer,
    /// May overrule what is forbidden.
    Reviewer,
    Onlooker,
}

impl Reader {
    #[must_use]
    pub fn of(desk: &Desk, me: PersonId) -> Self {
        if desk.post.writers.contains(&me) {
            Self::Writer
        } else if desk.may_review(me) {
            Self::Reviewer
        } else {
            Self::Onlooker
        }
    }
}

/// One finding where it stands in the texts. The script draws its mark from this.
#[derive(Debug, Clone, Serialize)]
pub struct Placed {
    pub n: usize,
    pub key: String,
    pub rule: String,
    pub item: String,
    pub strength: &'static str,
    /// The account whose own text it is in; empty for the common one.
    pub variant: String,
    /// `text`, or which picture.
    pub place: String,
    /// In UTF-16 units, as a browser counts.
    pub start: usize,
    pub end: usize,
    pub quote: String,
    pub message: String,
    #[serde(skip)]
    view: FindingView,
    #[serde(skip)]
    group: ItemId,
}

struct Found<'a> {
    part: &'a Part,
    bound: &'a BoundFinding,
    standing: &'a Standing,
    variant: String,
}

/// Every finding of every text once, in reading order: the common text first, then those of single accounts.
#[must_use]
pub fn placed(show: &Present, desk: &Desk, reader: Reader) -> Vec<Placed> {
    let mut found = BTreeMap::<_, Found<'_>>::new();
    let order = variants(desk);
    for part in shown_parts(desk) {
        let own = order.iter().position(|account| *account == part.delivery.account);
        let variant = own.map_or_else(String::new, |_| part.delivery.account.to_string());
        for obligation in &part.obligations.all {
            let Duty::Finding { index, .. } = obligation.duty else { continue };
            let Some(bound) = part.obligations.findings.get(usize::from(index)) else { continue };
            let finding = &bound.finding;
            let place = (own.map_or(0, |own| own + 1), finding.place, finding.span.start, finding.span.end, bound.item);
            let entry = Found { part, bound, standing: &obligation.standing, variant: variant.clone() };
            let key = (place, FindingKey::of(bound));
            // The same words for several accounts are one finding; it is open while it is for one of them.
            if obligation.is_open() || !found.contains_key(&key) {
                found.insert(key, entry);
            }
        }
    }
    let numbered = found.into_iter().enumerate();
    numbered.map(|(index, ((_, key), found))| one(show, desk, reader, index + 1, &key, &found)).collect()
}

/// What is still to be cleared; all of it once nothing is.
fn shown_parts(desk: &Desk) -> Vec<&Part> {
    let open = desk.to_be_cleared().collect::<Vec<_>>();
    if open.is_empty() { desk.parts.iter().collect() } else { open }
}

/// The accounts with a text of their own, in the composer's order.
fn variants(desk: &Desk) -> Vec<AccountId> {
    let parts = desk.post.draft_kept().map_or(&[][..], |draft| &draft.deliveries);
    parts.iter().filter(|part| part.variant.is_some()).map(|part| part.account).collect()
}

fn one(show: &Present, desk: &Desk, reader: Reader, n: usize, key: &FindingKey, found: &Found<'_>) -> Placed {
    let Found { part, bound, standing, variant } = found;
    let finding = &bound.finding;
    let met = matches!(standing, Standing::Discharged { .. } | Standing::Overruled { .. } | Standing::Dismissed);
    let shown = if met { Strength::Done } else { strength(bound.strength) };
    let message = show.t(&finding.rule.message_key());
    let (place, quote) = match finding.place {
        Place::Text => ("text".to_owned(), finding.quote.clone()),
        Place::AltText(index) => {
            let quote = text(show.lang, "finding-in-alt").with("quote", finding.quote.as_str()).to_string();
            (format!("alt-{index}"), quote)
        }
        Place::Medium(index) => {
            let key = if finding.quote.is_empty() { "finding-in-picture" } else { "finding-read-in-picture" };
            let quote = text(show.lang, key).with("n", usize::from(index) + 1).with("quote", finding.quote.as_str());
            let quote = quote.to_string();
            (format!("picture-{index}"), quote)
        }
    };
    let words = part.delivery.content.kept().map_or("", |content| content.text.as_str());
    let (start, end) = match finding.place {
        Place::Text => (utf16(words, finding.span.start), utf16(words, finding.span.end)),
        Place::AltText(_) | Place::Medium(_) => (0, 0),
    };
    let key = key_field(key);
    let view = FindingView {
        n,
        key: key.clone(),
        rule: finding.rule.to_string(),
        item: bound.item.to_string(),
        strength: shown,
        quote,
        message: message.clone(),
        help: attribute(show, bound, "why"),
        todo: todo(show, desk, bound, standing),
        replacement: finding
            .replacement
            .as_ref()
            .filter(|_| finding.place == Place::Text && !met)
            .map(|new| Replacement { old: finding.quote.clone(), new: new.clone() }),
        form: form(show, desk, reader, bound, standing),
        proof: proof(show, desk, bound, standing),
        may_dismiss: reader == Reader::Writer && matches!(standing, Standing::Shown),
        may_overrule: reader == Reader::Reviewer && bound.strength == DomainStrength::Forbid && !met,
        open: matches!(standing, Standing::Open | Standing::Afterwards),
    };
    Placed {
        n,
        key,
        rule: view.rule.clone(),
        item: view.item.clone(),
        strength: shown.attr(),
        variant: variant.clone(),
        place,
        start,
        end,
        quote: finding.quote.clone(),
        message,
        view,
        group: bound.item,
    }
}

/// Bytes of UTF-8 to units of UTF-16.
fn utf16(words: &str, at: usize) -> usize {
    words.get(..at).map_or(0, |head| head.chars().map(char::len_utf16).sum())
}

/// The longer sentences of a rule; a rule may have none.
fn attribute(show: &Present, bound: &BoundFinding, name: &str) -> String {
    let key = format!("{}.{name}", bound.finding.rule.message_key());
    if words().has(show.lang, &key) { show.t(&key) } else { String::new() }
}

fn todo(show: &Present, desk: &Desk, bound: &BoundFinding, standing: &Standing) -> String {
    match standing {
        Standing::Open | Standing::Afterwards => match bound.consult {
            Some(with) if is_asked(desk, with) => show.t("finding-asked"),
            Some(_) | None => attribute(show, bound, "help"),
        },
        Standing::Shown => attribute(show, bound, "help"),
        Standing::InForce | Standing::Discharged { .. } | Standing::Overruled { .. } | Standing::Dismissed => {
            String::new()
        }
    }
}

fn is_asked(desk: &Desk, with: Consulted) -> bool {
    desk.post.consultations.iter().any(|asked| asked.with == with && asked.ruling.is_none())
}

fn form(show: &Present, desk: &Desk, reader: Reader, bound: &BoundFinding, standing: &Standing) -> AnswerForm {
    let open = matches!(standing, Standing::Open | Standing::Afterwards);
    if reader != Reader::Writer || !open {
        return AnswerForm::None;
    }
    match (bound.strength, bound.consult) {
        (DomainStrength::Answer, _) => AnswerForm::Evidence { kinds: kinds(show, bound) },
        (DomainStrength::Consult, with) => {
            let with = with.unwrap_or(Consulted::Committee);
            if is_asked(desk, with) { AnswerForm::None } else { AnswerForm::Consult { with: word_of(&with) } }
        }
        (DomainStrength::Note | DomainStrength::Review | DomainStrength::Forbid, _) => AnswerForm::None,
    }
}

/// All kinds of evidence, the one that fits the item most often first and chosen.
fn kinds(show: &Present, bound: &BoundFinding) -> Vec<Choice> {
    use EvidenceKind::{ConfirmedBy, Consent, Explanation, NoHarm, PublicKnowledge, Rights, Source};
    let fitting = match (bound.item.part, bound.item.number) {
        (1, 3) => Rights,
        (1, 4) => Consent,
        (1, 5 | 6) => PublicKnowledge,
        (2, 2) => Source,
        (2, 3) => NoHarm,
        _ => Explanation,
    };
    let mut all = vec![Source, ConfirmedBy, PublicKnowledge, Rights, Consent, NoHarm, Explanation];
    all.sort_by_key(|kind| *kind != fitting);
    let choice = |kind: EvidenceKind| {
        let word = word_of(&kind);
        Choice::new(word.clone(), show.t(&format!("evidence-{word}")), kind == fitting)
    };
    all.into_iter().map(choice).collect()
}

fn proof(show: &Present, desk: &Desk, bound: &BoundFinding, standing: &Standing) -> Option<Proof> {
    let key = FindingKey::of(bound);
    let (by, at) = match standing {
        Standing::Discharged { by, at } | Standing::Overruled { by, at } => (*by, *at),
        Standing::Open | Standing::InForce | Standing::Shown | Standing::Dismissed | Standing::Afterwards => {
            return None;
        }
    };
    let name = show.person(&desk.world, by);
    let by = text(show.lang, "proof-by").with("name", name).with("at", show.stamp(at).text).to_string();
    let (words, href) = match standing {
        Standing::Overruled { .. } => {
            let overruling = desk.post.overrulings.iter().rev().find(|overruling| overruling.key == key);
            (overruling.and_then(|overruling| overruling.reason.kept().cloned()), None)
        }
        _ => {
            let evidence = desk.post.answers.iter().find(|answer| answer.key == key);
            let evidence = evidence.and_then(|answer| answer.evidence.kept());
            let url = evidence.and_then(|evidence| evidence.url.clone()).filter(|url| is_address(url));
            (evidence.map(|evidence| evidence.text.clone()), url)
        }
    };
    let words = words.filter(|words| !words.trim().is_empty()).or_else(|| href.clone());
    let words = words.unwrap_or_else(|| match bound.strength {
        DomainStrength::Answer => show.t("proof-erased"),
        _ => show.t("standing-discharged"),
    });
    Some(Proof { text: words, href, by })
}

/// Whether a link may be made of it: what somebody typed must not become a script.
#[must_use]
pub fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Findings by item, in the policy's order.
#[must_use]
pub fn groups(desk: &Desk, lang: Lang, placed: Vec<Placed>) -> Vec<FindingGroup> {
    let mut groups = BTreeMap::<ItemId, Vec<FindingView>>::new();
    for Placed { group, view, .. } in placed {
        groups.entry(group).or_default().push(view);
    }
    let named = |(item, findings): (ItemId, _)| {
        let known = desk.in_force.policy.items.iter().find(|known| known.id == item);
        let title = known.map_or("", |known| match lang {
            Lang::Ja => &known.title_ja,
            Lang::En => &known.title_en,
        });
        FindingGroup { item: item.to_string(), title: title.to_owned(), findings }
    };
    groups.into_iter().map(named).collect()
}

/// The panel beside the text.
#[must_use]
pub fn panel(show: &Present, desk: &Desk, placed: Vec<Placed>) -> FindingsPanel {
    let count = |strength: Strength| placed.iter().filter(|finding| finding.strength == strength.attr()).count();
    let order =
        [Strength::Forbid, Strength::Consult, Strength::Review, Strength::Answer, Strength::Note, Strength::Done];
    let tally = order.into_iter().map(|strength| (strength, count(strength))).filter(|(_, n)| *n > 0).collect();
    let titles = &desk.in_force.pack.title;
    let title = match show.lang {
        Lang::Ja => titles.ja.as_str(),
        Lang::En => titles.en.as_str(),
    };
    let version = desk.in_force.policy.version.as_str();
    FindingsPanel {
        post: desk.post.id.to_string(),
        policy: text(show.lang, "findings-policy-of").with("title", title).with("version", version).to_string(),
        tally,
        outstanding: outstanding(show, desk),
        groups: groups(desk, show.lang, placed),
        standing: standing(show, desk),
        unchecked: unchecked(desk),
    }
}

/// Rules that could not run, each once.
#[must_use]
pub fn unchecked(desk: &Desk) -> Vec<String> {
    let rules = desk.parts.iter().flat_map(|part| &part.facts.report.unchecked).map(|one| one.rule.to_string());
    let mut rules = rules.collect::<Vec<_>>();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// What the author still has to do, in one sentence.
fn outstanding(show: &Present, desk: &Desk) -> Option<String> {
    if desk.parts.is_empty() {
        return Some(show.t("posts-choose-account"));
    }
    let mut counts = [0_usize; 3];
    for obligation in merged(desk).iter().filter(|o| o.is_open() && o.who == Party::Author) {
        let which = match (&obligation.duty, obligation.strength) {
            (Duty::Finding { .. }, DomainStrength::Answer) | (Duty::Condition { .. }, _) => 1,
            (Duty::Finding { .. } | Duty::Content | Duty::Fit(_), _) => 0,
            _ => 2,
        };
        counts[which] += 1;
    }
    let keys = ["findings-needs-change", "findings-needs-answer", "findings-needs-field"];
    let said = keys.into_iter().zip(counts).filter(|(_, n)| *n > 0);
    let said = said.map(|(key, n)| text(show.lang, key).with("n", n).to_string());
    let what = said
        .reduce(|one, other| text(show.lang, "findings-needs-and").with("one", one).with("other", other).to_string())?;
    Some(text(show.lang, "findings-outstanding").with("what", what).to_string())
}

/// The obligations of all deliveries, each once; open where it is open for one of them.
#[must_use]
pub fn merged(desk: &Desk) -> Vec<Obligation> {
    let mut all = Vec::<(Option<FindingKey>, Obligation)>::new();
    for part in shown_parts(desk) {
        for obligation in &part.obligations.all {
            let key = match obligation.duty {
                Duty::Finding { index, .. } => part.obligations.findings.get(usize::from(index)).map(FindingKey::of),
                _ => None,
            };
            let same = |(known, other): &&mut (Option<FindingKey>, Obligation)| {
                if key.is_some() || known.is_some() { *known == key } else { is_same(&other.duty, &obligation.duty) }
            };
            match all.iter_mut().find(same) {
                Some((_, known)) if obligation.is_open() && !known.is_open() => *known = obligation.clone(),
                Some(_) => {}
                None => all.push((key, obligation.clone())),
            }
        }
    }
    all.into_iter().map(|(_, obligation)| obligation).collect()
}

/// The time of a cooling-off differs from account to account; the wait is one.
fn is_same(one: &Duty, other: &Duty) -> bool {
    match (one, other) {
        (Duty::CoolingOff { .. }, Duty::CoolingOff { .. }) => true,
        _ => one == other,
    }
}

/// What every post of this class bears, open first. What holds by itself and is always so is left out.
#[must_use]
pub fn standing(show: &Present, desk: &Desk) -> Vec<ObligationRow> {
    let mut all = merged(desk);
    all.retain(|obligation| !matches!(obligation.duty, Duty::Finding { .. } | Duty::Unchecked { .. }));
    all.retain(|obligation| obligation.is_open() || !holds_by_itself(&obligation.duty));
    all.sort_by_key(|obligation| !obligation.is_open());
    all.iter().map(|obligation| row(show, desk, obligation)).collect()
}

#[must_use]
pub const fn holds_by_itself(duty: &Duty) -> bool {
    matches!(duty, Duty::Account | Duty::Certification { .. } | Duty::Content | Duty::Clock)
}

/// A line about an obligation; a finding is called by what was found.
#[must_use]
pub fn row(show: &Present, desk: &Desk, obligation: &Obligation) -> ObligationRow {
    let plain = show.obligation(desk, obligation);
    match &obligation.duty {
        Duty::Finding { rule, .. } => ObligationRow { label: show.t(&rule.message_key()), ..plain },
        Duty::Rights { picture } if desk.parts.iter().any(has_pictures) => {
            let name = text(show.lang, "picture-name").with("n", usize::from(*picture) + 1).to_string();
            ObligationRow { label: format!("{} ({name})", plain.label), ..plain }
        }
        Duty::Fit(misfit) => {
            let detail = match misfit {
                Misfit::TooLong { .. } => plain.detail,
                Misfit::TooManyPictures { limit, .. } => {
                    text(show.lang, "misfit-too-many-pictures").with("limit", *limit).to_string()
                }
                Misfit::PictureNeeded => show.t("misfit-picture-needed"),
            };
            let bears = |part: &&Part| part.obligations.all.iter().any(|other| other.duty == obligation.duty);
            let names = desk.parts.iter().filter(bears).map(|part| show.part_account(part).name).collect::<Vec<_>>();
            ObligationRow { detail: format!("{}: {detail}", names.join("・")), ..plain }
        }
        Duty::Condition { consultation, .. } => {
            ObligationRow { href: Some(format!("/consultations/{consultation}")), ..plain }
        }
        Duty::Doubt { doubt } => {
            ObligationRow { href: Some(format!("/posts/{}#doubt-{doubt}", desk.post.id)), ..plain }
        }
        _ => plain,
    }
}

fn has_pictures(part: &Part) -> bool {
    part.delivery.content.kept().is_some_and(|content| content.pictures.len() > 1)
}

/// The class that findings raised it to, and by which item; `None` where it is the declared one.
#[must_use]
pub fn raised(show: &Present, desk: &Desk) -> Option<String> {
    let part = desk.parts.iter().find(|part| part.obligations.class != desk.post.class)?;
    let class = part.obligations.class;
    let by = part.obligations.findings.iter().find(|bound| bound.raises == Some(class))?;
    let name = show.t(&crate::present::class(class).key());
    Some(text(show.lang, "class-raised-by").with("item", by.item.to_string()).with("class", name).to_string())
}

/// How much was looked at.
#[must_use]
pub fn inspected(show: &Present, desk: &Desk) -> String {
    let policy = &desk.in_force.policy;
    let mut rules = policy.bindings.iter().map(|binding| binding.rule.as_str()).collect::<Vec<_>>();
    rules.sort_unstable();
    rules.dedup();
    text(show.lang, "findings-inspected")
        .with("items", policy.items.len())
        .with("rules", rules.len())
        .with("unchecked", unchecked(desk).len())
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_counts_in_utf16() {
        let words = "森田👨‍👩‍👧と090";
        assert_eq!(utf16(words, words.find('と').unwrap()), "森田👨‍👩‍👧".encode_utf16().count());
        assert_eq!(utf16(words, words.len()), words.encode_utf16().count());
    }

    #[test]
    fn only_an_address_becomes_a_link() {
        assert!(is_address("https://example.jp"));
        assert!(!is_address("javascript:alert(1)"));
        assert!(!is_address("data:text/html,x"));
    }
}
