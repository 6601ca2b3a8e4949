//! What is seen in a post's pictures reaches its desk, once, from the time they come in (1-3, 1-4, 1-7).
#![allow(clippy::unwrap_used)]

use std::{io::Cursor, sync::Arc};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use shingi_app::{
    App, clock::SetClock, config::Config, demo, ids::CountedIds, jobs, password::Secret, session::Signed,
    use_cases::save_draft::PostForm,
};
use shingi_domain::{
    id::{AccountId, PostId},
    policy::Class,
    post::Picture,
    report::Report,
    time::Timestamp,
};
use shingi_store::{Options, Store};

/// 2026-11-24 10:00 in Tokyo.
const TODAY: Timestamp = Timestamp(1_795_482_000_000_000);

struct House {
    app: App,
    clock: Arc<SetClock>,
    sato: Signed,
    news: AccountId,
    _folder: tempfile::TempDir,
}

fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::at(TODAY));
    let store = Store::open(folder.path(), Options::fast_for_demo()).unwrap();
    let app = App::new(store, clock.clone(), Arc::new(CountedIds::from(1)), Config::default()).unwrap();
    let people = demo::seed(&app, &clock, TODAY, "http://127.0.0.1:8420").unwrap();
    let person = people.iter().find(|person| person.email.starts_with("sato")).unwrap();
    let sato = app.bearer(&Secret::new(person.token.clone())).unwrap().unwrap();
    let accounts = app.accounts().unwrap();
    let is_news = |details: &shingi_domain::account::AccountDetails| details.handle == "news";
    let news = accounts.iter().find(|account| account.details.kept().is_some_and(is_news)).unwrap().id;
    House { app, clock, sato, news, _folder: folder }
}

impl House {
    fn write(&self, title: &str, pictures: Vec<Picture>) -> PostId {
        let id = self.app.draft_post(&self.sato, false).unwrap().post.id;
        let form = PostForm {
            class: Class::Routine,
            title: title.to_owned(),
            text: "店の前の様子です。".to_owned(),
            benefit: "店の場所が分かる。".to_owned(),
            sources: Vec::new(),
            pictures,
            accounts: vec![(self.news, None)],
            answers: String::new(),
            corrects: None,
        };
        self.app.revise_post(&self.sato, id, form, 0).unwrap();
        self.clock.advance_minutes(1);
        id
    }

    fn report(&self, post: PostId) -> Report {
        self.app.desk(&self.sato, post).unwrap().parts[0].facts.report.clone()
    }

    fn quotes(&self, post: PostId, rule: &str) -> Vec<String> {
        let findings = self.report(post).findings;
        findings.iter().filter(|found| found.rule.as_str() == rule).map(|found| found.quote.clone()).collect()
    }
}

/// Waves and blocks of our own making.
fn picture(shift: u32) -> RgbImage {
    RgbImage::from_fn(320, 240, |x, y| {
        let wave = (f64::from(x + 37 * shift) / 23.0).sin() + (f64::from(y * (1 + shift)) / 31.0).cos();
        let block = if (x / 50 + y / 60 + shift).is_multiple_of(3) { 60.0 } else { 0.0 };
        let shade = (100.0 + 35.0 * wave + block).clamp(0.0, 255.0) as u8;
        Rgb([shade, shade, 255 - shade])
    })
}

fn bytes(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that says where it was taken and by whom.
fn with_xmp(picture: &RgbImage) -> Vec<u8> {
    let xmp = "http://ns.adobe.com/xap/1.0/\0<a xmlns:e='e' e:City='Yokohama' e:creator='写真館 みなと'/>";
    let length = u16::try_from(xmp.len() + 2).unwrap().to_be_bytes();
    let plain = bytes(picture, ImageFormat::Jpeg);
    [&plain[..2], &[0xff, 0xe1], &length, xmp.as_bytes(), &plain[2..]].concat()
}

#[test]
fn what_a_file_told_is_found_on_the_desk_and_gone_from_what_is_kept() {
    let house = house();
    let taken = house.app.add_picture(&house.sato, &with_xmp(&picture(1))).unwrap();
    let kept = house.app.store.blobs().get(taken.blob).unwrap();
    assert!(!kept.windows(8).any(|window| window == b"Yokohama"));
    let known = house.app.pictures_known(std::slice::from_ref(&taken)).unwrap();
    assert_eq!(known[0].traces.len(), 2);
    // The same bytes once more, without the file's words: what was told is not forgotten.
    assert_eq!(house.app.add_picture(&house.sato, &bytes(&picture(1), ImageFormat::Jpeg)).unwrap().blob, taken.blob);
    let post = house.write("店先", vec![taken]);
    assert_eq!(house.quotes(post, "personal/position_in_picture"), ["Yokohama"]);
    assert_eq!(house.quotes(post, "rights/named_in_picture"), ["写真館 みなと"]);
    assert!(house.report(post).not_asked.iter().all(|rule| !rule.as_str().ends_with("in_picture")));
}

#[test]
fn the_same_picture_in_a_later_post_names_the_earlier_one_and_not_the_other_way_round() {
    let house = house();
    let add = |picture: &RgbImage, format| house.app.add_picture(&house.sato, &bytes(picture, format)).unwrap();
    let first = house.write("春の店先", vec![add(&picture(1), ImageFormat::Png)]);
    let smaller = image::imageops::resize(&picture(1), 200, 150, image::imageops::FilterType::Triangle);
    let again = house.write("夏の店先", vec![add(&smaller, ImageFormat::Jpeg)]);
    let other = house.write("別の写真", vec![add(&picture(4), ImageFormat::Png)]);
    assert_eq!(house.quotes(again, "rights/picture_used_before"), [format!("春の店先 (/posts/{first})")]);
    assert!(house.quotes(first, "rights/picture_used_before").is_empty());
    assert!(house.quotes(other, "rights/picture_used_before").is_empty());
}

#[test]
fn a_picture_that_nobody_looked_at_holds_the_post_until_the_job_has() {
    let house = house();
    let blob = house.app.store.blobs().put(&bytes(&picture(2), ImageFormat::Png)).unwrap();
    let unseen = Picture { blob, media_type: "image/png".to_owned(), alt: "店先".to_owned(), rights: None };
    let post = house.write("前からある写真", vec![unseen]);
    let unchecked = |report: &Report| report.unchecked.iter().any(|one| one.rule.as_str() == "rights/face_in_picture");
    assert!(unchecked(&house.report(post)));
    assert!(!house.app.desk(&house.sato, post).unwrap().parts[0].is_cleared());
    jobs::look(&house.app).unwrap();
    assert!(!unchecked(&house.report(post)));
}

#[test]
fn a_picture_that_no_program_can_open_stays_unchecked_and_is_not_tried_for_ever() {
    let house = house();
    let blob = house.app.store.blobs().put(b"not a picture").unwrap();
    let broken = Picture { blob, media_type: "image/png".to_owned(), alt: "店先".to_owned(), rights: None };
    let post = house.write("壊れた写真", vec![broken]);
    for _ in 0..2 {
        assert!(!house.report(post).unchecked.is_empty());
        jobs::look(&house.app).unwrap();
    }
    let known =
        house.app.pictures_known(&house.app.desk(&house.sato, post).unwrap().post.draft_kept().unwrap().pictures);
    assert_eq!(known.unwrap()[0].seen, None);
}
