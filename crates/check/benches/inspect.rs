//! How long one reading takes: a post of 140 characters, a batch, a megabyte, with two comparisons in the same run.
//!
//! A benchmark may use a clock.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use regex::Regex;
use shingi_check::{
    context::{Context, Organisation},
    engine::Engine,
    normalize::Normalised,
    pack::Pack,
};
use unicode_normalization::UnicodeNormalization;

/// 140 characters, as a shop writes them; nothing to find.
const PLAIN: &str = "今週末は秋の感謝祭を開きます。焼きたてのパンと温かいスープを用意して、みなさまのお越しをお待ちしています。雨のときは屋根のある広場で行いますので、どうぞお気軽にお立ち寄りください。詳しい時間と場所は、公式サイトのお知らせをご覧ください。スタッフ一同、楽しみにしております。";
/// Somebody named and judged: the words of the text are needed.
const NAMED: &str = "ホシゾラ電機さんの新しい掃除機、重すぎて使いにくいとの声が出ているそうです。営業部の佐藤花子さんも「うちのほうが軽い」と言っていました。星見市の展示会では、月影商事の田中部長とお会いしました。来週は架空大学の先生方が見学にいらっしゃるとのことです。みなさまのお越しを、心よりお待ちしております。";
/// The same length, with a number, an address and a date.
const BUSY: &str = "会員の佐藤さまへ。お問い合わせの件は、０９０-1234-5678か taro@example.jp までご連絡ください。11月28日（土）の10時から18時まで、東京都渋谷区神南1-2-3の店で受け付けます。価格は12,800円（税込）です。詳しくは https://example.com/news をご覧ください。";

fn inspect(c: &mut Criterion) {
    let engine = Engine::new(&Pack::standard().expect("the pack loads")).expect("and compiles");
    let mut ctx = Context::official("2026-11-24".parse().expect("a day"));
    ctx.organisation = Organisation::new(vec!["つきのわ".into()], Vec::new());
    let mut group = c.benchmark_group("post of 140 characters");
    let regex = Regex::new(r"0\d{1,3}-\d{2,4}-\d{4}|[\w.]+@[\w.]+|\p{Han}+[都道府県市区町村]").expect("a pattern");
    for (name, text) in [("plain", PLAIN), ("busy", BUSY), ("named", NAMED)] {
        let text: String = text.chars().take(140).collect();
        group.bench_with_input(BenchmarkId::new("inspect", name), &text, |b, text| {
            b.iter(|| engine.inspect(black_box(text), &[], &ctx));
        });
        let words = shingi_morph::built_in().expect("the dictionary is built in");
        group.bench_with_input(BenchmarkId::new("words alone", name), &text, |b, text| {
            b.iter(|| words.tokens(black_box(text)));
        });
        group.bench_with_input(BenchmarkId::new("our normalisation alone", name), &text, |b, text| {
            b.iter(|| Normalised::new(black_box(text)));
        });
        group.bench_with_input(BenchmarkId::new("NFKC alone", name), &text, |b, text| {
            b.iter(|| black_box(text).nfkc().collect::<String>());
        });
        group.bench_with_input(BenchmarkId::new("one bare regex", name), &text, |b, text| {
            b.iter(|| regex.find_iter(black_box(text)).count());
        });
    }
    group.finish();
}

fn lengths(c: &mut Criterion) {
    let engine = Engine::new(&Pack::standard().expect("the pack loads")).expect("and compiles");
    let ctx = Context::official("2026-11-24".parse().expect("a day"));
    let mut group = c.benchmark_group("length");
    group.sample_size(10);
    for bytes in [10_000, 100_000, 1_000_000] {
        let text = format!("{PLAIN}{BUSY}\n").repeat(bytes / (PLAIN.len() + BUSY.len() + 1));
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(bytes), &text, |b, text| {
            b.iter(|| engine.inspect(black_box(text), &[], &ctx));
        });
    }
    group.finish();
}

fn start(c: &mut Criterion) {
    let files = Pack::standard_files();
    c.bench_function("engine from the embedded pack", |b| {
        b.iter(|| Engine::new(&Pack::load(black_box(&files)).expect("the pack loads")).expect("and compiles"));
    });
}

criterion_group!(benches, inspect, lengths, start);
criterion_main!(benches);
