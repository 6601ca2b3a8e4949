// The composer while somebody types: counts, marks behind the text, findings beside it, saving by itself.
// The textarea is never rewritten by this script (input methods, undo and spelling stay whole) except when
// the person presses a button that says so. Marks are drawn with textContent, never as markup.

import { count, room } from "./count.js";
import { Draft } from "./draft.js";

const CHECK_AFTER = 150;
const ANNOUNCE_EVERY = 3000;

/** A textarea with its layer of marks. */
class Editor {
  constructor(box) {
    this.box = box;
    this.text = box.querySelector("textarea");
    this.variant = box.dataset.variant ?? "";
    this.marks = [];
    this.value = this.text.value;
    this.layer = document.createElement("div");
    this.layer.className = "editor__marks";
    this.layer.setAttribute("aria-hidden", "true");
    this.layer.dir = "auto";
    box.prepend(this.layer);
    this.draw();
  }

  /** Moves the marks with the text; what the edit touched loses its mark until the next check. */
  shift() {
    const [before, after] = [this.value, this.text.value];
    if (before === after) return;
    let head = 0;
    const most = Math.min(before.length, after.length);
    while (head < most && before[head] === after[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    const delta = after.length - before.length;
    this.marks = this.marks
      .map((mark) => {
        if (mark.end <= head) return mark;
        if (mark.start >= before.length - tail) return { ...mark, start: mark.start + delta, end: mark.end + delta };
        return null;
      })
      .filter((mark) => mark !== null);
    this.value = after;
    this.draw();
  }

  set(marks) {
    this.marks = marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start || b.end - a.end);
    this.draw();
  }

  draw() {
    const text = this.text.value;
    const parts = [];
    let at = 0;
    for (const mark of this.marks) {
      if (mark.start < at || mark.end > text.length) continue; // overlapping: the list beside the text has it
      parts.push(text.slice(at, mark.start));
      const element = document.createElement("mark");
      element.dataset.strength = mark.strength;
      element.dataset.n = mark.n;
      element.textContent = text.slice(mark.start, mark.end);
      parts.push(element);
      at = mark.end;
    }
    // A last line break needs something after it, or the layer is one line shorter than the textarea.
    parts.push(text.slice(at) + "\u200b");
    this.layer.replaceChildren(...parts);
  }

  /** The number of the finding at the caret. */
  at(position) {
    return this.marks.find((mark) => mark.start <= position && position <= mark.end)?.n;
  }
}

class Composer {
  constructor(form) {
    this.form = form;
    this.editors = [...form.querySelectorAll(".editor")].map((box) => new Editor(box));
    this.composing = false;
    this.sequence = 0;
    this.announced = { at: 0, text: "", timer: 0 };
    this.panel = document.getElementById("findings");
    this.status = document.getElementById("text-state");
    this.draft = form.dataset.post ? new Draft(form, () => this.composing) : null;
    form.addEventListener("compositionstart", () => {
      this.composing = true;
      clearTimeout(this.timer);
    });
    form.addEventListener("compositionend", () => {
      this.composing = false;
      this.changed();
    });
    form.addEventListener("focusout", () => {
      if (!this.composing) return;
      this.composing = false;
      this.changed();
    });
    form.addEventListener("input", (event) => this.input(event));
    form.addEventListener("keydown", (event) => this.key(event));
    this.panel?.addEventListener("click", (event) => this.panelClick(event));
    // An input method in one of the panel's own fields must not lose its field.
    this.panel?.addEventListener("compositionstart", () => {
      this.panelComposing = true;
    });
    this.panel?.addEventListener("compositionend", () => {
      this.panelComposing = false;
      if (this.waiting) this.swap(this.waiting);
    });
    this.accounts();
    if (form.dataset.post) this.check();
  }

  /** Shows the texts, counters and previews of the chosen accounts only. */
  accounts() {
    const boxes = [...this.form.querySelectorAll('input[name="account"]')];
    const chosen = (id) => boxes.some((box) => box.value === id && box.checked);
    const own = (id) => this.editors.find((editor) => editor.variant === id)?.text.value !== "";
    for (const radio of this.form.querySelectorAll('input[name="view"]')) {
      if (radio.value === "") continue;
      radio.parentElement.hidden = !chosen(radio.value);
      if (radio.checked && radio.parentElement.hidden) this.show(this.editors[0]);
    }
    for (const editor of this.editors) {
      for (const counter of editor.box.parentElement.querySelectorAll("[data-for]")) {
        const id = counter.dataset.for;
        const hasOwn = this.editors.some((one) => one.variant === id) && own(id);
        counter.hidden = !chosen(id) || (editor.variant === "" && hasOwn);
      }
    }
    for (const figure of document.querySelectorAll("[data-preview]")) figure.hidden = !chosen(figure.dataset.preview);
  }

  input(event) {
    const editor = this.editors.find((one) => one.text === event.target);
    if (editor) {
      editor.shift();
      this.count();
      this.preview();
    }
    // The event itself knows best: some input methods end a composition without saying so.
    this.composing = event.isComposing === true;
    if (!this.composing) this.changed();
  }

  changed() {
    this.editors.forEach((editor) => editor.shift());
    this.accounts();
    this.count();
    this.preview();
    clearTimeout(this.timer);
    if (this.form.dataset.post) this.timer = setTimeout(() => this.check(), CHECK_AFTER);
    this.draft?.touched();
  }

  count() {
    for (const editor of this.editors) {
      const counters = editor.box.parentElement.querySelectorAll(".counter");
      for (const counter of counters) {
        const limit = Number(counter.dataset.limit);
        const n = count(counter.dataset.counting, editor.text.value);
        counter.dataset.room = room(n, limit);
        const over = n > limit ? ` (${this.form.dataset.over.replace("0", String(n - limit))})` : "";
        counter.querySelector("output").textContent = `${n.toLocaleString(document.documentElement.lang)} / ${limit.toLocaleString(document.documentElement.lang)}${over}`;
        const used = counter.querySelector(".ring__used");
        used.setAttribute("stroke-dasharray", `${Math.min(100, (n * 100) / limit)} 100`);
      }
    }
    this.notes();
  }

  /** How much room is left, beside each preview: counted on the text that this account gets. */
  notes() {
    for (const figure of document.querySelectorAll("[data-preview]")) {
      const id = figure.dataset.preview;
      const editor = this.editors.find((one) => one.variant === id && one.text.value !== "") ?? this.editors[0];
      const counter = editor?.box.parentElement.querySelector(`[data-for="${id}"]`);
      const note = figure.querySelector("figcaption > span");
      if (!counter || !note || figure.dataset.net === "web") continue;
      const left = Number(counter.dataset.limit) - count(counter.dataset.counting, editor.text.value);
      const words = left < 0 ? this.form.dataset.over : this.form.dataset.left;
      note.textContent = words.replace("0", Math.abs(left).toLocaleString(document.documentElement.lang));
    }
  }

  preview() {
    for (const figure of document.querySelectorAll("[data-preview]")) {
      const own = this.editors.find((editor) => editor.variant === figure.dataset.preview)?.text.value;
      const common = this.editors.find((editor) => editor.variant === "")?.text.value ?? "";
      figure.querySelector(".preview__body").textContent = own || common;
    }
  }

  async check() {
    if (this.composing) return;
    this.sequence += 1;
    const sequence = this.sequence;
    this.abort?.abort();
    this.abort = new AbortController();
    const ask = (accept) =>
      fetch(`/posts/${this.form.dataset.post}/findings`, {
        method: "POST",
        headers: { Accept: accept },
        body: new URLSearchParams(new FormData(this.form)),
        signal: this.abort.signal,
      });
    try {
      const answer = await ask("application/json");
      // A page instead of a report: the session is over.
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const report = await answer.json();
      if (sequence !== this.sequence || this.composing) return;
      for (const editor of this.editors) {
        editor.set(report.findings.filter((f) => (f.variant ?? "") === editor.variant && (f.place ?? "text") === "text"));
      }
      this.raised(report.class_raised ?? "");
      const n = report.findings.length;
      this.announce(n === 0 ? this.form.dataset.foundNone : this.form.dataset.found.replace("0", String(n)));
      const signature = JSON.stringify([report.findings.map((f) => [f.n, f.rule, f.strength, f.quote]), report.obligations, report.class]);
      if (signature === this.signature) return;
      const panel = await ask("text/html");
      if (!panel.ok || sequence !== this.sequence) return;
      const html = await panel.text();
      if (sequence !== this.sequence) return;
      this.signature = signature;
      this.swap(html);
    } catch (error) {
      if (error.name !== "AbortError") this.announce(this.form.dataset.checkFailed);
    }
  }

  /** Says when findings raised the class; takes it back when they no longer do. */
  raised(words) {
    const notice = document.getElementById("class-raised");
    if (!notice) return;
    notice.querySelector("span").textContent = words;
    notice.hidden = words === "";
  }

  /** Puts in the new panel, and keeps what is open, what is filled in, and where the focus is. */
  swap(html) {
    this.waiting = this.panelComposing ? html : null;
    if (this.waiting) return;
    const panel = this.panel;
    const kept = new Map();
    for (const finding of panel.querySelectorAll(".finding")) {
      const values = [...finding.querySelectorAll("input:not([type=hidden]), textarea, select")].map((field) => field.value);
      const fields = [...finding.querySelectorAll("input:not([type=hidden]), textarea, select")];
      const focus = fields.indexOf(document.activeElement);
      const selection = focus >= 0 ? [fields[focus].selectionStart, fields[focus].selectionEnd] : null;
      kept.set(finding.dataset.key, { open: finding.open, values, focus, selection });
    }
    const parsed = new DOMParser().parseFromString(html, "text/html");
    panel.replaceChildren(...parsed.body.childNodes);
    for (const finding of panel.querySelectorAll(".finding")) {
      const was = kept.get(finding.dataset.key);
      if (!was) continue;
      finding.open = was.open;
      const fields = [...finding.querySelectorAll("input:not([type=hidden]), textarea, select")];
      if (fields.length !== was.values.length) continue;
      fields.forEach((field, i) => {
        field.value = was.values[i];
      });
      if (was.focus >= 0) {
        fields[was.focus].focus({ preventScroll: true });
        if (was.selection?.[0] != null) fields[was.focus].setSelectionRange(...was.selection);
      }
    }
  }

  announce(text) {
    if (!this.status || text === this.announced.text) return;
    clearTimeout(this.announced.timer);
    const wait = Math.max(0, this.announced.at + ANNOUNCE_EVERY - performance.now());
    this.announced.timer = setTimeout(() => {
      this.status.textContent = text;
      this.announced.text = text;
      this.announced.at = performance.now();
    }, wait);
  }

  mark(n) {
    for (const editor of this.editors) {
      const mark = editor.marks.find((one) => String(one.n) === String(n));
      if (mark) return { editor, mark };
    }
    return null;
  }

  panelClick(event) {
    const number = event.target.closest(".finding__n");
    const select = event.target.closest("[data-select]");
    const replace = event.target.closest("[data-replace]");
    if (number) event.preventDefault();
    const n = number?.textContent.trim() ?? select?.dataset.select ?? replace?.dataset.replace;
    const found = n && this.mark(n);
    if (!found) return;
    const { editor, mark } = found;
    this.show(editor);
    editor.text.focus();
    editor.text.setSelectionRange(mark.start, mark.end);
    if (!replace) return;
    const old = replace.dataset.old;
    const near = old ? editor.text.value.lastIndexOf(old, mark.start) : -1;
    if (near >= 0) editor.text.setSelectionRange(near, near + old.length);
    // insertText keeps the undo of the browser; setRangeText is for where it is missing.
    if (!document.execCommand("insertText", false, replace.dataset.with)) {
      editor.text.setRangeText(replace.dataset.with);
      editor.text.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  show(editor) {
    const radio = [...this.form.querySelectorAll('input[name="view"]')].find((one) => one.value === editor.variant);
    if (radio) radio.checked = true;
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const editor = this.editors.find((one) => one.text === event.target);
    if (!editor || !event.altKey || event.key !== "ArrowDown") return;
    const n = editor.at(editor.text.selectionStart);
    const finding = n && document.getElementById(`f${n}`);
    if (!finding) return;
    event.preventDefault();
    finding.open = true;
    finding.querySelector("summary").focus();
  }
}

for (const form of document.querySelectorAll("form[data-editor]")) new Composer(form);
