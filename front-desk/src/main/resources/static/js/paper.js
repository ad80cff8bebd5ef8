document.querySelector("[data-prints]").addEventListener("click", () => window.print());
