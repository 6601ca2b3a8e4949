// Dialogs only confirm what cannot be undone. Without script the same form stands on the page as it is:
// <details data-dialog> holds it, and this module shows it as a modal dialog instead.
// It starts on the harmless control (data-harmless) or on the reason, and closes with Esc.

for (const opener of document.querySelectorAll("[data-dialog-open]")) {
  const dialog = document.getElementById(opener.dataset.dialogOpen);
  if (!(dialog instanceof HTMLDialogElement)) continue;
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
    (dialog.querySelector("[data-harmless]") ?? dialog.querySelector("textarea, input:not([type=hidden])"))?.focus();
  });
  for (const closer of dialog.querySelectorAll("[data-dialog-close]")) {
    closer.addEventListener("click", () => {
      dialog.close();
      opener.focus();
    });
  }
}
