// How each medium counts: the same rules as the server's (crates/connect/src/count.rs), which decides.

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const URL_LENGTH = 23;

export const graphemes = (text) => {
  let n = 0;
  for (const _ of segmenter.segment(text)) n += 1;
  return n;
};

export const bytes = (text) => new TextEncoder().encode(text).length;

// Only explicit http:// and https:// addresses; one ends where printable ASCII ends.
const ADDRESS = /https?:\/\/[\x21-\x7e]*/g;

const isLight = (c) =>
  c <= 0x10ff || (c >= 0x2000 && c <= 0x200d) || (c >= 0x2010 && c <= 0x201f) || (c >= 0x2032 && c <= 0x2037);

const isPictograph = (c) =>
  (c >= 0x1f000 && c <= 0x1faff) ||
  (c >= 0x2600 && c <= 0x27bf) ||
  (c >= 0x2b00 && c <= 0x2bff) ||
  (c >= 0x231a && c <= 0x23ff);

function weight(grapheme) {
  const points = [...grapheme].map((c) => c.codePointAt(0));
  if (isPictograph(points[0]) || points.slice(1).some((c) => c === 0xfe0f || c === 0x20e3)) return 2;
  return points.reduce((sum, c) => sum + (isLight(c) ? 1 : 2), 0);
}

function withoutAddresses(text) {
  let urls = 0;
  const rest = text.replace(ADDRESS, () => {
    urls += 1;
    return "";
  });
  return { rest, urls };
}

/** X: NFC, weights of twitter-text 3, a URL 23, an emoji sequence 2. */
export function x(text) {
  const { rest, urls } = withoutAddresses(text.normalize("NFC"));
  let sum = urls * URL_LENGTH;
  for (const { segment } of segmenter.segment(rest)) sum += weight(segment);
  return sum;
}

/** Mastodon: graphemes, a URL 23. */
export function mastodon(text) {
  const { rest, urls } = withoutAddresses(text);
  return graphemes(rest) + urls * URL_LENGTH;
}

/** By the name in data-counting. */
export function count(how, text) {
  switch (how) {
    case "x":
      return x(text);
    case "bluesky":
      return graphemes(text);
    case "bytes":
      return bytes(text);
    case "mastodon":
      return mastodon(text);
    default:
      return [...text].length;
  }
}

export function room(counted, limit) {
  if (counted > limit) return "over";
  return counted * 10 > limit * 9 ? "tight" : "ok";
}
