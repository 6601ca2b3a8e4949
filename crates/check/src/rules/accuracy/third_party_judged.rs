//! 2-3: a named organisation, product or person is judged, compared, blamed or mocked by an official account.

use std::{ops::Range, sync::LazyLock};

use crate::{
    context::Context,
    entities::{Certainty, Sort},
    people,
    phrases::Phrases,
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
    verdict::{self, Verdict},
};

pub static RULE: Rule = Rule {
    id: "accuracy/third_party_judged",
    doc: crate::rule::document(include_str!("third_party_judged.md")),
    triggers: &[Trigger::Lexicon("accuracy-judgement"), Trigger::Lexicon("names"), Trigger::Words(NAMING)],
    needs: &[Need::Words],
    run,
};

/// What a third party's name has in it, or stands for one.
const NAMING: &[&str] = &[
    "さん",
    "さま",
    "氏",
    "社",
    "他社",
    "競合",
    "ライバル",
    "よその",
    "同業",
    "隣",
    "某",
    "あちら",
    "大学",
    "銀行",
    "信用金庫",
    "信金",
    "電機",
    "電器",
    "運輸",
    "陸運",
    "海運",
    "商事",
    "製薬",
    "食品",
    "化粧品",
    "建設",
    "新聞",
    "テレビ",
    "放送",
    "鉄道",
    "電鉄",
    "航空",
    "ホテル",
    "旅館",
    "病院",
    "クリニック",
    "書店",
    "書房",
    "商店",
    "製菓",
    "酒造",
    "水産",
    "便",
    "交通",
    "バス",
    "電力",
    "ガス",
    "証券",
    "生命",
    "保険",
    "不動産",
    "スーパー",
    "役所",
    "役場",
    "監督",
    "選手",
    "審判",
    "主審",
    "記者",
    "評論家",
    "アナ",
    "議員",
    "市長",
    "知事",
    "大臣",
];
/// A name by its form: with さん, 社, 氏; in 「」 or 『』; a house by its last characters; two capitals in a row.
static NAMED: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"[\p{Han}\p{Katakana}ーA-Za-z0-9・&]{2,16}(?:さん|さま|氏|社(?:さん|様)?)",
        r"[\p{Katakana}ー・A-Z]{2,}[\p{Han}\p{Katakana}ーA-Za-z・]{0,12}(?:社|電器|電機|家電|製菓|製作所|商事|自動車|食品|銀行|放送|テレビ|新聞|工業|不動産|建設|ホテル|鉄道|電鉄|航空|運輸|物産|通信|生命|葬祭|書房|飯店|交通|電力|証券|製薬|出版|商店|酒造|水産|農園|牧場|旅館|食堂|薬局|医院|クリニック|工務店|運送|急便|百貨店|電気|ガス|製麺|製パン|本舗|不動産|美容室|幼稚園|保育園|病院|亭|庵|園|館|書店|大学|学園|病院|Mobile|ゼミナール|ゼミ|塾|美術館|博物館|水族館|動物園|カフェ|軒|堂|屋|市|町|グループ|ハーバー|ランド|パーク)",
        r"\p{Han}{2,6}(?:市|町|村|県|区|省|庁|役場|町役場|村役場|市役所|県庁|商店|商会|書房|書店|食堂|旅館|酒造|製薬|証券|電力|交通|中学?|高校|小学校|大学|電鉄|鉄道|航空|銀行|新聞|放送|テレビ|ゼミナール|美術館|消防局|警察署|役所)(?:の|は|さん|が|を|も|に)",
        r"『[^』]{2,20}』",
        r"「[\p{Han}\p{Katakana}ーA-Za-z0-9ぁ-ん・]{2,14}」(?:の|さん|って|という|は|、|を|が|使)",
        r"[\p{Katakana}ー]{5,}(?:の|より|は|が|から|って|さん|飲|使)",
        r"[\p{Han}\p{Katakana}]{2,8}(?:主審|監督|選手|評論家|記者|アナ|議員|市長|知事|先生)(?:の|は|さん|が)",
        r"(?-u:\b)[A-Z][a-zé]+(?: (?:[A-Z][a-zé]+))+",
        r"(?-u:\b)the [A-Z][a-z]+ (?:app|phone|hotel|store|brand|shop|headphones?)",
        r"(?-u:\b)(?:Unlike|than|thanks to|at) [A-Z][a-z]+",
    ]
    .join("|");
    Phrases::new(&pattern)
});
/// Not a third party, or nobody in particular.
static NOBODY: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"^(?:お客|皆|みな|みなさん|読者|スタッフ|店員|社員|職員|担当|当社|弊社|自社|他社|各社|御社|会社|同社|神社|本社|支社|農家|作家|職人|お子|お母|お父|赤ちゃん|サンタ|ゾウ|お隣|おとなり$|たく|業者|商社|出版社|新聞社|常連|園児|生産者|利用者|参加者|受験生|選手|先生|監督|サービス|スマートフォン|インターネット|メンテナンス|リニューアル|キャンペーン|プレゼント|オープン|スタート|クリスマス|バレンタイン|ハロウィン|イベント|コーヒー|チョコレート|アンケート|カスタマー|センター|ホームページ|ウェブサイト|レストラン|ブラックフライデー|ライブ|メール|ポイント|クーポン|セール|コンサート|トークショー|ワークショップ|ヘルメット|バッテリー|エレベーター|エスカレーター|シャンプー|ドライヤー|スタンプ|マフラー|クッキー|ガソリン|ハンドル|ベビーカー|パンフレット|モーニング|インフルエンザ|インフルエンサー|スタジアム|ミュージアム|ストレッチ|コレクション|サポーター|フォロワー|カレーパン)";
    Phrases::new(pattern)
});
/// Thanks, apology, praise that compares nobody, consent, one's own fault, the other's own words.
static KIND: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"了承|承諾|許可を|確認(?:済|を得|いただ)|ありがとうござい|感謝|すばらし|素晴らし|おめでとう|お世話に|ご協力|同時にお知らせ|共同|お詫び(?:いたし|申し)|当社の(?:誤り|ミス|手違い|不手際|確認不足)|私(?:ども)?の誤り|ご確認をお願い|取扱説明書|登壇|出演|タイアップ|開催|受賞|公開しました|お使いいただけ|ご?迷惑をおかけ|確認\)|(?i:thanks to \w+ for sharing|joint release|with permission)";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        return;
    }
    let names = names(a);
    if names.is_empty() {
        return;
    }
    let mut found = by_phrase(a, &names);
    if a.words().is_some() {
        let more = by_word(a, &others(a), &names);
        let phrased = |range: &Range<usize>| {
            let first = found.partition_point(|phrase| phrase.end <= range.start);
            found.get(first).is_some_and(|phrase| phrase.start < range.end)
        };
        let more: Vec<Range<usize>> = more.into_iter().filter(|range| !phrased(range)).collect();
        found.extend(more);
    }
    found.sort_by_key(|range| range.start);
    found.into_iter().for_each(|range| sink.find(a, range));
}

/// A name and a turn of phrase of the list that judges, in one sentence or the next.
fn by_phrase(a: &Analysis<'_>, names: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last_end = 0;
    for term in a.terms("accuracy-judgement") {
        // Words that judge only where two are compared need the comparison in the same sentence.
        let own = a.sentence_at(term.range.start);
        let near = window(a, &own);
        let Some(name) = nearest(names, &near, &own) else { continue };
        let stretch = &a.text()[own.start.min(name.start)..own.end.max(name.end)];
        if term.range.start < last_end
            || KIND.is_match(stretch) && !term.entry.category.starts_with("scorn")
            || term.entry.category == "comparison" && !own.contains(&name.start)
            || touches(&term.range, name)
        {
            continue;
        }
        let beside = own.contains(&name.start);
        let start = if beside { name.start.min(term.range.start) } else { term.range.start };
        let end = if beside { name.end.max(term.range.end) } else { term.range.end };
        if start < last_end {
            continue;
        }
        last_end = end;
        found.push(start..end);
    }
    found
}

/// A name and a word that judges, or our own merit held against it.
fn by_word(a: &Analysis<'_>, names: &[Range<usize>], formed: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let sentences = a.sentences();
    for (nth, sentence) in sentences.iter().enumerate() {
        let sure = first_inside(names, sentence);
        let Some(name) = sure.or_else(|| first_inside(formed, sentence)) else { continue };
        let next = sentences.get(nth + 1);
        let stretch = &a.text()[sentence.start..next.map_or(sentence.end, |next| next.end)];
        if KIND.is_match(stretch) || NEUTRAL.is_match(stretch) || a.is_quoted(name) && a.text()[name.clone()].len() > 45
        {
            continue;
        }
        let particle = ['は', 'が', 'の', 'も', '、', 'っ', 'に', 'で', ','];
        let topic = a.after(name.end, 1).starts_with(particle) || a.text()[name.clone()].ends_with(particle);
        let judged = verdict::verdicts(a, sentence).into_iter().find(|(range, verdict)| {
            !touches(range, name)
                && !a.is_quoted(range)
                && (*verdict == Verdict::Plain || sure.is_some() && topic && range.start > name.end)
        });
        if let Some((range, _)) = judged {
            found.push(name.start.min(range.start)..name.end.max(range.end));
            continue;
        }
        if sure.is_none() {
            continue;
        }
        let said = &a.text()[name.end..sentence.end];
        if topic && ATTITUDE.is_match(said) && !PRAISE.is_match(said) {
            found.push(name.start..sentence.end);
            continue;
        }
        // 「あちらは…」「当社は…」 in the next sentence speaks of them still.
        let Some(next) = next else { continue };
        let words = &a.text()[next.clone()];
        if THEY.is_match(words) && !verdict::verdicts(a, next).is_empty() {
            found.push(name.start..next.end);
        } else if topic && WE.is_match(words) && !words.contains('?') {
            found.push(name.start..sentence.end);
        }
    }
    found
}

/// How one speaks of others only with an attitude: rhetorical questions, 「だけは一流」, laughter.
static ATTITUDE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"だけは(?:一流|立派|一人前|早い|速い|上手|うまい|達者|元気|大き)|(?:の|ん)でしょうか|のかな|かしら|ばかり(?:です|で|の|だ)|(?:ない|ません)(?:みたい|よう)(?:です|だ|で)|(?:ました|でした|ます|です|ている|てる|た|る|ない)(?:もの|もん)?(?:よ)?ね(?:[。!?…(笑w~\p{Emoji}]|$|\s)|この差|[((]笑|[((]苦笑|[((]失笑|笑[))]|草生え|[😂🤣😏🙃🤭😅🙄💤🥱🤡👋]|教科書のような|のような例|お察し|さぞ|よほど|一体|いったい|まさか|とは[。…!]|もんですか|ものですか";
    Phrases::new(&pattern.replace("\\p{Emoji}", "😀-🙏"))
});
static PRAISE: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"おいし|美味し|うまい|すてき|素敵|かわい|可愛|きれい|綺麗|楽し|嬉し|うれし|すばらし|素晴|さすが|ありがた|応援|好き|最高|人気|懐かし|なつかし|あたたか|温か|元気を|感動|感激|見事|みごと|お似合い|ぴったり|頼もし|心強|誇らし|おすすめ|あこがれ|憧れ|楽しみ|気持ちいい|気持ちよ|心地よ|心地い|なごみ|和み|癒|ほっと|やさし|優し|明るい|いい香り|よい香り|お疲れさま|お気をつけ|あたたまり|温まり";
    Phrases::new(pattern)
});
static THEY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        r"^(?:あちら|あっち|むこう|向こう|先方|相手|あの|それ|これ|さすが|よく|まあ|どうり|道理|ああいう|そういう)",
    )
});
/// We, with what we do better.
static WE: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        r"^(?:当社|当店|当館|当行|当園|当院|弊社|弊店|うち|わが社|我が社|わが町|こちら|私たち|わたしたち|わたしども|つきのわ)(?:は|の|なら|では|だったら|でしたら)",
    )
});
/// A statement of fact about others that every account makes: dates, places, goods of theirs that we sell or fit.
static NEUTRAL: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"許諾|許可|同意|共同|提携|協力|協賛|後援|主催|お礼|御礼|御中|連携|監修|対応(?:し|の|する|機種)|互換|取り扱|お取り寄せ|入荷|発売|販売(?:中|し)|掲載|出演|入賞|運転を|運休|見合わせ|迂回|診断|応援|訂正|正しくは|誤り|お悔やみ|おかけ(?:し|いたし)|お待ちくだ|ご了承|お見舞い|ご冥福|申し訳|申しわけ|採用|求人|募集|告示|発表によ|調べ|お問い合わせ|ご連絡|ご相談";
    Phrases::new(pattern)
});

fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a name is, or touches, one of the organisation's own.
fn is_own(a: &Analysis<'_>, range: &Range<usize>) -> bool {
    let first = a.organisation().partition_point(|own| own.end <= range.start);
    a.organisation().get(first).is_some_and(|own| own.start < range.end)
}

/// All third parties named, without the organisation itself.
fn names(a: &Analysis<'_>) -> Vec<Range<usize>> {
    let forms = NAMED.find_iter(a.text()).map(|found| found.range());
    let known = a.entities().iter().filter(|entity| {
        !matches!(entity.sort, Sort::Place | Sort::PublicPerson) && entity.certainty != Certainty::Bare
    });
    let mut names: Vec<Range<usize>> = match a.words() {
        Some(_) => forms.chain(known.map(|entity| entity.range.clone())).collect(),
        None => forms.chain(people::titled(a.text())).collect(),
    };
    names.retain(|range| !NOBODY.is_match(&a.text()[range.clone()]) && !is_own(a, range) && !a.is_in_url(range));
    names.sort_by_key(|range| (range.start, range.end));
    names
}

/// Whom the words of the text name, and whom they call by what they are to us.
fn others(a: &Analysis<'_>) -> Vec<Range<usize>> {
    static RIVAL: LazyLock<Phrases> = LazyLock::new(|| {
        let pattern = r"(?:他社|競合|ライバル|よその|同業|隣町|となり町|隣の(?:市|町|村|店|県|ホテル|塾|駅)|某|あちら)(?:の[^、。はがも\n]{1,10}|さん|店|社)?";
        Phrases::new(pattern)
    });
    let known = a.entities().iter().filter(|entity| {
        !matches!(entity.sort, Sort::Place | Sort::PublicPerson) && entity.certainty != Certainty::Bare
    });
    let mut others: Vec<Range<usize>> = known.map(|entity| entity.range.clone()).collect();
    others.extend(RIVAL.find_iter(a.text()).map(|found| found.range()));
    others.retain(|range| !NOBODY.is_match(&a.text()[range.clone()]) && !is_own(a, range));
    others.sort_by_key(|range| (range.start, range.end));
    others
}

/// The first name in a sentence. The names are sorted.
fn first_inside<'n>(names: &'n [Range<usize>], sentence: &Range<usize>) -> Option<&'n Range<usize>> {
    let first = names.partition_point(|name| name.start < sentence.start);
    names.get(first).filter(|name| name.end <= sentence.end)
}

/// The sentence and the one before.
fn window(a: &Analysis<'_>, own: &Range<usize>) -> Range<usize> {
    let nth = a.sentences().partition_point(|sentence| sentence.start <= own.start).saturating_sub(1);
    let first = a.sentences().get(nth.saturating_sub(1)).map_or(own.start, |sentence| sentence.start);
    first..own.end
}

/// The name in the sentence itself, or else the last one in the sentence before. The names are sorted.
fn nearest<'n>(names: &'n [Range<usize>], near: &Range<usize>, own: &Range<usize>) -> Option<&'n Range<usize>> {
    let first = names.partition_point(|name| name.start < own.start);
    let inside = names.get(first).filter(|name| name.end <= own.end);
    inside.or_else(|| first.checked_sub(1).and_then(|nth| names.get(nth)).filter(|name| near.start <= name.start))
}
