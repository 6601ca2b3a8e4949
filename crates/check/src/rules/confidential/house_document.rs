//! 1-5: a document, chat, screen or rule of the house, shown or told.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, sentence, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/house_document",
    doc: crate::rule::document(include_str!("house_document.md")),
    triggers: &[Trigger::Phrases(&OWN)],
    needs: &[],
    run,
};

/// Documents that are a house's own by their name.
static OWN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:就業|服務|給与|賃金|旅費|職務)規(?:則|程|定)",
        r"(?:情シス|情報セキュリティ|社内|行内|院内|店舗|人事|経理|購買|職員|セキュリティ)(?:の)?(?:規(?:則|程|定)|ルールブック)",
        r"(?:接客|厨房|店舗|調理|業務|営業|運転|クレーム|対応|電話|レジ|作業|発注|運用|社内|看護|検査|清掃|窓口|配送|製造|オペレーション)(?:の)?(?:マニュアル|手順書|ハンドブック|スタンダード|台本|スクリプト)",
        r"マニュアル第\d+版",
        r"(?:行員|社員|職員|店員|乗務員|スタッフ|販売員|営業|クルー|従業員)(?:用|向けの?)?(?:ハンドブック|手帳|必携|マニュアル|テキスト)",
        r"(?-u:\b)SOP[-\w]*\d",
        r"トークスクリプト",
        r"想定問答",
        r"問答例",
        r"問答集",
        r"社内(?:チャット|ポータル|報|メール|通達|通知|資料|文書|システム|wiki|Wiki|掲示板|SNS|Slack|イントラ|の(?:資料|メール|チャット|掲示|通達|スライド))",
        r"イントラ(?:ネット)?(?:の|に|で)",
        r"(?:会社|うち|部|課|チーム|職場|部署|バ先|バイト先|店)の(?:Slack|スラック|Teams|チームズ|チャット|グループLINE|LINEグループ|マニュアル|手順書|研修(?:資料|動画|テキスト)|議事録|名簿|シフト表|組織図|評価シート|連絡ノート|引き継ぎノート)",
        r"(?:Slack|スラック|Teams|チームズ)の(?:スクショ|画面|チャンネル|#)",
        r"(?:新人|入社時?|店長|管理職|コンプラ)研修の?(?:資料|動画|スライド|テキスト|教材)",
        r"(?:店長|役員|経営|定例|部内|課内|企画|編集|職員|取締役|幹部|全体|在宅|オンライン|ウェブ|Web|web|リモート|社内|営業|朝|役員|Zoom|zoom)会議(?:の)?(?:スクショ|画面|資料|録画|議事録|メモ)",
        r"(?:職員室|事務所|会議室|詰所|休憩室|ナースステーション|控室|バックヤード)の(?:黒板|白板|ホワイトボード|掲示板?|貼り紙|張り紙)",
        r"(?:会社|社内|店|職場|うち)の(?:[\p{Han}\p{Katakana}ー]{1,8})?(?:システム|管理画面|端末|レジ|ソフト|アプリ)の(?:画面|スクショ|中身|エラー)",
        r"画面共有の",
        r"人事評価(?:シート|表|の基準)",
        r"評価シート",
        r"稟議書",
        r"(?-u:\b)(?:our|the) (?:internal|company) (?:wiki|handbook|playbook|slack|memo|policy)",
        r"(?-u:\b)employee handbook",
        r"(?-u:\b)onboarding (?:deck|slides?)",
        r"(?-u:\b)(?:this|our) org chart",
        r"(?-u:\b)on our (?:intranet|Slack)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Shown, copied, told word by word, broken.
static SHOWN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)📷|📸|🖼|スクショ|写真|写メ|撮っ|撮る|撮影|録画|録音|記念に|映っ|映り|写り|載せ|のせ|上げ|あげ(?:とく|ます|る|た)|アップ|貼|晒|さらす|公開|流出|送っ|回ってき|打ち直し|書き写|全文|コピペ|共有|メモ[::]|見せ|見て|ほら|笑|草|ｗ|w|やば|ヤバ|「[^」]{4,}|『[^』]{4,}|守って(?:る|い)|守られて|だと?アウト|違反|暗記|声かけて|DM|リンク|URL|PDF|ページ|\d+条|slide|page|share|photo|leak|pic(?-u:\b)|here's|look";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) {
        return;
    }
    for found in OWN.find_iter(text) {
        let range = clause(a, &found.range());
        let around = two_sentences(a, found.start());
        let shown = SHOWN.is_match(around.split_once(found.as_str()).map_or(around, |(_, after)| after))
            || SHOWN.is_match(sentence(a, found.start()));
        if shown && !is_play(around) && !is_public(around) && !allowed(around) {
            sink.find(a, range);
        }
    }
}

/// Leave from the house, or a talk about such documents in general.
fn allowed(stretch: &str) -> bool {
    static ALLOWED: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"許可を(?:得|いただ|もら)|了承を(?:得|いただ)|承認を(?:得|いただ)|公開(?:して|し、|講座|セミナー|されて)|作り方|つくりかた|体験談|書き方|の研修を(?:受け|行)|研修でした|モデル就業規則|好評だった";
        regex(pattern)
    });
    ALLOWED.is_match(stretch)
}
