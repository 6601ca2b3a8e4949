//! Samples of the official accounts and their posts, for the test that renders them in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too).

use super::view::{
    AccountHead, AccountPage, AccountRow, AccountSign, LogLine, Lookup, OfficialPage, PolicyLine, PostCard, PostPage,
    RetiredRow, Standing, look_up,
};
use crate::pages::public::samples::{ORIGIN, PUBLIC, add, at, day, month, page, picture, place, zone};
use crate::pages::public::{Place, Section, grouped, pieces, title_of};
use crate::pages::samples::{HOSTILE, say};
use crate::words_filter::Lang;

pub(in crate::pages) fn official(list: &mut Vec<(String, String)>, lang: Lang) {
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

    for (index, name) in ["said", "post-correction", "post-corrected", "post-withdrawn"].into_iter().enumerate() {
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
        log: Some(LogLine { url: "/log/".into(), origin: ORIGIN.into(), size: 8402, size_shown: grouped(8402) }),
    }
}

pub(in crate::pages) fn account_page(lang: Lang) -> AccountPage {
    let s = |ja, en| say(lang, ja, en);
    let texts = [
        s(
            "少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機（せせらぎ1）より38％少なくなりました。\n北浜化学様と共同開発し、12月3日からの「水と暮らし展2026」で初公開します。\n\nお問い合わせは下のページのフォームへ。\nhttps://asanagi.example/news/seseragi2",
            "Seseragi 2, our new water unit, needs 38 % less electricity than Seseragi 1.\nWe developed it together with Kitahama Chemical and show it for the first time at Water & Living 2026, from 3 December.\n\nPlease ask us through the form on this page:\nhttps://asanagi.example/news/seseragi2",
        ),
        s(
            "年末年始の修理受付は、12月29日（火）正午までです。新年は1月5日（火）9時から承ります。",
            "Repairs are accepted until noon on Tuesday 29 December, and again from 9:00 on Tuesday 5 January.",
        ),
        s("おはようございます。", "Good morning."),
        s(
            "【訂正とおわび】修理受付の締切を「12月29日（火）正午」とご案内しましたが、正しくは「12月28日（月）正午」です。おわびして訂正します。",
            "Correction: we announced that repairs are accepted until noon on 29 December. The right date is noon on Monday 28 December. We apologise.",
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
    // Newest first: the correction came after what it corrects.
    let mut posts: Vec<PostCard> = posts.collect();
    posts[1..].rotate_right(1);
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
        posts,
        newer_url: None,
        older_url: Some("/official/news?before=3".into()),
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
