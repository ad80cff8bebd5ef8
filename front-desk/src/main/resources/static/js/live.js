// News for a browser come on one stream, however many of its tabs are open: it has six connections to a host, and a stream takes
// one for good. Of the tabs that are shown one listens and tells the others. A tab that is hidden neither listens nor is told;
// when it is shown again it asks for what it may have missed.
(() => {
  const SOONEST = 1_000; // milliseconds until a stream that was refused is asked for again
  const LATEST = 60_000;
  const EVERYWHERE = "*";
  const live = document.getElementById("live");
  const { stream, place } = live.dataset;
  const signals = live.dataset.signals.split(" ");
  const account = document.querySelector("meta[name=account]").content;
  // Of one account: news of another's locations are none of this tab's.
  const name = `live:${account}`;
  const tabs = new BroadcastChannel(name);
  let shown = null; // ends what was begun when the tab was shown

  function hear({ signal, where }) {
    if (shown && (where === EVERYWHERE || where === place)) htmx.trigger(document.body, `news-${signal}`);
  }

  function catchUp() {
    signals.forEach((signal) => hear({ signal, where: EVERYWHERE }));
  }

  tabs.addEventListener("message", ({ data }) => hear(data));

  // Until the tab is hidden. A stream begins with all signals, so nothing is missed between two of them.
  function listen(hidden) {
    if (hidden.aborted) return null;
    return new Promise((over) => {
      let source;
      let again;
      let pause = SOONEST;

      function open() {
        source = new EventSource(stream);
        for (const signal of signals) {
          source.addEventListener(signal, ({ data: where }) => {
            hear({ signal, where });
            tabs.postMessage({ signal, where });
          });
        }
        source.addEventListener("open", () => { pause = SOONEST; });
        source.addEventListener("error", () => {
          // What was cut off is opened again by the browser, what was refused is not.
          if (source.readyState !== EventSource.CLOSED) return;
          again = setTimeout(open, pause);
          pause = Math.min(2 * pause, LATEST);
        });
      }

      open();
      hidden.addEventListener("abort", () => {
        clearTimeout(again);
        source.close();
        over();
      });
    });
  }

  async function show() {
    if (shown || document.hidden) return;
    shown = new AbortController();
    const { signal: hidden } = shown;
    let listened = false;
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      listened = Boolean(lock);
      return lock && listen(hidden);
    });
    if (listened || hidden.aborted) return;
    catchUp();
    // Whoever listens may go first.
    navigator.locks.request(name, { signal: hidden }, () => listen(hidden)).catch(() => {});
  }

  function hide() {
    shown?.abort();
    shown = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? hide() : show()));
  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", show);
  if (document.readyState === "complete") show();
})();
