// Saving by itself: every few seconds to the server, and on this device first, so that an hour without a
// connection loses nothing. Another person's save in between is never overwritten: the server answers 409
// and the page offers the difference. What the device keeps is offered back, never put in silently.

const SAVE_AFTER = 3000;
const TRY_AGAIN = 10000;

/** Fields that say who we are or what is looked at; they are not part of a draft. */
const NOT_DRAFT = new Set(["csrf", "view", "based_on", "media"]);

/** Answers to findings ride along with the text when they are pressed; they are not part of it. */
const isDraft = (name) => !NOT_DRAFT.has(name) && !name.startsWith("answer.");

export class Draft {
  constructor(form, composing) {
    this.form = form;
    this.composing = composing;
    this.url = form.getAttribute("action");
    this.place = `shingi-draft:${form.dataset.post}`;
    this.saved = document.getElementById("saved");
    this.clean = this.fields();
    this.stopped = false;
    this.offer();
    addEventListener("online", () => this.save());
    addEventListener("pagehide", () => this.keep());
    form.addEventListener("submit", (event) => this.settle(event));
  }

  fields() {
    return [...new FormData(this.form)].filter(([name]) => isDraft(name));
  }

  get revision() {
    return this.form.elements.based_on.value;
  }

  set revision(value) {
    this.form.elements.based_on.value = value;
  }

  get dirty() {
    return JSON.stringify(this.fields()) !== JSON.stringify(this.clean);
  }

  touched() {
    if (this.stopped || !this.dirty) return;
    this.say("unsaved");
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keep(), 300);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), SAVE_AFTER);
  }

  keep() {
    if (!this.dirty) return;
    const kept = { revision: this.revision, at: Date.now(), fields: this.fields() };
    try {
      localStorage.setItem(this.place, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: the page itself still holds the words.
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.place);
    } catch {
      // Nothing was kept there then.
    }
  }

  /** True once the server has these words. */
  async save() {
    clearTimeout(this.timer);
    if (!this.dirty) return true;
    if (this.stopped) return false;
    if (this.composing()) {
      this.timer = setTimeout(() => this.save(), SAVE_AFTER);
      return false;
    }
    this.keep();
    if (this.saving) return this.saving;
    this.saving = this.put().finally(() => {
      this.saving = null;
    });
    return this.saving;
  }

  async put() {
    const sent = this.fields();
    let answer;
    try {
      answer = await fetch(this.url, {
        method: "PUT",
        headers: { "If-Match": `"${this.revision}"`, Accept: "application/json" },
        body: new URLSearchParams(new FormData(this.form)),
      });
    } catch {
      return this.later();
    }
    if (answer.status === 409 || answer.status === 412) {
      this.stopped = true;
      const notice = document.getElementById("conflict");
      if (notice) notice.hidden = false;
      return false;
    }
    // Signed out: the answer is a page, and nothing was saved. The words stay here and on this device.
    if (answer.redirected || answer.status === 401 || answer.status === 403) return this.later("signedOut");
    if (answer.status === 413 || answer.status === 422) return this.later("refused");
    // Saved is only what came back with its version.
    const tag = answer.headers.get("ETag")?.match(/"?(\d+)"?/)?.[1];
    if (!answer.ok || !tag) return this.later();
    this.revision = tag;
    this.clean = sent;
    this.say("saved");
    if (this.dirty) this.touched();
    else this.forget();
    return true;
  }

  later(why = "offline") {
    this.say(why);
    this.timer = setTimeout(() => this.save(), TRY_AGAIN);
    return false;
  }

  say(what) {
    if (this.saved) this.saved.textContent = this.saved.dataset[what];
  }

  /** A press while a save is on its way waits for its version: the words would conflict with themselves. */
  async settle(event) {
    clearTimeout(this.timer);
    if (!this.saving) return;
    const { submitter } = event;
    event.preventDefault();
    if (await this.saving) this.form.requestSubmit(submitter);
  }

  offer() {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.place));
    } catch {
      return;
    }
    if (!kept) return;
    // Everything that was kept stands in what the server has (which takes spaces off the ends of some fields).
    const entry = ([name, value]) => JSON.stringify([name, String(value).trim()]);
    const known = new Set(this.clean.map(entry));
    if (kept.fields.every((field) => known.has(entry(field)))) {
      this.forget();
      return;
    }
    const notice = document.getElementById("kept");
    if (!notice) return;
    notice.hidden = false;
    document.getElementById("kept-take").addEventListener("click", () => {
      this.restore(kept);
      notice.hidden = true;
    });
    document.getElementById("kept-drop").addEventListener("click", () => {
      this.forget();
      notice.hidden = true;
    });
  }

  restore(kept) {
    // Based on what it was written on: if the server has moved on, saving answers 409 and shows both.
    this.revision = kept.revision;
    const values = new Map();
    for (const [name, value] of kept.fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of this.form.elements) {
      if (!field.name || !isDraft(field.name) || field.type === "file") continue;
      const list = values.get(field.name) ?? [];
      if (field.type === "checkbox" || field.type === "radio") field.checked = list.includes(field.value);
      else if (list.length > 0) field.value = list.shift();
    }
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
