//! 1-6: something of the business together with the wish that nobody should know: 「発表は来月だけど」, “can't say yet”.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, sentence},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/unannounced",
    doc: include_str!("unannounced.md"),
    triggers: &[Trigger::Words(&[
        "内緒",
        "ないしょ",
        "秘密",
        "ひみつ",
        "ここだけ",
        "ここの人",
        "黙っ",
        "だまっ",
        "言え",
        "いえない",
        "言うな",
        "言わない",
        "言っちゃ",
        "言えん",
        "広めない",
        "広めん",
        "拡散しない",
        "オフレコ",
        "口外",
        "見なかった",
        "解禁",
        "発表",
        "公表",
        "公式には",
        "リリース前",
        "知らない",
        "知ってるの",
        "nda",
        "守秘",
        "shh",
        "can't say",
        "announce",
        "誰も知ら",
        "だれも知ら",
        "開発中",
        "表に出",
        "情報出",
        "バレ",
        "ばれ",
        "フライング",
        "secret",
        "don't tell",
        "between us",
        "配属",
        "気づかれ",
        "未公開",
        "未発表",
        "伏せ",
        "しゃべる",
        "聞いてない",
        "聞かれても",
        "知らせて",
        "広報に載",
        "ｵﾌﾚｺ",
        "まだ社内",
        "一部しか",
        "言わんと",
        "言わんで",
        "極秘",
        "to be announced",
        "職員だけ",
        "しょくいんだけ",
    ])],
    needs: &[],
    run,
};

/// The wish that nobody should know yet.
static HUSH: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)(?:正式|公式)?(?:発表|公表|リリース|告知|情報解禁|解禁|お披露目)(?:会|日)?(?:は|まで|前|が)(?:は|に|の|だ|で|、|から)?[^。\n]{0,14}(?:来[月週年春夏秋冬]|再来|あさって|明日|明後日|これから|まだ|年明け|\d+月|\d+日|月末|[春夏秋冬]|黙|だま|言|内緒|秘密|見なかった|待っ|伏せ|シー|ダメ|だめ|してない|絶対)|(?:発表|公表|公開|解禁|リリース)前(?:な|の|だ|に|で|から|、)|まだ(?:言え|いえ|言っちゃ|公表|発表|公開|誰も|だれも|誰にも|内緒|秘密|出てな|出せ|表に|世に|社内|オープンに|明かせ|外(?:に|で)は|解禁|正式|非公開|未発表|ご?案内でき)|(?:内緒|ナイショ|ないしょ|ヒミツ|秘密|ひみつ|オフレコ)(?:な|だ|で|に|の|ね|です|よ|🤫|にして|!|$)|ここだけの(?:話|ハナシ|はなし|ひみつ|秘密)|ここの人たちだけ|(?:黙っ|だまっ|黙り|伏せ)[てと]|(?:誰|だれ)にも(?:言|いわ)|(?:言|いわ|広め|拡散し|漏らさ|もらさ|口外し|バラさ|ばらさ|しゃべら)(?:わ)?(?:ない|ん)(?:で|とい|と?って|でね)|(?:絶対)?言うなって|言っちゃ(?:だめ|ダメ|いけ|う|った|お)|言えな(?:い|く)|(?:タイトル|名前|社名|詳細|詳しく|くわしく|場所|中身|相手|何|なに)(?:は|も|まで)?[^。\n]{0,5}(?:言え|出せ|明かせ|伏せ|書け|ないしょ|内緒|秘密)|口外(?:する|し)|見なかったこと|聞かなかったこと|知って(?:る|いる)(?:の)?は[^。\n]{0,12}(?:だけ|しか|のみ)|シッテルノハ[^。\n]{0,12}ダケ|(?:一部|社員|社内|職員|関係者)(?:の人)?しか知ら|(?:誰も|だれも|みんな|客は|世間は|本人は|先方は|マスコミは|ファンは)(?:まだ)?(?:知ら|聞いてな|言ってな|気づいてな)|(?:誰|だれ)も言ってない|未(?:発表|公表|公開|解禁)の?|情報解禁|守秘義務|NDA|フライング(?:だけど|で|です|気味)|(?:怒ら|おこら)れる(?:かも|けど)|ニュース(?:に|で)[^。\n]{0,6}前|聞かれても|正式なの?は(?:まだ|来)|消すかも|しゃべるまで|広報に載るのは|(?-u:\b)shh+(?-u:\b)|can'?t say (?:much|more|which|who|yet)|(?:official )?announcement (?:is|comes|next|on|in)|not (?:yet )?(?:public|announced)|before (?:it'?s|the) (?:public|announce)|don'?t (?:tell|share|repeat)|keep (?:it|this) (?:quiet|secret|between)|between (?:us|you and me)|under NDA|they don'?t know yet|nobody knows yet|(?-u:\b)hush(?-u:\b)";
    Regex::new(pattern).expect("the pattern is a constant")
});
/// What a business keeps to itself until it says it.
static MATTER: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)発売(?:日|は|が|予定)?|\d+号店|[二三四五]号店|新(?:商品|製品|作|機種|型|モデル|メニュー|店|味|サービス|アルバム|シリーズ|ブランド|ライン|色|車|工場|社屋|棟|拠点|エリア|機能|路線|施設|社名|プラン)|次(?:の|期)(?:新作|モデル|機種|端末|スマホ|社長|号|シリーズ|ゲーム|コラボ|商品|製品|アトラクション|キャラ)|つぎの(?:端末|モデル|機種|新作|ゲーム)|続編|リニューアル|ローンチ|リリース日|試作(?:品|機|\d|版)?|合併|統合|買収|提携|譲渡|売却|出資|上場|IPO|決算|(?:上方|下方)修正|増資|減資|配当|赤字|黒字|値上げ|値下げ|アガル|運賃|廃止|閉店|閉鎖|閉館|閉校|閉める|撤退|たたむ|畳む|倒産|廃業|民事再生|リストラ|早期退職|希望退職|人員(?:整理|削減)|人事|異動|退任|辞任|社長|リコール|自主回収|不具合|障害|漏えい|漏洩|流出|サイバー攻撃|ランサム|身代金|入札|落札|受注|契約|単価|概算金|仕入れ?先|取引先|出店|新しいお?店|開店|オープン|移転|候補地|再開発|用地|ホテルだよ|誘致|ロケ|撮影(?:くる|来る|が来|に来|あ|する|し)|取材|放送は|CM|起用|アンバサダー|コラボ|共同開発|共同研究|治験|第[一二三]相|主要評価項目|募集(?:停止|しない|中止)|なくな(?:る|り)|終了(?:する|が|に)|入試問題|大問|出題|主演|出演|ゲスト|来年度|再編|(?-u:\b)(?:launch|drops?|releas|prototype|merger|acqui|layoffs?|deal|contract|IPO|recall|rebrand|unreleased|new (?:model|product|phone|line))\w*";
    Regex::new(pattern).expect("the pattern is a constant")
});
/// That the writer is inside.
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)うち(?:の|は|で|が|に|も|ん|ら|から|と|を)|ウチ(?:の|は|で)|弊社|当社|自社|わが社|我が社|バ先|バイト先|職場|勤め先|勤務先|社内|部署|師長|来期|開発|企画|広報|営業|人事|経理|上司|部長|課長|店長|園長|師長|院長|組合長|常務|専務|役員|編集部|担当|会議|打ち合わせ|商談|現場|プロジェクト|案件|工場|倉庫|ライン|店舗|ラボ|研究所|職員|シャイン|社員|ショクイン|仕事|納品|検品|図面|見積|試作|収録|ロケ|作問|マスターアップ|審査|発表(?:会|は|まで)|正式発表|情報解禁|わたしたち|私たち|友だちのみなさま|お客さま|(?-u:\b)(?:we|our|my (?:team|company|boss)|I've been working|working on)(?-u:\b)";
    Regex::new(pattern).expect("the pattern is a constant")
});
/// Daily life in the words of business.
static TRIFLE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"教えたくない|苦手です|猫派|犬派|発表会(?:で|の(?:衣装|うしろ|練習|曲))|ピアノ|バレエの|結果発表|合格発表|発表(?:の)?(?:練習|緊張)|卒論|学会|ゼミの|公式が(?:供給|発表)|発売日に買|予約した|楽しみすぎ|推し|スーパーの|未発表の(?:わたし|俳句|一句|詩|短歌)|本日解禁|カニ|鮎|ボジョレー|サプライズ(?:パーティ|で)|誕生日|プロポーズ";
    Regex::new(pattern).expect("the pattern is a constant")
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) || is_play(text) || TRIFLE.is_match(text) || !INSIDE.is_match(text) {
        return;
    }
    let Some(hush) = HUSH.find(text) else { return };
    if is_public(text) {
        return;
    }
    // The matter stands in the hushed sentence, or in one beside it.
    let at = a.sentences().partition_point(|sentence| sentence.start <= hush.start()).saturating_sub(1);
    let near = a.sentences().get(at.saturating_sub(2)..(at + 3).min(a.sentences().len())).unwrap_or_default();
    for found in MATTER.find_iter(text) {
        let inside_hush = hush.start() <= found.start() && found.end() <= hush.end();
        let beside = near.iter().any(|sentence| sentence.contains(&found.start()));
        if beside && !inside_hush && !is_public(sentence(a, found.start())) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}
