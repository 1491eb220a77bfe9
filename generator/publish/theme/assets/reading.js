// What a reader's page does beyond HTML and CSS. It stands right below the switch, so that the language chosen
// before is set before the text is drawn; without it everything can be read all the same.
(() => {
  const KEY = "reading";

  // The language chosen on an earlier page, where this one has it.
  const restore = () => {
    try {
      const chosen = localStorage.getItem(KEY);
      for (const input of document.querySelectorAll(".reading input")) {
        if (input.value === chosen) input.checked = true;
      }
    } catch { /* nothing is kept in a private window */ }
  };

  const remember = ({ target }) => {
    if (target.name !== KEY) return;
    try { localStorage.setItem(KEY, target.value); } catch { /* the same */ }
  };

  // A sentence and its translation light up together.
  const light = ({ target }) => {
    const one = target.closest?.("[data-n]");
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!one) return;
    const pair = one.closest(".segment").querySelectorAll(`[data-n="${one.dataset.n}"]`);
    for (const sentence of pair) sentence.classList.add("lit");
  };

  // What is selected from one column on is that column's alone.
  const select = ({ target }) => {
    const text = document.querySelector(".entry-text");
    const from = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest?.(".paired > p");
    if (!text) return;
    text.classList.toggle("selecting-translation", Boolean(from?.matches(".translation")));
    text.classList.toggle("selecting-source", Boolean(from && !from.matches(".translation")));
  };

  // What a name or a term leads to, in short: beside it on hover and focus, until Escape or the pointer leaves.
  const card = document.createElement("div");
  card.id = "card";
  card.className = "card";
  card.setAttribute("role", "tooltip");
  let owner = null;
  let leaving = 0;

  const inShort = (link) => [...document.querySelectorAll("template[data-for]")]
    .find((one) => one.dataset.for === link.getAttribute("href"));

  const hide = () => {
    clearTimeout(leaving);
    card.remove();
    owner?.removeAttribute("aria-describedby");
    owner = null;
  };

  const show = ({ target }) => {
    if (card.contains(target)) return clearTimeout(leaving);
    const link = target.closest?.(".md-content a[href]");
    if (link && link === owner) return clearTimeout(leaving);
    const template = link && inShort(link);
    if (!template) return;
    hide();
    owner = link;
    card.replaceChildren(template.content.cloneNode(true));
    link.after(card);  // in the reading order; where it stands on the screen is told below
    link.setAttribute("aria-describedby", card.id);
    place();
  };

  const place = () => {
    if (!owner) return;
    const line = owner.getClientRects()[0];
    const above = line.bottom + card.offsetHeight + 8 > innerHeight && line.top > card.offsetHeight + 8;
    card.style.top = `${above ? line.top - card.offsetHeight - 4 : line.bottom + 4}px`;
    card.style.left = `${Math.max(8, Math.min(line.left, innerWidth - card.offsetWidth - 8))}px`;
  };

  const leave = ({ target }) => {
    if (!owner || (target !== owner && !card.contains(target))) return;
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };

  restore();
  if (window.readingListens) return;  // the theme runs this again where it loads pages itself
  window.readingListens = true;
  document.addEventListener("change", remember);
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  document.addEventListener("selectstart", select);
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
  document.addEventListener("scroll", place, { passive: true });
  // Before the theme makes tooltips of their own from titles.
  document.addEventListener("DOMContentLoaded", () => {
    for (const link of document.querySelectorAll(".md-content a.mention[title]")) {
      if (inShort(link)) link.removeAttribute("title");
    }
  });
  addEventListener("beforeprint", () => {
    for (const foot of document.querySelectorAll(".print-foot")) foot.dataset.address = location.href.split("#")[0];
  });
})();
