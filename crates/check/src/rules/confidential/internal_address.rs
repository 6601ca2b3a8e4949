//! 1-5: an address, path, extension or shared password inside the house.

use std::sync::LazyLock;

use crate::{
    context::Context,
    pattern::{Regex, regex},
    phrases::Phrases,
    rule::{Rule, Sink, Trigger},
    rules::confidential::{is_play, sentence},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "confidential/internal_address",
    doc: crate::rule::document(include_str!("internal_address.md")),
    triggers: &[Trigger::Phrases(&HOST), Trigger::Phrases(&KEY)],
    needs: &[],
    run,
};

/// Hosts and paths that only exist inside a network.
static HOST: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = [
        r"(?:https?://)?[a-z0-9][a-z0-9.-]*\.(?:local|lan|internal|corp|intra|intranet|private|home\.arpa)(?:[:/][\w./?=&%#-]*|\b)",
        r"https?://(?:[a-z0-9-]+\.)*(?:intra|intranet|internal|corp|wiki|jira|confluence|gitlab|jenkins|grafana|kibana|redmine|sharepoint|crm|erp|hr|kintai|vpn|admin|staging|stg|dev)\.[a-z0-9.-]+[\w./?=&%#-]*",
        r"https?://(?:localhost|10\.\d+\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|192\.168\.\d+\.\d+)[:/\w.?=&%-]*",
        r"https?://[\w.-]+/(?:wp-admin|admin|login|intra|internal)(?-u:\b)[\w./?=&%#-]*",
        r"smb://[\w./-]+",
        r"\\\\[A-Za-z0-9][\w.-]*\\[^\s、。」)\\]+(?:\\[^\s、。」)\\]+)*",
        r"(?-u:\b)[A-Z]:\\[^\s、。」)\\]+(?:\\[^\s、。」)\\]+)+",
    ]
    .join("|");
    Phrases::new(&format!("(?i){pattern}"))
});
/// A key told together with the door, or an extension told to strangers.
static KEY: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"(?i)(?:ID|ユーザー(?:名)?|user(?:name)?|ログイン)\s?[:は=]\s?[\w@.-]+\s?[/／、,・\s]\s?(?:PW|パス(?:ワード)?|pass(?:word)?)\s?[:は=]\s?[!-~]+|(?:共通|共用|全員同じ|みんな(?:共通|同じ)?)の?\s?(?:ID|パスワード|パス|アカウント)?[「はが]?\s?[a-z]+[a-z0-9]*\d{2,}[a-z0-9!]*|(?:共有|共通|店|会社|社内|バックヤード|事務所|職員用|スタッフ用|業務用|レジ|端末|金庫|裏口|通用口|タブレット)[^。\n]{0,10}(?:パスワード|パス|PW|暗証番号)[はが、:]?\s?[「]?[!-~]{4,}|内線\s?(?:番号)?\s?[はが:]?\s?\d{2,5}";
    Phrases::new(pattern)
});
/// Guests of a house are told to call the desk; machines at home have numbers too.
static OPEN: LazyLock<Phrases> = LazyLock::new(|| {
    let pattern = r"お部屋|客室|フロント|ご(?:予約|用|来|利用|案内)|お客[様さ]|お気軽|受付|example\.com/login|自宅|実家|母|父|うちのルーター|引っ越し|刺繍|玄関マット|例:|たとえば";
    Phrases::new(pattern)
});

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    let text = a.text();
    if is_play(text) {
        return;
    }
    let is_open = |position| OPEN.is_match(sentence(a, position));
    for found in HOST.find_iter(text) {
        // The organisation's own front door is for everybody.
        let front = ctx.is_official() && found.as_str().starts_with("http") && !is_inner(found.as_str());
        if !front && !is_open(found.start()) {
            sink.find(a, found.range());
        }
    }
    for found in KEY.find_iter(text) {
        let told_to_guests = ctx.is_official() && found.as_str().contains("内線");
        if !told_to_guests && !is_open(found.start()) {
            sink.find(a, found.range());
        }
    }
}

fn is_inner(url: &str) -> bool {
    static INNER: LazyLock<Regex> = LazyLock::new(|| {
        regex(
            r"(?i)\.(?:local|lan|internal|corp|intra|intranet)(?-u:\b)|://(?:[a-z0-9-]+\.)*(?:intra|intranet|internal|corp|staging|stg)\.|://(?:10|172|192)\.",
        )
    });
    INNER.is_match(url)
}
