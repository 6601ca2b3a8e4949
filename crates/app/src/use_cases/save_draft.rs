//! Autosave: what stands in the composer, beside the record, with its history. Handing over makes an event; typing
//! does not. One draft for a post, whoever of its writers types: the second of two is shown the difference.
//! Serves 1-7.

use serde::{Deserialize, Serialize};
use shingi_domain::{
    id::{AccountId, DeliveryId, PersonId, PostId},
    permit::Action,
    policy::Class,
    post::{Command, Draft, DraftDelivery, Picture, Post},
};
use shingi_store::{Read, StoreError, WriteTx, view::posts::DeliveryRow};

use crate::{App, AppError, FieldProblem, repository, session::Signed};

/// Characters of one text. Far above any medium's limit, far below what would hurt.
pub const TEXT_LENGTH_MAX: usize = 100_000;
const TITLE_LENGTH_MAX: usize = 200;

/// What the composer holds. Deliveries are named by their account; the post knows their ids.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostForm {
    pub class: Class,
    pub title: String,
    pub text: String,
    pub benefit: String,
    pub sources: Vec<String>,
    /// What a reply answers.
    #[serde(default)]
    pub answers: String,
    /// The published delivery that a fix mends.
    #[serde(default)]
    pub corrects: Option<DeliveryId>,
    pub pictures: Vec<Picture>,
    /// Each account with its own text, where it has one.
    pub accounts: Vec<(AccountId, Option<String>)>,
}

/// An autosaved state: who wrote it, and its version for `ETag` and conflicts (0: nothing saved yet).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedDraft {
    pub form: PostForm,
    pub by: PersonId,
    #[serde(skip)]
    pub version: i64,
    #[serde(skip)]
    pub updated: i64,
}

impl App {
    /// Saves over `seen`, the version that the writer last knew. Another one in between is a conflict: nothing is
    /// overwritten, and the writer's own words are still in the form that was sent.
    pub fn save_draft(&self, who: &Signed, post: PostId, form: PostForm, seen: i64) -> Result<i64, AppError> {
        who.require(Action::WritePost)?;
        form.check()?;
        self.store.write(|tx| {
            repository::post(tx, post)?.ok_or(AppError::NotFound("post"))?;
            let current = tx.draft(&post.to_string())?.map_or(0, |draft| draft.version);
            if current != seen {
                return Err(AppError::Conflict { seen, current });
            }
            self.keep_draft(tx, who, post, form.clone())
        })
    }

    pub(super) fn keep_draft(
        &self,
        tx: &mut WriteTx<'_>,
        who: &Signed,
        post: PostId,
        form: PostForm,
    ) -> Result<i64, AppError> {
        let draft = SavedDraft { form, by: who.id(), version: 0, updated: 0 };
        let json = serde_json::to_string(&draft).map_err(|error| AppError::Record(error.to_string()))?;
        Ok(tx.put_draft(&post.to_string(), &who.id().to_string(), &json, self.now().0)?)
    }

    /// What stands in the composer: the autosaved state, else what is on record.
    pub fn saved_draft(&self, who: &Signed, post: PostId) -> Result<SavedDraft, AppError> {
        let desk = self.desk(who, post)?;
        let saved = self.store.read(|read| saved(read, post))?;
        Ok(saved.unwrap_or_else(|| SavedDraft {
            form: PostForm::of(&desk.post),
            by: desk.post.author,
            version: 0,
            updated: desk.post.drafted_at.0,
        }))
    }

    /// Puts the autosaved words on record, if they differ from what is there: what findings are answered for, what
    /// reviewers see.
    pub fn hand_over_in(&self, tx: &mut WriteTx<'_>, who: &Signed, id: PostId) -> Result<(), AppError> {
        let Some(saved) = saved(tx, id)? else { return Ok(()) };
        let post = repository::post(tx, id)?.ok_or(AppError::NotFound("post"))?.value;
        let class = saved.form.class;
        mends_what_is_out(tx, &saved.form)?;
        let draft = self.draft_of(saved.form, &post);
        if post.class == class && post.draft_kept() == Some(&draft) {
            return Ok(());
        }
        self.on_post_in(tx, who.actor(), id, Command::Revise { based_on: post.revision, class, draft }).map(drop)
    }

    /// A command for the words as they stand in the composer.
    pub(super) fn on_handed_over(
        &self,
        who: &Signed,
        id: PostId,
        command: Command,
    ) -> Result<super::on_post::Done, AppError> {
        self.store.write(|tx| {
            self.hand_over_in(tx, who, id)?;
            self.on_post_in(tx, who.actor(), id, command.clone())
        })
    }

    /// The draft that a form means for this post: an account keeps its delivery's id.
    #[must_use]
    pub fn draft_of(&self, form: PostForm, post: &Post) -> Draft {
        let PostForm { class: _, title, text, benefit, sources, answers, corrects, pictures, accounts } = form;
        let deliveries = accounts
            .into_iter()
            .map(|(account, variant)| {
                let known = post.deliveries.values().find(|delivery| delivery.account == account);
                let delivery = known.map_or_else(|| DeliveryId(self.ids.id()), |delivery| delivery.id);
                DraftDelivery { delivery, account, variant }
            })
            .collect();
        Draft { title, text, pictures, benefit, sources, answers, corrects, deliveries }
    }
}

/// A fix mends something of ours that is out, on an account that it goes to itself.
fn mends_what_is_out(read: &Read, form: &PostForm) -> Result<(), AppError> {
    let Some(mended) = form.corrects else { return Ok(()) };
    let row = shingi_store::view::posts::delivery(read, &mended.to_string())?;
    let same = |row: &DeliveryRow| form.accounts.iter().any(|(account, _)| account.to_string() == row.account);
    if row.is_some_and(|row| row.stage == "published" && same(&row)) {
        return Ok(());
    }
    Err(AppError::Invalid(vec![FieldProblem::new("corrects", "corrects-unknown")]))
}

/// The autosaved state of a post.
pub fn saved(read: &Read, post: PostId) -> Result<Option<SavedDraft>, StoreError> {
    let Some(found) = read.draft(&post.to_string())? else { return Ok(None) };
    let draft = serde_json::from_str::<SavedDraft>(&found.body).ok();
    Ok(draft.map(|draft| SavedDraft { version: found.version, updated: found.updated, ..draft }))
}

impl PostForm {
    /// The form of what is on record.
    #[must_use]
    pub fn of(post: &Post) -> Self {
        let empty = Draft {
            title: String::new(),
            text: String::new(),
            pictures: Vec::new(),
            benefit: String::new(),
            sources: Vec::new(),
            answers: String::new(),
            corrects: None,
            deliveries: Vec::new(),
        };
        Self::of_draft(post.class, post.draft_kept().cloned().unwrap_or(empty))
    }

    /// The form of one state that was saved.
    #[must_use]
    pub fn of_draft(class: Class, draft: Draft) -> Self {
        let Draft { title, text, pictures, benefit, sources, answers, corrects, deliveries } = draft;
        let accounts = deliveries.into_iter().map(|part| (part.account, part.variant)).collect();
        Self { class, title, text, benefit, sources, answers, corrects, pictures, accounts }
    }

    pub fn check(&self) -> Result<(), AppError> {
        let mut problems = Vec::new();
        let long = |text: &str| text.chars().count() > TEXT_LENGTH_MAX;
        if long(&self.text) || self.accounts.iter().filter_map(|(_, variant)| variant.as_deref()).any(long) {
            problems.push(FieldProblem::new("text", "text-too-long"));
        }
        if self.title.chars().count() > TITLE_LENGTH_MAX {
            problems.push(FieldProblem::new("title", "title-too-long"));
        }
        if long(&self.answers) {
            problems.push(FieldProblem::new("answers", "text-too-long"));
        }
        if self.class == Class::Emergency {
            problems.push(FieldProblem::new("class", "class-lane"));
        }
        if problems.is_empty() { Ok(()) } else { Err(AppError::Invalid(problems)) }
    }
}
