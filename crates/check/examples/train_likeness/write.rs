//! The file of weights, as `shingi_check::likeness::Model` reads it: whole numbers of one byte, tables by hash.

use shingi_check::likeness::{ITEMS, Model as Reader, Scores};

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
    table(&grams, &mut out);
    for (_, nth) in &grams {
        out.extend(near[*nth].iter().chain(&far[*nth]).map(|weight| weight.cast_unsigned()));
    }
    table(&rows, &mut out);
    rows.iter().for_each(|(_, row)| out.extend(u16::try_from(*row).unwrap().to_le_bytes()));
    out.extend(u32::try_from(near_words.len()).unwrap().to_le_bytes());
    for (near, far) in near_words.iter().zip(&far_words) {
        out.extend(near.iter().chain(far).map(|weight| weight.cast_unsigned()));
    }
    out
}

/// Writes the number of sorted keys, where those of each upper half begin, and the keys.
fn table(entries: &[(u32, usize)], out: &mut Vec<u8>) {
    out.extend(u32::try_from(entries.len()).unwrap().to_le_bytes());
    for upper in 0..=1_u64 << 16 {
        let begin = entries.partition_point(|(key, _)| u64::from(*key) >> 16 < upper);
        out.extend(u32::try_from(begin).unwrap().to_le_bytes());
    }
    entries.iter().for_each(|(key, _)| out.extend(key.to_le_bytes()));
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
