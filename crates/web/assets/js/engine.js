// The checking engine as a module: bytes in, JSON out, over its own memory (crates/browser/src/exports.rs).
// It asks for nothing by itself: no imports, no network, no clock.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  /** From a compiled or raw module, and the bytes of its start: pack, names, contacts. */
  static async start(module, start) {
    const made = await WebAssembly.instantiate(module, {});
    const engine = new Engine((made.instance ?? made).exports);
    engine.ready = engine.#call("start", start);
    return engine;
  }

  /** From two addresses. */
  static async load(moduleUrl, startUrl) {
    const [module, start] = await Promise.all([WebAssembly.compileStreaming(fetched(moduleUrl)), bytes(startUrl)]);
    return Engine.start(module, start);
  }

  constructor(exports) {
    this.exports = exports;
  }

  /** Hands over a large part: "words" or "weights". */
  take(part, bytes) {
    this.ready = this.#call(`take_${part}`, bytes);
    return this.ready;
  }

  /** What is found in a text: {findings, cues, unchecked, not_asked}; positions as in a JavaScript string. */
  inspect(question) {
    return this.#call("inspect", encoder.encode(JSON.stringify(question)));
  }

  #call(verb, bytes) {
    const { memory, input, output, output_length } = this.exports;
    const at = input(bytes.length);
    // Only now: memory may have grown, and then the old view of it is empty.
    new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
    const code = this.exports[verb]();
    const text = decoder.decode(new Uint8Array(memory.buffer, output(), output_length()));
    if (code !== 0) throw new Error(text);
    return JSON.parse(text);
  }
}

async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
}

export async function bytes(url) {
  return new Uint8Array(await (await fetched(url)).arrayBuffer());
}

/** Today where the reader is, as the engine takes it. */
export function today(now = new Date()) {
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
