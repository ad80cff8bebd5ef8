// What somebody has typed outlives a reload and the end of a session: it is kept in this tab, by account and page, and put back
// once the same account is there again. One note for all tabs of the browser says who signed in or out last, and when. What was
// written down before that, or by anybody else, is gone: the note is read whenever a page begins or is come back to and before
// anything is written down, and a tab that is open hears when it changes.
(() => {
  const PREFIX = "draft:";
  const PRESENT = "present"; // in all tabs: the account, or null after a sign-out, and since when
  const LEAVING = "leaving"; // in the tab of a sign-out, until the server has answered
  const LONGEST = 12 * 3600 * 1000; // milliseconds, as long as a session
  const BRIEFLY = 3600 * 1000; // milliseconds, for a note, which may be about somebody's health
  const LOOKED_AT = 60_000; // milliseconds, how often what is too old is looked for
  const account = document.querySelector("meta[name=account]")?.content ?? null;
  const page = location.pathname + location.search;
  const name = PREFIX + account + ":" + page;
  const OF_NO_PAGE = ":#";
  const undone = (what) => PREFIX + account + OF_NO_PAGE + what;
  let leaves = false; // whoever signs out here
  let pending = {}; // by the form's address, what is still to be put back
  let restored = false; // and nobody has gone on since
  const tried = new Set(); // what was asked for to be filled
  const carried = new Set(); // addresses of forms that are drawn anew under somebody's hands

  const attribute = (element, key) => element.getAttribute(key) ?? element.getAttribute(`data-${key}`);
  // A form that is about one client of several is told apart by whom it names in a hidden field.
  const about = (form) => [...form.elements].find((field) => field.type === "hidden" && field.name === "client")?.value;
  const address = (form) => {
    const where = attribute(form, "hx-post") ?? attribute(form, "hx-get") ?? form.getAttribute("action");
    return about(form) ? `${where}#${about(form)}` : where;
  };
  const read = (key) => JSON.parse(sessionStorage.getItem(key));
  const present = () => JSON.parse(localStorage.getItem(PRESENT)) ?? { account: null, since: 0 };
  // Somebody may have signed out in another tab by now. A page that is left by a sign-out hears its end while the next one begins.
  const write = (key, draft) => { if (!leaves && present().account === account) sessionStorage.setItem(key, JSON.stringify(draft)); };
  const names = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  const drop = (key = name) => sessionStorage.removeItem(key);

  // A form that only chooses what is shown is in the address.
  const keeps = (form) => form && (form.method !== "get" || attribute(form, "hx-post") || attribute(form, "hx-get")) && address(form);
  const kept = (field) => field.name && !["hidden", "password", "submit", "button", "file"].includes(field.type)
    && field.autocomplete !== "one-time-code";

  // From what the server sent.
  function differs(field) {
    if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
    if (!field.matches("select")) return field.value !== field.defaultValue;
    const options = [...field.options];
    return field.value !== (options.find((one) => one.defaultSelected) ?? options[0])?.value;
  }

  const typed = (form) => [...form.elements].filter(kept).map((field) => ({
    name: field.name,
    value: field.value,
    checked: field.checked ?? null,
    choice: ["checkbox", "radio"].includes(field.type),
    brief: field.matches("[data-kept-briefly]"),
    mine: differs(field),
  }));

  // --- keeping ---

  function keep(form) {
    if (typed(form).length === 0) return;
    const draft = read(name) ?? { forms: {} };
    draft.at = Date.now();
    draft.sent = false;
    draft.dialog = form.closest("dialog") ? window.board?.opened() ?? null : null;
    draft.forms[address(form)] = typedAndAway(form, draft);
    write(name, draft);
  }

  // A field that only a refusal brings, as the reason for booking anyway, may come again. What a refusal sends back is
  // somebody's own still.
  function typedAndAway(form, draft) {
    const before = draft.forms[address(form)] ?? [];
    const same = (one, other) => one.name === other.name && one.value === other.value && one.checked === other.checked;
    const fields = typed(form).map((field) => ({ ...field, mine: field.mine || before.some((one) => one.mine && same(one, field)) }));
    const away = before.filter((one) => !one.choice && !fields.some((field) => field.name === one.name));
    return [...fields, ...away];
  }

  // By the form's address, what somebody has typed. All else in there is as the server sends it: it may have changed since.
  function mine(forms) {
    const all = forms.map(([where, fields]) => [where, fields.filter((field) => field.mine)]);
    return Object.fromEntries(all.filter(([, fields]) => fields.length > 0));
  }

  // What is not sent yet.
  function unsent(root) {
    const draft = read(name) ?? { forms: {} };
    return mine([...root.querySelectorAll("form")].filter(keeps).map((form) => [address(form), typedAndAway(form, draft)]));
  }

  if (account) {
    for (const event of ["input", "change"]) {
      document.addEventListener(event, ({ target, isTrusted }) => {
        if (isTrusted) restored = false;
        if (target.form && keeps(target.form)) keep(target.form);
      });
    }

    // What lies here only briefly still stands in a form that has been open for longer.
    window.addEventListener("pagehide", () => {
      const draft = read(name);
      if (!draft) return;
      const open = [...document.querySelectorAll("form")].filter((form) => draft.forms[address(form)] && !pending[address(form)]);
      open.forEach((form) => { draft.forms[address(form)] = typedAndAway(form, draft); });
      if (open.length > 0) write(name, { ...draft, at: Date.now() });
    });

    // A dialog is come back to even with nothing typed, where a session ends in it.
    document.addEventListener("htmx:afterSwap", ({ detail }) => {
      if (detail.target.id !== "dialog-body" || !window.board?.opened()) return;
      const draft = read(name) ?? { forms: {} };
      write(name, { ...draft, at: Date.now(), dialog: window.board.opened() });
    });
  }

  // --- letting go ---

  function forget() {
    const { account: owner, since } = present();
    for (const key of names()) {
      const draft = read(key);
      if (!key.startsWith(`${PREFIX}${owner}:`) || draft.at < since || draft.at < Date.now() - LONGEST) drop(key);
      else if (draft.forms && draft.at < Date.now() - BRIEFLY) sessionStorage.setItem(key, JSON.stringify(withoutNotes(draft)));
    }
  }

  function withoutNotes(draft) {
    const forms = Object.entries(draft.forms).map(([where, fields]) => [where, fields.filter((field) => !field.brief)]);
    return { ...draft, forms: Object.fromEntries(forms) };
  }

  // What an account had on the screen goes with it.
  function lookAround() {
    forget();
    if (account && present().account !== account) location.replace(page);
  }

  // A session that ended by itself changes nothing: whoever comes back goes on.
  function begin() {
    const left = sessionStorage.getItem(LEAVING);
    sessionStorage.removeItem(LEAVING);
    const changed = account ? account !== present().account : left;
    if (changed) localStorage.setItem(PRESENT, JSON.stringify({ account, since: Date.now() }));
    forget();
  }

  begin();
  window.addEventListener("storage", ({ key }) => { if (key === PRESENT) lookAround(); });
  window.addEventListener("pageshow", ({ persisted }) => {
    leaves = false;
    if (persisted) lookAround();
  });
  setInterval(forget, LOOKED_AT);

  // What is opened by hand begins anew, also where something else could not be opened again.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-open]")) return;
    pending = {};
    drop();
  }, true);

  document.addEventListener("signs-out", () => {
    leaves = true;
    sessionStorage.setItem(LEAVING, "yes");
  });

  document.addEventListener("submit", ({ target: form }) => {
    const draft = read(name);
    const signsOut = form.getAttribute("action")?.endsWith("/sign-out");
    if (draft && form.method === "post" && !signsOut) write(name, { ...draft, sent: true });
  });

  document.addEventListener("close", () => {
    pending = {};
    drop();
  }, true);

  // A refusal loses nothing, nor does a question; what went through is done with.
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    const { elt, verb } = detail.requestConfig;
    if (verb !== "get" && elt.matches("form") && detail.target.id !== "dialog-body") arrived(elt, detail.target);
    const around = detail.target.closest("dialog form");
    if (around && address(around) && read(name)?.forms[address(around)]) keep(around);
    const draft = verb !== "get" && detail.target.id === "dialog-body" && read(name);
    if (!draft) return;
    if (detail.target.querySelector(".notice.refused, [data-asks]")) {
      restored = false;
      pending = mine(Object.entries(draft.forms));
      put(detail.target);
    } else {
      write(name, { ...draft, forms: {} });
    }
  });

  // Of several forms in a dialog, the one that was sent.
  function arrived(form, region) {
    const draft = read(name);
    if (!draft || region.querySelector(".notice.refused, .wrong:not(:empty)")) return;
    delete draft.forms[address(form)];
    write(name, draft);
  }

  // --- putting back ---

  function set(field, { value, checked, choice }) {
    if (choice) field.checked = checked;
    else if (!field.matches("select") || [...field.options].some((option) => option.value === value)) field.value = value;
    const details = field.closest("details");
    if (details && (choice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue && !field.matches("select"))) details.open = true;
  }

  // What is settled (data-settled) was sent and is done with, whatever became of the rest of its form.
  function fill(form, fields) {
    for (const one of fields) {
      const field = [...form.elements].find((other) => other.name === one.name && kept(other) && (!one.choice || other.value === one.value));
      if (field && !field.closest("[data-settled]")) set(field, one);
    }
    const details = form.closest("details");
    if (details && fields.length > 0) details.open = true;
  }

  function put(root) {
    for (const [where, fields] of Object.entries(pending)) {
      const form = [...root.querySelectorAll("form")].find((one) => address(one) === where);
      if (form) {
        fill(form, fields);
        delete pending[where];
        // The rest of it is as it is now.
        if (carried.delete(where) || form.querySelector("[data-settled]")) keep(form);
        if (restored) form.dispatchEvent(new CustomEvent("draft-restored", { bubbles: true }));
        continue;
      }
      if (!restored || tried.has(where)) continue;
      // Fetched only when somebody wants it, as now; once, for it may not be there any more.
      const [path, client] = where.split("#");
      const later = [...root.querySelectorAll("*")].find((one) => {
        const [asked, of] = attribute(one, "hx-get")?.split("?") ?? [];
        return asked === path && (new URLSearchParams(of).get("client") ?? client) === client;
      });
      if (later) tried.add(where);
      if (later?.matches("button")) later.click();
      else if (later?.closest("details")) later.closest("details").open = true;
    }
  }

  // Parts of a dialog come later than the dialog, and htmx listens to what it swaps in only once that has settled.
  // What was swapped as a whole is not what the answer was meant for any more.
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (Object.keys(pending).length > 0 && target.closest?.("dialog")) put(document.getElementById("dialog-body"));
  });

  function restore(draft) {
    pending = mine(Object.entries(draft.forms));
    restored = true;
    const some = Object.keys(pending).length > 0;
    if (!draft.dialog) return put(document);
    window.board?.reopen(draft.dialog, some);
  }

  // The session is over. Whoever asked by a form that no address leads to goes back to its page.
  function sessionOver() {
    const all = names().map((key) => [key, read(key)]);
    all.forEach(([key, draft]) => sessionStorage.setItem(key, JSON.stringify({ ...draft, over: true })));
    const back = document.querySelector("form input[name=back]");
    const [last] = all.filter(([key]) => !key.includes(OF_NO_PAGE)).sort(([, one], [, other]) => other.at - one.at)[0] ?? [];
    if (back && !back.value && last) back.value = last.slice(PREFIX.length + 37);
  }

  // In a page instead of the one that was meant: what was sent is still to be put right.
  function refused(wayBack) {
    const draft = read(name);
    if (!draft?.sent) return;
    write(name, { ...draft, sent: false });
    wayBack.hidden = false;
  }

  function comeBack() {
    const wayBack = document.querySelector("[data-way-back]");
    if (wayBack) return refused(wayBack);
    // The session went on, and with it what was sent or under way. Who has to go back for it never saw that it arrived.
    const wentBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
    const goesOn = (key) => !read(key).over && ((read(key).sent && !wentBack) || key.includes(OF_NO_PAGE));
    names().filter(goesOn).forEach(drop);
    const draft = read(name);
    if (!draft) return;
    const nothing = Object.keys(draft.forms).length === 0;
    if (nothing && !draft.over) return drop();
    write(name, { ...draft, over: false });
    restore(draft);
  }

  document.addEventListener("DOMContentLoaded", () => (account ? comeBack() : sessionOver()));

  window.drafts = {
    differs,

    typedIn: (root) => Object.keys(unsent(root)).length > 0,

    // What was typed in there is put back where it is drawn anew.
    carry(root) {
      pending = unsent(root);
      restored = true;
      for (const where of Object.keys(pending)) {
        tried.delete(where);
        carried.add(where);
      }
    },

    // What was left undone on whatever page is told once the same account is there again; without `certain` only if the
    // session is over.
    leave(what, value, certain) {
      write(undone(what), { at: Date.now(), value, over: certain });
    },

    // Null where nothing was left, or the session went on, and with it what was under way.
    left(what) {
      const note = read(undone(what));
      return note?.over ? note.value : null;
    },

    done(what) {
      drop(undone(what));
    },
  };
})();
