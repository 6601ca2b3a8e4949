//! Logistic regression for each item, by stochastic steps whose size falls with what a weight has already moved.

use std::collections::HashMap;

use shingi_check::likeness::{Features, ITEMS, Scores, WORDS_MIN};

use crate::{
    posts::{Post, Sentence},
    rows,
    words::{DIMENSIONS, Words},
};

const N: usize = ITEMS.len();
/// A string that stands in fewer posts carries no weight.
const POSTS_MIN: usize = 3;
/// How often all sentences are gone through.
const EPOCHS: usize = 25;
/// The size of the first steps; it falls to nothing.
const RATE: f32 = 0.3;
/// How much of itself a weight loses with each step.
const DECAY: f32 = 1e-4;

pub struct Row<'p> {
    pub post: &'p Post,
    pub sentence: &'p Sentence,
}

/// Weights, each with the sum of the squares of its steps.
#[derive(Clone)]
pub struct Weights(pub Vec<[f32; N]>, Vec<[f32; N]>);

impl Weights {
    fn new(len: usize) -> Self {
        Self(vec![[0.0; N]; len], vec![[0.01; N]; len])
    }

    fn step(&mut self, at: usize, by: f32, error: &Scores, rate: f32, decay: f32) {
        let (weights, squares) = (&mut self.0[at], &mut self.1[at]);
        for nth in 0..N {
            let slope = error[nth] * by - decay * weights[nth];
            squares[nth] += slope * slope;
            weights[nth] += rate * slope / squares[nth].sqrt();
        }
    }
}

/// A stretch of text: its known strings with their weight, and its mean word.
struct Known {
    grams: Vec<u32>,
    by: f32,
    mean: [f32; DIMENSIONS],
}

pub struct Model {
    pub grams: HashMap<u32, usize>,
    pub near: Weights,
    pub far: Weights,
    pub near_words: Weights,
    pub far_words: Weights,
    pub bias: Weights,
}

pub fn fit(posts: &[&Post], words: &Words) -> Model {
    let mut model = Model::new(posts);
    let rows = rows(posts);
    let wholes: HashMap<*const Post, Known> =
        posts.iter().map(|post| (&raw const **post, model.known(&post.whole, words))).collect();
    let sentences: Vec<Known> = rows.iter().map(|row| model.known(&row.sentence.features, words)).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut seed = 1_u64;
    for epoch in 0..EPOCHS {
        for at in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (seed >> 33) as usize % (at + 1));
        }
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32);
        for &nth in &order {
            model.learn(&rows[nth], &sentences[nth], &wholes[&(&raw const *rows[nth].post)], rate);
        }
    }
    model
}

impl Model {
    fn new(posts: &[&Post]) -> Self {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        for post in posts {
            let mut seen = post.whole.grams.clone();
            seen.sort_unstable();
            seen.dedup();
            seen.into_iter().for_each(|gram| *counts.entry(gram).or_default() += 1);
        }
        let mut kept: Vec<u32> =
            counts.into_iter().filter(|(_, count)| *count >= POSTS_MIN).map(|(gram, _)| gram).collect();
        kept.sort_unstable();
        let len = kept.len();
        Self {
            grams: kept.into_iter().enumerate().map(|(nth, gram)| (gram, nth)).collect(),
            near: Weights::new(len),
            far: Weights::new(len),
            near_words: Weights::new(DIMENSIONS),
            far_words: Weights::new(DIMENSIONS),
            bias: Weights::new(2),
        }
    }

    fn known(&self, features: &Features, words: &Words) -> Known {
        let grams = features.grams.iter().filter_map(|gram| self.grams.get(gram).map(|nth| *nth as u32)).collect();
        let mut mean = [0.0; DIMENSIONS];
        for row in &features.words {
            for (sum, number) in mean.iter_mut().zip(&words.vectors[usize::from(*row)]) {
                *sum += number;
            }
        }
        let count = (features.words.len() as f32).max(WORDS_MIN);
        mean.iter_mut().for_each(|number| *number /= count);
        Known { grams, by: 1.0 / (features.grams.len() as f32).sqrt().max(1.0), mean }
    }

    fn scores(&self, official: bool, sentence: &Known, whole: &Known) -> Scores {
        let mut scores = self.bias.0[usize::from(official)];
        for (known, grams, means) in [(sentence, &self.near, &self.near_words), (whole, &self.far, &self.far_words)] {
            let mut sum = [0.0; N];
            for gram in &known.grams {
                add(&mut sum, &grams.0[*gram as usize], 1.0);
            }
            add(&mut scores, &sum, known.by);
            for (nth, number) in known.mean.iter().enumerate() {
                add(&mut scores, &means.0[nth], *number);
            }
        }
        scores
    }

    /// The best score of any sentence.
    pub fn best(&self, post: &Post, words: &Words) -> Scores {
        let whole = self.known(&post.whole, words);
        let mut best = [f32::NEG_INFINITY; N];
        for sentence in &post.sentences {
            let scores = self.scores(post.official, &self.known(&sentence.features, words), &whole);
            for (best, score) in best.iter_mut().zip(scores) {
                *best = best.max(score);
            }
        }
        best
    }

    fn learn(&mut self, row: &Row<'_>, sentence: &Known, whole: &Known, rate: f32) {
        let scores = self.scores(row.post.official, sentence, whole);
        let mut error = [0.0; N];
        for nth in 0..N {
            if let Some(wanted) = row.sentence.labels[nth] {
                error[nth] = f32::from(u8::from(wanted)) - 1.0 / (1.0 + (-scores[nth]).exp());
            }
        }
        self.bias.step(usize::from(row.post.official), 1.0, &error, rate, 0.0);
        for (known, grams, means) in
            [(sentence, &mut self.near, &mut self.near_words), (whole, &mut self.far, &mut self.far_words)]
        {
            for gram in &known.grams {
                grams.step(*gram as usize, known.by, &error, rate, DECAY);
            }
            for (nth, number) in known.mean.iter().enumerate() {
                means.step(nth, *number, &error, rate, DECAY / 10.0);
            }
        }
    }
}

fn add(sum: &mut Scores, weights: &[f32; N], by: f32) {
    for (sum, weight) in sum.iter_mut().zip(weights) {
        *sum += weight * by;
    }
}
