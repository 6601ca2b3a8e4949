//! 1-10: an opinion beside the employer, stated or easy to guess, without a word that it is the writer's own.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::{Context, Employer, Speaker},
    phrases::Phrases,
    rule::{Need, Rule, Sink, Trigger},
    rules::temper::any,
    text::Analysis,
    verdict::{self, Verdict},
};

pub static RULE: Rule = Rule {
    id: "identity/employer_opinion",
    doc: crate::rule::document(include_str!("employer_opinion.md")),
    triggers: &[Trigger::Words(WORK_WORDS)],
    needs: &[Need::Words],
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
    "人間",
    "スタッフ",
    "従業員",
    "乗務員",
    "業界",
    "うちの",
    "現場",
    "歴",
    "担当",
    "師です",
    "ドライバー",
    "新人",
    "年目",
    "系列",
    "@",
    "プロフ",
    "bio",
    "として",
    "務めて",
    "つとめて",
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
    let told = named.or(told).or(place).filter(|range| !a.is_quoted(range));
    if let Some(start) = &told {
        for sentence in a.sentences().iter().filter(|sentence| sentence.end > start.start) {
            let words = &text[sentence.clone()];
            if let Some(found) = OPINION.find(words) {
                let range = start.start.min(sentence.start + found.start())..sentence.start + found.end();
                sink.find(a, range);
                return;
            }
        }
    }
    let insider = INSIDER.find(text).map(|found| found.range());
    let Some(start) = told.or(insider).filter(|range| !a.is_quoted(range)) else { return };
    if let Some(end) = verdict_after(a, start.start) {
        sink.find(a, start.start..end);
    }
}

/// What tells for whom somebody works: the organisation's own names first, then words of a work place, a trade or a house.
pub(crate) fn cues(a: &Analysis<'_>) -> Vec<Range<usize>> {
    let text = a.folded();
    let told = [&EMPLOYED, &INSIDER, &PLACE, &NAMED_JOB];
    let told = told.into_iter().flat_map(|phrases| phrases.find_all(text));
    let mut cues: Vec<Range<usize>> = Vec::new();
    for cue in a.organisation().iter().cloned().chain(told) {
        if !cues.iter().any(|known| known.start < cue.end && cue.start < known.end) {
            cues.push(cue);
        }
    }
    cues.sort_by_key(|cue| cue.start);
    cues
}

/// Where the first verdict on others ends that follows a position, or the sentence that announces one.
fn verdict_after(a: &Analysis<'_>, position: usize) -> Option<usize> {
    for sentence in a.sentences().iter().filter(|sentence| sentence.end > position) {
        let words = &a.folded()[sentence.clone()];
        let frank = FRANK.find(words).map(|found| sentence.start + found.end());
        let others = OTHERS.find(words).map(|found| sentence.start + found.end());
        let judged = verdict::verdicts(a, sentence).into_iter().find(|(range, verdict)| {
            let alone = matches!(verdict, Verdict::Plain | Verdict::Command) || frank.is_some() || others.is_some();
            range.start >= position && alone && !a.is_quoted(range)
        });
        if let Some(end) = judged.map(|(range, _)| range.end).or(frank) {
            return Some(end);
        }
    }
    None
}

/// Whoever says so speaks as one of a trade or a house.
static INSIDER: LazyLock<Phrases> = LazyLock::new(|| {
    let trade = r"(?:社員|職員|店員|行員|駅員|車掌|乗務員|運転士|運転手|ドライバー|看護師|医師|薬剤師|保育士|介護士|介護職|教員|教師|講師|美容師|美容部員|販売員|エンジニア|プログラマー?|se|編集者?|記者|設計|施工管理|現場監督|大工|添乗員|ガイド|客室乗務員|パイロット|整備士|警備員|公務員|研究員|研究者|営業マン|営業|広報|人事|経理|スタッフ|従業員|バイト|パート|派遣|店長|料理人|シェフ|杜氏|蔵人|ディーラー|オペレーター|デザイナー|技術者|作業員|配達員|車両係|検針員|銀行員|保険屋|不動産屋|役所の人間|町役場の人間|司書|学芸員|指導員|コーチ|トレーナー|監督|mr)";
    any(&[
        &format!(
            r"{trade}(?:歴?\d*年?目?)?(?:です|だけど|やけど|ですけど|ですが|だが|やが|として(?:は|言|、|一言|の立場)?|の立場|目線|から(?:言|見|の|すると|する)|に言わせ|やって(?:る|ます|ん)|してるけど|してますが|の端くれ|だから言|だからこそ|の身|の意見|の本音|の私|の俺|の僕)"
        ),
        r"の(?:人間|者|もん|中の人|立場|端くれ)(?:です|だけど|やけど|ですけど|ですが|だが|として|から|に言わせ|で申し|で言|からの)",
        r"(?:業界|会社|店|病院|工場|学校|塾|銀行|役所|役場|施設|農協|出版社|局|屋)(?:で|に)[^。、]{0,14}?(?:やってます|やってる|しています|してます|してる|働いて|勤めて|つとめて|いる(?:身|者|人間)|います|おります|立って)",
        r"(?:作って|売って|運んで|教えて|設計して|運転して|開発して)(?:い)?(?:る|ます)(?:側|者|身|人間|立場)",
        r"(?:中|内側|現場|裏側)の(?:人間|者|人)(?:として|だから|から|です|だけど)",
    ])
});
/// Of whom a verdict is spoken in general.
static OTHERS: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"(?:連中|奴ら?|やつら?|輩|客|客層|人たち|人達|人種|方々|親|保護者|患者|世代|若者|若い(?:人|子)|年寄り|老人|おじさん|おばさん|国|政府|行政|役所|市長|知事|議員|政治家|業界|メーカー|他社|よその|ライバル|競合|他(?:の)?(?:店|会社|メーカー|ブランド|塾|病院|銀行)|あそこ|あの(?:店|会社|ホテル|メーカー|ブランド|チーム|監督|番組)|レビュー|口コミ|クチコミ|クレーマー|消費者|ユーザー|評論家|マスコミ|記者|学者|専門家|審判|主審|ファン|サポーター|世間|世の中|日本人|都会|田舎|昨今|最近の|いまどきの|今どきの|今時の)[^。]{0,12}?(?:は|って|が|なんて|なんか|より|に(?:は)?|も|を|の)",
    ])
});
/// What announces a verdict.
static FRANK: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"はっきり(?:言|いっ|申)|言わせて(?:もら|いただ|くれ)|言わせれば|ぶっちゃけ|断言|本音(?:を|で|は)|ここだけの話|声を大にして|物申|もの申|だけは言|これだけは|正直(?:に言|言って|、)|いいかげんにし|もういらない|いらないです|いりません|来ないで(?:ほし|くれ|くだ)|来るな|やめて(?:ほし|くれ|もら)|(?:したら|だら|たら)あかん|たらいかん|ちゃだめ|ちゃダメ|しないほうが|しない方が|(?:って|て)みな(?:よ|さい|はれ)|見習って|覚悟しろ|楽(?:を|して)(?:稼|儲)|のほうが(?:上|まし|よほど)|素人(?:以下|だ|の)|(?:完全に|明らかに|どう見ても)[^。]{0,10}?(?:味方|間違|負け|勝ち|ミス|アウト|嘘)",
    ])
});
