//! Parts of speech as far as a rule asks for them, read from the rows of IPADIC.
//!
//! Serves every **R** item that asks for words. Must stay total: a row that nobody thought of is [`Kind::Other`].

/// What kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 名詞,固有名詞,人名,姓
    FamilyName,
    /// 名詞,固有名詞,人名,名
    GivenName,
    /// 名詞,固有名詞,人名,一般
    PersonName,
    Organisation,
    Place,
    Country,
    /// A proper noun of another kind: products, works, peoples.
    ProperNoun,
    Noun,
    /// A noun that する makes a verb (契約, 訪問).
    ActionNoun,
    /// The stem of an adjective with な (便利, 静か).
    AdjectivalNoun,
    /// A noun that stands as an adverb too (今日, 先月).
    TimeNoun,
    Pronoun,
    Number,
    /// さん, くん, 氏
    PersonSuffix,
    /// 市, 駅, 県
    PlaceSuffix,
    /// 円, 人, 時
    Counter,
    /// 者, 店, 会, 屋
    NounSuffix,
    /// そう and みたい behind a stem: how a thing looks.
    Appearance,
    /// そう behind a plain form: what others say.
    Hearsay,
    /// の, こと, よう, ため: nouns that cannot stand alone.
    FormalNoun,
    Prefix,
    Verb,
    /// いる, しまう, くださる behind another verb.
    AuxiliaryVerb,
    Adjective,
    /// らしい, ない, にくい behind another word.
    AuxiliaryAdjective,
    Auxiliary,
    CaseParticle,
    /// は, も
    TopicParticle,
    /// の between two nouns.
    LinkingParticle,
    /// て, が, し, ので
    ConjunctiveParticle,
    /// ね, よ, か
    FinalParticle,
    OtherParticle,
    Adverb,
    /// この, ある, いわゆる
    Adnominal,
    Conjunction,
    Interjection,
    /// 。
    FullStop,
    /// 、
    Comma,
    OpenBracket,
    CloseBracket,
    Letter,
    Symbol,
    Other,
}

impl Kind {
    #[must_use]
    pub const fn is_person(self) -> bool {
        matches!(self, Self::FamilyName | Self::GivenName | Self::PersonName)
    }

    #[must_use]
    pub const fn is_place(self) -> bool {
        matches!(self, Self::Place | Self::Country)
    }

    /// A name of whatever.
    #[must_use]
    pub const fn is_name(self) -> bool {
        self.is_person() || self.is_place() || matches!(self, Self::Organisation | Self::ProperNoun)
    }

    /// A word that things are called by, names included, suffixes not.
    #[must_use]
    pub const fn is_noun(self) -> bool {
        self.is_name() || matches!(self, Self::Noun | Self::ActionNoun | Self::AdjectivalNoun | Self::TimeNoun)
    }

    #[must_use]
    pub const fn is_particle(self) -> bool {
        matches!(
            self,
            Self::CaseParticle
                | Self::TopicParticle
                | Self::LinkingParticle
                | Self::ConjunctiveParticle
                | Self::FinalParticle
                | Self::OtherParticle
        )
    }

    #[must_use]
    pub const fn is_mark(self) -> bool {
        matches!(self, Self::FullStop | Self::Comma | Self::OpenBracket | Self::CloseBracket | Self::Symbol)
    }

    /// Whether it has forms: 言う, 高い, た.
    #[must_use]
    pub const fn inflects(self) -> bool {
        matches!(self, Self::Verb | Self::AuxiliaryVerb | Self::Adjective | Self::AuxiliaryAdjective | Self::Auxiliary)
    }
}

/// In which form a word stands that has forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// It has no forms.
    None,
    /// 基本形: 言う, 高い, た.
    Plain,
    /// 連用形 and its likes: 言い, 言っ, 高く.
    Connective,
    /// 未然形: 言わ, 言お.
    Irrealis,
    /// 仮定形: 言え(ば).
    Conditional,
    /// 命令形: 言え.
    Imperative,
    /// 体言接続: な of だ, a plain form in old words.
    Attributive,
    /// ガル接続: the bare stem of an adjective (高).
    Stem,
}

/// Reads `POS1,POS2,POS3,POS4,conjugation type,conjugation form`.
#[cfg(feature = "analyser")]
pub(crate) fn parse_row(row: &str) -> (Kind, Form) {
    let mut columns = row.trim_end().split(',');
    let mut next = || columns.next().unwrap_or("*");
    let (first, second, third, fourth) = (next(), next(), next(), next());
    let (_, form) = (next(), next());
    let form = match form {
        "*" | "" => Form::None,
        _ if form.starts_with("基本形") || form == "文語基本形" || form == "現代基本形" => Form::Plain,
        _ if form.starts_with("連用") => Form::Connective,
        _ if form.starts_with("未然") => Form::Irrealis,
        _ if form.starts_with("仮定") => Form::Conditional,
        _ if form.starts_with("命令") => Form::Imperative,
        _ if form.starts_with("体言接続") => Form::Attributive,
        _ if form.starts_with("ガル接続") => Form::Stem,
        _ => Form::None,
    };
    (kind_of(first, second, third, fourth), form)
}

#[cfg(feature = "analyser")]
fn kind_of(first: &str, second: &str, third: &str, fourth: &str) -> Kind {
    match (first, second, third) {
        ("名詞", "固有名詞", "人名") => match fourth {
            "姓" => Kind::FamilyName,
            "名" => Kind::GivenName,
            _ => Kind::PersonName,
        },
        ("名詞", "固有名詞", "組織") => Kind::Organisation,
        ("名詞", "固有名詞", "地域") if fourth == "国" => Kind::Country,
        ("名詞", "固有名詞", "地域") => Kind::Place,
        ("名詞", "固有名詞", _) => Kind::ProperNoun,
        ("名詞", "サ変接続", _) => Kind::ActionNoun,
        ("名詞", "形容動詞語幹" | "ナイ形容詞語幹", _) => Kind::AdjectivalNoun,
        ("名詞", "副詞可能", _) => Kind::TimeNoun,
        ("名詞", "代名詞", _) => Kind::Pronoun,
        ("名詞", "数", _) => Kind::Number,
        ("名詞", "接尾", "人名") => Kind::PersonSuffix,
        ("名詞", "接尾", "地域") => Kind::PlaceSuffix,
        ("名詞", "接尾", "助数詞") => Kind::Counter,
        ("名詞", "接尾", "助動詞語幹") => Kind::Appearance,
        ("名詞", "接尾", _) => Kind::NounSuffix,
        ("名詞", "特殊", "助動詞語幹") => Kind::Hearsay,
        ("名詞", "非自立", _) => Kind::FormalNoun,
        ("名詞", ..) => Kind::Noun,
        ("接頭詞", ..) => Kind::Prefix,
        ("動詞", "自立", _) => Kind::Verb,
        ("動詞", ..) => Kind::AuxiliaryVerb,
        ("形容詞", "自立", _) => Kind::Adjective,
        ("形容詞", ..) => Kind::AuxiliaryAdjective,
        ("助動詞", ..) => Kind::Auxiliary,
        ("助詞", "格助詞", _) => Kind::CaseParticle,
        ("助詞", "係助詞", _) => Kind::TopicParticle,
        ("助詞", "連体化", _) => Kind::LinkingParticle,
        ("助詞", "接続助詞", _) => Kind::ConjunctiveParticle,
        ("助詞", "終助詞", _) => Kind::FinalParticle,
        ("助詞", ..) => Kind::OtherParticle,
        ("副詞", ..) => Kind::Adverb,
        ("連体詞", ..) => Kind::Adnominal,
        ("接続詞", ..) => Kind::Conjunction,
        ("感動詞" | "フィラー", ..) => Kind::Interjection,
        ("記号", "句点", _) => Kind::FullStop,
        ("記号", "読点", _) => Kind::Comma,
        ("記号", "括弧開", _) => Kind::OpenBracket,
        ("記号", "括弧閉", _) => Kind::CloseBracket,
        ("記号", "アルファベット", _) => Kind::Letter,
        ("記号", ..) => Kind::Symbol,
        _ => Kind::Other,
    }
}
