// A region with data-answer holds the answer to a question that somebody asks. It says so while it waits, with the words of the
// attribute; it never shows the answer to an earlier question; a failure is told in its place, with a way to ask again. What is
// about the answer of another region (data-follows) is gone with it.
(() => {
  const ANSWER = "[data-answer]";
  const WAITING = "[data-answer][aria-busy]";
  const awaited = new WeakMap(); // where an answer goes, and the request that it must belong to
  const asked = new WeakMap(); // what a region asked last
  const words = document.getElementById("refusal").dataset;

  const attribute = (element, name) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

  const paragraph = (className, text) => {
    const element = document.createElement("p");
    element.className = className;
    element.textContent = text;
    return element;
  };

  // What was found belongs to the question before, and must not be chosen any more. Hidden fields are no answer: the hold that
  // stands is named by one until there is another. What asks from within stays unseen: only by way of an element that is on
  // the page can an answer reach other parts of it.
  function wait(region, asker) {
    const kept = [...region.querySelectorAll("input[type=hidden]")];
    if (asker && asker !== region && region.contains(asker)) {
      asker.hidden = true;
      kept.push(asker);
    }
    region.replaceChildren(...kept, paragraph("waits muted small", region.dataset.answer));
    region.setAttribute("aria-busy", "true");
    for (const follower of document.querySelectorAll("[data-follows]")) {
      if (!region.matches(follower.dataset.follows)) continue;
      awaited.delete(follower);
      follower.replaceChildren();
      follower.removeAttribute("aria-busy");
    }
  }

  // What is typed into the region itself, and sent from there, stays until it has arrived.
  const sends = ({ verb }, region) => verb !== "get" && region.querySelector("input:not([type=hidden], [type=radio]), select, textarea");

  function fail(region, sentence) {
    const notice = paragraph("notice refused", sentence);
    notice.setAttribute("role", "alert");
    const again = document.createElement("button");
    again.type = "button";
    again.className = "quiet";
    again.dataset.asksAgain = "";
    again.textContent = words.again;
    region.replaceChildren(...region.querySelectorAll(":scope > input[type=hidden], :scope > [hidden]"), notice, again);
    region.removeAttribute("aria-busy");
  }

  // The region is about somebody else by now, so it is said whom this was about.
  function tell(html) {
    const answer = parsed(html);
    const told = [...answer.querySelectorAll(".notice, .wrong:not(:empty)")].map((one) => one.textContent.trim()).join(" ");
    const about = answer.querySelector("[name=name]")?.value;
    const refused = answer.querySelector(".notice.refused, .wrong:not(:empty)");
    const place = document.querySelector("dialog[open] #dialog-refusal") ?? document.getElementById("refusal");
    place.replaceChildren(paragraph(refused ? "notice refused" : "notice done", about ? `\u2068${about}\u2069: ${told}` : told));
  }

  // While somebody types, the next question is not asked yet, and the last one is over.
  document.addEventListener("input", ({ target }) => {
    const region = attribute(target, "hx-get") && document.querySelector(attribute(target, "hx-target"));
    if (!region?.matches(ANSWER)) return;
    awaited.delete(region);
    wait(region);
  });

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.defaultPrevented) return;
    const { target, xhr, elt, requestConfig } = event.detail;
    awaited.set(target, xhr);
    if (!target.matches(ANSWER) || sends(requestConfig, target)) return;
    asked.set(target, requestConfig);
    wait(target, elt);
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    const { target: region, verb } = detail.requestConfig;
    if (awaited.get(region) !== detail.xhr) {
      // What was only looked at is not wanted any more.
      if (verb === "get") {
        detail.shouldSwap = false;
        detail.isError = false;
        return;
      }
      // A change is told however late it comes, but not in the place of what has been asked for since.
      if (region.matches(ANSWER) && attribute(region, "hx-get") && !detail.isError) {
        event.preventDefault();
        return tell(detail.serverResponse);
      }
    }
    if (!detail.isError) return;
    // What stands in front of us answers in a page of its own.
    if (!detail.serverResponse.includes("notice refused")) detail.serverResponse = paragraph("notice refused", words.failed).outerHTML;
    if (!region.matches(WAITING)) return;
    detail.shouldSwap = false;
    fail(region, parsed(detail.serverResponse).querySelector(".notice").textContent.trim());
  });

  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, ({ detail }) => {
      const region = detail.requestConfig.target;
      if (!region.matches(WAITING) || awaited.get(region) !== detail.xhr) return;
      fail(region, detail.requestConfig.verb === "get" ? words.offline : words.unanswered);
    });
  }

  document.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && awaited.get(detail.requestConfig.target) === detail.xhr) detail.requestConfig.target.removeAttribute("aria-busy");
  });

  document.addEventListener("click", ({ target }) => {
    if (!target.closest("[data-asks-again]")) return;
    const { verb, path, elt, target: region } = asked.get(target.closest(ANSWER));
    // What asked may have stood in the region itself.
    htmx.ajax(verb, path, { source: elt.isConnected ? elt : region, target: region });
  });

  // Who closes a dialog no longer asks.
  document.addEventListener("close", ({ target: dialog }) => {
    dialog.querySelectorAll("*").forEach((element) => awaited.delete(element));
  }, true);
})();
