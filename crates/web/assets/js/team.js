// What every page of the team shares: keys, copying, the focus after a form with mistakes.
// Nothing here is needed to use a page; without it the same forms and links do the same things.

import "./keys.js";
import "./dialog.js";

document.querySelector("[data-focus]")?.focus();

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  // The exact characters, never what the page looks like: marks for the eye are not copied.
  const text = source.dataset.exact ?? source.value ?? source.textContent;
  await navigator.clipboard.writeText(text);
  const status = document.getElementById(button.dataset.copyStatus);
  if (status) status.textContent = document.body.dataset.copied;
});

// A link to a closed part opens it: the thumb bar of a review leads to the four decisions.
function openTarget() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
