//! The sample organisation: あさなぎ機器, maker of water purifiers. People, accounts and posts are invented.
//! Serves every item.

use shingi_domain::{
    account::{Channel, Medium},
    certification::Capability::{self, Publish, Review, Write},
    people::{
        PersonKind::{self, Employee, ExternalStaff, Officer},
        Role,
    },
    policy::Class,
};

pub const ORGANISATION: &str = "株式会社あさなぎ機器";
pub const OTHER_NAMES: [&str; 3] = ["あさなぎ機器", "あさなぎ", "Asanagi"];
pub const CONTACTS: [&str; 2] = ["0120-000-123", "support@asanagi.example"];
pub const TIME_ZONE: &str = "Asia/Tokyo";

pub struct SamplePerson {
    /// The part before the `@`; also how the posts below name their people.
    pub login: &'static str,
    pub name: &'static str,
    pub kana: &'static str,
    pub kind: PersonKind,
    pub roles: &'static [Role],
    pub manager: Option<&'static str>,
    /// On all accounts.
    pub certified: &'static [Capability],
}

const fn person(
    login: &'static str,
    name: &'static str,
    kana: &'static str,
    kind: PersonKind,
    roles: &'static [Role],
    manager: Option<&'static str>,
    certified: &'static [Capability],
) -> SamplePerson {
    SamplePerson { login, name, kana, kind, roles, manager, certified }
}

/// Who has not acknowledged the policy yet.
pub const NOT_YET: [&str; 2] = ["kobayashi", "matsumoto"];

pub const PEOPLE: &[SamplePerson] = &[
    person("yamada", "山田 隆", "やまだ たかし", Employee, &[Role::Administrator], None, &[]),
    person("yoshida", "吉田 恵", "よしだ めぐみ", Employee, &[Role::Examiner, Role::Hr], None, &[]),
    person("yamamoto", "山本 直子", "やまもと なおこ", Employee, &[Role::Operator], None, &[Write, Review, Publish]),
    person("sato", "佐藤 美咲", "さとう みさき", Employee, &[Role::Operator], Some("yamamoto"), &[Write, Publish]),
    person(
        "takahashi",
        "高橋 健",
        "たかはし けん",
        Employee,
        &[Role::Operator],
        Some("yamamoto"),
        &[Write, Review, Publish],
    ),
    person("ito", "伊藤 さくら", "いとう さくら", Employee, &[Role::Operator], Some("yamamoto"), &[Write, Review]),
    person("watanabe", "渡辺 大輔", "わたなべ だいすけ", ExternalStaff, &[Role::Operator], Some("yamamoto"), &[Write]),
    person("nakamura", "中村 浩", "なかむら ひろし", Officer, &[Role::Committee, Role::Chair], None, &[]),
    person("kobayashi", "小林 由美", "こばやし ゆみ", Employee, &[Role::Committee], None, &[]),
    person("kato", "加藤 誠", "かとう まこと", Officer, &[Role::Committee], None, &[]),
    person("sasaki", "佐々木 綾", "ささき あや", Employee, &[Role::Auditor], None, &[]),
    person("matsumoto", "松本 翔", "まつもと しょう", ExternalStaff, &[Role::Employee], Some("yamamoto"), &[]),
];

pub struct SampleAccount {
    pub key: &'static str,
    pub medium: Medium,
    pub channel: Channel,
    pub name: &'static str,
    pub handle: &'static str,
    pub url: &'static str,
    pub colour: u8,
}

const fn account(
    key: &'static str,
    medium: Medium,
    channel: Channel,
    name: &'static str,
    handle: &'static str,
    url: &'static str,
    colour: u8,
) -> SampleAccount {
    SampleAccount { key, medium, channel, name, handle, url, colour }
}

pub const ACCOUNTS: &[SampleAccount] = &[
    account("news", Medium::OfficialPage, Channel::OfficialPage, "あさなぎ機器 お知らせ", "news", "", 1),
    account("recruit", Medium::OfficialPage, Channel::OfficialPage, "あさなぎ機器 採用", "recruit", "", 2),
    account(
        "x",
        Medium::X,
        Channel::ByHand,
        "あさなぎ機器【公式】",
        "@asanagi_kiki",
        "https://x.example/asanagi_kiki",
        3,
    ),
    account(
        "instagram",
        Medium::Instagram,
        Channel::ByHand,
        "あさなぎの台所",
        "@asanagi_kitchen",
        "https://instagram.example/asanagi_kitchen",
        4,
    ),
];

/// How far the demo brings a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    Draft,
    Waiting,
    Returned(&'static str),
    Doubted(&'static str),
    Consulted(&'static str),
    Cleared,
    /// Days from today, and the hour in the organisation's zone.
    Scheduled(i64, i8),
    /// Scheduled, and held by a doubt that came afterwards.
    Held(i64, i8, &'static str),
    /// Days before today.
    Published(i64),
    /// By hand: the intent stands, the proof is missing.
    Sending,
    Unknown,
    Missed,
    Abandoned,
}

pub struct SamplePost {
    pub author: &'static str,
    pub accounts: &'static [&'static str],
    pub class: Class,
    pub title: &'static str,
    pub text: &'static str,
    pub benefit: &'static str,
    pub source: Option<&'static str>,
    pub picture: bool,
    pub goal: Goal,
}

macro_rules! posts {
    ($($goal:expr, $author:literal, $accounts:expr, $class:ident, $title:literal, $text:literal, $benefit:literal $(, source $source:literal)? $(, picture $picture:literal)?;)*) => {
        &[$(SamplePost {
            author: $author,
            accounts: &$accounts,
            class: Class::$class,
            title: $title,
            text: $text,
            benefit: $benefit,
            source: { #[allow(unused_assignments, unused_mut)] { let mut source = None; $(source = Some($source);)? source } },
            picture: { #[allow(unused_assignments, unused_mut)] { let mut picture = false; $(picture = $picture;)? picture } },
            goal: $goal,
        }),*]
    };
}

pub const POSTS: &[SamplePost] = posts! {
    Goal::Published(24), "takahashi", ["news"], Routine, "お知らせのページを始めました",
        "このページは、あさなぎ機器が公式にお知らせする場所です。ここにある文章は、社内の認定を受けた担当者が書き、別の担当者が確かめてから出しています。",
        "どれが公式の発信かが分かる。";
    Goal::Published(21), "sato", ["news", "x"], Routine, "浄水カートリッジの交換時期",
        "浄水カートリッジの交換の目安は、お使いの水の量で変わります。本体の小窓が赤くなったら、交換の時期です。手順は説明書の12ページをご覧ください。",
        "交換の時期と手順が分かる。";
    Goal::Published(19), "takahashi", ["recruit"], Routine, "会社説明会の申し込みを始めます",
        "来春に入社する方へ向けた会社説明会の申し込みを始めます。会場とオンラインのどちらでも参加できます。",
        "就職を考える方が、参加の方法を選べる。";
    Goal::Published(17), "sato", ["x"], Routine, "朝のあいさつ",
        "おはようございます。今朝の工場のまわりは霧が出ています。お出かけの方は足もとにお気をつけください。",
        "出かける前に足もとへ気を配れる。";
    Goal::Published(15), "ito", ["instagram"], Routine, "だしの取り方",
        "水を替えるだけで、だしの香りが変わります。昆布は前の晩から水に入れておくのがおすすめです。",
        "台所ですぐに試せる。", picture true;
    Goal::Published(13), "yamamoto", ["news"], Routine, "年末年始の修理受付について",
        "年末年始の修理の受付は、12月29日から1月4日までお休みします。お休みの間のお問い合わせには、1月5日から順にお返事します。",
        "修理を頼む時期を決められる。";
    Goal::Published(12), "sato", ["news", "x"], Routine, "冬の見学会",
        "工場の冬の見学会を開きます。水がきれいになるまでを、間近で見られます。申し込みはお知らせのページからどうぞ。",
        "見学の内容と申し込み方が分かる。", picture true;
    Goal::Published(10), "takahashi", ["news"], Campaign, "点検の記録を公開しました",
        "昨年度に点検した浄水機は4,812台でした。点検で見つかったことと、直したことを、報告書にまとめて公開しています。",
        "点検の結果を自分で確かめられる。", source "点検年報2025（自社、2026年4月公開）";
    Goal::Published(8), "ito", ["x"], Routine, "説明書のPDF",
        "説明書をなくされた方へ。製品の型番から、説明書のPDFを探せるページがあります。",
        "説明書をすぐに見つけられる。";
    Goal::Published(7), "sato", ["recruit"], Routine, "先輩の一日",
        "設計の仕事をしている社員の一日を紹介する記事を載せました。朝の打ち合わせから、試験室での確認までを追っています。",
        "入社後の仕事を思い描ける。";
    Goal::Published(5), "yamamoto", ["news"], Routine, "サポート窓口の時間",
        "サポート窓口は、平日の9時から17時までお受けしています。電話は0120-000-123です。",
        "連絡できる時間と番号が分かる。";
    Goal::Published(3), "takahashi", ["x"], Routine, "水の日の展示",
        "市の図書館で、水の日の展示が始まりました。小さな浄水の模型を置いています。どなたでも触れます。",
        "展示の場所と内容が分かる。";
    Goal::Published(1), "sato", ["news"], Routine, "部品の販売を続けます",
        "生産を終えた機種の部品も、引き続きお求めになれます。型番をお確かめのうえ、販売店へお申し付けください。",
        "古い機種を使い続けられる。";
    Goal::Sending, "takahashi", ["x"], Routine, "図書館の展示は日曜まで",
        "市の図書館での展示は、今度の日曜までです。まだの方は、どうぞお立ち寄りください。",
        "展示の終わりが分かる。";
    Goal::Unknown, "ito", ["x"], Routine, "台所の豆知識",
        "水切りかごの下に布を一枚しくと、床がぬれにくくなります。",
        "台所ですぐに試せる。";
    Goal::Missed, "sato", ["news"], Routine, "工場のまわりの草刈り",
        "工場のまわりの草刈りをします。音が出ますので、ご近所の皆さまにはご迷惑をおかけします。",
        "音の出る時間をあらかじめ知れる。";
    Goal::Scheduled(1, 9), "sato", ["news", "x"], Routine, "明日の窓口",
        "明日のサポート窓口は、点検のため10時に開きます。ご不便をおかけします。",
        "窓口の開く時間が分かる。";
    Goal::Scheduled(2, 12), "takahashi", ["recruit"], Routine, "説明会の持ち物",
        "会社説明会にお越しの方へ。筆記用具と、送られてきた案内の画面をお持ちください。",
        "当日の持ち物が分かる。";
    Goal::Scheduled(3, 18), "ito", ["instagram"], Routine, "冬の台所",
        "温かいお茶をいれる時は、沸いた湯を少し冷ましてから注ぐと、香りが立ちます。",
        "すぐに試せる。", picture true;
    Goal::Scheduled(5, 9), "yamamoto", ["news"], Routine, "電話の混み合う時間",
        "お電話は、月曜の午前に混み合います。お急ぎでない方は、午後にかけていただくとつながりやすくなります。",
        "つながりやすい時間が分かる。";
    Goal::Scheduled(9, 10), "sato", ["x"], Routine, "見学会の受付",
        "冬の見学会の受付は、正門を入って右の建物です。",
        "受付の場所が分かる。";
    Goal::Held(1, 15, "図書館の休館日とぶつかっていないか、確かめてください。"), "takahashi", ["x"], Routine, "展示の延長",
        "図書館の展示を、来週の水曜まで延ばします。",
        "展示の新しい期間が分かる。";
    Goal::Cleared, "sato", ["news"], Routine, "カートリッジの回収",
        "使い終わった浄水カートリッジの回収を始めます。お近くの販売店にお持ちください。",
        "使い終わったものの出し方が分かる。";
    Goal::Waiting, "sato", ["news", "x"], Campaign, "せせらぎ2 発売のお知らせ",
        "少ない電気で水を整える浄水ユニット「せせらぎ2」ができました。消費電力は従来機（せせらぎ1）より38%少なくなりました。",
        "電気代を抑えて浄水できる機器を探す施設の方が、違いを比べられる。", source "試験報告書 TR-2026-118（3ページ）", picture true;
    Goal::Waiting, "watanabe", ["news"], Routine, "年始のごあいさつの準備",
        "年始のごあいさつは、1月5日の朝に載せます。",
        "いつ読めるかが分かる。";
    Goal::Waiting, "takahashi", ["recruit"], Routine, "内定者の集まり",
        "春から一緒に働く皆さんの集まりを、本社の食堂で開きます。服装は自由です。",
        "当日の服装と場所が分かる。";
    Goal::Returned("「すぐに」がいつかを書いてください。読む人が予定を立てられません。"), "watanabe", ["news"], Routine, "部品の入荷",
        "お待たせしていた部品が、すぐに入荷します。",
        "入荷を待つ方が予定を立てられる。";
    Goal::Doubted("「全国の販売店」に離島の店が入るか、販売部に確かめる必要があります。"), "ito", ["news"], Routine, "回収の場所",
        "カートリッジの回収は、全国の販売店で受け付けます。",
        "持って行く場所が分かる。";
    Goal::Consulted("水道料金の話題に触れています。出してよいか、ご意見をください。"), "sato", ["x"], Delicate, "水道料金と節水",
        "水道料金の値上げが話題になっています。節水の工夫を三つ、まとめました。",
        "節水の工夫を知れる。", source "節水の手引き（自社サイト）";
    Goal::Draft, "sato", ["x"], Routine, "お客さまの声",
        "川崎市の森田さん（090-1234-5678）から、うれしいお便りが届いたそうです。",
        "";
    Goal::Draft, "takahashi", ["news"], Routine, "静音の試験",
        "新しい機種は業界で最も静かです。",
        "音の大きさを比べられる。";
    Goal::Draft, "ito", ["instagram"], Routine, "週末の台所", "", "";
    Goal::Abandoned, "watanabe", ["news"], Routine, "取りやめた下書き",
        "この下書きは取りやめました。",
        "";
};
