// The day board: what is clicked opens in the dialog, arrow keys walk over the sheet, and news never take the focus away.
(() => {
  const day = document.getElementById("day");
  const dialog = document.getElementById("dialog");
  const body = document.getElementById("dialog-body");
  const refusal = document.getElementById("dialog-refusal");
  const said = document.getElementById("said");
  const undo = document.getElementById("undo");
  let here = null; // id of the item that Tab comes to
  let opener = null;
  let left = null;
  let shown = null; // address of what the dialog was opened for
  let done = false;
  let unfolded = false; // the list of what was cancelled
  let pressed = false; // Book, which waits

  const items = () => [...day.querySelectorAll(".free, .block")];
  const box = (element) => element.getBoundingClientRect();

  window.board = {
    say(sentence) {
      const words = document.createElement("p");
      words.textContent = sentence;
      said.replaceChildren(words);
    },

    // What the dialog shows, to come back to it: a booking with what was chosen in it so far.
    opened() {
      if (!shown || !body.firstElementChild) return null;
      const form = body.querySelector("#booking");
      if (!form) return { opener, url: shown };
      const { location, therapist, start, offer, client, hold, holdKey, reason } = Object.fromEntries(new FormData(form));
      const chosen = Object.entries({ location, therapist, start, offer, client, hold, holdKey, reason }).filter(([, value]) => value);
      return { opener, url: `${shown.split("?")[0]}?${new URLSearchParams(chosen)}` };
    },

    reopen({ opener: from, url }, typed) {
      open(from, url).then(() => { if (typed && dialog.open) board.say("Here is what you had typed."); });
    },
  };

  // The page behind an open dialog can be neither seen, heard nor reached.
  function sayWhereItIsHeard() {
    const beside = dialog.open ? refusal : document.getElementById("board-keys");
    if (undo.nextElementSibling !== beside) beside.before(said, undo);
  }

  // --- one stop for Tab, arrows from there ---

  function stand(item, focus) {
    day.querySelectorAll("[tabindex='0']").forEach((other) => { other.tabIndex = -1; });
    // A sheet without any is still scrolled by keys.
    day.tabIndex = item ? -1 : 0;
    if (!item) return;
    item.tabIndex = 0;
    here = item.id;
    if (focus) item.focus();
  }

  function standSomewhere() {
    stand(document.getElementById(here) ?? items()[0]);
  }

  // What has the focus may be gone from the next sheet: then whatever stands nearest to it there takes over.
  function leaving() {
    const item = day.contains(document.activeElement) && document.activeElement.closest(".free, .block");
    return item ? { therapist: item.closest(".track").dataset.therapist, top: box(item).top } : null;
  }

  function arrive() {
    const lost = left && !day.contains(document.activeElement) && !dialog.open;
    if (!lost) return standSomewhere();
    const column = [...day.querySelectorAll(`[data-therapist="${left.therapist}"] :is(.free, .block)`)];
    column.sort((one, other) => Math.abs(box(one).top - left.top) - Math.abs(box(other).top - left.top));
    stand(column[0] ?? items()[0], true);
  }

  function neighbour(from, key) {
    const a = box(from);
    const column = from.closest(".column");
    const vertical = key === "ArrowUp" || key === "ArrowDown";
    const sign = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
    let columns = [column];
    if (!vertical) {
      const all = [...day.querySelectorAll(".column")];
      const rest = sign > 0 ? all.slice(all.indexOf(column) + 1) : all.slice(0, all.indexOf(column)).reverse();
      columns = rest.filter((other) => other.querySelector(".free, .block")).slice(0, 1);
    }
    return columns
      .flatMap((one) => [...one.querySelectorAll(".free, .block")])
      .filter((item) => item !== from && (!vertical || sign * (box(item).top - a.top) > 0.5))
      .reduce((best, item) => {
        const distance = Math.abs(box(item).top - a.top);
        return best && best.distance <= distance ? best : { item, distance };
      }, null)?.item;
  }

  day.addEventListener("focusin", ({ target }) => {
    if (target.matches(".free, .block")) stand(target);
  });

  day.addEventListener("keydown", (event) => {
    if (!event.target.matches(".free, .block") || event.defaultPrevented) return;
    const column = event.target.closest(".column");
    const next = event.key.startsWith("Arrow") ? neighbour(event.target, event.key)
      : event.key === "Home" ? neighbourAtEdge(column, 1) : event.key === "End" ? neighbourAtEdge(column, -1) : null;
    if (!next && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (next) stand(next, true);
  });

  function neighbourAtEdge(column, sign) {
    return [...column.querySelectorAll(".free, .block")].sort((one, other) => sign * (box(one).top - box(other).top))[0];
  }

  // --- the dialog ---

  day.addEventListener("click", ({ target }) => {
    const item = target.closest("[data-open]");
    if (!item || day.classList.contains("carrying")) return;
    open(item.id, item.dataset.open);
  });

  // Asked by the item: what is opened next does not wait for what was opened before.
  function open(from, url) {
    opener = from;
    shown = url;
    return htmx.ajax("GET", url, { source: document.getElementById(from) ?? body, target: body, swap: "innerHTML" })
      // It is told where it is seen.
      .catch(() => {});
  }

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    const { elt, target, verb } = detail.requestConfig;
    if (target === body && verb !== "get" && !elt.isConnected && !detail.isError) {
      event.preventDefault();
      return tellLate(detail.serverResponse);
    }
    if (detail.target === day) {
      left = leaving();
      unfolded = document.getElementById("cancelled")?.open;
    }
    // What is refused while the dialog is open is said in it: the page behind cannot be seen or heard.
    if (detail.target.id === "refusal" && dialog.open) detail.target = refusal;
  });

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target === day) {
      if (unfolded) document.getElementById("cancelled")?.setAttribute("open", "");
      arrive();
    }
    if (detail.target === body) refusal.replaceChildren();
  });

  // Not before htmx listens to what stands in it: what is chosen there at once is heard.
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target !== body || !body.firstElementChild || "stays" in dialog.dataset) return;
    lookAgain();
    if (!dialog.open) dialog.showModal();
    sayWhereItIsHeard();
    const first = body.querySelector("[role=alert] ~ form [autofocus], [autofocus]") ?? body.querySelector("#dialog-title");
    first?.focus();
  });

  // Whose visit an answer is about: that of who is chosen, or was before.
  function whose(answer) {
    const chosen = answer.querySelector("#clients input[checked] + span > span");
    return (chosen ?? answer.querySelector("[data-whose]"))?.textContent.trim();
  }

  // What was sent from a dialog that has been left since is told, and leaves alone what is open by now.
  function tellLate(html) {
    const answer = new DOMParser().parseFromString(html, "text/html");
    const notice = answer.querySelector(".notice.refused, [data-asks]");
    const sentence = answer.querySelector("#said")?.textContent.trim();
    if (notice) {
      // A question that nobody answers any more: what it is about was not done.
      if (notice.matches("[data-asks]")) notice.firstElementChild.prepend("Nothing was done. ");
      // Its sentences, without what could be clicked: that would be meant for the dialog that is gone.
      const words = [...notice.querySelectorAll("p:not(:has(button))")].map((one) => one.textContent.trim()).join(" ");
      const who = whose(answer);
      notice.replaceChildren(`${who ? `\u2068${who}\u2069: ` : ""}${words || notice.textContent.trim()}`);
      (dialog.open ? refusal : document.getElementById("refusal")).replaceChildren(notice);
    }
    if (sentence) window.board.say(sentence);
    htmx.trigger(day, "board-changed");
  }

  document.addEventListener("dialog-done", () => {
    done = true;
    dialog.close();
    sayWhereItIsHeard();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target.closest("[data-closes]")) dialog.close();
    if (target.closest("[data-not-yet]")) {
      target.closest("[data-asks]").remove();
      body.querySelector("#dialog-title").focus();
    }
  });

  // What cannot be given back ends by itself.
  function giveBack(hold) {
    if (hold) htmx.ajax("DELETE", `/board/holds/${hold}`, { swap: "none" });
  }

  dialog.addEventListener("close", () => {
    const held = body.querySelector("#hold [name=hold]")?.value;
    if (!done) giveBack(held);
    done = false;
    pressed = false;
    shown = null;
    sayWhereItIsHeard();
    body.replaceChildren();
    refusal.replaceChildren();
    (document.getElementById(opener) ?? document.getElementById(here))?.focus();
  });

  // --- a time is held while the client is looked for ---

  body.addEventListener("change", ({ target }) => {
    const form = target.form;
    if (target.matches("[data-holds]") && form?.elements.offer?.value) wantAnotherHold();
  });

  function wantAnotherHold() {
    const hold = body.querySelector("#hold");
    hold.querySelector("[name=holdKey]")?.remove();
    htmx.trigger(hold, "hold-wanted");
  }

  // What is asked for has a key of this tab's until it is answered: asked for again, also after a reload, it is the same hold. No
  // other dialog of the account knows it.
  body.addEventListener("htmx:configRequest", ({ target: hold, detail }) => {
    if (hold.id !== "hold" || detail.verb !== "post") return;
    let key = hold.querySelector("[name=holdKey]");
    if (!key) {
      key = document.createElement("input");
      key.type = "hidden";
      key.name = "holdKey";
      key.value = aKey();
      hold.append(key);
    }
    detail.parameters.holdKey = key.value;
  });

  // A UUID of version 4 (RFC 9562, 5.4). The browser's own is there only where the page came by TLS.
  function aKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // Who was typed in is one of those: nobody else is to be added.
  body.addEventListener("change", ({ target }) => {
    if (!target.closest("[data-lookalikes]")) return;
    const typed = body.querySelector("#new-client");
    typed.querySelectorAll("input:not([type=hidden])").forEach((field) => { field.value = ""; });
    typed.open = false;
  });

  // The time is held again.
  body.addEventListener("draft-restored", ({ target: form }) => {
    if (form.id !== "booking") return;
    // What is held for just that is held on.
    if (form.elements.offer.value && !body.querySelector("#hold .held")) htmx.trigger(body.querySelector("#hold"), "hold-wanted");
  });

  // Whom a search had found is looked for again where the words came back without them, unless somebody was chosen.
  function lookAgain() {
    const find = body.querySelector("#booking [name=q]");
    if (find?.value && !find.form.elements.client) find.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // A hold that comes when nobody waits for it any more would keep the time from everybody.
  body.addEventListener("htmx:beforeRequest", ({ target, detail }) => {
    if (target.id !== "hold") return;
    detail.xhr.addEventListener("load", () => {
      if (target.isConnected) return;
      const answer = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
      giveBack(answer.querySelector("[name=hold]")?.value);
    });
  });

  // Enter means the button beside the field; from here it would book.
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=search], .new-client input")) return;
    event.preventDefault();
    event.target.closest(".new-client")?.querySelector("button").click();
  });

  body.addEventListener("click", ({ target }) => {
    const start = target.closest("[data-start]");
    if (!start) return;
    const move = body.querySelector("[name=date]")?.form;
    forgetReason(move ?? body.querySelector("#booking"));
    if (move) {
      move.elements.date.value = start.dataset.date;
      move.elements.time.value = start.dataset.time;
      move.closest("details").open = true;
      move.querySelector("button:not([type=button])").focus();
      return;
    }
    const choice = body.querySelector("[name=start]");
    if (![...choice.options].some((option) => option.value === start.dataset.start)) choice.add(new Option(start.textContent, start.dataset.start));
    choice.value = start.dataset.start;
    choice.focus();
    wantAnotherHold();
  });

  // What was lacking and is chosen by now is not asked for any more. Not on "change", which comes with a press elsewhere: what
  // is pressed would move away from under the hand.
  body.addEventListener("input", () => {
    const asked = body.querySelector("[data-until-chosen]");
    if (!asked) return;
    const chosen = new FormData(body.querySelector("#booking"));
    if (chosen.get("offer") && (chosen.get("client") || chosen.get("newName"))) asked.remove();
  });

  // --- Book waits for a hold that is under way; a change in that time is held first, and Book has to be pressed again ---

  body.addEventListener("submit", ({ target }) => {
    if (target.id !== "booking") return;
    target.querySelector("[data-pressed]")?.remove();
    pressed = true;
  }, true);

  body.addEventListener("htmx:beforeRequest", ({ target }) => {
    if (target.id === "booking") pressed = false;
  });

  body.addEventListener("hold-wanted", () => {
    if (!pressed) return;
    pressed = false;
    const words = document.createElement("p");
    words.className = "notice warning";
    words.dataset.pressed = "";
    words.setAttribute("role", "alert");
    words.textContent = "Not booked yet: you changed it after you pressed Book. Press Book again.";
    body.querySelector("#booking button.main").parentElement.before(words);
  });

  // A time that keeps the rules needs no reason.
  function forgetReason(form) {
    const reason = form.querySelector("[name=reason]");
    if (!reason || reason.value) return;
    form.querySelectorAll("[name=waive]").forEach((code) => code.remove());
    reason.closest("label").remove();
  }

  // --- the bar ---

  let waiting;
  document.querySelectorAll("[data-submits]").forEach((field) => field.addEventListener("change", () => {
    clearTimeout(waiting);
    if (field.value) waiting = setTimeout(() => field.form.requestSubmit(), field.type === "date" ? 700 : 0);
  }));

  // --- what was said is taken back after a while ---

  new MutationObserver(() => {
    clearTimeout(said.timer);
    said.timer = setTimeout(() => said.replaceChildren(), 6000);
  }).observe(said, { childList: true });

  standSomewhere();
  const line = day.querySelector(".now") ?? day.querySelector(".block");
  if (line) day.scrollTop = Math.max(0, box(line).top - box(day).top - day.clientHeight / 3);
})();
