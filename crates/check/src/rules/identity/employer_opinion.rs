//! 1-10: an opinion beside the employer, stated or easy to guess, without a word that it is the writer's own.

use std::sync::LazyLock;

use crate::{
    context::{Context, Employer, Speaker},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "identity/employer_opinion",
    doc: include_str!("employer_opinion.md"),
    triggers: &[Trigger::Words(WORK_WORDS)],
    needs: &[],
    run,
};

/// Words of employment, in one of the forms below.
const WORK_WORDS: &[&str] = &[
    "社員",
    "職員",
    "教員",
    "店員",
    "行員",
    "駅員",
    "看護師",
    "運転士",
    "運転手",
    "車掌",
    "エンジニア",
    "採用担当",
    "広報",
    "営業",
    "中の人",
    "バイト",
    "パート",
    "派遣",
    "勤務",
    "勤め",
    "働い",
    "働く",
    "指導員",
    "監督し",
    "監督やって",
    "やってます",
    "しております",
    "しています",
    "の者",
    "のもん",
    "MR",
    "開発の人間",
    "人間から",
    "本店",
    "支店",
    "本社",
    "工場",
    "に入って",
    "入社",
    "看板のある",
    "看板が",
    "制服",
    "封筒",
    "ビル",
    "社名",
    "会社名",
    "うちの会社",
    "うちの社",
    "この会社",
    "弊社",
    "employee",
    "work at",
    "work for",
    "works at",
    "engineer at",
    "人事",
    "教授",
    "講師",
    "医師",
    "保育士",
    "研究員",
    "うちの商品",
    "うちの製品",
    "受付",
    "売り場",
    "レジ",
    "経理",
    "窓口",
    "立場で",
    "立場から",
    "目線",
    "やってる",
    "立ってます",
];

/// The employer is told: a name (or a kind of company) beside a trade, or signs that those who know will know.
static EMPLOYED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:電機|銀行|食品|交通|ソフト|不動産|百貨店|病院|学園|大学|建設|ファーマ|製薬|マート|商事|物産|電鉄|鉄道|航空|運輸|保険|証券|新聞|放送|ホテル|市役所|県庁|農協|グループ|ホールディングス|便|モール|ゲームス|ロジ|ガス|電力|出版)(?:\)|」|さん)?(?:の|で|に|勤務|で?の?|、|・)[^。]{0,14}?(?:社員|職員|教員|店員|行員|駅員|看護師|運転士|運転手|車掌|エンジニア|採用|広報|営業|中の人|バイト|パート|派遣|勤務|勤め|つとめ|働い|働く|やって|して(?:い|おり)?ま|の者|もん|医師|研究|開発|本店|支店|窓口|人事|入って|融資)",
        r"(?:社員|職員|教員|店員|行員|看護師|運転士|エンジニア|採用担当|中の人|バイト|勤務|勤め人|営業|指導員|mr歴?\d*年?)[^。]{0,10}?(?:@|\(|、)[^。]{0,4}?(?:電機|銀行|食品|交通|病院|学園|大学|建設|ファーマ|製薬|マート|商事|ホテル|農協)",
        r"(?:社員|店員|職員|中の人|従業員|現場|売る側|作る側|内部の人間)(?:の立場|目線|サイド)(?:で|から|だと|として)|(?:マーク|ロゴ|看板|制服)の(?:会社|店|ビル|銀行)で",
        r"現役[^。、]{1,14}?(?:社員|店員|職員|行員|スタッフ|教員)",
        r"(?:プロフ|プロフィール|bio)[^。]{0,8}?(?:に|で)[^。]{0,6}?(?:社名|会社名|勤務先|勤め先)",
        r"(?:看板|ビル|ロゴ|制服|封筒|社章|会社|名札|駅前|フロア)[^。]{0,24}?(?:で働(?:い|く)|に勤め|に通って(?:い)?る(?:人|者|会社員)|の中の人|立ってる(?:者|人)|お察し|わかる人には|分かる人には|わかるよね|言わなくても)",
        r"(?:どこの会社か|勤め先|うちの会社名)(?:は)?[^。]{0,30}?(?:お察し|わかる|分かる|言わない|ご想像)",
        r"(?:で働いて(?:い)?る|に勤めて(?:い)?る|勤務の|の中の)(?:者|人間|人|身)(?:から|として|です|だ|ですが|ですけど)",
        r"(?:の|で)(?:社員|店員|職員|従業員|中の人)(?:です|だ(?:けど|が)|やって|として|だから|歴)",
        r"(?:works?|working) (?:at|for) [a-z]+|(?:employee|engineer|manager|staff|designer|nurse|driver) (?:at|of|here)|as an? [a-z]+ employee",
        r"うちの(?:商品|製品|会社|社)(?:を|は|が|の|に)",
    ])
});
static NAMED_JOB: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"受付やって|売り場(?:に|で)|レジ(?:に|で|やって)|経理(?:やって|して)|窓口(?:で|に)|ドライバー|やってる(?:けど|が|者|人)|立ってます|立ってる|設計して|開発して|社員|職員|教員|店員|行員|駅員|看護師|運転士|運転手|車掌|エンジニア|採用担当|広報|営業|中の人|バイト|パート|派遣|勤務|勤め|つとめ|働い|働く|指導員|監督|やってます|やっとる|やっている|しとる者|の者|のもん|医師|保育士|本店|支店|employee|work at|work for|engineer|mr歴|入って|入社",
    ])
});
/// A judgement, an advice, a verdict.
static OPINION: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:身|者|立場|社員|店員|職員|看護師|運転士|教員|ドライバー|勤務|従業員|スタッフ|経験)(?:として(?:は|言)|だけど|ですけど|やけど|から(?:言|見)|に言わせ|で言うと)|見当違い|的外れ|文句(?:を)?言うな|文句言う(?:なら|人)|取りに来い|is a joke|迷惑(?:だ|です|。|$|な)|常識(?:が|の)?(?:ない|なさ|はずれ)|非常識|当然(?:だ|です|。|と)|ほどじゃない|ほどでは(?:ない|ありません)|わけ(?:が)?ない|に決まって(?:る|いる|ます)|(?:すぐ|年で|ヶ月で)壊れ|使えな(?:い|さ)|高すぎ|安っぽ|まずい(?:。|$|し|から)|勝て(?:ない|ません|るわけ)|甘い(?:。|$|んだ|よ)|甘え(?:だ|です|てる|。)|ずるい|許せ(?:ない|ません)|大嫌い|くだらな|情けな|終わって(?:る|いる)|オワコン|やる気(?:が)?ない|無責任|頭が悪|わがまま|べき(?:だ|です|。|$|だと|じゃ|やろ|よ)|(?:は|が)正しい|間違って(?:い)?る|間違え(?:た|て)|失敗(?:し(?:ます|た|て)|だ|作)|だと思(?:う|い|って)|と思(?:う|います|ってる|いますね)|ほうがいい|方がいい|どうかして(?:る|い)|アカン|あかん|ダメ(?:だ|です|。|$|やろ)|だめ(?:だ|です|。|$)|ダサ(?:い|すぎ)|ひどい|ひどすぎ|最悪|最低(?:だ|です|。|の(?:会社|対応))|満点|幼稚|時代おくれ|時代遅れ|信用(?:し(?:たら|ない|ちゃ)|できな)|時間の(?:むだ|無駄)|無駄(?:だ|です|。|$)|むだ(?:だ|です|。|、|$)|買うな|買わ(?:ない|ん)(?:ほう|方|で)|買っちゃ|やめ(?:とけ|とき|たほう|た方|るべき)|おすすめ(?:しない|しません|できません)|断言(?:でき|し|する)|率直に|ぶっちゃけ|正直(?:な感想|に言|、|言)|本音(?:では|を|は|で)|当たり前(?:。|だ|です|、)|道楽|勘違い|要らない|いらない(?:。|$|と|わ)|いません(?:。|$|よ)|ありえ(?:ない|ません)|嘘だ|うそだ|ウソ(?:だ|ばかり)|負け(?:。|$|だ|です)|悪いのは|(?:に|し)なさい|反対(?:だ|です|し|。)|賛成(?:だ|です|し|。)|考えたほうが|考えた方が|結論(?:から|は)|大げさ|けなす|(?:よく|あんな)[^。]{0,12}?(?:わ。|わ$|もんだ|ものだ|よね)|異論は認め|黙って(?:ろ|いろ)|必要ない|意味(?:が)?(?:ない|わから)|のせい(?:だ|です)|負ける(?:。|わけ)",
        r"i (?:believe|think|reckon|bet)|should(?:n't)? |sucks?|better than|we do it better|worst|overrated|garbage|trash|stupid|ridiculous|is wrong|is right|for people who|honestly",
    ])
});
/// The note that makes it one's own, play, and what the policy never limits.
static OWN: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"個人の(?:意見|見解|感想|考え|もの|持論|つぶやき)|個人的(?:な|に(?:は)?)|私見|(?:わたし|私|僕|俺|自分|当方)(?:個人)?の(?:感想|考え|意見|見解|好み|持論)|会社(?:とは|の見解では|を代表し(?:て|ない)|と(?:は)?関係)|勤め先(?:の見解では|とは)|所属(?:とは|の見解|先とは)|無関係|感想です|views? (?:are |is )?(?:strictly )?(?:my|mine)|opinions? (?:are |is )?(?:strictly |all )?(?:my own|mine)|not my employer|personal (?:view|opinion)",
        r"労働組合|組合の|通報|公益通報|ハラスメント|未払い|残業代|労基|有給|育休|産休|産業医|面接|内定|就活|転職活動|離職票|過労|パワハラ|セクハラ",
        r"(?:姉|兄|妹|弟|父|母|友人|友だち|友達|夫|妻|息子|娘|いとこ|祖父|祖母|彼氏|彼女)(?:は|が|の話|いわく|によ)|うちの猫|うちの犬|猫が|犬が|ドラマ|映画|小説|夢を見|登場人物",
    ])
});

static PLACE: LazyLock<Phrases> =
    LazyLock::new(|| any(&[r"うちの(?:会社|社|店|病院|学校|商品|製品)|弊社|当社|この会社|our (?:company|products?)"]));

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let Speaker::Personal { employer } = &ctx.speaker else { return };
    let text = a.folded();
    if OWN.is_match(text) {
        return;
    }
    let told = EMPLOYED.find(text).map(|found| found.range());
    let named = a.organisation().first().filter(|_| NAMED_JOB.is_match(text)).cloned();
    // Where the profile tells the employer, the text need not: a word of the work place is enough.
    let profile = matches!(employer, Employer::Stated | Employer::Guessable);
    let place = PLACE.find(text).filter(|_| profile).map(|found| found.range());
    let Some(start) = named.or(told).or(place).filter(|range| !a.is_quoted(range)) else { return };
    for sentence in a.sentences().iter().filter(|sentence| sentence.end > start.start) {
        let words = &text[sentence.clone()];
        if let Some(found) = OPINION.find(words) {
            let range = start.start.min(sentence.start + found.start())..sentence.start + found.end();
            sink.find(a, range);
            return;
        }
    }
}
