//! The register of official accounts: nobody speaks for the company anywhere else (0, 1-2, 2-8).

use shingi_domain::{
    account::{Account, AccountDetails, AccountEvent, Channel, Medium},
    event::Event,
    id::AccountId,
    permit::Action,
};
use shingi_store::{Expect, view};

use crate::{App, AppError, FieldProblem, repository::stream, session::Signed};

pub struct AccountForm {
    pub medium: Medium,
    pub channel: Channel,
    pub details: AccountDetails,
}

impl App {
    pub fn register_account(&self, who: &Signed, form: AccountForm) -> Result<AccountId, AppError> {
        who.require(Action::ManageAccounts)?;
        let AccountForm { medium, channel, details } = form;
        let account = AccountId(self.ids.id());
        self.store.write(|tx| {
            let known = view::documents::all::<Account>(tx, "account")?;
            check(&details, channel, &known, None)?;
            let event = AccountEvent::Registered { account, medium, channel, details: details.into() };
            self.append(tx, &stream("account", account), Expect::Exact(0), who.actor(), &[Event::Account(event)])?;
            Ok(account)
        })
    }

    pub fn change_account(&self, who: &Signed, id: AccountId, details: AccountDetails) -> Result<(), AppError> {
        who.require(Action::ManageAccounts)?;
        self.store.write(|tx| {
            let known = view::documents::all::<Account>(tx, "account")?;
            let current = view::documents::one::<Account>(tx, "account", &id.to_string())?;
            let current = current.ok_or(AppError::NotFound("account"))?;
            check(&details, current.value.channel, &known, Some(id))?;
            let event = Event::Account(AccountEvent::Changed { details: details.into() });
            self.append(tx, &stream("account", id), Expect::Exact(current.version), who.actor(), &[event])?;
            Ok(())
        })
    }

    pub fn close_account(&self, who: &Signed, id: AccountId) -> Result<(), AppError> {
        who.require(Action::ManageAccounts)?;
        self.store.write(|tx| {
            let current = view::documents::one::<Account>(tx, "account", &id.to_string())?;
            let current = current.ok_or(AppError::NotFound("account"))?;
            let event = Event::Account(AccountEvent::Closed {});
            self.append(tx, &stream("account", id), Expect::Exact(current.version), who.actor(), &[event])?;
            Ok(())
        })
    }
}

/// Words that a path on the official pages already means.
const RESERVED: [&str; 3] = ["corrections", "feed", "index"];

fn check(
    details: &AccountDetails,
    channel: Channel,
    known: &[Account],
    own: Option<AccountId>,
) -> Result<(), AppError> {
    let mut problems = Vec::new();
    let AccountDetails { name, handle, url, colour } = details;
    if name.trim().is_empty() {
        problems.push(FieldProblem::new("name", "name-needed"));
    }
    let path = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let handle_fits = match channel {
        Channel::OfficialPage => !handle.is_empty() && handle.chars().all(path) && !RESERVED.contains(&handle.as_str()),
        Channel::ByHand => !handle.trim().is_empty(),
    };
    if !handle_fits {
        problems.push(FieldProblem::new("handle", "handle-form"));
    }
    let same = |account: &&Account| {
        Some(account.id) != own
            && account.channel == channel
            && account.details.kept().is_some_and(|d| d.handle == *handle && d.url == *url)
    };
    if known.iter().find(same).is_some() {
        problems.push(FieldProblem::new("handle", "handle-taken"));
    }
    if channel == Channel::ByHand && !(url.starts_with("https://") || url.starts_with("http://")) {
        problems.push(FieldProblem::new("url", "url-form"));
    }
    if !(1..=6).contains(colour) {
        problems.push(FieldProblem::new("colour", "colour-form"));
    }
    if problems.is_empty() { Ok(()) } else { Err(AppError::Invalid(problems)) }
}
