// Carries a visit to another time or therapist, with the mouse or with the keyboard. The server decides: until it has, only
// a ghost moves, and after a refusal the visit is still where it was. What the server would do is done only after some
// seconds, in which it can be taken back: a client hears of a move at once, and of one undone not at all.
(() => {
  const day = document.getElementById("day");
  const undo = document.getElementById("undo");
  const QUARTER = 3; // rows
  const SLIP = 12; // pixels; a hand that moves less has not left the column, nor is it on its way to an edge
  const EDGE = 40; // pixels; nearer than this to the sheet's upper or lower edge it is scrolled
  const SECONDS = 6; // to take a move back
  const SIGNED_OUT = 401;
  const LOST = ["htmx:sendError", "htmx:timeout"];
  // Why a move is still to be made, or may be.
  const WHY = {
    session: "Not moved, as the session had ended",
    offline: "Not moved, as the connection was lost",
    unanswered: "No answer came, so it may have been moved or not",
  };
  let carried = null;
  let pressed = null;
  let down = false; // a button or finger, on whatever of the day
  let waiting = null; // dropped, and not sent yet
  let swallowClick = false;
  let missedNews = false;

  const tracks = () => [...day.querySelectorAll(".column .track")];
  const trackOf = (therapist) => tracks().find((one) => one.dataset.therapist === therapist);
  const time = (seconds) => new Intl.DateTimeFormat("en-GB", { timeZone: day.dataset.zone, hour: "2-digit", minute: "2-digit" })
    .format(new Date(seconds * 1000));
  const moment = (seconds) => new Intl.DateTimeFormat("en-GB", { timeZone: day.dataset.zone, weekday: "short", day: "numeric", month: "short" })
    .format(new Date(seconds * 1000)) + ", " + time(seconds);

  // A name that runs from right to left takes nothing beside it along.
  const apart = (name) => `\u2068${name}\u2069`;

  // Measured over the whole column: a block has a margin, and any other error adds up until the evening.
  function rowsAbove(track, y) {
    const { top } = track.getBoundingClientRect();
    const { bottom } = track.querySelector(".end").getBoundingClientRect();
    return (y - top) / ((bottom - top) / Number(track.dataset.rows));
  }

  // What began the day before is cut off at midnight, and would be carried by the wrong end.
  const liftable = (block) => block && !carried && !block.classList.contains("waiting")
    && Number(block.dataset.starts) >= Number(block.closest(".track").dataset.first);

  function lift(block) {
    const ghost = document.createElement("div");
    const track = block.closest(".track");
    const row = Number(block.dataset.row);
    carried = { block, ghost, track, row, rows: Number(block.dataset.rows), home: { track, row } };
    block.classList.add("lifted");
    day.classList.add("carrying");
    show(track, carried.row);
  }

  function show(track, row) {
    const last = Number(track.dataset.rows) - carried.rows + 1;
    carried.track = track;
    carried.row = Math.max(1, Math.min(row, last));
    carried.start = Number(track.dataset.first) + (carried.row - 1) * 300;
    stand(carried.ghost, track, carried.row, carried.rows, `${time(carried.start)} · ${apart(track.dataset.name)}`);
  }

  function stand(ghost, track, row, rows, words) {
    ghost.className = `ghost at-${row} for-${rows}`;
    ghost.textContent = words;
    track.append(ghost);
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

  // Tried, so that a refusal is heard while the hand is still there.
  async function put() {
    const { block, track, row, rows, start, home } = carried;
    if (track === home.track && row === home.row) return letGo();
    const values = { version: block.dataset.version, therapist: track.dataset.therapist, start: new Date(start * 1000).toISOString() };
    const move = { id: block.id, path: `${block.dataset.visit}/move/drop`, values, rows, start, name: track.dataset.name, client: block.querySelector(".block-client").textContent };
    const trial = `${block.dataset.visit}/move/trial`;
    let fits = false;
    const told = () => { fits = true; };
    const answered = ({ detail: { requestConfig, xhr } }) => {
      if (requestConfig.path === trial && xhr.status === SIGNED_OUT) leave(move, "session");
    };
    carried.sent = true;
    carried.ghost.setAttribute("aria-busy", "true");
    send();
    document.addEventListener("move-fits", told);
    document.addEventListener("htmx:afterRequest", answered);
    try {
      await htmx.ajax("POST", trial, { values, target: "#dialog-body", swap: "innerHTML" });
    } catch {
      // Told where it is seen.
    } finally {
      document.removeEventListener("move-fits", told);
      document.removeEventListener("htmx:afterRequest", answered);
      missedNews = true;
      letGo();
    }
    if (fits) wait({ ...move, ghost: document.createElement("div") });
    tellLeft();
  }

  // --- a move waits until it cannot be a slip any more ---

  function wait(move) {
    waiting = move;
    waiting.timer = setTimeout(send, SECONDS * 1000);
    mark();
  }

  // Also on a sheet that was drawn anew.
  function mark() {
    if (!waiting) return;
    const block = document.getElementById(waiting.id);
    const track = trackOf(waiting.values.therapist);
    block?.classList.add("lifted", "waiting");
    if (!track) return;
    const row = (waiting.start - Number(track.dataset.first)) / 300 + 1;
    if (row >= 1 && row <= Number(track.dataset.rows)) stand(waiting.ghost, track, row, waiting.rows, `${time(waiting.start)} · ${apart(waiting.name)}`);
  }

  // What waits, which waits no longer.
  function take() {
    const move = waiting;
    waiting = null;
    if (!move) return null;
    clearTimeout(move.timer);
    undo.replaceChildren();
    return move;
  }

  function unmark(move) {
    move.ghost.remove();
    document.getElementById(move.id)?.classList.remove("lifted", "waiting");
  }

  function takeBack() {
    const hadFocus = undo.contains(document.activeElement);
    const move = take();
    if (!move) return;
    unmark(move);
    // Behind an open dialog nothing takes the focus.
    const title = document.querySelector("dialog[open] #dialog-title");
    if (!title) document.getElementById(move.id)?.focus();
    else if (hadFocus) title.focus();
    board.say("Left where it was.");
    tellLeft();
  }

  async function send() {
    const move = take();
    if (!move) return true;
    const why = navigator.onLine ? "unanswered" : "offline";
    let done = false;
    const answered = ({ detail: { successful, xhr } }) => {
      done = successful;
      if (xhr.status === SIGNED_OUT) leave(move, "session");
    };
    // Told beside the way to repeat it, and nowhere else.
    const lost = (event) => {
      event.stopPropagation();
      leave(move, why);
    };
    // Each has a place of its own to be sent from: what is sent from one place waits for what was sent there before.
    const sender = document.body.appendChild(document.createElement("span"));
    sender.hidden = true;
    // Whatever dialog was opened meanwhile keeps what was typed there. Said by the sender and not with the call, which a refusal
    // would obey as well: that one is told.
    sender.setAttribute("hx-swap", "none");
    sender.addEventListener("htmx:afterRequest", answered);
    LOST.forEach((event) => sender.addEventListener(event, lost));
    try {
      await htmx.ajax("POST", move.path, { values: move.values, source: sender, target: "#said" });
    } catch {
      // Told where it is seen.
    } finally {
      sender.remove();
      // Done, it stands where it was dropped, and is not picked up by what it was, until the sheet is drawn anew.
      if (!done) unmark(move);
      htmx.trigger(day, "board-changed");
    }
    tellLeft();
    return done;
  }

  // --- a move that the session, or the network, did not live to make ---

  function leave({ id, path, values, rows, start, name, client }, why) {
    drafts.leave("move", { id, path, values, rows, start, name, client, why, when: moment(start) }, why !== "session");
  }

  // Whoever is there again decides: meanwhile it may not be wanted any more, or somebody else may have made it. What waits by
  // now is told first.
  function tellLeft() {
    const move = drafts.left("move");
    if (!move || waiting || carried?.sent) return;
    const words = document.createElement("p");
    const button = (label, act) => {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = label;
      one.addEventListener("click", (event) => {
        event.stopPropagation();
        drafts.done("move");
        undo.replaceChildren();
        act();
      });
      return one;
    };
    words.append(
      `${WHY[move.why]}: ${apart(move.client)} to ${move.when} with ${apart(move.name)}. `,
      button("Move it now", () => {
        waiting = { ...move, ghost: document.createElement("div") };
        send();
      }),
      " ",
      button("Leave it", () => board.say("Left where it was.")));
    undo.replaceChildren(words);
  }

  // What stands where it was dropped need not be moved any more.
  function seen() {
    const move = drafts.left("move");
    const block = move && document.getElementById(move.id);
    if (!block || Number(block.dataset.starts) !== move.start || block.closest(".track").dataset.therapist !== move.values.therapist) return;
    drafts.done("move");
    if (!waiting) undo.replaceChildren();
    board.say(`Moved by now: ${apart(move.client)} to ${move.when}.`);
  }

  undo.addEventListener("click", ({ target }) => {
    if (target.closest("button")) takeBack();
  });

  // Once the session is over nothing can be sent; what is refused is read before.
  document.addEventListener("submit", (event) => {
    if (!waiting || !event.target.getAttribute("action")?.endsWith("/sign-out")) return;
    event.preventDefault();
    send().then((done) => { if (done) event.target.requestSubmit(); });
  });

  // The page goes: what was dropped is not lost with it.
  window.addEventListener("pagehide", () => {
    const move = take();
    if (!move) return;
    if (!navigator.onLine) {
      leave(move, "offline");
      return unmark(move);
    }
    // Whether the session still lives is not known: if not, the next page asks for signing in.
    leave(move, "session");
    const csrf = document.querySelector("meta[name=csrf]");
    fetch(move.path, {
      method: "POST",
      keepalive: true,
      headers: { "HX-Request": "true", ...(csrf && { [csrf.dataset.header]: csrf.content }) },
      body: new URLSearchParams(move.values),
    });
    unmark(move);
  });

  document.addEventListener("keydown", (event) => {
    if (!waiting || carried || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
    if (event.target.closest?.("input, textarea, select")) return;
    event.preventDefault();
    takeBack();
  });

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target === day) seen();
  });

  // Not before it has settled: until then htmx gives each block its class anew.
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target === day) mark();
  });

  // While a visit is pressed or carried the sheet stands still under it, also when the next one was under way before.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target === day && (carried || pressed || down)) {
      detail.shouldSwap = false;
      missedNews = true;
    }
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target === day && (carried || pressed || down)) {
      event.preventDefault();
      missedNews = true;
    }
  });

  // --- with the mouse; a finger scrolls, and moves by the dialog ---

  day.addEventListener("pointerdown", (event) => {
    const block = event.target.closest(".block.movable");
    if (!liftable(block) || event.button !== 0 || event.pointerType === "touch") return;
    const grip = rowsAbove(block.closest(".track"), event.clientY) - (Number(block.dataset.row) - 1);
    pressed = { block, grip, x: event.clientX, y: event.clientY, at: event };
  });

  // What is pressed is still there when it is let go; else the click would be meant for nothing.
  day.addEventListener("pointerdown", () => { down = true; });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => setTimeout(letUp));
  }

  function letUp() {
    if (!down) return;
    down = false;
    if (!carried && !pressed) catchUp();
  }

  document.addEventListener("pointermove", (event) => {
    if (down && !event.buttons) letUp();
    if (!pressed) return;
    // Released where nobody told us.
    if (!event.buttons) return release();
    pressed.at = event;
    if (pressed.over) return;
    if (!carried) {
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 6) return;
      lift(pressed.block);
      pressed.lifted = true;
      scrollAtEdge();
    }
    follow();
  });

  // The sheet may be scrolled under a hand that holds still.
  day.addEventListener("scroll", () => {
    if (pressed && carried && !carried.sent) follow();
  });

  function follow() {
    const { clientX: x, clientY: y, shiftKey } = pressed.at;
    const { home } = carried;
    const sheet = day.getBoundingClientRect();
    // Outside the sheet nothing is meant: dropped there, it stays.
    if (x < sheet.left || x >= sheet.right || y < sheet.top || y >= sheet.bottom) return show(home.track, home.row);
    const slipped = Math.abs(x - pressed.x) < SLIP;
    const track = (slipped ? home.track : tracks().find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return x >= left && x < right;
    })) ?? carried.track;
    const step = shiftKey ? 1 : QUARTER;
    const rows = rowsAbove(track, y) - pressed.grip;
    // Not only a full quarter is a cell of its own: what begins at five past stays there unless it is carried off.
    const own = Math.abs(rows - (home.row - 1)) < step / 2;
    show(track, own ? home.row : 1 + Math.round(rows / step) * step);
  }

  function scrollAtEdge() {
    if (!pressed || !carried || carried.sent) return;
    const { clientY: y } = pressed.at;
    const { top, bottom } = day.getBoundingClientRect();
    const head = day.querySelector(".column-head")?.offsetHeight ?? 0;
    // A visit that stands at an edge is held there without being meant to go on.
    if (y < pressed.y - SLIP && y >= top && y < top + head + EDGE) day.scrollTop -= 8;
    else if (y > pressed.y + SLIP && y < bottom && y > bottom - EDGE) day.scrollTop += 8;
    requestAnimationFrame(scrollAtEdge);
  }

  document.addEventListener("pointerup", () => {
    if (!pressed) return;
    const { lifted } = pressed;
    pressed = null;
    if (lifted) {
      // Also where it was left by Escape: the click that follows was meant for nothing.
      swallowClick = true;
      setTimeout(() => { swallowClick = false; });
    }
    if (carried && !carried.sent) put();
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
    if (swallowClick) return event.stopImmediatePropagation();
    const block = event.target.closest(".block.waiting");
    if (!block || block.id !== waiting?.id) return;
    // It is shown as it stands after its move.
    event.stopImmediatePropagation();
    send().then((done) => { if (done) document.getElementById(block.id)?.click(); });
  }, true);

  // --- with the keyboard ---

  document.addEventListener("keydown", (event) => {
    if (carried && !carried.sent) return carry(event);
    const block = event.target.closest?.(".block.movable");
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey || pressed || !liftable(block)) return;
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
    // The hand that still holds the mouse carries nothing any more.
    if (pressed && ["Enter", "Escape", "Tab"].includes(event.key)) pressed.over = true;
    act();
    if (carried && !carried.sent) {
      carried.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
      board.say(`${time(carried.start)}, ${apart(carried.track.dataset.name)}`);
    }
  }

  tellLeft();
})();
