#!/usr/bin/env python3
"""Makes words.tsv and vectors.i8 (then: `zstd -19 --rm words.tsv vectors.i8`) from the word vectors of the Python package `ja_ginza` 5.3.0.

    pip download --no-deps ja_ginza==5.3.0 && unzip ja_ginza-*.whl && pip install numpy msgpack
    zstd -dc crates/morph/ipadic/lex.csv.zst > lex.csv
    python3 eval/words/make.py ja_ginza/ja_ginza-5.3.0/vocab lex.csv OUT

Kept: words of up to six characters that the dictionary of `crates/morph` knows, and Latin ones; 64 main directions of 300, each
vector of length one, in steps of 1/254. The rest of that package (its parser, trained on texts under other terms) is not used.
"""
import json
import re
import sys

import msgpack
import numpy as np

MASK = (1 << 64) - 1
DIMENSIONS, STEPS, WORD_MAX = 64, 254, 6


def murmur(data, seed=1):
    """MurmurHash64A, by which the package's table finds its words."""
    m, h = 0xC6A4A7935BD1E995, seed ^ (len(data) * 0xC6A4A7935BD1E995 & MASK)
    whole = len(data) - len(data) % 8
    for at in range(0, whole, 8):
        k = int.from_bytes(data[at:at + 8], "little") * m & MASK
        k = (k ^ k >> 47) * m & MASK
        h = (h ^ k) * m & MASK
    if data[whole:]:
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & MASK
    h = (h ^ h >> 47) * m & MASK
    return h ^ h >> 47


def main(vocab, lexicon, out):
    vectors = np.load(f"{vocab}/vectors")
    rows = msgpack.unpackb(open(f"{vocab}/key2row", "rb").read(), strict_map_key=False)
    words = {word: rows[key] for word in json.load(open(f"{vocab}/strings.json")) if (key := murmur(word.encode())) in rows}
    known = {line.split(",")[0] for line in open(lexicon, encoding="utf-8")}
    plain = re.compile(f"(?![ぁ-ん]$)[ぁ-んァ-ヶー一-龥々a-z]{{1,{WORD_MAX}}}")
    latin = re.compile(f"[a-z]{{2,{WORD_MAX}}}")
    kept = sorted(word for word in words if plain.fullmatch(word) and (word in known or latin.fullmatch(word)))
    unit = (vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)).astype(np.float32)
    centred = unit - unit.mean(0)
    directions, _, _ = np.linalg.svd(centred.T @ centred)
    small = centred @ directions[:, :DIMENSIONS]
    small /= np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-6)
    np.clip(np.round(small * STEPS), -127, 127).astype(np.int8).tofile(f"{out}/vectors.i8")
    with open(f"{out}/words.tsv", "w", encoding="utf-8") as file:
        file.writelines(f"{word}\t{words[word]}\n" for word in kept)


main(*sys.argv[1:])
