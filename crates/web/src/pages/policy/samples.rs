//! Samples of the policy, for the test that renders them in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too).

use super::article::Article;
use super::view::{ItemLine, Part, PartKind, PolicyInForce, PolicyItemPage, PolicyPage};
use crate::pages::public::Section;
use crate::pages::public::samples::{ROOT, add, day, page, place};
use crate::pages::samples::{HOSTILE, say};
use crate::words_filter::Lang;

const ARTICLE_JA: &str = "# 個人情報\n\n自分の、そして人の暮らしを守ります。前の投稿や状況の重なりから、**だれのことか**分かってしまうことがあります。\n\n{organisation}では、つぎのことを守ります。\n\n1. 人の名前、住所、電話番号を、断りなく書かない\n2. 写真に写り込んだものを確かめる\n\n## なぜ\n\n公開したものは、転送され、写され、ずっと残ります。\n\n> 消したつもりでも、写しは残る。\n\n## 例\n\n- よい例：許しを得て、名字だけを載せる。\n- よくない例：`09:12` の電車で会った方の服装を書く。<script>alert(1)</script>\n";

const ARTICLE_EN: &str = "# Personal information\n\nProtect your own privacy and that of others. Earlier posts and circumstances can tell **who is meant**.\n\nAt {organisation}:\n\n1. do not write a name, an address or a telephone number without asking\n2. look at what else is in a picture\n\n## Why\n\nWhat is public is forwarded, copied, and stays for ever.\n\n> Even when it is deleted, the copies remain.\n\n## Examples\n\n- Good: with permission, the family name alone.\n- Not good: what somebody wore on the `09:12` train. <script>alert(1)</script>\n";

pub(in crate::pages) fn policy(list: &mut Vec<(String, String)>, lang: Lang) {
    let s = |ja, en| say(lang, ja, en);
    let in_force = PolicyInForce {
        version: s("第3", "3"),
        effective: day(lang, "2026-10-01T00:00:00Z"),
        fingerprint: ROOT.into(),
    };
    let line = |number: &str, title: String, summary: String| ItemLine {
        url: format!("/policy/{}", if number.is_empty() { "0" } else { number }),
        number: number.into(),
        title,
        summary,
    };
    let parts = vec![
        Part {
            kind: PartKind::Preamble,
            items: vec![line(
                "",
                s("この方針について", "About this policy"),
                s(
                    "会社は、承認した人だけが、公式アカウントからだけ、会社として発信します。",
                    "The company speaks officially only through people it has approved, from its official accounts.",
                ),
            )],
        },
        Part {
            kind: PartKind::Everyone,
            items: vec![
                line(
                    "1",
                    s("働く人みんなの心得", "What everyone keeps in mind"),
                    s(
                        "困りごとは、会社にも、本人にも降りかかります。",
                        "Trouble hurts the company and the person alike.",
                    ),
                ),
                line(
                    "1-4",
                    format!("{} {HOSTILE}", s("個人情報", "Personal information")),
                    s(
                        "自分の、そして人の暮らしを守ります。前の投稿や状況の重なりから、だれのことか分かってしまうことがあります。名前を出さなくても、日付と場所と持ち物がそろえば十分です。",
                        "Protect your own privacy and that of others. Earlier posts and circumstances can identify a person even where no name is given; a date, a place and a thing they carry are enough.",
                    ),
                ),
            ],
        },
        Part {
            kind: PartKind::Operators,
            items: vec![line(
                "2-9",
                s("発言者の記録", "Record of the speaker"),
                s("だれが何を言ったかを残します。", "Who said what is kept."),
            )],
        },
    ];
    let full = PolicyPage {
        page: page(lang, "/policy"),
        place: place(Section::Policy, "/policy"),
        policy: Some(in_force.clone()),
        parts,
    };
    add(list, "policy", &full);
    add(list, "policy-none", &PolicyPage { policy: None, parts: Vec::new(), ..full.clone() });

    let markdown = say(lang, ARTICLE_JA, ARTICLE_EN);
    let article = Article::read(&markdown, &full.page.organisation);
    add(
        list,
        "policy-item",
        &PolicyItemPage {
            page: page(lang, "/policy/1-4"),
            place: place(Section::Policy, "/policy/1-4"),
            policy: in_force,
            part: PartKind::Everyone,
            number: "1-4".into(),
            title: article.title.clone(),
            article,
            policy_url: "/policy".into(),
            previous: Some(line("1-3", s("法令と権利", "Law and rights"), String::new())),
            next: Some(line("1-5", s("社内のきまり", "House rules"), String::new())),
        },
    );
}
