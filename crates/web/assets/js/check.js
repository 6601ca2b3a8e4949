// The private self-check. After the page is open nothing leaves the device: no request is made here but for the two large
// parts, and those only while nothing is written. Nothing is kept: no cookie, no storage; what is typed dies with the page.

import { Engine, bytes, today } from "./engine.js";

const WEIGHT = { forbid: 4, consult: 3, review: 2, answer: 1, note: 0 };
const ANNOUNCE_AFTER = 800;

const by = (id) => document.getElementById(id);
const box = by("check");
const [text, profile] = [by("text"), by("profile")];
const clone = (id, selector) => by(id).content.querySelector(selector)?.cloneNode(true) ?? null;

let engine = null;
let composing = false;
let announcing = 0;

const isEmpty = () => text.value.trim() === "" && profile.value.trim() === "";

/** One entry for the same words under one rule, with every item that minds it. */
function merged(findings) {
  const seen = new Map();
  for (const found of findings) {
    const key = [found.rule, found.place, found.start, found.end].join(" ");
    const known = seen.get(key);
    if (!known) seen.set(key, { ...found, items: [found.item] });
    else {
      if (!known.items.includes(found.item)) known.items.push(found.item);
      if (WEIGHT[found.strength] > WEIGHT[known.strength]) known.strength = found.strength;
    }
  }
  return [...seen.values()].sort((a, b) => WEIGHT[b.strength] - WEIGHT[a.strength] || a.start - b.start);
}

function shown(found) {
  const entry = clone("rules", `[data-rule="${found.rule}"]`);
  if (!entry) return null;
  entry.dataset.strength = found.strength;
  const strength = clone("strengths", `[data-strength="${found.strength}"]`);
  entry.querySelector("use").setAttribute("href", strength.dataset.icon);
  const quote = entry.querySelector("q");
  quote.textContent = found.quote;
  if (found.place === "profile") quote.after(" ", clone("words", '[data-place="profile"]'));
  const foot = entry.lastElementChild;
  const items = found.items.map((item) => clone("items", `[data-item="${item}"]`)).filter(Boolean);
  foot.append(strength.textContent, ...items.flatMap((item) => [" · ", item]));
  if (found.start < found.end) {
    const show = clone("words", "button");
    show.addEventListener("click", () => {
      const field = found.place === "profile" ? profile : text;
      field.focus();
      field.setSelectionRange(found.start, found.end);
    });
    foot.append(" ", show);
  }
  return entry;
}

function check() {
  if (!engine || composing) return;
  const answer = isEmpty()
    ? { findings: [], cues: [] }
    : engine.inspect({ text: text.value, profile: profile.value, today: today() });
  const entries = merged(answer.findings).map(shown).filter(Boolean);
  by("findings").replaceChildren(...entries);
  cues(answer.cues);
  announce(entries.length);
}

function cues(found) {
  const state = by("cues-state").dataset;
  const stated = found.some((cue) => cue.names_it);
  by("cues-state").textContent = stated ? state.stated : found.length > 0 ? state.guessable : state.none;
  const list = by("cues");
  list.hidden = found.length === 0;
  const entries = found.map((cue) => {
    const entry = document.createElement("li");
    const quote = document.createElement("q");
    quote.dir = "auto";
    quote.textContent = cue.quote;
    entry.append(quote);
    if (cue.place === "profile") entry.append(" ", clone("words", '[data-place="profile"]'));
    return entry;
  });
  list.replaceChildren(...entries);
}

/** How many there are; spoken by a screen reader only when the hands rest. */
function announce(n) {
  const words = by("count").dataset;
  const sentence = isEmpty() ? words.empty : n === 0 ? words.none : n === 1 ? words.one : words.some.replace("0", String(n));
  by("count").textContent = sentence;
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (by("spoken").textContent !== sentence) by("spoken").textContent = sentence;
  }, ANNOUNCE_AFTER);
}

/** Names the rules that look less closely without a part; hides what is no longer wanting. */
function wanting() {
  for (const [part, rules] of [["words", engine.ready.want_words], ["weights", engine.ready.want_weights]]) {
    const section = by(`want-${part}`);
    section.hidden = rules.length === 0;
    const names = rules.map((rule) => clone("rules", `[data-rule="${rule}"] h3 span`)?.textContent).filter(Boolean);
    section.querySelector("ul").replaceChildren(
      ...names.map((name) => {
        const entry = document.createElement("li");
        entry.textContent = name;
        return entry;
      }),
    );
  }
}

async function take(part) {
  const state = by("part-state");
  if (!isEmpty()) {
    state.textContent = state.dataset.first;
    return;
  }
  state.textContent = state.dataset.loading;
  try {
    engine.take(part, await bytes(box.dataset[part]));
    wanting();
    state.textContent = state.dataset.done;
    check();
  } catch {
    state.textContent = state.dataset.failed;
  }
}

/** What was loaded before is taken again without asking: the service worker has it. */
async function takeKept() {
  for (const part of ["words", "weights"]) {
    const kept = await globalThis.caches?.match(box.dataset[part]).catch(() => null);
    if (kept) engine.take(part, new Uint8Array(await kept.arrayBuffer()));
  }
}

for (const field of [text, profile]) {
  field.addEventListener("compositionstart", () => (composing = true));
  field.addEventListener("compositionend", () => {
    composing = false;
    check();
  });
  field.addEventListener("input", (event) => {
    // The event itself knows best: some input methods end a composition without saying so.
    composing = event.isComposing === true;
    check();
  });
}
by("look").addEventListener("click", () => {
  check();
  by("result-h").focus();
});
by("clear").addEventListener("click", () => {
  text.value = "";
  profile.value = "";
  check();
  text.focus();
});
for (const button of document.querySelectorAll("[data-part]")) button.addEventListener("click", () => take(button.dataset.part));
for (const button of document.querySelectorAll("[data-copy]")) {
  const word = button.querySelector("span");
  const before = word.textContent;
  button.addEventListener("click", async () => {
    const note = by(button.dataset.copy);
    note.select();
    try {
      await navigator.clipboard.writeText(note.value);
    } catch {
      if (!document.execCommand("copy")) return;
    }
    word.textContent = button.dataset.done;
    setTimeout(() => (word.textContent = before), 2000);
  });
}

/** Keeps the page for when there is no network; says when it is safe to go without. */
async function keep(ready) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(box.dataset.worker, { scope: "/check", updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    ready.textContent = ready.dataset.offline;
    document.documentElement.dataset.kept = "yes";
  } catch {
    // Without a worker the open page still works; only opening it anew needs a network.
  }
}

const ready = by("ready");
try {
  engine = await Engine.load(box.dataset.engine, box.dataset.start);
  await takeKept();
  ready.textContent = ready.dataset.ready;
  wanting();
  check();
  await keep(ready);
} catch {
  ready.textContent = ready.dataset.failed;
}
