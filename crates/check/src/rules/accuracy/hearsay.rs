//! 2-2: what was only heard: 「〜らしい」「〜だそうです」「〜とのこと」「〜と聞きました」, rumours.
//!
//! The ending alone decides: after a stem or a noun 「そう」 and 「らしい」 say how a thing looks, and that is no hearsay.

use std::{ops::Range, sync::LazyLock};

use shingi_morph::{Form, Kind};

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Need, Rule, Sink, Trigger},
    rules::{
        accuracy::names_source,
        confidential::{clause, sentence},
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "accuracy/hearsay",
    doc: crate::rule::document(include_str!("hearsay.md")),
    triggers: &[Trigger::Words(&[
        "らしい",
        "らしく",
        "らしかった",
        "そうです",
        "そうだ",
        "そうで",
        "そうな",
        "とのこと",
        "との事",
        "との話",
        "との噂",
        "との情報",
        "という話",
        "って話",
        "噂",
        "うわさ",
        "ウワサ",
        "聞きました",
        "聞いた",
        "聞いて",
        "伺い",
        "うかがい",
        "小耳",
        "耳にし",
        "んですって",
        "ですって",
        "んだって",
        "んだとか",
        "なんだとか",
        "とかで",
        "だとか",
        "るとか",
        "たとか",
        "いとか",
        "とか。",
        "言っていました",
        "言ってました",
        "言っており",
        "教えてくれ",
        "教えてくださ",
        "目撃談",
        "書き込み",
        "出回って",
        "もよう",
        "模様",
        "ということです",
        "みたいです",
        "ようです",
        "ようで",
        "つぶやいて",
        "という説",
        "との声",
        "見たとい",
        "一報",
        "また聞き",
        "人づて",
        "風の便り",
        "word on the street",
        "friend",
        "neighbour",
        "評判",
        "もっぱら",
        "rumor",
        "rumour",
        "i heard",
        "we heard",
        "apparently",
        "they say",
        "supposedly",
        "reportedly",
        "口をそろえ",
        "申すよう",
        "言うには",
        "いわく",
    ])],
    needs: &[Need::Words],
    run,
};

/// Endings that report what others said.
static REPORTED: LazyLock<Regex> = LazyLock::new(|| {
    let plain = r"(?:[うくすつぬふむるぐぶいたただ]|だった|ない)";
    let pattern = [
        r"ラシイ(?:デス|ネ|ヨ|\s|。|$)".to_owned(),
        r"(?:ル|タ|イ|ダ)ソウ(?:デス|ダ)".to_owned(),
        r"トノコト".to_owned(),
        r"(?:ル|タ)ミタイ(?:デス|ダ)".to_owned(),
        r"ト ?キキマシタ".to_owned(),
        r"(?:ウワサ|ハナシ)(?:デス|ダ)".to_owned(),
        format!(r"(?P<plain>{plain})そう(?:です|だ(?:よ|ね|。|、|!|\s|$)|でございま|なので|で(?:、|す|$|\s|🌸|[^\p{{Hiragana}}]))"),
        r"(?P<copula>だ|である)そう(?:です|で)".to_owned(),
        r"(?P<rashii>らしい(?:です|の|ん|、|。|よ|ね|!|\s|\(|$|「|✨|[^\p{Hiragana}\p{Han}\p{Katakana}])|らしく(?:、|て、)|らしかった)".to_owned(),
        r"と(?:の|いう)(?:こと|事|話|噂|うわさ|情報|目撃談|書き込み|説|声|憶測|評判|一報)(?:です|でした|で|、|。|を|が|も|に|だ|$)".to_owned(),
        r"って(?:話|噂|うわさ|こと)(?:です|に|が|で|を|も|だ|、|$)".to_owned(),
        r"(?:と|との)評判(?:です|に|で|の|も|だ|。)".to_owned(),
        r"もっぱら(?:の)?[^。\n]{0,14}".to_owned(),
        r"(?:噂|うわさ|ウワサ)(?:です|では|によ|が(?:流|広|あ|出|立)|を(?:聞|耳)|で(?:は|す|、)|に(?:なって|よ)|だと|も(?:あり|ちらほら|聞))".to_owned(),
        r"(?:と|って|噂を|うわさを|話は|からは?)(?:、)?(?:聞いて(?:い|お)ります|聞いて(?:い)?ます|聞きました|聞いた(?:こと|話|とこ|の|ん|\s|。|$)|伺いました|伺って(?:い|お)り?ます|うかがいました|耳にしました|小耳に(?:はさ|挟)み|教わりました)".to_owned(),
        r"小耳に(?:はさ|挟)".to_owned(),
        r"(?:人づて|また聞き|風の便り|人の話|人伝)(?:に|で|です|では)".to_owned(),
        r"(?:ん|なん|だ)(?:で|だ)?(?:す)?(?:って|とか)(?:。|!|ね|よ|、|🌼|$|\s|[^\p{Hiragana}\p{Han}\p{Katakana}])".to_owned(),
        r"(?:る|た|い|だ|う|く)とか(?:で(?:、|す|。)|。|、|!|…|$|\s)".to_owned(),
        r"と(?:、)?(?:言って(?:い)?ました|言って(?:お)?りました|話して(?:い)?ました|教えてくれました|教えてくださいました|つぶやいて(?:い)?(?:た|まし)|おっしゃって(?:い)?ました|口をそろえ)".to_owned(),
        r"(?:もよう|模様)\s?(?:です|だ|。|$)".to_owned(),
        r"(?:書き込み|投稿|噂|うわさ|情報|写真|動画|話)(?:が|も)[^。\n]{0,8}(?:回って|出回って|流れて|飛び交)".to_owned(),
        r"(?:裏(?:は|が)?取れて(?:い)?ま|裏取り(?:は|でき))".to_owned(),
        r"(?:と|よう(?:だと|に))?昔から(?:申す|言う|いう|言われ|いわれ)(?:よう|そう|とお)".to_owned(),
        r"なんて(?:よく)?言(?:い|われ)ます".to_owned(),
        r"[^\s、。]{1,12}(?:が|の)言うには".to_owned(),
        r"いわく、".to_owned(),
        r"(?-u:\b)word (?:on the street|has it|is)".to_owned(),
        r"(?-u:\b)(?:rumou?r has it|rumou?rs? (?:say|are|is)|(?:I|we)(?:'ve| have)? heard (?:that|from|it|the)|apparently(?-u:\b)|supposedly(?-u:\b)|(?:they|people) say(?-u:\b)|a (?:friend|colleague|customer|neighbou?r|driver) (?:of (?:mine|ours) )?(?:says|said|told)|a little bird|hearing that|source: (?:trust|my|a))".to_owned(),
    ]
    .join("|");
    regex(&format!("(?i){pattern}"))
});
/// Appearance: 「みたいです」「ようです」 are hearsay only after a verb, and with a marker of not knowing.
static SEEMS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?:どうやら|どうも|なんでも|なんか|聞くところ|関係者|SNS|ネット|周り|みんな|世間|報道)[^。\n]{0,40}(?:みたい|よう)(?:です|で|だ|。|、)|(?:る|た|ない|ている|てる)(?:みたい|よう)(?:です(?:。|ね|よ|!|\s|$|[^\p{Hiragana}が])|でして|で(?:…|、|。)|だ(?:。|ね|$))|(?:軽|重|多|少な|高|安|早|遅|近|強|弱|長|短|良|悪|厳し|難し)い(?:みたい|よう)です(?:よ|。|ね|$)|(?:人|方|声|お客さま)が(?:多い|いる|増えている)(?:みたい|よう)です|(?:あるよう|多いよう|いるよう|なるよう)です";
    Phrases::new(pattern)
});
/// In 「…そうだ」 these end a stem or a word of their own, so that the thing only looks so.
static LOOKS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?:おいし|たのし|うれし|かなし|やさし|忙し|楽し|嬉し|悲し|優し|美し|涼し|おもしろ|面白|よさ|良さ|なさ|でき|降り|咲き|なり|入り|間に合い|届き|喜び)$|(?:かわい|カワい)$";
    Phrases::new(pattern)
});
/// The customer's own words, given back; a proverb; the writer's own doubt named as such.
static ECHO: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?:ご不便|ご迷惑|ご心配|ご不安|ご希望|ご要望|ご質問|ご意見|ご指摘|お問い合わせ|お困り|お怪我|お尋ね|ほっと|安心|申し訳|申しわけ|ありがとう|うれしく|嬉しく|やってきた|写真が届|季節|こわい思い|怖い思い|お詫び|残念|お察し|恐れ入り|承り|おめでとう)|お(?:届き|手元|使い|受け取り|見積)|、とのこと|いただいたとのこと|くださったとのこと|なさったとのこと|いらしたとのこと|されたとのこと";
    Phrases::new(pattern)
});
/// Words to the customer whose report is given back.
static ANSWER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"お客|ご連絡|ご返信|ご返事|ご指摘|お問い?合わ?せ|申し訳|申しわけ|お詫び|失礼|ご不便|ご迷惑|ご心配|ありがとう|恐れ入|承知|かしこまり|お知らせくださ|お待ち|お調べ|確認いた|返金|交換|お送り|お電話|DM";
    Phrases::new(pattern)
});
/// Who speaks for themselves: customers, guests, our own people. What they say of their own is no hearsay.
static FIRST_HAND: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"お客|ご?本人|お二人|おふたり|ご家族|ご夫婦|ご夫妻|生徒|参加者|作り手|生産者|農家|職人|杜氏|担当|スタッフ|作者|著者|作家|新人|園長|シェフ|料理長|飼育員|お子|女将|棟梁|親方|当社|当店|当館|弊社";
    Phrases::new(pattern)
});
/// That somebody was asked who knows.
static ASKED: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"によると|によれば|に(?:電話で|メールで)?(?:確認|確かめ|問い合わせ|たずね|尋ね|うかが|伺)|から(?:の)?(?:連絡|報告|回答|説明|案内)|より(?:連絡|報告|回答|説明|案内)|発表|公表";
    Phrases::new(pattern)
});
/// Not the writer's assertion: denied, asked to report, titles and names of goods.
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"事実ではありません|事実ではございません|デマ|当社を名のる|なりすまし|転送なさらない|ご注意ください|と呼ばれ|と伝わる|商品名|名前は|新作|了承|人格|了承の|ご本人|保護者|園児|子どもたち?に聞|展示|昔話|民話|伝説|落語|狂言|原作|あらすじ|主人公|台詞|せりふ|でしょうか|ますか|ですか|そうですか|そうでしょう|そうですね|『";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        return;
    }
    let text = a.text();
    for found in REPORTED.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let said = found.name("plain").or_else(|| found.name("copula"));
        if let Some(said) = said
            && (!is_said(a, said.range()) || FIRST_HAND.is_match(with_before(a, said.start())))
        {
            continue;
        }
        if whole.as_str().starts_with("とのこと") && is_answered(a, &whole.range()) {
            continue;
        }
        if let Some(rashii) = found.name("rashii")
            && is_likeness(a, rashii.start())
        {
            continue;
        }
        tell(a, whole.range(), sink);
    }
    for found in SEEMS.find_iter(text) {
        tell(a, found.range(), sink);
    }
}

fn tell(a: &Analysis<'_>, range: Range<usize>, sink: &mut Sink<'_>) {
    let own = sentence(a, range.start);
    let echo = ECHO.is_match(own);
    if echo || HARMLESS.is_match(own) || names_source(own) || a.is_in_url(&range) || is_wholly_quoted(a, &range) {
        return;
    }
    let words = clause(a, &range);
    sink.find(a, words.start..words.end.max(range.end));
}

/// A quoted sentence is somebody's words; a quotation in 「…」 that the sentence reports is not exempt by that.
fn is_wholly_quoted(a: &Analysis<'_>, range: &Range<usize>) -> bool {
    a.is_quoted(range)
}

/// Whether 「そう」 behind this word reports. Among the words of the text it does behind a plain form: 「降るそうだ」.
fn is_said(a: &Analysis<'_>, plain: Range<usize>) -> bool {
    let Some(words) = a.words() else { return !is_appearance(a, plain) };
    let nth = words.partition_point(|word| word.end <= plain.end);
    let before = nth.checked_sub(1).map(|nth| &words[nth]);
    let sou = words.get(nth).filter(|word| word.start == plain.end);
    sou.is_some_and(|sou| matches!(sou.kind, Kind::Hearsay | Kind::Appearance))
        && before.is_some_and(|before| before.kind.inflects() && before.form == Form::Plain)
        && !is_appearance(a, plain)
}

/// The sentence at a position together with the one before.
fn with_before<'a>(a: &'a Analysis<'_>, position: usize) -> &'a str {
    let own = a.sentence_at(position);
    let nth = a.sentences().partition_point(|sentence| sentence.start < own.start);
    let start = nth.checked_sub(1).map_or(own.start, |nth| a.sentences()[nth].start);
    &a.text()[start..own.end]
}

/// 「〜とのこと、ご不便をおかけしました」: what a customer said, given back with an answer. Only 「〜とのことです」 tells others.
fn is_answered(a: &Analysis<'_>, told: &Range<usize>) -> bool {
    let told_on =
        a.text()[told.start..].starts_with("とのことです") || a.text()[told.start..].starts_with("とのことでした");
    let first = a.sentence_at(told.start);
    let nth = a.sentences().partition_point(|sentence| sentence.start <= first.start);
    let end = a.sentences().get(nth).map_or(first.end, |next| next.end);
    let own = with_before(a, told.start);
    !told_on || FIRST_HAND.is_match(own) || ASKED.is_match(own) || ANSWER.is_match(&a.text()[first.start..end])
}

/// 「おいしそうです」 looks so; 「おいしいそうです」 is said so. What stands before decides.
fn is_appearance(a: &Analysis<'_>, plain: Range<usize>) -> bool {
    let before = a.before(plain.end, 6);
    // 「い」 at the end of a stem that only looks like an adjective, 「た」 of 「また」, 「う」 of 「もう」「そう」.
    LOOKS.is_match(before)
        || [
            "また",
            "もう",
            "まだ",
            "では",
            "いそう",
            "こう",
            "どう",
            "そう",
            "ただ",
            "あいだ",
            "ほう",
            "とう",
            "よう",
            "ふう",
            "いう",
            "たいへん",
            "しだ",
            "むだ",
            "まい",
            "せい",
            "ぜい",
            "くらい",
            "ぐらい",
            "あたたか",
        ]
        .iter()
        .any(|word| before.ends_with(word))
}

/// 「春らしい」「男らしい」: a noun before it, and a thing described after it or a predicate of likeness.
fn is_likeness(a: &Analysis<'_>, start: usize) -> bool {
    let after = a.after(start, 8).trim_start_matches("らし");
    let before = a.before(start, 6);
    let noun_of_kind = [
        "春",
        "夏",
        "秋",
        "冬",
        "男",
        "女",
        "人",
        "子ども",
        "子供",
        "大人",
        "自分",
        "あなた",
        "わたし",
        "私",
        "君",
        "それ",
        "その人",
        "日本",
        "京都",
        "すば",
        "素晴",
        "かわい",
        "可愛",
        "愛",
        "憎た",
        "いや",
        "嫌",
        "わざと",
        "もっとも",
        "学生",
        "犬",
        "猫",
        "柴",
        "名古屋",
        "下町",
        "昭和",
        "季節",
        "当社",
        "当店",
        "うち",
        "本物",
        "年の瀬",
        "正月",
        "クリスマス",
        "師走",
        "新人",
        "職人",
        "プロ",
        "ヒーロー",
        "彼",
        "彼女",
        "月",
        "朝",
        "夜",
    ];
    let likeness = noun_of_kind.iter().any(|noun| before.ends_with(noun));
    // 「…らしい + noun」 describes, whatever stands before, unless a plain verb does.
    let describes = after
        .strip_prefix('い')
        .and_then(|rest| rest.chars().next())
        .is_some_and(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | 'ァ'..='ヺ'));
    let verb = before.ends_with(['る', 'た', 'い', 'う', 'く', 'す', 'つ', 'ぬ', 'む', 'ぶ', 'ぐ', 'ル', 'タ', 'だ']);
    !verb && (likeness || describes)
}
