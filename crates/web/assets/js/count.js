// How each medium counts: the same rules as the server's (crates/connect/src/count.rs), which decides.

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const URL_LENGTH = 23;

export const graphemes = (text) => {
  let n = 0;
  for (const _ of segmenter.segment(text)) n += 1;
  return n;
};

export const bytes = (text) => new TextEncoder().encode(text).length;

// Addresses with a scheme; one ends where printable ASCII ends, without the stops after it.
const ADDRESS = /https?:\/\/[\x21-\x7e]*[\w\-+=#/]/gi;
// Names without one. The server knows every top-level domain, here stand those that posts have.
const NAME =
  /(?<![\w@＠$#＃\-./])(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|jp|co|io|me|tv|cc|to|ly|gl|gd|be|dev|app|ai|tokyo|shop|store|link|site|online|page|news|blog|onl)(?![\w@+-])(?:\/[\x21-\x7e]*[\w\-+=#/])?\/?/gi;

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

function without(text, ...patterns) {
  let urls = 0;
  const cut = () => {
    urls += 1;
    return "\n";
  };
  const rest = patterns.reduce((left, pattern) => left.replace(pattern, cut), text);
  return { rest, more: urls * (URL_LENGTH - 1) };
}

/** X: NFC, weights of twitter-text 3, a link 23, an emoji sequence 2. */
export function x(text) {
  const { rest, more } = without(text.normalize("NFC"), ADDRESS, NAME);
  let sum = more;
  for (const { segment } of segmenter.segment(rest)) sum += weight(segment);
  return sum;
}

/** Mastodon: graphemes, an address 23, of a mention the name alone. */
export function mastodon(text) {
  const { rest, more } = without(text, ADDRESS);
  return graphemes(rest.replace(/(?<![\p{L}\p{N}_/])@(\w+)@[a-z0-9.-]*[a-z0-9]/giu, "@$1")) + more;
}

/** Threads: characters, an emoji as many as it has bytes. */
export function threads(text) {
  let sum = 0;
  for (const { segment } of segmenter.segment(text)) {
    const points = [...segment];
    const emoji = isPictograph(points[0].codePointAt(0)) || /[\ufe0f\u20e3]/.test(segment.slice(1));
    sum += emoji ? bytes(segment) : points.length;
  }
  return sum;
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
    case "threads":
      return threads(text);
    case "utf16":
      return text.length;
    default:
      return [...text].length;
  }
}

export function room(counted, limit) {
  if (counted > limit) return "over";
  return counted * 10 > limit * 9 ? "tight" : "ok";
}
