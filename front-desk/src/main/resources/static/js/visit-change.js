// A visit that is open in the dialog may be changed elsewhere: by its client, or at another desk. The dialog then says what has
// become of it. Where nobody is at work in it, it is drawn anew at once; else when somebody wants that, and what was typed stays.
(() => {
  const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary, #dialog-title";
  const dialog = document.getElementById("dialog");
  const body = document.getElementById("dialog-body");
  const change = document.getElementById("visit-change");
  const button = document.getElementById("visit-as-it-is");
  const own = new Set(); // what this desk has asked for, or sent, and has no answer to
  let asker = null; // what asked when the dialog last said something
  let later = false; // there was news meanwhile
  let kept = null; // of the dialog that is drawn anew
  let wanted = null; // what had the focus, and comes later than the rest
  let scrolled = 0; // pixels of what the dialog shows that were out of sight before it said anything

  // The address of the visit as it is now, and the question what has become of it.
  const shown = () => document.getElementById("visit-shown");

  // An alert in it is a refusal, or a question that somebody just reads.
  const inUse = () => drafts.typedIn(body) || body.querySelector("[role=alert]:not(:empty)");

  const attribute = (element, name) => element?.getAttribute(name) ?? element?.getAttribute(`data-${name}`) ?? "";
  const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

  // The same in what is drawn anew.
  function mark(element) {
    if (element.id) return element.id;
    const choice = ["checkbox", "radio"].includes(element.type) ? element.value : "";
    return element.matches("input, select, textarea")
      ? [attribute(element.form, "hx-post") || attribute(element.form, "hx-get"), element.name, choice].join(" ")
      : `${element.localName} ${element.textContent.trim()}`;
  }

  const marked = (one) => [...body.querySelectorAll(REACHED)].find((element) => mark(element) === one);

  function forget() {
    change.replaceChildren();
    button.hidden = true;
  }

  function drawAnew(pressed) {
    const focused = document.activeElement;
    const those = {
      pressed,
      path: shown().dataset.address,
      open: [...body.querySelectorAll("details[open] > summary")].map(mark),
      focused: body.contains(focused) && !pressed ? mark(focused) : pressed && "dialog-title",
    };
    kept = those;
    dialog.dataset.stays = "";
    return htmx.ajax("GET", those.path, { source: body, target: body, swap: "innerHTML" })
      // It is told where it is seen.
      .catch(() => {})
      .finally(() => {
        if (kept === those) letGo();
        // It may have failed; then it can be asked for.
        if (!those.drawn && change.hasChildNodes()) button.hidden = false;
      });
  }

  function letGo() {
    kept = null;
    delete dialog.dataset.stays;
  }

  // Something else may be shown by then.
  const isKept = ({ target, requestConfig: { elt, path } }) => kept && target === body && elt === body && path === kept.path;

  button.addEventListener("click", () => {
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    drawAnew(true).finally(() => {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    });
  });

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { elt } = detail.requestConfig;
    if (detail.target === change) {
      // What this desk does itself is shown by the answer to it.
      later ||= own.size > 0;
      const old = elt !== shown() || own.size > 0;
      const said = elt === asker && words(detail.serverResponse) === change.textContent.trim();
      if (old || said) detail.shouldSwap = false;
      else asker = elt;
      scrolled = dialog.scrollTop - body.offsetTop;
    }
    if (!isKept(detail) || !detail.shouldSwap) return;
    if (kept.pressed) {
      drafts.carry(body);
    } else if (inUse()) {
      detail.shouldSwap = false;
      button.hidden = false;
    }
  });

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target === change) {
      button.hidden = !inUse();
      if (button.hidden) drawAnew(false);
    } else if (detail.target === body) {
      if (isKept(detail)) kept.drawn = true;
      else letGo();
      if (!kept || kept.pressed) forget();
    }
  });

  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (wanted && body.contains(detail.target)) comeBack(wanted);
    if (!isKept(detail)) return;
    const { open, focused, pressed } = kept;
    for (const summary of body.querySelectorAll("details > summary")) {
      if (open.includes(mark(summary))) summary.parentElement.open = true;
    }
    if (focused) comeBack(focused);
    // What somebody looks at stays where it is, whatever is said above it.
    if (!pressed) dialog.scrollTop = scrolled + body.offsetTop;
  });

  // A part that is fetched when it is unfolded comes later; whoever has gone on meanwhile is left alone.
  function comeBack(focused) {
    const title = document.getElementById("dialog-title");
    if (wanted && document.activeElement !== title) {
      wanted = null;
      return;
    }
    const again = marked(focused);
    wanted = again ? null : focused;
    (again ?? title)?.focus({ preventScroll: true });
  }

  // By the request itself: what htmx tells of it is not heard any more when the dialog is closed before the answer.
  document.addEventListener("htmx:beforeSend", ({ detail }) => {
    const { xhr, requestConfig } = detail;
    if (requestConfig.target !== body || isKept({ target: body, requestConfig })) return;
    own.add(xhr);
    xhr.addEventListener("loadend", () => {
      own.delete(xhr);
      if (own.size > 0 || !later) return;
      later = false;
      if (shown()) htmx.trigger(shown(), "look-again");
    });
  });

  dialog.addEventListener("close", () => {
    forget();
    letGo();
    wanted = null;
  });
})();
