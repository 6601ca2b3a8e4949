//! Samples of the feasibility page: a week with gaps, and one without.

use super::view::{AbleRow, ClassRow, FeasibilityPage};
use crate::pages::Here;
use crate::pages::parts::{Class, Stamp};
use crate::pages::samples::{HOSTILE, page, say, web, x};
use crate::words_filter::Lang;

pub fn all(lang: Lang) -> Vec<(&'static str, FeasibilityPage)> {
    let s = |ja, en| say(lang, ja, en);
    let day = |n: u8, name: String| Stamp::new(format!("2026-11-{n}T12:00+09:00"), name);
    let days = vec![
        day(28, s("11月28日（土）", "Sat 28 Nov")),
        day(29, s("11月29日（日）", "Sun 29 Nov")),
        day(30, s("11月30日（月）", "Mon 30 Nov")),
    ];
    let nobody = s("書く人、送る人", "somebody to write, somebody to send");
    let row = |class: Class| ClassRow {
        class,
        cells: vec![
            (days[0].text.clone(), vec![s("X 公式：確認する人", "X: somebody to review")]),
            (days[1].text.clone(), vec![nobody.clone()]),
            (days[2].text.clone(), vec![]),
        ],
    };
    let able = |account| AbleRow {
        account,
        write: format!("佐藤 美咲 {HOSTILE}"),
        review: "高橋 健、伊藤 さくら".to_owned(),
        publish: "高橋 健".to_owned(),
    };
    let gaps = FeasibilityPage {
        page: page(lang, Here::Feasibility, "/feasibility"),
        rows: Class::ALL.map(row).to_vec(),
        there: days.iter().map(|day| (day.clone(), "佐藤 美咲".to_owned())).collect(),
        accounts: vec![able(x()), able(web())],
        committee: "小林 直人".to_owned(),
        days,
    };
    let mut fine = gaps.clone();
    fine.rows.iter_mut().for_each(|row| row.cells.iter_mut().for_each(|(_, missing)| missing.clear()));
    vec![("feasibility", gaps), ("feasibility-fine", fine)]
}
