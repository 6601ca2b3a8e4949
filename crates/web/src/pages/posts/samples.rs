//! Samples of the pages about posts: a launch that still needs much, a plain good morning, a post that is out.

use super::view::by_hand::HandPicture;
use super::view::post::{ConsultationLink, ScheduleForm};
use super::view::*;
use crate::pages::Here;
use crate::pages::parts::{
    Choice, Class, Clock, DiffPart, Due, EventLine, Medium, ObligationRow, Stamp, State, Step, Strength, Tab,
};
use crate::pages::samples::{
    self, HOSTILE, bluesky, chain_step, obligation, page, photo, say, troubled, web, words, x,
};
use crate::words_filter::Lang;

pub const TEXT: &str = "各地で水道料金の値上げが議論されるなか、少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機より38％少なく、運転音は業界で最も静かだそうです。\n北浜化学様と共同開発し、12月3日からの「水と暮らし展2026」で初公開。\nお問い合わせは森田（090-1234-5678）まで。\nhttps://asanagi.example/news/seseragi2";
const TITLE: &str = "せせらぎ2 発売のお知らせ";

pub fn lists(lang: Lang) -> Vec<(&'static str, PostsPage)> {
    let mut none = list(lang, "/posts?q=x");
    none.rows.clear();
    none.query = HOSTILE.to_owned();
    none.state = "held".to_owned();
    none.more = None;
    let mut empty = list(lang, "/posts");
    empty.rows.clear();
    empty.more = None;
    vec![("posts", list(lang, "/posts")), ("posts-none-found", none), ("posts-empty", empty)]
}

fn list(lang: Lang, path: &str) -> PostsPage {
    let tab = |state: Option<State>, n| Tab {
        href: state.map_or_else(|| "/posts".to_owned(), |s| format!("/posts?state={}", s.attr())),
        label: state.map_or_else(|| words(lang, "posts-all"), |s| words(lang, &s.key())),
        count: Some(n),
        current: state.is_none(),
    };
    let rows = State::ALL
        .into_iter()
        .enumerate()
        .map(|(index, state)| PostRow {
            title: if index == 3 { TITLE.to_owned() } else { format!("冬の節水、3つの見直し {HOSTILE}") },
            href: "/posts/1".to_owned(),
            excerpt: "蛇口を1分しめると、およそ12リットルの水が残ります。".to_owned(),
            state,
            why: if state == State::Held { say(lang, "疑義1件", "one doubt") } else { String::new() },
            class: Class::ALL[index % 6],
            author: "佐藤 美咲".to_owned(),
            accounts: vec![x(), bluesky(), web()],
            at: Stamp::new("2026-11-24T09:00+09:00", say(lang, "今日 9:00", "today 9:00")),
            next: if index < 4 {
                say(lang, "高橋さんの確認待ち", "Takahashi to review")
            } else {
                String::new()
            },
        })
        .collect();
    PostsPage {
        page: page(lang, Here::Posts, path),
        tabs: vec![
            tab(None, 31),
            tab(Some(State::Draft), 4),
            tab(Some(State::Waiting), 5),
            tab(Some(State::Returned), 1),
            tab(Some(State::Held), 3),
            tab(Some(State::Scheduled), 6),
            tab(Some(State::Published), 12),
        ],
        query: String::new(),
        state: String::new(),
        rows,
        more: Some("/posts?after=x".to_owned()),
        may_write: true,
    }
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
    let counter = |label: &str, account: &str, counting, counted, limit| Counter {
        label: label.to_owned(),
        account: account.to_owned(),
        counting,
        counted,
        limit,
    };
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
    };
    EditPage {
        page: page(lang, Here::Write, "/posts/1/edit"),
        post: "1".to_owned(),
        title: TITLE.to_owned(),
        state: State::Held,
        state_why: say(lang, "残る義務 7件", "7 obligations open"),
        revision: 4,
        saved: Some(Stamp::new("2026-11-24T10:42:08+09:00", "10:42")),
        chain: chain(lang),
        variants: vec![
            Variant {
                account: String::new(),
                label: words(lang, "posts-common-text"),
                icon: "",
                text: text.clone(),
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
                counters: vec![counter("X", "a-x", "x", 0, 280)],
            },
        ],
        accounts: accounts(lang),
        classes: classes(lang),
        class_raised: Some(
            crate::words_filter::text(lang, "class-raised-by")
                .with("item", "2-4")
                .with("class", words(lang, "class-delicate"))
                .to_string(),
        ),
        reply: false,
        pictures: vec![picture(lang)],
        benefit: "電気代を抑えて浄水できる機器を探す施設の方が、実機を見て比べられる日と場所が分かる。".to_owned(),
        benefit_done: true,
        sources: "TR-2026-118".to_owned(),
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
            "21項目を検査しました（規則64本、検査できなかった規則0本）。",
            "21 items inspected (64 rules, none of them failed to run).",
        ),
    }
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
        open: true,
    }
}

pub fn chain(lang: Lang) -> Vec<crate::pages::parts::ChainStep> {
    let s = |ja, en| say(lang, ja, en);
    vec![
        chain_step(
            Step::Done,
            "done",
            s("書く資格", "Right to write"),
            "佐藤 美咲",
            s("認定 第17号・2027年3月31日まで", "Certification 17, until 31 March 2027"),
        ),
        chain_step(
            Step::Now,
            "write",
            s("義務に答える", "Answer the findings"),
            &s("佐藤 美咲（あなた）", "佐藤 美咲 (you)"),
            s("残り3件・本文の直し1件", "Three answers, one change of the text"),
        ),
        chain_step(
            Step::Blocked,
            "consult",
            s("委員会の裁定", "Ruling of the committee"),
            &s("運営委員会（5名）", "Committee (5)"),
            s("まだ相談していません", "Not asked yet"),
        ),
        chain_step(
            Step::Todo,
            "review",
            s("別の人の確認", "Review by another"),
            "高橋 健・伊藤 さくら",
            s("どちらか1名", "One of the two"),
        ),
        chain_step(
            Step::Todo,
            "expired",
            s("熟考時間", "Cooling-off"),
            &s("時計", "The clock"),
            s("最後の直しから30分", "30 minutes from the last change"),
        ),
        chain_step(
            Step::Todo,
            "send",
            s("発信", "Sending"),
            &s("予約", "Schedule"),
            s("12月3日（木）9:00", "Thursday 3 December 9:00"),
        ),
    ]
}

pub fn obligations(lang: Lang) -> Vec<ObligationRow> {
    let s = |ja, en| say(lang, ja, en);
    vec![
        obligation(
            Strength::Review,
            "review",
            &s("別の人が確かめること", "Review by another person"),
            "1-7",
            &s(
                "書いた佐藤さん以外の、このアカウントの認定を持つ人",
                "Somebody certified for this account, other than the author",
            ),
        ),
        obligation(
            Strength::Done,
            "done-ring",
            &s("「38％」の出典", "A source for “38％”"),
            "2-2",
            "TR-2026-118・小野 拓也",
        ),
        ObligationRow {
            due: Some(Due::new(s("最後の直しから30分", "30 minutes from the last change"), Clock::Track)),
            ..obligation(Strength::Note, "expired", &s("熟考時間", "Cooling-off"), "1-7", "")
        },
    ]
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

pub fn panel(lang: Lang) -> FindingsPanel {
    let s = |ja, en| say(lang, ja, en);
    let kinds = |chosen: &str| -> AnswerForm {
        let all = ["source", "confirmed_by", "public_knowledge", "no_harm", "explanation"];
        AnswerForm::Evidence {
            kinds: all.iter().map(|k| Choice::new(*k, words(lang, &format!("evidence-{k}")), *k == chosen)).collect(),
        }
    };
    let group = |item: &str, title: String, findings| FindingGroup { item: item.to_owned(), title, findings };
    let phone = FindingView {
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
    };
    let divisive = FindingView {
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
    };
    let hearsay = FindingView {
        form: kinds("confirmed_by"),
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
    };
    let sourced = FindingView {
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
    };
    let note = FindingView {
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
    };
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
            group("1-4", s("個人情報", "Personal information"), vec![phone]),
            group("2-4", s("尊重と中立", "Respect"), vec![divisive]),
            group("2-2", s("透明さと正確さ", "Transparent and accurate"), vec![hearsay, sourced]),
            group("2-7", s("役に立つ発信", "Useful"), vec![note]),
        ],
        standing: obligations(lang),
        unchecked: vec![],
    }
}

pub fn fragments(lang: Lang) -> Vec<(&'static str, FindingsFragment)> {
    vec![("findings", FindingsFragment { page: page(lang, Here::Write, "/posts/1/edit"), panel: panel(lang) })]
}

pub fn posts(lang: Lang) -> Vec<(&'static str, PostPage)> {
    let s = |ja, en| say(lang, ja, en);
    let delivery = |id: &str, account, state, explanation: String| DeliveryView {
        id: id.to_owned(),
        account,
        state,
        state_why: String::new(),
        text: TEXT.to_owned(),
        at: Some(Stamp::new("2026-12-03T09:00+09:00", s("12月3日（木）9:00", "Thu 3 Dec 9:00"))),
        due: None,
        explanation,
        public_url: None,
        certificate: None,
        schedule: None,
        may_unschedule: false,
        by_hand: false,
    };
    let form = ScheduleForm {
        date: "2026-12-03".to_owned(),
        time: "09:00".to_owned(),
        conflict: s("同じ時間帯の予定：なし", "Nothing else in this hour"),
    };
    let waiting = PostPage {
        page: page(lang, Here::Posts, "/posts/1"),
        post: "1".to_owned(),
        title: TITLE.to_owned(),
        state: State::Held,
        state_why: s("疑義1件", "one doubt"),
        class: Class::Delicate,
        author: "佐藤 美咲".to_owned(),
        revision: 7,
        chain: chain(lang),
        deliveries: vec![
            DeliveryView {
                schedule: Some(form),
                may_unschedule: true,
                ..delivery(
                    "d1",
                    x(),
                    State::Scheduled,
                    s(
                        "時刻が来たら、もう一度確かめてから送ります。",
                        "Looked at once more when the time comes, then sent.",
                    ),
                )
            },
            DeliveryView {
                public_url: Some("https://asanagi.example/news/1".to_owned()),
                certificate: Some("/certificates/c1".to_owned()),
                ..delivery("d2", web(), State::Published, String::new())
            },
            delivery(
                "d3",
                bluesky(),
                State::Unknown,
                s(
                    "送れたかどうか分かりません。もう一度送ることはしません。Bluesky に問い合わせています（2回目、10:47）。",
                    "It is not known whether it went out. It is not sent again; Bluesky is being asked (second time, 10:47).",
                ),
            ),
            DeliveryView {
                by_hand: true,
                due: Some(Due::new(s("今日 12:00 まで", "today until 12:00"), Clock::Soon)),
                ..delivery("d4", photo(), State::Cleared, String::new())
            },
        ],
        obligations: obligations(lang),
        doubts: vec![
            DoubtView {
                id: "q1".to_owned(),
                by: "高橋 健".to_owned(),
                at: Stamp::new("2026-11-24T11:00+09:00", "11:00"),
                reason: format!("展示会の日付は確定していますか。{HOSTILE}"),
                resolution: None,
                may_resolve: true,
            },
            DoubtView {
                id: "q2".to_owned(),
                by: "伊藤 さくら".to_owned(),
                at: Stamp::new("2026-11-23T11:00+09:00", s("昨日", "yesterday")),
                reason: "写真の撮影者は。".to_owned(),
                resolution: Some(s(
                    "伊藤 さくらが解いた：撮影者が分かった",
                    "Resolved by 伊藤 さくら: the photographer is known",
                )),
                may_resolve: false,
            },
        ],
        consultations: vec![ConsultationLink {
            href: "/consultations/1".to_owned(),
            question: "値上げの話題に触れてよいか".to_owned(),
            standing: s("裁定待ち", "Waiting for a ruling"),
        }],
        events: events(lang),
        may_edit: true,
        may_review: true,
        may_doubt: true,
        may_consult: true,
        may_abandon: true,
        zone: "Asia/Tokyo（UTC+9）".to_owned(),
    };
    let mut quiet = waiting.clone();
    quiet.obligations.clear();
    quiet.doubts.clear();
    quiet.consultations.clear();
    quiet.may_doubt = false;
    quiet.may_consult = false;
    quiet.may_abandon = false;
    quiet.may_review = false;
    quiet.page = troubled(quiet.page, "date-d1", &s("過ぎた時刻です", "That time is over"));
    vec![("post", waiting), ("post-quiet", quiet)]
}

pub fn events(lang: Lang) -> Vec<EventLine> {
    let line = |position, icon, ja: &str, en: &str| EventLine {
        position,
        at: Stamp::new("2026-11-24T10:42+09:00", "10:42"),
        sentence: say(lang, ja, en),
        icon,
        href: None,
    };
    vec![
        line(8_214, "doubt", "高橋 健が疑義を出しました", "高橋 健 raised a doubt"),
        line(8_210, "review", "佐藤 美咲が確認に出しました（第7版）", "佐藤 美咲 submitted revision 7 for review"),
        line(8_190, "answer", "佐藤 美咲が「38％」の出典を示しました", "佐藤 美咲 gave a source for “38％”"),
        line(8_170, "write", "佐藤 美咲が下書きを始めました", "佐藤 美咲 started a draft"),
    ]
}

pub fn difference() -> Vec<DiffPart> {
    vec![
        DiffPart::Removed("各地で水道料金の値上げが議論されるなか、".to_owned()),
        DiffPart::Same("少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機".to_owned()),
        DiffPart::Added(format!("（せせらぎ1）{HOSTILE}")),
        DiffPart::Same("より38％".to_owned()),
        DiffPart::Removed("少なく、運転音は業界で最も静かだそうです".to_owned()),
        DiffPart::Added("少なくなりました".to_owned()),
        DiffPart::Same("。\n".to_owned()),
        DiffPart::Skipped(3),
    ]
}

pub fn revisions(lang: Lang) -> Vec<(&'static str, RevisionsPage)> {
    let choice = |n: u32, chosen| Choice::new(n.to_string(), say(lang, "第7版", "Revision 7"), chosen);
    let row = |number, shown| RevisionRow {
        number,
        at: Stamp::new("2026-11-24T13:05+09:00", "13:05"),
        by: "佐藤 美咲".to_owned(),
        note: say(lang, "本文を直した", "Changed the text"),
        href: format!("/posts/1/revisions?to={number}"),
        shown,
    };
    vec![(
        "revisions",
        RevisionsPage {
            page: page(lang, Here::Posts, "/posts/1/revisions?from=5&to=7"),
            post: "1".to_owned(),
            title: TITLE.to_owned(),
            revisions: vec![row(7, true), row(6, false), row(5, false)],
            from: vec![choice(5, true), choice(6, false)],
            to: vec![choice(7, true)],
            differences: vec![(words(lang, "posts-common-text"), difference())],
            summary: crate::words_filter::text(lang, "revisions-summary")
                .with("removed", 40)
                .with("added", 15)
                .to_string(),
        },
    )]
}

pub fn conflicts(lang: Lang) -> Vec<(&'static str, ConflictPage)> {
    vec![(
        "conflict",
        ConflictPage {
            page: page(lang, Here::Write, "/posts/1/draft"),
            post: "1".to_owned(),
            title: TITLE.to_owned(),
            other: "伊藤 さくら".to_owned(),
            theirs_at: Stamp::new("2026-11-24T10:41+09:00", "10:41"),
            revision: 5,
            differences: vec![(words(lang, "posts-common-text"), difference())],
            kept: vec![("text".to_owned(), format!("{TEXT}{HOSTILE}")), ("account".to_owned(), "a-x".to_owned())],
            yours: TEXT.to_owned(),
        },
    )]
}

pub fn hands(lang: Lang) -> Vec<(&'static str, ByHandPage)> {
    let copying = ByHandPage {
        page: page(lang, Here::Posts, "/posts/1/deliveries/d4"),
        post: "1".to_owned(),
        delivery: "d4".to_owned(),
        title: TITLE.to_owned(),
        account: photo(),
        handle: "asanagi.works".to_owned(),
        account_url: "https://photo.example/asanagi.works".to_owned(),
        text: format!("{TEXT}{HOSTILE}"),
        digest: "b404 5d75 … 26be".to_owned(),
        pictures: vec![HandPicture {
            src: samples::PHOTO.to_owned(),
            file: "booth-01.jpg".to_owned(),
            alt: "展示台の浄水ユニット".to_owned(),
        }],
        at: Some(Stamp::new("2026-11-24T12:00+09:00", "12:00")),
        held: None,
        attempt: Some("t1".to_owned()),
    };
    let start = ByHandPage { attempt: None, ..copying.clone() };
    let held = ByHandPage {
        held: Some(say(lang, "10:51 に発信がすべて止められました。", "All sending was stopped at 10:51.")),
        ..start.clone()
    };
    vec![("by-hand", copying), ("by-hand-start", start), ("by-hand-held", held)]
}
