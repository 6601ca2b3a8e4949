//! The file of weights, as `shingi_check::likeness::Model` reads it: whole numbers of one byte, tables by hash.

use shingi_check::{
    likeness::{BEGINNINGS, ITEMS, LANES, Model as Reader, Scores, beginning},
    perfect,
};

use crate::{
    learn::{Model, Weights},
    words::Words,
};

const N: usize = ITEMS.len();

pub fn bytes(model: &Model, words: &Words, bounds: &Scores) -> Vec<u8> {
    let (near, near_scale) = whole_numbers(&model.near.0);
    let (far, far_scale) = whole_numbers(&model.far.0);
    let (near_words, near_word_scale) = whole_numbers(&word_weights(&model.near_words, words));
    let (far_words, far_word_scale) = whole_numbers(&word_weights(&model.far_words, words));
    let mut out = Reader::MAGIC.to_vec();
    let scales = [near_scale, far_scale, near_word_scale, far_word_scale];
    for scores in [bounds, &model.bias.0[0], &model.bias.0[1]].into_iter().chain(&scales) {
        scores.iter().for_each(|score| out.extend(score.to_le_bytes()));
    }
    let mut grams: Vec<(u32, usize)> = model.grams.iter().map(|(gram, nth)| (*gram, *nth)).collect();
    grams.retain(|(_, nth)| near[*nth].iter().chain(&far[*nth]).any(|weight| weight.abs() > 1));
    grams.sort_unstable();
    println!("{} strings carry a weight", grams.len());
    let mut rows: Vec<(u32, usize)> = words.rows.iter().map(|(word, row)| (*word, usize::from(*row))).collect();
    rows.sort_unstable();
    let keys: Vec<u32> = grams.iter().map(|(gram, _)| *gram).collect();
    table(&keys, 4 + LANES, &mut out, |nth, out| lanes(&near[grams[nth].1], &far[grams[nth].1], out));
    out.extend(lengths(words));
    let keys: Vec<u32> = rows.iter().map(|(word, _)| *word).collect();
    table(&keys, 6, &mut out, |nth, out| out.extend(u16::try_from(rows[nth].1).unwrap().to_le_bytes()));
    out.extend(u32::try_from(near_words.len()).unwrap().to_le_bytes());
    near_words.iter().zip(&far_words).for_each(|(near, far)| lanes(near, far, &mut out));
    out
}

/// Weights for the sentence, then for the text.
fn lanes(near: &[i8; N], far: &[i8; N], out: &mut Vec<u8>) {
    for weights in [near, far] {
        out.extend(weights.iter().map(|weight| weight.cast_unsigned()));
    }
}

/// For each beginning which lengths words have that begin so.
fn lengths(words: &Words) -> Vec<u8> {
    let mut lengths = vec![0; BEGINNINGS];
    words.list.iter().for_each(|word| lengths[beginning(word) as usize] |= 1 << word.chars().count());
    lengths
}

/// Writes how many seeds and rows there are, the seeds, and the rows: each a key and what belongs to it, or zeros.
fn table(keys: &[u32], len: usize, out: &mut Vec<u8>, row: impl Fn(usize, &mut Vec<u8>)) {
    let (seeds, rows) = perfect::places(keys);
    for count in [seeds.len(), rows.len()] {
        out.extend(u32::try_from(count).unwrap().to_le_bytes());
    }
    seeds.iter().for_each(|seed| out.extend(seed.to_le_bytes()));
    for nth in rows {
        let end = out.len() + len;
        if let Some(nth) = nth {
            out.extend(keys[nth].to_le_bytes());
            row(nth, out);
        }
        out.resize(end, 0);
    }
}

/// What each row of the table of words weighs for each item.
fn word_weights(by_dimension: &Weights, words: &Words) -> Vec<[f32; N]> {
    let weigh = |vector: &[f32]| {
        let mut sum = [0.0; N];
        for (number, weights) in vector.iter().zip(&by_dimension.0) {
            for (sum, weight) in sum.iter_mut().zip(weights) {
                *sum += number * weight;
            }
        }
        sum
    };
    words.vectors.iter().map(|vector| weigh(vector)).collect()
}

/// Each item's weights in steps of one size, so that all but one in a thousand fit into a byte.
fn whole_numbers(weights: &[[f32; N]]) -> (Vec<[i8; N]>, Scores) {
    let mut scale = [1.0; N];
    for (item, scale) in scale.iter_mut().enumerate() {
        let mut sizes: Vec<f32> = weights.iter().map(|weights| weights[item].abs()).collect();
        sizes.sort_by(f32::total_cmp);
        *scale = (sizes[(sizes.len() - 1) * 999 / 1000] / 127.0).max(f32::MIN_POSITIVE);
    }
    let whole = weights
        .iter()
        .map(|weights| std::array::from_fn(|item| (weights[item] / scale[item]).round().clamp(-127.0, 127.0) as i8));
    (whole.collect(), scale)
}
