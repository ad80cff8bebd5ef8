// What every page needs of htmx: the CSRF token on each change, and a refusal that goes when the next change is tried.
(() => {
  const refusal = () => document.getElementById("refusal");
  const IN_PLACE = "[data-answer][aria-busy]"; // answers.js tells of a failure where the answer would stand
  const TRIAL = /\/trial$/; // what is only tried changes nothing
  let background = null; // where a question failed that the page asks by itself, and which

  // While a dialog is open the page behind it can be neither seen nor heard.
  const heard = () => document.querySelector("dialog[open] #dialog-refusal") ?? refusal();

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const csrf = document.querySelector("meta[name=csrf]");
    if (csrf && detail.verb !== "get") detail.headers[csrf.dataset.header] = csrf.content;
  });

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.requestConfig.verb === "get") return;
    refusal()?.replaceChildren();
    heard()?.replaceChildren();
  });

  // Whoever signs out is shown the sign-in: an answer that comes meanwhile would ask for it as well, and lead back here. Heard
  // last, once nobody has put it off.
  window.addEventListener("submit", ({ target: form, defaultPrevented }) => {
    if (defaultPrevented || !form.getAttribute("action")?.endsWith("/sign-out")) return;
    document.dispatchEvent(new Event("signs-out"));
    document.addEventListener("htmx:beforeOnLoad", (late) => late.preventDefault());
  });

  // A button that leads to another page shows that this is on its way, and is pressed again only where that should have come
  // long ago.
  function waits(button) {
    const goOn = () => {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    };
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    setTimeout(goOn, htmx.config.timeout);
    window.addEventListener("pageshow", goOn, { once: true });
  }

  window.addEventListener("submit", ({ target: form, submitter, defaultPrevented }) => {
    if (!defaultPrevented && form.method === "post") waits(submitter ?? form.querySelector("button"));
  });

  const failed = ({ requestConfig }, place) => {
    // What is said in place of an answer goes with the next one.
    if (place.matches(IN_PLACE)) return;
    background = requestConfig.verb === "get" ? { path: requestConfig.path, place } : null;
  };

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.failed) failed(detail, detail.target);
  });

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, ({ detail }) => {
      if (detail.target.matches(IN_PLACE)) return;
      const { offline, unanswered, untried } = refusal().dataset;
      const { verb, path } = detail.requestConfig;
      const words = document.createElement("p");
      words.className = "notice refused";
      words.textContent = verb === "get" ? offline : TRIAL.test(path) ? untried : unanswered;
      heard().replaceChildren(words);
      failed(detail, heard());
    });
  }

  // The same question answered at last: what was said of it is over.
  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (!detail.successful || detail.requestConfig.path !== background?.path) return;
    background.place.replaceChildren();
    background = null;
  });
})();
