//! 2-5: a statement deleted, withdrawn or changed without a word about what was wrong and why.

use std::sync::LazyLock;

use super::{any, sweep};
use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "temper/silent_change",
    doc: crate::rule::document(include_str!("silent_change.md")),
    triggers: &[Trigger::Phrases(&CHANGED)],
    needs: &[],
    run,
};

/// What was published.
const THING: &str = r"投稿|ツイート|ポスト|つぶやき|記事|動画|画像|写真|声明|告知|お知らせ|発表|書き込み|リプライ|返信|コメント|内容|表記|表示|数字|料金表|価格|ページ|箇所|企画|文章|文言|キャプション|ハッシュタグ|バナー|広告|ストーリー|配信|アンケート|クイズ|やつ|発言|案内|年表|一覧|図|グラフ|タイトル|見出し";
/// What was done to it, told as done.
const DONE: &str = r"削除(?:いたし|致し|し|させていただき)(?:ました|た|ます|ております|ています|てあり|ておき|とき)|削除済|消し(?:ました|ちゃ|とき|とい|ておき|てあり|た(?:。|$|の|以上|ん)|ます)|消去(?:いたし|し)(?:ました|た)|取り?下げ(?:ました|た|ます|させ|ております|いたし)|取り?消し(?:ます|ました|いたし|とさせ|た)|撤回(?:し|いたし|させ)(?:ます|ました|て|た)|非公開(?:と|に)(?:いたし|し|させ)(?:ました|た|て|ちゃ|とき)|差し?替え(?:ました|た|ておき|とき|て(?:あり|おり)|いたし)|さしかえ(?:ました|ておき)|入れ替え(?:ました|ておき|とき)|書き換え(?:ました|ておき|とき)|書き直し(?:ました|ておき|とき)|(?:直|修正|変更|調整|訂正)し(?:ておき|とき|といた)|外し(?:ておき|ました|とき)|下げ(?:ました|ておき|とき)|引っ込め(?:ました|ます|ておき)|手を入れ(?:ました|ておき|させ)|消えて(?:おり|い)ます|差し?替え済|変えて(?:おり|い)ます|変えておき|閲覧でき(?:ない|なく)(?:よう)?(?:に)?(?:して|な)|消えてもらい|消えました|もう(?:ございません|ありません|見られません)";

static CHANGED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        &format!(r"(?:{THING})[^。]{{0,40}}?(?:{DONE})"),
        &format!(r"(?:さっき|先ほど|さきほど|昨日|きのう|ゆうべ|昨夜|今朝|けさ|前)の[^。]{{0,24}}?(?:{DONE})"),
        &format!(
            r"(?:しれっと|こっそり|そっと|ひっそり|黙って|だまって|静かに|夜のうちに|いつのまにか|何事もなかった)[^。]{{0,24}}?(?:{DONE}|消|直|差し替|書き換|入れ替|変更|修正|更新)"
        ),
        r"(?:誤解を招く|不適切な|行き過ぎた|配慮に欠ける|一部)[^。]{0,16}?(?:ため|ので|から|につき)[^。]{0,10}?(?:削除|取り?下げ|非公開|消去)",
        r"(?:見|聞か|言わ|書か)?なかったことに(?:して|し|なり|いたし|させて|なった)(?:ください|ます|ました|いただ|て|。|$)",
        r"見なかったこと",
        r"(?:さっき|先ほど|昨日|きのう|今朝|けさ|前)の[^。]{0,14}?忘れて(?:ください|いただ|ね)",
        r"(?:さっき|サッキ)ノ?の?[\s]*[^。]{0,14}?(?:ちがっ|違っ|まちがっ|間違っ)[^。]{0,10}?(?:けしま|消しま|けしときま|直しま|なおしま)",
        r"(?:消して|消し|削除して|下げて)おきますね?",
        r"前の(?:投稿|お知らせ|ポスト)の[^。]{0,20}?(?:読みかえ|読み替え|読みなお)",
        r"なぜ(?:消した|削除した|取り下げた|変えた)",
        r"消した以上|存在しないもの(?:と|です)",
        r"理由(?:については|について|に関しては)[^。]{0,14}?(?:控え|答えられ|お答えでき|お答えいたしません)",
        r"(?:投稿|発表|告知|ポスト|発言|お知らせ)(?:は|のこと|のこと?は)[^。]{0,6}?忘れて(?:いただ|ください|ね|もら)",
        r"理由は(?:申し上げ|お答え|言え|お伝え|控え|ひかえ|差し控え|聞か|公表)",
        r"諸般の事情(?:により|で|から)[^。]{0,30}?(?:削除|非公開|取り?下げ|取り?やめ|消|撤回|差し替)",
        r"スクショ(?:を|は)[^。]{0,12}?(?:処分|削除|消し|捨て)",
        r"(?:tweet|post|article|story|video|thread|statement|page|photo|reel)s? (?:has been |have been |was |were |is |are |has |have )?(?:now )?(?:quietly |silently )?(?:removed|deleted|taken down|gone|edited|withdrawn|retracted)",
        r"(?:we|i)(?:'ve| have)? (?:just |quietly |silently |simply |went ahead and )*(?:deleted|removed|took down|taken down|pulled|edited|fixed|changed|swapped|updated|retract(?:ed)?)[^.]{0,24} (?:tweet|post|article|story|video|thread|statement|page|photo|numbers?|figures?|caption|earlier|last week)",
        r"quietly (?:fixed|changed|edited|removed|deleted|swapped|updated|corrected)",
        r"rather not (?:get into|say|explain) why",
    ])
});
/// What an honest correction has: what was wrong, and that it stays or who decided.
static EXPLAINED: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"正しくは|誤りで(?:す|した|ござ)|の誤り|誤って|と書きましたが|と記載|誤記|委員会|経緯|(?:投稿|文|もと|元|記事|まま|線)[^。]{0,14}?残し(?:て|ます|ました)|消さずに|追記|守るため|うつり込|写り込|了承|ご本人|お詫び(?:し|申し|いた|を)|おわび(?:し|申し|いた)|申し訳|申しわけ|を[^。]{0,12}に(?:直し|訂正|修正|改め)|ためです|したためで|不具合を|ご登録|会員登録|マイページ|お手続き|自動的に|stays up|left up|correction|sorry|apologi[sz]e|instead of",
    ])
});
/// Words that only seem to explain: even an apology beside them says nothing.
static VAGUE: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"誤解を(?:招く|与える|まねく)|諸般の|諸事情|一部不適切|見なかったこと|しれっと|こっそり|理由は(?:申し上げ|お答え|言え)|お騒がせ|以後、この件|個別の[^。]{0,14}?控え|訂正、というほど|存在しないもの",
    ])
});
/// Such things are withdrawn every day.
static EXCEPT: LazyLock<Phrases> = LazyLock::new(|| {
    any(&[
        r"消しゴム|来月|来週|来年|予定です|サービス終了|取り?消し(?:線|料|手数料)|電気を消し|火を消し|予約(?:を|の)|注文(?:を|の)取|消灯|防犯カメラ|古い|ご注文|アプリ|キャッシュ|ver\.|におい|消臭|個人情報",
    ])
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.folded();
    if !ctx.is_official() || EXPLAINED.is_match(text) && !VAGUE.is_match(text) {
        return;
    }
    sweep(a, &CHANGED, Some(&EXCEPT), sink);
}
