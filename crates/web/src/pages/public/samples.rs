//! Samples of the pages outside the shell, for the test that renders them in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too). Where people type, a sample has
//! [`HOSTILE`] in it, so that a template that forgets to escape is seen.

use askama::Template;

use super::{Moment, Picture, Place, Section, pieces, title_of};
use crate::pages::certificates::view::{
    AccountLine, Audit, Basis, Bearer, CertificatePage, ExactText, ItemResult, ItemRow, Later, Proof, Role, RoleLine,
    Way, Words,
};
use crate::pages::log::view::{Checkpoint, LogPage};
use crate::pages::official::view::{
    AccountHead, AccountPage, AccountRow, AccountSign, LogLine, Lookup, OfficialPage, PolicyLine, PostCard, PostPage,
    RetiredRow, Standing, look_up,
};
use crate::pages::policy::article::Article;
use crate::pages::policy::view::{ItemLine, Part, PartKind, PolicyInForce, PolicyItemPage, PolicyPage};
use crate::pages::problems::view::{ProblemKind, ProblemPage};
use crate::pages::samples::{HOSTILE, say};
use crate::pages::setup::view::{
    NextKind, NextStep, SetupClosedPage, SetupDonePage, SetupForm, SetupPage, zone_groups,
};
use crate::pages::signin::view::{SignInPage, SignedOutPage, Trouble};
use crate::pages::{FieldProblem, Here, Page, StopState, Theme};
use crate::words_filter::Lang;

const HASH: &str = "3e8a5f10c27b94d60d41e9b3772fa86019c5d2ee84b0376af1689c055ad3e27c";
const ROOT: &str = "71d0c4be209fa3e85c16b7d4e03a928f6b54d10c97e2f8a30cd91b46b82e7f15";
const DIGEST: &str = "b4045d75d435b3092928511766f08d4a3bf880c94f13ca909065dbe2a5ab26be";
const ORIGIN: &str = "asanagi.example/shingi/certificates";
const KEY: &str = "asanagi.example/shingi/certificates+6d0c1f2a+AXq3Zk0cB7m5pQ9uYl2rJw8eTn4vHs6dGf1oKa3xCi9v";
const NOTE: &str = "asanagi.example/shingi/certificates\n8402\ncdDEviCfo+hcFrfU4DqSj2tU0QyX4vijDNkbRrgufxU=\n\n— asanagi.example/shingi/certificates bQwfKnN1bW1lciByYWluIG9uIHRoZSB3YXRlciB1bml0LCBhIHNhbXBsZSBzaWduYXR1cmUgb25seSEhISE0\n";
const PUBLIC: &str = "https://asanagi.example";
const PICTURE: &str = "/samples/picture.svg";

/// Every sample page of this side in a language, rendered, each with a name that is unique.
#[must_use]
pub fn pages(lang: Lang) -> Vec<(String, String)> {
    let mut list = Vec::new();
    official(&mut list, lang);
    certificates(&mut list, lang);
    policy(&mut list, lang);
    log(&mut list, lang);
    small(&mut list, lang);
    problems(&mut list, lang);
    list
}

fn add(list: &mut Vec<(String, String)>, name: &str, view: &impl Template) {
    let html = view.render().unwrap_or_else(|error| format!("⟪{name} does not render: {error}⟫"));
    list.push((name.to_owned(), html));
}

fn page(lang: Lang, path: &str) -> Page {
    Page {
        lang,
        csrf: "sample-csrf".to_owned(),
        path: path.to_owned(),
        here: Here::Elsewhere,
        viewer: None,
        organisation: say(lang, "株式会社あさなぎ機器", "Asanagi Instruments"),
        stop: StopState::Running,
        flash: None,
        problems: Vec::new(),
        theme: Theme::System,
        single_keys: false,
    }
}

fn place(section: Section, path: &str) -> Place {
    Place {
        section,
        contact_url: Some("https://asanagi.example/contact".into()),
        canonical_url: Some(format!("{PUBLIC}{path}")),
    }
}

fn zone() -> String {
    "Asia/Tokyo".to_owned()
}

fn at(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::minute(at, zone, lang))
}

fn day(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::day(at, zone, lang))
}

fn month(lang: Lang, when: &str) -> Moment {
    with_zone(when, |at, zone| Moment::month(at, zone, lang))
}

fn with_zone(when: &str, shown: impl Fn(jiff::Timestamp, &jiff::tz::TimeZone) -> Moment) -> Moment {
    let at = when.parse().expect("samples have sound times");
    let zone = jiff::tz::TimeZone::get("Asia/Tokyo").expect("the time zones are bundled");
    shown(at, &zone)
}

// ---------- official accounts ----------

fn official(list: &mut Vec<(String, String)>, lang: Lang) {
    let full = official_page(lang, Some("@asanagi_kiki"));
    add(list, "official", &full);
    let fake =
        OfficialPage { lookup: Some(Lookup::Unknown { asked: format!("@asanagi_kikl {HOSTILE}") }), ..full.clone() };
    add(list, "official-fake", &fake);
    let retired = OfficialPage { lookup: look_up("@asanagi_event", &full.accounts, &full.retired), ..full.clone() };
    add(list, "official-retired", &retired);
    let empty = OfficialPage {
        updated: None,
        lookup: None,
        accounts: Vec::new(),
        retired: Vec::new(),
        policy: None,
        log: None,
        corrections_url: Some("/corrections".into()),
        place: Place::at(Section::Accounts),
        ..full
    };
    add(list, "official-empty", &empty);

    let account = account_page(lang);
    add(list, "account", &account);
    let mut ended = account.clone();
    ended.posts.clear();
    (ended.newer_url, ended.older_url) = (None, None);
    ended.account.until = Some(month(lang, "2026-03-01T00:00:00Z"));
    ended.account.elsewhere_url = Some("https://x.example/asanagi_event".into());
    add(list, "account-empty", &ended);

    for (index, name) in ["post", "post-corrected", "post-withdrawn", "post-correction"].into_iter().enumerate() {
        add(list, name, &post_page(lang, &account, index));
    }
}

fn row(
    lang: Lang,
    colour: u8,
    icon: &'static str,
    medium: &str,
    handle: &str,
    (name, purpose): (&str, &str),
    since: &str,
) -> AccountRow {
    AccountRow {
        sign: AccountSign { colour, icon },
        name: name.into(),
        medium: medium.into(),
        handle: handle.into(),
        url: Some(format!("https://{}", handle.trim_start_matches('@').replace('@', "/"))),
        purpose: Some(purpose.into()),
        operators: u32::from(colour % 3 + 1),
        since: month(lang, since),
        page_url: (icon == "net-web").then(|| "/official/news".to_owned()),
    }
}

fn official_page(lang: Lang, asked: Option<&str>) -> OfficialPage {
    let s = |ja, en| say(lang, ja, en);
    let accounts = vec![
        row(
            lang,
            3,
            "net-web",
            &s("公式ページ", "Official page"),
            "asanagi.example/official/news",
            (
                &s("あさなぎ機器 お知らせ", "Asanagi News"),
                &s("お知らせ、おわびと訂正", "News, corrections and apologies"),
            ),
            "2011-07-01T00:00:00Z",
        ),
        row(
            lang,
            1,
            "net-x",
            "X",
            "@asanagi_kiki",
            (&s("あさなぎ機器", "Asanagi Instruments"), &s("製品とお知らせ", "Products and news")),
            "2019-04-01T00:00:00Z",
        ),
        row(
            lang,
            2,
            "net-bluesky",
            "Bluesky",
            "@asanagi.example",
            (
                &s("あさなぎ機器", "Asanagi Instruments"),
                &s("水と暮らしの話、ご相談", "Water at home, questions welcome"),
            ),
            "2024-02-01T00:00:00Z",
        ),
        row(
            lang,
            6,
            "net-mastodon",
            "Mastodon",
            "@saiyo@social.asanagi.example",
            (&format!("{} {HOSTILE}", s("採用", "Careers")), &s("採用のこと", "Working with us")),
            "2025-03-01T00:00:00Z",
        ),
    ];
    let retired = vec![RetiredRow {
        medium: "X".into(),
        handle: "@asanagi_event".into(),
        since: month(lang, "2018-06-01T00:00:00Z"),
        until: month(lang, "2023-12-20T00:00:00Z"),
    }];
    OfficialPage {
        page: page(lang, "/official"),
        place: place(Section::Accounts, "/official"),
        zone: zone(),
        updated: Some(at(lang, "2026-11-23T21:00:00Z")),
        lookup: asked.and_then(|asked| look_up(asked, &accounts, &retired)),
        accounts,
        retired,
        policy: Some(PolicyLine {
            url: "/policy".into(),
            version: s("第3", "3"),
            effective: day(lang, "2026-10-01T00:00:00Z"),
        }),
        corrections_url: None,
        log: Some(LogLine { url: "/log/".into(), origin: ORIGIN.into(), size: 8402, size_shown: super::grouped(8402) }),
    }
}

fn account_page(lang: Lang) -> AccountPage {
    let s = |ja, en| say(lang, ja, en);
    let texts = [
        s(
            "少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機（せせらぎ1）より38％少なくなりました。\n北浜化学様と共同開発し、12月3日からの「水と暮らし展2026」で初公開します。\n\nお問い合わせは下のページのフォームへ。\nhttps://asanagi.example/news/seseragi2",
            "Seseragi 2, our new water unit, needs 38 % less electricity than Seseragi 1.\nWe developed it together with Kitahama Chemical and show it for the first time at Water & Living 2026, from 3 December.\n\nPlease ask us through the form on this page:\nhttps://asanagi.example/news/seseragi2",
        ),
        s(
            "年末年始の修理受付は、12月28日（月）正午までです。新年は1月5日（火）9時から承ります。",
            "Repairs are accepted until noon on Monday 28 December, and again from 9:00 on Tuesday 5 January.",
        ),
        s("おはようございます。", "Good morning."),
        s(
            "【訂正とおわび】修理受付の締切を「12月29日」とご案内しましたが、正しくは「12月28日正午」です。おわびして訂正します。",
            "Correction: we announced that repairs are accepted until 29 December. The right date is noon on 28 December. We apologise.",
        ),
    ];
    let standing = [
        Standing::Stands,
        Standing::Corrected { url: "/official/news/4".into() },
        Standing::Withdrawn {
            at: day(lang, "2026-11-20T00:00:00Z").shown,
            why: format!(
                "{} {HOSTILE}",
                s(
                    "委員会の裁定（人の尊厳を傷つけるおそれ）",
                    "ruled by the committee, as it might hurt someone’s dignity"
                )
            ),
        },
        Standing::Stands,
    ];
    let posts = texts.into_iter().zip(standing).enumerate().map(|(index, (text, standing))| PostCard {
        url: format!("/official/news/{}", index + 1),
        certificate_url: format!("/certificates/{}", index + 1),
        words: pieces(&if index == 3 { format!("{text}\n{HOSTILE}") } else { text }),
        pictures: if index == 0 { vec![picture(lang)] } else { Vec::new() },
        at: at(
            lang,
            ["2026-12-03T00:00:02Z", "2026-11-24T03:00:00Z", "2026-11-19T22:30:00Z", "2026-11-25T01:15:00Z"][index],
        ),
        standing,
        corrects_url: (index == 3).then(|| "/official/news/2".to_owned()),
    });
    AccountPage {
        page: page(lang, "/official/news"),
        place: place(Section::Accounts, "/official/news"),
        zone: zone(),
        account: AccountHead {
            sign: AccountSign { colour: 3, icon: "net-web" },
            name: s("あさなぎ機器 お知らせ", "Asanagi News"),
            medium: s("公式ページ", "Official page"),
            handle: "asanagi.example/official/news".into(),
            purpose: Some(s("お知らせ、製品のこと、おわびと訂正", "News, products, corrections and apologies")),
            since: month(lang, "2011-07-01T00:00:00Z"),
            until: None,
            page_url: "/official/news".into(),
            elsewhere_url: None,
            atom_url: "/official/news/feed.atom".into(),
            json_url: "/official/news/feed.json".into(),
        },
        posts: posts.collect(),
        newer_url: None,
        older_url: Some("/official/news?before=3".into()),
    }
}

fn picture(lang: Lang) -> Picture {
    Picture {
        url: PICTURE.into(),
        alt: say(
            lang,
            "展示台に置かれた白い浄水ユニット『せせらぎ2』。右どなりで、紺の制服の社員が手で示している。",
            "The white water unit Seseragi 2 on a stand; beside it a member of staff in a navy uniform points at it.",
        ),
        size: Some((1200, 675)),
    }
}

fn post_page(lang: Lang, account: &AccountPage, index: usize) -> PostPage {
    let post = account.posts[index].clone();
    let text: String = post.words.iter().map(|piece| piece.text.as_str()).collect();
    let path = post.url.clone();
    PostPage {
        page: page(lang, &path),
        place: place(Section::Accounts, &path),
        zone: zone(),
        account: account.account.clone(),
        title: title_of(&text, 40),
        base_url: PUBLIC.into(),
        summary: title_of(&text.replace('\n', " "), 160),
        post,
        newer_url: (index > 0).then(|| format!("/official/news/{index}")),
        older_url: (index < 2).then(|| format!("/official/news/{}", index + 2)),
    }
}

// ---------- certificates ----------

fn certificates(list: &mut Vec<(String, String)>, lang: Lang) {
    let public = certificate_page(lang);
    add(list, "certificate", &public);
    let audit =
        CertificatePage { audit: Some(audit(lang)), page: page(lang, "/certificates/1?audit=1"), ..public.clone() };
    add(list, "certificate-audit", &audit);
    let erased = CertificatePage {
        words: Words::Erased {
            at: at(lang, "2027-02-01T00:00:00Z"),
            by: say(lang, "委員会", "the committee"),
            why: format!(
                "{} {HOSTILE}",
                say(
                    lang,
                    "本人の求め（個人情報保護法）",
                    "asked for by the person concerned, under data protection law"
                )
            ),
        },
        pictures: Vec::new(),
        post_url: None,
        audit_url: None,
        ..public.clone()
    };
    add(list, "certificate-erased", &erased);
    let corrected = CertificatePage {
        words: Words::Shown {
            text: ExactText { text: format!("\n{HOSTILE} a\u{200b}b\u{202e}c"), sha256: DIGEST.into() },
            later: Later::Corrected { url: "/official/news/4".into() },
        },
        way: Way::Hand,
        ..public.clone()
    };
    add(list, "certificate-corrected", &corrected);
    let withdrawn = CertificatePage {
        words: Words::Shown {
            text: ExactText {
                text: say(lang, "おはようございます。", "Good morning."), sha256: DIGEST.into()
            },
            later: Later::Withdrawn,
        },
        way: Way::Connection,
        ..public
    };
    add(list, "certificate-withdrawn", &withdrawn);
}

fn certificate_page(lang: Lang) -> CertificatePage {
    let s = |ja, en| say(lang, ja, en);
    let text: String = account_page(lang).posts[0].words.iter().map(|piece| piece.text.as_str()).collect();
    CertificatePage {
        page: page(lang, "/certificates/1"),
        place: place(Section::Accounts, "/certificates/1"),
        zone: zone(),
        number: "2026-1203-0007".into(),
        download_url: "/certificates/1/certificate.json".into(),
        file_name: "certificate-2026-1203-0007.json".into(),
        words: Words::Shown { text: ExactText { text, sha256: DIGEST.into() }, later: Later::Nothing },
        account: AccountLine {
            name: s("あさなぎ機器 お知らせ", "Asanagi News"),
            medium: s("公式ページ", "Official page"),
            handle: "asanagi.example/official/news".into(),
            url: Some("/official/news".into()),
        },
        sent: with_zone("2026-12-03T00:00:02Z", |at, zone| Moment::second(at, zone, lang)),
        way: Way::OfficialPage,
        post_url: Some("https://asanagi.example/official/news/1".into()),
        pictures: vec![picture(lang)],
        policy_version: s("第3", "3"),
        policy_effective: day(lang, "2026-10-01T00:00:00Z"),
        policy_url: "/policy".into(),
        engine: "shingi 0.1.0".into(),
        people: vec![
            RoleLine { role: Role::Author, bearer: Bearer::Certification("17".into()), at: None },
            RoleLine {
                role: Role::Reviewer,
                bearer: Bearer::Certification("9".into()),
                at: Some(at(lang, "2026-11-24T05:20:00Z")),
            },
            RoleLine { role: Role::Committee, bearer: Bearer::Member, at: Some(at(lang, "2026-11-24T06:05:00Z")) },
            RoleLine { role: Role::Publisher, bearer: Bearer::Schedule, at: None },
        ],
        proof: Proof {
            origin: ORIGIN.into(),
            key: KEY.into(),
            position: super::grouped(8391),
            leaf_hash: HASH.into(),
            size: 8402,
            size_shown: super::grouped(8402),
            root_hash: ROOT.into(),
            checkpoint: NOTE.into(),
            witnesses: vec!["witness.kaze.example".into()],
            log_url: "/log/".into(),
        },
        audit: None,
        audit_url: Some("/certificates/1?audit=1".into()),
    }
}

fn audit(lang: Lang) -> Audit {
    use ItemResult::{Changed, Consulted, Discharged, Met, NotConcerned, Noted, Overruled};
    let s = |ja, en| say(lang, ja, en);
    let none =
        || vec![Basis { what: s("該当する指摘はありません", "Nothing was found"), ..Basis::default() }];
    let plain = |ja, en| vec![Basis { what: s(ja, en), ..Basis::default() }];
    let by = |ja, en, who: &str, when, why: Option<String>| {
        vec![Basis { what: s(ja, en), who: Some(who.into()), when: Some(at(lang, when)), why }]
    };
    let rows: Vec<(&str, (&str, &str), ItemResult, Vec<Basis>)> = vec![
        (
            "0",
            ("公式の発信は、承認された人とアカウントから", "Official posts come from approved people and accounts"),
            Met,
            plain("公式ページは登録済みのアカウントです", "The official page is on the register"),
        ),
        (
            "1",
            ("働く人みんなの心得", "What everyone keeps in mind"),
            Met,
            plain("書いた人は方針 第3版を受け止めています", "The author has acknowledged version 3"),
        ),
        ("1-1", ("目的と範囲", "Purpose and scope"), NotConcerned, none()),
        (
            "1-2",
            ("対象となる媒体", "Which media count"),
            Met,
            plain("公式ページ（当社のサイト）", "Official page, on our own site"),
        ),
        (
            "1-3",
            ("法令と権利", "Law and rights"),
            Discharged,
            by(
                "画像は自社で撮影。写った1名の同意を確かめました",
                "The picture is our own; the one person in it consented",
                "佐藤 美咲",
                "2026-11-24T02:10:00Z",
                None,
            ),
        ),
        (
            "1-4",
            ("個人情報", "Personal information"),
            Changed,
            plain(
                "氏名と電話番号の指摘1件。文面を直して解消しました",
                "A name with a telephone number was found; the words were changed",
            ),
        ),
        ("1-5", ("社内のきまり", "House rules"), NotConcerned, none()),
        (
            "1-6",
            ("機密情報", "Confidential information"),
            Discharged,
            by(
                "取引先名の指摘1件。公表の証拠を別の人が確かめました",
                "A client was named; another person confirmed the proof that it is public",
                "鈴木 大輔",
                "2026-11-24T04:40:00Z",
                None,
            ),
        ),
        (
            "1-7",
            ("よく考えて送る", "Think before sending"),
            Met,
            plain("承認から30分の冷却時間をおきました", "It cooled off for 30 minutes after approval"),
        ),
        (
            "1-8",
            ("誠実と責任", "Sincere and responsible"),
            Met,
            plain("書いた人が名を記して責任を負います", "The author stands by it by name"),
        ),
        ("1-9", ("批判と攻撃への対応", "Critics and attackers"), NotConcerned, none()),
        (
            "1-10",
            ("個人の意見との区別", "One’s own opinion"),
            Met,
            plain("会社としての発信です", "It is the company that speaks"),
        ),
        (
            "2",
            ("運用担当者の心得", "What operators keep in mind"),
            Met,
            plain("第1部の受け止めが有効でした", "The acknowledgement of part 1 was in force"),
        ),
        (
            "2-1",
            ("会社を代表する自覚", "Representing the company"),
            Met,
            plain(
                "認定 第17号が有効でした（2027年3月31日まで）",
                "Certification no. 17 was in force, until 31 March 2027",
            ),
        ),
        (
            "2-2",
            ("透明さと正確さ", "Transparent and accurate"),
            Discharged,
            by(
                "数字の出典1件を確かめました",
                "The source of one figure was checked",
                "佐藤 美咲",
                "2026-11-24T02:05:00Z",
                None,
            ),
        ),
        (
            "2-3",
            ("他者への配慮", "Consideration for others"),
            Overruled,
            by(
                "「従来機」を他社製品への言及とみた指摘1件",
                "“Seseragi 1” was taken for another company’s product",
                "高橋 健",
                "2026-11-24T05:18:00Z",
                Some(format!(
                    "{} {HOSTILE}",
                    s(
                        "自社の前の機種であり、他社への評価ではない",
                        "it is our own earlier model and judges nobody else"
                    )
                )),
            ),
        ),
        (
            "2-4",
            ("尊重と中立", "Respect"),
            Consulted,
            by(
                "社会の話題の指摘1件。裁定の条件どおりに直しました",
                "A topic of wide effect was found; changed as the ruling asked",
                "中村 由紀",
                "2026-11-24T06:05:00Z",
                Some(s(
                    "展示会の名に含まれるだけなら差し支えない。説明を足さないこと",
                    "no objection while it is only part of the fair’s name; add no comment",
                )),
            ),
        ),
        (
            "2-5",
            ("誤りの訂正", "Corrections"),
            NotConcerned,
            plain("この発信への訂正はありません", "It has not been corrected"),
        ),
        ("2-6", ("すばやい応対", "Prompt answers"), NotConcerned, none()),
        (
            "2-7",
            ("役に立つ発信", "Useful posts"),
            Noted,
            plain("読む人の役に立つことを記しました", "Its benefit to the reader is stated"),
        ),
        (
            "2-8",
            ("アカウントとパスワード", "Accounts and passwords"),
            Met,
            plain("鍵の交換は期限内でした", "No change of a password was due"),
        ),
        (
            "2-9",
            ("発言者の記録", "Record of the speaker"),
            Met,
            plain("書いた人、確かめた人、送った人を記録しました", "Author, reviewer and publisher are on record"),
        ),
    ];
    let items = rows.into_iter().map(|(item, (ja, en), result, basis)| ItemRow {
        item: item.into(),
        duty: s(ja, en),
        result,
        basis,
    });
    Audit { public_url: "/certificates/1".into(), class: s("企画", "Campaign"), items: items.collect() }
}

// ---------- policy and log ----------

fn policy(list: &mut Vec<(String, String)>, lang: Lang) {
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

    let markdown = s(
        "# 個人情報\n\n自分の、そして人の暮らしを守ります。前の投稿や状況の重なりから、**だれのことか**分かってしまうことがあります。\n\n{organisation}では、つぎのことを守ります。\n\n1. 人の名前、住所、電話番号を、断りなく書かない\n2. 写真に写り込んだものを確かめる\n\n## なぜ\n\n公開したものは、転送され、写され、ずっと残ります。\n\n> 消したつもりでも、写しは残る。\n\n## 例\n\n- よい例：許しを得て、名字だけを載せる。\n- よくない例：`09:12` の電車で会った方の服装を書く。<script>alert(1)</script>\n",
        "# Personal information\n\nProtect your own privacy and that of others. Earlier posts and circumstances can tell **who is meant**.\n\nAt {organisation}:\n\n1. do not write a name, an address or a telephone number without asking\n2. look at what else is in a picture\n\n## Why\n\nWhat is public is forwarded, copied, and stays for ever.\n\n> Even when it is deleted, the copies remain.\n\n## Examples\n\n- Good: with permission, the family name alone.\n- Not good: what somebody wore on the `09:12` train. <script>alert(1)</script>\n",
    );
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

fn log(list: &mut Vec<(String, String)>, lang: Lang) {
    let full = LogPage {
        page: page(lang, "/log/"),
        place: place(Section::Log, "/log/"),
        zone: zone(),
        origin: ORIGIN.into(),
        key: KEY.into(),
        checkpoint: Some(Checkpoint {
            size: 8402,
            size_shown: super::grouped(8402),
            root_hash: ROOT.into(),
            at: Some(with_zone("2026-12-03T00:00:03Z", |at, zone| Moment::second(at, zone, lang))),
            note: NOTE.into(),
        }),
        base_url: format!("{PUBLIC}/log/"),
    };
    add(list, "log", &full);
    add(list, "log-empty", &LogPage { checkpoint: None, ..full });
}

// ---------- signing in, first set-up, problems ----------

fn small(list: &mut Vec<(String, String)>, lang: Lang) {
    let signin = SignInPage {
        page: page(lang, "/session/new"),
        action: "/session".into(),
        login: String::new(),
        trouble: None,
        next: None,
    };
    add(list, "signin", &signin);
    for (name, trouble) in [
        ("signin-missing", Trouble::Missing),
        ("signin-mismatch", Trouble::Mismatch { left: Some(4) }),
        ("signin-limited", Trouble::Limited { minutes: 15 }),
        ("signin-stale", Trouble::Stale),
        ("signin-ended", Trouble::Ended),
    ] {
        let view = SignInPage {
            login: format!("sato@asanagi.example {HOSTILE}"),
            trouble: Some(trouble),
            next: Some("/posts/new?x=\"1\"".into()),
            ..signin.clone()
        };
        add(list, name, &view);
    }
    add(list, "signedout", &SignedOutPage { page: page(lang, "/session"), signin_url: "/session/new".into() });
    setup(list, lang);
}

fn setup(list: &mut Vec<(String, String)>, lang: Lang) {
    let mut fresh = page(lang, "/setup/0f0f");
    fresh.organisation = String::new();
    let view = SetupPage {
        page: fresh.clone(),
        action: "/setup/0f0f".into(),
        form: SetupForm { zone: zone(), ..SetupForm::default() },
        zones: zone_groups(),
        password_length_min: 12,
    };
    add(list, "setup", &view);
    let problem = |field: &str, message: String| FieldProblem { field: field.into(), message };
    let mut wrong = fresh;
    wrong.problems = vec![
        problem("url", wrong.t("setup-error-url-form").to_string()),
        problem("zone", wrong.t("setup-error-zone-unknown").to_string()),
        problem("password", wrong.t("setup-error-password-short").with("length", 12).to_string()),
        problem("password_again", wrong.t("setup-error-password-differs").to_string()),
    ];
    let form = SetupForm {
        name: say(lang, "株式会社あさなぎ機器", "Asanagi Instruments"),
        names: say(lang, "あさなぎ機器\nあさなぎ\nAsanagi Instruments", "Asanagi\n株式会社あさなぎ機器"),
        url: "http:/asanagi.example".into(),
        zone: "Asia/Tokio".into(),
        administrator: format!("{} {HOSTILE}", say(lang, "佐藤 美咲", "Misaki Sato")),
        login: "sato@asanagi.example".into(),
    };
    add(list, "setup-wrong", &SetupPage { page: wrong, form, ..view });
    let next = NextKind::ALL.map(|kind| NextStep { kind, url: "/session/new".into() });
    add(
        list,
        "setup-done",
        &SetupDonePage {
            page: page(lang, "/setup/done"),
            keys_folder: "data/keys".into(),
            record_key: KEY.replace("certificates", "record"),
            certificates_key: KEY.into(),
            next: next.to_vec(),
        },
    );
    add(
        list,
        "setup-closed",
        &SetupClosedPage { page: page(lang, "/setup/0f0f"), done: None, signin_url: "/session/new".into() },
    );
    add(
        list,
        "setup-used",
        &SetupClosedPage {
            page: page(lang, "/setup/0f0f"),
            done: Some(at(lang, "2026-11-24T00:00:00Z")),
            signin_url: "/session/new".into(),
        },
    );
}

fn problems(list: &mut Vec<(String, String)>, lang: Lang) {
    let s = |ja, en| say(lang, ja, en);
    let kinds = [
        (
            ProblemKind::BadRequest,
            Some(format!("{} {HOSTILE}", s("日付を求めましたが、つぎのものが届きました：", "expected a date, got"))),
        ),
        (ProblemKind::SignInNeeded, None),
        (
            ProblemKind::Forbidden,
            Some(s(
                "確かめることは、書いた人とは別の、認定のある人にできます。",
                "A post is reviewed by a certified person other than its author.",
            )),
        ),
        (ProblemKind::NotFound, None),
        (
            ProblemKind::Conflict,
            Some(s("鈴木 大輔さんが 10:47 に文面を直しました。", "Daisuke Suzuki changed the text at 10:47.")),
        ),
        (ProblemKind::TooLarge { limit: Some("10 MB".into()) }, None),
        (ProblemKind::Unprocessable, Some(s("予定の時刻が、いまより前です。", "The time set lies in the past."))),
        (ProblemKind::TooMany { retry_after_seconds: Some(40) }, None),
        (ProblemKind::Fault, None),
        (ProblemKind::Maintenance { minutes: Some(5) }, None),
    ];
    for (kind, detail) in kinds {
        let view = ProblemPage {
            page: page(lang, "/posts/1"),
            detail,
            who_can: if kind == ProblemKind::Forbidden {
                vec![s("運用担当者（認定のある人）", "Operators with a certification"), "鈴木 大輔".into()]
            } else {
                Vec::new()
            },
            reference: (kind == ProblemKind::Fault).then(|| "7f3a-91c2".to_owned()),
            back_url: (kind != ProblemKind::SignInNeeded).then(|| "/posts/1".to_owned()),
            signin_url: (kind == ProblemKind::SignInNeeded).then(|| "/session/new?next=/posts/1".to_owned()),
            kind,
        };
        let name = format!("problem-{}", view.kind.status());
        add(list, &name, &view);
    }
}
