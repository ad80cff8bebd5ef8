// Carries a visit to another time or therapist, with the mouse or with the keyboard. The server decides: until it has, only
// a ghost moves, and after a refusal the visit is still where it was.
(() => {
  const day = document.getElementById("day");
  const QUARTER = 3; // rows
  let carried = null;
  let pressed = null;
  let swallowClick = false;
  let missedNews = false;

  const tracks = () => [...day.querySelectorAll(".column .track")];
  const time = (seconds) => new Intl.DateTimeFormat("en-GB", { timeZone: day.dataset.zone, hour: "2-digit", minute: "2-digit" })
    .format(new Date(seconds * 1000));

  // What began the day before is cut off at midnight, and would be carried by the wrong end.
  const liftable = (block) => block && !carried && Number(block.dataset.starts) >= Number(block.closest(".track").dataset.first);

  function lift(block) {
    const ghost = document.createElement("div");
    const track = block.closest(".track");
    carried = { block, ghost, track, row: Number(block.dataset.row), rows: Number(block.dataset.rows), home: track };
    block.classList.add("lifted");
    day.classList.add("carrying");
    show(track, carried.row);
  }

  function show(track, row) {
    const last = Number(track.dataset.rows) - carried.rows + 1;
    carried.track = track;
    carried.row = Math.max(1, Math.min(row, last));
    carried.start = Number(track.dataset.first) + (carried.row - 1) * 300;
    carried.ghost.className = `ghost at-${carried.row} for-${carried.rows}`;
    carried.ghost.textContent = `${time(carried.start)} · ${track.dataset.name}`;
    track.append(carried.ghost);
  }

  function letGo() {
    carried.block.classList.remove("lifted");
    carried.ghost.remove();
    carried = null;
    day.classList.remove("carrying");
    catchUp();
  }

  function catchUp() {
    const missed = missedNews;
    missedNews = false;
    if (missed) htmx.trigger(day, "board-changed");
  }

  async function put() {
    const { block, track, start, home } = carried;
    if (track === home && start === Number(block.dataset.starts)) return letGo();
    const values = { version: block.dataset.version, therapist: track.dataset.therapist, start: new Date(start * 1000).toISOString() };
    carried.sent = true;
    carried.ghost.setAttribute("aria-busy", "true");
    try {
      await htmx.ajax("POST", `${block.dataset.visit}/move`, { values, target: "#dialog-body", swap: "innerHTML" });
    } finally {
      missedNews = true;
      letGo();
    }
  }

  // While a visit is pressed or carried the sheet stands still under it, also when the next one was under way before.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target === day && (carried || pressed)) {
      detail.shouldSwap = false;
      missedNews = true;
    }
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target === day && (carried || pressed)) {
      event.preventDefault();
      missedNews = true;
    }
  });

  // --- with the mouse; a finger scrolls, and moves by the dialog ---

  day.addEventListener("pointerdown", (event) => {
    const block = event.target.closest(".block.movable");
    if (!liftable(block) || event.button !== 0 || event.pointerType === "touch") return;
    pressed = { block, x: event.clientX, y: event.clientY, grip: event.clientY - block.getBoundingClientRect().top };
  });

  document.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    // Released where nobody told us.
    if (!event.buttons) return release();
    if (!carried) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 6) return;
      lift(pressed.block);
    }
    const track = tracks().find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return event.clientX >= left && event.clientX < right;
    }) ?? carried.track;
    const rowHeight = carried.block.getBoundingClientRect().height / carried.rows;
    const rows = (event.clientY - pressed.grip - track.getBoundingClientRect().top) / rowHeight;
    const step = event.shiftKey ? 1 : QUARTER;
    show(track, 1 + Math.round(rows / step) * step);
  });

  document.addEventListener("pointerup", () => {
    if (pressed && carried && !carried.sent) {
      swallowClick = true;
      setTimeout(() => { swallowClick = false; });
      put();
    }
    pressed = null;
    if (!carried) catchUp();
  });

  document.addEventListener("pointercancel", release);

  function release() {
    const held = pressed;
    pressed = null;
    if (held && carried && !carried.sent) letGo();
    else if (!carried) catchUp();
  }

  day.addEventListener("click", (event) => {
    if (swallowClick) event.stopImmediatePropagation();
  }, true);

  // --- with the keyboard ---

  document.addEventListener("keydown", (event) => {
    if (carried && !carried.sent) return carry(event);
    const block = event.target.closest?.(".block.movable");
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey || !liftable(block)) return;
    event.preventDefault();
    lift(block);
    board.say("Picked up. Arrow keys carry it, Enter puts it down, Escape leaves it where it was.");
  }, true);

  function carry(event) {
    const step = event.shiftKey ? 1 : QUARTER;
    const all = tracks();
    const beside = (by) => all[all.indexOf(carried.track) + by] ?? carried.track;
    const acts = {
      ArrowUp: () => show(carried.track, carried.row - step),
      ArrowDown: () => show(carried.track, carried.row + step),
      ArrowLeft: () => show(beside(-1), carried.row),
      ArrowRight: () => show(beside(1), carried.row),
      Enter: put,
      Escape: () => { letGo(); board.say("Left where it was."); },
      Tab: letGo,
    };
    const act = acts[event.key];
    if (!act) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
    act();
    if (carried && !carried.sent) {
      carried.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
      board.say(`${time(carried.start)}, ${carried.track.dataset.name}`);
    }
  }
})();
