//! The register of official accounts (items 0, 1-2, 2-8). Private accounts are never here.

use askama::Template;

use crate::pages::Page;
use crate::pages::parts::{AccountTag, Choice, Stamp};

/// `GET /accounts`, and with a form to add one: `GET /accounts/new`, `GET /accounts/{id}/edit`.
#[derive(Debug, Clone, Template)]
#[template(path = "accounts/accounts.html")]
pub struct AccountsPage {
    pub page: Page,
    pub rows: Vec<AccountRow>,
    /// To add or to change one; only for those who keep the register.
    pub form: Option<AccountForm>,
    pub may_add: bool,
}

#[derive(Debug, Clone)]
pub struct AccountRow {
    pub tag: AccountTag,
    pub handle: String,
    /// Where the public finds it.
    pub url: String,
    /// `channel-official_page` or `channel-by_hand` in words.
    pub channel: String,
    /// 認定担当者 3名.
    pub certified: u32,
    pub since: Stamp,
    pub closed: Option<Stamp>,
    pub edit: Option<String>,
}

#[derive(Debug, Clone)]
pub struct AccountForm {
    /// Where it is posted: `/accounts` or `/accounts/{id}`.
    pub action: String,
    pub is_new: bool,
    pub name: String,
    pub handle: String,
    pub url: String,
    pub media: Vec<Choice>,
    pub channels: Vec<Choice>,
    /// The six colours.
    pub colours: Vec<Choice>,
    /// For closing an account that is open.
    pub may_close: bool,
}
