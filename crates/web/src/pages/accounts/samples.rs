//! Samples of the register: with a form and a mistake, and for somebody who only reads it.

use super::view::{AccountForm, AccountRow, AccountsPage};
use crate::pages::Here;
use crate::pages::parts::{AccountTag, Choice, Medium, Stamp};
use crate::pages::samples::{HOSTILE, bluesky, page, say, troubled, web, words, x};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, AccountsPage)> {
    let row = |tag: AccountTag, handle: &str, channel: &str, closed: bool| AccountRow {
        tag,
        handle: handle.to_owned(),
        url: "https://asanagi.example/news".to_owned(),
        channel: words(lang, channel),
        certified: 3,
        since: Stamp::new("2019-04-01", say(lang, "2019年4月", "April 2019")),
        closed: closed.then(|| Stamp::new("2023-12-01", say(lang, "2023年12月", "December 2023"))),
        edit: (!closed).then(|| "/accounts/a-x/edit".to_owned()),
    };
    let reading = AccountsPage {
        page: page(lang, Here::Accounts, "/accounts"),
        rows: vec![
            row(x(), "@asanagi_kiki", "channel-by_hand", false),
            row(web(), "asanagi.example/news", "channel-official_page", false),
            row(bluesky(), HOSTILE, "channel-by_hand", true),
        ],
        form: None,
        may_add: true,
    };
    let mut adding = reading.clone();
    adding.page = troubled(
        adding.page,
        "handle",
        &say(lang, "この名前はもう登録されています", "This handle is on the register already"),
    );
    adding.form = Some(AccountForm {
        action: "/accounts/a-x".to_owned(),
        is_new: false,
        name: "X 公式".to_owned(),
        handle: "@asanagi_kiki".to_owned(),
        url: "https://x.example/asanagi_kiki".to_owned(),
        media: Medium::ALL.iter().map(|m| Choice::new(m.attr(), words(lang, &m.key()), *m == Medium::X)).collect(),
        channels: ["official_page", "by_hand"]
            .iter()
            .map(|c| Choice::new(*c, words(lang, &format!("channel-{c}")), *c == "by_hand"))
            .collect(),
        colours: (1..=6).map(|n| Choice::new(n.to_string(), words(lang, &format!("colour-{n}")), n == 1)).collect(),
        may_close: true,
    });
    let empty = AccountsPage { rows: vec![], may_add: false, ..reading.clone() };
    vec![("accounts", reading), ("accounts-edit", adding), ("accounts-empty", empty)]
}
