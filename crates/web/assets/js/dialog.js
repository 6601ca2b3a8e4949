// Dialogs only confirm what cannot be undone or stops everybody. The control that opens one is a link to the page
// with the same form, so that nothing is lost without script. A dialog starts on the harmless control
// (data-harmless) or on the reason, and closes with Esc.

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
