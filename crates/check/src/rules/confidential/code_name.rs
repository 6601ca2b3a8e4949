//! 1-6: a project or thing in the making, by the form of its name: 「KAGUYA案件」, 「試作27号」, “Project X”.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/code_name",
    doc: crate::rule::document(include_str!("code_name.md")),
    triggers: &[Trigger::Phrases(&NAME)],
    needs: &[],
    run,
};

static NAME: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?-u:\b)[A-Z][A-Z0-9-]{2,}(?:案件|計画|PJ|プロジェクト)",
        r"(?:「[^」]{2,12}」|『[^』]{2,12}』)(?:案件|PJ)",
        r"(?-u:\b)Project [A-Z][A-Za-z0-9-]{2,}",
        r"プロジェクト[・「『\s]?(?:[A-Z][A-Za-z0-9-]{2,}|[\p{Katakana}ー]{3,})[」』]?",
        r"(?:コードネーム|開発コード(?:ネーム)?)[はが、:「\s]*[「]?[\p{Katakana}ーA-Za-z0-9\p{Han}-]{2,12}",
        r"(?-u:\b)[A-Z]{2,4}-[A-Z0-9]{1,5}、?(?:の)?発売",
        r"発売(?:日)?は[^。\n]{0,10}(?:仮置き|予定で調整|で仮|の線)",
        r"試作(?:中|機|品|車|版|\d+号?|第?[一二三四五六七八九十\d]+号)",
        r"(?:プロト(?:タイプ)?|開発機|評価機|量産試作|デバッグ機)(?:を|が|の|、)?[^。、\n]{0,12}(?:触|さわ|見せ|届い|渡さ|もら|動い|持ち帰)",
        r"マスターアップ",
        r"キーオープン",
        r"作問(?:委員|会議|担当)",
        r"#開発中",
        r"開発中の(?:新|次|[\p{Katakana}ー]{2,})",
        r"the thing I'?ve been working on",
        r"(?:unreleased|unannounced) (?:\w+ )?(?:product|model|feature|game|phone)",
        r"(?-u:\b)prototype(?-u:\b)[^.\n]{0,20}(?-u:\b)(?:works|arrived|finally|leaked)",
        r"(?-u:\b)code ?named? [A-Z]\w+",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// That something is in the making at work.
static MAKING: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)リリース|ローンチ|設計|FIX|フィックス|sprints?|スプリント|納期|仕様|開発|発売|発表|まだ|内緒|秘密|タイトルは|社名|決まった|決まり|決定|触|さわ|会議|検品|量産|ライン|出荷|デバッグ|残業|デスマ|炎上|キックオフ|採択|凍結|中止|終わった|あと\d+日|納品|来年|来月|来春|drops?|launch|ship|can'?t say|release|weeks?";
    Phrases::new(pattern)
});
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"『プロジェクト|プロジェクトX|プロジェクター|犬小屋|DIY|ベランダ|編み物|料理|レシピ|自由研究|同人|サークル|個人開発|趣味|プラモ|文化祭|応募|クラウドファンディング|オープンソース|github\.com|展示(?:中|して)|ご覧いただけ|一般公開|ベータ|オープンβ|課題図書|本年の|研究費";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text)
        || is_play(text)
        || OPEN.is_match(text)
        || !MAKING.is_match(text)
        || ctx.is_official() && !hush(text)
    {
        return;
    }
    for found in NAME.find_iter(text) {
        if !is_public(two_sentences(a, found.start())) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}

/// An official account names its own projects; not those of which it says that they are not public.
fn hush(text: &str) -> bool {
    ["まだ", "発表前", "内緒", "秘密", "未発表", "社内"].iter().any(|word| text.contains(word))
}
