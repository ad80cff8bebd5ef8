// A region that asks for itself anew, every minute or on news, is drawn anew only when something changed, and never under
// somebody's hands: the focus and what is typed stay. What found no server is asked for as soon as there is one again.
(() => {
  const comesByItself = (region) =>
    /\bevery \d|\bnews-/.test(region.getAttribute("hx-trigger") ?? region.getAttribute("data-hx-trigger") ?? "");

  // As the server sent it: without what htmx notes on it and without the token, which differs in each answer.
  function plain(element) {
    const copy = element.cloneNode(true);
    for (const one of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of [...one.classList]) if (name.startsWith("htmx-")) one.classList.remove(name);
      if (one.getAttribute("class") === "") one.removeAttribute("class");
      if (one.name === "_csrf") one.removeAttribute("value");
    }
    return copy;
  }

  function same(region, html, whole) {
    const answer = document.createElement("template");
    answer.innerHTML = html.trim();
    const next = answer.content.firstElementChild;
    return next && plain(whole ? region : region.firstElementChild ?? region).isEqualNode(plain(next));
  }

  const typedIn = (field) => field.type !== "hidden" && drafts.differs(field);

  // A question is read and thought about.
  const inUse = (region) => region.querySelector("[data-asks] :focus") || [...region.querySelectorAll("input, select, textarea")]
    .some((field) => field === document.activeElement || typedIn(field));

  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    const { verb, elt, target: region } = detail.requestConfig;
    if (verb !== "get" || detail.isError || !comesByItself(elt)) return;
    // What asks for the region around it: whoever is about to press something there has read what it says.
    if (elt !== region) {
      if (region.contains(elt) && region.contains(document.activeElement)) detail.shouldSwap = false;
      return;
    }
    const whole = (region.getAttribute("hx-swap") ?? region.getAttribute("data-hx-swap")) === "outerHTML";
    if (same(region, detail.serverResponse, whole) || inUse(region)) detail.shouldSwap = false;
  });

  const missed = new Map(); // by region, what it asked in vain

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, ({ detail: { elt, requestConfig } }) => {
      if (requestConfig.verb === "get" && comesByItself(elt)) missed.set(elt, requestConfig);
    });
  }

  function catchUp() {
    const all = [...missed].filter(([region]) => region.isConnected);
    missed.clear();
    // Told where it is seen.
    all.forEach(([source, { path, target }]) => htmx.ajax("GET", path, { source, target }).catch(() => {}));
  }

  window.addEventListener("online", catchUp);
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr } }) => {
    if (!xhr.status) return;
    missed.delete(elt);
    catchUp();
  });
})();
