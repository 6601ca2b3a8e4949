//! Plans of a house, read from words: what is to happen, to what, and when, in one sentence.
//!
//! Serves 1-6. 「来月、工場をたたむ」 in any ending and order. Must never say whether the plan is public or whose it is: that is
//! the rule's to find.

use std::{collections::HashSet, ops::Range, sync::LazyLock};

use shingi_morph::Kind;

use crate::text::Analysis;

type Words = LazyLock<HashSet<&'static str>>;

fn set(words: &'static str) -> HashSet<&'static str> {
    words.split_whitespace().collect()
}

/// What a house decides to do, by dictionary form.
static DEEDS: Words = LazyLock::new(|| {
    set(
        "畳む たたむ 閉める 閉じる 閉鎖 売る 売却 売り払う 手放す 買う 買い取る 買い占める 買収 切る 乗り換える 乗り換え 撤退 引き揚げる 統合 合併 提携 移転 \
         移る 移す 変える 変わる 代わる 替わる 上げる 下げる 値上げ 値下げ 減らす 減る 増やす 増える やめる 止める とめる 終わる 終える 始める 始まる 出す 出る 立ち上げる \
         建てる 建て替える 借りる 受ける 受注 獲る 移籍 契約 発注 内定 採用 発売 展開 進出 公開 刷新 廃止 休止 休刊 廃刊 打ち切る 打ち切り 解散 分社 上場 増資 減資 \
         募る 募集 配置転換 異動 就任 退任 辞任 辞める 降りる 交代 交替 昇格 降格 独立 参入 開業 閉店 閉館 閉校 廃業 倒産 破産 改装 改修 再編 外注 内製 縮小 拡大 \
         納める 納入 載る 並ぶ 組む 降ろす 外す 潰す つぶす 引き抜く 引き継ぐ 乗り出す 手がける 手掛ける 任せる 売り出す 早まる 遅れる 延期 中止 決まる 決める",
    )
});
/// What it is done to.
static THINGS: Words = LazyLock::new(|| {
    set(
        "工場 支店 店 店舗 本店 新店 プロジェクト 事業 会社 契約 路線 便 船 コンテナ船 倉庫 新庁舎 庁舎 会場 ブランド シリーズ 製品 新製品 商品 新商品 新作 新型 機種 モデル 球団 ホテル 宿 \
         温泉宿 部門 拠点 支社 本社 子会社 現地法人 ライン 施設 サービス アプリ 雑誌 番組 公演 演目 チーム 土地 ビル 社屋 研究所 病棟 診療科 学部 学科 校舎 コース クラス 月謝 \
         料金 運賃 価格 値段 定価 給料 賞与 ボーナス 人員 社長 会長 役員 専務 部長 支店長 工場長 編集長 監督 選手 主演 キャスト 株 案件 取引 ダイヤ 終電 始発 バス停 駅 メニュー 味 \
         新色 新車 車種 列車 車両 保険 商標 特許 銘柄 品種 売り場 フロア 連載 単行本 新刊 アルバム 新曲 ツアー スポンサー 業者 メーカー 銀行 学校 病院 組合 農協 園 塾 局 課 部 班 \
         車庫 営業所 寮 社宅 食堂 うち 弊社 当社 作品 続編 版 機能 仕様 ロット 在庫 予算 枠 席 航路 港 空港 会員 年会費 ポイント 制服 ロゴ 社名 看板",
    )
});
static TIMES: Words = LazyLock::new(|| {
    set(
        "来年 来月 来週 来期 来春 来夏 来秋 来冬 来季 再来年 再来月 年内 年度 来年度 今期 年明け 春 夏 秋 冬 年末 年度末 期末 月末 明日 あした 近日 近々 いずれ もうすぐ 水面下",
    )
});

/// What is done with or for a client, by dictionary form.
static DEALS: Words = LazyLock::new(|| {
    set(
        "契約 商談 受注 内定 打ち合わせ 打合せ 訪問 来社 来訪 提案 納品 納める 納入 卸す 監査 共同開発 取引 提携 解約 発注 見積 見積もり 見積り プレゼン コンペ 出向 常駐 案件 任せる 任す 請け負う 請負 \
         導入 乗り換える 乗り換え 切る 値引き 値切る 下請け 外注 製造 生産 融資 貸す 入金 支払い 支払う 未払い 接待 宴会 貸し切り 刷新 新案件 仕事 依頼 頼む 頼まれる 共同配船 協業 買い付け 出資 検収 検品 \
         クレーム 返品 入札 落札 失注 商流 開拓 口説く 獲得 決まる 決める 通う 詰める 出入り",
    )
});

/// A deed further behind the name, in words, is another's.
const REACH: usize = 40;

/// The first dealing with somebody named in a sentence: from the name to the deed.
pub(crate) fn dealing(a: &Analysis<'_>, sentence: &Range<usize>, client: &Range<usize>) -> Option<Range<usize>> {
    let (words, text) = (a.words()?, a.text());
    let first = words.partition_point(|word| word.start < client.end);
    let last = words.partition_point(|word| word.end <= sentence.end);
    let deed = words[first..last.max(first)].iter().take(REACH).find(|word| {
        DEALS.contains(word.base(text))
            && (word.kind.is_noun() || word.kind.inflects() && word.kind != Kind::AuxiliaryVerb)
    })?;
    Some(client.start..deed.end)
}

/// The first plan in a sentence: from its time or thing to its deed.
pub(crate) fn plan(a: &Analysis<'_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let (words, text) = (a.words()?, a.text());
    let first = words.partition_point(|word| word.start < sentence.start);
    let last = words.partition_point(|word| word.end <= sentence.end);
    let (mut time, mut thing) = (None, None);
    for nth in first..last {
        let word = &words[nth];
        let base = word.base(text);
        let month = word.kind == Kind::Number
            && words
                .get(nth + 1)
                .is_some_and(|next| matches!(next.surface(text), "月" | "月末" | "年" | "年度" | "月号"));
        if month || TIMES.contains(base) {
            time = time.or(Some(word.start));
        } else if THINGS.contains(base) && word.kind != Kind::PersonSuffix {
            thing = thing.or(Some(word.start));
        } else if let (Some(time), Some(thing)) = (time, thing)
            && DEEDS.contains(base)
            && (word.kind.inflects() && word.kind != Kind::AuxiliaryVerb || word.kind == Kind::ActionNoun)
        {
            return Some(time.min(thing)..word.end);
        }
    }
    None
}
