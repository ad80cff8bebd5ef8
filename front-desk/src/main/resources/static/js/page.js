// What every page needs of htmx: the CSRF token on each change, and a refusal that goes when the next change is tried.
(() => {
  const refusal = () => document.getElementById("refusal");

  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const csrf = document.querySelector("meta[name=csrf]");
    if (csrf && detail.verb !== "get") detail.headers[csrf.dataset.header] = csrf.content;
  });

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    if (detail.requestConfig.verb !== "get") refusal()?.replaceChildren();
  });

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, () => {
      const words = document.createElement("p");
      words.className = "notice refused";
      words.textContent = refusal().dataset.offline;
      refusal().replaceChildren(words);
    });
  }
})();
