//! 1-3: an effect on illness or the body said of food, cosmetics, goods: what only approved medicines may say.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        confidential::{clause, sentence},
        rights::names_evidence,
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/health_effect",
    doc: crate::rule::document(include_str!("health_effect.md")),
    triggers: &[Trigger::Phrases(&EFFECT)],
    needs: &[],
    run,
};

static EFFECT: LazyLock<Phrases> = LazyLock::new(|| {
    let ill = r"(?:アトピー|がん|ガン|癌|花粉症|アレルギー|インフル(?:エンザ)?|コロナ|ウイルス|免疫力?|肝臓|肝機能|腎臓|胃もたれ|胃腸|二日酔い|高血圧|血圧|血糖値?|糖尿病|コレステロール|中性脂肪|内臓脂肪|脂肪|動脈硬化|尿酸値|痛風|シミ|シワ|しわ|たるみ|ほうれい線|くすみ|ニキビ|薄毛|白髪|抜け毛|腰痛|肩こり|頭痛|膝(?:の痛み)?|関節(?:痛)?|不眠(?:症)?|認知症|物忘れ|うつ(?:病)?|便秘|冷え(?:性)?|更年期|老眼|視力|ぜんそく|喘息|風邪|かぜ|疲労|むくみ|リウマチ|自律神経|発達障害|生理痛|痔|水虫|貧血|骨粗|腸内環境|血行|毒素|老廃物|血液|めまい|耳鳴り|鼻づまり|咳|せき|発疹|口内炎|虫歯|歯周病|口臭|加齢臭|セルライト)";
    let pattern = [
        format!(r"{ill}(?:の(?:症状|数値|痛み|発作|悩み|リスク|進行|予防))?(?:に(?:も|は)?|が|も|を|は|の|まで)?[^。!?\n]{{0,16}}?(?:効(?:く|き|果)|治(?:り|る|っ|し|せ|す|療)|直り|改善|予防|防(?:ぐ|ぎ|げ)|消え|消滅|なくな(?:り|る|っ)|出なくな|下が(?:り|る|っ)|下げ|減(?:り|る|らせ)|解消|撃退|抑え|おさえ|遅らせ|回復|ケアでき|流れ|燃え|燃焼|溶け|分解|排出|入りません|寄せつけ|かかりません|かからな|よくな(?:り|る|っ)|楽にな|らくにな|軽くな|卒業|さようなら|サヨナラ|とはおさらば|知らず|高ま|高め|アップ|整え|にな(?:りません|らない|らなくな)|負けない|勝つ|寄せ付けない|ひかない|とは無縁|いらず|サラサラ|リセット|克服)[^。!?\n]{{0,8}}"),
        format!(r"#(?:{ill})(?:消滅|改善|撃退|解消|予防|革命|ゼロ)"),
        r"(?:血管|内臓|脳|お?肌|体の中|細胞|肌細胞|幹細胞|関節|軟骨|髪|毛根)(?:が|を|から|の)?[^。、\n]{0,6}(?:再生|活性化|若返|よみがえ|甦|生え)".to_owned(),
        r"(?:お)?薬(?:を|が|は)?(?:もう)?(?:やめ(?:られ|たい|て|まし)|いらな(?:く|い)|減らせ|要らな|不要|手放せ|飲まなくて)".to_owned(),
        r"インスリン(?:の量)?(?:を|も|が)?(?:減|やめ|不要)".to_owned(),
        r"(?:免疫力|自然治癒力|代謝|基礎代謝)(?:が|を|も)?[^。、\n]{0,6}(?:アップ|上が|上げ|高め|高ま|活性|強く)".to_owned(),
        r"デトックス(?:効果|でき)".to_owned(),
        r"アンチエイジング(?:効果)".to_owned(),
        r"(?:細胞から|みるみる|どんどん|10歳|\d+歳)(?:は)?若返(?:り|る|っ)".to_owned(),
        r"(?:\d+日|\d+週間|\d+か月|一週間|一か月)で[^。、\n]{0,10}(?:kg|キロ|やせ|痩せ|治|消え|改善)".to_owned(),
        r"(?:まつ毛|髪|毛)が(?:ぐんぐん)?(?:生え|伸び|増え)(?:ます|る|て)".to_owned(),
        r"手術(?:なし|せず|しない)で[^。\n]{0,6}(?:治|改善)".to_owned(),
        r"(?-u:\b)(?:cures?|heals?|treats?|prevents?|reverses?|gets? rid of|relieves?) (?:your |the |all )?(?:insomnia|cancer|diabetes|arthritis|acne|eczema|anxiety|depression|flu|covid|colds?|allerg\w+|wrinkles|pain|hair loss|migraines?|hangovers?)".to_owned(),
        r"(?-u:\b)(?:erases?|removes?|eliminates?|melts?) (?:your |the |all )?(?:wrinkles|fat|cellulite|scars|age spots|pain|toxins)".to_owned(),
        r"(?-u:\b)(?:boosts?|strengthens?) (?:your )?(?:immun\w+|metabolism)".to_owned(),
        r"(?-u:\b)detox(?:es|ifies)?(?-u:\b)".to_owned(),
        r"(?-u:\b)lose \d+ ?(?:kg|pounds|lbs)".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Approved medicines and tests, advice to see a doctor, questions, refusals.
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"医薬品】|効能・効果|用法・用量|医薬部外品|機能性表示食品|特定保健用食品|トクホ|検診|健診|主治医|医師に|受診|ご相談ください|治験|第[一二三]相|ワクチン|予防接種|保健所|厚生労働省|消費者庁|ではありません|ものではあり|わけではあり|効果は(?:ありません|確認)|お約束するもの|うたえません|言えません|表示できません|除菌|ツンと効|冷房の効|塩(?:気)?の効|スパイスの効|だしの効|効いた|消防|薬機法|交通費|通信|速度|燃費|\?";
    Phrases::new(pattern)
});
/// A private account that sells or recommends.
static SELLS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"友だち限定|友達限定|うちの(?:会社|店|商品|サプリ|化粧|[\p{Han}\p{Katakana}ー]{2,8}(?:茶|水|クリーム|酵素|サプリ|枕|布団))|DM(?:で|ください|して)|ご注文|購入は|リンクから|紹介コード|クーポン|代理店|(?:雑貨)|#PR|案件|お届けします|買えます|モニター募集|会員登録";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if !ctx.is_official() && !SELLS.is_match(text) {
        return;
    }
    for found in EFFECT.find_iter(text) {
        let own = sentence(a, found.start());
        let names = names_evidence(own) && !own.contains("認定");
        if !HARMLESS.is_match(own) && !names && !HARMLESS.is_match(before(a, found.start())) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}

/// The beginning of the text up to here, where a class of medicine is named once for all.
fn before<'a>(a: &'a Analysis<'_>, position: usize) -> &'a str {
    let first = a.sentences().first().map_or(0, |sentence| sentence.end);
    &a.text()[..first.min(position)]
}
