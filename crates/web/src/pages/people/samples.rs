//! Samples of the directory and of one person: certified, suspended, without any certification.

use super::view::PresenceForm;
use super::view::{
    CertificationForm, CertificationStanding, CertificationView, PeoplePage, PersonForm, PersonPage, PersonRow,
};
use crate::pages::Here;
use crate::pages::parts::{Choice, Clock, Due, Stamp, Tab};
use crate::pages::samples::{HOSTILE, page, say, troubled, web, words, x};
use crate::words_filter::Lang;

const ROLES: [&str; 8] = ["employee", "operator", "committee", "chair", "examiner", "hr", "administrator", "auditor"];

fn choices(lang: Lang, prefix: &str, all: &[&str], chosen: &str) -> Vec<Choice> {
    all.iter().map(|one| Choice::new(*one, words(lang, &format!("{prefix}{one}")), *one == chosen)).collect()
}

fn form(lang: Lang, is_new: bool) -> PersonForm {
    PersonForm {
        action: if is_new { "/people".to_owned() } else { "/people/3".to_owned() },
        is_new,
        name: if is_new { String::new() } else { "伊藤 さくら".to_owned() },
        kana: "いとう さくら".to_owned(),
        email: "ito@asanagi.example".to_owned(),
        kinds: choices(lang, "person-kind-", &["employee", "officer", "external_staff"], "employee"),
        roles: choices(lang, "role-", &ROLES, "operator"),
        languages: vec![Choice::new("ja", "日本語", true), Choice::new("en", "English", false)],
        managers: vec![Choice::new("", "–", true), Choice::new("p2", "高橋 健", false)],
    }
}

pub fn lists(lang: Lang) -> Vec<(&'static str, PeoplePage)> {
    let row = |name: &str, kana: &str, due: Option<Due>| PersonRow {
        href: "/people/3".to_owned(),
        name: name.to_owned(),
        kana: kana.to_owned(),
        kind: words(lang, "person-kind-employee"),
        roles: vec![words(lang, "role-operator"), words(lang, "role-committee")],
        accounts: if due.is_some() { vec![x(), web()] } else { vec![] },
        until: due,
    };
    let full = PeoplePage {
        page: page(lang, Here::People, "/people"),
        tabs: vec![Tab { href: "/people".to_owned(), label: words(lang, "posts-all"), count: Some(12), current: true }],
        query: String::new(),
        rows: vec![
            row("伊藤 さくら", "いとう さくら", Some(Due::new(say(lang, "認定 あと6日", "6 days left"), Clock::Soon))),
            row(
                "高橋 健",
                "たかはし けん",
                Some(Due::new(say(lang, "認定 2027年3月まで", "until March 2027"), Clock::Track)),
            ),
            row("森 一郎", HOSTILE, None),
        ],
        form: None,
        may_add: true,
        may_see_acknowledgements: true,
        more: Some("/people?after=x".to_owned()),
    };
    let mut adding = full.clone();
    adding.page = troubled(
        adding.page,
        "email",
        &say(lang, "このアドレスはもう登録されています", "This address is in use already"),
    );
    adding.form = Some(form(lang, true));
    let none = PeoplePage { rows: vec![], query: "x".to_owned(), more: None, ..full.clone() };
    vec![("people", full), ("people-add", adding), ("people-none", none)]
}

pub fn persons(lang: Lang) -> Vec<(&'static str, PersonPage)> {
    let one = |id: &str, standing, due: Option<Due>, may_change| CertificationView {
        id: id.to_owned(),
        number: "17".to_owned(),
        accounts: vec![x(), web()],
        capabilities: ["write", "review", "publish"].iter().map(|c| words(lang, &format!("capability-{c}"))).collect(),
        from: Stamp::new("2025-12-01", say(lang, "2025年12月1日", "1 December 2025")),
        until: Stamp::new("2026-11-30", say(lang, "2026年11月30日", "30 November 2026")),
        examiner: "森 一郎".to_owned(),
        standing,
        due,
        may_change,
    };
    let why = say(lang, "端末をなくしたため。高橋 健・11月20日", "A device was lost. 高橋 健, 20 November");
    let full = PersonPage {
        page: page(lang, Here::People, "/people/3"),
        person: "3".to_owned(),
        name: format!("伊藤 さくら{HOSTILE}"),
        kana: "いとう さくら".to_owned(),
        kind: words(lang, "person-kind-employee"),
        roles: vec![words(lang, "role-operator")],
        manager: "高橋 健".to_owned(),
        deputy: "佐藤 美咲".to_owned(),
        certifications: vec![
            one(
                "c1",
                CertificationStanding::InForce,
                Some(Due::new(say(lang, "あと6日", "6 days left"), Clock::Soon)),
                true,
            ),
            one("c2", CertificationStanding::Suspended(why.clone()), None, true),
            one("c3", CertificationStanding::Revoked(why), None, false),
            one("c4", CertificationStanding::Ended, None, false),
            one("c5", CertificationStanding::Unread, None, false),
        ],
        edit: Some(form(lang, false)),
        pledge: Some(say(lang, "11月2日 09:10 に確認しました", "acknowledged 2 Nov, 09:10")),
        is_own: true,
        presence: Some(PresenceForm {
            days: vec![
                Choice::new("monday", words(lang, "weekday-1"), true),
                Choice::new("sunday", words(lang, "weekday-0"), false),
            ],
            leaves: vec![say(lang, "12月28日（月） から 1月4日（月） まで", "Mon 28 Dec to Mon 4 Jan")],
            from: String::new(),
            until: String::new(),
        }),
        certify: Some(CertificationForm {
            person: "3".to_owned(),
            accounts: vec![Choice::new("a-x", "X 公式", true), Choice::new("a-web", "自社サイト お知らせ", false)],
            capabilities: choices(lang, "capability-", &["write", "review", "publish"], "write"),
            from: "2026-12-01".to_owned(),
            until: "2027-11-30".to_owned(),
        }),
    };
    let mut plain = full.clone();
    plain.certifications.clear();
    plain.edit = None;
    plain.certify = None;
    plain.manager = String::new();
    plain.deputy = String::new();
    vec![("person", full), ("person-plain", plain)]
}
