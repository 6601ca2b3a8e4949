//! 1-6: who came, stayed, bought, was treated: what staff see of a guest, patient, passenger or customer.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/guest",
    doc: crate::rule::document(include_str!("guest.md")),
    triggers: &[Trigger::Phrases(&GUEST)],
    needs: &[],
    run,
};

/// A place of work where guests are seen.
static PLACE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)入居者|利用者の|患者の|生徒の|園児の|夜勤|うちの?(?:店|ホテル|旅館|病院|クリニック|薬局|銀行|支店|窓口|工場|会社|美容室|サロン|ジム|スタジオ|タクシー|レストラン|カフェ|居酒屋|コンビニ|スーパー|ショップ|便|事務所|塾|園|学校|施設|羊羹|お?客|\p{Han}{1,3}店)|うちに|バ先|バイト先|職場|勤務(?:先|中)|シフト中|(?:きょうの|今日の|さっき|昨日)?(?:窓口|レジ|フロント|カウンター|受付|接客|配達|乗務|夜勤)(?:に|で|、|中|した|の)|工場に|最上階|スイート|\d+階|診察室|外来|カルテ|調剤|当店|当館|お店に|(?:my|our) (?:hotel|shop|store|clinic|desk|bank|restaurant|salon)|front desk";
    Phrases::new(pattern)
});
/// Somebody who can be told, and that they were there.
static GUEST: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:芸能人|有名人|(?:有名な)?俳優|女優|タレント|アイドル|歌手|演歌(?:歌手)?の?(?:大御所)?|大御所|お笑い芸人|芸人|力士|選手(?:団|たち)?|監督|政治家|議員|市長|知事|大臣|社長|声優|YouTuber|ユーチューバー|ミュージシャン|バンド|モデル|アナウンサー|作家|漫画家|棋士|撮影(?:隊|クルー)?|ロケ|テレビ|ドラマ)(?:だった|の|さん|が|は|ら|、)?[^。\n]{0,30}?(?:来た|来て|来る|くる|来店|いらし|泊ま|宿泊|貸し切|予約|買って|買いに|食べ(?:て|に)|飲んで|乗せ|乗って|診察|受診|入院|通って|連れ(?:て|込|こ)|つれこん|チェックイン|借り|口座|残高|一本食い|ご利用|治療|手術)",
        r"(?:あの人|例の人|例の[\p{Han}\p{Katakana}ー]{2,8}|某(?:芸能人|選手|議員|俳優|[\p{Han}\p{Katakana}ー]{2,6}))(?:が|は|、|も)?[^。\n]{0,12}(?:来た|来て|来店|泊ま|買って|お忍び|予約|こっそり|つれこん|連れ込)",
        r"(?:さん|さま|様|氏|くん|ちゃん|選手)(?:とこの|のところの|の)?(?:娘さん|息子さん|奥さん|旦那さん|お母さん|お父さん)?(?:が|は|も|、|に)?[^。\n]{0,16}(?:避妊薬|妊娠|処方|受診|入院|診察|検査|ローン|借金|借入|融資|残高|延滞|滞納|口座|相続|離婚|精神科|心療内科|産婦人科|性病|下剤|薬をもら|カルテ|泊まって|チェックイン|来店|買って(?:った|いった|いか)|借りて(?:った|いった))",
        r"(?:お客(?:さん|さま|様)?|客|患者(?:さん)?|利用者(?:さん)?)[^。\n]{0,14}(?:住所|電話番号|名前|顔|カード|残高|購入履歴|診断|病名|カルテ)[^。\n]{0,10}(?:見|わか|分か|晒|メモ|調べ|知っ)",
        r"(?:入居者|利用者|患者|生徒|園児|受講生|会員|宿泊客|乗客|入院(?:中の|してる))(?:さん|様)?の\p{Han}{1,4}(?:さん|様|くん|ちゃん)[^。\n]{0,24}",
        r"残高(?:を)?見て",
        r"カルテ(?:を)?(?:見|のぞ)",
        r"(?-u:\b)(?:which|what|guess (?:which|who)) (?:actor|singer|celebrity|player|star|politician)?[^.\n]{0,20}(?:stayed|checked in|came|visited|bought|ate)[^.\n]{0,20}",
        r"(?:national|famous|celebrity|actor|singer|idol|player|team)s?(?-u:\b)[^.\n]{0,30}(?-u:\b)(?:checked in|is staying|came in|stayed|walked in)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"了承|許可|承諾|同意|ご?本人の|所属事務所|出演くださ|ご出演|登壇|トークショー|サイン会|ゲストは|ご来場|ご来園|大会の結果|誕生日|試写会|公開収録|招待|見学会|放送(?:は|されました|中)(?:今日|本日|ご覧)|ライブに|コンサート|聖地";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) || is_play(text) || !PLACE.is_match(text) {
        return;
    }
    for found in GUEST.find_iter(text) {
        let around = two_sentences(a, found.start());
        if !OPEN.is_match(around) && !is_public(around) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}
