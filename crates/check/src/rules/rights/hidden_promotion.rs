//! 1-3: advertising that hides that it is one: asked for, paid, given, without the mark.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::clause,
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "rights/hidden_promotion",
    doc: crate::rule::document(include_str!("hidden_promotion.md")),
    triggers: &[
        Trigger::Phrases(&HIDDEN),
        Trigger::Phrases(&GIVEN),
        Trigger::Phrases(&DISGUISED),
        Trigger::Phrases(&PRAISE),
    ],
    needs: &[],
    run,
};

/// The mark is asked away, or money is told beside a recommendation.
static HIDDEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"#?(?:PR|広告|宣伝|案件|タイアップ|プロモーション|提供)(?:の(?:タグ|表記|表示|文字|マーク|ハッシュタグ))?(?:だ)?(?:と|って|とは|であること|表記|タグ)?(?:は|を|も)?(?:書か|つけ|付け|入れ|出さ|明かさ|わから|分から|言わ|載せ|表示し)(?:ず|ない|なく|れない|ないよう|せず)(?:に)?[^。\n]{0,20}(?:お願い|ください|下さい|ほしい|欲しい|投稿|大丈夫|OK|て|、|。|$|で)",
        r"(?:企画|広告|案件|PR|お金|謝礼|提供|依頼|報酬|社員|関係者|スタッフ)(?:をもらっ|が出|され|し)?(?:て(?:い|る)?)?(?:である)?(?:こと|の|って)?は?、?(?:ナイショ|内緒|ヒミツ|秘密|伏せて|隠して|黙って|書かない|言わない)",
        r"(?:普段|ふだん|いつも)の投稿(?:っぽく|のように|風)",
        r"自然な(?:感じ|口コミ)(?:で|に|風)[^。\n]{0,12}(?:投稿|書|お願い)",
        r"(?:ステマ|さくら|サクラ)(?:し(?:ちゃ|て|まし|よ)|OK|募集|を頼)",
        r"1?投稿(?:で|につき|ごとに)?\s?\d[\d,]*\s?円",
        r"(?:友だち|友達|口コミ|自分で買った|個人の感想)(?:に(?:言う|話す|すすめる|勧める|しゃべる)|っぽい|っぽく|みたいな|のような)?(?:感じ|ふう|風|てい|体)で(?:書|投稿|上げ|紹介)",
        r"(?:書|投稿し|褒め|ほめ|宣伝し)て(?:って|くれって|と)(?:言う感じで書いてって)?(?:頼まれ|言われ|お願いされ)",
        r"(?:謝礼|報酬|ギャラ|お金|ギフト券|アマギフ)(?:を|が|は|も)?\s?\d?[\d,]*\s?円?(?:もら|出る|いただ|頂|振り込)[^。\n]{0,30}(?:投稿|レビュー|紹介|宣伝)",
        r"(?-u:\b)(?:no need to|don'?t|without|skip|leave out) (?:add(?:ing)?|us(?:e|ing)|put(?:ting)?|tag(?:ging)?|the)? ?(?:the )?(?:#?ad(?-u:\b)|#?sponsored|disclos\w+|#pr)",
        r"(?-u:\b)nobody (?:needs to|has to) know (?:it'?s|this is) (?:an ad|sponsored|paid)",
        r"(?-u:\b)paid me to (?:say|post|write)",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// Things given by a maker, praised by a private person.
static GIVEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)(?:メーカー|ブランド|企業|会社|お店|事務所|編集部|出版社|公式|担当者?)(?:さん|さま|様)?(?:から|より|に)[^。\n]{0,14}(?:いただ|頂|もら|送って|提供|ご招待|招待され|無料で)|(?:無料|タダ|ただ)で(?:試させ|使わせ|泊まらせ|食べさせ|もら|いただ)|(?:モニター|アンバサダー)(?:で|として)(?:いただ|もら|使わせ)|(?-u:\b)got (?:this|it|these) (?:for )?free from|(?-u:\b)sent me (?:this|it|these) for free|(?-u:\b)gifted by";
    Phrases::new(pattern)
});
static PRAISE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)おすすめ|オススメ|最高|神|ほんとによ|本当によ|良すぎ|よすぎ|手放せな|リピ|みんな(?:も)?(?:買|使)|買って(?:。|!|ね|よ|み|ほし|くれ|くだ|$)|絶対(?:買|使)|一択|推せる|ガチで|やばい|ヤバい|love|amazing|must[- ]have|buy";
    Phrases::new(pattern)
});
/// The mark itself.
static MARKED: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)#\s?(?:PR|AD|広告|プロモーション|タイアップ|sponsored|商品提供|提供|gifted)(?-u:\b)|#(?:PR|広告|プロモーション|タイアップ|商品提供|提供)|[【\[(](?:PR|広告|AD|プロモーション|タイアップ)[】\])]|^PR[:\s]|提供品です|ご?提供いただきました\(PR\)|sponsored by";
    Phrases::new(pattern)
});
/// A lesson about it, and refusals.
static LESSON: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"規制|法務|講座|セミナー|景品表示法|断(?:る|り|っ)|違法|違反に|ダメ、|禁止です|ではない|じゃない|してい?ません|しておりません|やめ(?:よう|て|ましょう)|偽の案件|詐欺|親戚|祖母|母から|友人から";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if LESSON.is_match(text) {
        return;
    }
    let mut seen = false;
    for found in HIDDEN.find_iter(text) {
        seen = true;
        sink.find(a, clause(a, &found.range()));
    }
    if !seen && !ctx.is_official() && !MARKED.is_match(text) {
        own_product(a, sink);
    }
    // A gift that is praised without the mark; an official account gives, it does not receive.
    if !seen && !ctx.is_official() && !MARKED.is_match(text) && PRAISE.is_match(text) {
        for found in GIVEN.find_iter(text) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}

/// One's own product, praised as if one were anybody.
fn own_product(a: &Analysis<'_>, sink: &mut Sink<'_>) {
    let text = a.text();
    if let Some(found) = DISGUISED.find(text).filter(|_| MAKER.is_match(text)) {
        sink.find(a, clause(a, &found.range()));
        return;
    }
    if AFFILIATED.is_match(text) {
        return;
    }
    for product in a.products() {
        let sentence = a.sentence_at(product.start);
        if !a.is_quoted(product) && PRAISE.is_match(&text[sentence.clone()]) {
            sink.find(a, clause(a, product));
        }
    }
}

/// That the writer had a hand in it, or sells it.
static MAKER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)(?:自分|うち|わたし|私|僕|俺|ワイ|弊社|自社|当社|同僚|職場)(?:の(?:部署|会社|チーム|課|工場|研究所|店|とこ))?(?:で|が|も)(?:作っ|開発|出し|売っ|手がけ|設計|デザイン|編集|担当)|(?:開発|製造|制作|編集|販売|企画)の(?:裏側|現場|人間|側)|社割|社販|自社(?:商品|製品|の)|弊社の|うちの(?:会社|新商品|商品|製品|新作|本|アプリ|ゲーム)|(?:社員|中の人|関係者|身内)(?:だけど|なのに|が|は|の)|my (?:own )?(?:company|team|employer)";
    Phrases::new(pattern)
});
/// That it is not to be seen.
static DISGUISED: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)(?:ファン|客|お客|ユーザー|消費者|購入者|読者|一般人|他人|通りすがり|素人|常連)(?:さん)?の(?:ふり|フリ|体|てい|顔)(?:を)?(?:し|で)|(?:社名|会社(?:の)?名前?|名前|身分|素性|所属|社員(?:だって)?(?:こと|の))(?:を|は|とか)?[^。\n]{0,10}?(?:伏せ|隠し|出さ(?:ない|ず)|言わ(?:ない|ず)|内緒|ぼかし)|(?:サクラ|さくら)(?:の)?(?:レビュー|コメント|投稿)|(?:レビュー|口コミ|クチコミ|星)(?:を|に|は|で)?[^。\n]{0,14}?(?:自分で|社員(?:で|が|みんな)|別アカ|裏アカ|サブアカ|家族の名前|匿名で)(?:[^。\n]{0,8}?)(?:書|入れ|投稿|つけ|付け)|(?:褒める|ほめる|推す|持ち上げる)係|pretend(?:ing|ed)? to be a (?:customer|fan|user)";
    Phrases::new(pattern)
});
/// A reader sees that the writer belongs to the house.
static AFFILIATED: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)弊社|当社|自社|うちの(?:会社|商品|製品|店|新作|子)|社員|職員|中の人|働いて|勤め|つとめ|勤務|開発(?:し|に|担当)|担当(?:し|の|です)|作りました|作ってます|関係者|宣伝(?:です|させ|だけど)|I work|we made|our (?:new|own)";
    Phrases::new(pattern)
});
