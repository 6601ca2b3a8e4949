//! 2-2: a source that nobody can look up: 「ある研究によると」「関係筋」「SNSで見た」.

use std::sync::LazyLock;

use crate::{
    context::Context,
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::{
        accuracy::names_source,
        confidential::{clause, sentence},
    },
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "accuracy/vague_source",
    doc: crate::rule::document(include_str!("vague_source.md")),
    triggers: &[Trigger::Phrases(&VAGUE)],
    needs: &[],
    run,
};

static VAGUE: LazyLock<Phrases> = LazyLock::new(|| {
    let who = r"(?:ある|とある|某|一部の?|海外の?|最新の?|最近の?|有名な?|いくつかの|さる)";
    let pattern = [
        format!(r"{who}(?:[^。、\n]{{0,8}})?(?:研究|調査|論文|実験|データ|統計|専門家|医師|大学|教授|先生|学者|筋|記事|報道|メーカー|企業|機関|関係者)(?:に(?:よると|よれば|よりますと)|では|から|が|の(?:先生|話|間)|も|、|で)[^。\n]{{0,50}}"),
        r"(?:関係筋|消息筋|情報筋|業界筋|業界関係者|業界(?:内|の人|人)|関係者(?:の話)?|事情通|内部(?:の人|関係者)|専門家|識者|知り合い|知人|友人|友だち|親戚|常連(?:さん)?|近所の(?:人|方)|お客さんの一人|通の方|取引先の方|うちの先輩|同業(?:者|の方))(?:の[^。、\n]{1,6})?(?:に(?:よると|よれば|よりますと|聞|は)|から(?:は)?(?:聞|教|こっそり)|が(?:言|教|話|、|[^。、\n]{0,16}と(?:言|教|話|つぶや))|の(?:話|間)では|いわく|曰く|に[^。、\n]{1,8}が(?:い|お))[^。\n]{0,50}".to_owned(),
        r"(?:ネット|SNS|タイムライン|ツイッター|X|掲示板|まとめサイト|テレビ|動画サイト|YouTube|Wiki\w*|生成AI|ChatGPT|AI)(?:で|に|の)(?:[^。、\n]{0,10}(?:見(?:た|まし|かけ)|拾|聞(?:い|き)|話題|噂|書いて|情報|流れて|言われ|評判|よると|よれば))[^。\n]{0,40}".to_owned(),
        r"(?:という|って)(?:データ|研究|調査|統計|報告|論文|結果)(?:が|も|は)(?:あり|出て|ある|続々)".to_owned(),
        r"(?:こと|効果)が(?:研究|科学的|医学的|実験|データ)(?:で|に)(?:[^。、\n]{0,6})?(?:わか|分か|証明|明らか|実証|示され)".to_owned(),
        r"(?:科学的|医学的)に(?:も)?(?:証明|実証|裏付け|正し)".to_owned(),
        r"(?:と|は)(?:一般に|よく|昔から|古くから)?(?:言|い)われて(?:い|お)り?(?:ます|る)".to_owned(),
        r"(?:世間|業界|ちまた|巷)(?:で|に)(?:は)?[^。、\n]{0,16}(?:と言われ|と評判|が常識|で有名|の噂|と囁|ともっぱら)".to_owned(),
        r"(?:科学者|研究者|医者|お医者さん|専門家|評論家|業界の人|地元の人|お年寄り|通)(?:たち|の方々?|の皆さん)?(?:は|が|も)[^。\n]{0,24}と(?:言|話|語|考え)[^。\n]{0,8}".to_owned(),
        r"(?:みんな|誰も|皆さん)が?(?:知って|言って|そう言)(?:い)?(?:る|ます|て)".to_owned(),
        r"(?:内々|こっそり|非公式|オフレコ)に?(?:伺|聞|教)[^。\n]{0,40}".to_owned(),
        r"(?-u:\b)(?:a|one|some|recent|new) (?:recent )?(?:study|survey|research|report)(?: out there)? (?:says|shows|suggests|found|proves|claims)".to_owned(),
        r"(?-u:\b)(?:studies|research|experts|scientists|doctors|sources|insiders|people|everybody|everyone|they) (?:say|says|show|shows|agree|agrees|knows?|suggest|prove|recommend)s?(?-u:\b)".to_owned(),
        r"(?-u:\b)I (?:read|saw) (?:it |this )?(?:somewhere|online|on (?:twitter|X|reddit|tiktok|the internet))".to_owned(),
        r"(?-u:\b)trust me(?-u:\b)".to_owned(),
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
static HARMLESS: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"監修|講演|登壇|ゲスト|取材|ご相談|相談(?:して|し、|の上)|共同研究|共同リリース|研究を(?:始|開始)|研究(?:が|を)始|募集|データを(?:公開|募集)|『|事実ではありません|デマ|ご注意|と考えられています\(|紀要|確かめ|確認|お問い合わせ|ご覧ください|\?$|と呼ばれ|採用|了承";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    if !ctx.is_official() {
        return;
    }
    for found in VAGUE.find_iter(a.text()) {
        let own = sentence(a, found.start());
        if HARMLESS.is_match(own) || names_source(&own.replace(found.as_str(), "")) || a.is_quoted(&found.range()) {
            continue;
        }
        let words = clause(a, &found.range());
        sink.find(a, words.start..words.end.max(found.end()));
    }
}
