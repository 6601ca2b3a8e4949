//! 1-3: a person photographed, filmed or shown who did not agree.

use std::sync::LazyLock;

use crate::{
    context::Context,
    people,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        confidential::{clause, two_sentences},
        rights::is_permitted,
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/unwilling_portrait",
    doc: crate::rule::document(include_str!("unwilling_portrait.md")),
    triggers: &[Trigger::Phrases(&SHOWN)],
    needs: &[],
    run,
};

static SHOWN: LazyLock<Phrases> = LazyLock::new(|| {
    let stranger = r"(?:(?:となり|隣|向かい|前|後ろ|うしろ|斜め前|目の前)の(?:席の)?(?:おっさん|おじさん|オッサン|オヤジ|おばさん|オバサン|オバハン|人|女|男|子|カップル|客|リーマン|サラリーマン|JK|学生|親子|家族|ばあさん|じいさん|お姉さん|お兄さん|酔っ払い)|(?:電車|バス|終電|カフェ|店|ホーム|車内|\d+号車|駅|ジム|銭湯|プール|公園|コンビニ|\d+時台の[^。、\n]{0,8})(?:で|に|の|にいた|で見た|で見かけた)[^。、\n]{0,14}(?:おっさん|おじさん|おばさん|オバサン|人|女|男|子|カップル|客|方|親子|学生|酔っ払い|お客さま?|ばあさん|じいさん))";
    let pattern = [
        r"(?:こっそり|隠れて|かくれて|勝手に|無断で|気づかれない(?:よう|うち)|内緒で|ないしょで|望遠(?:レンズ)?で|のぞ(?:いて|かせて|き見)|物陰から|窓から|二階から|許可なく|隠しカメラ|黙って)[^。\n]{0,40}(?:撮(?:影|り|っ|れ)|写真|動画|連写|写メ|ライブ配信|録画)[^。\n]{0,10}".to_owned(),
        r"(?:怒鳴っ?て(?:い)?る|叫んで(?:い)?る|泣いて(?:い)?る|けんかして(?:い)?る|寝て(?:い)?る|酔っ払った|マナーの悪い|迷惑な|変な|やばい|割り込んだ)[^。、\n]{0,8}(?:母親|父親|親子?|人|客|女|男|おじさん|おっさん|おばさん|じいさん|ばあさん|老人|店員|駅員|学生|カップル|子)[^。\n]{0,20}(?:動画|写真|撮|上げ|晒|📷|📸)[^。\n]{0,10}".to_owned(),
        r"(?:盗撮|隠し撮り)(?:し(?:た|ちゃ|てき|まし)|成功|です|📷|📸|しといた|画像)[^。\n]{0,10}".to_owned(),
        format!(r"{stranger}[^。\n]{{0,60}}(?:撮(?:った|れた|り|っちゃ|影)|とれた|連写|写真|動画|晒|さらす|写メ|📷|📸|🎥|見て(?:くれ|よ|w))"),
        r"(?:お子(?:さま|さん|様)|子ども(?:たち)?|園児|児童|生徒|赤ちゃん|一年生|患者|お客(?:さま|さん|様)|ご来場|来店|入居者|利用者|乗客|お年寄り|参加者|ご参列|ご遺族|応募者|従業員)(?:の(?:皆|みな)さま)?(?:全員|みんな|たち)?[^。\n]{0,20}(?:お顔|顔|泣き顔|寝顔|姿|水着|着替え|食べ(?:てい)?る(?:ところ|姿))[^。\n]{0,24}(?:撮(?:影|り|っ)|公開|載せ|のせ|アップ|紹介|広め|貼|まとめ|モザイクなし|そのまま)[^。\n]{0,6}".to_owned(),
        r"(?:顔|お顔|ナンバー|名札|名前)(?:も|は|が)?(?:そのまま|モザイク(?:なし|は(?:かけ|し)(?:て)?(?:い)?(?:ません|ない))|隠さず|バッチリ|ばっちり|丸見え|はっきり)[^。\n]{0,10}(?:載せ|公開|写|映|アップ|出て|見え|📷|📸|です)?".to_owned(),
        r"(?:使える期間|契約期間|使用期限|使用期間|許諾期間|肖像権?の契約|出演契約)(?:は|が|も)[^。\n]{0,12}(?:終わっ|切れ|過ぎ|すぎ|満了|越え)[^。\n]{0,30}(?:貼|使|載せ|流|続け|ので|けど|が|ですが)[^。\n]{0,14}".to_owned(),
        r"(?:本人|ご本人|保護者|親御さん|ご家族|被写体|写っている方|皆さん)(?:さま)?(?:に|には|の許可|の同意|の了承)(?:は|も)?(?:まだ|特に|とくに|一切|何も)?[^。\n]{0,10}(?:言って|伝えて|聞いて|許可(?:を|は)?(?:取って|もらって|得て)|確認して|知らせて|取って|得て|話して|断って|ないけど|なしで|内緒|ないしょ)(?:い)?(?:ない|ません|おりません|いません)?".to_owned(),
        r"(?:寝顔|寝てる|寝ている|酔いつぶれ|泣いてる|泣いている|転んだ|転んで|化粧|よだれ|いびき)[^。\n]{0,24}(?:撮っ(?:た|ちゃ|といた)|連写|とれた|盗撮|📷|📸|🎥)".to_owned(),
        r"(?-u:\b)(?:secretly|without (?:them|her|him) knowing|when (?:they|she|he) (?:weren'?t|wasn'?t) looking|sneakily)(?-u:\b)[^.\n]{0,40}(?-u:\b)(?:photo\w*|pictures?|film\w*|video\w*|snapp\w*|record\w*)?".to_owned(),
        r"(?-u:\b)(?:(?:snapped|took|got) (?:a |some )?(?:photos?|pictures?|videos?|pics?) of|snapped|filmed|photographed) (?:the|this|that|some|a) (?:guy|girl|man|woman|kid|lady|stranger|customer|passenger|couple|old)[^.\n]{0,40}".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static FINE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"撮影(?:は|を)?(?:ご遠慮|お断り|禁止|禁じ)|撮らないで|盗撮(?:は犯罪|防止|対策|被害|に(?:ご)?注意|を見)|(?:された|されま|被害|通報|相談して|捕ま|逮捕)|モザイクをかけ|ぼかし|後ろ姿だけ|お顔は写|顔は写(?:し|っ|ら)|写らない|うつらない|公開(?:して)?い?ません|載せ(?:て)?い?ません|合成|着ぐるみ|マスコット|猫|犬|ねこ|いぬ|鳥|ひな|富士|夕焼け|月を|自撮り|家族写真|うちの(?:子|息子|娘|夫|妻|母|父)|兄|姉|弟|妹|募集|入賞|ご希望の方|削除しました|お返事をいただ|ご覧いただき";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    for found in SHOWN.find_iter(a.text()) {
        let around = two_sentences(a, found.start());
        let negated = around.contains("取ってい") && (around.contains("ません") || around.contains("ない"));
        if !FINE.is_match(around) && (negated || !is_permitted(around) && !people::agreed(around)) {
            let words = clause(a, &found.range());
            sink.find(a, words.start..words.end.max(found.end()));
        }
    }
}
