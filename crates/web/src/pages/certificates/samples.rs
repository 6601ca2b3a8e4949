//! Samples of the certificates, for the test that renders them in both languages and for the preview.
//!
//! Only invented people, accounts and texts (item 1-4 holds for samples too).

use super::view::{
    AccountLine, Audit, Basis, Bearer, CertificatePage, ExactText, ItemResult, ItemRow, Later, Proof, Role, RoleLine,
    Way, Words,
};
use crate::pages::public::samples::{
    HASH, KEY, NOTE, ORIGIN, ROOT, add, at, day, page, picture, place, with_zone, zone,
};
use crate::pages::public::{Moment, Section, grouped};
use crate::pages::samples::{HOSTILE, say};
use crate::words_filter::Lang;

const DIGEST: &str = "b4045d75d435b3092928511766f08d4a3bf880c94f13ca909065dbe2a5ab26be";

pub(in crate::pages) fn certificates(list: &mut Vec<(String, String)>, lang: Lang) {
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
    let text: String = crate::pages::official::samples::account_page(lang).posts[0]
        .words
        .iter()
        .map(|piece| piece.text.as_str())
        .collect();
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
            position: grouped(8391),
            leaf_hash: HASH.into(),
            size: 8402,
            size_shown: grouped(8402),
            root_hash: ROOT.into(),
            checkpoint: NOTE.into(),
            witnesses: vec!["witness.kaze.example".into()],
            log_url: "/log/".into(),
        },
        audit: None,
        audit_url: Some("/certificates/1?audit=1".into()),
    }
}

/// Item, duty and basis in both languages, and what it came to.
type Row = (&'static str, &'static str, &'static str, ItemResult, &'static str, &'static str);

const ROWS: [Row; 22] = [
    (
        "0",
        "公式の発信は、承認された人とアカウントから",
        "Official posts come from approved people and accounts",
        ItemResult::Met,
        "公式ページは登録済みのアカウントです",
        "The official page is on the register",
    ),
    (
        "1",
        "働く人みんなの心得",
        "What everyone keeps in mind",
        ItemResult::Met,
        "書いた人は方針 第3版を受け止めています",
        "The author has acknowledged version 3",
    ),
    (
        "1-1",
        "目的と範囲",
        "Purpose and scope",
        ItemResult::NotConcerned,
        "該当する指摘はありません",
        "Nothing was found",
    ),
    (
        "1-2",
        "対象となる媒体",
        "Which media count",
        ItemResult::Met,
        "公式ページ（当社のサイト）",
        "Official page, on our own site",
    ),
    (
        "1-3",
        "法令と権利",
        "Law and rights",
        ItemResult::Discharged,
        "画像は自社で撮影。写った1名の同意を確かめました",
        "The picture is our own; the one person in it consented",
    ),
    (
        "1-4",
        "個人情報",
        "Personal information",
        ItemResult::Changed,
        "氏名と電話番号の指摘1件。文面を直して解消しました",
        "A name with a telephone number was found; the words were changed",
    ),
    ("1-5", "社内のきまり", "House rules", ItemResult::NotConcerned, "該当する指摘はありません", "Nothing was found"),
    (
        "1-6",
        "機密情報",
        "Confidential information",
        ItemResult::Discharged,
        "取引先名の指摘1件。公表の証拠を別の人が確かめました",
        "A client was named; another person confirmed the proof that it is public",
    ),
    (
        "1-7",
        "よく考えて送る",
        "Think before sending",
        ItemResult::Met,
        "承認から30分の冷却時間をおきました",
        "It cooled off for 30 minutes after approval",
    ),
    (
        "1-8",
        "誠実と責任",
        "Sincere and responsible",
        ItemResult::Met,
        "書いた人が名を記して責任を負います",
        "The author stands by it by name",
    ),
    (
        "1-9",
        "批判と攻撃への対応",
        "Critics and attackers",
        ItemResult::NotConcerned,
        "該当する指摘はありません",
        "Nothing was found",
    ),
    (
        "1-10",
        "個人の意見との区別",
        "One’s own opinion",
        ItemResult::Met,
        "会社としての発信です",
        "It is the company that speaks",
    ),
    (
        "2",
        "運用担当者の心得",
        "What operators keep in mind",
        ItemResult::Met,
        "第1部の受け止めが有効でした",
        "The acknowledgement of part 1 was in force",
    ),
    (
        "2-1",
        "会社を代表する自覚",
        "Representing the company",
        ItemResult::Met,
        "認定 第17号が有効でした（2027年3月31日まで）",
        "Certification no. 17 was in force, until 31 March 2027",
    ),
    (
        "2-2",
        "透明さと正確さ",
        "Transparent and accurate",
        ItemResult::Discharged,
        "数字の出典1件を確かめました",
        "The source of one figure was checked",
    ),
    (
        "2-3",
        "他者への配慮",
        "Consideration for others",
        ItemResult::Overruled,
        "「従来機」を他社製品への言及とみた指摘1件",
        "“Seseragi 1” was taken for another company’s product",
    ),
    (
        "2-4",
        "尊重と中立",
        "Respect",
        ItemResult::Consulted,
        "社会の話題の指摘1件。裁定の条件どおりに直しました",
        "A topic of wide effect was found; changed as the ruling asked",
    ),
    (
        "2-5",
        "誤りの訂正",
        "Corrections",
        ItemResult::NotConcerned,
        "この発信への訂正はありません",
        "It has not been corrected",
    ),
    (
        "2-6",
        "すばやい応対",
        "Prompt answers",
        ItemResult::NotConcerned,
        "該当する指摘はありません",
        "Nothing was found",
    ),
    (
        "2-7",
        "役に立つ発信",
        "Useful posts",
        ItemResult::Noted,
        "読む人の役に立つことを記しました",
        "Its benefit to the reader is stated",
    ),
    (
        "2-8",
        "アカウントとパスワード",
        "Accounts and passwords",
        ItemResult::Met,
        "鍵の交換は期限内でした",
        "No change of a password was due",
    ),
    (
        "2-9",
        "発言者の記録",
        "Record of the speaker",
        ItemResult::Met,
        "書いた人、確かめた人、送った人を記録しました",
        "Author, reviewer and publisher are on record",
    ),
];

fn audit(lang: Lang) -> Audit {
    let items = ROWS.into_iter().map(|(item, ja, en, result, what_ja, what_en)| {
        let (who, why) = signed(lang, item);
        let when = who.as_ref().map(|_| at(lang, "2026-11-24T05:18:00Z"));
        let basis = vec![Basis { what: say(lang, what_ja, what_en), who, when, why }];
        ItemRow { item: item.into(), duty: say(lang, ja, en), result, basis }
    });
    Audit { public_url: "/certificates/1".into(), class: say(lang, "企画", "Campaign"), items: items.collect() }
}

/// Who stands behind a row, and why they ruled as they did.
fn signed(lang: Lang, item: &str) -> (Option<String>, Option<String>) {
    let s = |ja, en| say(lang, ja, en);
    let model = s("自社の前の機種であり、他社への評価ではない", "it is our own earlier model and judges nobody else");
    let fair = s(
        "展示会の名に含まれるだけなら差し支えない。説明を足さないこと",
        "no objection while it is only part of the fair’s name; add no comment",
    );
    let (who, why) = match item {
        "1-3" | "2-2" => ("佐藤 美咲", None),
        "1-6" => ("鈴木 大輔", None),
        "2-3" => ("高橋 健", Some(format!("{model} {HOSTILE}"))),
        "2-4" => ("中村 由紀", Some(fair)),
        _ => return (None, None),
    };
    (Some(who.to_owned()), why)
}
