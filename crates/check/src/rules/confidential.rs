//! 1-5 and 1-6: house marks, and what is learned at work.
//!
//! Reports of wrongdoing, labour rights and the search for work are never a finding: see [`is_protected`].

use std::{ops::Range, sync::LazyLock};

use crate::pattern::{Regex, regex};

use crate::{rule::Rule, text::Analysis};

pub mod business_decision;
pub mod client_dealings;
pub mod code_name;
pub mod document_quoted;
pub mod guest;
pub mod house_document;
pub mod house_mark;
pub mod internal_address;
pub mod internal_figure;
pub mod kept_quiet;
pub mod material_fact_named;
pub mod matter_named;
pub mod unannounced;
pub mod undisclosed_incident;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &house_mark::RULE,
    &house_document::RULE,
    &internal_address::RULE,
    &unannounced::RULE,
    &business_decision::RULE,
    &internal_figure::RULE,
    &client_dealings::RULE,
    &guest::RULE,
    &undisclosed_incident::RULE,
    &code_name::RULE,
    &kept_quiet::RULE,
    &matter_named::RULE,
    &material_fact_named::RULE,
    &document_quoted::RULE,
];

/// The clause around a range, without the mark that ends it: what a reader takes the finding for.
pub(crate) fn clause(a: &Analysis<'_>, range: &Range<usize>) -> Range<usize> {
    let found = a.clause_at(range.start);
    let (start, end) = (found.start.min(range.start), found.end.max(range.end));
    let words = &a.text()[start..end];
    let trimmed = words.trim_end_matches(['、', '。', '!', '?', ',', '.', ':', ';', '…', ' ', '\n']);
    start..(start + trimmed.len()).max(range.end)
}

/// The sentence at a position together with the next one.
pub(crate) fn two_sentences<'a>(a: &'a Analysis<'_>, position: usize) -> &'a str {
    let first = a.sentence_at(position);
    let next = a.sentences().partition_point(|sentence| sentence.start <= first.start);
    let end = a.sentences().get(next).map_or(first.end, |sentence| sentence.end);
    &a.text()[first.start..end]
}

/// The sentence at a position.
pub(crate) fn sentence<'a>(a: &'a Analysis<'_>, position: usize) -> &'a str {
    &a.text()[a.sentence_at(position)]
}

/// Reporting a wrong, labour rights, looking for work: what the policy promises never to limit.
pub(crate) fn is_protected(text: &str) -> bool {
    static PROTECTED: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?i)通報|労基|労働(?:基準|組合|相談|審判|委員会|安全衛生法)|残業代|未払い|賃上げ|有給|組合の(?:集まり|大会|定期)|組合で|ストライキ|内定|団体交渉|ハラスメント|パワハラ|セクハラ|産業医|転職活動|就活中|最終面接|内部告発|whistleblow|labou?r union|unpaid overtime";
        regex(pattern)
    });
    PROTECTED.is_match(text)
}

/// Home, pets, stories, play: where words of work are used in fun.
pub(crate) fn is_play(text: &str) -> bool {
    static PLAY: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"わが家|我が家|実家|家族会議|夫に|妻に|旦那に|フリマ|文化祭|学園祭|ぬか床|保護猫|野良|柴犬|(?:猫|犬|柴)[・、)(]|三毛|茶トラ|ドラマの|ドラマを|ドラマ、|映画の|映画を|小説|脱出ゲーム|謎解き|夢の中|夢を見た|Tシャツ|読書会|図書館|郷土|釣り|家計簿|おこづかい|お小遣い|ミッション|推し(?:の|が|カプ)";
        regex(pattern)
    });
    PLAY.is_match(text)
}

/// Whether a stretch says that the thing is public already: published, announced, with a link to it.
pub(crate) fn is_public(stretch: &str) -> bool {
    static PUBLIC: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"(?i)https?://|(?:を|が|は|で|に|、|り|日)(?:すでに|適時)?(?:公開|公表|発表|開示|告知|リリース)(?:し(?:ました|ています|ており|た)|いたし(?:ました|ております)|され(?:ました|ています|ており|た)|ずみ|済み|した(?:計画|とおり|もの))|(?:で|に)公表したとおり|公式(?:サイト|発表|リリース|ホームページ|アカウント)(?:の|で|に|が|より|を見)|公式に書いて|プレスリリース|ニュースリリース|サイト(?:で|に|の|を)(?:は|も)?(?:ご覧|公開|掲載|お知らせ|記事)|どなたでも|だれでも(?:見|読|入)|誰でも(?:見られ|読め)|お知らせしています|お知らせいたします|announced today|press release|published|官報|広報紙|ニュースで(?:見|や|流)|報道(?:され|で)|新聞に(?:出|載)";
        regex(pattern)
    });
    PUBLIC.is_match(stretch)
}
