//! 1-6: a fault, accident, attack or weakness that the house has not told anybody.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    context::Context,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{clause, is_play, is_protected, is_public, two_sentences},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/undisclosed_incident",
    doc: include_str!("undisclosed_incident.md"),
    triggers: &[Trigger::Words(&[
        "障害",
        "漏れ",
        "もれ",
        "挟まれ",
        "はさまれ",
        "ゴキブリ",
        "ネズミ",
        "髪の毛",
        "消えた",
        "やられ",
        "期限",
        "改竄",
        "故障",
        "不具合",
        "発熱",
        "発火",
        "漏えい",
        "漏洩",
        "流出",
        "身代金",
        "ランサム",
        "ウイルス",
        "攻撃",
        "パッチ",
        "サーバ",
        "落ちた",
        "止まって",
        "リコール",
        "異物",
        "食中毒",
        "ケガ",
        "怪我",
        "骨",
        "事故",
        "隠し",
        "隠蔽",
        "改ざん",
        "偽装",
        "順番",
        "談合",
        "入れる",
        "見放題",
        "だれでも開け",
        "誰でも開け",
        "誰でも入",
        "メンテナンス",
        "欠陥",
        "不良",
        "誤魔化",
        "ごまかし",
        "中心温度",
        "レンジ",
        "賞味期限",
        "消費期限",
        "使い回し",
        "防犯カメラ",
        "鍵",
        "声色",
        "breach",
        "ransom",
        "outage",
        "hacked",
        "押し通す",
        "点検",
        "サボ",
        "やってない",
        "守って",
        "だめ",
        "キーオープン",
        "主要評価",
    ])],
    needs: &[],
    run,
};

static INCIDENT: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)身代金|ランサム(?:ウェア)?|(?:サーバー?|システム|決済|データ|ライン|基幹)[^。、\n]{0,10}(?:飛んだ|落ちて|落ちた|止まって|消えた|消し(?:た|ちゃ)|やられ|壊れ)|原因は(?:うち|俺|私|わたし|自分|僕|弊社|先輩|後輩)|(?:うち|俺|私|わたし|自分|僕)(?:が|の)(?:当てた|入れた|消した|書いた|流した|間違え)[^。、\n]{0,12}|(?:電池|バッテリー|製品|商品|部品|タイヤ|ブレーキ|ドア|コード)(?:の|が)?(?:発熱|発火|欠陥|不良|不具合|破裂|異音)[^。\n]{0,16}(?:押し通|隠|黙|ごまか|言わ|出荷|仕様|未公表|スルー)|(?:「仕様」|仕様|メンテ(?:ナンス)?|点検|お客様のせい)(?:で|って|ということで|として)?[^。\n]{0,4}(?:押し通|ごまか|誤魔化|出してる|言い張|発表して|説明して)|(?:個人情報|顧客(?:情報|データ|名簿)|データ|メールアドレス|名簿)[^。\n]{0,12}(?:漏れ|もれ|流出し|漏えいし|漏洩し|誤送信|間違えて送)|(?:退職者|辞めた人|誰|だれ|誰で)(?:の(?:ID|アカウント)|で)?も?(?:でも)?[^。、\n]{0,6}(?:入れ(?:る|ちゃ)|開け(?:る|ちゃ)|見放題|見れる|見られる|ログインでき)[^。\n]{0,12}(?:の|知って|笑|やば|草|る$|んだ|けど)|(?:評価シート|給与|カルテ|名簿|個人情報|顧客)[^。\n]{0,6}見放題|(?:異物|虫|髪の毛|ゴキブリ|ネズミ|カビ|金属片)[^。\n]{0,14}(?:混入|入って|出た|出る|見つか)|(?:賞味|消費)期限[^。\n]{0,10}(?:貼り替え|張り替え|書き換え|切れ[^。\n]{0,6}(?:出し|使っ))|(?:検査|データ|数値|記録|点検)(?:を|は|の|も)?[^。\n]{0,8}(?:改ざん|偽装|ねつ造|捏造|書き換え|やってない|やったこと(?:に|な)|飛ばし|省い|サボ|チェックだけ)|(?:電子レンジ|レンジ)\s?\d+\s?秒|一人二役|使い回して?(?:る|い)|(?:現場|工場|作業中|店|厨房)(?:で|から)[^。\n]{0,16}(?:落ちた|転落|挟まれ|はさまれ|倒れた|火傷|やけど|指を|救急車|感電)|(?:防犯|監視)カメラ[^。\n]{0,10}(?:止め|止ま|切れ|壊れ|ダミー|映って(?:い)?ない|死角)|各社で順番|(?:談合|話し合い)で(?:決|順)|うちの番|主要評価項目[^。\n]{0,4}(?:だめ|ダメ|未達|達成できず)|(?:三日|半年|一年|ずっと|誰も)[^。\n]{0,8}守って(?:る|い)[^。\n]{0,8}(?:ない|見たことない)|見たことない(?:んだ)?が|(?:our|the) (?:server|system|database|plant)(?-u:\b)[^.\n]{0,20}(?-u:\b)(?:hacked|breached|encrypted|leaked|down because)|ransom\w*|data breach|before (?:the )?(?:press|news|anyone) (?:finds|notices)";
    Regex::new(pattern).expect("the pattern is a constant")
});
static INSIDE: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"(?i)うちの?|ウチの|弊社|自社|職場|社内|バ先|バイト先|会社|客先|取引先|現場|会議|上司|厨房|ランチ|店舗|工場|役所の|外には|中は|顧客|第[一二三]相|班|部長|車庫|\\\\|共有フォルダ|system|(?-u:\b)our(?-u:\b)|(?-u:\b)we(?-u:\b)|at work";
    Regex::new(pattern).expect("the pattern is a constant")
});
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"障害情報|お詫び|おわび|申し訳|申しわけ|発表しました|公表しました|届け出|原因は調査中|次のお知らせ|復旧しました|直しました|ご迷惑|家の|自宅|ゲーム|水漏れ|水もれ|スマホ(?:が|を)落|洗濯|自転車|風呂|冷凍(?:ごはん|弁当)|お弁当|弁当を|コンビニの";
    Regex::new(pattern).expect("the pattern is a constant")
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_protected(text) || is_play(text) || !INSIDE.is_match(text) || OPEN.is_match(text) {
        return;
    }
    for found in INCIDENT.find_iter(text) {
        if !is_public(two_sentences(a, found.start())) {
            sink.find(a, clause(a, &found.range()));
        }
    }
}
