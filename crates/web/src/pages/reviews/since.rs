//! What changed since a reviewer last looked: words by word, everything else by name (1-7).

use shingi_app::{queries::desk::Desk, queries::reviews::Look, use_cases::save_draft::PostForm};
use shingi_domain::id::AccountId;

use crate::{
    pages::{
        parts::DiffPart,
        posts::difference::{self, Names},
    },
    present::Present,
    words_filter::text,
};

/// What a page says about it.
#[derive(Debug, Default)]
pub struct Since {
    /// 第5版 → 第7版・今日 13:05 から; empty at the first look.
    pub since: String,
    pub differences: Vec<(String, Vec<DiffPart>)>,
    pub summary: String,
    /// One short sentence for a row of the inbox.
    pub row: String,
}

/// Compares what stands now with what was seen.
#[must_use]
pub fn since(show: &Present, desk: &Desk, look: Option<&Look>) -> Since {
    let Some(look) = look else {
        return Since { row: show.t("reviews-row-first"), ..Since::default() };
    };
    let key = if look.own { "review-since-own" } else { "review-since-submission" };
    let since = text(show.lang, key)
        .with("from", look.revision.to_string())
        .with("to", desk.post.revision.to_string())
        .with("at", show.stamp(look.at).text)
        .to_string();
    let Some(old) = &look.form else {
        let erased = show.t("revision-erased");
        return Since { since, summary: erased.clone(), row: erased, ..Since::default() };
    };
    let new = PostForm::of(&desk.post);
    let differences = difference::of_forms(old, &new, names(show, &variant(show, desk)));
    let others = others(show, old, &new);
    let counts = differences.iter().map(|(_, parts)| difference::counted(parts));
    let (removed, added) = counts.fold((0, 0), |(r, a), (removed, added)| (r + removed, a + added));
    let mut said = Vec::new();
    if !differences.is_empty() {
        said.push(text(show.lang, "revisions-summary").with("removed", removed).with("added", added).to_string());
    }
    if !others.is_empty() {
        let fields = others.join(&show.t("list-separator"));
        said.push(text(show.lang, "review-changed-others").with("fields", fields).to_string());
    }
    let row = match differences.len() + others.len() {
        0 => show.t("reviews-row-same"),
        _ => text(show.lang, "reviews-row-changed").with("removed", removed).with("added", added).to_string(),
    };
    Since { since, differences, summary: said.join(&show.t("sentence-space")), row }
}

fn variant<'a>(show: &'a Present, desk: &'a Desk) -> impl Fn(AccountId) -> String + 'a {
    |id| {
        let account = desk.world.accounts.get(&id);
        let name = account.map_or_else(|| show.t("account-erased"), |account| show.account(account).name);
        text(show.lang, "variant-of").with("name", name).to_string()
    }
}

fn names<'a>(show: &Present, variant: &'a dyn Fn(AccountId) -> String) -> Names<'a> {
    Names {
        common: show.t("posts-common-text"),
        title: show.t("posts-title"),
        benefit: show.t("posts-benefit"),
        sources: show.t("posts-sources"),
        variant,
    }
}

/// What has no words to compare.
fn others(show: &Present, old: &PostForm, new: &PostForm) -> Vec<String> {
    let accounts = |form: &PostForm| {
        let mut ids = form.accounts.iter().map(|(id, _)| *id).collect::<Vec<_>>();
        ids.sort_unstable();
        ids
    };
    let changed = [
        ("revision-field-class", old.class != new.class),
        ("revision-field-accounts", accounts(old) != accounts(new)),
        ("revision-field-occasion", (&old.answers, old.corrects) != (&new.answers, new.corrects)),
        ("revision-field-pictures", old.pictures != new.pictures),
    ];
    changed.into_iter().filter(|(_, changed)| *changed).map(|(key, _)| show.t(key)).collect()
}
