// What somebody has typed outlives a reload and the end of a session: it is kept in this tab, by account and page, and put back
// once the same account is there again. It goes when it is done with, at the sign-out, and when somebody else signs in, also
// where that is done in another tab: what that account had on the screen goes with it.
(() => {
  const PREFIX = "draft:";
  const LEFT = "signed-out"; // in the tab that it was done in, until the server has answered: who
  const LEAVING = "signed-out:"; // for all tabs: when, by account
  const LONGEST = 12 * 3600 * 1000; // milliseconds, as long as a session
  const account = document.querySelector("meta[name=account]")?.content;
  const page = location.pathname + location.search;
  const name = PREFIX + account + ":" + page;
  let pending = {}; // by the form's address, what is still to be put back
  let restored = false; // and nobody has gone on since
  const tried = new Set(); // what was asked for to be filled

  const attribute = (element, key) => element.getAttribute(key) ?? element.getAttribute(`data-${key}`);
  // A form that is about one client of several is told apart by whom it names in a hidden field.
  const about = (form) => [...form.elements].find((field) => field.type === "hidden" && field.name === "client")?.value;
  const address = (form) => {
    const where = attribute(form, "hx-post") ?? attribute(form, "hx-get") ?? form.getAttribute("action");
    return about(form) ? `${where}#${about(form)}` : where;
  };
  const read = (key) => JSON.parse(sessionStorage.getItem(key));
  const write = (key, draft) => sessionStorage.setItem(key, JSON.stringify(draft));
  const names = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  const drop = (key = name) => sessionStorage.removeItem(key);

  // A form that only chooses what is shown is in the address; a note may be about somebody's health and never lies about.
  const keeps = (form) => form && (form.method !== "get" || attribute(form, "hx-post") || attribute(form, "hx-get")) && address(form);
  const kept = (field) => field.name && !["hidden", "password", "submit", "button", "file"].includes(field.type)
    && !field.matches("[data-unkept]");

  const typed = (form) => [...form.elements].filter(kept)
    .map((field) => ({ name: field.name, value: field.value, checked: field.checked ?? null, choice: ["checkbox", "radio"].includes(field.type) }));

  // --- keeping ---

  function keep(form) {
    const fields = typed(form);
    if (fields.length === 0) return;
    const draft = read(name) ?? { forms: {} };
    draft.at = Date.now();
    draft.sent = false;
    draft.dialog = form.closest("dialog") ? window.board?.opened() ?? null : null;
    // A field that only a refusal brings, as the reason for booking anyway, may come again.
    const away = (draft.forms[address(form)] ?? []).filter((one) => !one.choice && !fields.some((field) => field.name === one.name));
    draft.forms[address(form)] = [...fields, ...away];
    write(name, draft);
  }

  if (account) {
    for (const event of ["input", "change"]) {
      document.addEventListener(event, ({ target, isTrusted }) => {
        if (isTrusted) restored = false;
        if (target.form && keeps(target.form)) keep(target.form);
      });
    }

    // A dialog is come back to even with nothing typed, where a session ends in it.
    document.addEventListener("htmx:afterSwap", ({ detail }) => {
      if (detail.target.id !== "dialog-body" || !window.board?.opened()) return;
      const draft = read(name) ?? { forms: {} };
      write(name, { ...draft, at: Date.now(), dialog: window.board.opened() });
    });
  }

  // --- letting go ---

  // Somebody is signed in, or null: somebody has signed out.
  const tabs = new BroadcastChannel("account");
  tabs.addEventListener("message", ({ data: present }) => {
    names().filter((key) => !present || !key.startsWith(PREFIX + present + ":")).forEach(drop);
    if (account && account !== present) location.replace(location.pathname + location.search);
  });

  // What is opened by hand begins anew, also where something else could not be opened again.
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-open]")) return;
    pending = {};
    drop();
  }, true);

  document.addEventListener("submit", ({ target: form }) => {
    if (form.getAttribute("action")?.endsWith("/sign-out")) {
      sessionStorage.setItem(LEFT, account ?? "");
      return names().forEach(drop);
    }
    const draft = read(name);
    if (draft && form.method === "post") write(name, { ...draft, sent: true });
  });

  document.addEventListener("close", () => {
    pending = {};
    drop();
  }, true);

  // A refusal loses nothing; what went through is done with.
  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    const { elt, verb } = detail.requestConfig;
    if (verb !== "get" && elt.matches("form") && detail.target.id !== "dialog-body") arrived(elt, detail.target);
    const around = detail.target.closest("dialog form");
    if (around && address(around) && read(name)?.forms[address(around)]) keep(around);
    const draft = verb !== "get" && detail.target.id === "dialog-body" && read(name);
    if (!draft) return;
    if (detail.target.querySelector(".notice.refused")) {
      restored = false;
      pending = { ...draft.forms };
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

  function fill(form, fields) {
    for (const one of fields) {
      const field = [...form.elements].find((other) => other.name === one.name && kept(other) && (!one.choice || other.value === one.value));
      if (field) set(field, one);
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
        if (restored) form.dispatchEvent(new CustomEvent("draft-restored", { bubbles: true }));
        continue;
      }
      if (!restored || tried.has(where)) continue;
      // Fetched only when somebody wants it, as now; once, for it may not be there any more.
      const later = [...root.querySelectorAll("*")].find((one) => attribute(one, "hx-get")?.split("?")[0] === where.split("#")[0]);
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
    pending = { ...draft.forms };
    restored = true;
    const some = Object.values(pending).some((fields) => fields.length > 0);
    if (!draft.dialog) return put(document);
    window.board?.reopen(draft.dialog, some);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const left = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    // Written down as well: a tab that is on its way to another page hears nothing.
    if (!account && left) localStorage.setItem(LEAVING + left, Date.now());
    // By then the session is over, or begun.
    if (account || left) tabs.postMessage(account ?? null);
    const gone = (key) => Number(localStorage.getItem(LEAVING + key.slice(PREFIX.length, PREFIX.length + 36)));
    names().filter((key) => read(key).at < gone(key)).forEach(drop);
    const all = names().map((key) => [key, read(key)]);
    if (!account) {
      // The session is over. Whoever asked by a form that no address leads to goes back to its page.
      all.forEach(([key, draft]) => write(key, { ...draft, over: true }));
      const back = document.querySelector("form input[name=back]");
      const [last] = all.sort(([, one], [, other]) => other.at - one.at)[0] ?? [];
      if (back && !back.value && last) back.value = last.slice(PREFIX.length + 37);
      return;
    }
    for (const [key, draft] of all) {
      const foreign = !key.startsWith(PREFIX + account + ":");
      if (foreign || draft.at < Date.now() - LONGEST || (draft.sent && !draft.over)) drop(key);
    }
    const draft = read(name);
    if (!draft) return;
    const nothing = Object.keys(draft.forms).length === 0;
    if (nothing && !draft.over) return drop();
    write(name, { ...draft, over: false });
    restore(draft);
  });
})();
