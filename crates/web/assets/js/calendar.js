// Moving on the calendar: the grip drags; Enter on it starts a move, arrows go by day, Shift and arrows by
// week, Enter sets, Esc puts back. The move itself is the same form that stands on the page without script:
// it is filled in and shown, so that a move outside the cleared window is asked about by the server.

const calendar = document.querySelector("[data-calendar]");
const form = document.getElementById("move-form");

const shift = (date, days) => {
  const [y, m, d] = date.split("-").map(Number);
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10);
};

function ask(chip, date) {
  form.action = chip.dataset.action;
  form.elements.date.value = date;
  form.elements.time.value = chip.dataset.time;
  form.hidden = false;
  form.querySelector("[data-move-title]").textContent = chip.querySelector("a").textContent;
  form.scrollIntoView({ block: "nearest" });
  form.querySelector("button[type=submit]").focus();
}

let moving = null;

function start(chip) {
  moving = { chip, from: chip.dataset.date, to: chip.dataset.date, home: chip.parentElement };
  chip.dataset.moving = "";
}

function target(date) {
  for (const cell of calendar.querySelectorAll("[data-target]")) delete cell.dataset.target;
  const cell = calendar.querySelector(`[data-date="${date}"]:not(.chip)`);
  if (cell) cell.dataset.target = "";
  document.getElementById("move-status").textContent = date;
}

function stop(set) {
  if (!moving) return;
  const { chip, from, to } = moving;
  delete chip.dataset.moving;
  for (const cell of calendar.querySelectorAll("[data-target]")) delete cell.dataset.target;
  moving = null;
  if (set && to !== from) ask(chip, to);
}

function keys(event) {
  if (event.isComposing) return;
  const grip = event.target.closest(".grip");
  if (!grip) return;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (!moving) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      start(grip.closest(".chip"));
    }
    return;
  }
  event.preventDefault();
  if (event.key === "Enter" || event.key === " ") stop(true);
  else if (event.key === "Escape") stop(false);
  else if (step) {
    const days = event.shiftKey && Math.abs(step) === 1 ? step * 7 : step;
    moving.to = shift(moving.to, days);
    target(moving.to);
  }
}

if (calendar && form) {
  for (const grip of calendar.querySelectorAll(".grip")) {
    grip.hidden = false;
    const chip = grip.closest(".chip");
    grip.addEventListener("pointerdown", () => {
      chip.draggable = true;
    });
    chip.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", chip.dataset.action);
      start(chip);
    });
    chip.addEventListener("dragend", () => {
      chip.draggable = false;
      stop(false);
    });
  }
  calendar.addEventListener("keydown", keys);
  calendar.addEventListener("focusout", (event) => {
    if (moving && event.target.closest(".grip") && event.relatedTarget) stop(false);
  });
  for (const cell of calendar.querySelectorAll("[data-date]:not(.chip)")) {
    cell.addEventListener("dragover", (event) => {
      if (!moving) return;
      event.preventDefault();
      moving.to = cell.dataset.date;
      target(moving.to);
    });
    cell.addEventListener("drop", (event) => {
      event.preventDefault();
      stop(true);
    });
  }
  form.querySelector("[data-move-cancel]").addEventListener("click", () => {
    form.hidden = true;
  });
}
