//! 1-7 and 1-4: codes in a picture that lead astray, or give away what is not for everybody.

use crate::{
    context::{Context, host_of},
    rule::{Need, Rule, Sink, Trigger},
    text::Analysis,
};

pub static RULE: Rule = Rule {
    id: "hygiene/code_target",
    doc: include_str!("code_target.md"),
    triggers: &[Trigger::Always],
    needs: &[Need::Pictures],
    run,
};

/// Codes that are about a person or a door, not a page.
const PERSONAL: [&str; 8] = ["wifi:", "mecard:", "begin:vcard", "tel:", "mailto:", "smsto:", "otpauth:", "geo:"];

/// Services behind whose addresses any target may stand.
const SHORTENERS: [&str; 18] = [
    "bit.ly",
    "t.co",
    "goo.gl",
    "tinyurl.com",
    "ow.ly",
    "is.gd",
    "v.gd",
    "buff.ly",
    "x.gd",
    "t.ly",
    "rb.gy",
    "cutt.ly",
    "lnkd.in",
    "bitly.ws",
    "shorturl.at",
    "urx.space",
    "ux.nu",
    "qr.paps.jp",
];

fn run(a: &Analysis<'_>, ctx: &Context, sink: &mut Sink<'_>) {
    for (nth, _, picture) in a.pictures() {
        for code in picture.seen.codes.iter().filter(|code| is_doubtful(code, ctx)) {
            sink.find_in_medium(nth, code, code);
        }
    }
}

fn is_doubtful(code: &str, ctx: &Context) -> bool {
    let small = code.trim().to_lowercase();
    if PERSONAL.iter().any(|start| small.starts_with(start)) {
        return !ctx.organisation.publishes(code.split_once(':').map_or(code, |(_, rest)| rest));
    }
    if small.starts_with("http://") {
        return true;
    }
    let Some(host) = host_of(&small) else { return false };
    let shortens = SHORTENERS.iter().any(|known| host == *known || host.ends_with(&format!(".{known}")));
    shortens || ctx.organisation.publishes_host(&host) == Some(false)
}
