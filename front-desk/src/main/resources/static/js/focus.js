// Who acts by the keyboard goes on from where they were: what had the focus may be missing from the answer, or lose it by being
// switched off while the answer is on its way.
(() => {
  const REACHED = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const left = new WeakMap(); // by request, what had the focus and where that was

  const reached = (within) => [...within.querySelectorAll(REACHED)].filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility());

  document.addEventListener("htmx:beforeRequest", ({ detail: { elt, target, xhr } }) => {
    const focused = document.activeElement;
    const around = elt.closest("dialog, main");
    if (!around || !(elt.contains(focused) || target.contains(focused))) return;
    left.set(xhr, { focused, around, place: reached(around).indexOf(focused), inside: target.contains(focused) });
  });

  document.addEventListener("htmx:afterRequest", ({ detail: { requestConfig, xhr } }) => {
    const before = left.get(xhr);
    left.delete(xhr);
    // What the answer does to the page, and to a dialog, is done by then.
    if (before) setTimeout(() => goOn(before, requestConfig.target));
  });

  function goOn({ focused, around, place, inside }, region) {
    if (document.activeElement && document.activeElement !== document.body) return;
    if (!around.isConnected || around.matches("dialog:not([open])")) return;
    const all = reached(around);
    const next = all.includes(focused) ? focused
      : inside ? all[Math.min(place, all.length - 1)]
        : region.querySelector("input:checked") ?? reached(region)[0] ?? all[Math.min(place, all.length - 1)];
    next?.focus();
  }
})();
