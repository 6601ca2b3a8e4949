//! 1-6: what the writer knows from work and says themselves that others do not know yet, or are not to.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{is_play, is_protected, is_public},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/kept_quiet",
    doc: crate::rule::document(include_str!("kept_quiet.md")),
    triggers: &[Trigger::Words(&[
        "まだ",
        "内緒",
        "ないしょ",
        "ナイショ",
        "ここだけ",
        "言わ",
        "いわん",
        "言っちゃ",
        "言えない",
        "言うな",
        "墓まで",
        "オフレコ",
        "伏せ",
        "非公開",
        "公表",
        "発表",
        "告知",
        "解禁",
        "知らない",
        "知らん",
        "知りません",
        "知らされ",
        "口止め",
        "黙って",
        "だまって",
        "隠し",
        "隠す",
        "ばれ",
        "バレ",
        "見なかった",
        "聞かなかった",
        "見ちゃった",
        "聞いちゃった",
        "説明して",
        "様子見",
        "決まって",
        "内定",
        "リーク",
        "フライング",
        "漏れ",
        "stay quiet",
        "can't say",
        "not public",
        "nobody knows",
        "between us",
        "keep it",
        "don't tell",
        "not supposed",
    ])],
    needs: &[],
    run,
};

/// That it is not known, and is not to be.
static QUIET: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"まだ(?:、)?(?:誰|だれ)(?:も|に(?:も)?|にだって)",
        r"まだ[^。\n]{0,14}?(?:外に(?:出て|言)|公表|発表|告知|公に|新聞|ニュース|世間|マスコミ|お客|客|店|本社|現場|保健所|役所|取引先|家族|社員|組合|株主|ファン|保護者|利用者)[^。\n]{0,16}?(?:ない|ません|なか|ん(?:。|$|です|と|って)|前)",
        r"まだ(?:言え|言っちゃ|書け|出せ|見せられ|公表でき|言うな)",
        r"内緒|ないしょ|ナイショ|ここだけの(?:話|はなし)|オフレコ|他言無用|口外(?:禁止|する|しな)|口止め|箝口令|かん口令|トップシークレット",
        r"(?:誰|だれ|人|外|外部|客|お客さん|親|PTA|家族|記者|店)に(?:は|も)?[^。\n]{0,6}?(?:言うな|言わんと|言わない(?:で|よう)|言わんどって|言っちゃ(?:だめ|ダメ|いけ|いかん)|言ったら(?:だめ|ダメ|あかん|いかん)|言えない|言ってない|言っとらん|知らせて(?:い)?ない|話すな)",
        r"言わ(?:ないで|んどって|んといて|んとって)(?:ね|な|よ|くれ|。|$|ください)|言っちゃ(?:った|いけない|だめ|ダメ)|ほんとは言(?:っちゃ|え)|本当は言(?:っちゃ|え)|言えないけど|言うと(?:怒られ|クビ|首)|書いたら(?:怒られ|クビ|首)|墓まで",
        r"(?:発表|公表|告知|解禁|公開|リリース|発売|決算|開示|通達|辞令|内示)(?:の|は|より|する|される)?(?:前|まえ|まで(?:は)?(?:見|言|黙|秘|内|何))|(?:発表|公表|告知|公開)(?:は|も)?(?:まだ|これから|来週|来月|来年|年明け|明日|あした|\d)|(?:発表|公表|告知|公開|報告)(?:されて|して|し)(?:い)?ない|公表(?:しない|せず|する気)|報告せず|公にして(?:い)?ない",
        r"(?:誰|だれ|みんな|客|お客(?:さん)?|店|書店(?:さん)?|ファン|世間|外|現場|社員|本人|家族|保護者)(?:さん)?(?:は|も|だけ)?(?:何も|まだ|なにも)[^。\n]{0,4}?(?:知らない|知らん|知りません|聞かされて|知らされ)",
        r"(?:って|と|に)(?:なって|書いて|言って|説明して|して|通して|ごまかして|案内して)(?:い)?(?:る|ます|た|とる|おく)[^。\n]{0,6}?(?:けど|が|のに)?[^。\n]{0,14}?(?:ほんと(?:う)?は|本当は|実は|実際は|嘘|うそ)|(?:表向き|対外的|建前)(?:は|に|上|では)|「[^」]{2,12}」(?:って|と(?:いうことに|して)?)(?:説明して|通した|通して|言って(?:出して|断って|ごまかして|おけ)|ごまかし|発表して)",
        r"(?:見|聞い|読ん|知っ)(?:て|)(?:は|ちゃ)(?:いけない|だめな|まずい)(?:もの|やつ|の)|(?:見|聞か|読ま)なかったことに|(?:ポスター|ゲラ|校正|図面|契約書|資料|メール|稟議|議事録|名簿|予約表|カルテ|台本|企画書|見積書?|発注書?|仕様書|リスト|カレンダー)(?:の[^。\n]{1,8})?(?:を|が|で)?(?:こっそり)?(?:見ちゃった|見てしまった|見えちゃった|見えた|読んじゃった|コピーし|チラ見)",
        r"黙って(?:補強|直|修理|回収|交換|取り替え|入れ替え|すり替え|処理|片付|出荷|売)|隠して(?:る|い|お)|握りつぶ|もみ消|なかったことに(?:し|な)|様子見(?:だ|らしい|って|と)|伏せて(?:い)?(?:る|ます|おく|けって|お)",
        r"(?i)(?:can't|cannot|can not|not allowed to|not supposed to) (?:say|tell|share|talk|name)|not (?:public|announced|out) yet|hasn't been announced|nobody (?:outside )?knows|between (?:us|you and me)|don't tell|under wraps|before (?:the )?(?:announcement|launch|press release)",
    ]
    .join("|");
    Phrases::new(&pattern)
});
/// Whence it is known.
static WORK: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)うち(?:の|が|は|も|ら)|弊社|当社|わが社|会社|社内|社長|役員|理事|部長|課長|班長|店長|上司|上から|本社|本部|職場|勤務|仕事|担当|案件|シフト|夜勤|早番|遅番|フロント|厨房|倉庫|現場|工場|ライン|検品|出荷|仕入|会議|稟議|編集部|編集|開発|検収|納品|仕込み|レジ|窓口|バイト|バ先|パート|派遣|同期|同僚|後輩|先輩|経理|人事|広報|営業|企画|研究所|病棟|外来|救急|手術|楽屋|稽古|リハ|スタジオ|ロケ|組合|役場|役所|議会|入札|課内|学校|職員室|塾|支店|店舗|売り場|部署|チーム|クラブ|練習場|乗務|点呼|車庫|整備|運行|ダイヤ|契約|取引|得意先|客先|お客|発注|受注|サーバー?|本番|リリース|our (?:team|company|client|office|plant)|at work|we shipped|my (?:boss|company|team)";
    Phrases::new(pattern)
});
/// What is told: a change to come, trouble, money, somebody else's affair.
static MATTER: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)来年|来月|来週|来春|来期|年内|年明け|春から|夏に|秋に|冬に|\d{1,2}月|[一二三四五六七八九十]{1,3}月|決算|\d+(?:億|万|千|百|件|人|名|円|%)|[一二三四五六七八九十百千]+(?:億|万|千|百|件|人|俵)|値上げ|値下げ|閉店|閉め|たたむ|畳む|撤退|休刊|廃刊|サ終|終了|廃止|合併|統合|買収|売却|出資|倒産|破産|赤字|黒字|貸し倒れ|リストラ|異動|交代|代わる|辞め|退任|就任|昇進|引退|移籍|契約|内定|受注|提携|移転|新(?:店|色|作|型|機能|商品|製品|サービス|曲|刊)|発売|出る|出す|並ぶ|始まる|打ち切り|主演|キャスト|コラボ|不具合|不良|回収|リコール|金属|異物|混入|洗い残し|カビ|ひび|亀裂|欠陥|杭|漏れ|漏え|消え|消した|飛んだ|落ちて|止まって|止めて|感染|事故|ミス|見落とし|誤|クレーム|苦情|在庫|遅れ|芸能人|女優|俳優|歌手|選手|議員|社長|大臣|首相|アナ|タレント|アイドル|有名人|離婚|不倫|妊娠|病気|入院|launch|merger|layoff|recall|client|acquir|price";
    Phrases::new(pattern)
});
/// Public already, or kept quiet at home and in fun.
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"サプライズ|プレゼント|誕生日|へそくり|妻に(?:は)?内緒|夫に(?:は)?内緒|嫁に|旦那に|母に(?:は)?内緒|父に(?:は)?内緒|お父さんには|お母さんには|ダイエット|おやつ|つまみ食い|ネタバレ|ミステリ|犯人|推理|ラジオネーム|公式(?:で|に|が|から|の)(?:発表|告知|見)|公開されて|公表されて|発表されて|発表ずみ|報道|ニュースになって|テレビで|隠し味|隠し場所|隠し球|隠しコマンド|かくれんぼ|猫|犬";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if ctx.is_official() || !WORK.is_match(text) || !MATTER.is_match(text) {
        return;
    }
    if is_protected(text) || is_play(text) || OPEN.is_match(text) || is_public(text) {
        return;
    }
    let Some(found) = QUIET.find(text) else { return };
    let nth = a.sentences().partition_point(|sentence| sentence.start <= found.start()).saturating_sub(1);
    let own = a.sentence_at(found.start());
    // A sentence that only says “hush” speaks of the one before it, the first one of the next.
    let hush = [&text[own.start..found.start().max(own.start)], &text[found.end().min(own.end)..own.end]].concat();
    let (start, end) = match (MATTER.is_match(&hush), nth) {
        (true, _) => (own.start, own.end),
        (false, 0) => (own.start, a.sentences().get(1).map_or(own.end, |next| next.end)),
        (false, nth) => (a.sentences()[nth - 1].start, own.end),
    };
    sink.find(a, start..start + text[start..end].trim_end_matches(['。', '!', '.', ' ', '\n']).len());
}
