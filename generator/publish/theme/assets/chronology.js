// Narrows the list of the chronology down and turns it round. What is chosen stands in the address, and beside
// each choice how many entries it would leave. Without it the whole list is there.
(() => {
  const form = document.querySelector("form.narrow");
  if (!form) return;
  // Where it stands, before the list is drawn; folded where there is little room.
  const fold = form.closest("details");
  const isRoomy = matchMedia("(min-width: 45em)");
  const unfold = () => { fold.open ||= isRoomy.matches; };
  fold.hidden = false;
  unfold();
  isRoomy.addEventListener("change", unfold);
  const events = document.getElementById("events");
  const selects = [...form.querySelectorAll("select")];
  const facets = selects.filter((one) => one.name !== "order");
  const order = form.elements.order;
  let isNewestFirst = false;

  const chosen = () => facets.map((one) => one.selectedOptions[0].dataset.token);

  const read = () => {
    const address = new URLSearchParams(location.search);
    const asked = address.has("q") ? new URLSearchParams() : address;  // that is for the search
    for (const one of selects) {
      one.value = asked.get(one.name) ?? "";
      if (one.selectedIndex < 0) one.value = "";
    }
    if (events) events.checked = asked.has("events");
  };

  const write = () => {
    const address = new URL(location.href);
    address.searchParams.delete("q");
    for (const one of selects) {
      address.searchParams.delete(one.name);
      if (one.value) address.searchParams.append(one.name, one.value);
    }
    address.searchParams.delete("events");
    if (events?.checked) address.searchParams.append("events", "1");
    history.replaceState(history.state, "", address);
  };

  const reports = () => [...document.querySelectorAll("#list [data-of]")]
    .map((element) => ({ element, tokens: new Set(element.dataset.of.split(" ")) }));

  const fits = (tokens, asked, but) => asked.every((token, at) => at === but || !token || tokens.has(token));

  // Hides what holds nothing that is shown, and unfolds years that hold what was asked for.
  const tidy = (isAsked) => {
    for (const name of ["li:not(.told)", "section.month", "section.year"]) {
      for (const one of document.querySelectorAll(`#list ${name}`)) {
        one.hidden = !one.querySelector("[data-of]:not([hidden])");
        // Events may be all that is left in it, and they are shown on demand.
        one.classList.toggle("only-told", !one.hidden && !one.querySelector(".report:not([hidden])"));
      }
    }
    if (!isAsked) return;
    for (const one of document.querySelectorAll("#list section.year:not([hidden]) > details")) one.open = true;
  };

  const count = (entries, asked) => {
    facets.forEach((facet, at) => {
      const found = new Map();
      for (const { tokens } of entries) {
        if (fits(tokens, asked, at)) for (const token of tokens) found.set(token, (found.get(token) ?? 0) + 1);
      }
      for (const option of facet.options) {
        if (!option.value) continue;
        const number = found.get(option.dataset.token) ?? 0;
        option.textContent = `${option.dataset.label} (${number})`;
        option.disabled = !number && !option.selected;
      }
    });
  };

  // Marks on the timeline follow the list: those of entries that are not shown are paler. A mark of several
  // reports leads to one of them only, so it stays.
  const pale = (isAsked) => {
    const shown = new Set([...document.querySelectorAll("#list [data-of]:not([hidden]) a")].map((link) => link.pathname));
    for (const mark of document.querySelectorAll(".timeline a")) {
      const address = new URL(mark.getAttribute("href"), location.href);
      const isEntry = address.pathname.includes("/entries/") && !mark.querySelector(".several");
      mark.classList.toggle("pale", isAsked && isEntry && !shown.has(address.pathname));
    }
  };

  const turn = () => {
    if (isNewestFirst === (order.value === "newest")) return;
    isNewestFirst = !isNewestFirst;
    const list = document.getElementById("list");
    for (const one of [list, ...list.querySelectorAll("section.year, section.year > details, ol.chronology")]) {
      const moving = [...one.children].filter((child) => child.matches("section, li") && !child.matches(".undated"));
      const end = moving.at(-1)?.nextSibling ?? null;
      for (const child of moving.reverse()) one.insertBefore(child, end);
    }
  };

  const narrow = () => {
    const all = reports();
    const asked = chosen();
    for (const { element, tokens } of all) element.hidden = !fits(tokens, asked);
    const entries = all.filter(({ element }) => element.matches(".report"));
    const shown = entries.filter(({ element }) => !element.hidden).length;
    const isAsked = asked.some(Boolean);
    fold.open ||= isAsked;
    tidy(isAsked);
    count(entries, asked);
    pale(isAsked);
    turn();
    form.querySelector("button").hidden = !isAsked;
    form.querySelector(".found").textContent = isAsked
      ? form.dataset.found.replace("{shown}", shown).replace("{all}", entries.length) : "";
  };

  const start = () => {
    read();
    narrow();
    form.addEventListener("change", () => { narrow(); write(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const one of facets) one.value = "";
      narrow();
      write();
      facets[0]?.focus();  // the button goes
    });
    events?.addEventListener("change", write);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
