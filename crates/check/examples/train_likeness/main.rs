//! Learns the weights of `shingi_check::likeness` from the labelled posts of `eval/` and writes `data/likeness.bin`.
//!
//! `cargo run --release -p shingi-check --example train_likeness` (a minute). The same posts give the same bytes.
//! `-- --try FILE.jsonl…` writes nothing: it learns from all other files and says how well these are told.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod learn;
mod posts;
mod words;
mod write;

use std::{env, fs, path::Path, thread};

use learn::Row;
use posts::Post;
use shingi_check::likeness::{ITEMS, Scores};

/// The posts are divided into so many parts; each is scored by a model that has not seen it.
const FOLDS: usize = 5;
/// Neighbouring posts are often variants of one scene, so they stay together.
const BLOCK: usize = 40;
/// A rule speaks from the score on at which so many of those that score the same are right.
const WANTED: f32 = 0.72;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let words = words::Words::load(&root.join("eval/words"));
    let held_out: Vec<String> = env::args().skip_while(|word| word != "--try").skip(1).collect();
    let posts = posts::load(&root.join("eval"), &held_out, &words);
    println!("{} posts to learn from", posts.len());
    if !held_out.is_empty() {
        let others: Vec<Post> = held_out.iter().flat_map(|file| posts::read(Path::new(file), &words)).collect();
        let model = learn::fit(&posts.iter().collect::<Vec<_>>(), &words);
        let scores: Vec<Scores> = others.iter().map(|post| model.best(post, &words)).collect();
        precision_by_item(&others, &scores);
        return;
    }
    let scores = thread::scope(|scope| {
        let folds: Vec<_> = (0..FOLDS)
            .map(|fold| {
                scope.spawn({
                    let (posts, words) = (&posts, &words);
                    move || held_out_scores(posts, words, fold)
                })
            })
            .collect();
        let mut scores = vec![[0.0; ITEMS.len()]; posts.len()];
        folds.into_iter().flat_map(|fold| fold.join().unwrap()).for_each(|(nth, score)| scores[nth] = score);
        scores
    });
    precision_by_item(&posts, &scores);
    let bounds = thresholds(&posts, &scores);
    let model = learn::fit(&posts.iter().collect::<Vec<_>>(), &words);
    let bytes = write::bytes(&model, &words, &bounds);
    println!("{} bytes", bytes.len());
    fs::write(root.join("crates/check/data/likeness.bin"), bytes).unwrap();
}

/// The scores of the posts of one part by a model that has learned from the others.
fn held_out_scores(posts: &[Post], words: &words::Words, fold: usize) -> Vec<(usize, Scores)> {
    let inside = |nth: usize| nth / BLOCK % FOLDS == fold;
    let seen: Vec<&Post> = posts.iter().enumerate().filter(|(nth, _)| !inside(*nth)).map(|(_, post)| post).collect();
    let model = learn::fit(&seen, words);
    let others = posts.iter().enumerate().filter(|(nth, _)| inside(*nth));
    others.map(|(nth, post)| (nth, model.best(post, words))).collect()
}

/// (score, right) of all posts for which the item is decided, best first.
fn ranked(posts: &[Post], scores: &[Scores], item: usize) -> Vec<(f32, bool)> {
    let decided = posts.iter().zip(scores).filter(|(post, _)| !post.undecided(item));
    let mut ranked: Vec<_> = decided.map(|(post, scores)| (scores[item], post.accepts(item))).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked
}

fn precision_by_item(posts: &[Post], scores: &[Scores]) {
    let (mut sum, mut of) = (0.0, 0.0);
    for (item, name) in ITEMS.iter().enumerate() {
        let ranked = ranked(posts, scores, item);
        let right = ranked.iter().filter(|(_, right)| *right).count() as f32;
        let (mut found, mut average, mut at) = (0.0, 0.0, [0.0; 2]);
        for (nth, (_, is_right)) in ranked.iter().enumerate() {
            found += f32::from(u8::from(*is_right));
            let precision = found / (nth + 1) as f32;
            average += if *is_right { precision } else { 0.0 };
            for (slot, wanted) in [0.9, 0.8].into_iter().enumerate() {
                if precision >= wanted && nth >= 4 {
                    at[slot] = found / right;
                }
            }
        }
        println!(
            "{name:5} {right:5} average precision {:.3}  recall at 0.9 {:.2}, at 0.8 {:.2}",
            average / right,
            at[0],
            at[1]
        );
        sum += average;
        of += right;
    }
    println!("all         average precision {:.3}", sum / of);
}

/// The score of each item at which [`WANTED`] is reached.
fn thresholds(posts: &[Post], scores: &[Scores]) -> Scores {
    let mut bounds = [0.0; ITEMS.len()];
    for (item, bound) in bounds.iter_mut().enumerate() {
        let (a, b) = calibrate(&ranked(posts, scores, item));
        *bound = ((WANTED / (1.0 - WANTED)).ln() - b) / a;
        let chosen: Vec<_> = ranked(posts, scores, item).into_iter().filter(|(score, _)| score >= bound).collect();
        let right = chosen.iter().filter(|(_, right)| *right).count();
        println!("{:5} from {:.2}: {} right of {}", ITEMS[item], bound, right, chosen.len());
    }
    bounds
}

/// Platt's sigmoid: `p = 1 / (1 + exp(-(a·score + b)))`.
fn calibrate(ranked: &[(f32, bool)]) -> (f32, f32) {
    let (mut a, mut b) = (1.0_f64, 0.0_f64);
    for _ in 0..4000 {
        let (mut da, mut db) = (0.0, 0.0);
        for (score, right) in ranked {
            let p = 1.0 / (1.0 + (-(a * f64::from(*score) + b)).exp());
            let error = f64::from(u8::from(*right)) - p;
            da += error * f64::from(*score);
            db += error;
        }
        a += 2.0 * da / ranked.len() as f64;
        b += 2.0 * db / ranked.len() as f64;
    }
    (a as f32, b as f32)
}

/// All sentences of these posts as rows to learn from.
fn rows<'p>(posts: &[&'p Post]) -> Vec<Row<'p>> {
    posts.iter().flat_map(|post| post.sentences.iter().map(move |sentence| Row { post, sentence })).collect()
}
