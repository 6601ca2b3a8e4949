//! 1-9: an answer to a complaint that explains, corrects or sends elsewhere, without a word that it was heard.

use std::sync::LazyLock;

use super::any;
use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "temper/complaint_unheard",
    doc: include_str!("complaint_unheard.md"),
    triggers: &[Trigger::Phrases(&COLD)],
    needs: &[Need::ReplyTo],
    run,
};

/// What is right in itself, and in an answer to a complaint sounds as if it were the other's fault.
static COLD: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"仕様(?:です|となって|でござ|どおり|通り)",
        r"(?:説明書|規約|サイト|ページ|FAQ|よくある質問|注意書き|商品ページ|案内)(?:に|を|にも)?[^。]{0,14}?(?:記載(?:して|され|のと)|書いて(?:あり|ござ)|ご(?:確認|覧)ください|お読みください|明記)",
        r"(?:ほか|他|別)の(?:お客(?:さま|様)|方|皆さま)(?:から|では|には|は)[^。]{0,20}?(?:ござい|ありま|いただいて(?:おり|い)|問題なく|ご満足|好評)",
        r"(?:お客(?:さま|様)|ご利用)の?(?:ご)?(?:環境|端末|使用方法|お使い方|取り扱い|ご都合|お手元)(?:に|が|の|を)",
        r"(?:当社|弊社|当店|こちら)(?:では|に(?:は)?|の(?:ほう|方)では|としては)[^。]{0,14}?(?:責任|問題|不備|落ち度|非)(?:は)?(?:ござい|あり|ない|見つか|確認され)",
        r"(?:ご理解|ご了承)(?:ください|いただ|のほど|願い)",
        r"(?:お答え|ご対応|対応|返金|交換|返品)(?:は|を)?(?:いたし|でき|致し|しかね|いたしかね|お受けでき|ご遠慮)(?:かね|ません|ない)",
        r"(?:窓口|サポート|お電話|販売店|メーカー)(?:へ|に|まで)(?:直接)?(?:お問い合わせ|ご連絡|お電話|お尋ね)(?:ください|くださいませ|願います)",
        r"as (?:stated|described|mentioned)|(?:working|works) as (?:designed|intended|expected)|(?:other|most) customers|please (?:read|refer to|check) (?:the|our)|not our (?:fault|responsibility)|we are unable to|thank you for your understanding",
    ])
});
/// That it was heard: an apology, thanks for telling, regret, that one looks into it.
static HEARD: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"申し訳|申しわけ|もうしわけ|お詫び|おわび|すみません|ごめん|失礼(?:いた|し)|(?:ご(?:指摘|連絡|意見)|お知らせ|お声)(?:を)?[^。]{0,8}?(?:ありがと|感謝|いただき)|ありがとう|恐れ入り|恐縮|ご(?:不便|迷惑|不快|心配|不安)を|お困り|お怒り|ごもっとも|おっしゃる(?:とおり|通り)|調べ(?:て|ます|さ)|確認(?:いた|して|し)(?:し)?(?:ます|おり|い)|お調べ|至急|すぐに|改め|改善|直し|お力に",
        r"sorry|apolog|thank(?:s| you) for (?:letting|telling|reaching|flagging|your (?:message|feedback|patience))|we(?:'re| are) looking|look into|understand (?:how|your|that|the frustration)|we(?:'ll| will) (?:fix|check|make)",
    ])
});

fn run(a: &Analysis<'_>, _: &Context, sink: &mut Sink<'_>) {
    let complaint = a.answered().is_some_and(|answered| answered.complaint);
    if !complaint || HEARD.is_match(a.folded()) {
        return;
    }
    if let Some(found) = COLD.find(a.folded()) {
        sink.find(a, found.range());
    }
}
