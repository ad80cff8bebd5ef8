// What ends by itself says for how many milliseconds it lasts from when it was sent: the clock of a browser may be wrong. At its
// end it says so in other words, or the sheet it stands on is fetched again.
(() => {
  const AFTERWARDS = 300; // milliseconds, so that the server sees the end as well
  const watched = new WeakSet();

  function watch() {
    for (const lasting of document.querySelectorAll("[data-lasts]")) {
      if (watched.has(lasting)) continue;
      watched.add(lasting);
      setTimeout(() => {
        if (!lasting.isConnected) return;
        if (lasting.dataset.ended) lasting.textContent = lasting.dataset.ended;
        else htmx.trigger(document.body, "board-changed");
      }, Number(lasting.dataset.lasts) + AFTERWARDS);
    }
  }

  document.addEventListener("htmx:afterSwap", watch);
  watch();
})();
