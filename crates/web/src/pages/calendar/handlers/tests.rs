//! Days begin at midnight of the organisation's zone, holidays are red, and a move is offered to whom it is allowed (2-6).

use shingi_domain::{id::PostId, time::Timestamp};

use crate::testing::Server;

const CLEARED: &str = "カートリッジの回収";

fn schedule(server: &Server, post: PostId, due: Timestamp) {
    let desk = server.desk(post);
    let takahashi = server.sign_in("takahashi").signed;
    for part in &desk.parts {
        server.app().schedule_delivery(&takahashi, post, part.delivery.id, due).unwrap();
    }
}

/// What stands in the cell of a day.
fn cell<'p>(page: &'p str, date: &str) -> &'p str {
    let cells = page.split("<td class=\"cal__cell").skip(1);
    let mark = format!("data-date=\"{date}\"");
    let found = cells
        .filter_map(|cell| cell.split("</td>").next())
        .find(|cell| cell.split('>').next().unwrap_or_default().contains(&mark));
    found.unwrap_or_else(|| panic!("no cell for {date}"))
}

#[test]
fn around_midnight_a_post_stands_on_the_day_of_tokyo() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = server.post(CLEARED);
    // 15:00 UTC is midnight in Tokyo: ten minutes before, and ten minutes after.
    let midnight = Timestamp(1_795_532_400_000_000).plus_micros(Timestamp::DAY);
    schedule(&server, post, midnight.plus_minutes(-10));
    let page = sato.get("/calendar?view=month&on=2026-11-24");
    page.is(200).shows("Asia/Tokyo (UTC+9)");
    assert!(cell(&page.body, "2026-11-25").contains(CLEARED) && cell(&page.body, "2026-11-25").contains("23:50"));
    assert!(!cell(&page.body, "2026-11-26").contains(CLEARED));

    schedule(&server, post, midnight.plus_minutes(10));
    let page = sato.get("/calendar?view=week");
    assert!(cell(&page.body, "2026-11-26").contains(CLEARED) && cell(&page.body, "2026-11-26").contains("00:10"));
    assert!(!cell(&page.body, "2026-11-25").contains(CLEARED));
}

#[test]
fn the_last_evening_of_what_is_shown_is_shown_and_the_next_morning_is_not() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let post = server.post(CLEARED);
    // Saturday 5 December 23:50 in Tokyo, the last cell of November's page.
    let sunday = Timestamp(1_795_532_400_000_000).plus_micros(11 * Timestamp::DAY);
    schedule(&server, post, sunday.plus_minutes(-10));
    let page = sato.get("/calendar?view=month&on=2026-11-24");
    assert!(cell(&page.body, "2026-12-05").contains(CLEARED));
    schedule(&server, post, sunday);
    sato.get("/calendar?view=month&on=2026-11-24").hides(CLEARED);
    sato.get("/calendar?view=week&on=2026-12-06").shows(CLEARED);
}

#[test]
fn today_is_the_day_of_the_zone_and_not_of_the_server() {
    let server = Server::demo();
    // 00:30 on the 25th in Tokyo, still the 24th in UTC.
    server.clock.set(Timestamp(1_795_532_400_000_000).plus_minutes(30));
    let page = server.sign_in("sato").get("/calendar");
    assert!(cell(&page.body, "2026-11-25").contains("aria-current=\"date\""));
    assert!(!cell(&page.body, "2026-11-24").contains("aria-current=\"date\""));
}

#[test]
fn sundays_and_holidays_are_red_and_days_of_remembrance_have_their_note() {
    let server = Server::demo();
    let sato = server.sign_in("sato");
    let page = sato.get("/calendar?on=2026-11-24");
    assert!(
        cell(&page.body, "2026-11-23").contains("is-sun") && cell(&page.body, "2026-11-23").contains("勤労感謝の日")
    );
    assert!(cell(&page.body, "2026-11-22").contains("is-sun"));
    assert!(!cell(&page.body, "2026-11-24").contains("is-sun"));
    let march = sato.get("/calendar?on=2027-03-11");
    sato.get("/calendar?view=week&on=2026-12-31&lang=en").shows("27 December – 2 January 2027");
    assert!(cell(&march.body, "2027-03-11").contains("東日本大震災の日"));
    march.hides("祝日は、この版");
    sato.get("/calendar?on=2028-05-05").is(200).shows("2028年の祝日は、この版のShingiにはまだ入っていません。");
}

#[test]
fn a_move_is_offered_to_those_who_may_publish_and_never_for_what_is_out() {
    let server = Server::demo();
    let takahashi = server.sign_in("takahashi").get("/calendar?view=list");
    takahashi.is(200).shows("/schedule\" method=\"post\"").shows("name=\"back\" value=\"/calendar?view=list\"");
    server.sign_in("watanabe").get("/calendar?view=list").is(200).hides("/schedule\" method=\"post\"");
    // What was published yesterday has a cell and no grip.
    let page = server.sign_in("takahashi").get("/calendar?on=2026-11-24");
    let published = cell(&page.body, "2026-11-23");
    assert!(published.contains("data-state=\"published\"") && !published.contains("class=\"grip\""));
    server.sign_in("matsumoto").get("/calendar").is(403);
}

#[test]
fn two_posts_of_an_account_in_one_hour_are_said() {
    let server = Server::demo();
    let post = server.post(CLEARED);
    let page = server.sign_in("sato").get("/calendar?view=list");
    page.hides("同じ時間帯に重なっています");
    // 「明日の窓口」 goes out on the same account at 9:00.
    let tomorrow_nine = Timestamp(1_795_532_400_000_000).plus_minutes(9 * 60 + 20);
    schedule(&server, post, tomorrow_nine);
    server
        .sign_in("sato")
        .get("/calendar?view=list")
        .shows("同じ時間帯に重なっています")
        .shows("09:20 カートリッジの回収");
}
