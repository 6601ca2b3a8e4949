//! Samples of the composer: a launch that still needs much, a plain good morning, a rule that could not run.

use super::{TEXT, TITLE, chain, obligations};
use crate::pages::Here;
use crate::pages::parts::{Choice, Class, Medium, Stamp, State, Strength};
use crate::pages::posts::view::*;
use crate::pages::samples::{self, HOSTILE, bluesky, page, photo, say, troubled, web, words, x};
use crate::words_filter::Lang;

pub fn new(lang: Lang) -> Vec<(&'static str, NewPostPage)> {
    let plain = NewPostPage {
        page: page(lang, Here::Write, "/posts/new"),
        text: String::new(),
        accounts: accounts(lang),
        classes: classes(lang),
    };
    let mut wrong = plain.clone();
    wrong.text = format!("おはようございます。{HOSTILE}");
    wrong.page = troubled(
        wrong.page,
        "text",
        &say(lang, "本文が空です。1文字以上書いてください", "The text is empty: write at least one character"),
    );
    vec![("post-new", plain), ("post-new-wrong", wrong)]
}

pub fn edits(lang: Lang) -> Vec<(&'static str, EditPage)> {
    let mut morning = edit(lang, format!("おはようございます。{HOSTILE}"));
    morning.title = format!("おはよう {HOSTILE}");
    morning.head = morning.title.clone();
    morning.state = State::Draft;
    morning.state_why = String::new();
    morning.class_raised = None;
    morning.saved = None;
    morning.pictures.clear();
    morning.panel.groups.clear();
    morning.panel.outstanding = None;
    morning.panel.tally = vec![];
    morning.page = troubled(morning.page, "account", &say(lang, "アカウントを選んでください", "Choose an account"));
    let mut unchecked = edit(lang, TEXT.to_owned());
    unchecked.panel.unchecked = vec!["personal/face".to_owned()];
    vec![("post-edit", edit(lang, TEXT.to_owned())), ("post-edit-plain", morning), ("post-edit-unchecked", unchecked)]
}

fn edit(lang: Lang, text: String) -> EditPage {
    let preview = |account: &str, medium, handle: &str, note: String| Preview {
        account: account.to_owned(),
        medium,
        name: "あさなぎ機器【公式】".to_owned(),
        handle: handle.to_owned(),
        title: TITLE.to_owned(),
        text: text.clone(),
        pictures: vec![],
        date: say(lang, "12月3日", "3 December"),
        note,
        variant: String::new(),
        hidden: false,
    };
    EditPage {
        page: page(lang, Here::Write, "/posts/1/edit"),
        post: "1".to_owned(),
        head: TITLE.to_owned(),
        title: TITLE.to_owned(),
        state: State::Held,
        state_why: say(lang, "残る義務 7件", "7 obligations open"),
        revision: 4,
        saved: Some(Stamp::new("2026-11-24T10:42:08+09:00", "10:42")),
        returned: None,
        chain: chain(lang),
        variants: variants(lang, &text),
        accounts: accounts(lang),
        classes: classes(lang),
        class_raised: Some(
            crate::words_filter::text(lang, "class-raised-by")
                .with("item", "2-4")
                .with("class", words(lang, "class-delicate"))
                .to_string(),
        ),
        pictures: vec![picture(lang)],
        benefit: "電気代を抑えて浄水できる機器を探す施設の方が、実機を見て比べられる日と場所が分かる。".to_owned(),
        benefit_done: true,
        sources: "TR-2026-118".to_owned(),
        answers: String::new(),
        corrects: vec![
            Choice::new("", words(lang, "posts-corrects-none"), true),
            Choice::new("d9", "冬の節水（あさなぎ機器、11月20日）", false),
        ],
        occasion_open: true,
        previews: vec![
            preview(
                "a-x",
                Medium::X,
                "@asanagi_kiki",
                say(lang, "21超過、このままでは送れません", "21 over, cannot be sent"),
            ),
            preview("a-bluesky", Medium::Bluesky, "@asanagi.example", say(lang, "あと110", "110 left")),
            preview("a-web", Medium::OfficialPage, "asanagi.example/news", String::new()),
        ],
        panel: panel(lang),
        inspected: say(
            lang,
            "21項目を点検しました（規則83本、点検できなかったもの0件）。",
            "21 items inspected (64 rules, none of them failed to run).",
        ),
        lacks: vec![say(
            lang,
            "12月3日 9:00 までに通せません。足りないもの：委員",
            "Cannot be cleared by then. Missing: the committee",
        )],
    }
}

fn variants(lang: Lang, text: &str) -> Vec<Variant> {
    let counter = |label: &str, account: &str, counting, counted, limit| Counter {
        label: label.to_owned(),
        account: account.to_owned(),
        counting,
        counted,
        limit,
        hidden: false,
    };
    vec![
        Variant {
            account: String::new(),
            label: words(lang, "posts-common-text"),
            icon: "",
            text: text.to_owned(),
            chosen: true,
            counters: vec![
                counter("X", "a-x", "x", 301, 280),
                counter("Bluesky", "a-bluesky", "bluesky", 190, 300),
                counter("B", "a-bluesky", "bytes", 442, 3_000),
                counter(&words(lang, "medium-official_page"), "a-web", "characters", 190, 100_000),
            ],
        },
        Variant {
            account: "a-x".to_owned(),
            label: "X 公式".to_owned(),
            icon: Medium::X.icon(),
            text: String::new(),
            chosen: true,
            counters: vec![counter("X", "a-x", "x", 0, 280)],
        },
    ]
}

fn accounts(lang: Lang) -> Vec<AccountChoice> {
    let choice = |tag, chosen| AccountChoice { tag, chosen, why_not: None };
    vec![
        choice(x(), true),
        choice(bluesky(), true),
        choice(web(), true),
        AccountChoice {
            tag: photo(),
            chosen: false,
            why_not: Some(say(lang, "認定の範囲にありません", "Outside your certification")),
        },
    ]
}

fn classes(lang: Lang) -> Vec<Choice> {
    Class::ALL
        .into_iter()
        .map(|class| Choice::new(class.attr(), words(lang, &class.key()), class == Class::Routine))
        .collect()
}

fn picture(lang: Lang) -> PictureForm {
    let bases = ["own_work", "licence", "permission", "quotation"];
    let consents = ["given", "nobody_recognisable"];
    PictureForm {
        index: 0,
        blob: "b1".to_owned(),
        src: samples::PHOTO.to_owned(),
        file: "booth-01.jpg".to_owned(),
        alt: "展示台に置かれた白い浄水ユニット「せせらぎ2」。右どなりで、紺の制服の社員が手で示している。".to_owned(),
        alt_count: 46,
        bases: bases.iter().map(|b| Choice::new(*b, words(lang, &format!("rights-{b}")), *b == "own_work")).collect(),
        evidence: "広報室 伊藤 さくら".to_owned(),
        until: String::new(),
        consents: consents.iter().map(|c| Choice::new(*c, words(lang, &format!("consent-{c}")), false)).collect(),
        faces: Some(1),
        traces: vec![
            say(lang, "撮影した場所 35.66, 139.70", "where it was taken, 35.66, 139.70").to_owned(),
            say(lang, "作者 写真館 みなと", "who made it, Minato Studio").to_owned(),
        ],
    }
}

pub fn panel(lang: Lang) -> FindingsPanel {
    let s = |ja, en| say(lang, ja, en);
    let group = |item: &str, title: String, findings| FindingGroup { item: item.to_owned(), title, findings };
    FindingsPanel {
        post: "1".to_owned(),
        policy: s("方針 第3版（10月1日施行）", "Policy, version 3 (in force since 1 October)"),
        tally: vec![
            (Strength::Forbid, 1),
            (Strength::Consult, 1),
            (Strength::Answer, 1),
            (Strength::Note, 1),
            (Strength::Done, 1),
        ],
        outstanding: Some(s(
            "確認に出せるのは、本文の直し1件とあなたの回答1件が済んでからです。",
            "It can be submitted after one change of the text and one answer of yours.",
        )),
        groups: vec![
            group("1-4", s("個人情報", "Personal information"), vec![phone(lang)]),
            group("2-4", s("尊重と中立", "Respect"), vec![divisive(lang)]),
            group("2-2", s("透明さと正確さ", "Transparent and accurate"), vec![hearsay(lang), sourced(lang)]),
            group("2-7", s("役に立つ発信", "Useful"), vec![note(lang)]),
        ],
        standing: obligations(lang),
        unchecked: vec![],
    }
}

fn phone(lang: Lang) -> FindingView {
    let s = |ja, en| say(lang, ja, en);
    FindingView {
        help: s(
            "公開されると取り消せません。本人に直接の連絡が集まり、ほかの投稿とつなげて本人が特定されます。",
            "Once published it cannot be taken back: strangers call, and other posts complete the picture.",
        ),
        replacement: Some(Replacement {
            old: "お問い合わせは森田（090-1234-5678）まで。".to_owned(),
            new: "お問い合わせは下のページのフォームへ。".to_owned(),
        }),
        may_overrule: true,
        ..finding(
            7,
            "1-4",
            Sample {
                strength: Strength::Forbid,
                rule: "personal/phone_number",
                quote: "森田（090-1234-5678）",
                message: s("氏名と携帯電話の番号が一緒に書かれています", "A name and a mobile number stand together"),
                todo: String::new(),
            },
        )
    }
}

fn divisive(lang: Lang) -> FindingView {
    let s = |ja, en| say(lang, ja, en);
    FindingView {
        form: AnswerForm::Consult { with: "committee".to_owned() },
        ..finding(
            1,
            "2-4",
            Sample {
                strength: Strength::Consult,
                rule: "respect/divisive_topic",
                quote: "水道料金の値上げ",
                message: s("意見の分かれる社会の話題に触れています", "It touches a topic on which opinions divide"),
                todo: s(
                    "一人で決めず、委員会に相談します。話題に触れない書き方に直せば、相談は要りません。",
                    "Do not decide alone: ask the committee. If the topic goes, so does the question.",
                ),
            },
        )
    }
}

fn hearsay(lang: Lang) -> FindingView {
    let s = |ja, en| say(lang, ja, en);
    FindingView {
        form: evidence(lang, "confirmed_by"),
        ..finding(
            5,
            "2-2",
            Sample {
                strength: Strength::Answer,
                rule: "accuracy/hearsay",
                quote: "だそうです",
                message: s("人から聞いた話の書き方です", "It reads like something heard"),
                todo: s(
                    "言い切れるまで確かめるか、書くのをやめます。確かめた人の名前を残します。",
                    "Check until you can say it plainly, or leave it out. Record who confirmed it.",
                ),
            },
        )
    }
}

fn sourced(lang: Lang) -> FindingView {
    let s = |ja, en| say(lang, ja, en);
    FindingView {
        proof: Some(Proof {
            text: "試験報告書 TR-2026-118（3ページ）".to_owned(),
            href: Some("https://asanagi.example/tr".to_owned()),
            by: s("確かめた人：設計部 小野 拓也・11月20日", "Confirmed by 小野 拓也, 20 November"),
        }),
        open: false,
        ..finding(
            3,
            "2-2",
            Sample {
                strength: Strength::Done,
                rule: "accuracy/number_claim",
                quote: "38％少なく",
                message: s("数字の出典があります", "The number has a source"),
                todo: String::new(),
            },
        )
    }
}

fn note(lang: Lang) -> FindingView {
    let s = |ja, en| say(lang, ja, en);
    FindingView {
        open: false,
        ..finding(
            2,
            "2-7",
            Sample {
                strength: Strength::Note,
                rule: "accuracy/vague_baseline",
                quote: "従来機",
                message: s(
                    "どの機種と比べたかが分かると親切です",
                    "It would help to say which model it is compared with",
                ),
                todo: String::new(),
            },
        )
    }
}

fn evidence(lang: Lang, chosen: &str) -> AnswerForm {
    let all = ["source", "confirmed_by", "public_knowledge", "no_harm", "explanation"];
    let choice = |kind: &&str| Choice::new(*kind, words(lang, &format!("evidence-{kind}")), *kind == chosen);
    AnswerForm::Evidence { kinds: all.iter().map(choice).collect() }
}

struct Sample<'a> {
    strength: Strength,
    rule: &'a str,
    quote: &'a str,
    message: String,
    todo: String,
}

fn finding(n: usize, item: &str, sample: Sample<'_>) -> FindingView {
    FindingView {
        n,
        key: format!("key-{n}"),
        rule: sample.rule.to_owned(),
        item: item.to_owned(),
        strength: sample.strength,
        quote: sample.quote.to_owned(),
        message: sample.message,
        help: String::new(),
        todo: sample.todo,
        replacement: None,
        form: AnswerForm::None,
        proof: None,
        may_dismiss: sample.strength == Strength::Note,
        may_overrule: false,
        open: true,
    }
}

pub fn fragments(lang: Lang) -> Vec<(&'static str, FindingsFragment)> {
    vec![("findings", FindingsFragment { page: page(lang, Here::Write, "/posts/1/edit"), panel: panel(lang) })]
}
