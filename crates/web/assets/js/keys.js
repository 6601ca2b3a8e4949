// Keys: / search, g t today, c write, j k rows, Enter open, Ctrl Enter send this form, ? the list.
// They are off while an input method composes and while a field has the focus (Ctrl Enter excepted).
// No key approves: a form with data-no-key is sent by its own button only.

let last = { key: "", at: 0 };

export const isComposing = (event) => event.isComposing || event.keyCode === 229;

const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]") != null;

function moveRow(step) {
  const rows = [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next = now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1);
  rows[next].querySelector("a, button")?.focus();
}

function single(event) {
  const second = last.key === "g" && event.timeStamp - last.at < 1500;
  last = { key: event.key, at: event.timeStamp };
  if (second) {
    if (event.key !== "t") return false;
    location.assign("/");
    return true;
  }
  switch (event.key) {
    case "/": {
      const field = document.getElementById("q");
      if (!field || field.offsetParent === null) return false;
      field.focus();
      return true;
    }
    case "c": {
      const write = document.querySelector('.nav a[href="/posts/new"]');
      if (!write) return false;
      location.assign(write.href);
      return true;
    }
    case "j":
      moveRow(1);
      return true;
    case "k":
      moveRow(-1);
      return true;
    case "?":
      document.getElementById("keys")?.showPopover();
      return true;
    default:
      return false;
  }
}

// Bare Enter in a one-line field would send its form. It never sends a text or a decision, and in no form the Enter
// that ends a composition (one browser reports that Enter only by its old key code).
function heldBack(event) {
  const { target } = event;
  if (event.key !== "Enter" && event.keyCode !== 229) return false;
  if (!(target instanceof HTMLInputElement) || ["submit", "button", "checkbox", "radio", "file"].includes(target.type)) return false;
  if (event.ctrlKey || event.metaKey) return false;
  if (isComposing(event)) return event.key === "Enter";
  return target.form?.matches("[data-editor], [data-no-key], .evidence") ?? false;
}

document.addEventListener("keydown", (event) => {
  if (heldBack(event)) event.preventDefault();
  if (isComposing(event) || event.defaultPrevented) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    const answer = event.target.closest?.(".evidence")?.querySelector("button[form]");
    if (answer) {
      event.preventDefault();
      answer.click();
      return;
    }
    const form = event.target.closest?.("form") ?? document.activeElement?.form;
    if (!form || form.hasAttribute("data-no-key")) return;
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
  if (document.body.dataset.keys !== "on") return;
  if (single(event)) event.preventDefault();
});
